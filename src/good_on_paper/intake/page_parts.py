"""The lines of a page as drawn: stretches of text, and where each begins."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

from good_on_paper.intake.spaced_letters import is_spaced
from good_on_paper.intake.spans import dates_in

BULLET: Final = "\N{BULLET} "
GAP: Final = "\t"
"""The separator between parts of a line that are apart on paper."""
BREAK: Final = "\v"
"""What separates the paragraphs of one cell."""
MARKED: Final = re.compile(
    "^[-*\u2022\u2023\u2043\u2219\u25aa\u25cf\u25e6\u25cb\u25a0\u2013\u00b7\u27a2\uf0b7] ?(?=\\S)"
)

_PART: Final = re.compile(r"\S+(?: \S+)*")
_WORD_GAP: Final = 5
"""Most spaces between two words with spaced letters; more separate two columns."""
DATES_LONG: Final = 60
_LINE_LONG: Final = 300
"""Most characters of a text that is only dates, and of one that ends in dates."""
_NARROW: Final = 0.8
"""Average width of a letter; gaps are measured in whole widths."""


class TextPart(NamedTuple):
    """A stretch of a line without a gap, and where it begins."""

    at: int
    text: str

    @property
    def end(self) -> int:
        """The furthest position where it can end."""
        return self.at + len(self.text)

    @property
    def edge(self) -> float:
        """About where it ends on paper."""
        return self.at + len(self.text) * _NARROW


Line = tuple[TextPart, ...]


@lru_cache(maxsize=10_000)
def is_date(text: str) -> bool:
    """Return whether a text is only a date, or only a start and an end."""
    dated = dates_in(text) if len(text) <= DATES_LONG else None
    return dated is not None and not any(sign.isalnum() for sign in dated.rest)


@lru_cache(maxsize=10_000)
def has_span(text: str) -> bool:
    """Return whether a text has a job's dates, not only a year."""
    dated = dates_in(text[-_LINE_LONG:])
    return dated is not None and (not dated.alone or is_date(text))


def parts_in(line: str) -> Line:
    """Split a line at its gaps; close the gaps between the spaced letters of a heading."""
    parts: list[TextPart] = []
    spaced = end = 0
    for found in _PART.finditer(line):
        text = found.group()
        if is_spaced(text) or (spaced and len(text) == 1):
            text = text.replace(" ", "")
            if spaced and found.start() - end <= _WORD_GAP:
                parts[-1] = TextPart(parts[-1].at, f"{parts[-1].text} {text}")
            else:
                parts.append(TextPart(found.start(), text))
            spaced, end = 1, found.end()
        else:
            parts.append(TextPart(found.start(), text))
            spaced = 0
    return tuple(parts)


def plain_letters(text: str) -> str:
    """Return a text without letters drawn as one ("\ufb01") and without control characters."""
    return "".join(map(_plain, text))


def _plain(sign: str) -> str:
    kind = unicodedata.category(sign)
    if kind in ("Cc", "Zs"):
        return " "
    return unicodedata.normalize("NFKC", sign) if "\ufb00" <= sign <= "\ufb06" else sign
