"""Notes that somebody else wrote beside the record: signed, and in no frame of the person's answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from good_on_paper.catalogue import keys
from good_on_paper.frames.names import role_names
from good_on_paper.record import NOTE, UNIT_KINDS

if TYPE_CHECKING:
    from datetime import datetime

    from good_on_paper.frames.snapshot import Snapshot


@dataclass(frozen=True)
class SignedNote:
    """One note.

    Attributes
    ----------
    text, by : str
        What it says, and who signed it.
    about : str
        The name of what it is about; empty for the person.
    given : datetime
        When its text was last changed, in UTC.
    """

    text: str
    by: str
    about: str
    given: datetime


def notes(snapshot: Snapshot) -> list[SignedNote]:
    """Return the notes beside a record, in the order in which they were written.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> notes(gop.sample())
    []
    """
    units = snapshot.units(NOTE)
    if not units:
        return []
    said = snapshot.current(items=(keys.NOTE_TEXT, keys.NOTE_BY), units=units)
    names = {unit: name for kind in UNIT_KINDS[1:] for unit, name in role_names(snapshot, kind=kind).items()}
    found = []
    for unit in units:
        text, by = said.get((unit.id, keys.NOTE_TEXT)), said.get((unit.id, keys.NOTE_BY))
        if text is not None:
            signed = "" if by is None else str(by.value)
            found.append(SignedNote(str(text.value), signed, names.get(unit.parent or "", ""), text.given))
    return found
