"""Whether a question is one that everybody asks: then its answer is rehearsed."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Final

from good_on_paper.catalogue.rehearsed import load_rehearsed

_WORDS: Final = re.compile(r"[^\W_]+")
_EMPTY: Final = frozenset(
    _WORDS.findall(
        "a about an and are at be can could day describe do does for here how i in is it like look "
        "me my of on or our s so tell that the there they this to us was we what when which who "
        "with would you your "
    )
)
"""Words that are in most questions and tell them apart the least."""
_ALIKE, _SHARED = 0.85, 0.75


def like_rehearsed(text: str) -> str:
    """Return the common question that a text is like; empty if it is like none.

    Two are alike if most of their letters stand in the same order (Ratcliff and Obershelp, as in `difflib`),
    or if they share most of the words that tell questions apart (Jaccard).

    Examples
    --------
    >>> like_rehearsed("So, how would you describe the company's culture?")
    'What is the company culture like?'
    >>> like_rehearsed("What is the last thing you decided here without asking anyone first?")
    ''
    """
    plain, words = _plain(text), _telling(text)
    best, found = 0.0, ""
    for common in load_rehearsed():
        theirs = _telling(common)
        shared = len(words & theirs) / len(words | theirs) if words and theirs else 0.0
        alike = SequenceMatcher(None, plain, _plain(common), autojunk=False).ratio()
        if (alike >= _ALIKE or shared >= _SHARED) and max(alike, shared) > best:
            best, found = max(alike, shared), common
    return found


def _plain(text: str) -> str:
    return " ".join(_WORDS.findall(text.casefold()))


def _telling(text: str) -> frozenset[str]:
    return frozenset(_WORDS.findall(text.casefold())) - _EMPTY
