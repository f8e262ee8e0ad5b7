"""A date with what is known of it: a year, perhaps a month, perhaps a day, perhaps a doubt."""

from __future__ import annotations

import datetime as dt
import functools
import re
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from good_on_paper.language.months import MONTH_WORDS

NOW: Final = "now"
"""The end of a role that still goes on."""
EXPECTED: Final = "a date such as 2014, 2014-03, March 2014 or 5 March 2014"
_LONGEST: Final = 60
ABOUT: Final = ("~", "%")
UNSURE: Final = ("?", "%")
"""Signs of doubt that say *about*, and those that say *perhaps*."""
_DOUBTS: Final = "~?%"


def only_a_year(stored: str) -> bool:
    """Return whether a stored date leaves the month open, whatever its doubt: "2014", "2014~".

    Examples
    --------
    >>> only_a_year("2014~"), only_a_year("2014-03"), only_a_year("now")
    (True, False, False)
    """
    return stored.rstrip(_DOUBTS).isdecimal()


class DateError(ValueError):
    """The text is not a date, or can mean more than one.

    Parameters
    ----------
    text : str
        What was written.
    problem : str
        What is wrong with it.
    expected : str
        What we would have understood.
    certain : PartialDate, optional
        What all readings agree on: the year, for 03/04/2014.

    Examples
    --------
    >>> from good_on_paper.language import parse_date
    >>> parse_date("the summer after school")
    Traceback (most recent call last):
        ...
    good_on_paper.language.partial_date.DateError: 'the summer after school': 'after' is not understood; ...
    """

    def __init__(
        self, text: str, problem: str, expected: str = EXPECTED, certain: PartialDate | None = None
    ) -> None:
        self.text = text if len(text) <= _LONGEST else text[:_LONGEST] + "\N{HORIZONTAL ELLIPSIS}"
        self.problem = problem
        self.expected = expected
        self.certain = certain
        super().__init__(f"{self.text!r}: {problem}; expected {expected}")


@functools.total_ordering
@dataclass(frozen=True)
class PartialDate:
    """A year, perhaps with a month, perhaps with a day.

    Parameters
    ----------
    year : int
        Of our era.
    month : int or None
        From 1 to 12.
    day : int or None
        From 1 to 31; only beside a month.
    note : str
        How we understood a text that says more than we keep ("spring" of 2014), else empty.
    doubt : {"", "~", "?", "%"}
        What the person was not sure of, by the signs of ISO 8601-2: "~" for *about 2014*, "?" for *2014?*,
        "%" for both. Two dates that differ only in note or doubt are equal: statistics take the date as said.

    Raises
    ------
    ValueError
        If there is no such day in the calendar.

    Examples
    --------
    >>> str(PartialDate(2014, 3)), PartialDate(2014, 3).words()
    ('2014-03', 'March 2014')
    >>> PartialDate(2014).fits(PartialDate(2014, 3))
    True
    >>> PartialDate.of("2014~").words()
    'about 2014'
    """

    year: int
    month: int | None = None
    day: int | None = None
    note: str = field(default="", compare=False)
    doubt: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day without a month")
        dt.date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    @classmethod
    def of(cls, iso: str) -> PartialDate:
        """Read what ``str()`` wrote: ``2014``, ``2014-03`` or ``2014-03-05``, perhaps with a sign of doubt.

        Raises
        ------
        DateError
            For anything else.
        """
        found = _ISO.fullmatch(iso)
        if not found:
            raise DateError(iso, "not a stored date", "2014, 2014-03 or 2014-03-05")
        year, month, day, doubt = found.groups()
        date = made_of(iso, int(year), int(month) if month else None, int(day) if day else None)
        return replace(date, doubt=doubt)

    @property
    def parts(self) -> tuple[int, ...]:
        """The known parts, year first."""
        return tuple(part for part in (self.year, self.month, self.day) if part is not None)

    def fits(self, other: PartialDate) -> bool:
        """Return whether both may be the same date, one perhaps less exact: 2014 and 2014-03.

        Returns
        -------
        bool
            True if year, month and day agree as far as both give them.
        """
        return all(one == another for one, another in zip(self.parts, other.parts, strict=False))

    def words(self) -> str:
        """Return the date as people say it: "2014", "March 2014", "5 March 2014", "about 2014?".

        Returns
        -------
        str
            Year, month and day as far as they are known, and how sure they are.
        """
        text = str(self.year)
        if self.month is not None:
            text = f"{MONTH_WORDS[self.month - 1]} {text}"
        if self.day is not None:
            text = f"{self.day} {text}"
        about = "about " if self.doubt in ABOUT else ""
        return f"{about}{text}{'?' if self.doubt in UNSURE else ''}"

    def __str__(self) -> str:
        """Return the ISO form, as exact as is known, with the sign of a doubt."""
        known = "-".join(f"{part:0{4 if place == 0 else 2}d}" for place, part in enumerate(self.parts))
        return known + self.doubt

    def __lt__(self, other: PartialDate) -> bool:
        """Order by calendar; the less exact date comes first (2014 before 2014-01)."""
        return self.parts < other.parts


_ISO: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?%]?)")


def check_span(started: PartialDate | None, ended: PartialDate | Literal["now"] | None) -> None:
    """Refuse an end that lies before its start.

    We compare only what both dates know: March 2014 to 2014 is possible.

    Raises
    ------
    DateError
        If it does.

    Examples
    --------
    >>> check_span(PartialDate(2014, 3), PartialDate(2014))  # as far as both dates know, it can be
    >>> check_span(PartialDate(2014, 3), PartialDate(2013))
    Traceback (most recent call last):
        ...
    good_on_paper.language.partial_date.DateError: '2013': the end lies before the start (March 2014); ...
    """
    if started is None or ended is None or ended == NOW:
        return
    known = min(len(started.parts), len(ended.parts))
    if ended.parts[:known] < started.parts[:known]:
        raise DateError(
            ended.words(),
            f"the end lies before the start ({started.words()})",
            f"an end from {started.words()} on",
        )


def made_of(
    text: str, year: int | None, month: int | None = None, day: int | None = None, note: str = ""
) -> PartialDate:
    """Make a date of its parts.

    Raises
    ------
    DateError
        If there is no such day; names the text.
    """
    try:
        return PartialDate(year or 0, month, day, note)
    except ValueError:
        raise DateError(text, "there is no such day in the calendar") from None
