"""The page for those who know pandas."""
