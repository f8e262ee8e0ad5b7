"""The page of boredom."""
