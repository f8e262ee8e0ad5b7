"""The page on circumstances, and on how it went."""
