"""The chance line: how strong the strongest line of each shuffle is, and the strength that few exceed."""

from dataclasses import dataclass, field
from fractions import Fraction
from math import floor

import numpy as np

from good_on_paper.patterns.chance import strongest
from good_on_paper.patterns.contrast import Contrast
from good_on_paper.patterns.ranks import Floats, scores_of


@dataclass(frozen=True)
class ChanceLine:
    """A line's strength beside the strengths in shuffles.

    Attributes
    ----------
    strength : float
        The strength of the line, 0 to 1: its rank sum with the outcome, as a share of the largest possible.
        Without blanks this is the size of Spearman's rank correlation.
    line : float
        At most `share` of the shuffles are stronger.
    share : fractions.Fraction
        What the family of the line may spend.
    shuffles : numpy.ndarray
        The strength of the strongest line of the family in each order looked at, rising.

    Examples
    --------
    >>> import pandas as pd
    >>> from good_on_paper.patterns import contrast
    >>> jobs = pd.DataFrame({"overall": [7, 6, 4, 2, 1], "pace": [1, 2, 3, 5, 4]}, index=list("ABCDE"))
    >>> found = chance_line(contrast(jobs, scales=(1, 7)), "pace")
    >>> round(found.strength, 2), round(found.line, 2)
    (0.9, 0.9)
    """

    strength: float
    line: float
    share: Fraction
    shuffles: Floats = field(repr=False)


def chance_line(result: Contrast, line: str, seed: int = 0) -> ChanceLine | None:
    """Shuffle again for a line of a contrast, and keep how strong the strongest line was each time.

    Parameters
    ----------
    result
        What :func:`good_on_paper.patterns.contrast` gave.
    line
        One of its lines.
    seed
        As for the contrast.

    Returns
    -------
    ChanceLine or None
        None if shuffles can tell nothing about the line.

    Examples
    --------
    >>> import pandas as pd
    >>> from good_on_paper.patterns import contrast
    >>> jobs = pd.DataFrame({"overall": [7, 6, 4, 2, 1], "pace": [1, 2, 4, 6, 7]}, index=list("ABCDE"))
    >>> len(chance_line(contrast(jobs), "pace").shuffles)  # all orders of five jobs
    120
    >>> chance_line(contrast(jobs.head(3), scales=(1, 7)), "pace") is None
    True
    """
    tested = result.frame[result.frame["shuffles"].notna()].set_index("line")
    if line not in tested.index:
        return None
    family = tested["family"][line]
    lines = tested.index[tested["family"].eq(family)].tolist()
    went = result.wide[result.outcome].dropna()
    went = went.iloc[sorted(range(len(went)), key=lambda place: str(went.index[place]))]
    outcome = scores_of(went.to_numpy(dtype=float)[:, None])[:, 0]
    ranked = scores_of(result.wide.loc[went.index, lines].to_numpy(dtype=float))
    own = ranked[:, lines.index(line)]
    most = float(outcome @ outcome)
    strengths = np.sort(np.sqrt(strongest(ranked, outcome, seed=seed) / most))
    share = result.shares[family]
    beyond = floor(share * len(strengths))
    strength = abs(float(own @ outcome)) / np.sqrt(float(own @ own) * most) if own.any() else 0.0
    return ChanceLine(float(strength), float(strengths[-1 - beyond]), share, strengths)
