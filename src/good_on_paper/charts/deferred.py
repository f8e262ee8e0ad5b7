"""Make charts when somebody asks for them: a page shows six of thirty at first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Generic, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Found_co = TypeVar("Found_co", covariant=True)


class Deferred(Sequence[Found_co], Generic[Found_co]):
    """A sequence of charts or notes; each is made when somebody first asks for it.

    Parameters
    ----------
    makers
        Functions that each make one.

    Examples
    --------
    >>> made = Deferred([lambda: print("made") or "a chart", lambda: "another"])
    >>> len(made), made[0]
    made
    (2, 'a chart')
    >>> made[0]  # made once
    'a chart'
    """

    def __init__(self, makers: Iterable[Callable[[], Found_co]]) -> None:
        self._makers = tuple(map(cache, makers))

    def __len__(self) -> int:
        return len(self._makers)

    @overload
    def __getitem__(self, place: int) -> Found_co: ...
    @overload
    def __getitem__(self, place: slice) -> Deferred[Found_co]: ...
    def __getitem__(self, place: int | slice) -> Found_co | Deferred[Found_co]:
        if isinstance(place, slice):
            return Deferred(self._makers[place])
        return self._makers[place]()

    def chosen(self, places: Iterable[int]) -> Deferred[Found_co]:
        """Return the charts at some places, without making any.

        Returns
        -------
        Deferred
            As many as there are places, in their order.
        """
        return Deferred(self._makers[place] for place in places)
