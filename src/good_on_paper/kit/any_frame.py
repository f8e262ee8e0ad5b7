"""A contrast of any frame of ratings: the ends of a scale that stand in a column's name count as given."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from good_on_paper import patterns
from good_on_paper.language import scale_in

if TYPE_CHECKING:
    import pandas as pd

    from good_on_paper.patterns import Contrast


@functools.wraps(patterns.contrast)
def contrast(
    frame: pd.DataFrame,
    *given: Any,  # noqa: ANN401 - as patterns.contrast has them
    scales: Any = None,  # noqa: ANN401 - as above
    **more: Any,  # noqa: ANN401 - as above
) -> Contrast:
    """Compare as `good_on_paper.patterns.contrast` does, with the scales that stand in the columns' names."""
    return patterns.contrast(frame, *given, scales=with_scales(frame, scales), **more)


def with_scales(frame: pd.DataFrame, scales: Any) -> Any:  # noqa: ANN401 - a wrong one is told of where it is used
    """Add to the scales that are given those that stand in the names of other columns: "autonomy (1-5)".

    Parameters
    ----------
    frame
        A row a job, a column a line.
    scales
        Line to both ends; what it says comes before what a name says. What is no mapping is given back
        as it is.

    Examples
    --------
    >>> import pandas as pd
    >>> with_scales(pd.DataFrame({"autonomy (1-5)": [2], "pace": [3]}), None)
    {'autonomy (1-5)': (1, 5)}
    """
    columns = getattr(frame, "columns", ())
    named = {name: ends for column in columns if (ends := scale_in(name := str(column)).ends) is not None}
    if not named:
        return scales
    if scales is None:
        return named
    return {**named, **scales} if hasattr(scales, "keys") else scales
