"""How to recognise a table of applications or interviews, by its columns and their values."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.column_names import fact_named
from good_on_paper.intake.facts import says_nothing
from good_on_paper.intake.log_columns import LogColumn, log_columns
from good_on_paper.intake.log_states import channel_in, state_in
from good_on_paper.intake.plain_text import norm

if TYPE_CHECKING:
    from good_on_paper.intake.sheet import Sheet

OF_INTERVIEW: Final = frozenset({"round", "met"})
"""Parts that only a table of interviews has."""
_YES_NO: Final = frozenset(
    {"yes", "no", "true", "false", "x", "y", "n", "1", "0", "ja", "nein", "oui", "non"}
)


def is_log(sheet: Sheet) -> bool:
    """Return whether a table holds applications or interviews, by its columns and their values."""
    columns = log_columns(sheet.header)
    parts = {column.part for column in columns}
    if not parts & {"employer", "job"} or {"started", "ended"} & {fact_named(name) for name in sheet.header}:
        return False
    if parts & {"applied", "rejected", "round"} or {"day", "state"} <= parts:
        return True
    states = [column for column in columns if column.part == "state"]
    states_said = [row.cells[column.number] for column in states for row in sheet.rows]
    known = [text for text in states_said if not says_nothing(text)]
    return bool(known) and sum(not state_in(text).unsure for text in known) * 2 > len(known)


def settled_columns(sheet: Sheet) -> list[LogColumn]:
    """Return what each column is; values decide for a second column of one name, and for a mere "date"."""
    columns = _with_name([_by_values(sheet, column) for column in log_columns(sheet.header)])
    taken: set[str] = set()
    for place, column in enumerate(columns):
        part = _again(column) if column.part == "twice" else column.part
        if column.round:
            continue
        clash = part in taken and part != "state"  # "Status" and "Outcome" both count
        columns[place] = replace(column, part="twice" if clash and part else part)
        taken.add(part)
    of_interviews = bool(taken & OF_INTERVIEW) and "applied" not in taken
    meant = {
        "date": ("day" if of_interviews else "applied"),
        "contact": "met",
        "saved": "",
    }
    settled = []
    for column in columns:
        part = meant.get(column.part, column.part)
        clash = column.part in meant and part in taken
        settled.append(replace(column, part="" if clash else part))
    return settled


def _with_name(columns: list[LogColumn]) -> list[LogColumn]:
    """Read a column called "name" as the employer, or as the job if the employer has a column."""
    parts = {column.part for column in columns}
    missing = next((part for part in ("employer", "job") if part not in parts), "")
    named = next((column for column in columns if norm(column.header) == "name" and not column.part), None)
    if not missing or named is None:
        return columns
    return [replace(column, part=missing) if column is named else column for column in columns]


def _by_values(sheet: Sheet, column: LogColumn) -> LogColumn:
    texts = [
        norm(row.cells[column.number]) for row in sheet.rows if not says_nothing(row.cells[column.number])
    ]
    if not texts:
        return column
    if column.part in ("applied", "day", "offered", "rejected") and all(text in _YES_NO for text in texts):
        return replace(column, part={"applied": "sent"}.get(column.part, ""))
    if column.part == "state" and all("{" in row.cells[column.number] for row in sheet.rows):
        return replace(column, part="")  # a program's internal value; Teal has the same in words beside it
    if column.part == "found" and all("://" in row.cells[column.number] for row in sheet.rows):
        return replace(column, part="")  # the address of an ad
    if column.part == "channel" and not any(map(channel_in, texts)):
        return replace(column, part="found")  # "LinkedIn", "a friend"
    return column


def _again(column: LogColumn) -> str:
    return log_columns([column.header])[0].part
