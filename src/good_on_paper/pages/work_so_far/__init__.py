"""01 Your work so far."""
