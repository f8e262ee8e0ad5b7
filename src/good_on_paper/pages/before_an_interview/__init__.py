"""The page on what is unknown, and what to ask."""
