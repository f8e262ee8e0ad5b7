"""The page of circumstances, and of how it went."""
