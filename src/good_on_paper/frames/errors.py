"""The error for answers that cannot be read as data."""


class FrameError(ValueError):
    """An answer or an argument is not what was asked for; the message names the role, the item and the value.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> from good_on_paper.frames import ratings
    >>> ratings(gop.sample(), blanks="why")
    Traceback (most recent call last):
        ...
    good_on_paper.frames.errors.FrameError: blanks='why'; expected 'NA' or 'reason'
    """
