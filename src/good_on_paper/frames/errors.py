"""What is said when answers cannot be read as data."""


class FrameError(ValueError):
    """An answer is not what its item asks for; the message names the role, the item and the value."""
