"""The minimiser, for any frame of sets."""

from collections.abc import Mapping, Sequence

import pandas as pd

from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.minimise.intermediate import Between, expectations
from good_on_paper.patterns.minimise.merge import merged
from good_on_paper.patterns.minimise.primes import primes
from good_on_paper.patterns.minimise.problem import Problem
from good_on_paper.patterns.minimise.sets import read
from good_on_paper.patterns.minimise.solution import Solution
from good_on_paper.patterns.minimise.terms import as_rows, distinct
from good_on_paper.patterns.minimise.truth_table import TruthTable, table

KINDS = ("parsimonious", "conservative", "intermediate")
"""The three solutions, by what they assume of configurations that were never seen."""


def minimise(
    frame: pd.DataFrame,
    outcome: str = "Y",
    conditions: Sequence[str] | None = None,
    solution: str = "parsimonious",
    *,
    expect: Mapping[str, object] | None = None,
    incl_cut: float = 1.0,
    pri_cut: float = 0.0,
    n_cut: int = 1,
) -> Solution:
    """Find the simplest combinations of conditions behind an outcome (Qualitative Comparative Analysis).

    If it takes more than a second, it shows a bar on the error stream; an interrupt stops it.

    The answer is exact: all prime implicants, the fewest terms, how many models need no more, and how many of
    these hold each term and each condition. We list no models for it.

    Parameters
    ----------
    frame
        A row per case, its name as index; a column per set, crisp (0, 1) or fuzzy (between, never .5).
        Limits: 24 conditions, and 60 different configurations that lead to the outcome; any number of rows.
    outcome
        The column to explain; ``~Y`` explains its absence.
    conditions
        The columns that may explain it; by default all other columns.
    solution
        "parsimonious" assumes what makes it simplest, "conservative" assumes nothing, "intermediate" assumes
        what `expect` allows.
    expect
        Directional expectations for the intermediate solution: condition to 1 (its presence helps), 0 (its
        absence does) or None; a condition that you do not name has None.
    incl_cut, pri_cut, n_cut
        Cut-offs of the truth table; see `truth_table`.

    Returns
    -------
    Solution
        Frozen.

    Raises
    ------
    PatternError
        The frame cannot be read as sets, or no configuration leads to the outcome, or all do; the message
        names the row, the column and the value. Or, with more than some 40 configurations that lead to it,
        the fewest terms were not settled within a fixed number of steps, half a minute.

    Examples
    --------
    >>> import pandas as pd
    >>> seen = pd.DataFrame({"A": [1, 1, 0, 0], "B": [1, 0, 1, 0], "Y": [1, 0, 0, 0]}, index=list("abcd"))
    >>> minimise(seen).models()
    (('A*B',),)
    """
    if solution not in KINDS:
        raise PatternError(f"solution={solution!r}; expected one of {', '.join(KINDS)}")
    if expect is not None and solution != "intermediate":
        raise PatternError(f"expect= is of use for solution='intermediate' only, not for {solution!r}")
    made = table(read(frame, outcome, conditions), incl_cut=incl_cut, pri_cut=pri_cut, n_cut=n_cut)
    return solve(made, solution, expect)


def solve(made: TruthTable, solution: str, expect: Mapping[str, object] | None = None) -> Solution:
    """Minimise a truth table; see `minimise`."""
    _two_sided(made)
    width = made.sets.width
    if solution == "conservative":
        return Solution(solution, made, _cautious(made))
    brief = Problem(primes(made.positives, made.negatives, width), made.positives, width)
    if solution == "parsimonious":
        return Solution(solution, made, brief)
    between = Between(
        _cautious(made), brief, made.positives, expectations(expect, made.sets.conditions), width
    )
    return Solution(solution, made, between, between.pairs)


def _cautious(made: TruthTable) -> Problem:
    terms = distinct(as_rows(merged(made.positives, made.sets.width)))
    return Problem(terms, made.positives, made.sets.width)


def _two_sided(made: TruthTable) -> None:
    if not made.positives:
        most = f"; the highest is {max(fit.incl for fit in made.fits):.3f}"
        raise PatternError(
            f"no configuration leads to {made.sets.outcome!r} with consistency {made.incl_cut:g}, "
            f"PRI {made.pri_cut:g} and {made.n_cut} rows{most}: nothing is regular enough to explain"
        )
    if not made.negatives:
        raise PatternError(
            f"every configuration leads to {made.sets.outcome!r} with consistency {made.incl_cut:g}: "
            "there is nothing to tell apart; raise incl_cut= or add rows without the outcome"
        )
