"""The record: the public face of the journal."""

from __future__ import annotations

import secrets
import uuid
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, Self

from good_on_paper.record import rows, surroundings
from good_on_paper.record.answers import MISSING, NOTE, UNIT_KINDS, Answer, Missing, Sitting, Unit
from good_on_paper.record.backup import take
from good_on_paper.record.connection import Connection
from good_on_paper.record.errors import Conflict, RecordError
from good_on_paper.record.folder import make_private, person_folder
from good_on_paper.record.forget import finish_forgetting
from good_on_paper.record.looked import NotedLook, note_look, noted_looks
from good_on_paper.record.undo import Undo
from good_on_paper.record.validity import check_name, check_number, encode
from good_on_paper.record.views import sitting_id, unit_id

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

    from good_on_paper.record.backup import Backup

PERSON: Final = "0" * 32
"""The id of the person's unit: the same in every record, so that two processes cannot make two."""
_UNMADE: Final = datetime.fromtimestamp(0, UTC)
"""The creation moment of the person's unit before it exists."""

MOMENT: Final = 0.2
"""Seconds that a page waits for the day's backup, to know whether it could be made."""


class Record(Undo):
    """All answers of one person: append-only, in one file.

    Any thread may use it, and several notebooks may each have one on the same file. Use `Record.open`.

    Parameters
    ----------
    connection : Connection
        The open file.
    """

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self.path: Path = connection.path
        self.folder: Path = connection.path.parent
        self._unfinished: str | None = None

    @classmethod
    def open(cls, folder: Path | str | None = None) -> Self:
        """Open a person's record; make it if it does not exist.

        Parameters
        ----------
        folder : Path or str, optional
            The person's folder; by default `person_folder()`.

        Raises
        ------
        RecordError
            If the folder cannot be used or the file is not a record that this kit can read.
        """
        path = make_private(person_folder(folder))
        trouble = finish_forgetting(path.parent)
        record = cls(Connection(path))
        record._unfinished = trouble
        return record

    def close(self) -> None:
        """Close the file; a second call does nothing."""
        self._connection.close()

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the person should know about the place of the record, in sentences; empty if all is well."""
        connection = self._connection
        connection.daily.wait(MOMENT)  # most backups are done by then
        troubles = (connection.only_looked_at, connection.daily.trouble, self._unfinished)
        return (*surroundings.warnings(self.folder), *(trouble for trouble in troubles if trouble))

    def wait_for_backup(self) -> None:
        """Wait until the day's backup is made, or its failure is among the warnings; closing waits too."""
        self._connection.daily.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Record in {self.folder.name}>"

    # -- units and sittings

    def sitting(self, name: str, *, seed: int | None = None) -> Sitting:
        """Begin a stretch of answering in the form called `name`, with its own seed.

        Parameters
        ----------
        name : str
            The form's name.
        seed : int, optional
            What chance was drawn with before anything was answered; drawn here when left out.

        Returns
        -------
        Sitting
            With a new id, its seed and the moment it began, in UTC.
        """
        check_name("sitting", name)
        drawn = secrets.randbits(31) if seed is None else seed
        sitting = Sitting(uuid.uuid4().hex, name, drawn, rows.clock())
        with self._connection.writing() as sql:
            sql.execute(
                "INSERT INTO sitting (id, name, seed, started) VALUES (?, ?, ?, ?)",
                (sitting.id, name, sitting.seed, rows.stamp(sitting.started)),
            )
        return sitting

    def add_unit(
        self, kind: str, *, sitting: Sitting, parent: Unit | str | None = None, unit: str | None = None
    ) -> Unit:
        """Add something that answers can be about, and list it.

        Parameters
        ----------
        kind : str
            One of `UNIT_KINDS` except ``person``; or `NOTE`, for a note by somebody else.
        sitting : Sitting
            The sitting in which the person added it; undo removes it from the list again.
        parent : Unit or str, optional
            The unit that contains it.
        unit : str, optional
            The sender's own id (32 hexadecimal digits): sending it twice adds one unit.

        Returns
        -------
        Unit
            The unit as it is in the record now; the one added before if the id was sent twice.

        Raises
        ------
        RecordError
            If kind or parent is unknown, or the id already belongs to a unit of another kind.
        """
        if kind not in (*UNIT_KINDS[1:], NOTE):
            raise RecordError(
                f"unit kind {kind!r} cannot be added. Expected one of {', '.join(UNIT_KINDS[1:])}."
            )
        made = _checked_id(unit) if unit else uuid.uuid4().hex
        with self._connection.writing() as sql:
            known = self._find_unit(made)
            if known:
                if known.kind != kind:
                    raise RecordError(f"unit {made} is a {known.kind} already and cannot be a {kind}.")
                return known
            over = None if parent is None else unit_id(parent)
            if over == PERSON:
                self._make_person(sql)
            elif over is not None:
                self._must_exist(over)
            sql.execute(
                "INSERT INTO unit (id, kind, parent, created) VALUES (?, ?, ?, ?)",
                (made, kind, over, rows.now()),
            )
            self.answer(made, "listed", True, sitting=sitting)
        return self._get_unit(made)

    def remove_unit(self, unit: Unit | str, *, sitting: Sitting) -> Answer:
        """Take a unit off the list; its answers stay, and undo brings it back.

        Returns
        -------
        Answer
            The new answer: that the unit is not on the list.
        """
        return self.answer(unit, "listed", False, sitting=sitting)

    @property
    def person(self) -> Unit:
        """The person's unit; answers that belong to no role are about this unit.

        Reading it writes nothing: its row is made with the first answer about it. Until then `created` is the
        start of 1970.
        """
        return self._find_unit(PERSON) or Unit(PERSON, "person", None, _UNMADE, 0)

    def _make_person(self, sql: sqlite3.Connection) -> None:
        sql.execute(
            "INSERT OR IGNORE INTO unit (id, kind, parent, created) VALUES (?, 'person', NULL, ?)",
            (PERSON, rows.now()),
        )

    # -- looks, beside the record

    def note_look(self, look: Answer) -> None:
        """Note beside the record that a look was taken, so that a restored older copy knows of it."""
        note_look(self.folder, self._first_sitting(), look)

    def lost_looks(self, item: str) -> list[NotedLook]:
        """Return the looks at something that were taken and are not in the record, oldest first.

        Returns
        -------
        list of NotedLook
            Empty if the record holds every look that was noted beside it.
        """
        noted = [note for note in noted_looks(self.folder) if note.item == item]
        if not noted:
            return []
        first = self._first_sitting()
        there = {answer.seq for answer in self.history(PERSON, item)}
        return [note for note in noted if note.record == first and note.seq not in there]

    def _first_sitting(self) -> str:
        found = self._connection.read("SELECT id FROM sitting ORDER BY rowid LIMIT 1")
        return str(found[0][0]) if found else ""

    # -- answers

    def answer(
        self,
        unit: Unit | str,
        item: str,
        value: Any = None,  # noqa: ANN401 - any JSON value
        *,
        sitting: Sitting | str,
        state: str = "value",
        revision: int = 1,
        memory: int | None = None,
        private: bool = False,
        position: int | None = None,
        token: str | None = None,
        replaces: int | Missing | None = MISSING,
        unseen: str | None = None,
    ) -> Answer:
        """Write one answer; when this returns, it is on the disk.

        Parameters
        ----------
        unit, item, value, state, revision, memory, private, position
            As in `Answer`.
        sitting : Sitting or str
            The sitting it is given in.
        token : str, optional
            The sender's own name for this answer. The same token again returns the first answer and writes
            nothing, so a resend never doubles it.
        replaces : int or None, optional
            The `seq` that the sender saw in this cell, None for an empty cell; not checked by default.
        unseen : str, optional
            Answers from sittings of this name were hidden from the sender; see `current`.

        Returns
        -------
        Answer
            The answer as it is in the record, with its ``seq`` and its moment in UTC.

        Raises
        ------
        Conflict
            If the cell has an answer newer than `replaces`.
        RecordError
            If unit or sitting is unknown, or the parts do not fit together.
        NotSaved
            If the disk refuses; nothing is changed.
        """
        text = encode(item, state, value, memory)
        check_number("revision", revision, 1)
        if position is not None:
            check_number("position", position, 0)
        if token is not None:
            check_name("token", token)
        cell = unit_id(unit)
        with self._connection.writing() as sql:
            if token is not None and (sent := self._sent(token)):
                return sent
            if cell == PERSON:
                self._make_person(sql)
            if replaces is not MISSING:
                self._check_seen(cell, item, replaces, unseen)
            return self._append(
                sql,
                (
                    rows.now(),
                    cell,
                    item,
                    revision,
                    state,
                    text,
                    memory,
                    int(private),
                    sitting_id(sitting),
                    position,
                    None,
                    token,
                ),
            )

    def _sent(self, token: str) -> Answer | None:
        found = self._connection.read(f"{rows.ANSWERS} WHERE token = ?", (token,))
        return rows.answer(found[0]) if found else None

    def _check_seen(self, unit: str, item: str, seen: int | None, unseen: str | None) -> None:
        stands = self._stands(unit, item, unseen=unseen)
        newest = None if stands is None else stands.seq
        empty = stands is None or stands.state == "cleared"
        if newest != seen and not (seen is None and empty):
            self._must_exist(unit)
            raise Conflict(
                f"{item}: changed elsewhere since it was shown here. The newer answer was kept; look at it "
                f"and answer again if yours should stand.",
                None if empty else stands,
            )

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Write several answers in one transaction: all of them, or none if anything is raised.

        Yields
        ------
        None
            While the answers are written.
        """
        with self._connection.writing():
            yield

    def back_up(self, *, why: str = "") -> Backup:
        """Make a backup now, besides the daily ones; one with a reason is not thinned out.

        Returns
        -------
        Backup
            Where the copy is, when it was taken (in UTC) and why.

        Raises
        ------
        RecordError
            If none can be made, or the record is damaged.
        """
        with self._connection.writing():
            try:
                return take(self.path, why=why)
            except OSError as error:
                raise RecordError(
                    f"{self.folder}: no backup could be made ({error}). Make room, allow writing there, or "
                    f"write a copy elsewhere with 'good-on-paper backup --to FILE'."
                ) from error


def _checked_id(text: str) -> str:
    try:
        return uuid.UUID(text).hex
    except ValueError as error:
        raise RecordError(f"unit id {text!r} is not valid. Expected 32 hexadecimal digits.") from error
