"""12 Under the hood."""
