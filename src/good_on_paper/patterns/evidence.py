"""The words of evidence: the one place where they are decided."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import comb, factorial, prod
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from good_on_paper.patterns.chance import SHUFFLES, shuffle
from good_on_paper.patterns.ranks import Floats, Scores, association, scores_of, without_liking

TOO_FEW: Final = "too few jobs to tell"
SHUFFLE: Final = "a shuffle looks like this too"
WORTH: Final = "worth asking about"
STANDS_OUT: Final = "stands out from the shuffles"
WORDS: Final = (TOO_FEW, SHUFFLE, WORTH, STANDS_OUT)
"""From the least to the most."""
FOUND: Final = (WORTH, STANDS_OUT)
"""The words beyond what shuffles give."""

BUDGET: Final = Fraction(1, 20)
"""False reports a page may give, all its lines and looks together: one in twenty."""
FOR_GUESSES: Final = Fraction(3, 5)
"""The guesses' part of the budget; the other lines share the rest."""
FEWEST_ROLES: Final = 5
FEWEST_VALUES: Final = 4
EITHER_SIDE: Final = 2
FEWEST_DIRECTED: Final = 3
"""Lines with a direction without which general liking cannot be told from a liking for one line."""
GUESS: Final = "guess"
EXPLORATORY: Final = "exploratory"

_HALF = Fraction(1, 2)


def look_budget(look: int = 1, outcomes: int = 1) -> Fraction:
    """Return what one dated look may spend of `BUDGET`.

    Parameters
    ----------
    look : int
        1 for the first reveal. It gets nine tenths; each later look half of what is left.
    outcomes : int
        How many outcomes were declared before the first reveal; they share.
    """
    share = Fraction(9, 10) if look == 1 else Fraction(1, 10) / 2 ** (look - 1)
    return BUDGET * share / outcomes


def orders_of(went: Sequence[float]) -> int:
    """Return how many orders of these outcomes differ from each other; of equals only one."""
    return factorial(len(went)) // prod(factorial(many) for many in Counter(went).values())


def screenable(went: Sequence[float], spend: Fraction = BUDGET) -> int:
    """Return of how many lines the neatest order of these outcomes could still be told from shuffles.

    Two of all orders are as neat as the neatest, for each line looked at; whole numbers only.

    >>> [screenable(range(roles)) for roles in (4, 5, 6, 7, 8)]
    [0, 3, 18, 126, 1008]
    >>> screenable([1, 1, 1, 1, 2, 2, 2, 2])  # four against four
    1
    """
    return int(spend * orders_of(went) / 2) if len(went) >= FEWEST_ROLES else 0


def parts_tell(one: int, other: int) -> bool:
    """Say whether so many roles against so many others could be told from shuffles, were it the one question.

    >>> [parts_tell(*parts) for parts in ((3, 4), (4, 4), (3, 5), (2, 6))]
    [False, True, True, False]
    """
    return min(one, other) >= EITHER_SIDE and BUDGET * comb(one + other, one) >= 2  # noqa: PLR2004 - both ways


def least_budget(lines: pd.DataFrame, went: pd.Series, guesses: Collection[str] = ()) -> Fraction | None:
    """Return the least that a report must be able to spend before `evidence` can tell anything with it.

    It hangs on how many roles, equal outcomes, lines and blanks there are, and not on which role had what.

    Parameters
    ----------
    lines, went, guesses
        As `numbers`, `went` and `guesses` of `evidence`.

    Returns
    -------
    fractions.Fraction or None
        None where nothing could be told at any price.
    """
    rated = went.dropna()
    if len(rated) < FEWEST_ROLES or rated.min() == rated.max():
        return None
    filled = lines.loc[rated.index].notna().sum() >= FEWEST_VALUES
    guessed = filled.index.isin(list(guesses))
    families = ((filled & guessed, FOR_GUESSES), (filled & ~guessed, 1 - FOR_GUESSES))
    neatest = Fraction(2, orders_of(rated.tolist()))
    return min((neatest * int(which.sum()) / part for which, part in families if which.any()), default=None)


@dataclass(frozen=True)
class Evidence:
    """How each line's association with the outcome compares with shuffled outcomes.

    Attributes
    ----------
    columns : dict
        ``tau``, ``p_adjusted``, ``p_adjusted_centred``, ``as_neat``, ``among``, ``shuffles``, ``family``,
        ``kin``, ``word``, ``rests_on``: a list a column, in the order of the lines; see
        `good_on_paper.patterns.Contrast`.
    """

    columns: dict[str, list[object]]


def evidence(
    numbers: pd.DataFrame,
    went: pd.Series,
    *,
    guesses: Collection[str] = (),
    keyed: Mapping[str, int] | None = None,
    kin: Collection[str] = (),
    budget: Fraction = BUDGET,
    seed: int = 0,
    shuffles: int = SHUFFLES,
) -> Evidence:
    """Say, a line, how its association with the outcome compares with shuffled outcomes.

    Parameters
    ----------
    numbers : pandas.DataFrame
        Shape (n, k), float64 with NaN: a row a role, a column a line.
    went : pandas.Series
        Length n, the declared outcome of each role, more is better; roles without one are left out.
    guesses : collection of str
        Lines named before any role came to mind.
    keyed : mapping, optional
        Line to +1, -1 or 0: whether more of it is by itself nicer, harder or neither.
    kin : collection of str
        Lines that say nearly the same as the outcome; they never get a pattern word.
    budget : fractions.Fraction
        What this look may spend; see `look_budget`.
    seed : int
        For the shuffles above eight roles.
    shuffles : int
        How many above eight roles.
    """
    rated = went.dropna()
    # shuffles fall on the roles in order of their names, so that no figure hangs on the order of the rows
    rated = rated.iloc[sorted(range(len(rated)), key=lambda place: str(rated.index[place]))]
    lines = [str(line) for line in numbers]
    values = numbers.loc[rated.index].to_numpy(dtype=float)
    career = _Career(values, rated.to_numpy(dtype=float), _directions(lines, keyed))
    together = association(values, career.went)
    guessed = np.array([line in guesses for line in lines], dtype=bool)
    tau = [pd.NA if np.isnan(whole) else whole for whole in together.tau.tolist()]
    found: dict[str, list[object]] = {"tau": tau}
    found |= {column: [pd.NA] * len(lines) for column in ("p_adjusted", "p_adjusted_centred")}
    found |= {column: [pd.NA] * len(lines) for column in ("as_neat", "among", "shuffles")}
    found["family"] = [GUESS if is_guess else EXPLORATORY for is_guess in guessed]
    found["kin"] = [line in kin for line in lines]
    found["word"] = [TOO_FEW] * len(lines)
    found["rests_on"] = [
        _rests_on(whole, without, rated.index)
        for whole, without in zip(together.tau, together.without.T, strict=True)
    ]
    for family, part in ((guessed, FOR_GUESSES), (~guessed, 1 - FOR_GUESSES)):
        told = np.flatnonzero(family & career.enough)
        spend = budget * part
        if not told.size or not spend:
            continue
        raw = shuffle(career.ranked[:, told], career.outcome, seed=seed, shuffles=shuffles)
        clear = (
            shuffle(career.centred[:, told], career.outcome, seed=seed, shuffles=shuffles)
            if career.directed
            else None
        )
        passes = raw.within(spend)
        specific = clear.within(spend) if clear else [False] * len(told)
        same_way = career.sums[told] * career.centred_sums[told] > 0
        for place, line in enumerate(told):
            found["p_adjusted"][line] = raw.p[place]
            found["as_neat"][line] = int(raw.as_neat[place])
            found["among"][line] = len(told)
            found["shuffles"][line] = raw.shuffles
            found["p_adjusted_centred"][line] = pd.NA if clear is None else clear.p[place]
            if len(told) <= screenable(rated.tolist(), spend):
                found["word"][line] = _word(
                    raw=passes[place],
                    clear=specific[place] and bool(same_way[place]),
                    broad=not found["rests_on"][line],
                    kin=bool(found["kin"][line]),
                )
    return Evidence(found)


class _Career:
    """The figures of roles with an outcome, a column a line."""

    def __init__(self, values: Floats, went: Floats, keyed: Scores) -> None:
        there = ~np.isnan(values)
        self.went = went
        self.ranked = scores_of(values)
        self.outcome = scores_of(went[:, None])[:, 0]
        self.centred = without_liking(self.ranked, there, keyed)
        self.directed = np.count_nonzero(keyed[there.any(axis=0)]) >= FEWEST_DIRECTED
        self.sums = self.outcome @ self.ranked
        self.centred_sums = self.outcome @ self.centred
        self.enough = np.array([_enough(went[column]) for column in there.T], dtype=bool)


def _word(*, raw: bool, clear: bool, broad: bool, kin: bool) -> str:
    if not raw or kin:
        return SHUFFLE
    return STANDS_OUT if clear and broad else WORTH


def _directions(lines: list[str], keyed: Mapping[str, int] | None) -> Scores:
    return np.array([(keyed or {}).get(line, 0) for line in lines], dtype=np.int64)


def _enough(went: npt.NDArray[np.float64]) -> bool:
    """Ask for enough values on a line, and for a cut in the outcome with enough of them on either side."""
    if len(went) < FEWEST_VALUES:
        return False
    ordered = np.sort(went)
    return bool(ordered[EITHER_SIDE - 1] < ordered[-EITHER_SIDE])


def _rests_on(whole: float, without: Floats, roles: pd.Index) -> str:
    """Name the role without which less than half of the association is left, the weakest case first."""
    if not abs(whole) > 0:
        return ""
    left = np.nan_to_num(without) / whole
    weakest = int(np.argmin(left))  # of equals the first by name
    return str(roles[weakest]) if left[weakest] < _HALF else ""
