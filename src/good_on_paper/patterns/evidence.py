"""The words of evidence: the one place where they are decided."""

from collections.abc import Collection, Iterable, Mapping
from fractions import Fraction
from math import factorial
from typing import Final

import numpy as np
import pandas as pd

from good_on_paper.patterns.chance import adjusted_p
from good_on_paper.patterns.ranks import scores, tau, without_liking

TOO_FEW: Final = "too few jobs to tell"
SHUFFLE: Final = "a shuffle looks like this too"
WORTH: Final = "worth asking about"
STANDS_OUT: Final = "stands out from the shuffles"
WORDS: Final = (TOO_FEW, SHUFFLE, WORTH, STANDS_OUT)
"""From the least to the most."""

BUDGET: Final = Fraction(1, 20)
"""False reports a page may give, all its lines and looks together: one in twenty."""
FOR_GUESSES: Final = Fraction(3, 5)
"""The guesses' part of the budget; the other lines share the rest."""
FEWEST_ROLES: Final = 5
FEWEST_VALUES: Final = 4
EITHER_SIDE: Final = 2
GUESS: Final = "guess"
EXPLORATORY: Final = "exploratory"

_KINDS = {
    "line": "string",
    "n": "Int64",
    "tau": "Float64",
    "p_adjusted": "Float64",
    "p_adjusted_centred": "Float64",
    "family": "string",
    "word": "string",
    "rests_on": "string",
}


def look_budget(look: int, outcomes: int = 1) -> Fraction:
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


def evidence(
    numbers: pd.DataFrame,
    went: pd.Series,
    *,
    guesses: Collection[str] = (),
    keyed: Mapping[str, int] | None = None,
    kin: Collection[str] = (),
    budget: Fraction = BUDGET,
    seed: int = 0,
) -> pd.DataFrame:
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

    Returns
    -------
    pandas.DataFrame
        ``line``, ``n`` (roles with both), ``tau`` (Kendall's tau-b), ``p_adjusted`` and
        ``p_adjusted_centred`` (step-down max-T within the family; NA where nothing can be told),
        ``family`` ("guess" or "exploratory"), ``word`` (one of `WORDS`), ``rests_on`` (the role without which
        the association falls to less than half, else ""); in the order of the columns.
    """
    rated = went.dropna()
    values = numbers.loc[rated.index]
    names = [str(line) for line in values]
    families = {line: GUESS if line in guesses else EXPLORATORY for line in names}
    told = {line: _enough(values[line], rated) for line in names}
    centred = without_liking(values, keyed or {})
    rows = []
    for family, part in ((GUESS, FOR_GUESSES), (EXPLORATORY, 1 - FOR_GUESSES)):
        lines = [line for line in names if families[line] == family and told[line]]
        spend = budget * part
        reachable = _reachable(len(rated), len(lines), spend)
        raw = _figures(values, lines, rated, seed)
        clear = _figures(centred, lines, rated, seed)
        for line in (line for line in names if families[line] == family):
            strength, without = tau(values[line], rated)
            rests = _rests_on(strength, without)
            word = TOO_FEW
            if told[line] and reachable:
                word = _word(raw[line] <= spend, clear[line] <= spend, not rests, line in kin)
            both = int(values[line].notna().sum())
            rows.append((line, both, strength, raw.get(line), clear.get(line), family, word, rests))
    found = pd.DataFrame(rows, columns=list(_KINDS)).astype(_KINDS)
    return found.set_index("line").loc[names].reset_index().astype(_KINDS)


def _word(raw: bool, clear: bool, broad: bool, kin: bool) -> str:
    if not raw or kin:
        return SHUFFLE
    return STANDS_OUT if clear and broad else WORTH


def _figures(frame: pd.DataFrame, lines: Iterable[str], went: pd.Series, seed: int) -> dict[str, float]:
    lines = list(lines)
    if not lines:
        return {}
    ranked = np.column_stack([scores(frame[line]) for line in lines])
    return dict(zip(lines, adjusted_p(ranked, scores(went), seed=seed).tolist(), strict=True))


def _enough(values: pd.Series, went: pd.Series) -> bool:
    """Ask for enough values, and for a cut in the outcome that has enough of them on either side."""
    seen = sorted(went[values.notna()])
    return len(seen) >= FEWEST_VALUES and seen[EITHER_SIDE - 1] < seen[-EITHER_SIDE]


def _reachable(roles: int, lines: int, spend: Fraction) -> bool:
    """Ask whether the neatest order there is could pass: two of n! orders, for each line looked at."""
    return roles >= FEWEST_ROLES and 2 * lines <= spend * factorial(roles)


def _rests_on(strength: float, without: pd.Series) -> str:
    """Name the role without which less than half of the association is left, the weakest case first."""
    if not abs(strength) > 0:
        return ""
    left = without.fillna(0) / strength
    return str(left.idxmin()) if left.min() < 0.5 else ""  # noqa: PLR2004 - half, as said above
