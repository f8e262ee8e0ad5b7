"""The barometer: chances that were given on the day, beside what came, valid however often one looks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from good_on_paper.patterns.budgets import BAROMETER, RANK_TEST
from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.how_far import interval
from good_on_paper.patterns.lean_range import clipped, lean_range
from good_on_paper.patterns.own_bet import own_bet
from good_on_paper.patterns.plan_on import plan_on
from good_on_paper.patterns.rank_test import rank_test
from good_on_paper.patterns.scoring import Brier, brier
from good_on_paper.patterns.spending import spend
from good_on_paper.patterns.wide import labelled

if TYPE_CHECKING:
    from good_on_paper.patterns.plan_on import Planned

TOO_FEW_YET: Final = "too few"
NO_SIGN: Final = "no sign"
RAN_HIGH: Final = "high"
RAN_LOW: Final = "low"
RANKED_AT: Final = 24
"""How many interviews have to count before we ask, once, whether those that felt better ended better."""
_SIDES: Final = (RAN_HIGH, RAN_LOW)
_MOST: Final = 100


@dataclass(frozen=True)
class Barometer:
    """What the chances of a yes were, beside what came. It describes numbers, never a person.

    Attributes
    ----------
    word : str
        "too few" while no answers could have called it; "no sign" that the numbers are off; they ran "high"
        or "low". Of people whose numbers are right at most 4 in 100 are ever called, however often they look.
        A call stays.
    called : int
        At which interview that counts the word was called, from 1; 0 for never.
    frame : pandas.DataFrame
        A row per interview that has a chance and a due day, in the order in which they fall due, ties by the
        index. ``chance`` (0 to 100), ``yes`` (NA while open), ``due``; ``n``, its number among those that
        count, NA for the others; ``bet``, what a 1 that was bet against the numbers had become by then.
    counted, held_up : int
        How many count; how many have an outcome, but wait for an earlier one that has none.
    said : float
        The mean of the chances that count; NaN while none does.
    yes : int
        How many of those were a yes.
    base_rate, base_low, base_high : float
        The share of yes, of 100, and the ends of its 90% interval (Clopper and Pearson); NaN where `said` is.
    lean_low, lean_high : int or None
        By how many points the numbers could be too high; below 0, too low. It leaves out the truth for at
        most 4 in 100 people, at any look, and looks both ways whatever was declared. None for both where no
        single lean fits.
    scores : Brier
        The Brier score, beside those of the base rate and of always saying 50, and its parts.
    bet : float
        What 1 would have become, had one bet against the numbers at their odds.
    better_felt : float or None
        The exact one-sided probability that chance alone would have given the yes to chances as high, asked
        once, of the first 24 that count; None before.
    declared : str or None
        Which way the person said beforehand that their numbers lean.
    spending : pandas.DataFrame
        A row per interview that counts, up to a call, and side. Columns ``n``, ``side``, ``yes`` so far,
        ``called_at`` (so many yes, or fewer on the side "high", or more on the side "low", call it; NA while
        none would), ``may_spend`` and ``spent`` by then.

    Examples
    --------
    >>> due = pd.date_range("2026-03-01", periods=4)
    >>> talks = pd.DataFrame({"chance": [80] * 4, "yes": [False] * 4, "due": due})
    >>> isinstance(barometer(talks), Barometer)
    True
    """

    word: str
    called: int
    frame: pd.DataFrame = field(repr=False)
    counted: int
    held_up: int
    said: float
    yes: int
    base_rate: float
    base_low: float
    base_high: float
    lean_low: int | None
    lean_high: int | None
    scores: Brier
    bet: float
    better_felt: float | None
    declared: str | None
    spending: pd.DataFrame = field(repr=False)

    @property
    def out(self) -> int | None:
        """How many points the numbers could be out, either way; None where no single lean fits."""
        if self.lean_low is None or self.lean_high is None:
            return None
        return max(abs(self.lean_low), abs(self.lean_high))

    @property
    def better_felt_do_better(self) -> bool | None:
        """Whether the interviews that felt better ended better, at .01; None before 24 of them count."""
        return None if self.better_felt is None else self.better_felt <= RANK_TEST

    def plan_on(self, said: float) -> Planned | None:
        """Return what to plan on when a chance is said; None unless the numbers ran high or low.

        Parameters
        ----------
        said
            The chance, of 100.

        Returns
        -------
        Planned or None
            The chance to plan on and its limits, of 100.

        Raises
        ------
        PatternError
            It is no number from 0 to 100.
        """
        if not 0 <= said <= _MOST:
            raise PatternError(f"said={said!r} is no chance; expected a number from 0 to 100")
        if not self.called:
            return None
        told = self.frame[self.frame["n"].notna()]
        return plan_on(said, told["chance"].to_numpy() / _MOST, told["yes"].to_numpy(dtype=bool))


def barometer(
    interviews: pd.DataFrame,
    chance: str = "chance",
    yes: str = "yes",
    due: str = "due",
    *,
    declared: str | None = None,
) -> Barometer:
    """Compare the chances of a yes that were given beforehand with what came by each one's due day.

    Each counts once, in the order of the due days. One without an outcome is open: it does not count, and
    those that fall due after it wait for it. To count what is known as it comes in would be unfair, since a
    yes comes sooner than a no.

    Parameters
    ----------
    interviews
        A row per interview, its name as index.
    chance
        The column with the chance that was given beforehand, 0 to 100; rows without one are left out. We take
        0 and 100 for 2 and 98.
    yes
        The column that says whether the yes had come by the due day; NA while nobody can tell.
    due
        The column with the last day on which a yes would have counted; rows without one are left out.
    declared
        "high" or "low" where the person said, before any outcome was known, which way their numbers lean:
        then only that side is looked at, and finds more.

    Returns
    -------
    Barometer
        The word, the counts and the scores; ``.frame`` has a row per interview. Chances are of 100,
        leans in points.

    Raises
    ------
    PatternError
        It is no frame, a column is missing, two rows have one name, or a value is not of the kind above.

    Examples
    --------
    >>> due = pd.date_range("2026-03-01", periods=4)
    >>> talks = pd.DataFrame({"chance": [80] * 4, "yes": [False] * 4, "due": due})
    >>> found = barometer(talks)
    >>> found.word, found.called, (found.lean_low, found.lean_high)
    ('high', 4, (7, 96))
    >>> round(found.plan_on(80).plan)
    34
    >>> barometer(talks.iloc[:3]).word
    'too few'
    """
    if declared is not None and declared not in _SIDES:
        raise PatternError(
            f"declared={declared!r}; expected 'high', 'low', or None where nothing was declared"
        )
    told = _in_order(interviews, chance, yes, due)
    known = told["yes"].notna().to_numpy()
    counted = int(np.argmin(known)) if not known.all() else len(known)
    chances = told["chance"].to_numpy()[:counted] / _MOST
    came = told["yes"].iloc[:counted].to_numpy(dtype=bool)
    inside = clipped(chances)
    sides = [declared] if declared else list(_SIDES)
    budget = float(BAROMETER) / len(sides)
    spent = {
        side: spend(inside, came, budget) if side == RAN_HIGH else spend(1 - inside, ~came, budget)
        for side in sides
    }
    spending = pd.concat([_spent(side, one.frame) for side, one in spent.items()], ignore_index=True)
    word, called = min(
        ((side, one.called) for side, one in spent.items() if one.called),
        key=lambda found: found[1],
        default=(NO_SIGN if spending["called_at"].notna().any() else TOO_FEW_YET, 0),
    )
    bet = own_bet(inside, came, declared)
    place = pd.array(np.arange(1, len(told) + 1), dtype="Int64")
    is_counted = np.arange(len(told)) < counted
    base = interval(int(came.sum()), counted)
    low, high = lean_range(chances, came, float(BAROMETER))
    return Barometer(
        word=word,
        called=called,
        frame=told.assign(
            n=pd.Series(place, told.index).where(is_counted),
            bet=pd.Series([*bet, *[np.nan] * (len(told) - counted)], told.index, dtype="float64"),
        ),
        counted=counted,
        held_up=int(known[counted:].sum()),
        said=float(_MOST * chances.mean()) if counted else np.nan,
        yes=int(came.sum()),
        base_rate=float(_MOST * came.mean()) if counted else np.nan,
        base_low=np.nan if base[0] is None else _MOST * base[0],
        base_high=np.nan if base[1] is None else _MOST * base[1],
        lean_low=low,
        lean_high=high,
        scores=brier(chances, came),
        bet=float(bet[-1]) if counted else 1.0,
        better_felt=rank_test(chances[:RANKED_AT], came[:RANKED_AT]) if counted >= RANKED_AT else None,
        declared=declared,
        spending=spending,
    )


def _in_order(frame: pd.DataFrame, chance: str, yes: str, due: str) -> pd.DataFrame:
    """Return the rows that have a chance and a due day, checked, in the order in which they fall due."""
    frame = labelled(frame, "one row per interview")
    for column, argument in ((chance, "chance"), (yes, "yes"), (due, "due")):
        if column not in frame.columns:
            there = ", ".join(frame.columns) or "none"
            raise PatternError(
                f"there is no column {column!r}, asked for by {argument}={column!r}; there are: {there}"
            )
    if frame.index.has_duplicates:
        name = frame.index[frame.index.duplicated()][0]
        raise PatternError(f"two rows are named {str(name)!r}; give each interview its own name")
    told = pd.DataFrame(
        {"chance": _chances(frame[chance]), "yes": _outcomes(frame[yes]), "due": _days(frame[due])}
    ).dropna(subset=["chance", "due"])
    by_name = np.argsort([str(name) for name in told.index], kind="stable")
    return told.iloc[by_name].sort_values("due", kind="stable")


def _chances(column: pd.Series) -> pd.Series:
    numbers = pd.to_numeric(column, errors="coerce").astype("Float64").astype(float)
    _refuse(column, column.notna() & ~numbers.between(0, _MOST), "a number from 0 to 100, or NA")
    return numbers


def _outcomes(column: pd.Series) -> pd.Series:
    known = column.map({True: True, False: False}).astype("boolean")
    _refuse(column, column.notna() & known.isna(), "True, False, or NA while nobody can tell")
    return known


def _days(column: pd.Series) -> pd.Series:
    if pd.api.types.is_numeric_dtype(column) and column.notna().any():
        _refuse(column, column.notna(), "a date, or NA")
    days = pd.to_datetime(column, errors="coerce")
    _refuse(column, column.notna() & days.isna(), "a date, or NA")
    return days


def _refuse(column: pd.Series, wrong: pd.Series, expected: str) -> None:
    if wrong.any():
        row, value = wrong.index[wrong][0], column[wrong].tolist()[0]
        raise PatternError(f"column {column.name!r}, row {str(row)!r}: {value!r}; expected {expected}")


def _spent(side: str, spent: pd.DataFrame) -> pd.DataFrame:
    """Return the count of yes at which one side is called."""
    few = spent["few"].where(spent["few"] >= 0).astype("Int64")
    high = side == RAN_HIGH
    return pd.DataFrame(
        {
            "n": spent.index,
            "side": pd.array([side] * len(spent), dtype="str"),
            "yes": spent["yes"] if high else spent.index - spent["yes"],
            "called_at": few if high else spent.index - few,
            "may_spend": spent["may_spend"],
            "spent": spent["spent"],
        }
    )
