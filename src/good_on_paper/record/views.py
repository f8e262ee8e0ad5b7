"""Read the current answers of the record, now or as of a moment."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Final

from good_on_paper.record import rows
from good_on_paper.record.answers import Answer, MadeFor, Sitting, Unit
from good_on_paper.record.whole_view import WholeView

if TYPE_CHECKING:
    from collections.abc import Collection

    from good_on_paper.record.answers import Cell
    from good_on_paper.record.connection import Connection


_FEW: Final = 4
"""Less than one in so many answers, and it is quicker to read them than to leave out all others."""


@dataclass(frozen=True)
class _Kept:
    """What was read of the whole record, and the state of the file then.

    Attributes
    ----------
    stand : tuple of int
        As `Connection.stand` gives it.
    newest : int
        The `seq` of the newest answer.
    sums : object
        How many answers there were, and sums over their numbers and checksums.
    views : dict
        Moment and sittings left out to what stood then.
    """

    stand: tuple[int, int] = (-1, -1)
    newest: int = 0
    sums: object = None
    views: dict[tuple[int | None, str | None], WholeView] = field(default_factory=dict)


class Views:
    """The reading half of `Record`.

    Parameters
    ----------
    connection : Connection
        The open file.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._whole = _Kept()

    def whole(self, *, as_of: int | None = None, unseen: str | None = None) -> WholeView:
        """Return all current answers, read once until anybody writes to the file again.

        Use it if a page reads much. A form that reads one cell after each answer uses `current`. After an
        answer given here we read that answer alone.

        Parameters
        ----------
        as_of : int, optional
            The state after that many answers.
        unseen : str, optional
            As for `current`.

        Returns
        -------
        WholeView
            What stands, with the same `units` and `current` to ask it.
        """
        stand = self._connection.stand()
        if self._whole.stand != stand:
            self._whole = self._grown(stand) or _Kept(stand, *self._first_so_many(rows.END))
        views = self._whole.views
        if (as_of, unseen) not in views:
            views[as_of, unseen] = self._read_whole(as_of, unseen)
        return views[as_of, unseen]

    def _grown(self, stand: tuple[int, int]) -> _Kept | None:
        """Return what was read, with the answers given here since; None if anything else was written.

        An answer that was changed or erased leaves another sum; what other windows wrote is read anew.
        """
        kept = self._whole
        if kept.stand[1] != stand[1] or (None, None) not in kept.views:
            return None
        first = self._first_so_many(rows.END)
        if self._first_so_many(kept.newest) != (kept.newest, kept.sums):
            return None
        past = {key: view for key, view in kept.views.items() if key[0] is not None and key[0] <= kept.newest}
        given = map(rows.answer, self._connection.read(rows.SINCE, (kept.newest,)))
        now = kept.views[None, None].followed(given, self._connection.read(rows.UNITS))
        return _Kept(stand, *first, past | {(None, None): now})

    def _first_so_many(self, last: int) -> tuple[int, object]:
        """Return the `seq` of the newest of the first so many answers, and sums over all of these."""
        ((newest, *sums),) = self._connection.read(rows.SUMS, (last,))
        return int(str(newest)), sums

    def _read_whole(self, as_of: int | None, unseen: str | None) -> WholeView:
        if as_of is None and unseen is None:
            found = map(rows.answer, self._connection.read(rows.WHOLE))
            return WholeView(found, self._connection.read(rows.UNITS))
        last = rows.END if as_of is None else as_of
        if last < self._whole.newest / _FEW:
            found = map(rows.answer, self._connection.read(rows.BEGINNING, (last, unseen)))
            return self.whole().with_only(found)
        # most current answers were current then too: we read only those below a later answer
        left_out = set() if unseen is None else {sitting.id for sitting in self.sittings(unseen)}
        touched = [str(unit) for (unit,) in self._connection.read(rows.TOUCHED, (last, unseen))]
        if not touched:
            return self.whole()
        return self.whole().changed(
            touched,
            lambda answer: answer.seq <= last and answer.sitting not in left_out,
            map(rows.answer, self._connection.read(rows.BELOW, (last, unseen))),
        )

    def units(
        self,
        kind: str | None = None,
        *,
        parent: Unit | str | None = None,
        as_of: datetime | int | None = None,
    ) -> list[Unit]:
        """Return the units on the list, in the person's order.

        Parameters
        ----------
        kind : str, optional
            Only this kind.
        parent : Unit or str, optional
            Only units inside this one.
        as_of : datetime or int, optional
            The list as it was at that moment, or after that many answers.

        Returns
        -------
        list of Unit
            Each with its place in the order; empty if nothing of the kind is listed.
        """
        inside = None if parent is None else unit_id(parent)
        found = self._connection.read(f"{rows.UNITS} {rows.OF_KIND}", (kind, inside))
        placed = self.current(items=("listed", "order"), units=[str(key) for key, *_ in found], as_of=as_of)
        units = [rows.unit(row, placed) for row in found]
        listed = {cell[0] for cell, answer in placed.items() if cell[1] == "listed" and answer.value is True}
        return sorted((unit for unit in units if unit.id in listed), key=lambda unit: unit.order)

    def sittings(self, name: str | None = None) -> list[Sitting]:
        """Return the sittings so far, oldest first, of one form or of all.

        Returns
        -------
        list of Sitting
            Their starts are in UTC.
        """
        return [
            sitting
            for row in self._connection.read("SELECT id, name, seed, started FROM sitting ORDER BY rowid")
            if name in (None, (sitting := rows.sitting(row)).name)
        ]

    def current(
        self,
        *,
        items: Collection[str] | None = None,
        units: Collection[Unit | str] | None = None,
        as_of: datetime | int | None = None,
        unseen: str | None = None,
    ) -> dict[tuple[str, str], Answer]:
        """Return the newest answer of each cell.

        Parameters
        ----------
        items, units : collection, optional
            Only these.
        as_of : datetime or int, optional
            The state at that moment, or after that many answers.
        unseen : str, optional
            Leave out answers from sittings of this name, so that the answers before them are current.

        Returns
        -------
        dict
            The newest answer by ``(unit id, item key)``; cleared cells are left out.
        """
        wanted = None if units is None else [unit_id(unit) for unit in units]
        newest, values = rows.newest(items, wanted, as_of, unseen)
        found = self._connection.read(
            f"{rows.ANSWERS} WHERE seq IN ({newest}) AND state != 'cleared' ORDER BY seq", values
        )
        return {(answer.unit, answer.item): answer for answer in map(rows.answer, found)}

    def _stands(
        self, unit: str, item: str, *, before: int | None = None, unseen: str | None = None
    ) -> Answer | None:
        found = self._connection.read(
            f"{rows.ANSWERS} WHERE unit = ? AND item = ? AND seq < ? AND {rows.NOT_IN} "
            "ORDER BY seq DESC LIMIT 1",
            (unit, item, rows.END if before is None else before, unseen),
        )
        return rows.answer(found[0]) if found else None

    def history(self, unit: Unit | str, item: str, *, unseen: str | None = None) -> list[Answer]:
        """Return every answer ever given in one cell, oldest first; see `current` for `unseen`.

        Returns
        -------
        list of Answer
            Their moments are in UTC; empty for a cell without an answer.
        """
        found = self._connection.read(
            f"{rows.ANSWERS} WHERE unit = ? AND item = ? AND {rows.NOT_IN} ORDER BY seq",
            (unit_id(unit), item, unseen),
        )
        return [rows.answer(row) for row in found]

    def answers(
        self,
        *,
        items: Collection[str] | None = None,
        units: Collection[Unit | str] | None = None,
        as_of: datetime | int | None = None,
    ) -> list[Answer]:
        """Return every answer ever given, oldest first.

        Parameters
        ----------
        items, units, as_of
            As for `current`. Ask for what you need: a whole record takes long to read.

        Returns
        -------
        list of Answer
            Their moments are in UTC.
        """
        wanted = None if units is None else [unit_id(unit) for unit in units]
        kept, values = rows.every(items, wanted, as_of)
        found = self._connection.read(f"{rows.ANSWERS} WHERE {kept} ORDER BY seq", values)
        return [rows.answer(row) for row in found]

    @property
    def made_for(self) -> MadeFor | None:
        """Whose copy this is, and for whom it was made; None for the person's own record."""
        found = self._connection.read("SELECT whose, whom, made FROM made_for")
        if not found:
            return None
        whose, whom, made = map(str, found[0])
        return MadeFor(whose, whom, datetime.fromisoformat(made))

    @property
    def newest(self) -> int:
        """The `seq` of the newest answer, 0 if there is none; a page is out of date when it changes."""
        return int(str(self._connection.read("SELECT coalesce(max(seq), 0) FROM answer")[0][0]))

    def newest_about(self, kind: str, *, cells: Collection[Cell] = ()) -> int:
        """Return the `seq` of the newest answer about units of a kind, or in one of `cells`; else 0.

        Returns
        -------
        int
            A ``seq``, or 0.
        """
        found = self._connection.read(rows.NEWEST_ABOUT, (kind, json.dumps(list(cells))))
        return int(str(found[0][0])) if found else 0

    def stand(self, *, besides: Collection[str] = (), as_of: int | None = None) -> tuple[int, int]:
        """Return numbers that change with every answer, except to some items, and with other windows' writes.

        Parameters
        ----------
        besides : collection of str, optional
            Items whose answers do not count.
        as_of : int, optional
            Only the first so many answers count: once they are given, no further one changes it.

        Returns
        -------
        tuple of int
            Two numbers: equal pairs mean that nothing has changed.
        """
        found = self._connection.read(
            rows.NEWEST_BESIDES, (json.dumps(list(besides)), rows.END if as_of is None else as_of)
        )
        written = self._connection.read("PRAGMA data_version")
        return int(str(found[0][0])) if found else 0, int(str(written[0][0]))


def unit_id(unit: Unit | str) -> str:
    """Return the id of a unit, given as a unit or as an id."""
    return unit.id if isinstance(unit, Unit) else unit


def sitting_id(sitting: Sitting | str) -> str:
    """Return the id of a sitting, given as a sitting or as an id."""
    return sitting.id if isinstance(sitting, Sitting) else sitting
