"""Several questions in one report share what it may spend on false words."""

from collections.abc import Collection, Mapping
from fractions import Fraction

import pandas as pd

from good_on_paper.patterns.budgets import HOW_IT_WENT
from good_on_paper.patterns.contrast import Contrast, contrast
from good_on_paper.patterns.ends import Scales
from good_on_paper.patterns.evidence import least_budget
from good_on_paper.patterns.when import Dates
from good_on_paper.patterns.wide import known, wide


def shares(needs: Mapping[str, Fraction | None], budget: Fraction = HOW_IT_WENT) -> dict[str, Fraction]:
    """Share a budget equally among as many questions as can tell something with their share.

    A question gets nothing if its share could tell nothing, whatever the answers were: the others can use it.

    Parameters
    ----------
    needs
        Question to the least it needs; None if no budget is enough. It may not depend on which role had what.
    budget
        The budget of all together.

    Returns
    -------
    dict
        Question to its part; 0 for those that get none.

    Examples
    --------
    >>> shares({"when": Fraction(1, 1000), "depth": Fraction(1, 50), "why": None}, Fraction(1, 20))
    {'when': Fraction(1, 40), 'depth': Fraction(1, 40), 'why': Fraction(0, 1)}
    """
    able = {question: need for question, need in needs.items() if need is not None}
    cheapest = sorted(able, key=lambda question: able[question])
    while cheapest and able[cheapest[-1]] > budget / len(cheapest):
        cheapest.pop()
    return {question: budget / len(cheapest) if question in cheapest else Fraction(0) for question in needs}


def lines_of(
    frame: pd.DataFrame,
    outcomes: Collection[str],
    outcome: str,
    guesses: Collection[str] = (),
    kin: Collection[str] = (),
) -> Fraction | None:
    """Return the least budget that the lines of a frame need to stand out by one outcome; see `shares`.

    Returns
    -------
    fractions.Fraction or None
        A probability above 0 and at most 1; None if no budget would do.

    Examples
    --------
    >>> jobs = pd.DataFrame({"overall": [7, 6, 4, 2, 1], "pace": [1, 2, 4, 6, 7]}, index=list("ABCDE"))
    >>> lines_of(jobs, ["overall"], "overall")
    Fraction(1, 60)
    """
    numbers = wide(frame, outcome)
    return least_budget(numbers.drop(columns=list(outcomes)), numbers[outcome], guesses, kin)


def contrasts(
    frame: pd.DataFrame,
    spend: Mapping[str, Fraction],
    guesses: Collection[str] = (),
    key: Mapping[str, int] | None = None,
    seed: int = 0,
    *,
    scales: Scales | None = None,
    kin: Mapping[str, Collection[str]] | None = None,
    when: Dates | None = None,
) -> dict[str, Contrast]:
    """Compare the lines of a frame with several outcomes, which share one budget.

    Parameters
    ----------
    frame, guesses, key, seed, scales, when
        As for :func:`good_on_paper.patterns.contrast`; the outcomes are columns of the frame.
    spend
        Outcome to its part; see `shares`. An outcome with 0 gets no word.
    kin
        Outcome to the lines that say nearly the same.

    Returns
    -------
    dict
        Outcome to what `contrast` gives for it.

    Raises
    ------
    PatternError
        `kin` names an outcome without a part of the budget, or `contrast` would refuse the frame.

    Examples
    --------
    >>> jobs = pd.DataFrame({"went": [7, 6, 4, 2, 1], "cheap": [1, 7, 4, 2, 6], "pace": [1, 2, 4, 6, 7]})
    >>> found = contrasts(jobs, {"went": Fraction(1, 40), "cheap": Fraction(1, 40)}, scales=(1, 7))
    >>> {outcome: float(one.frame["tau"].iloc[0]) for outcome, one in found.items()}
    {'went': -1.0, 'cheap': 0.2}
    """
    known(kin or (), spend, "kin", "outcome")
    return {
        outcome: contrast(
            frame,
            outcome,
            guesses,
            key,
            seed=seed,
            scales=scales,
            kin=(kin or {}).get(outcome, ()),
            budget=part,
            when=when,
            beside=[other for other in spend if other != outcome],
        )
        for outcome, part in spend.items()
    }
