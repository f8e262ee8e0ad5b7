"""The page with the whole picture: the person at work, in their own words and numbers."""
