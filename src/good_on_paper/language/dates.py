"""Read dates as people write them, partial ones too; we refuse a date with two readings."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal, overload

from good_on_paper.language.date_doubts import without_doubt
from good_on_paper.language.months import (
    FILLERS,
    MONTHS,
    NOW_WORDS,
    QUARTERS,
    SINCE,
    UNTIL,
    VAGUE,
    plain,
)
from good_on_paper.language.partial_date import EXPECTED, NOW, DateError, PartialDate, made_of

if TYPE_CHECKING:
    from collections.abc import Iterable

FIRST_YEAR: Final = 1900
_YEARS_AHEAD_START: Final = 1
YEARS_AHEAD_END: Final = 5  # a fixed-term contract may say when it will end
_LONGEST: Final = 60
_MONTHS_A_YEAR: Final = 12
_DAYS_A_MONTH: Final = 31
_A_YEAR: Final = 4
_A_CENTURY: Final = 100
_DASHES: Final = "- \N{EN DASH}\N{EM DASH}"
_EXPECTED_END: Final = EXPECTED + ", or now"
Order = Literal["day", "month"]
"""Whether the day or the month comes first if both are numbers; a whole column often shows it."""


_YEAR_FIRST: Final = re.compile(
    r"([0-9]{4})(?:[-/. ]([0-9]{1,2})(?:[-/. ]([0-9]{1,2}))?)?\.?(?:[T ][0-9]{2}:[0-9]{2}.*)?", re.ASCII
)
_MONTH_YEAR: Final = re.compile(r"([0-9]{1,2})[-/. ]+([0-9]{4})")
_THREE: Final = re.compile(r"([0-9]{1,2})([-/.]) ?([0-9]{1,2})\2 ?([0-9]{4}|[0-9]{2})")
_TWO_YEARS: Final = re.compile(r"([0-9]{4}) ?([-/\u2013\u2014]) ?([0-9]{4}|[0-9]{2})")
_TIME: Final = re.compile(
    r"(?<=[0-9])(?:T|,? )[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?(?: ?[AP]\.?M\.?)?"
    r"(?: ?(?:Z|UTC|GMT))?(?: ?[+-][0-9]{1,2}:?(?:[0-9]{2})?)?",
    re.IGNORECASE,
)
_APOSTROPHES: Final = dict.fromkeys(map(ord, "\u2018\u2019\u02bc\u00b4"), "'")
_SHORT_YEAR: Final = re.compile(r"['\u2018\u2019]([0-9]{2})(?![0-9])")
_MONTH_SHORT_YEAR: Final = re.compile(r"((?:[0-9]{1,2}[- ])?)([^\W\d_]{3,10})\.?-([0-9]{2})")
"""As spreadsheet programs write a month or a day: "Mar-19", "25-Jan-21"."""
_NO_END: Final = re.compile(r"9999(?:[-/.].*)?|.*[-/.]9999")
_QUARTER: Final = re.compile(
    rf"\b[1-4](?:st|nd|rd|th|er|\.)?\s*(?={'|'.join(QUARTERS.split())})", re.IGNORECASE
)
_BEFORE_START: Final = re.compile(rf"(?:{'|'.join(sorted(map(plain, SINCE), key=len, reverse=True))})\s+")
_BEFORE_END: Final = re.compile(rf"(?:{'|'.join(sorted(map(plain, UNTIL), key=len, reverse=True))})\s+")
_TOKENS: Final = re.compile(r"[0-9]+|[^\W\d_]+[0-9]?")


@overload
def parse_date(
    text: str, *, end: Literal[False] = ..., today: dt.date | None = ..., order: Order | None = ...
) -> PartialDate: ...
@overload
def parse_date(
    text: str, *, end: bool, today: dt.date | None = ..., order: Order | None = ...
) -> PartialDate | Literal["now"]: ...
def parse_date(
    text: str, *, end: bool = False, today: dt.date | None = None, order: Order | None = None
) -> PartialDate | Literal["now"]:
    """Read a date that a person wrote.

    Parameters
    ----------
    text : str
        ``2014``, ``2014-03-05``, ``3/2014``, ``03.2014``, ``Mar. 2014``, ``Mar-14``, ``5 March 2014``,
        ``about 2014`` and ``2014?`` (the doubt stays with the date), ``Spring 2014`` (kept as 2014, with a
        note), ``2014/15`` (its first year for a start, its second for an end, with a note), ``Sept '14`` (the
        latest such year there can be), month names in English, German, French, Spanish, Portuguese, Italian
        or Dutch.
    end : bool
        Whether this is the end of something: then ``now``, ``present``, ``-``, ``9999-12-31`` or nothing give
        ``"now"``.
    today : dt.date, optional
        Today, by the machine's clock if not given.
    order : {"day", "month"}, optional
        Which comes first in ``03/04/2014``, if the rest of the column tells; see `order_of`.

    Returns
    -------
    PartialDate or "now"
        ``str()`` of either is what the record keeps.

    Raises
    ------
    DateError
        If the text is no date, no possible one, lies outside 1900 to next year (five years ahead for an
        end), or has two readings (``03/04/2014``, ``2009/10``).

    Examples
    --------
    >>> str(parse_date("5 de marzo de 2014"))
    '2014-03-05'
    >>> str(parse_date("03/04/2014", order="day"))
    '2014-04-03'
    >>> str(parse_date("ca. 2014")), str(parse_date("2014/15", end=True))
    ('2014~', '2015')
    """
    expected = _EXPECTED_END if end else EXPECTED
    tidy = _tidied(text)
    if plain(tidy) in NOW_WORDS or not tidy.strip(_DASHES) or (end and _NO_END.fullmatch(tidy)):
        if end:
            return NOW
        raise DateError(text, "no start" if not tidy.strip(_DASHES) else "this can only be an end")
    if any(unicodedata.category(sign) == "Cc" for sign in tidy):
        raise DateError(text, "it holds a control character", expected)
    if len(tidy) > _LONGEST:
        raise DateError(text, f"{len(tidy)} characters are no date", expected)
    last = (today or dt.datetime.now().astimezone().date()).year
    last += YEARS_AHEAD_END if end else _YEARS_AHEAD_START
    tidy, doubt = without_doubt(_without_lead(tidy, _BEFORE_END if end else _BEFORE_START))
    tidy = _SHORT_YEAR.sub(lambda found: f" {_latest(found[1], last)}", tidy).strip()
    date = (
        _one_of_two(text, tidy, expected, end=end)
        or _numeric(text, tidy, expected, order, last)
        or _worded(text, tidy, expected)
    )
    if not FIRST_YEAR <= date.year <= last:
        raise DateError(text, f"the year {date.year} is not one of {FIRST_YEAR} to {last}", expected)
    return replace(date, doubt=doubt)


def order_of(texts: Iterable[str]) -> tuple[Order | None, str]:
    """Find out from a whole column whether day or month comes first in dates such as 03/04/2014.

    Parameters
    ----------
    texts : iterable of str

    Returns
    -------
    order : {"day", "month"} or None
        None if no text tells, or two disagree.
    problem : str
        The two texts that disagree; else empty.

    Examples
    --------
    >>> order_of(["3/1/2019", "12/31/2020"])
    ('month', '')
    """
    told: dict[Order, str] = {}
    for text in texts:
        tidy = _tidied(text)
        found = _THREE.fullmatch(tidy)
        if found and found[2] != ".":
            first, second = int(found[1]), int(found[3])
            if first > _MONTHS_A_YEAR >= second:
                told.setdefault("day", tidy)
            elif second > _MONTHS_A_YEAR >= first:
                told.setdefault("month", tidy)
    if len(told) > 1:
        both = " and ".join(repr(text) for text in told.values())
        return None, f"{both} write day and month in different orders"
    return next(iter(told), None), ""


def _tidied(text: str) -> str:
    """Drop invisible signs (marks of direction, soft hyphens), double spaces and a time of day."""
    whole = unicodedata.normalize("NFKC", text)
    seen = "".join(sign for sign in whole if unicodedata.category(sign) != "Cf")
    tidy = " ".join(seen.translate(_APOSTROPHES).split())
    time = _TIME.search(tidy) if ":" in tidy and len(tidy) <= _LONGEST else None
    return tidy[: time.start()] if time and time.end() == len(tidy) else tidy


def _without_lead(tidy: str, lead: re.Pattern[str]) -> str:
    """Remove a word that only says whether it is a start or an end: "since 2019"."""
    flat = plain(tidy)
    found = lead.match(flat) if len(flat) == len(tidy) else None
    return tidy[found.end() :] if found else tidy


def _latest(digits: str, last: int) -> int:
    """Return the latest possible year that ends in these two digits."""
    return last - (last - int(digits)) % 100


def _numeric(text: str, tidy: str, expected: str, order: Order | None, last: int) -> PartialDate | None:
    if found := _YEAR_FIRST.fullmatch(tidy):
        year, month, day = found.groups()
        if month and not day and int(month) > _MONTHS_A_YEAR:
            raise _two_years(text, expected)
        unsaid = day is not None and not int(day)  # databases write what is not known as 0: 2014-03-00
        numbers = [int(part) if part and (int(part) or not unsaid) else None for part in (month, day)]
        date = made_of(text, int(year), numbers[0], numbers[1])
        return replace(date, note=f"{tidy!r} is kept as {date.words()}") if unsaid else date
    if found := _MONTH_YEAR.fullmatch(tidy):
        return made_of(text, int(found[2]), int(found[1]))
    if found := _THREE.fullmatch(tidy):
        return _three(text, found, expected, order, last)
    if (found := _MONTH_SHORT_YEAR.fullmatch(tidy)) and plain(found[2]) in MONTHS:
        day = int(found[1][:-1]) if found[1] else None
        date = made_of(text, _latest(found[3], last), MONTHS[plain(found[2])], day)
        return replace(date, note=f"{tidy!r} is read as {date.words()}")
    return None


def _three(text: str, found: re.Match[str], expected: str, order: Order | None, last: int) -> PartialDate:
    """Read day, month and year in numbers; with dots the day comes first wherever it is written."""
    first, sign, second, digits = int(found[1]), found[2], int(found[3]), found[4]
    year = int(digits) if len(digits) == _A_YEAR else _latest(digits, last)
    either = first != second and max(first, second) <= _MONTHS_A_YEAR
    if sign != "." and order is None and either:
        if len(digits) < _A_YEAR and int(digits) <= _DAYS_A_MONTH:
            raise DateError(text, "which of these is the year?", expected)
        readings = (made_of(text, year, second, first), made_of(text, year, first, second))
        may = " or ".join(reading.words() for reading in readings)
        raise DateError(text, f"this may be {may}", expected, PartialDate(year))
    day_first = sign == "." or first > _MONTHS_A_YEAR or (order == "day" and second <= _MONTHS_A_YEAR)
    month, day = (second, first) if day_first else (first, second)
    date = made_of(text, year, month, day)
    short = len(digits) < _A_YEAR
    return replace(date, note=f"{found.string!r} is read as {date.words()}") if short else date


def _worded(text: str, tidy: str, expected: str) -> PartialDate:
    read: dict[str, list[int]] = {"year": [], "month": [], "day": []}
    vague = ""
    for token in _TOKENS.findall(_QUARTER.sub("", tidy)):
        kind, number = _token(token)
        if kind in read:
            read[kind].append(number)
        elif kind == "vague":
            vague = token
        elif kind == "unknown":
            raise DateError(text, f"{token[:_LONGEST]!r} is not understood", expected)
    years, months, days = read.values()
    if len(years) > 1:
        raise DateError(text, "two years; please write them as 2015-2018", expected)
    if not years:
        raise DateError(text, "no year of four digits", expected)
    if len(months) > 1 or len(days) > 1 or (days and not months):
        raise DateError(text, "more than one date can be read from this", expected)
    if vague and days:
        raise DateError(text, f"{vague!r} and a day do not go together", expected)
    date = made_of(text, years[0], months[0] if months else None, days[0] if days else None)
    if not vague:
        return date
    return replace(date, note=f"{tidy!r} is kept as {date.words()}")


def _token(token: str) -> tuple[str, int]:
    """Return what a word or number in a date means, and its number."""
    word = plain(token)
    if token.isdecimal() and len(token) == 4:  # noqa: PLR2004 - a year has four digits
        return "year", int(token)
    if token.isdecimal() and len(token) <= 2 and 1 <= int(token) <= _DAYS_A_MONTH:  # noqa: PLR2004 - a day has two
        return "day", int(token)
    if word in MONTHS:
        return "month", MONTHS[word]
    if word in VAGUE:
        return "vague", 0
    return ("filler" if word in FILLERS else "unknown"), 0


def _one_of_two(text: str, tidy: str, expected: str, *, end: bool) -> PartialDate | None:
    """Read "2014/15": its first year where it begins, its second where it ends. "2009/10" may be a month."""
    found = _TWO_YEARS.fullmatch(tidy)
    if not found:
        return None
    first, last = int(found[1]), int(found[3])
    may_be_month = len(found[3]) < _A_YEAR and 1 <= last <= _MONTHS_A_YEAR
    if (may_be_month and found[2] == "-") or (not last and (first + 1) % _A_CENTURY):
        return None
    if len(found[3]) < _A_YEAR:
        last += first - first % _A_CENTURY
        last += _A_CENTURY if last < first else 0
    if last != first + 1:
        if not (may_be_month and found[2] == "/"):
            raise _two_years(text, expected)
        month = PartialDate(first, int(found[3]))
        if month.month is not None and month.month <= first % _A_CENTURY:  # 2019/04 cannot be two years
            return month
        return replace(month, note=f"{tidy!r} is read as {month.words()}")
    if may_be_month:
        both = f"the years {first} to {last}"
        raise DateError(text, f"this may be a month, or {both}", expected, PartialDate(first))
    year, what = (last, "ends") if end else (first, "begins")
    return PartialDate(year, note=f"{tidy!r} is read as {year}, the year it {what}")


def _two_years(text: str, expected: str) -> DateError:
    return DateError(text, "this looks like two years; please write them as 2015-2018", expected)
