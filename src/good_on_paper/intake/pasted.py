"""Roles pasted one a line: "Editor, Acme, 2014-2017", "2003-2006 Cook at The Harbour"."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import keys
from good_on_paper.intake import limits
from good_on_paper.intake.asides import is_length
from good_on_paper.intake.errors import IntakeError
from good_on_paper.intake.facts import Findings, kind_of
from good_on_paper.intake.preview import Preview, RoleFound
from good_on_paper.intake.spans import Dated, dates_in, year_in
from good_on_paper.language.dates import order_of

if TYPE_CHECKING:
    from collections.abc import Iterable

_BULLET: Final = re.compile(r"^\s*(?:[-*\u2022\u2013\u00b7]|[0-9]{1,2}[.)])\s+")
_PARTS: Final = re.compile(
    r"\s*(?:,|;|\t|\||\s@\s|\s(?:at|bei|chez)\s|\s[-\u2013\u2014]\s)\s*", re.IGNORECASE
)
_MONTH_OR_YEAR: Final = re.compile(r"([12][0-9])([0-9]{2})-(0[1-9]|1[0-2])")
_NUMBERS: Final = re.compile(r"(?<![0-9])[0-9]{1,2}[/-][0-9]{1,2}[/-][0-9]{2,4}(?![0-9])")
_TITLE_EMPLOYER_PLACE: Final = 3
_STANDS_IN: Final = {"title": "name", "employer": "name"}
_A_YEAR_ALONE: Final = re.compile(r"'?[0-9]{2,4}")
_ONLY_DATES: Final = "only dates stand in it; write them on the line of the job"


def read_lines(text: str, file: str = "pasted lines") -> Preview:
    """Find a role in each line: what, where or for whom, and when, as far as it says so.

    Parameters
    ----------
    text : str
    file : str
        What to call it in messages.

    Returns
    -------
    Preview
        Roles at places such as "line 3". One year alone is that year, one month a
        start; "since 2019" and "2019 -" go on.

    Raises
    ------
    IntakeError
        If there are no lines, or more than a career can have.
    """
    lines = [(number, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
    if not lines:
        raise IntakeError(file, "nothing stands in it", expected="a job a line: Editor, Acme, 2014-2017")
    if len(lines) > limits.ROWS:
        raise IntakeError(file, f"{len(lines):,} lines", expected=f"at most {limits.ROWS:,}")
    findings = Findings()
    tell_order(text, findings)
    roles: list[RoleFound] = []
    seen: dict[str, str] = {}
    for number, raw in lines:
        where = f"line {number}"
        line = _BULLET.sub("", findings.text(where, raw.replace("\t", " | ")))
        if not any(sign.isalpha() for sign in line):
            findings.skip(where, line, "no words stand in it")
        elif line in seen:
            findings.skip(where, line, f"the same as {seen[line]}")
        else:
            seen[line] = where
            dated = dates_in(line)
            if dated and not any(sign.isalpha() for sign in dated.rest):
                findings.skip(where, line, _ONLY_DATES)
            else:
                roles.append(_role(where, line, dated, findings))
    return Preview(file, "lines", tuple(roles), skipped=tuple(findings.skipped), notes=tuple(findings.notes))


def _role(where: str, line: str, dated: Dated | None, findings: Findings) -> RoleFound:
    facts = {} if dated is None else dates_of(where, dated, findings)
    facts |= {} if dated is None else terms_of(where, dated.asides, findings)
    parts = [part for part in _PARTS.split(line if dated is None else dated.rest) if part]
    for key, part in zip(("title", "employer", "place"), parts, strict=False):
        facts[key] = part
        if year_in(part):
            findings.notes.append(f"{where}: a year stands in the {_STANDS_IN.get(key, key)}: {part}.")
    if len(parts) > _TITLE_EMPLOYER_PLACE:
        rest = ", ".join(parts[_TITLE_EMPLOYER_PLACE:])
        findings.skip(where, rest, "a line holds what you were, where or for whom, a place and years")
    return RoleFound(where, facts)


def tell_order(text: str, findings: Findings) -> None:
    """Tell from all dates of a text whether day or month comes first in them."""
    findings.order, problem = order_of(_NUMBERS.findall(text))
    if problem:
        findings.notes.append(f"{problem[:1].upper()}{problem[1:]}.")


def terms_of(where: str, asides: Iterable[str], findings: Findings) -> dict[str, str]:
    """Take the kind of a job from what stands beside its dates; name the rest."""
    facts: dict[str, str] = {}
    for text in asides:
        kind = kind_of(text)
        if kind:
            facts.setdefault(keys.ROLE_KIND, kind)
        elif is_length(text):
            findings.skip(f"{where}, how long", text, "the dates say it")
        else:
            findings.skip(f"{where}, beside the dates", text, "a job has no place for this")
    return facts


def dates_of(where: str, dated: Dated, findings: Findings) -> dict[str, str]:
    """Understand the dates of a line; name what was assumed, and spans beyond the first."""
    if dated.several:
        findings.skip(where, " and ".join(dated.several), "more than one span; write each on its own line")
        return {}
    if dated.assumed:
        findings.notes.append(f"{where}: {dated.assumed}.")
    start = dated.start
    if dated.alone and (either := _MONTH_OR_YEAR.fullmatch(start)) and either[3] > either[2]:
        century, year, last = either.groups()
        findings.notes.append(
            f"{where}: {start} is read as a month; for years write {century}{year}-{century}{last}."
        )
    facts = findings.span((where, start), (where, dated.end), open_end=dated.goes_on)
    year = facts.get("started", "")
    if dated.alone and len(year) == 4 and _A_YEAR_ALONE.fullmatch(start):  # noqa: PLR2004 - no month is said
        if year < str(dt.datetime.now().astimezone().year):
            facts["ended"] = year
            said = f"is read as that year; if it went on, write {year}-{int(year) + 1} or since {year}"
        else:  # nobody can say yet that it ended in it
            said = f"is read as the beginning; if it goes on, write since {year}"
        findings.notes.append(f"{where}: {year} alone {said}.")
    return facts
