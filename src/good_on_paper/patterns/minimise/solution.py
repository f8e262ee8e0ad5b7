"""What a minimisation found."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

import numpy as np
import numpy.typing as npt
import pandas as pd

from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.minimise.fit import sufficiency, unique
from good_on_paper.patterns.minimise.intermediate import Between, Pair
from good_on_paper.patterns.minimise.problem import Problem
from good_on_paper.patterns.minimise.terms import Term, membership, parse, text, texts
from good_on_paper.patterns.minimise.truth_table import TruthTable

_HALF = 0.5
_TEXT = pd.StringDtype(na_value=np.nan)  # what pandas makes of a list of texts, without looking at each


@dataclass(frozen=True, repr=False)
class Solution:
    """All equally simple explanations of an outcome.

    Attributes
    ----------
    kind : str
        "parsimonious", "conservative" or "intermediate".
    table : TruthTable
        What was minimised.
    pairs : tuple of Pair
        For the intermediate solution: the pairs of models it lies between; else empty.

    Notes
    -----
    A solution found in few rows says little: noise gives one too. `good_on_paper.patterns.recipes.chance`
    says how often shuffled outcomes are explained as simply.

    Examples
    --------
    >>> import pandas as pd
    >>> from good_on_paper.patterns import minimise
    >>> seen = pd.DataFrame({"A": [1, 1, 0, 0], "B": [1, 0, 1, 0], "Y": [1, 0, 0, 1]}, index=list("abcd"))
    >>> found = minimise(seen)
    >>> found.n_models, found.models()
    (1, (('A*B', '~A*~B'),))
    >>> found.uncovered
    ()
    """

    kind: str
    table: TruthTable
    _models: Problem | Between = field(compare=False)
    pairs: tuple[Pair, ...] = field(default=(), compare=False)

    def __repr__(self) -> str:
        return (
            f"<{self.kind} solution of {self.table.sets.outcome}: {self.count_text}, "
            f"{len(self._models.terms)} prime implicants; not compared with shuffled outcomes>"
        )

    @property
    def size(self) -> int:
        """The fewest terms a model needs."""
        return self._models.size

    @property
    def n_models(self) -> int:
        """How many models have that size; at least so many if `exact` is False."""
        return self._models.n_models

    @property
    def exact(self) -> bool:
        """Whether `n_models` and `membership` are about all models, or only about those found.

        They are about all models if at most 24 rows of the chart decide, or if we can list the models within
        a fixed number of steps. For the intermediate solution there may be at most 200 pairs of models, each
        with at most 1,000 models.
        """
        return self._models.exact

    @property
    def count_text(self) -> str:
        """The number of models in words: "3 models of 2 terms", "at least 1,000 models of 1 term"."""
        sure = "" if self.exact else "at least "
        models, terms = ("" if number == 1 else "s" for number in (self.n_models, self.size))
        return f"{sure}{self.n_models:,} model{models} of {self.size} term{terms}"

    @cached_property
    def prime_implicants(self) -> tuple[str, ...]:
        """All terms that a model may hold, written as ``A*~B``; the shortest first."""
        return tuple(texts(self._models.terms, self.table.sets.conditions))

    def models(self, limit: int | None = 25) -> tuple[tuple[str, ...], ...]:
        """List models, each as its terms. We find them one by one, so a few of many take little time.

        Parameters
        ----------
        limit
            The most models to list; None lists all.

        Returns
        -------
        tuple of tuple of str
            At most `limit` models, each a tuple of terms such as ``"A*~B"``.

        Raises
        ------
        PatternError
            The limit is below 0.
        """
        if limit is not None and limit < 0:
            raise PatternError(f"limit={limit}; expected 0 or more, or None for all models")
        return tuple(tuple(map(self._text, model)) for model in islice(self._models.models(), limit))

    def holds(self, model: Sequence[str]) -> bool:
        """Return whether a model is minimal, however many there are.

        Returns
        -------
        bool
            True for a minimal model, whether or not `models` listed it.
        """
        terms = {parse(term, self.table.sets.conditions) for term in model}
        covered = all(any(term.covers(row) for term in terms) for row in self.table.positives)
        if self.kind == "intermediate":
            return any(set(one) == terms for one in self._models.models())
        return len(terms) == self.size and terms <= set(self._models.terms) and covered

    @cached_property
    def simplest(self) -> tuple[str, ...]:
        """The model that names the fewest conditions; of equals, one whose terms cover most."""
        return tuple(map(self._text, self._models.simplest))

    @cached_property
    def membership(self) -> pd.DataFrame:
        """How many models hold each term and each condition.

        Columns: ``name``; ``kind`` "term" or "condition"; ``models`` the number as a whole Python number;
        ``of`` all models; ``share``. A condition counts once per model, present or absent.
        """
        names = [*self.prime_implicants, *self.table.sets.conditions]
        kinds = ["term"] * len(self.prime_implicants) + ["condition"] * self.table.sets.width
        words = {"name": pd.array(names, dtype=_TEXT), "kind": pd.array(kinds, dtype=_TEXT)}
        counts = [*self._models.term_counts, *self._models.condition_counts]
        every = self.n_models
        whole = {"models": counts, "of": [every] * len(counts)}
        exact = {name: np.array(numbers, dtype=object) for name, numbers in whole.items()}
        shares = np.array([count / every for count in counts])
        # nothing else holds these columns, so they need no copy
        return pd.DataFrame({**words, **exact, "share": shares}, copy=False)

    @cached_property
    def fit(self) -> pd.DataFrame:
        """How well the first 25 models fit: `fit_of` of each, numbered from 1 in a column ``model``."""
        parts = [self.fit_of(model).assign(model=i) for i, model in enumerate(self.models(), start=1)]
        whole = pd.concat(parts, ignore_index=True)
        return whole[["model", *whole.columns.drop("model")]]

    def fit_of(self, model: Sequence[str]) -> pd.DataFrame:
        """Return how well a model fits: a row per term and a last row for the whole.

        Columns: ``term``; ``incl`` consistency; ``PRI``; ``covS`` raw coverage; ``covU`` unique coverage, NaN
        for the whole; ``covered`` rows with the outcome and ``others`` rows without it that are in the term
        by more than half, tuples of names.

        Returns
        -------
        pandas.DataFrame
            A row per term, then one for the whole; fits are shares from 0 to 1, ``covered`` and
            ``others`` tuples of names.
        """
        if isinstance(model, str) or not model:
            raise PatternError(f"the model is {model!r}; expected its terms as a list: ['A*~B', 'C']")
        sets = self.table.sets
        parts = [membership(parse(term, sets.conditions), sets.degrees) for term in model]
        rows = []
        alone = [*unique(parts, sets.went), float("nan")]
        for term, part, own in zip(
            [*model, " + ".join(model)], [*parts, np.maximum.reduce(parts)], alone, strict=True
        ):
            incl, pri, cov = sufficiency(part, sets.went)
            inside, went = part > _HALF, sets.went > _HALF
            covered, others = self._names(inside & went), self._names(inside & ~went)
            rows.append((term, incl, pri, cov, own, covered, others))
        return pd.DataFrame(rows, columns=["term", "incl", "PRI", "covS", "covU", "covered", "others"])

    @property
    def covered(self) -> tuple[str, ...]:
        """The rows with the outcome that the simplest model covers."""
        whole: tuple[str, ...] = self.fit_of(self.simplest)["covered"].iloc[-1]
        return whole

    @property
    def uncovered(self) -> tuple[str, ...]:
        """The rows with the outcome that the simplest model does not cover."""
        sets = self.table.sets
        inside = set(self.covered)
        return tuple(name for name in self._names(sets.went > _HALF) if name not in inside)

    def assumptions(self, model: Sequence[str], limit: int = 10_000) -> tuple[int, ...]:
        """Return the configurations never seen that a model claims lead to the outcome.

        These are its simplifying assumptions, numbered as in the truth table: 1 is all absent,
        the first condition counts most.

        Returns
        -------
        tuple of int
            The numbers of the configurations, from 1, in ascending order.

        Raises
        ------
        PatternError
            There are more than `limit`.
        """
        sets = self.table.sets
        terms = [parse(term, sets.conditions) for term in model]
        free = [1 << sets.width - term.literals for term in terms]
        if max(free) > limit:
            raise PatternError(f"the model claims more than {limit:,} unseen configurations; raise limit=")
        full = (1 << sets.width) - 1
        claimed: set[int] = set()
        for term in terms:
            loose = full & ~term.care
            part = loose
            while True:  # all subsets of the loose bits
                claimed.add(term.value | part)
                if not part:
                    break
                part = part - 1 & loose
        return tuple(sorted(row + 1 for row in claimed - {*self.table.positives, *self.table.negatives}))

    def _text(self, term: Term) -> str:
        return text(term, self.table.sets.conditions)

    def _names(self, which: npt.NDArray[np.bool_]) -> tuple[str, ...]:
        return tuple(self.table.sets.names[i] for i in np.flatnonzero(which))
