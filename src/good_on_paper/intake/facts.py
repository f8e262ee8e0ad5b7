"""Facts of a role from texts of a file, the same for every kind of file."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import Final, Literal

from good_on_paper.intake import limits
from good_on_paper.intake.errors import shown
from good_on_paper.intake.plain_text import norm, seen, without_html
from good_on_paper.intake.preview import Skipped
from good_on_paper.language.dates import Order, parse_date
from good_on_paper.language.partial_date import NOW, DateError, PartialDate, check_span

_NOTHING: Final = frozenset(
    {"", "-", "n/a", "na", "nan", "null", "none", "#n/a", "\N{EN DASH}", "\N{EM DASH}"}
)
NOT_SAID: Final = "?"
"""In a table: the end is unknown; an empty cell there means that the job goes on."""
ROLE_KINDS: Final = {
    "job": "job employee employed full time fulltime part time parttime permanent temporary seasonal "
    "internship intern apprenticeship",
    "freelance": "freelance freelancer self employed selfemployed contract contractor owner founder",
    "study": "study student studies education degree phd training",
    "volunteer": "volunteer voluntary volunteering unpaid",
    "project": "project side project",
    "other": "other care leave sabbatical",
}


@dataclass
class Findings:
    """What a reader reports about a file besides the roles: what it left out, and what it assumed.

    Parameters
    ----------
    skipped : list of Skipped
    notes : list of str
    order : {"day", "month"} or None
        Which comes first in numeric dates, if the whole file shows it.
    short_years : bool
        Whether the file writes years such as "2015-18", so that "2009-10" is not a month.
    """

    skipped: list[Skipped] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    order: Order | None = None
    short_years: bool = False
    unnamed: int = field(default=0, init=False)

    def skip(self, where: str, what: object, why: str) -> None:
        """Name a part that is left out; after very many, only count them."""
        self.unnamed += len(self.skipped) >= limits.SKIPPED
        if self.unnamed:
            more = Skipped("elsewhere", "", f"{self.unnamed:,} more parts are left out")
            self.skipped[limits.SKIPPED :] = [more]
            return
        self.skipped.append(Skipped(where, "" if what == "" else shown(what), why))

    def text(self, where: str, value: str, *, lines: bool = False) -> str:
        """Return a text without control characters; empty for "n/a" or for a text far too long.

        Parameters
        ----------
        where, value : str
            Place and text.
        lines : bool
            Whether to keep line breaks; a title is one line.
        """
        if says_nothing(value):
            return ""
        if len(value) > limits.CELL:
            self.skip(where, value, f"{len(value):,} characters; at most {limits.CELL:,} are taken")
            return ""
        whole = (
            (without_html(value) if lines else seen(value))
            .encode("utf-16-le", "surrogatepass")
            .decode("utf-16-le", "replace")
        )
        whole = whole.replace("\r\n", "\n").replace("\r", "\n")
        tidy = "".join(sign for sign in whole if sign in "\n\t" or unicodedata.category(sign) != "Cc")
        return tidy.strip() if lines else " ".join(tidy.split())

    def kind(self, where: str, value: str) -> str:
        """Return the kind of role for a word such as "freelance"; name an unknown word and return nothing."""
        if says_nothing(value):
            return ""
        if kind := kind_of(value):
            return kind
        self.skip(where, value, f"expected one of {', '.join(ROLE_KINDS)}")
        return ""

    def span(self, started: tuple[str, str], ended: tuple[str, str], *, open_end: bool) -> dict[str, str]:
        """Return start and end as dates the record can keep.

        Parameters
        ----------
        started, ended : tuple of str
            Place and text of each.
        open_end : bool
            Whether a start without an end means that the role goes on.

        Returns
        -------
        dict
            The keys "started" and "ended", if we could read them.
        """
        found: dict[str, str] = {}
        start = self._start(*started)
        if start is not None:
            found["started"] = str(start)
        place, text = ended
        if text.strip() == NOT_SAID:
            return found
        if says_nothing(text) and not (open_end and start is not None):
            return found
        end = self._date(place, NOW if says_nothing(text) else text, end=True)
        if end is None:
            return found
        try:
            check_span(start, end)
        except DateError as error:
            self.skip(place, error.text, f"{error.problem}; expected {error.expected}")
            return found
        found["ended"] = str(end)
        return found

    def _start(self, place: str, text: str) -> PartialDate | None:
        start = None if says_nothing(text) else self._date(place, text, end=False)
        return start if isinstance(start, PartialDate) else None

    def _date(self, place: str, text: str, *, end: bool) -> PartialDate | Literal["now"] | None:
        """Return a date; if it has two readings, the part both share, and name the rest."""
        try:
            date = parse_date(text, end=end, order=self.order)
        except DateError as error:
            kept = f"{error.certain.words()} is kept; " if error.certain else ""
            self.skip(place, error.text, f"{error.problem}; {kept}expected {error.expected}")
            return error.certain
        if isinstance(date, PartialDate) and date.note:
            self.notes.append(f"{place}: {date.note}.")
        return date


def kind_of(text: str) -> str:
    """Return the kind of role that a word such as "full-time" means; empty for another word."""
    word = norm(text)
    return next((kind for kind, words in ROLE_KINDS.items() if word and f" {word} " in f" {words} "), "")


def says_nothing(text: str) -> bool:
    """Return whether a text is empty or a mark for nothing, such as "n/a"."""
    return text.strip().casefold() in _NOTHING
