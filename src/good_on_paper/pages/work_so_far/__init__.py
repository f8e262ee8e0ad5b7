"""The page with the jobs they have held."""
