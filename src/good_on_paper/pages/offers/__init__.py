"""The page of offers side by side."""
