"""Roles pasted one per line: "Editor, Acme, 2014-2017", "2003-2006 Cook at The Harbour"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from good_on_paper.intake import limits
from good_on_paper.intake.cv_habit import Habit, habit_of
from good_on_paper.intake.cv_head import head_of
from good_on_paper.intake.errors import IntakeError
from good_on_paper.intake.facts import Findings
from good_on_paper.intake.head_doubts import assumed
from good_on_paper.intake.head_layout import at_odds, by_full_stops
from good_on_paper.intake.job_words import is_degree, title_score, why_no_work
from good_on_paper.intake.line_dates import dates_of, tell_order, terms_of, with_whole_years
from good_on_paper.intake.line_parts import (
    as_line,
    facts_in,
    is_no_title,
    why_no_job,
)
from good_on_paper.intake.name_doubts import why_no_names
from good_on_paper.intake.page_buttons import is_button
from good_on_paper.intake.plain_text import plain_line
from good_on_paper.intake.preview import Preview, RoleFound
from good_on_paper.intake.spans import Dated, dates_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_BULLET: Final = re.compile(r"^\s*(?:[-*\u2022\u2013\u00b7]|[0-9]{1,2}[.)])\s+")
_NO_NAME: Final = "We could not tell what this job is called, so it isn’t ticked. Tick it if it’s right."
_NO_DATES: Final = "No dates stand in it as in the other lines, so it isn’t ticked. Tick it if it was a job."
_NO_WORK: Final = (
    "Neither dates nor a job title stand in these lines, so none is ticked. Tick what was a job."
)
_FEW_JOBS: Final = "Most lines beside it are no jobs, so it isn’t ticked. Tick it if it was one."
_DATES_APART: Final = (
    "Its dates may stand on another line, so it isn’t ticked. Put the dates right, then tick it."
)
_AS_EMPLOYER: Final = " as the employer."
_TWO_TIMES: Final = "More than one time stands in it, so it isn’t ticked. Write each as a line of its own."
_DEGREE: Final = "This looks like a degree, so it isn’t ticked. Tick it if it was a job."
_AND: Final = re.compile(r"(?:and|und|et|y|e|en|&)", re.IGNORECASE)
_TIGHT: Final = re.compile(r"(?<=\w),(?=[^\W\d])")
"""A comma of a table without names: "Editor,Acme,2014,2017"."""
_CELLS: Final = re.compile(r"\t|(?<=\S) {4,}(?=\S)")
_SEVERAL: Final = 2
_IN_A_LINE: Final = 20
"""Most jobs on one line."""
_ONLY_DATES: Final = "only dates stand in it; write them on the line of the job"


def read_lines(text: str, file: str = "pasted lines") -> Preview:
    """Find a role in each line: title, employer and dates, as far as the line has them.

    Parameters
    ----------
    text : str
    file : str
        What messages call it.

    Returns
    -------
    Preview
        Roles at places such as "line 3"; with several jobs separated by semicolons, the second is at "line
        3b". A single year is that year, a single month a start; "since 2019" and "2019 -" have no end.
        Running text is found but not ticked.

    Raises
    ------
    IntakeError
        If there are no lines, or more than a career can have.
    """
    lines = [(number, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
    if not lines:
        raise IntakeError(file, "there is nothing in it", expected="a job a line: Editor, Acme, 2014-2017")
    if len(lines) > limits.ROWS:
        raise IntakeError(file, f"{len(lines):,} lines", expected=f"at most {limits.ROWS:,}")
    findings = Findings()
    tell_order(text, findings)
    lines = with_whole_years(lines, findings)
    found = list(_each_once(lines, findings))
    named = [_names(line, dated) for _, line, dated, why in found if not why]
    heads = [head_of([names], [], own=names) for names in named]
    habit, housed = habit_of(heads), 2 * sum(bool(head.employer) for head in heads) > len(heads)
    roles = []
    for where, line, dated, why in found:
        if why:
            findings.skip(where, line, why)
        else:
            roles.append(_role(where, line, dated, findings, habit, housed=housed))
    roles = _unless_apart(roles, unplaced=any(_has_dates(line) for _, line, _, why in found if why))
    _doubt(roles, findings)
    return Preview(file, "lines", tuple(roles), skipped=tuple(findings.skipped), notes=tuple(findings.notes))


def _doubt(roles: Sequence[RoleFound], findings: Findings) -> None:
    """Note the lines whose order the others speak against, and names without dates among dated ones."""
    both = [(role.facts.get("title", ""), role.facts.get("employer", "")) for role in roles]
    unsure = {note.partition(":")[0] for note in findings.notes if note.endswith(_AS_EMPLOYER)}
    odd = at_odds(
        [(role.written, *names) for role, names in zip(roles, both, strict=True)],
        [role.where in unsure for role in roles],
    )
    findings.notes += [
        f"{role.where}: {assumed(*names)}."
        for role, names, unlike in zip(roles, both, odd, strict=True)
        if unlike and role.taken and role.where not in unsure
    ]
    with_dates = sum("started" in role.facts for role in roles)
    undated = [
        role.where
        for role, names in zip(roles, both, strict=True)
        if role.taken and not (all(names) or role.facts.keys() & {"started", "ended"})
    ]
    if min(with_dates, len(undated)) >= _SEVERAL:
        findings.notes += [f"{where}: no dates stand in it." for where in undated]


def _each_once(
    lines: Iterable[tuple[int, str]], findings: Findings
) -> Iterator[tuple[str, str, Dated | None, str]]:
    """Yield each job with its place and dates, and why if it is not a job or is a repeat."""
    seen: dict[str, str] = {}
    for number, raw in lines:
        where = f"line {number}"
        cells = _CELLS.split(raw.strip())
        whole = as_line(cells) if len(cells) > 1 else raw
        line = plain_line(_BULLET.sub("", findings.text(where, whole)))
        if not any(sign.isalpha() for sign in line):
            yield where, line, None, "no words stand in it"
        elif is_button(line):
            yield where, line, None, "a button of the page it was copied from"
        elif line in seen:
            yield where, line, None, f"the same as {seen[line]}"
        else:
            seen[line] = where
            for at, (job, dated) in enumerate(_jobs_in(line)):
                place = f"{where}{chr(ord('a') + at) if at else ''}"
                yield place, job, dated, "" if dated is None or _has_words(dated.rest) else _ONLY_DATES


def _jobs_in(line: str) -> list[tuple[str, Dated | None]]:
    """Split a line at its semicolons if each part is a job with its own dates."""
    parts = [part.strip() for part in line.split(";") if part.strip()]
    if 1 < len(parts) <= _IN_A_LINE:
        dated = [dates_in(part) for part in parts]
        if all(found and not found.several and _has_words(found.rest) for found in dated):
            return list(zip(parts, dated, strict=True))
    return [(line, dates_in(line))]


def _has_dates(line: str) -> bool:
    """Return whether dates stand in a line that is no job, so that they may belong to another line."""
    return dates_in(line) is not None


def _unless_apart(roles: list[RoleFound], *, unplaced: bool) -> list[RoleFound]:
    """Untick a name without dates if most other lines have dates, or if dates stand on lines of their own."""
    if unplaced:
        return [
            role
            if role.facts.keys() & {"started", "ended"}
            else replace(role, taken=False, why=role.why or _DATES_APART)
            for role in roles
        ]
    dated = sum(bool(role.facts.keys() & {"started", "ended"}) for role in roles)
    taken = [role for role in roles if role.taken]
    if len(roles) > 1 and not any(role.facts.keys() & {"started", "ended"} for role in taken):
        if 2 * sum(map(_is_of_work, roles)) < len(roles):
            return [replace(role, taken=False, why=role.why or _NO_WORK) for role in roles]
    elif 2 * len(taken) < len(roles):  # a list of something else, such as publications
        return [
            role
            if _is_of_work(role) or _has_span(role)
            else replace(role, taken=False, why=role.why or _FEW_JOBS)
            for role in roles
        ]
    if dated >= _SEVERAL:
        roles = [
            replace(role, taken=False, why=role.why or _NO_DATES) if _is_no_job(role) else role
            for role in roles
        ]
    if dated < _SEVERAL or 2 * dated < len(roles):
        return roles
    return [
        replace(role, taken=False, why=role.why or _NO_DATES) if _is_apart(role, first=not at) else role
        for at, role in enumerate(roles)
    ]


def _is_of_work(role: RoleFound) -> bool:
    """Return whether a word shows a job title or an employer."""
    return title_score(role.facts.get("title", "")) > 0 or title_score(role.facts.get("employer", "")) != 0


def _has_span(role: RoleFound) -> bool:
    """Return whether a role has a start and another end."""
    return role.facts.get("started", "") != role.facts.get("ended", "") and "started" in role.facts


def _is_no_job(role: RoleFound) -> bool:
    """Return whether a line among dated ones has no dates, and no word shows a job: "Kind regards"."""
    return not (role.facts.keys() & {"started", "ended"} or _is_of_work(role))


def _is_apart(role: RoleFound, *, first: bool) -> bool:
    """Return whether a line may be the person's name, or that of the list: no dates where most have some."""
    names = [role.facts[key] for key in ("title", "employer", "place") if role.facts.get(key)]
    if role.facts.keys() & {"started", "ended"}:
        return False
    return first or (len(names) == 1 and title_score(names[0]) <= 0)


def _has_words(text: str) -> bool:
    return any(map(str.isalpha, text))


def _names(line: str, dated: Dated | None) -> str:
    """Return a line without its dates."""
    names = line if dated is None else dated.rest
    if dated and names.endswith("."):  # "Cook. Harbour Bar, Hull. 2014-2017"
        names = by_full_stops(names.rstrip("."))
    return _TIGHT.sub(", ", names)


def _role(
    where: str, line: str, dated: Dated | None, findings: Findings, habit: Habit, *, housed: bool
) -> RoleFound:
    facts = {} if dated is None else dates_of(where, dated, findings)
    facts |= {} if dated is None else terms_of(where, dated.asides, findings, facts)
    names = _names(line, dated)
    why = why_no_job(names)
    facts |= {"title": names} if why else facts_in(where, names, findings, habit, known=facts, housed=housed)
    why = why or why_no_work(facts.get("title", ""))
    if not why and is_degree(facts.get("title", ""), facts.get("employer", "")):
        why = _DEGREE
    if dated and dated.several and _says_more(line, dated.several):
        why = why or _TWO_TIMES
    if not (facts.get("title") or facts.get("employer")):
        facts["title"] = names or next(iter(dated.asides if dated else ()), line)
        why = why or _NO_NAME
    if is_no_title(facts.get("title", "")):
        why = why or _NO_NAME
    why = why or why_no_names(*(facts.get(key, "") for key in ("title", "employer", "place")))
    return RoleFound(where, facts, taken=not why, written=line, why=why)


def _says_more(line: str, several: Sequence[str]) -> bool:
    """Return whether words come between or after several spans: "2010-14 (Hull), 2014-16 (Leeds)"."""
    after = line
    for span in several:
        after = after.partition(span)[2] or after
        words = re.split(r"[\W\d_]+", after.partition(several[-1])[0] if span != several[-1] else after)
        if any(word and not _AND.fullmatch(word) for word in words):
            return True
    return False
