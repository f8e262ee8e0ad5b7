"""The page on what they can put up with."""
