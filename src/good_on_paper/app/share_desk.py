"""What the page for sharing does with a record; what is kept between two presses is never on a disk."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from good_on_paper.app.note_beside import write_note
from good_on_paper.app.report_file import PICTURE, SHEET, write_report
from good_on_paper.catalogue import load
from good_on_paper.export.copy_choice import CopyChoice
from good_on_paper.export.copy_for import copy_for, write_copy
from good_on_paper.export.desktop import open_file
from good_on_paper.export.saving import new_path
from good_on_paper.frames.names import role_names
from good_on_paper.frames.notes import SignedNote, notes
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.record import EXPORTS, Record, RecordError
from good_on_paper.record.archive import export_archive
from good_on_paper.record.exported import note_exported
from good_on_paper.record.folder import CATALOGUE_FILE
from good_on_paper.record.lock_keys import refuse_short
from good_on_paper.record.merge_back import last_merge, take_merge_back
from good_on_paper.record.merging import Merge, merge_preview, read_copy
from good_on_paper.study.copy_words import CopyWords
from good_on_paper.study.from_copy import bring_copy, check_order, to_choose

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    from good_on_paper.export.copy_for import CopyFor
    from good_on_paper.record.answers import Cell
    from good_on_paper.record.merging import Fork

ENDING = "locked"
"""The ending of a copy's file."""


@dataclass(frozen=True)
class Brought:
    """A copy that was read and not merged yet.

    Parameters
    ----------
    found : Merge
        What it would bring.
    words : CopyWords
        The same in words.
    forks : tuple of Fork
        The cells in which the person has to choose.
    """

    found: Merge
    words: CopyWords
    forks: tuple[Fork, ...]


@dataclass(frozen=True)
class FileLock:
    """What was typed to lock a file.

    Parameters
    ----------
    passphrase, again : str
        A passphrase, twice.
    to : str
        Public keys, in place of a passphrase.
    label : str
        What can be read on the file.
    """

    passphrase: str
    again: str
    to: str = ""
    label: str = ""

    def keys(self) -> tuple[str, ...]:
        """Return the public keys, after a look whether all that was typed can lock a file.

        Raises
        ------
        RecordError
            When it cannot.
        """
        if not self.to.strip():
            if self.passphrase != self.again:
                raise RecordError("The two passphrases differ. Nothing was written.")
            refuse_short(self.passphrase)
            return ()
        if self.passphrase or self.again:
            raise RecordError("Give a passphrase or a key, not both. Nothing was written.")
        from good_on_paper.record.public_keys import public_keys  # noqa: PLC0415 - only where there is one

        return tuple(public_keys("\n".join(self.to.replace(",", " ").split()), "Their public key"))


@dataclass(frozen=True)
class Overview:
    """What the page shows about a record before anything is pressed.

    Parameters
    ----------
    whose, whom : str
        Whose copy it is, and for whom; empty if the record is the person's own.
    notes : tuple of SignedNote
        Notes by others beside it.
    jobs : mapping
        The name of each job, by id.
    came : datetime, optional
        The moment of the last merge that can be undone.
    """

    whose: str
    whom: str
    notes: tuple[SignedNote, ...]
    jobs: Mapping[str, str]
    came: datetime | None = None


@dataclass
class ShareDesk:
    """The record to share, and what is ready.

    Parameters
    ----------
    folder : Path
        The person's folder.
    person : str
        Their name on this computer; no copy contains it.
    choice, made
        The choices for a copy, and the copy that was shown.
    brought : Brought, optional
        What was read from a file.
    saved : Path, optional
        The file written last.
    mark : str
        A mark of what is ready: a press on an older page does nothing.
    """

    folder: Path
    person: str
    choice: CopyChoice = field(default_factory=lambda: CopyChoice(""))
    made: CopyFor | None = None
    brought: Brought | None = None
    saved: Path | None = None
    mark: str = ""

    def overview(self) -> Overview:
        """Return what the page shows about the record."""
        with Record.open(self.folder) as record:
            made, now = record.made_for, Snapshot(record)
            whose, whom = (made.whose, made.whom) if made else ("", "")
            overview = Overview(whose, whom, tuple(notes(now)), role_names(now))
        last = last_merge(self.folder)
        return overview if last is None else replace(overview, came=last.when)

    def clear(self) -> None:
        """Put away what is ready, and the choices for it."""
        self.choice, self.made, self.brought = CopyChoice(""), None, None
        self.mark = secrets.token_hex(8)

    def look(self, choice: CopyChoice) -> None:
        """Make a copy ready to be shown; write nothing."""
        self.clear()
        self.choice = choice
        if not choice.whom.strip():
            raise RecordError("Say who the copy is for.")
        with Record.open(self.folder) as record:
            self.made = copy_for(record, load(self.folder / CATALOGUE_FILE), choice)

    def again(self) -> None:
        """Go back to the choices for the copy that was shown."""
        self.made = None

    def write(self, lock: FileLock) -> str:
        """Write the copy that was shown; return what to say."""
        keys = lock.keys()
        if self.made is None:
            raise RecordError("Look at the copy first. Nothing was written.")
        path = self._path(f"Copy for {self.choice.whom}", ENDING)
        with Record.open(self.folder) as record:
            write_copy(record, self.made, path, lock.passphrase, public=keys, label=lock.label)
        whom = self.choice.whom
        self._keep(path)
        if keys:
            return f"Saved and locked: {path}. It opens with the key of {whom}."
        return f"Saved and locked: {path}. Tell {whom} the passphrase, but not in the same message."

    def give_back(self, whose: str, lock: FileLock) -> str:
        """Write all of a copy that was worked on, for the person it is of; return what to say."""
        keys = lock.keys()
        path = self._path(f"Back to {whose}", ENDING)
        with Record.open(self.folder) as record:
            export_archive(record, path, passphrase=lock.passphrase, keys=keys, label=lock.label)
        self._keep(path)
        return f"Saved and locked: {path}. {whose} brings it in on this page, in their own record."

    def read(self, name: str, data: bytes, passphrase: str, key: bytes | None = None) -> str:
        """Read a file and make ready what it would bring; return what to say when that is nothing."""
        self.clear()
        other = read_copy(Path(name), passphrase=passphrase or None, key=key, data=data)
        Record.open(self.folder).close()  # brings an older file up to date
        found = merge_preview(self.folder, other)
        check_order(found)
        if found.empty:
            return "Everything in it is here already. Nothing was changed."
        with Record.open(self.folder) as record:
            self.brought = Brought(found, CopyWords.of(record, found), to_choose(found))
        return ""

    def bring(self, chosen: Mapping[Cell, str]) -> str:
        """Merge what was shown; return a message."""
        if self.brought is None:
            raise RecordError("Choose the file first. Nothing was changed.")
        bring_copy(self.folder, self.brought.found.other, chosen)
        self.clear()
        return "Done. You can take it back below, under “Bring changes back”."

    def take_back(self) -> str:
        """Undo what the last file brought; return a message."""
        take_merge_back(self.folder)
        self.clear()
        return "Taken back. What you said since is still here."

    def note(self, text: str, by: str, about: str) -> str:
        """Write a note beside the record; return a message."""
        if not (text.strip() and by.strip()):
            raise RecordError("A note needs its text, and who writes it.")
        with Record.open(self.folder) as record:
            write_note(record, text, by, about or None)
        return "Noted. It stands beside the record, not in it."

    def report(
        self, parts: Collection[str], charts: Collection[str], ending: str, *, letters: bool, private: bool
    ) -> str:
        """Write the report into one file; return a message."""
        path = self._path("Report", "html" if ending == "html" else "pdf")
        left_out = {PICTURE, SHEET} - set(parts)
        with Record.open(self.folder) as record:
            self._keep(write_report(record, path, left_out, charts, letters=letters, private=private))
        return f"Saved: {path}. Whoever has this file can read it."

    def open(self, *, in_folder: bool) -> str:
        """Open the file written last, or show it in its folder."""
        if self.saved is not None:
            open_file(self.saved, in_folder=in_folder)
        return ""

    def _path(self, name: str, ending: str) -> Path:
        return new_path(self.folder / EXPORTS, name, ending)

    def _keep(self, path: Path) -> None:
        note_exported(path)
        self.clear()
        self.saved = path
