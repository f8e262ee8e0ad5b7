"""The page of what one can put up with."""
