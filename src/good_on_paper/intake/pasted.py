"""Roles pasted one a line: "Editor, Acme, 2014-2017", "Cook at The Harbour (since March 2019)"."""

from __future__ import annotations

import re
from typing import Final

from good_on_paper.intake import limits
from good_on_paper.intake.errors import IntakeError
from good_on_paper.intake.facts import Findings
from good_on_paper.intake.months import MONTHS, VAGUE, plain
from good_on_paper.intake.preview import Preview, RoleFound

_BULLET: Final = re.compile(r"^\s*(?:[-*\u2022\u2013\u00b7]|[0-9]{1,2}[.)])\s+")
_DATE: Final = (
    r"(?:[0-9]{1,2}[./-][0-9]{1,2}[./-][12][0-9]{3}|[0-9]{1,2}[./][12][0-9]{3}(?![0-9])"
    r"|(?:(?:[0-9]{1,2}\.? )?[^\W\d_]{3,12}\.? ?)?[12][0-9]{3}"
    r"(?:/[0-9]{2}(?![0-9])|-[0-9]{2}(?![0-9])(?:-[0-9]{2}(?![0-9]))?)?"
    r"|(?:[^\W\d_]{3,12}\.? ?)?['\u2018\u2019][0-9]{2}(?![0-9]))"
)
_DASH: Final = r"\s*(?:-|\u2013|\u2014|\bto\b|\buntil\b|\btill\b|\bbis\b)\s*"
_END: Final = rf"(?:{_DATE}|now|present|today|current|ongoing|heute)?"
_SPAN: Final = re.compile(
    r"[\s,;(\[|]+(?P<since>since |from |seit )?"
    rf"(?P<start>{_DATE})(?P<dash>{_DASH}(?P<end>{_END}))?[)\]]?\s*$",
    re.IGNORECASE,
)
_PARTS: Final = re.compile(
    r"\s*(?:,|;|\t|\||\s@\s|\s(?:at|bei|chez)\s|\s[-\u2013\u2014]\s)\s*", re.IGNORECASE
)
_SHORT_START: Final = re.compile(
    r"(?<=\s)[0-9]{2}(?=\s*(?:-|\u2013|to|until|till|bis)\s*[12][0-9]{3}\W*$)", re.IGNORECASE
)
_WORD: Final = re.compile(r"(?:[0-9]{1,2}\.? )?([^\W\d_]+)")
_MONTH_OR_YEAR: Final = re.compile(r"([12][0-9])([0-9]{2})-(0[1-9]|1[0-2])")
_TITLE_EMPLOYER_PLACE: Final = 3
_END_OF_LINE: Final = 80
"""Characters at the end of a line among which the dates are looked for; two of them are not longer."""


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
        Roles at places such as "line 3". A single date is a start; "since 2019" and "2019 -" go on.

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
            roles.append(_role(where, line, findings))
    return Preview(file, "lines", tuple(roles), skipped=tuple(findings.skipped), notes=tuple(findings.notes))


def _span(line: str) -> re.Match[str] | None:
    """Find the dates at the end of a line; a word before them that is no month belongs to what is before."""
    found = _SPAN.search(line, max(0, len(line) - _END_OF_LINE))
    while found and (word := _WORD.match(found["start"])) and plain(word[1]) not in MONTHS.keys() | VAGUE:
        found = _SPAN.search(line, found.start("start") + word.end())
    return found


def _role(where: str, line: str, findings: Findings) -> RoleFound:
    facts: dict[str, str] = {}
    line = _SHORT_START.sub(r"'\g<0>", line)  # "97 until 2000"
    found = _span(line)
    if found and any(sign.isalpha() for sign in line[: found.start()]):
        goes_on = bool(found["since"] or found["dash"]) and not found["end"]
        if (
            not found["dash"]
            and (either := _MONTH_OR_YEAR.fullmatch(found["start"]))
            and either[3] > either[2]
        ):
            century, year, last = either.groups()
            findings.notes.append(
                f"{where}: {found['start']} is read as a month; "
                f"for years write {century}{year}-{century}{last}."
            )
        facts |= findings.span((where, found["start"]), (where, found["end"] or ""), open_end=goes_on)
        line = line[: found.start()].rstrip(" -\u2013\u2014")
    parts = [part for part in _PARTS.split(line) if part]
    for key, part in zip(("title", "employer", "place"), parts, strict=False):
        facts[key] = part
    if len(parts) > _TITLE_EMPLOYER_PLACE:
        rest = ", ".join(parts[_TITLE_EMPLOYER_PLACE:])
        findings.skip(where, rest, "a line holds what you were, where or for whom, a place and years")
    return RoleFound(where, facts)
