"""How far a verdict leans on the ending: the end against an ordinary day."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

import numpy as np
import pandas as pd

from good_on_paper.patterns.budgets import WHEN_IT_GOT_DULL
from good_on_paper.patterns.chance import SHUFFLES
from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.evidence import SHUFFLE, STANDS_OUT, TOO_FEW, WORTH
from good_on_paper.patterns.orders import FEWEST_ROLES
from good_on_paper.patterns.ranks import Floats, Scores, association, scores_of
from good_on_paper.patterns.restricted import FEWEST_DATED, restricted, seldom
from good_on_paper.patterns.when import Dates, in_time, places_in_time
from good_on_paper.patterns.wide import wide

EXACT_UP_TO: Final = 14
"""Up to this many roles we try every way of swapping: 2 to the 14th is 16,384."""
_FEWEST_LEFT: Final = 3  # with fewer, too few remain once we leave one out


@dataclass(frozen=True)
class Lean:
    """A verdict beside how it felt at the peak, on an ordinary day and at the end.

    Attributes
    ----------
    frame : pandas.DataFrame
        A row per part, as given: ``part``; ``agree`` pairs of roles with different verdicts in which the
        better one was also better on this part; ``against`` in which it was worse, ``ties`` in which it was
        the same; ``pairs`` of all; ``tau`` Kendall's tau-b with the verdict, turned so that more is nicer.
    way : int
        1 if the verdict goes more with the end than with an ordinary day, -1 if less, 0 if as much.
    word : str
        One of `good_on_paper.patterns.WORDS`: whether swaps give a lean as strong.
    as_far : int
        Swaps that lean as far, either way, of the ``swaps`` we tried (0 if none would tell anything).
    swaps : int
    rests_on : str
        The role without which less than half of the lean remains, else empty.
    wide : pandas.DataFrame
        The roles with the verdict and all parts.
    verdict : str
        Its column.
    drift : bool
        Whether swaps alone would give a word, but the order in time takes it back.

    Notes
    -----
    We swap end and ordinary day within each role. If the verdict were as near to one as to the other, every
    way to swap them would be as likely. General liking of a role is in both, so it cancels out. Ask both on
    one scale. Peak and end: Kahneman, D. et al. (1993), Psychological
    Science 4, 401-405; Alaybek, B. et al. (2022), Organizational Behavior and Human Decision Processes 170.

    Examples
    --------
    >>> jobs = {"verdict": [7, 6, 4, 3, 1], "end": [1, 2, 3, 5, 7], "day": [3, 2, 4, 3, 4]}
    >>> found = lean(pd.DataFrame(jobs, list("ABCDE")), "verdict", "end", "day", key=-1)
    >>> found.frame[["part", "agree", "against", "ties"]].to_dict("list")
    {'part': ['day', 'end'], 'agree': [6, 10], 'against': [2, 0], 'ties': [2, 0]}
    """

    frame: pd.DataFrame
    way: int
    word: str
    as_far: int
    swaps: int
    rests_on: str
    verdict: str
    wide: pd.DataFrame = field(repr=False)
    drift: bool = False


def lean(
    frame: pd.DataFrame,
    verdict: str,
    end: str,
    ordinary: str,
    others: Sequence[str] = (),
    *,
    key: int = 1,
    budget: Fraction = WHEN_IT_GOT_DULL,
    seed: int = 0,
    when: Dates | None = None,
) -> Lean:
    """Compare how a verdict goes with the end and with an ordinary day.

    Parameters
    ----------
    frame
        A row per role; the columns numbers, blanks as NA. A role with a blank in one of them is left out.
    verdict
        The column that says how it went; more is better.
    end, ordinary
        The columns to compare, on one scale.
    others
        Further parts to count pairs for, such as the peak.
    key
        1 where more of the parts is nicer, -1 where it is harder.
    budget
        What this may spend on a false word.
    seed
        For the swaps above `EXACT_UP_TO` roles.
    when
        The order of the roles in time, as for `contrast`: from eight dated roles on a word also asks that
        verdicts that drift as much along the years seldom lean as far.

    Returns
    -------
    Lean
        The word and the swaps it rests on; ``.frame`` has a row per part, with counts of pairs.

    Raises
    ------
    PatternError
        As for :func:`good_on_paper.patterns.contrast`.

    Examples
    --------
    >>> jobs = {"verdict": [7, 6, 5, 3, 2, 1], "end": [1, 2, 3, 5, 6, 7], "day": [4, 5, 3, 4, 3, 5]}
    >>> found = lean(pd.DataFrame(jobs, list("ABCDEF")), "verdict", "end", "day", key=-1)
    >>> found.way, found.as_far, found.swaps, found.word == SHUFFLE
    (1, 6, 64, True)
    """
    parts = [*others, ordinary, end]
    numbers = _complete(frame, verdict, parts)
    turned, went = numbers[parts] * key, numbers[verdict]
    values = turned[[end, ordinary]].to_numpy(dtype=float)
    weighed = weigh(values, went.to_numpy(dtype=float), budget=budget, seed=seed)
    rests_on = _rests_on(values, went, weighed.pull)
    places = None if when is None else places_in_time(frame, when, None, went.index)
    drift = weighed.within and not _beyond_time(values, went, places, budget)
    found = weighed.within and not drift
    word = STANDS_OUT if found and not rests_on else WORTH if found else SHUFFLE
    return Lean(
        _parts(turned, went, parts),
        way=(weighed.pull > 0) - (weighed.pull < 0),
        word=word if weighed.swaps else TOO_FEW,
        as_far=weighed.as_far,
        swaps=weighed.swaps,
        rests_on=rests_on,
        verdict=verdict,
        wide=numbers,
        drift=drift,
    )


def least_for_lean(frame: pd.DataFrame, verdict: str, end: str, ordinary: str) -> Fraction | None:
    """Return the least budget with which `lean` can tell anything; None if no budget would do.

    Returns
    -------
    fractions.Fraction or None
        A probability above 0 and at most 1.

    Examples
    --------
    >>> jobs = {"verdict": [7, 6, 4, 3, 1], "end": [1, 2, 4, 5, 7], "day": [4, 4, 3, 4, 4]}
    >>> least_for_lean(pd.DataFrame(jobs, list("ABCDE")), "verdict", "end", "day")
    Fraction(1, 8)
    """
    numbers = _complete(frame, verdict, [end, ordinary])
    went = numbers[verdict].to_numpy(dtype=float)
    return _least(_pulls(numbers[[end, ordinary]].to_numpy(dtype=float), went))


@dataclass(frozen=True)
class Weighed:
    """What the swaps gave: `pull` towards the end (below 0: towards the day), and how many pull as far.

    `as_far` of `swaps` ways pull as far either way; `swaps` is 0 where so few roles could tell nothing.
    """

    pull: int
    as_far: int = 0
    swaps: int = 0
    within: bool = False


def weigh(parts: Floats, went: Floats, *, budget: Fraction = WHEN_IT_GOT_DULL, seed: int = 0) -> Weighed:
    """Swap end and ordinary day (the columns of `parts`) within each role, and count pulls as far."""
    pulls = _pulls(parts, went)
    pull = int(pulls.sum())
    need = _least(pulls)
    if need is None or need > budget:
        return Weighed(pull)
    exact = len(pulls) <= EXACT_UP_TO
    if exact:
        sums = np.zeros(1, dtype=np.int64)
        for one in pulls:
            sums = np.concatenate([sums + one, sums - one])
    else:
        sums = np.random.default_rng(seed).choice([-1, 1], size=(SHUFFLES, len(pulls))) @ pulls
    as_far = int(np.count_nonzero(np.abs(sums) >= abs(pull)))
    more = 0 if exact else 1  # all ways include the one that was seen; the drawn ones do not
    return Weighed(pull, as_far, len(sums), as_far + more <= budget * (len(sums) + more))


def _beyond_time(parts: Floats, went: pd.Series, places: pd.Series | None, budget: Fraction) -> bool:
    """Return whether verdicts that drift as much along the years seldom pull as far; true with few dates."""
    dated = [] if places is None else in_time(places)
    if len(dated) < FEWEST_DATED:
        return True
    ranked = scores_of(np.column_stack([parts, went.to_numpy(dtype=float)]))
    apart, verdicts = ranked[:, 0] - ranked[:, 1], ranked[:, 2]
    orders = restricted(verdicts, dated)
    as_far = np.abs(verdicts[orders] @ apart) >= abs(verdicts @ apart)
    return seldom(int(np.count_nonzero(as_far)), len(orders), budget)


def _complete(frame: pd.DataFrame, verdict: str, parts: Sequence[str]) -> pd.DataFrame:
    for part in parts:
        if part not in frame.columns:
            known = ", ".join(map(str, frame.columns))
            raise PatternError(f"there is no column {part!r}; there are: {known or 'none'}")
    there = wide(frame[[name for name in frame.columns if name in (verdict, *parts)]], verdict).dropna()
    # we swap the roles in order of their names, so that no figure depends on the order of the rows
    return there.iloc[sorted(range(len(there)), key=lambda place: str(there.index[place]))]


def _pulls(parts: Floats, went: Floats) -> Scores:
    """Return what each role adds to the lean: the verdict's rank times how far the end outranks the day."""
    ranked = scores_of(np.column_stack([parts, went]))
    return np.asarray(ranked[:, 2] * (ranked[:, 0] - ranked[:, 1]))


def _least(pulls: Scores) -> Fraction | None:
    """Return the share that the two ways with the farthest pull have among all ways."""
    moved = int(np.count_nonzero(pulls))
    return Fraction(2, 2**moved) if len(pulls) >= FEWEST_ROLES and moved else None


def _rests_on(parts: Floats, went: pd.Series, pull: int) -> str:
    """Return the role without which less than half of the pull that fewer roles can have remains."""
    if not pull or len(went) < _FEWEST_LEFT:
        return ""
    roles, values = len(went), went.to_numpy(dtype=float)
    grown = Fraction(_most(roles), _most(roles - 1))
    left = []
    for place in range(roles):
        rest = np.arange(roles) != place
        left.append(Fraction(int(_pulls(parts[rest], values[rest]).sum()), pull) * grown)
    weakest = left.index(min(left))
    return str(went.index[weakest]) if left[weakest] < Fraction(1, 2) else ""


def _most(roles: int) -> int:
    """Return the sum of the squared scores of `roles` roles without ties; pulls grow in proportion."""
    return roles * (roles**2 - 1) // 3


def _parts(turned: pd.DataFrame, went: pd.Series, parts: Sequence[str]) -> pd.DataFrame:
    values = turned[list(parts)].to_numpy(dtype=float)
    verdicts = went.to_numpy(dtype=float)
    better = verdicts[:, None] > verdicts
    signs = np.sign(values[:, None, :] - values[None, :, :])[better]
    agree, against = (signs > 0).sum(axis=0), (signs < 0).sum(axis=0)
    frame = pd.DataFrame(
        {
            "part": list(parts),
            "agree": agree,
            "against": against,
            "ties": len(signs) - agree - against,
            "pairs": len(signs),
            "tau": association(values, verdicts).tau,
        }
    )
    counts = dict.fromkeys(("agree", "against", "ties", "pairs"), "Int64")
    return frame.astype({"part": "string", **counts, "tau": "Float64"})
