"""The intermediate solution: it assumes unseen configurations only if a directional expectation allows it.

We take each pair of a conservative and a parsimonious model. A conservative term that lies inside a
parsimonious one drops each condition that the parsimonious one does not ask for and that contradicts an
expectation. The configurations that the shortened terms add are the easy counterfactuals. We assume these and
nothing else, and minimise the positives again. C. Q. Ragin and J. Sonnett (2005), Between complexity and
parsimony; C. Q. Ragin (2008), Redesigning Social Inquiry, chapter 9.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, product

from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.minimise.merge import consensus
from good_on_paper.patterns.minimise.problem import LISTED, Model, Problem
from good_on_paper.patterns.minimise.terms import Rows, Term, as_rows, bit, distinct

_PAIRS = 200  # pairs of models that are looked at


@dataclass(frozen=True)
class Pair:
    """A conservative and a parsimonious model and what lies between them.

    Attributes
    ----------
    conservative, parsimonious : tuple of Term
        The two models.
    allowed : tuple of Term
        The shortened terms: the positives and the easy counterfactuals lie in them.
    problem : Problem
        The covering problem under these assumptions.
    """

    conservative: Model
    parsimonious: Model
    allowed: tuple[Term, ...]
    problem: Problem


def expectations(expect: Mapping[str, object] | None, conditions: Sequence[str]) -> dict[int, bool]:
    """Read directional expectations: the bit of each condition to whether we expect it present.

    Raises
    ------
    PatternError
        A name is not one of the conditions, or an expectation is not 1, 0 or None.
    """
    directions: dict[int, bool] = {}
    if expect is not None and not isinstance(expect, Mapping):
        raise PatternError(f"expect={expect!r}; expected a condition to 1, 0 or None, as {{'A': 1}}")
    for name, direction in (expect or {}).items():
        if name not in conditions:
            raise PatternError(f"expect= names {name!r}, none of the conditions {', '.join(conditions)}")
        if direction not in (0, 1, None):
            raise PatternError(
                f"expect[{name!r}] is {direction!r}; expected 1 (its presence helps), 0 (its absence) or None"
            )
        if direction is not None:
            directions[bit(list(conditions).index(name), len(conditions))] = bool(direction)
    return directions


class Between:
    """All intermediate models over the pairs of conservative and parsimonious models."""

    def __init__(
        self,
        conservative: Problem,
        parsimonious: Problem,
        positives: Sequence[int],
        directions: Mapping[int, bool],
        width: int,
    ) -> None:
        self._ends = (conservative, parsimonious)
        self._positives = positives
        self._directions = directions
        self._width = width

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """The pairs, conservative models first; at most 200."""
        cautious, brief = (list(islice(end.models(), _PAIRS)) for end in self._ends)
        known: dict[tuple[Term, ...], Problem] = {}
        pairs = []
        for c_model, p_model in islice(product(cautious, brief), _PAIRS):
            allowed = tuple(sorted(set(self._shortened(c_model, p_model))))
            if allowed not in known:
                primes = distinct(as_rows(consensus(allowed, self._positives)))
                known[allowed] = Problem(primes, self._positives, self._width)
            pairs.append(Pair(c_model, p_model, allowed, known[allowed]))
        return tuple(pairs)

    def _shortened(self, c_model: Model, p_model: Model) -> Iterator[Term]:
        for c_term in c_model:
            yield c_term
            for p_term in p_model:
                if c_term.inside(p_term):
                    care = c_term.care
                    for here, present in self._directions.items():
                        if care & here and not p_term.care & here and bool(c_term.value & here) != present:
                            care &= ~here
                    yield Term(care, c_term.value & care)

    @cached_property
    def _distinct(self) -> list[Model]:
        """The models found, the smallest only, each once."""
        best = [problem for problem in self._problems if problem.size == self.size]
        return list(dict.fromkeys(model for problem in best for model in islice(problem.models(), LISTED)))

    @cached_property
    def _problems(self) -> list[Problem]:
        return list({id(pair.problem): pair.problem for pair in self.pairs}.values())

    @property
    def exact(self) -> bool:
        """Whether every pair and every model of it was looked at."""
        whole = self._ends[0].n_models * self._ends[1].n_models <= _PAIRS and all(e.exact for e in self._ends)
        return whole and all(problem.exact and problem.n_models <= LISTED for problem in self._problems)

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """The prime implicants of all pairs."""
        rows: Rows = distinct(as_rows(term for problem in self._problems for term in problem.terms))
        return tuple(Term(*pair) for pair in rows.tolist())

    @property
    def size(self) -> int:
        """The fewest terms a model needs."""
        return min(problem.size for problem in self._problems)

    @property
    def n_models(self) -> int:
        """How many different models with so few terms the pairs give."""
        return len(self._distinct)

    def models(self) -> Iterator[Model]:
        """Return an iterator over the models."""
        return iter(self._distinct)

    @property
    def simplest(self) -> Model:
        """The model that names the fewest conditions; of equals, the first."""
        return min(self._distinct, key=lambda model: sum(term.literals for term in model))

    @property
    def term_counts(self) -> list[int]:
        """How many of the models hold each prime implicant."""
        return [sum(term in model for model in self._distinct) for term in self.terms]

    @property
    def condition_counts(self) -> list[int]:
        """How many of the models hold each condition, present or absent."""
        bits = [bit(i, self._width) for i in range(self._width)]
        return [sum(any(term.care & b for term in model) for model in self._distinct) for b in bits]
