"""The dates in a line: last, first ("2003-2006 Cook, Bar") or between ("Cook (2003-2006), Bar")."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.asides import is_length
from good_on_paper.intake.span_pattern import (
    SIGN,
    month_since_a_year,
    months_of_a_year,
    months_of_two_years,
    span_pattern,
)
from good_on_paper.intake.span_place import (
    PARTING,
    Dated,
    Dates,
    dates_amid,
    dates_between,
    dates_first,
    dates_last,
)
from good_on_paper.language.date_doubts import without_doubt
from good_on_paper.language.dates import parse_date
from good_on_paper.language.months import BEFORE, plain
from good_on_paper.language.partial_date import DateError, check_span

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Dated", "dates_in", "year_in"]

_SAME_LENGTH: Final = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u00b4": "'", "\u00a0": " ", "\u202f": " "}
)
_NEXT_DATE: Final = re.compile(r"[\s)\]]*(?:[,;|&+]|\band\b|\bund\b|\bet\b)?[\s(\[]*", re.IGNORECASE)
_CALIFORNIA: Final = re.compile(r"(?<=,\s)CA(?=\s)")
"""A state before a date, not "ca. 2014"."""
_IN_A_NAME: Final = re.compile(r"[^\W\d_]{2,}\s$")
"""A word before a year that is part of a name: "Cafe 1901"."""
_SHORT_START: Final = re.compile(
    r"(?:^|(?<=^[(\[])|(?<=\s))(?:[0-9]{2}(?=\s+(?:[-\u2013]|to|until|till|bis)\s+[12][0-9]{3}(?![0-9/.-]))"
    r"|(?:1[3-9]|[2-9][0-9])(?=[-\u2013][12][0-9]{3}(?![0-9/.-])))",
    re.IGNORECASE,
)
_DASHES: Final = " -\u2013\u2014"
_YEAR: Final = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_LAST_YEAR: Final = re.compile(r"((?:19|20)[0-9]{2}|'?[0-9]{2})\??$")
_PURE_YEAR: Final = re.compile(r"[0-9]{4}")
_TWO_DIGITS: Final = re.compile(r"[0-9]{2}\??")
_TWO_YEARS: Final = re.compile(r"([0-9]{4})\s?/\s?([0-9]{4}|1[3-9]|[2-9][0-9])")
"""Two years with a slash between, the second of which cannot be a month: "2014/15"."""
_MONTHS_SHORT: Final = re.compile(
    rf"(?<![\w./])(0?[1-9]|1[0-2])/([0-9]{{2}})(\s*(?:{SIGN}|to|bis|until|\u00e0|a|tot)\s*)"
    r"(?:(0?[1-9]|1[0-2])/([0-9]{2})(?![\w./])|(?=[^\W\d_]))",
    re.IGNORECASE,
)
"""Months and years of two digits: "9/10 - 3/14", "9/10 - now"."""
_SEASONS: Final = re.compile(
    r"(?:^|(?<=[\s,;|(]))(?:(?:summer|winter|spring|autumn|christmas|ski) seasons?|summers|winters"
    r"|[e\u00e9]t\u00e9s|hivers|saisons?(?: d'(?:\u00e9t\u00e9|hiver))?|veranos|inviernos"
    r"|temporadas?(?: de (?:verano|invierno|ver\u00e3o|inverno|esqu\u00ed))?|(?:sommer|winter)saisons?"
    r"|(?:zomer|winter)seizoen(?:en)?"
    r"|stagion[ei](?: estiv[ae]| invernal[ei])?|estati|ver\u00f5es|zomers|seizoen(?:en)?)"
    r"\s+(?=(?:19|20)[0-9]{2}(?![0-9]))",
    re.IGNORECASE,
)
"""Words for only a part of each year: "Summers 2011 - 2013"."""
_UNTIL_NOW: Final = re.compile(
    r"^(?:(?:bis|to|until|till|tot|hasta|at\u00e9|fino a(?:d)?) (?:heute|jetzt|date|now|today|nu|hoy|la fecha"
    r"|hoje|oggi)|\u00e0 ce jour)\s*[:,]?\s+(?=[0-9])",
    re.IGNORECASE,
)
"""Words before a length of time that still grows: "Bis heute 4 Jahre"."""
_SCHOOL_YEARS: Final = re.compile(
    r"\b(?:(?:school|academic) years?|schuljahre?|ann\u00e9es? scolaires?"
    r"|cursos?(?: escolar(?:es)?)?|anos? le[c]?tivos?"
    r"|ann[io] scolastic[io]|a\.\s?s\.|schooljaar|schooljaren|l\u00e4s\u00e5r(?:et)?)\s+"
    r"((?:19|20)[0-9]{2})\s?[/\u2013-]\s?((?:19|20)?[0-9]{2})(?![0-9])"
    r"(?:\s*(?:,|&|and|und|et|y|e|en|och)\s*((?:19|20)?[0-9]{2})\s?[/\u2013-]\s?((?:19|20)?[0-9]{2})(?![0-9]))?",
    re.IGNORECASE,
)
"""Years of a school, which last from one calendar year into the next: "School years 2021/22 and 2022/23"."""
_ALL_IN_BRACKETS: Final = re.compile(r"\s*[(\[]\s*([^()\[\]]+?)\s*[)\]]\s*")
_LONGEST: Final = 600
"""Most characters of a line that may have a job's dates; a longer one is running text."""
_A_LIFE: Final = 60


def dates_in(line: str) -> Dated | None:
    """Find the dates of a line and the rest without them; if there are several, the last.

    A start and an end count before a single date: "2003-2006 Cook, Hotel 1900".
    """
    if len(line) > _LONGEST or not any(map(str.isdecimal, line)):
        return None
    line = _SHORT_START.sub(r"'\g<0>", line)  # "97 until 2000"
    for apart in (
        _without_brackets,
        _without_seasons,
        _with_school_years,
        _with_long_dates,
        _with_months_behind,
        _with_years_of_months,
        _with_a_year_since,
    ):
        if other := apart(line):
            return other[0]
    found: list[tuple[int, Dates, Dated]] = []
    spans: set[tuple[int, int]] = set()
    for dates in _together(_CALIFORNIA.sub("XX", line.translate(_SAME_LENGTH))):
        spans |= set() if dates.alone else {(dates.at, dates.stop)}
        first = dates_first(line, dates)
        if first and not first.rest:
            return first
        for rank, dated in enumerate(
            (dates_last(line, dates), first, dates_between(line, dates), dates_amid(line, dates))
        ):
            if dated:
                found.append((rank, dates, dated))
    found = [(rank, dates, _without_slash(dated)) for rank, dates, dated in found]
    chosen = min(found, key=lambda entry: (entry[1].alone, entry[0], -entry[1].at), default=None)
    if chosen is None:
        return None
    if len(spans) > 1 and chosen[0] != 1:  # another span is left in the rest
        several = tuple(line[at:stop].strip() for at, stop in sorted(spans))
        before = line[: min(spans)[0]].rstrip(PARTING)
        rest = before if any(map(str.isalpha, before)) else chosen[2].rest
        return Dated("", "", goes_on=False, rest=rest, several=several)
    return _without_length(chosen[2])


def _without_brackets(line: str) -> tuple[Dated | None] | None:
    """Read a line that is all in brackets as if it were in none: "(2014 - 2017, part-time)"."""
    whole = _ALL_IN_BRACKETS.fullmatch(line)
    return whole and (dates_in(whole[1]),)


def _without_seasons(line: str) -> tuple[Dated | None] | None:
    """Read "Summers 2011 - 2013" as years; the season becomes a note beside them."""
    seasons = _SEASONS.search(line)
    if seasons is None:
        return None
    found = dates_in(line[: seasons.start()] + line[seasons.end() :])
    return (found and replace(found, asides=(*found.asides, seasons[0].strip())),)


def _with_long_dates(line: str) -> tuple[Dated | None] | None:
    """Read "9/10 - 3/14" as months and years, with a note."""
    short = _MONTHS_SHORT.search(line)
    if short is None:
        return None
    found = dates_in(line[: short.start()] + _with_long_years(short) + line[short.end() :])
    note = f"{short[0].strip(_DASHES)!r} is read as months and years, not as days"
    return (found and replace(found, assumed=found.assumed or note),)


def _with_months_behind(line: str) -> tuple[Dated | None] | None:
    """Read "2015 (June - August)" as "June 2015 - August 2015"."""
    found = months_of_a_year().search(line)
    if found is None:
        return None
    year = found["year"]
    span = f"{found['first']} {year} - {found['last']} {year}"
    return (dates_in(f"{line[: found.start()]}{span}{line[found.end() :]}"),)


def _with_years_of_months(line: str) -> tuple[Dated | None] | None:
    """Read "Feb 21 - Aug 22" as months of 2021 and 2022, with a note."""
    found = months_of_two_years().search(line)
    if found is None:
        return None
    now = dt.datetime.now().astimezone().year
    start, end = (now - (now - int(found[key])) % 100 for key in ("begun", "ended"))
    if not 0 <= end - start <= _A_LIFE:
        return None
    written = f"{found['first']} {start} - {found['last']} {end}"
    dated = dates_in(f"{line[: found.start()]}{written}{line[found.end() :]}")
    note = f"{found[0].strip()!r} is read as months and years, not as days"
    return (dated and replace(dated, assumed=dated.assumed or note),)


def _without_length(dated: Dated) -> Dated:
    """Move a length of time that is all else on a line to the notes: "5 years, 2016 - 2021"."""
    length = _UNTIL_NOW.sub("", dated.rest.strip())
    return replace(dated, rest="", asides=(*dated.asides, length)) if is_length(length) else dated


def _with_a_year_since(line: str) -> tuple[Dated | None] | None:
    """Read "Sept 22 on" as a month of 2022 since which a job goes on, with a note."""
    found = month_since_a_year().search(line)
    if found is None:
        return None
    now = dt.datetime.now().astimezone().year
    year = now - (now - int(found["begun"])) % 100
    dated = dates_in(f"{line[: found.start()]}{found['first']} {year} - now{line[found.end() :]}")
    note = f"{found[0].strip()!r} is read as a month and a year, not as a day"
    return (dated and replace(dated, assumed=dated.assumed or note),)


def _with_school_years(line: str) -> tuple[Dated | None] | None:
    """Read "School year 2021/22" as its two years, and two such years in a row as one span."""
    found = _SCHOOL_YEARS.search(line)
    if found is None:
        return None
    start, end, begun, ended = (found[at] and found[at][-2:] for at in range(1, 5))
    if begun and begun != end:
        return None
    last = int(found[1]) - int(start) + int(ended or end)
    span = f"{found[1]} - {last + 100 * (last < int(found[1]))}"
    return (dates_in(f"{line[: found.start()]}{span}{line[found.end() :]}"),)


def _without_slash(dated: Dated) -> Dated:
    """Read slashes as separators of a line if one is before its dates: "Nurse / Hull / 2014"."""
    rest = dated.rest.strip()
    if not (rest.endswith(" /") or rest.startswith("/ ")):
        return dated
    return replace(dated, rest=" | ".join(filter(None, (part.strip() for part in f" {rest} ".split(" / ")))))


def year_in(text: str) -> bool:
    """Return whether a text has a year of a working life."""
    tidy = text[:_LONGEST].translate(_SAME_LENGTH)
    return span_pattern().search(tidy) is not None and _YEAR.search(text) is not None


def _together(line: str) -> Iterator[Dates]:
    """Yield the dates of a line; two dates side by side are start and end, other neighbours are several."""
    cluster: list[Dates] = []
    for match in span_pattern().finditer(line):
        dates = _understood(match)
        apart = cluster and not _NEXT_DATE.fullmatch(line, cluster[-1].stop, dates.at)
        if apart or (
            cluster and not dates.alone and cluster[-1].alone and _IN_A_NAME.search(line, 0, cluster[-1].at)
        ):
            yield _merged(line, cluster)
            cluster = []
        cluster.append(dates)
    if cluster:
        yield _merged(line, cluster)


def _merged(line: str, cluster: list[Dates]) -> Dates:
    first, last = cluster[0], cluster[-1]
    if len(cluster) == 1:
        return first
    parted = line[first.stop : last.at].strip(" ([)]")
    if len(cluster) == 2 and first.alone and last.alone and parted in (",", ";", "|"):  # noqa: PLR2004 - a pair
        assumed = f"{first.start} and {last.start} are read as start and end"
        return Dates(first.at, last.stop, first.start, last.start, assumed=assumed)
    several = tuple(line[dates.at : dates.stop].strip() for dates in cluster)
    return Dates(first.at, last.stop, "", several=several)


def _understood(match: re.Match[str]) -> Dates:
    start, end = match["start"], match["end"] or ""
    at, stop = match.start(), match.end()
    if match["and"]:
        if match["from"] or match["yearless"]:  # "July and August 2018"
            end = match["last"]
        else:  # "2014 and 2017" is not a span
            stop = match.end("start")
    if match["from"] and not end:
        at = match.start("start")
    if match["until"]:
        if end:
            at = match.start("start")
        else:
            word = plain(match["until"])
            doubt = f"{match[0].strip()!r} is kept as the end" if word in BEFORE else ""
            return Dates(at, match.end("start"), "", start, assumed=doubt)
    goes_on = bool(match["open"]) or bool(match["since"] and not end)
    assumed = ""
    if match["yearless"]:
        start, assumed = _with_year(start, end)
    elif _TWO_DIGITS.fullmatch(end):
        end = _whole_year(start, end)
    elif not (end or goes_on) and (both := _TWO_YEARS.fullmatch(start)):
        start, end = both[1], _whole_year(both[1], both[2]) if len(both[2]) == len("15") else both[2]
    return Dates(at, stop, start, end, goes_on, assumed=assumed)


def _with_year(start: str, end: str) -> tuple[str, str]:
    """Return a start with the year of the end added, or empty with a reason if it would be after the end."""
    year = (_LAST_YEAR.search(end) or [""])[0].strip("?")
    numbered = not any(map(str.isalpha, start))
    between = "" if start.endswith(".") and numbered else "/" if numbered else " "
    whole = f"{start}{between}{year}"
    try:
        begun, ended = parse_date(whole), parse_date(end, end=True)
        check_span(begun, ended)
    except DateError as error:
        if "before the start" not in error.problem:
            return whole, ""
        return "", f"we could not tell the year of {start!r}"
    return whole, ""


def _whole_year(start: str, end: str) -> str:
    """Write the end of "2014-17" and "1998\u201302" in full; leave any other as it is."""
    whole, _ = without_doubt(start)
    if not _PURE_YEAR.fullmatch(whole):
        return end
    begun, doubt = int(whole), "?" if end.endswith("?") else ""
    year = begun - begun % 100 + int(end.rstrip("?"))
    year += 100 if year < begun else 0
    possible = year - begun <= _A_LIFE and year <= dt.datetime.now().astimezone().year
    return f"{year}{doubt}" if possible else end


def _with_long_years(found: re.Match[str]) -> str:
    """Write "9/10 - 3/14" as "9/2010 - 3/2014", with the latest possible years."""
    now = dt.datetime.now().astimezone().year
    start, end = (now - (now - int(digits)) % 100 for digits in (found[2], found[5] or found[2]))
    return f"{found[1]}/{start}{found[3]}" + (f"{found[4]}/{end}" if found[4] else "")
