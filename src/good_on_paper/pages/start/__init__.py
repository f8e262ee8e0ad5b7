"""00 Start here."""
