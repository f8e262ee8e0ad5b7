"""The page after an interview: three questions, and a log of them all."""
