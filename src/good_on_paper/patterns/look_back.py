"""A prediction, and what came: how far it was off, beside always saying the middle."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from good_on_paper.patterns.wide import labelled, named_once, on_scale

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class LookBack:
    """How far a prediction was off. It judges the prediction and nobody.

    Attributes
    ----------
    frame : pandas.DataFrame
        A row per thing predicted that came: ``predicted``, ``came``, ``off`` and ``middle_off``, the
        distances of the prediction and of the middle of the scale from what came, in steps.
    off, middle_off : float
        The same together.
    middle : float
        The middle of the scale.
    waiting : tuple of str
        What was predicted and has not come yet.

    Examples
    --------
    >>> import pandas as pd
    >>> said = pd.DataFrame({"predicted": [6, 5], "came": [5, 5]}, index=["hours", "pace"])
    >>> found = look_back(said)
    >>> found.off, found.middle_off
    (1.0, 2.0)
    """

    frame: pd.DataFrame = field(repr=False)
    off: float
    middle_off: float
    middle: float
    waiting: tuple[str, ...] = ()


def look_back(frame: pd.DataFrame, *, scale: tuple[float, float] = (1, 7)) -> LookBack:
    """Measure how far each prediction was off, and how far always saying the middle would have been.

    A few distances are no skill: there is no test in it, and no claim beyond these predictions. To compare a
    forecast with one that knows nothing is old practice in forecasting; the distance keeps the unit of the
    scale.

    Parameters
    ----------
    frame
        A row per thing: ``predicted`` and ``came``, both on the scale; NA where it has not come, or nothing
        was predicted.
    scale
        The first and the last step.

    Returns
    -------
    LookBack
        ``.frame`` has a row per thing that came; all distances are in steps of the scale.

    Raises
    ------
    PatternError
        A column is missing, or a value is no number or off the scale.

    References
    ----------
    Murphy (1988), Skill scores based on the mean square error and their relationships to the correlation
    coefficient, Monthly Weather Review 116: 2417-2424; here with absolute distances.

    Examples
    --------
    >>> import pandas as pd
    >>> look_back(pd.DataFrame({"predicted": [6.0], "came": [None]}, index=["hours"])).waiting
    ('hours',)
    """
    given = labelled(frame, "one row per thing")
    named_once(given.index, "rows", "give each its own name")
    numbers = on_scale(given, ("predicted", "came"), scale)
    first, last = scale
    said = numbers[numbers["predicted"].notna()]
    both = said.dropna().copy()
    middle = (first + last) / 2
    both["off"] = (both["predicted"] - both["came"]).abs()
    both["middle_off"] = (both["came"] - middle).abs()
    waiting = tuple(str(name) for name in said.index[said["came"].isna()])
    return LookBack(both, float(both["off"].sum()), float(both["middle_off"].sum()), middle, waiting)
