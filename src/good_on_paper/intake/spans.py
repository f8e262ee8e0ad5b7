"""The dates in a pasted line: last, first ("2003-2006 Cook, Bar") or between ("Cook (2003-2006), Bar")."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

from good_on_paper.language.dates import FIRST_YEAR, YEARS_AHEAD_END
from good_on_paper.language.months import MONTHS, VAGUE, plain

_DATE: Final = (
    r"(?:[0-9]{1,2}[./-][0-9]{1,2}[./-][12][0-9]{3}|[0-9]{1,2}[./][12][0-9]{3}(?![0-9])"
    r"|(?:(?:[0-9]{1,2}\.? )?[^\W\d_]{3,12}\.? ?)?[12][0-9]{3}"
    r"(?:/[0-9]{2}(?![0-9])|-[0-9]{2}(?![0-9])(?:-[0-9]{2}(?![0-9]))?)?"
    r"|(?:[^\W\d_]{3,12}\.? ?)?['\u2018\u2019][0-9]{2}(?![0-9]))"
)
_HEAD: Final = rf"(?P<since>since |from |seit )?(?P<start>{_DATE})"
_SIGN: Final = r"[-\u2013\u2014]"
_DASH: Final = rf"\s*(?:{_SIGN}|\bto\b|\buntil\b|\btill\b|\bbis\b)\s*"
_END: Final = rf"(?:{_DATE}|now|present|today|current|ongoing|heute)"
_LAST: Final = re.compile(rf"[\s,;(\[|]+{_HEAD}(?P<dash>{_DASH}(?P<end>{_END})?)?[)\]]?\s*$", re.IGNORECASE)
_START: Final = re.compile(_HEAD, re.IGNORECASE)
# a capital may begin a title ("2003 - Current Affairs Editor"), unless a sign follows
_TO_END: Final = re.compile(
    rf"{_DASH}(?P<end>{_DATE}|now|present|ongoing|heute|(?-i:today|current)"
    r"|(?:today|current)(?=\s*[:;,.|)\]]))(?!\w)",
    re.IGNORECASE,
)
# "2019- Nurse" and "(2019 -) Nurse" go on; in "2019 - Nurse" the dash parts the year from the job
_GOES_ON: Final = re.compile(rf"{_SIGN}(?=\s)|\s*{_SIGN}(?=\s*(?:[:;,.|)\]]|$))")
_NOTHING: Final = re.compile("")
# "2000-seat hall", "1990s", "2000's" are no dates at the front
_AFTER_FIRST: Final = re.compile(rf"\s*[)\]][\s:;,.|]*|\s*[:;,.|]\s*|\s+{_SIGN}\s+|\s+|$")
_OPENING: Final = re.compile(r"\s*([(\[,;|])\s*")
_CLOSING: Final = {
    **dict.fromkeys("([", re.compile(r"\s*[)\]]")),
    **dict.fromkeys(",;|", re.compile(r"(?=\s*[,;|])")),
}
_PARTED: Final = re.compile(r"\s*(?:[,;|@]|at\s|bei\s|chez\s|[-\u2013\u2014]\s)", re.IGNORECASE)
_TO_YEAR: Final = r"\s*(?:-|\u2013|to|until|till|bis)\s*[12][0-9]{3}"
_SHORT_START: Final = re.compile(
    rf"(?:^|(?<=^[(\[]))[0-9]{{2}}(?={_TO_YEAR}(?![0-9]))|(?<=\s)[0-9]{{2}}(?={_TO_YEAR}\W*$)", re.IGNORECASE
)
_WORD: Final = re.compile(r"(?:[0-9]{1,2}\.? )?([^\W\d_]+)")
_YEAR: Final = re.compile(r"(?<![0-9])[12][0-9]{3}(?![0-9])")
_END_OF_LINE: Final = 80
"""Characters at the end of a line among which the dates are looked for; two of them are not longer."""


@dataclass(frozen=True)
class Dated:
    """The dates of a line, as written, and the line without them.

    Parameters
    ----------
    start, end : str
    since, dash : bool
        Whether "since" stands before the start, and a dash or "to" after it.
    rest : str
    """

    start: str
    end: str
    since: bool
    dash: bool
    rest: str

    @property
    def alone(self) -> bool:
        """Whether it is one date, with no word of before or after."""
        return not (self.since or self.dash)


def dates_in(line: str) -> Dated | None:
    """Find the dates of a line and what is left without them; of several the last ones.

    One date alone gives way to a beginning and an end: "2003-2006 Cook, Hotel 1900".
    """
    line = _SHORT_START.sub(r"'\g<0>", line)  # "97 until 2000"
    first = _first(line)
    if first and not first.rest:
        return first
    found = [dated for dated in (_last(line), first, _between(line)) if dated]
    return min(found, key=lambda dated: dated.alone, default=None)


def year_in(text: str) -> bool:
    """Tell whether a year of a life's work stands in a text."""
    return any(_possible(year) for year in _YEAR.findall(text))


def _last(line: str) -> Dated | None:
    """Find the dates at the end of a line; a word before them that is no month belongs to what is before."""
    found = _LAST.search(line, max(0, len(line) - _END_OF_LINE))
    while found and (word := _foreign(found["start"])):
        found = _LAST.search(line, found.start("start") + word)
    if not found or not any(sign.isalpha() for sign in line[: found.start()]):
        return None
    rest = line[: found.start()].rstrip(" -\u2013\u2014")
    return Dated(found["start"], found["end"] or "", bool(found["since"]), bool(found["dash"]), rest)


def _first(line: str) -> Dated | None:
    """Find the dates a line begins with; the rest is empty where nothing but dates stands in it."""
    found = _at(line, 1 if line[:1] in ("(", "[") else 0, _AFTER_FIRST)
    return found and _made(line, "", found)


def _between(line: str) -> Dated | None:
    """Find dates in brackets, or between two commas."""
    for opening in _OPENING.finditer(line):
        if opening.start() and (found := _at(line, opening.end(), _CLOSING[opening[1]])):
            return _made(line, line[: opening.start()], found)
    return None


def _made(line: str, before: str, found: tuple[re.Match[str], re.Match[str], int]) -> Dated:
    start, more, at = found
    after = line[at:]
    between = "" if not before or not after or _PARTED.match(after) else ", "
    end = more.groupdict().get("end") or ""
    return Dated(start["start"], end, bool(start["since"]), bool(more[0]), f"{before}{between}{after}")


def _at(line: str, at: int, closing: re.Pattern[str]) -> tuple[re.Match[str], re.Match[str], int] | None:
    """Read dates that begin here and are closed as they must be: the start, what follows it, their end."""
    start = _START.match(line, at)
    if not start or not _is_date(start["start"]):
        return None
    for form in (_TO_END, _GOES_ON, _NOTHING):
        more = form.match(line, start.end())
        if (
            more
            and _is_date(more.groupdict().get("end") or "")
            and (closed := closing.match(line, more.end()))
        ):
            return start, more, closed.end()
    return None


def _is_date(text: str) -> bool:
    return not _foreign(text) and all(_possible(year) for year in _YEAR.findall(text))


def _foreign(text: str) -> int:
    """Count the signs up to the end of a word that stands beside a year and is no month; 0 without one."""
    word = _WORD.match(text) if any(sign.isdecimal() for sign in text) else None
    return word.end() if word and plain(word[1]) not in MONTHS.keys() | VAGUE else 0


def _possible(year: str) -> bool:
    return FIRST_YEAR <= int(year) <= dt.datetime.now().astimezone().year + YEARS_AHEAD_END
