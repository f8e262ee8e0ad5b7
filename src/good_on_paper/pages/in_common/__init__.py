"""05 What your better jobs had in common."""
