"""The tiny kit: what run.py starts in its tests."""
