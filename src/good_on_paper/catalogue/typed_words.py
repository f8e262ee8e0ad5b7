"""Take what a person typed into a sentence of the kit's."""

import re
from typing import Final

_STOP: Final = re.compile(r"(?<=[^.\s])(?<!\.\w)\s*[.,;:]$")


def phrase(words: str) -> str:
    """Return words as they stand inside a sentence: without the stop that a person typed at their end.

    Only what is shown: the record and the person's own file keep what was typed.

    Parameters
    ----------
    words
        A few words, or a sentence.

    Returns
    -------
    str
        The words without a full stop, comma, semicolon or colon at their end. An ellipsis, an abbreviation, a
        question mark stay.

    Examples
    --------
    >>> phrase("A boss who laughs."), phrase("Work in the U.S."), phrase("Why not ...")
    ('A boss who laughs', 'Work in the U.S.', 'Why not ...')
    """
    return _STOP.sub("", words.strip())
