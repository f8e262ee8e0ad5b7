"""Find the range of the crossover in which a recipe stays the same."""

from collections.abc import Sequence

import pandas as pd

from good_on_paper.patterns.ends import Scales
from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.minimise import minimise
from good_on_paper.patterns.recipes.roles import choose


def sweep(
    frame: pd.DataFrame,
    recipe: Sequence[str],
    outcome: str = "overall",
    conditions: Sequence[str] = (),
    *,
    crossovers: Sequence[float] = (2.5, 3.5, 4.5, 5.5),
    good: bool = True,
    fuzzy: bool = False,
    outcome_crossover: float | None = None,
    scales: Scales | None = None,
    incl_cut: float = 0.75,
) -> pd.DataFrame:
    """Calibrate the conditions at other crossovers, and see whether a recipe is still one of the simplest.

    The outcome keeps its own crossover. A sweep can only take trust away: the declared crossover decides the
    word of a recipe. (Sensitivity ranges: I.-E. Oana and C. Q. Schneider (2024), A robustness test protocol
    for applied QCA, Sociological Methods and Research 53.)

    Parameters
    ----------
    frame, outcome, conditions, fuzzy, scales, incl_cut
        As for `recipes`.
    recipe
        The terms of the recipe, such as `Solution.simplest`.
    crossovers
        The crossovers to try, between the points of the scale.
    good
        Whether the recipe explains what went well.
    outcome_crossover
        The crossover of the outcome.

    Returns
    -------
    pandas.DataFrame
        ``crossover``; ``stays`` whether the recipe is one of the simplest there; ``terms`` how many the
        simplest take and ``n_models`` how many there are, NA where nothing can be explained; ``why`` not.
    """
    rows: list[tuple[object, ...]] = []
    for crossover in crossovers:
        each: dict[str, float] = dict.fromkeys(conditions, crossover)
        if outcome_crossover is not None:
            each[outcome] = outcome_crossover
        roles = choose(frame, outcome, conditions, (), fuzzy=fuzzy, crossover=each, scales=scales)
        try:
            solution = minimise(roles.sets, outcome if good else f"~{outcome}", conditions, incl_cut=incl_cut)
        except PatternError as error:
            rows.append((crossover, False, pd.NA, pd.NA, str(error)))
            continue
        rows.append((crossover, solution.holds(recipe), solution.size, solution.n_models, ""))
    made = pd.DataFrame(rows, columns=["crossover", "stays", "terms", "n_models", "why"])
    return made.astype({"terms": "Int64", "n_models": "Int64"})
