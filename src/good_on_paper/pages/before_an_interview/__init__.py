"""The page of what is unknown, and what to ask."""
