"""The page of the whole picture: the person at work, in their own words and numbers."""
