"""What a person had said by a moment: record, moment and catalogue in one value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeVar

from good_on_paper import catalogue as book
from good_on_paper.record import FIRST_SIGHT

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable
    from datetime import date
    from pathlib import Path

    from good_on_paper.record import Answer, Record, Unit

Made = TypeVar("Made")

OVERLAY: Final = "catalogue.toml"
"""The person's own lines and words, beside the record."""


@dataclass(frozen=True, eq=False)
class Snapshot:
    """A record as it stood at a moment. Whatever reads through it gets that moment, so nobody can forget it.

    Parameters
    ----------
    record : Record
        The person's record, open.
    moment : datetime or int, optional
        As it stood at that moment, or after that many answers; left out, as it stands whenever it is read.
    fixed : Catalogue, optional
        What can be asked; left out, the catalogue with the person's own file laid over it, as now.

    Examples
    --------
    >>> from good_on_paper.record import Record
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder, Record.open(folder) as record:
    ...     Snapshot(record).units("role")
    []
    """

    record: Record
    moment: datetime | int | None = None
    fixed: book.Catalogue | None = None

    @property
    def overlay(self) -> Path:
        """The file with the person's own lines; it need not exist."""
        return self.record.folder / OVERLAY

    @property
    def catalogue(self) -> book.Catalogue:
        """What can be asked, with the person's own lines laid over it."""
        return book.load(self.overlay) if self.fixed is None else self.fixed

    @cached_property
    def unit(self) -> Unit:
        """The person themselves: answers that belong to no job are about this unit."""
        return self.record.person

    def units(self, kind: str | None = None, *, parent: Unit | str | None = None) -> list[Unit]:
        """Return the units on the list by then; see `good_on_paper.record.Record.units`.

        Returns
        -------
        list of Unit
            In the person's order.
        """
        return self.record.units(kind, parent=parent, as_of=self.moment)

    def current(
        self, *, items: Collection[str] | None = None, units: Collection[Unit | str] | None = None
    ) -> dict[tuple[str, str], Answer]:
        """Return what stood in each cell by then; see `good_on_paper.record.Record.current`.

        Returns
        -------
        dict of (str, str) to Answer
            Unit and item of each cell, with the answer that stands in it.
        """
        return self.record.current(items=items, units=units, as_of=self.moment)

    def counted(
        self, *, items: Collection[str] | None = None, units: Collection[Unit | str] | None = None
    ) -> dict[tuple[str, str], Answer]:
        """Return the same without the first pass over two jobs, which we ask again later.

        Returns
        -------
        dict of (str, str) to Answer
            As `current`.
        """
        return self.record.current(items=items, units=units, as_of=self.moment, unseen=FIRST_SIGHT)

    def given(
        self, *, items: Collection[str] | None = None, units: Collection[Unit | str] | None = None
    ) -> list[Answer]:
        """Return every answer given by then, oldest first; see `good_on_paper.record.Record.answers`.

        Returns
        -------
        list of Answer
            Their moments are in UTC.
        """
        return self.record.answers(items=items, units=units, as_of=self.moment)

    def history(self, unit: Unit | str, item: str) -> list[Answer]:
        """Return every answer given in one cell by then, oldest first.

        Returns
        -------
        list of Answer
            Their moments are in UTC; empty for a cell without an answer.
        """
        return [answer for answer in self.record.history(unit, item) if self._by_then(answer)]

    def kept(self, what: Hashable, make: Callable[[], Made], *, looks: bool = True) -> Made:  # noqa: ARG002
        """Make a value; `study.person.Person` keeps it and makes it once.

        Returns
        -------
        object
            What `make` gave.
        """
        return make()

    @property
    def today(self) -> date:
        """The day of looking, where the person is: that of the moment, else today."""
        return day_of_looking(self.moment)

    def _by_then(self, answer: Answer) -> bool:
        if self.moment is None:
            return True
        return (answer.seq if isinstance(self.moment, int) else answer.given) <= self.moment  # type: ignore[operator]


def day_of_looking(moment: datetime | int | None) -> date:
    """Return the local day of a moment; today if there is none, or if it is a number of answers."""
    moment = moment if isinstance(moment, datetime) else datetime.now(UTC)
    return moment.astimezone().date()
