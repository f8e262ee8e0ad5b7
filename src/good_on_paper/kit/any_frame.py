"""A contrast of any frame of ratings: if a column's name has the ends of its scale, they count as given."""

from __future__ import annotations

import functools
from dataclasses import dataclass, fields
from html import escape
from typing import TYPE_CHECKING, Any

from good_on_paper import charts, patterns
from good_on_paper.language import scale_in
from good_on_paper.language.counts import count

if TYPE_CHECKING:
    import pandas as pd

    from good_on_paper.charts import Chart
    from good_on_paper.charts.names import Naming

_SHOWN = [
    *("line", "word", "n", "best_high", "n_best", "worst_high", "n_worst"),
    *("tau", "p_adjusted", "rests_on"),
]


@dataclass(frozen=True)
class FrameContrast(patterns.Contrast):
    """A contrast of your own frame, which Jupyter shows as a table, with a chart for each line."""

    def chart(self, line: str, *, names: Naming = "names") -> Chart:
        """Return the line-up of a line; ``.plot(ax)`` and ``.save(path)`` draw it.

        Raises
        ------
        ChartError
            A line is not there.
        """
        return charts.lineup(self, line, names=names)

    def _repr_html_(self) -> str:
        return as_html(self)


@functools.wraps(patterns.contrast)
def contrast(
    frame: pd.DataFrame,
    *given: Any,  # noqa: ANN401 - as patterns.contrast has them
    scales: Any = None,  # noqa: ANN401 - as above
    **more: Any,  # noqa: ANN401 - as above
) -> FrameContrast:
    """Compare as `good_on_paper.patterns.contrast` does, with the scales that columns have in their names."""
    found = patterns.contrast(frame, *given, scales=with_scales(frame, scales), **more)
    return FrameContrast(**{part.name: getattr(found, part.name) for part in fields(found)})


def as_html(result: patterns.Contrast) -> str:
    """Return a contrast as Jupyter shows it: what it rests on, and a row per line; all of it escaped.

    Examples
    --------
    >>> import pandas as pd
    >>> jobs = pd.DataFrame({"overall": [7, 4, 1], "pace": [2, 3, 6]}, index=["A", "B", "C"])
    >>> as_html(contrast(jobs, scales=(1, 7))).partition("</p>")[0]
    '<p>1 line beside <b>overall</b>, rated for 3 of 3 rows. The rest of it: .frame, .chart(line).'
    """
    rated = f"rated for {result.rated} of {count(result.units, 'row')}"
    head = f"{count(len(result.frame), 'line')} beside <b>{escape(result.outcome)}</b>, {rated}."
    missing = f" {escape(result.missing)}" if result.missing else ""
    shown = result.frame[_SHOWN].astype(object).where(result.frame[_SHOWN].notna(), "")
    table = shown.to_html(index=False, float_format="{:.2f}".format, border=0)
    return f"<p>{head}{missing} The rest of it: .frame, .chart(line).</p>{table}"


def with_scales(frame: pd.DataFrame, scales: Any) -> Any:  # noqa: ANN401 - a wrong one is told of where it is used
    """Add to the given scales those in the names of other columns: "autonomy (1-5)".

    Parameters
    ----------
    frame
        A row per job, a column per line.
    scales
        Line to both ends; it comes before what a name says. Anything but a mapping is returned as it is.

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
