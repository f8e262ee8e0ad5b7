"""What is said when a frame cannot be read as roles by lines."""


class PatternError(ValueError):
    """The frame or an argument is not of the expected shape; the message names where, and what to do."""
