"""The error for answers that cannot be read as data."""


class FrameError(ValueError):
    """An answer or an argument is not of the kind expected; the message names role, item and value.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> from good_on_paper.frames import ratings
    >>> ratings(gop.sample(), blanks="why")
    Traceback (most recent call last):
        ...
    good_on_paper.frames.errors.FrameError: blanks='why'; expected 'NA' or 'reason'
    """
