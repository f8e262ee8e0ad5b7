"""What is on each page: a folder per notebook."""
