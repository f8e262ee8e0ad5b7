"""One covering problem: prime implicants, the rows to cover, and facts about all its models."""

from collections.abc import Iterator, Sequence
from functools import cached_property, reduce
from itertools import product
from math import prod
from operator import or_

import numpy as np

from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.minimise.count import MOST_ROWS, covers_among, smallest, standing
from good_on_paper.patterns.minimise.listing import cheapest, covers, search
from good_on_paper.patterns.minimise.prime_chart import charts
from good_on_paper.patterns.minimise.terms import Rows, Term, coverage

MOST_POSITIVES = 60
"""The most positive configurations: a word has a bit for each."""

LISTED = 1_000
"""The most models to list if there are too many rows to count them."""

Model = tuple[Term, ...]


class Problem:
    """All minimal models over one set of prime implicants: counted if possible, else listed.

    Parameters
    ----------
    terms
        The prime implicants, as `distinct` gives them.
    positives
        The configurations to cover.
    width
        How many conditions there are.

    Raises
    ------
    PatternError
        There are more than 60 positive configurations.
    """

    def __init__(self, terms: Rows, positives: Sequence[int], width: int) -> None:
        if len(positives) > MOST_POSITIVES:
            raise PatternError(
                f"{len(positives)} different configurations lead to the outcome; at most {MOST_POSITIVES} "
                "can be minimised: use fewer conditions, or fewer rows"
            )
        self._rows = terms
        self._width = width
        covers = coverage(self._rows, positives)
        self._covered = np.bitwise_count(covers).astype(int)
        self._parts = charts(covers, len(positives))
        self._counted = all(part.rows <= MOST_ROWS for part in self._parts)

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """The prime implicants."""
        return tuple(Term(*pair) for pair in self._rows.tolist())

    @cached_property
    def _smallest(self) -> list[tuple[int, int]]:
        """The size of each part's smallest covers and their number, 0 where it is not known."""
        return [
            smallest(part) if part.rows <= MOST_ROWS else (search(part.masks, part.rows), 0)
            for part in self._parts
        ]

    @property
    def size(self) -> int:
        """The fewest terms a model needs."""
        return sum(size for size, _ in self._smallest)

    @cached_property
    def n_models(self) -> int:
        """How many models have that size: all of them if `exact`, else those found so far."""
        return prod(count for _, count in self._smallest) if self._counted else len(self._found[0])

    @property
    def exact(self) -> bool:
        """Whether all models are known: we counted them, or listed them to the end."""
        return self._counted or self._found[1]

    def models(self) -> Iterator[Model]:
        """Return an iterator over the models; if not all are known, over those we found."""
        return map(self._model, self._walk(0)) if self._counted else iter(self._found[0])

    def _model(self, places: tuple[int, ...]) -> Model:
        return tuple(self.terms[i] for i in sorted(places))

    def _walk(self, start: int) -> Iterator[tuple[int, ...]]:
        if start == len(self._parts):
            yield ()
            return
        part, (size, _) = self._parts[start], self._smallest[start]
        for cover in covers(part.masks, part.rows, size, budgeted=not self._counted):
            for places in product(*(part.members(mask) for mask in cover)):
                for rest in self._walk(start + 1):
                    yield (*places, *rest)

    @cached_property
    def _found(self) -> tuple[list[Model], bool]:
        """The models that we list within a fixed number of steps, and whether these are all."""
        found: list[Model] = []
        try:
            for places in self._walk(0):
                if len(found) == LISTED:
                    return found, False
                found.append(self._model(places))
        except PatternError:
            return found or [self.simplest], False
        return found, True

    @cached_property
    def simplest(self) -> Model:
        """The model that names the fewest conditions; of equals, one whose terms cover most."""
        # a literal weighs more than all that the terms of a model can cover: 60 terms x 60 rows
        cost = (4096 * np.bitwise_count(self._rows[:, 0]).astype(int) - self._covered).tolist()
        chosen: list[int] = []
        for part, (size, _) in zip(self._parts, self._smallest, strict=True):
            alike = map(part.members, range(len(part.masks)))
            best = [min(places, key=lambda p: (cost[p], p)) for places in alike]
            chosen += [best[i] for i in cheapest(part.masks, [cost[p] for p in best], part.rows, size)]
        return self._model(tuple(chosen))

    @cached_property
    def term_counts(self) -> list[int]:
        """How many of the models hold each prime implicant."""
        if not self._counted:
            return [sum(term in model for model in self._found[0]) for term in self.terms]
        counts = [0] * len(self.terms)
        for part, (size, total) in zip(self._parts, self._smallest, strict=True):
            elsewhere = self.n_models // total
            by_mask = [count * elsewhere for count in standing(part, size, total)]
            for term, place in enumerate(part.place.tolist()):
                if place >= 0:  # no term lies in two parts, or they would be one
                    counts[term] = by_mask[place]
        return counts

    @cached_property
    def condition_counts(self) -> list[int]:
        """How many of the models hold each condition, present or absent."""
        bits = [1 << self._width - 1 - i for i in range(self._width)]
        if not self._counted:
            used = [reduce(or_, (term.care for term in model)) for model in self._found[0]]
            return [sum(bool(care & here) for care in used) for here in bits]
        free = self._rows[:, 0] & np.array(bits, dtype=np.uint32)[:, None] == 0
        avoiding = [1] * self._width
        for part, (size, total) in zip(self._parts, self._smallest, strict=True):
            without = covers_among(part, free, size, total)
            avoiding = [one * other for one, other in zip(avoiding, without, strict=True)]
        return [self.n_models - count for count in avoiding]
