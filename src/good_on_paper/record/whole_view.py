"""The newest answer of every cell, read at once, as one page asks the same record hundreds of times."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from good_on_paper.record import rows
from good_on_paper.record.answers import NOTE, Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from good_on_paper.record.answers import Answer, Cell


class WholeView:
    """All answers current at one moment, and all units: it works as `Views` does, without a query.

    Parameters
    ----------
    answers : iterable of Answer
        The newest answer of each cell; without cleared cells.
    units : list of tuple
        Every unit, its columns in the order of `rows.UNITS`.
    """

    def __init__(self, answers: Iterable[Answer], units: list[tuple[Any, ...]]) -> None:
        self._about: dict[str, dict[str, Answer]] = {}
        self._units = units
        self._notes = {key for key, kind, *_ in units if kind == NOTE}
        self._lay(answers)

    def _lay(self, answers: Iterable[Answer]) -> None:
        for answer in answers:
            self._about.setdefault(answer.unit, {})[answer.item] = answer

    def changed(
        self, units: Iterable[str], stays: Callable[[Answer], bool], below: Iterable[Answer]
    ) -> WholeView:
        """Return the view without some answers about these units, and with the answers below them."""
        other = WholeView((), self._units)
        other._about = self._about.copy()
        for unit in units:
            about = self._about.get(unit, {})
            other._about[unit] = {item: answer for item, answer in about.items() if stays(answer)}
        other._lay(below)
        return other

    def with_only(self, answers: Iterable[Answer]) -> WholeView:
        """Return a view of the same units with other answers."""
        return WholeView(answers, self._units)

    def followed(self, since: Iterable[Answer], units: list[tuple[Any, ...]]) -> WholeView:
        """Return the view with later answers, the oldest first, and with all units there are by now."""
        other = WholeView((), units)
        other._about = self._about.copy()
        own = set[str]()
        for answer in since:
            if answer.unit not in own:
                own.add(answer.unit)
                other._about[answer.unit] = other._about.get(answer.unit, {}).copy()
            other._about[answer.unit].pop(answer.item, None)
            if answer.state != "cleared":
                other._about[answer.unit][answer.item] = answer
        return other

    def current(
        self, *, items: Collection[str] | None = None, units: Collection[Unit | str] | None = None
    ) -> dict[Cell, Answer]:
        """Return the newest answer of each cell; see `Views.current`."""
        if units is None:
            each = [about for unit, about in self._about.items() if unit not in self._notes]
        else:
            each = [self._about.get(unit.id if isinstance(unit, Unit) else unit, {}) for unit in units]
        if items is None:
            found = [answer for about in each for answer in about.values()]
        else:
            asked = dict.fromkeys(items)
            found = [about[item] for about in each for item in asked if item in about]
        found.sort(key=_place)
        return {(answer.unit, answer.item): answer for answer in found}

    def units(self, kind: str | None = None, *, parent: Unit | str | None = None) -> list[Unit]:
        """Return the units on the list, in the person's order; see `Views.units`."""
        inside = parent.id if isinstance(parent, Unit) else parent
        return [
            unit
            for unit in self._listed
            if (unit.kind != NOTE if kind is None else unit.kind == kind) and inside in (None, unit.parent)
        ]

    @cached_property
    def _listed(self) -> list[Unit]:
        placed = self.current(items=("listed", "order"), units=[row[0] for row in self._units])
        listed = {
            unit for (unit, item), answer in placed.items() if item == "listed" and answer.value is True
        }
        found = [rows.unit(row, placed) for row in self._units if row[0] in listed and row[1] != "person"]
        return sorted(found, key=lambda unit: unit.order)


def _place(answer: Answer) -> int:
    return answer.seq
