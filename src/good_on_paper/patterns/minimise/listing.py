"""Minimal covers one by one, and the search for the smallest if there are too many rows to count."""

from collections.abc import Iterator, Sequence
from contextlib import closing

from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.minimise.watch import Watch

_STEPS = 200_000  # up to half a minute; the same for the same data, whatever the machine


class _Budget:
    """Counts the steps of a search, and raises once there are too many."""

    def __init__(self) -> None:
        self._taken = 0
        self.watch = Watch("Searching, of the steps allowed", _STEPS)

    def step(self) -> None:
        self.watch.at(self._taken)
        self._taken += 1
        if self._taken > _STEPS:
            raise PatternError(
                f"the smallest solution was not settled within {_STEPS:,} steps; "
                "use fewer conditions, or fewer rows with the outcome"
            )


def covers(masks: Sequence[int], rows: int, size: int, *, budgeted: bool) -> Iterator[tuple[int, ...]]:
    """Yield every cover by exactly `size` masks once, as places in `masks`; lazily.

    `size` is the smallest possible, so no mask is used twice.

    Raises
    ------
    PatternError
        When `budgeted`, after a fixed number of steps.
    """
    if not budgeted:
        yield from _walk(masks, (1 << rows) - 1, size, list(range(len(masks))), None)
        return
    budget = _Budget()
    with closing(budget.watch):
        yield from _walk(masks, (1 << rows) - 1, size, list(range(len(masks))), budget)


def search(masks: Sequence[int], rows: int) -> int:
    """Return the size of the smallest cover by iterative deepening.

    Raises
    ------
    PatternError
        It took more than a fixed number of steps.
    """
    maximal = [mask for mask in masks if not any(mask != other and mask & other == mask for other in masks)]
    budget = _Budget()
    size = 1
    with closing(budget.watch):
        while next(_walk(maximal, (1 << rows) - 1, size, list(range(len(maximal))), budget), None) is None:
            size += 1
    return size


def _walk(
    masks: Sequence[int], left: int, size: int, allowed: list[int], budget: _Budget | None
) -> Iterator[tuple[int, ...]]:
    if budget:
        budget.step()
    if not left:
        if not size:
            yield ()
        return
    if not size:
        return
    if size == 1:
        yield from ((i,) for i in allowed if masks[i] & left == left)
        return
    rest = allowed
    for i in _branches(masks, left, size, allowed):
        rest = [j for j in rest if j != i]
        for cover in _walk(masks, left & ~masks[i], size - 1, rest, budget):
            yield (i, *cover)


def _branches(masks: Sequence[int], left: int, size: int, allowed: Sequence[int]) -> list[int]:
    """Return a few masks such that every cover of the remaining rows uses at least one of them.

    These are the masks that cover the row with the fewest coverers, or those that cover at least an even
    share of the remaining rows: of `size` masks that cover them all, one covers at least that share.
    """
    share = -(-left.bit_count() // size)
    large = [i for i in allowed if (masks[i] & left).bit_count() >= share]
    if len(large) <= 1:
        return large
    row = _fewest(masks, left, allowed)
    rare = [i for i in allowed if masks[i] & row]
    return large if len(large) < len(rare) else rare


def _fewest(masks: Sequence[int], left: int, allowed: Sequence[int]) -> int:
    """Return the uncovered row with the fewest masks."""
    best, least = 0, len(allowed) + 1
    while left:
        row = left & -left
        left ^= row
        times = sum(1 for i in allowed if masks[i] & row)
        if times < least:
            best, least = row, times
    return best


def cheapest(masks: Sequence[int], costs: Sequence[int], rows: int, size: int) -> tuple[int, ...]:
    """Return the cheapest of the covers by exactly `size` masks, the smallest possible, as places in `masks`.

    If several cost the same, we return the one whose places come first. We drop each mask that lies inside
    another of no higher cost, then search by branch and bound.

    Raises
    ------
    PatternError
        It took more than a fixed number of steps.
    """
    kept: list[int] = []
    for i in sorted(range(len(masks)), key=lambda i: (costs[i], -masks[i].bit_count(), i)):
        if not any(masks[i] & ~masks[j] == 0 for j in kept):
            kept.append(i)
    search = _Cheapest([masks[i] for i in kept], [costs[i] for i in kept])
    with closing(search.budget.watch):
        search.walk((1 << rows) - 1, size, list(range(len(kept))), 0, ())
    return tuple(sorted(kept[i] for i in search.best))


class _Cheapest:
    """Branch and bound on the cost; the masks stand in the order of their cost."""

    def __init__(self, masks: Sequence[int], costs: Sequence[int]) -> None:
        self._masks = masks
        self._costs = costs
        self.budget = _Budget()
        self._bound: float = float("inf")
        self.best: tuple[int, ...] = ()

    def walk(self, left: int, size: int, allowed: list[int], spent: int, chosen: tuple[int, ...]) -> None:
        self.budget.step()
        if not left:
            if not size and spent < self._bound:
                self._bound, self.best = spent, chosen
            return
        if not size or not allowed or spent + size * self._costs[allowed[0]] >= self._bound:
            return
        rest = allowed
        for i in _branches(self._masks, left, size, allowed):
            rest = [j for j in rest if j != i]
            self.walk(left & ~self._masks[i], size - 1, rest, spent + self._costs[i], (*chosen, i))
