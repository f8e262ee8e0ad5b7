"""The page of the jobs one has held."""
