"""The dates of a line as facts of a job: what was assumed about them, and the terms beside them."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import keys
from good_on_paper.intake.asides import is_length
from good_on_paper.intake.facts import Findings, kind_of
from good_on_paper.intake.spans import Dated, dates_in
from good_on_paper.intake.told_length import why_unlike
from good_on_paper.language.date_doubts import without_doubt
from good_on_paper.language.dates import order_of
from good_on_paper.language.months import SEASONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


SHORT_SPAN: Final = re.compile(r"([12][0-9])([0-9]{2})[-/](0[1-9]|1[0-2])")
"""A month, or a year and the last two digits of another: "2009-10"."""
SHORT_YEARS: Final = re.compile(r"(?<![\w/.-])(?:19|20)[0-9]{2}[-/\u2013](?:1[3-9]|[2-9][0-9])(?![\w/.-])")
"""A year and the last two digits of another, which cannot be a month: "2015-18"."""
NUMBERS: Final = re.compile(r"(?<![0-9])[0-9]{1,2}[/-][0-9]{1,2}[/-][0-9]{2,4}(?![0-9])")
_TWO_DIGITS: Final = re.compile(
    r"(?:^|(?<=[\s,;(|]))'?([0-9]{2})\s?[-\u2013\u2014]\s?'?([0-9]{2})(?=\s*(?:[,;:)|]|$)|\s+[^\W\d_])"
)
"""Two years of two digits each: "93-95"."""
_NO_DAY: Final = 32
_A_LIFE: Final = 60
_A_YEAR_ALONE: Final = re.compile(
    rf"(?:(?:{'|'.join(SEASONS.split())}) (?:(?:of|de|del|van) |d'|d[eo]ll[ao] )?)?'?[0-9]{{2,4}}",
    re.IGNORECASE,
)
"""A year, or a season of one, such as "Summer 2012", which lies within it."""


def tell_order(text: str, findings: Findings) -> None:
    """Find from all dates of a text whether day or month comes first, and whether "2009-10" is two years."""
    findings.short_years = SHORT_YEARS.search(text) is not None
    findings.order, problem = order_of(NUMBERS.findall(text))
    if problem:
        findings.notes.append(f"{problem[:1].upper()}{problem[1:]}.")


def with_whole_years(lines: Sequence[tuple[int, str]], findings: Findings) -> list[tuple[int, str]]:
    """Write "93-95" as years, if one of these pairs can be nothing else; note each."""
    found = [_TWO_DIGITS.search(line) for _, line in lines]
    if not any(pair and _in_full(pair) and int(pair[1]) >= _NO_DAY for pair in found):
        return list(lines)
    made = []
    for (number, line), pair in zip(lines, found, strict=True):
        years = _in_full(pair) if pair and dates_in(line) is None else None
        if pair and years:
            written = f"{years[0]}-{years[1]}"
            findings.notes.append(f"line {number}: {pair[0].strip()} is read as {years[0]} to {years[1]}.")
            made.append((number, f"{line[: pair.start()]}{written}{line[pair.end() :]}"))
        else:
            made.append((number, line))
    return made


def _in_full(pair: re.Match[str]) -> tuple[int, int] | None:
    """Return two years of which only the last two digits are written; None if they are in no order."""
    now = dt.datetime.now().astimezone().year
    start, end = (now - (now - int(digits)) % 100 for digits in (pair[1], pair[2]))
    return (start, end) if 0 <= end - start <= _A_LIFE else None


def terms_of(
    where: str, asides: Iterable[str], findings: Findings, dates: Mapping[str, str]
) -> dict[str, str]:
    """Return the kind of a job from the text beside its dates; name the rest, and a length they belie."""
    facts: dict[str, str] = {}
    for text in asides:
        kind = kind_of(text)
        if kind:
            facts.setdefault(keys.ROLE_KIND, kind)
        elif is_length(text):
            if why := why_unlike(text, dates):
                findings.skip(f"{where}, how long", text, why)
        else:
            findings.skip(f"{where}, beside the dates", text, "a job has no field for this")
    return facts


def dates_of(where: str, dated: Dated, findings: Findings) -> dict[str, str]:
    """Return the dates of a line; note what we assumed, and name spans beyond the first."""
    if dated.several:
        findings.skip(where, " and ".join(dated.several), "more than one span; write each on its own line")
        return {}
    if dated.assumed:
        findings.notes.append(f"{where}: {dated.assumed}.")
    start = dated.start
    either = SHORT_SPAN.fullmatch(start) if dated.alone else None
    if either and either[3] > either[2]:
        first, last = either[1] + either[2], either[1] + either[3]
        if findings.short_years:
            findings.notes.append(f"{where}: {start} is read as {first} to {last}, like your other dates.")
            return findings.span((where, first), (where, last), open_end=False)
        if "-" in start:
            findings.notes.append(f"{where}: {start} is read as a month; for years write {first}-{last}.")
    facts = findings.span((where, start), (where, dated.end), open_end=dated.goes_on)
    begun = facts.get("started", "")
    year = begun.rstrip("~?%")
    said_alone = _A_YEAR_ALONE.fullmatch(without_doubt(start)[0])
    if dated.alone and len(year) == 4 and said_alone:  # noqa: PLR2004 - it has no month
        if year < str(dt.datetime.now().astimezone().year):
            facts["ended"] = begun
            reading = f"is read as that year; if it went on, write {year}-{int(year) + 1} or since {year}"
        else:  # the year is not over, so the job may go on
            reading = f"is read as the beginning; if it goes on, write since {year}"
        findings.notes.append(f"{where}: {year} alone {reading}.")
    elif "started" in facts and "ended" not in facts and dated.alone and not either:
        findings.notes.append(f"{where}: only a start stands in it; if it goes on, write since {start}.")
    return facts
