"""Headings with spaced letters: "E X P E R I E N C E"."""

from __future__ import annotations

import re
from typing import Final

_SPACED: Final = re.compile(r"(?:\w{1,2} )+\w{1,2}")
_LETTERS: Final = 3
_SINGLE: Final = 2 / 3
"""Least share of its letters that are single: close pairs such as AT may touch in a PDF."""


def is_spaced(text: str) -> bool:
    """Return whether the letters of a text are spaced.

    Examples
    --------
    >>> is_spaced("E D U C AT I O N"), is_spaced("BA in HR")
    (True, False)
    """
    letters = text.split(" ")
    single = sum(len(letter) == 1 for letter in letters)
    return (
        len(letters) >= _LETTERS
        and not any(map(str.isdecimal, text))
        and single > _SINGLE * len(letters)
        and _SPACED.fullmatch(text) is not None
    )
