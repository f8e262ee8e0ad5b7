"""A table of days described by the minute: one row per stretch, in the day's order.

Its columns are `COLUMNS`; title, employer and start identify the job, as in any table.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.column_names import fact_named
from good_on_paper.intake.errors import shown
from good_on_paper.intake.facts import Findings
from good_on_paper.intake.plain_text import norm, norm_header
from good_on_paper.intake.preview import DayFound, Preview, Rated, RoleFound
from good_on_paper.intake.ratings import fits, other_answer, read_cell
from good_on_paper.language.durations import Duration, DurationError, parse_duration
from good_on_paper.record.days import ABSORBED, DAY, DULL, LENGTH, MARGIN, OF_A_STRETCH, WHAT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from good_on_paper.catalogue import Catalogue, Item
    from good_on_paper.intake.sheet import Row, Sheet

SHEET: Final = "Days"
"""Name of the workbook sheet with days."""
COLUMNS: Final = {
    DAY: "day",
    WHAT: "what",
    LENGTH: "length",
    ABSORBED: "absorbed",
    DULL: "dull",
    MARGIN: "margin",
}
"""The column name of each item; the table also has title, employer and started."""
_ALSO: Final = {
    "which day": DAY,
    "what it was": WHAT,
    "how long": LENGTH,
    "how far in it": ABSORBED,
    "how absorbed": ABSORBED,
    "dull or not": DULL,
    "in between": MARGIN,
}
_NAMES: Final = (
    {name: item for item, name in COLUMNS.items()} | {norm(item): item for item in COLUMNS} | _ALSO
)
OF_A_JOB: Final = ("title", "employer", "started")
"""The facts that identify the job of a day."""
_BARE: Final = "minute"
_LONGEST: Final = 200
"""Characters; as in the form."""


def is_days(sheet: Sheet) -> bool:
    """Return whether a table holds days: it has which day, what or how long, and the job."""
    items = set(_columns(sheet))
    return DAY in items and bool({WHAT, LENGTH} & items) and bool({"title", "employer"} & items)


def read_days(sheet: Sheet, catalogue: Catalogue) -> Preview:
    """Find days and their stretches in a table; leave out and name what cannot be read.

    Parameters
    ----------
    sheet : Sheet
        For which `is_days` holds.
    catalogue : Catalogue
    """
    findings = Findings(notes=list(sheet.notes))
    at = _columns(sheet)
    where: dict[tuple[str, ...], str] = {}
    jobs: dict[tuple[str, ...], dict[str, str]] = {}
    days_of: dict[tuple[str, ...], dict[str, list[tuple[Rated, ...]]]] = {}
    kinds = catalogue.item(DAY).options
    for row in sheet.rows:
        place = sheet.place(row)
        facts = facts_of(sheet, row, at, findings)
        if not facts.keys() & {"title", "employer"}:
            findings.skip(place, "", "it has neither a title nor an employer")
            continue
        cell = row.cells[at[DAY]]
        kind = next((kind for kind in kinds if kind in norm(cell).split()), None)
        if kind is None:
            findings.skip(sheet.place(row, at[DAY]), cell, f"expected one of {', '.join(kinds)}")
            continue
        job = tuple(facts.get(key, "") for key in OF_A_JOB)
        where.setdefault(job, place)
        jobs.setdefault(job, facts)
        stretch = _stretch(sheet, row, at, catalogue, findings)
        if stretch:
            days_of.setdefault(job, {}).setdefault(kind, []).append(stretch)
    roles = [
        RoleFound(
            where[job],
            facts,
            days=tuple(DayFound(kind, tuple(of[kind])) for kind in kinds if kind in of),
        )
        for job, facts in jobs.items()
        if (of := days_of.get(job))
    ]
    return Preview(
        file=sheet.file,
        source="table",
        roles=tuple(roles),
        skipped=tuple(findings.skipped),
        notes=tuple(findings.notes),
    )


def with_parts(jobs: Preview, parts: Preview) -> Preview:
    """Add the days or episodes of a file to its jobs; those without a job there make a new one."""
    parts_by_job = {_named(role): role for role in parts.roles}
    roles = []
    for role in jobs.roles:
        found = parts_by_job.pop(_named(role), None)
        if found is not None:
            role = replace(role, days=found.days or role.days, episodes=found.episodes or role.episodes)  # noqa: PLW2901
        roles.append(role)
    skipped, notes = (*jobs.skipped, *parts.skipped), (*jobs.notes, *parts.notes)
    received = (*jobs.received, *parts.received)
    lines = (*jobs.lines, *parts.lines)
    return replace(
        jobs,
        roles=(*roles, *parts_by_job.values()),
        lines=lines,
        received=received,
        skipped=skipped,
        notes=notes,
    )


def _named(role: RoleFound) -> tuple[str, ...]:
    return tuple(role.facts.get(key, "") for key in OF_A_JOB)


def _columns(sheet: Sheet) -> dict[str, int]:
    """Return the column of each item and of each fact of a job."""
    found: dict[str, int] = {}
    for number, header in enumerate(sheet.header):
        name = norm_header(header)
        key = _NAMES.get(name) or fact_named(name)
        if key in (*COLUMNS, *OF_A_JOB):
            found.setdefault(key, number)
    return found


def facts_of(sheet: Sheet, row: Row, at: Mapping[str, int], findings: Findings) -> dict[str, str]:
    """Return what a row says about its job: title, employer, start."""

    def cell(key: str) -> tuple[str, str]:
        return (sheet.place(row, at[key]), row.cells[at[key]]) if key in at else ("", "")

    facts = {key: findings.text(*cell(key)) for key in ("title", "employer")}
    facts |= findings.span(cell("started"), ("", ""), open_end=False)
    return {key: text for key, text in facts.items() if text}


def _stretch(
    sheet: Sheet, row: Row, at: Mapping[str, int], catalogue: Catalogue, findings: Findings
) -> tuple[Rated, ...]:
    found: list[Rated] = []
    for key in OF_A_STRETCH:
        if key not in at:
            continue
        place = sheet.place(row, at[key])
        text = findings.text(place, row.cells[at[key]], lines=True)
        answer = _understood(catalogue.item(key), text) if text else None
        if isinstance(answer, str):
            findings.skip(place, text, answer)
        elif answer is not None:
            found.append(answer)
            if key == LENGTH and answer.value == text and not _is_length(text):
                findings.notes.append(f"{place}: {shown(text)} is kept as it is written; it is no length.")
    return tuple(found)


def _understood(item: Item, text: str) -> Rated | str:
    """Return a cell's answer as the form would; a plain text says what was expected instead."""
    if len(text) > _LONGEST:
        return f"{len(text):,} characters; at most {_LONGEST} are taken"
    if item.kind == "duration":
        return Rated(item.key, _length(text))
    if item.kind != "rating":
        return other_answer(item, text)
    number = read_cell(text).number
    if number is None or not fits(item, [number]):
        return f"expected a whole number from {item.scale.min} to {item.scale.max}"
    return Rated(item.key, number)


def _length(text: str) -> str:
    """Return a length as the record keeps it, a bare number in minutes; any other text stays as written."""
    if _is_length(text):
        return text
    try:
        return str(parse_duration(text, bare=_BARE))
    except DurationError:
        return text


def _is_length(text: str) -> bool:
    """Return whether a text is a length as the record keeps it."""
    try:
        return str(Duration.of(text)) == text
    except DurationError:
        return False
