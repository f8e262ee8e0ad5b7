"""The record: the face of the journal."""

from __future__ import annotations

import secrets
import uuid
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, Self

from good_on_paper.record import rows, surroundings
from good_on_paper.record.answers import MISSING, UNIT_KINDS, Answer, Missing, Sitting, Unit
from good_on_paper.record.backup import take
from good_on_paper.record.connection import Connection
from good_on_paper.record.errors import Conflict, RecordError
from good_on_paper.record.folder import make_private, person_folder
from good_on_paper.record.forget import finish_forgetting
from good_on_paper.record.ids import begin_copy, file_of, new_id
from good_on_paper.record.undo import next_redo, next_undo, stacks
from good_on_paper.record.validity import check_name, check_number, encode
from good_on_paper.record.views import Views, unit_id

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

    from good_on_paper.record.backup import Backup

PERSON: Final = "0" * 32
"""The person unit's id: the same in every record, so that two processes cannot make two."""
_UNMADE: Final = datetime.fromtimestamp(0, UTC)
"""When the person unit was made, while it is not."""


class Record(Views):
    """Everything one person has said: append-only, in one file.

    Safe from any thread; several notebooks may hold one each on the same file. Made by `Record.open`.

    Parameters
    ----------
    connection : Connection
        The open file.
    """

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self.path: Path = connection.path
        self.folder: Path = connection.path.parent
        self._file = file_of(self.path)
        self._unfinished: str | None = None

    @classmethod
    def open(cls, folder: Path | str | None = None) -> Self:
        """Open a person's record, making it when it is not there yet.

        Parameters
        ----------
        folder : Path or str, optional
            The person's folder; by default `person_folder()`.

        Raises
        ------
        RecordError
            When the folder cannot be used or the file is not a record this kit can read.
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
        """What the person should know about the place of the record, in sentences; empty when all is well."""
        connection = self._connection
        troubles = (connection.only_looked_at, connection.backup_trouble, self._unfinished)
        return (*surroundings.warnings(self.folder), *(trouble for trouble in troubles if trouble))

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
        """Begin a stretch of answering in the form called `name`, with a seed of its own.

        Parameters
        ----------
        name : str
            The form's name.
        seed : int, optional
            What chance was drawn with before anything was answered; drawn here when left out.
        """
        check_name("sitting", name)
        drawn = secrets.randbits(31) if seed is None else seed
        sitting = Sitting(uuid.uuid4().hex, name, drawn, datetime.now(UTC))
        with self._connection.writing() as sql:
            sql.execute(
                "INSERT INTO sitting (id, name, seed, started) VALUES (?, ?, ?, ?)",
                (sitting.id, name, sitting.seed, rows.stamp(sitting.started)),
            )
        return sitting

    def add_unit(
        self, kind: str, *, sitting: Sitting, parent: Unit | str | None = None, unit: str | None = None
    ) -> Unit:
        """Add something answers can be about; it is listed from then on.

        Parameters
        ----------
        kind : str
            One of `UNIT_KINDS` but ``person``.
        sitting : Sitting
            The sitting in which the person added it; undo takes it off the list again.
        parent : Unit or str, optional
            The unit it lies in.
        unit : str, optional
            The sender's own id (32 hexadecimal digits): sending it twice adds it once.

        Raises
        ------
        RecordError
            On an unknown kind or parent, or an id that already names a unit of another kind.
        """
        if kind not in UNIT_KINDS or kind == "person":
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
            over = None if parent is None else self._must_exist(sql, unit_id(parent))
            sql.execute(
                "INSERT INTO unit (id, kind, parent, created) VALUES (?, ?, ?, ?)", (made, kind, over, _now())
            )
            self.answer(made, "listed", True, sitting=sitting)
        return self._get_unit(made)

    def remove_unit(self, unit: Unit | str, *, sitting: Sitting) -> Answer:
        """Take a unit off the list; its answers stay, and undo brings it back."""
        return self.answer(unit, "listed", False, sitting=sitting)

    @property
    def person(self) -> Unit:
        """The person the record is about; answers that belong to no role are about this unit.

        Reading it writes nothing: its row is made with the first answer about it. Until then `created` is
        the beginning of 1970.
        """
        return self._find_unit(PERSON) or Unit(PERSON, "person", None, _UNMADE, 0)

    def _find_unit(self, unit: str) -> Unit | None:
        found = self._connection.read(f"{rows.UNITS} WHERE id = ?", (unit,))
        return rows.unit(found[0], self.current(items=("order",), units=(unit,))) if found else None

    def _get_unit(self, unit: str) -> Unit:
        found = self._find_unit(unit)
        if found is None:
            raise RecordError(
                f"unit {unit!r} is not in {self.path}. Expected the id of a role, episode, interview or "
                f"target that was added before."
            )
        return found

    def _must_exist(self, sql: sqlite3.Connection, unit: str) -> str:
        if not sql.execute("SELECT 1 FROM unit WHERE id = ?", (unit,)).fetchone():
            if unit != PERSON:
                self._get_unit(unit)
            sql.execute(
                "INSERT INTO unit (id, kind, parent, created) VALUES (?, 'person', NULL, ?)", (unit, _now())
            )
        return unit

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
            nothing: a resend never doubles.
        replaces : int or None, optional
            The `seq` that the sender saw in this cell, None for an empty one; not checked when left out.
        unseen : str, optional
            Sittings of this name were out of the sender's sight; see `current`.

        Raises
        ------
        Conflict
            When something newer than `replaces` stands in the cell.
        RecordError
            When unit or sitting is unknown, or the parts do not fit together.
        NotSaved
            When the disk refuses; nothing is changed.
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
            self._must_exist(sql, cell)
            if replaces is not MISSING:
                self._check_seen(cell, item, replaces, unseen)
            return self._append(
                sql,
                (
                    _now(),
                    cell,
                    item,
                    revision,
                    state,
                    text,
                    memory,
                    int(private),
                    _sitting_id(sitting),
                    position,
                    None,
                    token,
                ),
            )

    def _append(self, sql: sqlite3.Connection, values: tuple[object, ...]) -> Answer:
        known = sql.execute(rows.ORIGIN, (self._file, values[8])).fetchone()
        if not known:
            raise RecordError(
                f"sitting {values[8]!r} is not in {self.path}. Begin one with Record.sitting(name)."
            )
        named = (new_id(), known[0] or begin_copy(sql, self._file))
        seq = sql.execute(rows.INSERT, (*values, *named)).lastrowid
        return rows.answer((seq, *values[:-1]))

    def _sent(self, token: str) -> Answer | None:
        found = self._connection.read(f"{rows.ANSWERS} WHERE token = ?", (token,))
        return rows.answer(found[0]) if found else None

    def _stands(
        self, unit: str, item: str, *, before: int | None = None, unseen: str | None = None
    ) -> Answer | None:
        found = self._connection.read(
            f"{rows.ANSWERS} WHERE unit = ? AND item = ? AND seq < ? AND {rows.NOT_IN} "
            "ORDER BY seq DESC LIMIT 1",
            (unit, item, rows.END if before is None else before, unseen),
        )
        return rows.answer(found[0]) if found else None

    def _check_seen(self, unit: str, item: str, seen: int | None, unseen: str | None) -> None:
        stands = self._stands(unit, item, unseen=unseen)
        newest = None if stands is None else stands.seq
        empty = stands is None or stands.state == "cleared"
        if newest != seen and not (seen is None and empty):
            raise Conflict(
                f"{item}: changed elsewhere since it was shown here. The newer answer was kept; look at it "
                f"and answer again if yours should stand.",
                None if empty else stands,
            )

    def _answered_elsewhere(self, step: Answer, sitting: str) -> bool:
        others = self._connection.read(
            "SELECT 1 FROM answer WHERE unit = ? AND item = ? AND seq > ? AND sitting != ? LIMIT 1",
            (step.unit, step.item, step.seq, sitting),
        )
        return bool(others)

    def _check_own(self, step: Answer, sitting: str) -> None:
        if self._answered_elsewhere(step, sitting):
            raise Conflict(
                f"{step.item}: answered elsewhere since, so it cannot be taken back from here. The "
                f"newer answer was kept; change it in its place.",
                self._stands(step.unit, step.item),
            )

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Write several answers in one transaction: all of them or, when anything is raised, none."""
        with self._connection.writing():
            yield

    def back_up(self) -> Backup:
        """Take a backup now, beside the daily ones.

        Raises
        ------
        RecordError
            When none can be made, or the record is damaged.
        """
        with self._connection.writing():
            try:
                return take(self.path)
            except OSError as error:
                raise RecordError(
                    f"{self.folder}: no backup could be made ({error}). Make room, allow writing there, or "
                    f"write a copy elsewhere with 'good-on-paper backup --to FILE'."
                ) from error

    # -- undo

    def undo(self, sitting: Sitting | str, *, unseen: str | None = None) -> Answer | None:
        """Take back the newest answer of this sitting that still stands.

        Parameters
        ----------
        sitting : Sitting or str
            The sitting.
        unseen : str, optional
            Sittings of this name were out of its sight: what they gave is not what stood before.

        Returns
        -------
        Answer or None
            The answer that restores what stood before; None when there is nothing to take back.

        Raises
        ------
        Conflict
            When the cell was answered elsewhere since.
        """
        return self._step(_sitting_id(sitting), unseen, redo=False)

    def redo(self, sitting: Sitting | str, *, unseen: str | None = None) -> Answer | None:
        """Bring back what the newest undo of this sitting took away; see `undo`."""
        return self._step(_sitting_id(sitting), unseen, redo=True)

    def left_to_undo(self, sitting: Sitting | str) -> list[Answer]:
        """Return what `undo_sitting` would take back, the oldest first."""
        own = _sitting_id(sitting)
        done, _ = stacks(self._given_in(own))
        return [step for step in done if not self._answered_elsewhere(step, own)]

    def undo_sitting(self, sitting: Sitting | str) -> list[Answer]:
        """Take back all that still stands of a sitting, as one act: all of it or, on any error, nothing.

        A cell that was answered elsewhere since is left as it is.

        Parameters
        ----------
        sitting : Sitting or str
            The sitting.

        Returns
        -------
        list of Answer
            The answers that restore what stood before; empty when there is nothing to take back.

        Raises
        ------
        NotSaved
            When the disk refuses; nothing is changed.
        """
        return self._all_steps(_sitting_id(sitting), redo=False)

    def redo_sitting(self, sitting: Sitting | str) -> list[Answer]:
        """Bring back, as one act, all that was taken back of a sitting; see `undo_sitting`."""
        return self._all_steps(_sitting_id(sitting), redo=True)

    def _all_steps(self, sitting: str, *, redo: bool) -> list[Answer]:
        with self._connection.writing() as sql:
            done, undone = stacks(self._given_in(sitting))
            return [
                self._restore(sql, step, None)
                for step in reversed(undone if redo else done)
                if not self._answered_elsewhere(step, sitting)
            ]

    def _step(self, sitting: str, unseen: str | None, *, redo: bool) -> Answer | None:
        with self._connection.writing() as sql:
            given = self._given_in(sitting)
            step = next_redo(given) if redo else next_undo(given)
            if step is None:
                return None
            self._check_own(step, sitting)
            return self._restore(sql, step, unseen)

    def _given_in(self, sitting: str) -> list[Answer]:
        found = self._connection.read(f"{rows.ANSWERS} WHERE sitting = ? ORDER BY seq", (sitting,))
        return [rows.answer(row) for row in found]

    def _restore(self, sql: sqlite3.Connection, step: Answer, unseen: str | None) -> Answer:
        """Write again what stood before a step."""
        back = self._stands(step.unit, step.item, before=step.seq, unseen=unseen)
        if back is None:
            parts: tuple[object, ...] = (step.revision, "cleared", None, None, int(step.private))
        else:
            text = encode(back.item, back.state, back.value, back.memory)
            parts = (back.revision, back.state, text, back.memory, int(back.private))
        return self._append(
            sql, (_now(), step.unit, step.item, *parts, step.sitting, step.position, step.seq, None)
        )


def _sitting_id(sitting: Sitting | str) -> str:
    return sitting.id if isinstance(sitting, Sitting) else sitting


def _checked_id(text: str) -> str:
    try:
        return uuid.UUID(text).hex
    except ValueError as error:
        raise RecordError(f"unit id {text!r} is not valid. Expected 32 hexadecimal digits.") from error


def _now() -> str:
    return rows.stamp(datetime.now(UTC))
