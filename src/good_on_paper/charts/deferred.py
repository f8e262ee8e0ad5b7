"""Charts made when they are asked for: a page shows six of thirty at first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from good_on_paper.charts.chart import Chart


class Deferred(Sequence["Chart"]):
    """A sequence of charts of which each is made when it is first asked for.

    Parameters
    ----------
    makers
        Each makes one chart.
    """

    def __init__(self, makers: Iterable[Callable[[], Chart]]) -> None:
        self._makers = tuple(map(cache, makers))

    def __len__(self) -> int:
        return len(self._makers)

    @overload
    def __getitem__(self, place: int) -> Chart: ...
    @overload
    def __getitem__(self, place: slice) -> Deferred: ...
    def __getitem__(self, place: int | slice) -> Chart | Deferred:
        if isinstance(place, slice):
            return Deferred(self._makers[place])
        return self._makers[place]()

    def chosen(self, places: Iterable[int]) -> Deferred:
        """Give those at some places, none of them made by it."""
        return Deferred(self._makers[place] for place in places)
