"""Lines whose middle is best: the distance from the level that the person wants."""

from collections.abc import Mapping

import pandas as pd

from good_on_paper.patterns.wide import by_text, known, labelled

NEARNESS = " near what I want"


def nearness(frame: pd.DataFrame, wanted: Mapping[str, float]) -> pd.DataFrame:
    """Replace a line by how near each role came to the level wanted: 0 at it, less the further off.

    A rank test cannot see that a middle is best; it can see nearness. Declare the level before the first
    look: anybody who tries several levels finds one.

    Parameters
    ----------
    frame
        A row per role, a column per line, blanks as NA.
    wanted
        Line to its wanted level.

    Returns
    -------
    pandas.DataFrame
        As given, with `NEARNESS` added to the names of those lines; more is nearer.

    Raises
    ------
    PatternError
        A line is not there.

    Examples
    --------
    >>> nearness(pd.DataFrame({"pace": [1, 4, 6]}), {"pace": 4})["pace near what I want"].tolist()
    [-3.0, 0.0, -2.0]
    """
    frame, wanted = labelled(frame, "one row per job"), by_text(wanted)
    known(wanted, frame.columns, "wanted", "line")
    made = frame.copy()
    for line, level in wanted.items():
        made[line] = 0 - (frame[line].astype("Float64") - level).abs()
    return made.rename(columns={line: f"{line}{NEARNESS}" for line in wanted})
