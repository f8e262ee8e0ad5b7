"""A table of what happened outside the jobs, one event per row, and how it is written into the record."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.column_names import fact_named
from good_on_paper.intake.facts import Findings
from good_on_paper.intake.plain_text import digest, norm_header, same
from good_on_paper.intake.preview import Preview, Received
from good_on_paper.language.dates import parse_date
from good_on_paper.language.partial_date import DateError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.intake.sheet import Sheet
    from good_on_paper.record import Record, Sitting

SHEET: Final = "Events"
"""Name of the workbook sheet with events."""
EVENT: Final = "event"
"""Their kind in a preview."""
COLUMNS: Final = {"title": "event", "started": "started", "ended": "ended"}
"""The column name of each fact."""


def is_events(sheet: Sheet) -> bool:
    """Return whether a table holds events: it has their names and dates, and no job."""
    at = _columns(sheet)
    jobs = {fact_named(norm_header(header)) for header in sheet.header} & {"title", "employer"}
    return "title" in at and "started" in at and not jobs


def read_events(sheet: Sheet, catalogue: Catalogue) -> Preview:
    """Find events in a table; keep as written what is not a date.

    Parameters
    ----------
    sheet : Sheet
        For which `is_events` holds.
    catalogue : Catalogue
    """
    del catalogue  # its columns are the same for everybody
    findings, at = Findings(notes=list(sheet.notes)), _columns(sheet)
    found = []
    for row in sheet.rows:
        cells = {key: findings.text(sheet.place(row, place), row.cells[place]) for key, place in at.items()}
        facts = {key: text if key == "title" else _date(text, key) for key, text in cells.items() if text}
        if facts:
            found.append(facts)
    part = Received(SHEET, EVENT, "Outside events", tuple(found), private=False)
    return Preview(
        file=sheet.file,
        source="table",
        roles=(),
        received=(part,) if found else (),
        skipped=tuple(findings.skipped),
        notes=tuple(findings.notes),
    )


def bring_events(record: Record, part: Received, sitting: Callable[[], Sitting]) -> int:
    """Add new events and return how many; an event that the person removed stays removed.

    Title and start identify an event.
    """
    units = record.units("event")
    current = record.current(items=("title", "started"), units=units)
    there = {
        _alike(
            {key: current[unit.id, key].value for key in ("title", "started") if (unit.id, key) in current}
        )
        for unit in units
    }
    added = 0
    for entry in part.entries:
        named = _alike(entry)
        unit = uuid.uuid5(uuid.UUID(record.person.id), f"event:{digest(*named)}").hex
        if named in there or record.history(unit, "listed"):
            continue
        record.add_unit("event", sitting=sitting(), unit=unit)
        for key in COLUMNS:
            if key in entry:
                record.answer(unit, key, entry[key], sitting=sitting())
        there.add(named)
        added += 1
    return added


def _alike(facts: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(same(str(facts.get(key) or "")) for key in ("title", "started"))


def _columns(sheet: Sheet) -> dict[str, int]:
    """Return the column of each fact."""
    found: dict[str, int] = {}
    for number, header in enumerate(sheet.header):
        name = norm_header(header)
        key = "title" if name in ("event", "outside event", "what happened") else fact_named(name)
        if key in COLUMNS and (key != "title" or name != "title"):
            found.setdefault(key, number)
    return found


def _date(text: str, key: str) -> str:
    try:
        return str(parse_date(text, end=key == "ended"))
    except DateError:
        return text
