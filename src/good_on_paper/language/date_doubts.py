"""The doubt in a date: *about 2014*, *2014?*, *2014 (I think)*, in the seven languages of `months`."""

from __future__ import annotations

import re
from typing import Final

from good_on_paper.language.months import ABOUT, ABOUT_PHRASES, UNSURE, plain

_PHRASES: Final = {
    "~": (rf"or so|oder so|give or take|(?<=[0-9])\s?-?ish|{'|'.join(map(plain, ABOUT_PHRASES))}"),
    "?": (
        r"i think|i guess|i believe|not sure|unsure|unclear|tbc|glaube ich|nicht sicher|unsicher|peut[ -]etre"
        r"|je crois|tal vez|creo|no se|acho|nao sei|credo|non sono sicur[oa]|denk ik|niet zeker|evtl"
    ),
}
_SIGNS: Final = {"~": "~\u2248%", "?": "?%"}


def _pattern(sign: str, words: str) -> re.Pattern[str]:
    listed = "|".join(sorted({re.escape(plain(word)) for word in words.split()}, key=len, reverse=True))
    bare = rf"(?<![^\W\d_])(?:{_PHRASES[sign]}|{listed})(?![^\W\d_])\.?"
    return re.compile(rf"[{re.escape(_SIGNS[sign])}]|{bare}")


_DOUBTS: Final = {"~": _pattern("~", ABOUT), "?": _pattern("?", UNSURE)}
_EMPTY: Final = re.compile(r"[(\[]\s*[)\]]")


def without_doubt(text: str) -> tuple[str, str]:
    """Take the doubt out of a date.

    Parameters
    ----------
    text : str
        In Unicode's composed form, with single spaces.

    Returns
    -------
    rest : str
    doubt : {"", "~", "?", "%"}
        As `PartialDate` keeps it.

    Examples
    --------
    >>> without_doubt("ca. March 2014")
    ('March 2014', '~')
    >>> without_doubt("about 2014?")
    ('2014', '%')
    """
    flat = plain(text)
    if len(flat) != len(text):  # a letter that falls apart without its accent; the signs are no less there
        flat = text.casefold() if len(text.casefold()) == len(text) else text
    kept, doubts = list(text), []
    for sign, pattern in _DOUBTS.items():
        for found in pattern.finditer(flat):
            doubts.append(sign)
            kept[found.start() : found.end()] = [" "] * (found.end() - found.start())
    rest = " ".join(_EMPTY.sub(" ", "".join(kept)).split()).strip(" ,;")
    return (rest if doubts else text), "%" if len(set(doubts)) > 1 else "".join(doubts[:1])
