"""Undo and redo one answer or a whole sitting: each step is a new answer."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Final

from good_on_paper.record import rows
from good_on_paper.record.append import Append
from good_on_paper.record.errors import Conflict
from good_on_paper.record.stacks import next_redo, next_undo, stacks
from good_on_paper.record.validity import encode
from good_on_paper.record.views import sitting_id

if TYPE_CHECKING:
    import sqlite3

    from good_on_paper.record.answers import Answer, Sitting

_STEPS: Final = """
SELECT seq, iif(undoes IS NULL, NULL, (
    SELECT undone.seq FROM answer AS undone
    WHERE undone.id = answer.undoes AND undone.sitting = answer.sitting
)) FROM answer WHERE sitting = ? ORDER BY seq DESC
"""


class Undo(Append):
    """The part of `Record` that undoes and redoes answers; `Record.open` makes it."""

    def undo(self, sitting: Sitting | str, *, unseen: str | None = None) -> Answer | None:
        """Undo the newest answer of this sitting that is still in force.

        Parameters
        ----------
        sitting : Sitting or str
            The sitting.
        unseen : str, optional
            Answers from sittings of this name were hidden, so they are not restored.

        Returns
        -------
        Answer or None
            The answer that restores the earlier state; None if there is nothing to undo.

        Raises
        ------
        Conflict
            If the cell was answered elsewhere since.
        """
        return self._step(sitting_id(sitting), unseen, redo=False)

    def redo(self, sitting: Sitting | str, *, unseen: str | None = None) -> Answer | None:
        """Bring back what the newest undo of this sitting took away; see `undo`.

        Returns
        -------
        Answer or None
            The answer that restores it; None when there is nothing to bring back.
        """
        return self._step(sitting_id(sitting), unseen, redo=True)

    def left_to_undo(self, sitting: Sitting | str) -> list[Answer]:
        """Return what `undo_sitting` would take back, the oldest first.

        Returns
        -------
        list of Answer
            Empty when there is nothing to take back.
        """
        own = sitting_id(sitting)
        done, _ = stacks(self._given_in(own))
        return [step for step in done if not self._answered_elsewhere(step, own)]

    def undo_sitting(self, sitting: Sitting | str) -> list[Answer]:
        """Undo everything of a sitting that is in force: all of it or, on any error, nothing.

        A cell that was answered elsewhere since stays as it is.

        Parameters
        ----------
        sitting : Sitting or str
            The sitting.

        Returns
        -------
        list of Answer
            The answers that restore the earlier state; empty if there is nothing to undo.

        Raises
        ------
        NotSaved
            If the disk refuses; nothing is changed.
        """
        return self._all_steps(sitting_id(sitting), redo=False)

    def redo_sitting(self, sitting: Sitting | str) -> list[Answer]:
        """Redo, in one act, all of a sitting that was undone; see `undo_sitting`.

        Returns
        -------
        list of Answer
            The answers that restore it; empty when there is nothing to bring back.
        """
        return self._all_steps(sitting_id(sitting), redo=True)

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
            with closing(sql.execute(_STEPS, (sitting,))) as newest_first:
                seq = next_redo(newest_first) if redo else next_undo(newest_first)
            if seq is None:
                return None
            [row] = self._connection.read(f"{rows.ANSWERS} WHERE seq = ?", (seq,))
            step = rows.answer(row)
            self._check_own(step, sitting)
            return self._restore(sql, step, unseen)

    def _given_in(self, sitting: str) -> list[Answer]:
        found = self._connection.read(f"{rows.ANSWERS} WHERE sitting = ? ORDER BY seq", (sitting,))
        return [rows.answer(row) for row in found]

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

    def _restore(self, sql: sqlite3.Connection, step: Answer, unseen: str | None) -> Answer:
        """Write again the answer from before a step."""
        back = self._stands(step.unit, step.item, before=step.seq, unseen=unseen)
        if back is None:
            parts: tuple[object, ...] = (step.revision, "cleared", None, None, int(step.private))
        else:
            text = encode(back.item, back.state, back.value, back.memory)
            parts = (back.revision, back.state, text, back.memory, int(back.private))
        return self._append(
            sql, (rows.now(), step.unit, step.item, *parts, step.sitting, step.position, step.seq, None)
        )
