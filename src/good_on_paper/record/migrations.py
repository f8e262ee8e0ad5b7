"""The tables of the record, and the steps that bring an older file to today's shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper.record.answers import STATES
from good_on_paper.record.errors import RecordError
from good_on_paper.record.ids import teach_ids
from good_on_paper.record.sums import add_all_sums

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

APPLICATION_ID: Final = 0x476F5021
"""``GoP!``: the mark of a record of this kit."""


_FIRST_KINDS: Final = ("person", "role", "episode", "interview", "target")
_KINDS: Final = (*_FIRST_KINDS, "achievement", "event", "story")


def _words(values: tuple[str, ...]) -> str:
    return ", ".join(f"'{value}'" for value in values)


_FIRST: Final = f"""
CREATE TABLE unit (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ({_words(_FIRST_KINDS)})),
    parent TEXT REFERENCES unit (id),
    created TEXT NOT NULL
) STRICT;
CREATE TABLE sitting (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    seed INTEGER NOT NULL,
    started TEXT NOT NULL
) STRICT;
CREATE TABLE answer (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    given TEXT NOT NULL,
    unit TEXT NOT NULL REFERENCES unit (id),
    item TEXT NOT NULL,
    revision INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ({_words(STATES)})),
    value TEXT CHECK ((value IS NOT NULL) = (state = 'value')),
    memory INTEGER CHECK (memory BETWEEN 1 AND 3),
    private INTEGER NOT NULL CHECK (private IN (0, 1)),
    sitting TEXT NOT NULL REFERENCES sitting (id),
    position INTEGER,
    undoes INTEGER REFERENCES answer (seq),
    token TEXT UNIQUE
) STRICT;
CREATE INDEX answer_cell ON answer (unit, item, seq);
CREATE INDEX answer_sitting ON answer (sitting, seq);
"""

# Forgetting ends in VACUUM, which may renumber rows if no column holds the number, and the order of units and
# sittings depends on it. Also, each row removed from `answer` asks which others undo it.
_NUMBERED: Final = f"""
CREATE TABLE numbered_unit (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ({_words(_FIRST_KINDS)})),
    parent TEXT REFERENCES unit (id),
    created TEXT NOT NULL
) STRICT;
INSERT INTO numbered_unit SELECT rowid, id, kind, parent, created FROM unit ORDER BY rowid;
DROP TABLE unit;
ALTER TABLE numbered_unit RENAME TO unit;
CREATE TABLE numbered_sitting (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    seed INTEGER NOT NULL,
    started TEXT NOT NULL
) STRICT;
INSERT INTO numbered_sitting SELECT rowid, id, name, seed, started FROM sitting ORDER BY rowid;
DROP TABLE sitting;
ALTER TABLE numbered_sitting RENAME TO sitting;
CREATE INDEX answer_undoes ON answer (undoes) WHERE undoes IS NOT NULL;
"""  # noqa: S608 - fixed words only

# The index finds the rows that wait for their sum; it is empty between commits.
_SUMMED: Final = "".join(
    f"""
ALTER TABLE {table} ADD COLUMN sum INTEGER;
CREATE INDEX {table}_without_sum ON {table} (sum) WHERE sum IS NULL;
"""
    for table in ("unit", "sitting", "answer")
)

# What two copies of a record need to be merged. `undoes` and `after` hold ids, which outlive the rows they
# name, so they refer to no column. For earlier answers, the journal's own order shows what came after what,
# by the ids that `ids.earlier_id` returns.
_IDENTIFIED: Final = f"""
CREATE TABLE identified_answer (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    given TEXT NOT NULL,
    unit TEXT NOT NULL REFERENCES unit (id),
    item TEXT NOT NULL,
    revision INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ({_words(STATES)})),
    value TEXT CHECK ((value IS NOT NULL) = (state = 'value')),
    memory INTEGER CHECK (memory BETWEEN 1 AND 3),
    private INTEGER NOT NULL CHECK (private IN (0, 1)),
    sitting TEXT NOT NULL REFERENCES sitting (id),
    position INTEGER,
    undoes TEXT,
    origin TEXT NOT NULL,
    after TEXT NOT NULL,
    token TEXT UNIQUE,
    sum INTEGER
) STRICT;
INSERT INTO identified_answer
SELECT seq, earlier_id(seq, given, sitting), given, unit, item, revision, state, value, memory, private,
    sitting, position,
    (SELECT earlier_id(undone.seq, undone.given, undone.sitting) FROM answer AS undone
        WHERE undone.seq = answer.undoes),
    first_origin((SELECT id FROM sitting ORDER BY number LIMIT 1)),
    iif(lag(seq) OVER cell IS NULL, '[]', json_array(lag(earlier_id(seq, given, sitting)) OVER cell)),
    token, NULL
FROM answer WINDOW cell AS (PARTITION BY unit, item ORDER BY seq) ORDER BY seq;
DELETE FROM sqlite_sequence WHERE name = 'identified_answer';
INSERT INTO sqlite_sequence (name, seq)
    SELECT 'identified_answer', seq FROM sqlite_sequence WHERE name = 'answer';
DROP TABLE answer;
ALTER TABLE identified_answer RENAME TO answer;
CREATE INDEX answer_cell ON answer (unit, item, seq);
CREATE INDEX answer_sitting ON answer (sitting, seq);
CREATE INDEX answer_without_sum ON answer (sum) WHERE sum IS NULL;
CREATE TABLE forgotten (id TEXT PRIMARY KEY, sum INTEGER) STRICT;
CREATE INDEX forgotten_without_sum ON forgotten (sum) WHERE sum IS NULL;
CREATE TABLE this_copy (
    number INTEGER PRIMARY KEY CHECK (number = 1),
    origin TEXT NOT NULL,
    file TEXT NOT NULL,
    sum INTEGER
) STRICT;
CREATE INDEX this_copy_without_sum ON this_copy (sum) WHERE sum IS NULL;
"""  # noqa: S608 - fixed words only

# The table checks the kind, so a new kind needs a new table; each row keeps its sum.
_WITH_STORIES: Final = f"""
CREATE TABLE wider_unit (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ({_words(_KINDS)})),
    parent TEXT REFERENCES unit (id),
    created TEXT NOT NULL,
    sum INTEGER
) STRICT;
INSERT INTO wider_unit SELECT number, id, kind, parent, created, sum FROM unit ORDER BY number;
DROP TABLE unit;
ALTER TABLE wider_unit RENAME TO unit;
CREATE INDEX unit_without_sum ON unit (sum) WHERE sum IS NULL;
"""  # noqa: S608 - fixed words only

# For copies that go to somebody and come back. `withheld` has the ids of answers whose content stays in
# another copy, with the ids they came after; such an answer has no row, or only a stand-in. `beside` has the
# answers that are last in their cell besides the newest one, after two copies were merged; it is rebuilt from
# the journal when needed. `made_for` says whose copy this is.
_WITH_COPIES: Final = f"""
CREATE TABLE noted_unit (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ({_words((*_KINDS, "note"))})),
    parent TEXT REFERENCES unit (id),
    created TEXT NOT NULL,
    sum INTEGER
) STRICT;
INSERT INTO noted_unit SELECT number, id, kind, parent, created, sum FROM unit ORDER BY number;
DROP TABLE unit;
ALTER TABLE noted_unit RENAME TO unit;
CREATE INDEX unit_without_sum ON unit (sum) WHERE sum IS NULL;
CREATE TABLE withheld (id TEXT PRIMARY KEY, after TEXT NOT NULL, sum INTEGER) STRICT;
CREATE INDEX withheld_without_sum ON withheld (sum) WHERE sum IS NULL;
CREATE TABLE beside (id TEXT PRIMARY KEY, sum INTEGER) STRICT;
CREATE INDEX beside_without_sum ON beside (sum) WHERE sum IS NULL;
CREATE TABLE made_for (
    number INTEGER PRIMARY KEY CHECK (number = 1),
    whose TEXT NOT NULL,
    whom TEXT NOT NULL,
    made TEXT NOT NULL,
    sum INTEGER
) STRICT;
CREATE INDEX made_for_without_sum ON made_for (sum) WHERE sum IS NULL;
"""  # noqa: S608 - fixed words only

STEPS: Final = (_FIRST, _NUMBERED, _SUMMED, _IDENTIFIED, _WITH_STORIES, _WITH_COPIES)
"""Step n takes a file from shape n to shape n + 1. A released step is never changed."""
SHAPE: Final = len(STEPS)
"""Version of the tables, kept in ``PRAGMA user_version``."""


def shape_of(sql: sqlite3.Connection) -> int:
    """Return the shape of an open file; 0 for one without tables."""
    return int(sql.execute("PRAGMA user_version").fetchone()[0])


def migrate(sql: sqlite3.Connection, path: Path) -> None:
    """Take all steps from the file's shape to today's shape.

    A new file takes all steps, so that it cannot differ from an older one.

    Parameters
    ----------
    sql : sqlite3.Connection
        Inside a transaction, with ``foreign_keys`` off: tables are replaced.
    path : Path
        The file, for the message.

    Raises
    ------
    RecordError
        If rows would be left that refer to nothing; the caller rolls everything back.
    """
    teach_ids(sql)
    for step in STEPS[shape_of(sql) :]:
        for statement in step.split(";"):
            sql.execute(statement)
    if dangling := sql.execute("PRAGMA foreign_key_check").fetchall():
        raise RecordError(
            f"{path}: {len(dangling)} rows refer to something that is not there, the first in table "
            f"{dangling[0][0]}. The file was left in its older shape; bring back a backup with "
            f"'good-on-paper restore'."
        )
    add_all_sums(sql)
    sql.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    sql.execute(f"PRAGMA user_version = {SHAPE}")
