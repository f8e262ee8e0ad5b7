"""One person's record as it stood at a moment: what was declared, looked at and found."""
