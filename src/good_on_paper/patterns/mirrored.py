"""What was high in the roles that went best or least well, the outer circumstances apart from the inner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from good_on_paper.patterns.evidence import FOUND, WORDS
from good_on_paper.patterns.wide import known

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from good_on_paper.patterns.contrast import Contrast

MOST_A_SIDE: Final = 6
"""Lines a side, above and below, at most."""
FEW: Final = 3
"""From so many roles at an end on, we leave out a line without a word that only one role made differ."""
INTERNAL: Final = "internal"
_COUNTS = ["best_high", "n_best", "worst_high", "n_worst"]


@dataclass(frozen=True)
class Mirrored:
    """The lines that were more often high at one end than at the other.

    Attributes
    ----------
    frame : pandas.DataFrame
        A row per line: ``line``, ``inner`` (about the person rather than the job), ``end`` ("best" or
        "worst": where it was high in the larger share), ``best_high`` of ``n_best`` and ``worst_high`` of
        ``n_worst`` roles, ``gap`` between the two shares, and ``word``. Within each end and side the
        strongest word comes first, then the largest gap.
    contrast : Contrast
        Where the counts come from.

    Examples
    --------
    >>> import pandas as pd
    >>> from good_on_paper.patterns import contrast
    >>> jobs = pd.DataFrame({"overall": [7, 1], "pace": [2, 6]}, index=["Editor", "Cook"])
    >>> mirrored(contrast(jobs, scales=(1, 7)), {}).frame["end"].tolist()
    ['worst']
    """

    frame: pd.DataFrame
    contrast: Contrast


def mirrored(found: Contrast, scope: Mapping[str, str | None], *, most: int = MOST_A_SIDE) -> Mirrored:
    """Part the lines of a contrast by where they were high, and by whether they are inner ones.

    It only counts again what the contrast counted: a value above the middle of its scale is high. No word is
    made here; each line brings that of the contrast. A line that was high in equal shares of both ends is at
    neither. Nor is a line without a word of evidence that only one role made differ, among three roles or
    more.

    Parameters
    ----------
    found
        What `contrast` gave.
    scope
        Line to "external" or "internal"; a line without one counts as outer.
    most
        How many lines a side to keep, at each end.

    Returns
    -------
    Mirrored
        ``.frame`` has a row per line that is kept, with counts of roles; ``gap`` is a share from 0 to
        1.

    Raises
    ------
    PatternError
        `scope` names what is no line of the contrast.

    Examples
    --------
    >>> import pandas as pd
    >>> from good_on_paper.patterns import contrast
    >>> jobs = {"overall": [7, 6, 2, 1], "pace": [1, 2, 6, 7], "chosen": [7, 6, 2, 1]}
    >>> found = contrast(pd.DataFrame(jobs, index=list("ABCD")), split="median")
    >>> mirrored(found, {"chosen": "internal"}).frame[["line", "inner", "end"]].to_numpy().tolist()
    [['chosen', True, 'best'], ['pace', False, 'worst']]
    """
    known(scope, found.frame["line"], "scope", "line")
    rows = found.frame[["line", *_COUNTS, "word"]].dropna(subset=_COUNTS)
    rows = rows[rows["n_best"].gt(0) & rows["n_worst"].gt(0)].reset_index(drop=True)
    counts = rows[_COUNTS].astype(float)
    gap = counts["best_high"] / counts["n_best"] - counts["worst_high"] / counts["n_worst"]
    rows = rows.assign(
        inner=[scope.get(line) == INTERNAL for line in rows["line"]],
        end=["best" if one > 0 else "worst" for one in gap],
        gap=gap,
        rank=[WORDS.index(word) for word in rows["word"]],
        wide=gap.abs(),
    )
    rows = rows[rows["gap"].ne(0) & ~from_one_role(rows)].sort_values(
        ["end", "inner", "rank", "wide"], ascending=[True, True, False, False], kind="stable"
    )
    rows = rows.groupby(["end", "inner"], sort=False).head(most).sort_values("end", kind="stable")
    columns = ["line", "inner", "end", *_COUNTS, "gap", "word"]
    frame = rows[columns].sort_values(["end", "inner"], ascending=[True, False], kind="stable")
    return Mirrored(frame.reset_index(drop=True), found)


def from_one_role(rows: pd.DataFrame) -> pd.Series:
    """Return per line whether it has no word of evidence, and only one role made both ends differ.

    Parameters
    ----------
    rows : pandas.DataFrame
        Rows of the frame of a contrast, one per line.

    Returns
    -------
    pandas.Series
        Of booleans, with the index of `rows`.

    Examples
    --------
    >>> import pandas as pd
    >>> counts = {"best_high": [2, 2], "n_best": [2, 2], "worst_high": [1, 0], "n_worst": [4, 4]}
    >>> from_one_role(pd.DataFrame(counts | {"word": WORDS[0]})).tolist()
    [True, False]
    """
    counts = rows[_COUNTS].astype(float)
    differ = (counts["best_high"] / counts["n_best"]).ne(counts["worst_high"] / counts["n_worst"])
    one = (counts["best_high"] - counts["worst_high"]).abs().le(1)
    there = counts["n_best"].gt(0) & counts["n_worst"].gt(0)
    few = counts[["n_best", "n_worst"]].max(axis=1).ge(FEW)
    return there & differ & one & few & ~rows["word"].isin(FOUND)
