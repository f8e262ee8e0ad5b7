"""What of a job's own lines stands in none of its fields, so that no word is lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.asides import is_length
from good_on_paper.intake.form_labels import kind_of_label
from good_on_paper.intake.head_names import APART, COMMAS
from good_on_paper.intake.job_vocabulary import JOINING
from good_on_paper.intake.page_parts import is_date
from good_on_paper.intake.plain_text import without_html
from good_on_paper.language.months import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_BETWEEN: Final = re.compile(r"\s+(?:[-\u2013\u2014/@&]|\()\s*|[()]")
_LABEL: Final = re.compile(r"^\s*[^\W\d_][\w ]{1,25}:\s")
_LONG: Final = 2_000
"""Most characters of a line that is searched."""
_SIGNS: Final = " ,;:.|/&\u00b7\u2022\u2013\u2014-()[]"
_JOINED: Final = frozenset(
    f"{JOINING} and und the los las les der die das dem den het een een une una uma unos at bei chez bij "
    "presso with mit avec con com met where from since self employed own".split()
)
"""Words between a title and an employer, which say nothing alone."""


def words_left(lines: Iterable[str], said: str) -> list[str]:
    """Return each piece of some lines that has a word which is said nowhere else.

    Parameters
    ----------
    lines : iterable of str
        Without dates.
    said : str
        All that was made of the lines.

    Examples
    --------
    >>> words_left(["Cook - Harbour Bar, Hull | Seasonal"], "Cook Harbour Bar Hull")
    ['Seasonal']
    """
    known = {*_JOINED, *_words(said)}
    left: list[str] = []
    for line in lines:
        plain_line = without_html(line[:_LONG])
        if known.issuperset(_words(plain_line)):
            continue
        for part in APART.split(plain_line):
            for piece in _pieces(part):
                own = _LABEL.sub("", piece)  # "Town: Cork"
                if not known.issuperset(_words(own)) and not _is_no_name(piece):
                    left.append(piece.strip(_SIGNS))
                    known.update(_words(own))
    return [piece for piece in left if piece]


def _pieces(part: str) -> list[str]:
    return [piece for name in _BETWEEN.split(part) if name for piece in COMMAS.split(name) if piece.strip()]


def _is_no_name(piece: str) -> bool:
    """Return whether a piece is a label, a date or a length, which are told elsewhere."""
    tidy = piece.strip(_SIGNS)
    return is_length(tidy) or is_date(tidy) or bool(kind_of_label(tidy))


def _words(text: str) -> list[str]:
    return _WORD.findall(plain(text))
