"""03 Before an interview."""
