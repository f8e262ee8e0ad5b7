"""What stands on each page: a folder a notebook."""
