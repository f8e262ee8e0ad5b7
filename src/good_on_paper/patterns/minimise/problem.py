"""One covering problem: prime implicants and the rows to cover, and what can be said of all its models."""

from collections.abc import Iterator, Sequence
from functools import cached_property, reduce
from itertools import islice, product
from operator import or_

import numpy as np

from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.minimise.chart import Chart, chart
from good_on_paper.patterns.minimise.count import MOST_ROWS, covers_among, smallest, standing
from good_on_paper.patterns.minimise.listing import cheapest, covers, search
from good_on_paper.patterns.minimise.terms import Rows, Term, coverage, distinct

MOST_POSITIVES = 60
"""Positive configurations up to which a word holds who covers whom."""

LISTED = 1_000
"""Models that are looked at where there are too many rows to count them all."""

Model = tuple[Term, ...]


class Problem:
    """All minimal models over one set of prime implicants: counted where that is possible, else listed.

    Parameters
    ----------
    terms
        The prime implicants, an array with a row (care, value) each.
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
        self._rows = distinct(terms)
        self._width = width
        covers = coverage(self._rows, positives)
        self._covered = np.bitwise_count(covers).astype(int)
        self._chart: Chart = chart(covers, len(positives))
        self.exact = self._chart.rows <= MOST_ROWS

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """The prime implicants."""
        return tuple(Term(*pair) for pair in self._rows.tolist())

    @cached_property
    def _smallest(self) -> tuple[int, int]:
        if self.exact:
            return smallest(self._chart)
        size = search(self._chart.masks, self._chart.rows)
        return size, len(list(islice(self._walk(size), LISTED)))

    @property
    def size(self) -> int:
        """The fewest terms a model needs."""
        return self._smallest[0]

    @property
    def n_models(self) -> int:
        """How many models have so few: all of them where `exact`, else those found (at least so many)."""
        return self._smallest[1]

    def models(self) -> Iterator[Model]:
        """Give the models one by one."""
        return self._walk(self.size)

    def _walk(self, size: int) -> Iterator[Model]:
        for cover in covers(self._chart.masks, self._chart.rows, size):
            for places in product(*(self._chart.members(mask) for mask in cover)):
                yield tuple(self.terms[i] for i in sorted(places))

    @cached_property
    def simplest(self) -> Model:
        """The model that names the fewest conditions; of several such, one whose terms cover most."""
        # a literal weighs more than all that the terms of a model can cover: 60 terms x 60 rows
        cost = (4096 * np.bitwise_count(self._rows[:, 0]).astype(int) - self._covered).tolist()
        alike = map(self._chart.members, range(len(self._chart.masks)))
        best = [min(places, key=lambda p: (cost[p], p)) for places in alike]
        cover = cheapest(self._chart.masks, [cost[p] for p in best], self._chart.rows, self.size)
        return tuple(self.terms[i] for i in sorted(best[i] for i in cover))

    @cached_property
    def term_counts(self) -> list[int]:
        """For each prime implicant, in how many of the models it stands."""
        if not self.exact:
            return self._listed_counts()
        by_mask = standing(self._chart, self.size, self.n_models)
        return [by_mask[i] if i >= 0 else 0 for i in self._chart.place.tolist()]

    @cached_property
    def condition_counts(self) -> list[int]:
        """For each condition, in how many of the models it stands, present or absent."""
        absent = [self._rows[:, 0] & np.uint32(1 << self._width - 1 - i) == 0 for i in range(self._width)]
        if self.exact:
            return [
                self.n_models - covers_among(self._chart, free, self.size, self.n_models) for free in absent
            ]
        used = [reduce(or_, (term.care for term in model)) for model in islice(self.models(), LISTED)]
        return [sum(care >> self._width - 1 - i & 1 for care in used) for i in range(self._width)]

    def _listed_counts(self) -> list[int]:
        counts = dict.fromkeys(self.terms, 0)
        for model in islice(self.models(), LISTED):
            for term in model:
                counts[term] += 1
        return list(counts.values())
