"""Where the dates of a line are (last, first, between or amid), and what is left of the line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from good_on_paper.intake.asides import is_aside, is_person
from good_on_paper.intake.span_pattern import SIGN

# "2000-seat hall", "1990s", "2000's" do not begin with a date
_AFTER_FIRST: Final = re.compile(rf"\s*[)\]][\s:;,.|\u00b7]*|\s*[:;,.|\u00b7]\s*|\s+{SIGN}\s+|\s+|$")
_BEFORE_LAST: Final = re.compile(r"(?:[\s,;(\[|\u00b7\u2022:])$")
_OPENING: Final = re.compile(r"([(\[,;|\u00b7]|(?<=\s)[-\u2013\u2014](?=\s))\s*$")
_CLOSING: Final = {
    **dict.fromkeys("([", re.compile(r"\s*[)\]]")),
    **dict.fromkeys(",;|\u00b7", re.compile(r"(?=\s*[,;|\u00b7])")),
    **dict.fromkeys("-\u2013\u2014", re.compile(r"(?=\s+[-\u2013\u2014]\s)")),
}
_SIGNS: Final = re.compile(r"[,;|()\[\]:.!?\u00b7]|\s[-\u2013\u2014]\s")
_PARTED: Final = re.compile(r"\s*(?:[,;|@\u00b7]|at\s|bei\s|chez\s|[-\u2013\u2014]\s)", re.IGNORECASE)
_TAIL: Final = re.compile(
    r"\s*(?:\(([^()]{1,60})\)|\[([^\[\]]{1,60})\]|[\u00b7\u2022|,]\s*([^\u00b7\u2022|,()]{1,60}))"
)
_BESIDE: Final = re.compile(r"\s*[,;:]\s*([^()]{1,60})\)")
_ALL_TAIL: Final = re.compile(r"\s*[)\]]?[\s.:;,|\u00b7-]*$")
PARTING: Final = " ,;([|:\u00b7\u2022-\u2013\u2014"
_END_OF_LINE: Final = 200
"""How many characters at the end of a line may follow its dates."""


@dataclass(frozen=True)
class Dated:
    """The dates of a line, as written, and the line without them.

    Parameters
    ----------
    start, end : str
        Ready for `parse_date`; a year given only with the end is added to the start.
    goes_on : bool
        Whether the line says that there is no end yet: "since 2019", "2019 -".
    rest : str
    asides : tuple of str
        Notes after the dates: "4 yrs 9 mos", "part-time".
    several : tuple of str
        The spans, as written, if the line has several; start and end are then empty.
    assumed : str
        How we read the dates, if another reading is possible.
    """

    start: str
    end: str
    goes_on: bool
    rest: str
    asides: tuple[str, ...] = ()
    several: tuple[str, ...] = ()
    assumed: str = ""

    @property
    def alone(self) -> bool:
        """Whether it is one date, without a word for before or after."""
        return not (self.end or self.goes_on or self.several)


@dataclass(frozen=True)
class Dates:
    """Dates that are together in a line, from `at` to `stop`."""

    at: int
    stop: int
    start: str
    end: str = ""
    goes_on: bool = False
    several: tuple[str, ...] = ()
    assumed: str = ""

    @property
    def alone(self) -> bool:
        """Whether it is one date, without a word for before or after."""
        return not (self.end or self.goes_on or self.several)

    def dated(self, rest: str, asides: tuple[str, ...] = ()) -> Dated:
        """Return them with the rest of their line."""
        return Dated(self.start, self.end, self.goes_on, rest, asides, self.several, self.assumed)


def dates_last(line: str, dates: Dates) -> Dated | None:
    """Return dates at the end of a line, and notes after them that are not part of a job's name."""
    before, after = line[: dates.at], line[dates.stop :]
    if not any(map(str.isalpha, before)) or not _BEFORE_LAST.search(before) or len(after) > _END_OF_LINE:
        return None
    closed = re.match(r"\s*[)\]]?", after)
    at = closed.end() if closed else 0
    asides: list[str] = []
    if before.rstrip().endswith("(") and (note := _BESIDE.match(after)):  # "(2014-2017, evenings)"
        asides.append(note[1])
        at = note.end()
    while tail := _TAIL.match(after, at):
        text = next(filter(None, tail.groups()), "").strip()
        if not (tail[1] or tail[2] or is_aside(text)):
            break
        asides.append(text)
        at = tail.end()
    if not _ALL_TAIL.match(after, at):
        return None
    before = before.rstrip(PARTING)
    if before.count("(") > before.count(")"):  # "Acme (Leeds, 2014-2017)"
        if dates.goes_on and "," not in before.rpartition("(")[2]:  # "Nurse (in charge since 2019)"
            return None
        name, _, place = before.rpartition("(")
        before = f"{name.rstrip(PARTING)}, {place}"
    return dates.dated(before, tuple(filter(None, asides)))


def dates_first(line: str, dates: Dates) -> Dated | None:
    """Return dates at the start of a line; the rest is empty if the line has only dates."""
    if line[: dates.at].strip() not in ("", "(", "["):
        return None
    at, asides = dates.stop, []
    closed = re.compile(r"\s*[)\]]").match(line, at) if line[: dates.at].strip() else None
    at = closed.end() if closed else at
    while (
        (tail := _TAIL.match(line, at))
        and is_aside(text := next(filter(None, tail.groups()), ""))
        and not (is_person(text) and not tail[1])
    ):
        asides.append(text.strip())
        at = tail.end()
    if _ALL_TAIL.match(line, at):
        return dates.dated("", tuple(asides))
    after = _AFTER_FIRST.match(line, dates.stop)
    return after and dates.dated(line[after.end() :])


def dates_amid(line: str, dates: Dates) -> Dated | None:
    """Return a start and an end from the middle of a line: "Hull Royal 2010-2014 Nurse"."""
    before, after = line[: dates.at], line[dates.stop :]
    if dates.alone or not (before.endswith(" ") and after.startswith(" ")):
        return None
    if not (any(map(str.isalpha, before)) and any(map(str.isalpha, after))) or _SIGNS.search(before + after):
        return None
    between = " " if _PARTED.match(after) else ", "
    return dates.dated(f"{before.rstrip()}{between}{after.strip()}")


def dates_between(line: str, dates: Dates) -> Dated | None:
    """Return dates in brackets, or between two commas."""
    opening = _OPENING.search(line, max(0, dates.at - 3), dates.at)
    closed = opening and opening.start() and _CLOSING[opening[1]].match(line, dates.stop)
    if not opening or not closed:
        return None
    before, after = line[: opening.start()].rstrip(), line[closed.end() :]
    between = "" if not before or not after or _PARTED.match(after) else ", "
    return dates.dated(f"{before}{between}{after.strip() if between else after}")
