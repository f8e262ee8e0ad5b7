"""The words of evidence: the one place where they are decided."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from good_on_paper.patterns.budgets import HOW_IT_WENT
from good_on_paper.patterns.chance import SHUFFLES, Chance, among_outcomes, kind_for, shuffle
from good_on_paper.patterns.families import EXPLORATORY, GUESS, WEIGHTS, allotted, handed_on
from good_on_paper.patterns.orders import EITHER_SIDE, FEWEST_ROLES, orders_of, screenable
from good_on_paper.patterns.ranks import Floats, Scores, association, scores_of, without_liking
from good_on_paper.patterns.restricted import FEWEST_DATED, outcomes_in_time, spend_in_time
from good_on_paper.patterns.when import in_time

TOO_FEW: Final = "too few jobs to tell"
SHUFFLE: Final = "could easily be chance"
WORTH: Final = "worth asking about"
STANDS_OUT: Final = "stands out"
WORDS: Final = (TOO_FEW, SHUFFLE, WORTH, STANDS_OUT)
"""From the least to the most."""
FOUND: Final = (WORTH, STANDS_OUT)
"""The words of a finding: beyond what shuffles give."""

FEWEST_VALUES: Final = 4
FEWEST_DIRECTED: Final = 3
"""With fewer lines that have a direction, we cannot tell general liking from a liking for one line."""

_HALF = 0.5
_NONE = float("nan")
_OF_CHANCE = (
    *("p_adjusted", "p_adjusted_centred", "as_neat", "among", "shuffles"),
    *("p_in_time", "orders_in_time"),
)


def least_budget(
    lines: pd.DataFrame, went: pd.Series, guesses: Collection[str] = (), kin: Collection[str] = ()
) -> Fraction | None:
    """Return the least budget with which `evidence` can tell anything.

    It depends on how many roles, equal outcomes, lines and blanks there are, not on which role had what.

    Parameters
    ----------
    lines, went, guesses, kin
        As `numbers`, `went`, `guesses` and `kin` of `evidence`.

    Returns
    -------
    fractions.Fraction or None
        None if no budget could tell anything.
    """
    rated = went.dropna()
    if len(rated) < FEWEST_ROLES or rated.min() == rated.max():
        return None
    filled = lines.loc[rated.index].notna().to_numpy().sum(axis=0) >= FEWEST_VALUES
    there = Counter(
        GUESS if line in guesses else EXPLORATORY
        for line, enough in zip(lines, filled, strict=True)
        if enough and line not in kin
    )
    neatest = Fraction(2, orders_of(rated.tolist()))
    alone = len(there) == 1
    needs = (neatest * many / (1 if alone else WEIGHTS[family]) for family, many in there.items())
    return min(needs, default=None)


@dataclass(frozen=True)
class Evidence:
    """How each line's association with the outcome compares with shuffled outcomes.

    Attributes
    ----------
    columns : dict
        ``tau``, ``p_adjusted``, ``p_adjusted_centred``, ``as_neat``, ``among``, ``shuffles``, ``p_in_time``,
        ``orders_in_time``, ``tau_time``, ``drift``, ``family``, ``kin``, ``word``, ``rests_on``: a list per
        column, in the order of the lines, NaN where `good_on_paper.patterns.Contrast` says NA.
    spent : dict
        Family to what it might spend in the end.
    tau_time : float
        Kendall's tau-b of the outcome with time; NaN where time is not asked.
    """

    columns: dict[str, list[Any]]
    spent: dict[str, Fraction]
    tau_time: float


def evidence(
    numbers: pd.DataFrame,
    went: pd.Series,
    *,
    guesses: Collection[str] = (),
    keyed: Mapping[str, int] | None = None,
    kin: Collection[str] = (),
    budget: Fraction = HOW_IT_WENT,
    seed: int = 0,
    shuffles: int = SHUFFLES,
    when: pd.Series | None = None,
) -> Evidence:
    """Compare the association of each line with the outcome to shuffled outcomes, and to time.

    A word takes two things. First, shuffles seldom give a line of the family that goes as neatly with the
    outcome (see `good_on_paper.patterns.chance`, and `good_on_paper.patterns.families` for what each family
    may spend). Second, from `FEWEST_DATED` dated roles on, the same holds among only those shuffles in which
    the outcome drifts along the years as it did (see `good_on_paper.patterns.restricted`).

    Parameters
    ----------
    numbers : pandas.DataFrame
        Shape (n, k), float64 with NaN: a row per role, a column per line.
    went : pandas.Series
        Length n, the declared outcome of each role, more is better; roles without one are left out.
    guesses : collection of str
        Lines named before any role came to mind.
    keyed : mapping, optional
        Line to +1, -1 or 0: whether more of it is by itself nicer, harder or neither.
    kin : collection of str
        Lines that say nearly the same as the outcome; they are not tested, and never get a pattern word.
    budget : fractions.Fraction
        What this look may spend; see `good_on_paper.patterns.look_budget`.
    seed : int
        For the shuffles above eight roles.
    shuffles : int
        How many above eight roles.
    when : pandas.Series, optional
        Role to its place in time: anything that has an order, NaN for a role without a date.
    """
    roles = [str(role) for role in went.index]
    every, outcome = numbers.to_numpy(dtype=float), went.to_numpy(dtype=float, na_value=np.nan)
    # we shuffle the roles in order of their names, so that no figure depends on the order of the rows
    rated = sorted(np.flatnonzero(~np.isnan(outcome)).tolist(), key=roles.__getitem__)
    lines = [str(line) for line in numbers]
    values, outcomes = every[rated], outcome[rated].tolist()
    together = association(values, outcome[rated])
    career = _Career(values, outcome[rated], together.ranked, _directions(lines, keyed))
    if when is not None and when.index is not went.index:
        when = when.loc[went.index]
    places = None if when is None else when.to_numpy(dtype=float)[rated]
    time = None if places is None else _Time.of(career, values, places)
    akin = np.array([line in kin for line in lines], dtype=bool)
    guessed = np.array([line in guesses for line in lines], dtype=bool)
    found: dict[str, list[Any]] = {"tau": together.tau.tolist()}
    for column in _OF_CHANCE:
        found[column] = [_NONE] * len(lines)
    found["tau_time"] = [_NONE] * len(lines) if time is None else time.tau
    found["drift"] = [False] * len(lines)
    found["family"] = [GUESS if is_guess else EXPLORATORY for is_guess in guessed.tolist()]
    found["kin"] = list(akin.tolist())
    found["word"] = [TOO_FEW] * len(lines)
    found["rests_on"] = list(_rests_on(together.tau, together.without, [roles[row] for row in rated]))
    wide = {GUESS: guessed, EXPLORATORY: ~guessed}
    testable = {family: np.flatnonzero(which & career.enough & ~akin) for family, which in wide.items()}
    spend = allotted({family: len(places) for family, places in testable.items()}, outcomes, budget)
    tested = {
        family: _Tested(career, time, places, seed, shuffles)
        for family, places in testable.items()
        if places.size and budget
    }
    spend = handed_on(spend, lambda family, part: family in tested and all(tested[family].passing(part)))
    for family, test in tested.items():
        part = spend[family]
        able = len(test.places) <= screenable(outcomes, part)
        shuffled, specific, gates = test.raw.within(part), test.specific(part), test.gate(part)
        for column, figures in test.figures().items():
            into = found[column]
            for line, figure in zip(test.places.tolist(), figures, strict=True):
                into[line] = figure
        for place, line in enumerate(test.places.tolist()):
            if able:
                passed, gate = shuffled[place], gates[place]
                found["drift"][line] = passed and not gate
                clear = specific[place] and not found["rests_on"][line]
                found["word"][line] = (STANDS_OUT if clear else WORTH) if passed and gate else SHUFFLE
    if screenable(outcomes, budget):  # we do not test kin
        for line in np.flatnonzero(akin & career.enough).tolist():
            found["word"][line] = SHUFFLE
    return Evidence(found, spend, _NONE if time is None else time.went)


class _Career:
    """The figures of roles with an outcome, a column per line."""

    def __init__(self, values: Floats, went: Floats, ranked: Scores, keyed: Scores) -> None:
        there = ~np.isnan(values)
        self.went = went
        self.ranked = ranked
        self.outcome = scores_of(went[:, None])[:, 0]
        self.centred = without_liking(self.ranked, there, keyed)
        self.directed = np.count_nonzero(keyed[there.any(axis=0)]) >= FEWEST_DIRECTED
        self.same_way = (self.outcome @ self.ranked) * (self.outcome @ self.centred) > 0
        self.enough = _enough(np.where(there, went[:, None], np.nan))


class _Time:
    """The dated roles that have an outcome, and the other orders in which it drifts as much."""

    def __init__(self, career: _Career, values: Floats, dated: list[int]) -> None:
        self.outcomes = outcomes_in_time(career.outcome, dated, kind_for(len(career.outcome)))
        placed = np.full(len(values), np.nan)
        placed[dated] = np.arange(len(dated))
        *tau, went = association(np.column_stack([values, career.went]), placed).tau.tolist()
        self.tau, self.went = tau, went

    @classmethod
    def of(cls, career: _Career, values: Floats, places: Floats) -> "_Time | None":
        """Take the roles with a place in time; None for too few."""
        dated = in_time(places)
        return None if len(dated) < FEWEST_DATED else cls(career, values, dated)


class _Tested:
    """What all shuffles gave for the lines of one family, and what those gave that drift as much."""

    def __init__(
        self, career: _Career, time: _Time | None, places: npt.NDArray[np.intp], seed: int, shuffles: int
    ) -> None:
        self.places = places
        self.raw = shuffle(career.ranked[:, places], career.outcome, seed=seed, shuffles=shuffles)
        self.clear: Chance | None = None
        self.in_time: Chance | None = None
        if career.directed:
            self.clear = shuffle(career.centred[:, places], career.outcome, seed=seed, shuffles=shuffles)
        self.same_way = career.same_way[places].tolist()
        if time is not None:
            self.in_time = among_outcomes(career.ranked[:, places], career.outcome, time.outcomes)

    def gate(self, spend: Fraction) -> list[bool]:
        """Return whether each line passes the shuffles that drift as much; without dates all lines do."""
        if self.in_time is None:
            return [True] * len(self.places)
        return self.in_time.within(spend_in_time(spend))

    def passing(self, spend: Fraction) -> list[bool]:
        """Return whether each line passes both kinds of shuffle with so much of the budget."""
        return [raw and gate for raw, gate in zip(self.raw.within(spend), self.gate(spend), strict=True)]

    def specific(self, spend: Fraction) -> list[bool]:
        """Return whether each line also passes the shuffles in the same direction without general liking."""
        if self.clear is None:
            return [False] * len(self.places)
        return [clear and same for clear, same in zip(self.clear.within(spend), self.same_way, strict=True)]

    def figures(self) -> dict[str, list[float]]:
        """Return the figures of all lines by their columns."""
        lines = len(self.places)
        raw, clear, in_time = (
            [_NONE] * lines if chance is None else chance.p.tolist()
            for chance in (self.raw, self.clear, self.in_time)
        )
        return {
            "p_adjusted": raw,
            "p_adjusted_centred": clear,
            "as_neat": self.raw.as_neat.tolist(),
            "among": [lines] * lines,
            "shuffles": [self.raw.shuffles] * lines,
            "p_in_time": in_time,
            "orders_in_time": [_NONE if self.in_time is None else self.in_time.orders] * lines,
        }


def _directions(lines: list[str], keyed: Mapping[str, int] | None) -> Scores:
    return np.array([(keyed or {}).get(line, 0) for line in lines], dtype=np.int64)


def _enough(went: Floats) -> npt.NDArray[np.bool_]:
    """Require enough values on a line, and a cut in the outcome with enough of them on either side.

    `went` is the outcome of the roles that have a value, NaN for the others, a column per line.
    """
    values = np.count_nonzero(~np.isnan(went), axis=0)
    if len(went) < FEWEST_VALUES:
        return np.zeros(len(values), dtype=bool)
    ordered, every = np.sort(went, axis=0), np.arange(len(values))  # blanks come last
    cut = ordered[EITHER_SIDE - 1] < ordered[values - EITHER_SIDE, every]
    return np.asarray(cut & (values >= FEWEST_VALUES))


def _rests_on(whole: Floats, without: Floats, roles: list[str]) -> list[str]:
    """Name the role without which less than half of each line's association is left; the first of several."""
    if not roles:
        return [""] * len(whole)
    left = np.divide(np.nan_to_num(without), whole, out=np.ones_like(without), where=np.abs(whole) > 0)
    weakest = left.argmin(axis=0)
    carried = left[weakest, np.arange(len(whole))] < _HALF
    return [roles[role] if much else "" for role, much in zip(weakest, carried, strict=True)]
