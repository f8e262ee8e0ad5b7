"""Every answer ever given, in order, in one SQLite file."""

from good_on_paper.record.answers import (
    FIRST_SIGHT,
    MEMORY,
    MISSING,
    NOTE,
    STATES,
    UNIT_KINDS,
    Answer,
    Sitting,
    Unit,
)
from good_on_paper.record.errors import Conflict, Damaged, NotSaved, RecordError
from good_on_paper.record.folder import EXPORTS, RECORD_FILE, person_folder
from good_on_paper.record.journal import Record

__all__ = [
    "EXPORTS",
    "FIRST_SIGHT",
    "MEMORY",
    "MISSING",
    "NOTE",
    "RECORD_FILE",
    "STATES",
    "UNIT_KINDS",
    "Answer",
    "Conflict",
    "Damaged",
    "NotSaved",
    "Record",
    "RecordError",
    "Sitting",
    "Unit",
    "person_folder",
]
