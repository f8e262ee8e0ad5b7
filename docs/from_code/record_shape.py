"""The record's tables as they are today, and the steps that brought them there."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory

from from_code.tables import code, table
from good_on_paper.record import RECORD_FILE, UNIT_KINDS, Record
from good_on_paper.record.archive import COLUMNS
from good_on_paper.record.migrations import SHAPE, STEPS

OPENING = """\
# The record, and its migrations

One SQLite file holds every answer ever given, in order. Nothing is overwritten: a change is a new row, and
the latest row of a cell stands. A cell is one unit and one item. Only `forget` and `wipe` take rows away,
and they take them everywhere. The kinds of unit are {kinds}.

Today's shape is {shape}, kept in `PRAGMA user_version`. `good-on-paper check` says whether a file is whole.
"""
ARCHIVE = """\
## The archive

`good-on-paper export FILE` writes the same as one JSON file in ASCII, a row a line, which reads back
without change. Two archives of one record are equal to the byte. These columns go along:
"""
MIGRATIONS = """\
## The steps

A newer kit brings an older file to today's shape when it opens it, in one transaction: all steps or none. A
new file takes every step too, so it cannot differ from an older one. A step that was released is never
changed.
"""


def today() -> sqlite3.Connection:
    """Return a copy, in memory, of a record that was just begun."""
    sql = sqlite3.connect(":memory:")
    with TemporaryDirectory() as folder:
        Record.open(Path(folder)).close()
        begun = sqlite3.connect(Path(folder) / RECORD_FILE)
        begun.backup(sql)
        begun.close()
    return sql


def write(into: Path) -> None:
    """Write the page."""
    kinds = ", ".join(map(code, UNIT_KINDS))
    parts = [OPENING.format(kinds=kinds, shape=SHAPE)]
    sql = today()
    for (name,) in sql.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT%'"):
        rows = [
            [code(column), kind.lower(), "no" if must or key else "yes"]
            for _, column, kind, must, _, key in sql.execute(f"PRAGMA table_info({name})")
        ]
        parts.append(f"## The table {name}\n\n{table(('column', 'type', 'may be empty'), rows)}")
    sql.close()
    archive = [[code(name), ", ".join(map(code, columns))] for name, columns in COLUMNS.items()]
    parts += [ARCHIVE, table(("table", "columns"), archive), MIGRATIONS]
    for number, step in enumerate(STEPS):
        parts.append(f"### From shape {number} to {number + 1}\n\n```sql\n{step.strip()}\n```\n")
    (into / "reference" / "record.md").write_text("\n".join(parts), encoding="utf-8")
