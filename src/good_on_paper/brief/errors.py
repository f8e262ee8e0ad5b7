"""What can go wrong with a paper."""


class BriefError(Exception):
    """A paper that cannot be made; the sentence says why, and what to do."""
