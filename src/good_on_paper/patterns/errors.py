"""What is said when a frame cannot be read as roles by lines, or only on an assumption."""


class PatternError(ValueError):
    """The frame or an argument is not of the expected shape; the message names where, and what to do."""


class ScaleWarning(UserWarning):
    """The ends of a scale were assumed, and the values never reach them; the message names the lines."""
