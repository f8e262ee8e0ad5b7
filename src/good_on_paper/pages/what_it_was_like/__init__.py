"""02 What it was like."""
