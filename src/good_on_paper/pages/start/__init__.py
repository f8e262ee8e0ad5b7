"""The page that begins: ten minutes to three questions."""
