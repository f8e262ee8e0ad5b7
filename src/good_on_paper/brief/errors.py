"""What can go wrong with a paper."""


class BriefError(Exception):
    """A paper that cannot be made; the message says why, and what to do."""
