"""The end of the journal: where each answer is written, and what it must refer to."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from good_on_paper.record import rows
from good_on_paper.record.errors import RecordError
from good_on_paper.record.ids import begin_copy, file_of, new_id
from good_on_paper.record.views import Views

if TYPE_CHECKING:
    from good_on_paper.record.answers import Answer, Unit
    from good_on_paper.record.connection import Connection


class Append(Views):
    """Writes one answer at the end.

    Parameters
    ----------
    connection : Connection
        The open file.
    """

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._file = file_of(connection.path)

    def _append(self, sql: sqlite3.Connection, values: tuple[object, ...]) -> Answer:
        """Write a row. To save time, check unit and sitting only if the tables refuse it."""
        row = (*values, new_id(), self._file)
        try:
            seq = sql.execute(rows.INSERT, row).lastrowid
        except sqlite3.IntegrityError:
            self._must_exist(str(values[1]))
            self._sitting_must_exist(str(values[8]))
            if sql.execute("SELECT 1 FROM this_copy WHERE file = ?", (self._file,)).fetchone():
                raise
            begin_copy(sql, self._file)
            seq = sql.execute(rows.INSERT, row).lastrowid
        sql.execute(rows.SETTLED, (values[1], values[2]))
        return rows.answer((seq, *values[:-1]))

    def _sitting_must_exist(self, sitting: str) -> None:
        if not self._connection.read("SELECT 1 FROM sitting WHERE id = ?", (sitting,)):
            raise RecordError(
                f"sitting {sitting!r} is not in {self._connection.path}. Begin one with Record.sitting(name)."
            )

    def _find_unit(self, unit: str) -> Unit | None:
        found = self._connection.read(f"{rows.UNITS} WHERE id = ?", (unit,))
        return rows.unit(found[0], self.current(items=("order",), units=(unit,))) if found else None

    def _get_unit(self, unit: str) -> Unit:
        found = self._find_unit(unit)
        if found is None:
            raise RecordError(
                f"unit {unit!r} is not in {self._connection.path}. Expected the id of a role, episode, "
                f"interview or target that was added before."
            )
        return found

    def _must_exist(self, unit: str) -> str:
        if not self._connection.read("SELECT 1 FROM unit WHERE id = ?", (unit,)):
            self._get_unit(unit)
        return unit
