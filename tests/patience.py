"""How long a loaded machine may take for what a person waits for."""

PATIENCE = 60
"""Seconds. Nothing waits that long which goes well; a test that fails says so later."""
PATIENCE_MS = 1000 * PATIENCE
"""As Playwright counts."""
