"""Minimal covers one by one, and the search for the smallest where there are too many rows to count."""

from collections.abc import Iterator, Sequence

from good_on_paper.patterns.errors import PatternError

_STEPS = 200_000  # a few seconds; the same for the same data, whatever the machine


class _Budget:
    """Steps a search may take before it says so rather than run on."""

    def __init__(self, steps: int) -> None:
        self.left = steps

    def step(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise PatternError(
                f"the smallest solution was not settled within {_STEPS:,} steps; "
                "use fewer conditions, or fewer rows with the outcome"
            )


def covers(masks: Sequence[int], rows: int, size: int, *, exhaustive: bool) -> Iterator[tuple[int, ...]]:
    """Give every cover by exactly `size` masks once, as places in `masks`; lazily.

    `size` is the smallest possible, so no mask is used twice. When not `exhaustive`, those found within a
    fixed number of steps.
    """
    walk = _walk(
        masks, (1 << rows) - 1, size, list(range(len(masks))), None if exhaustive else _Budget(_STEPS)
    )
    try:
        yield from walk
    except PatternError:
        if exhaustive:
            raise


def search(masks: Sequence[int], rows: int) -> int:
    """Give the size of the smallest cover by iterative deepening.

    Raises
    ------
    PatternError
        It was not settled within a fixed number of steps.
    """
    maximal = [mask for mask in masks if not any(mask != other and mask & other == mask for other in masks)]
    budget = _Budget(_STEPS)
    size = 1
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
    gains = [(masks[i] & left).bit_count() for i in allowed]
    if not size or max(gains, default=0) * size < left.bit_count():
        return
    if size == 1:
        yield from ((i,) for i in allowed if masks[i] & left == left)
        return
    row = _fewest(masks, left, allowed)
    rest = allowed
    for i in [i for i in allowed if masks[i] & row]:
        rest = [j for j in rest if j != i]
        for cover in _walk(masks, left & ~masks[i], size - 1, rest, budget):
            yield (i, *cover)


def _fewest(masks: Sequence[int], left: int, allowed: Sequence[int]) -> int:
    """Give the uncovered row that the fewest masks cover."""
    best, least = 0, len(allowed) + 1
    while left:
        row = left & -left
        left ^= row
        times = sum(1 for i in allowed if masks[i] & row)
        if times < least:
            best, least = row, times
    return best


def cheapest(masks: Sequence[int], costs: Sequence[int], rows: int, size: int) -> tuple[int, ...]:
    """Give the cheapest of the covers by exactly `size` masks, the smallest possible, as places in `masks`.

    Of covers that cost the same, the one whose places come first. A mask inside another that costs no more
    is left out first; then branch and bound.

    Raises
    ------
    PatternError
        It was not settled within a fixed number of steps.
    """
    kept: list[int] = []
    for i in sorted(range(len(masks)), key=lambda i: (costs[i], -masks[i].bit_count(), i)):
        if not any(masks[i] & ~masks[j] == 0 for j in kept):
            kept.append(i)
    search = _Cheapest([masks[i] for i in kept], [costs[i] for i in kept])
    search.walk((1 << rows) - 1, size, list(range(len(kept))), 0, ())
    return tuple(sorted(kept[i] for i in search.best))


class _Cheapest:
    """Branch and bound on the cost; the masks stand in the order of their cost."""

    def __init__(self, masks: Sequence[int], costs: Sequence[int]) -> None:
        self._masks = masks
        self._costs = costs
        self._budget = _Budget(_STEPS)
        self._bound: float = float("inf")
        self.best: tuple[int, ...] = ()

    def walk(self, left: int, size: int, allowed: list[int], spent: int, chosen: tuple[int, ...]) -> None:
        self._budget.step()
        if not left:
            if not size and spent < self._bound:
                self._bound, self.best = spent, chosen
            return
        if not size or not allowed or spent + size * self._costs[allowed[0]] >= self._bound:
            return
        if max((self._masks[i] & left).bit_count() for i in allowed) * size < left.bit_count():
            return
        row = _fewest(self._masks, left, allowed)
        rest = allowed
        for i in [i for i in allowed if self._masks[i] & row]:
            rest = [j for j in rest if j != i]
            self.walk(left & ~self._masks[i], size - 1, rest, spent + self._costs[i], (*chosen, i))
