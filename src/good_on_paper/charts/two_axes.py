"""The two-axis map: success across, going wrong up, every job a named mark, the corners in words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper import patterns
from good_on_paper.charts.axes_map import LEGEND, AxesMap, MapAxis, MapMark
from good_on_paper.charts.chart import Chart
from good_on_paper.charts.names import naming
from good_on_paper.charts.text import plain
from good_on_paper.language.counts import capital, count, out_of
from good_on_paper.language.findings import proves_nothing

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Mapping

    from good_on_paper.charts.names import Naming
    from good_on_paper.patterns import TwoAxes

RATED: Final = "Both definitions are mine: my own list, my own weights."
IN_WORDS: Final = {
    patterns.SUCCESS: "success, and little went wrong",
    patterns.BOTH: "a lot of both",
    patterns.WRONG: "a lot went wrong, little success",
    patterns.NEITHER: "little of either",
}
"""The four corners, as the picture says them."""
NO_CLAIM: Final = f"{proves_nothing('jobs')} The map shows where they stand, not why."
_WIDE, _PHONE = 8.6, 4.1
_LONG = 12  # jobs up to which the alt text names each


@dataclass(frozen=True)
class AxisWords:
    """What one axis shows.

    Attributes
    ----------
    label : str
        The definition.
    parts : tuple of str
        Its criteria with their points, without private ones.

    Examples
    --------
    >>> AxisWords("Success, as I define it", ("Being of use (4)",)).parts
    ('Being of use (4)',)
    """

    label: str
    parts: tuple[str, ...] = ()


def two_axes(
    result: TwoAxes,
    *,
    success: AxisWords = AxisWords("Success, as I define it"),
    wrong: AxisWords = AxisWords("Going wrong, as I define it"),
    went: Mapping[Hashable, str] | None = None,
    current: Collection[Hashable] = (),
    details: Mapping[Hashable, tuple[str, str]] | None = None,
    names: Naming = "names",
    scale: tuple[float, float] = (1, 7),
) -> Chart:
    """Draw where each job stands by success and by going wrong.

    Parameters
    ----------
    result
        What :func:`good_on_paper.patterns.two_axes` gave.
    success, wrong
        What the axes show.
    went
        Job to "best", "middle" or "worst", by how it went as a whole; without it all marks look alike.
    current
        Jobs that still go on: a dashed ring.
    details
        The name of each job and, for a second line, its employer; without them `names` decides.
    names
        "names", or "letters" for Job A, B, C.
    scale
        Both ends of the two axes.

    Returns
    -------
    Chart
        A mark per job, both axes on the scale given.

    Examples
    --------
    >>> import pandas as pd
    >>> from good_on_paper import patterns
    >>> jobs = pd.DataFrame({"success": [6.0, 5.0], "wrong": [2.0, 6.5]}, index=["Nurse", "Editor"])
    >>> two_axes(patterns.two_axes(jobs, "success", "wrong")).title
    '1 of my 2 jobs was a success as I define it, with little going wrong; in 1 there was a lot of both.'
    """
    shown = naming(result.roles, names)
    called = {job: (plain(one), plain(two)) for job, (one, two) in (details or {}).items()}
    marks = tuple(
        MapMark(
            *called.get(job, (shown[job], "")), across, up, (went or {}).get(job, "middle"), job in current
        )
        for job, across, up in result.frame[["success", "wrong"]].itertuples(name=None)
    )
    axes = (MapAxis(success.label, success.parts), MapAxis(wrong.label, wrong.parts))
    picture = AxesMap(marks, axes, IN_WORDS, scale, _WIDE, legend=bool(went))
    left_out = (
        f"Too little rated: {'; '.join(shown[job] for job in result.left_out)}." if result.left_out else ""
    )
    chart = Chart(
        name=f"Success and going wrong{' without names' * (names == 'letters')}",
        title=_finding(result),
        alt=_alt(marks, result),
        table=_table(marks, result, axes),
        small_print=tuple(part for part in (NO_CLAIM, left_out) if part),
        body=picture.body(),
        width=_WIDE,
        rated=RATED,
    )
    tall = replace(picture, wide=_PHONE)
    return replace(chart, narrow=partial(replace, chart, body=tall.body(), width=_PHONE))


def _finding(result: TwoAxes) -> str:
    jobs, good = len(result.frame), len(result.corner(patterns.SUCCESS))
    if not jobs:
        return "No job is rated on enough of both definitions yet."
    mine = f"my {count(jobs, 'job')}" if jobs > 1 else "my jobs"
    ones = "was a success as I define it" if good < 2 else "were a success as I define it"  # noqa: PLR2004
    said = f"{capital(out_of(good, jobs, mine))} {ones}, with little going wrong"
    if both := len(result.corner(patterns.BOTH)):
        return f"{said}; in {both} there was a lot of both."
    if wrong := len(result.corner(patterns.WRONG)):
        return f"{said}; in {wrong} a lot went wrong."
    return f"{said}."


def _alt(marks: tuple[MapMark, ...], result: TwoAxes) -> str:
    head = (
        f"{count(len(marks), 'job')} by success, from left to right, and by going wrong, from below to above."
    )
    if len(marks) > _LONG:
        return f"{head} All are in the table."
    corners = zip(marks, result.frame["corner"], strict=True)
    told = "; ".join(f"{mark.name}: {IN_WORDS[corner]}" for mark, corner in corners)
    return f"{head} {told}." if told else head


def _table(marks: tuple[MapMark, ...], result: TwoAxes, axes: tuple[MapAxis, MapAxis]) -> pd.DataFrame:
    columns = {
        axes[0].label: [f"{mark.across:.1f}" for mark in marks],
        axes[1].label: [f"{mark.up:.1f}" for mark in marks],
        "Where it stands": [IN_WORDS[corner] for corner in result.frame["corner"]],
        "As a whole": [LEGEND["current"] if mark.open else LEGEND[mark.tone] for mark in marks],
    }
    shown = [", ".join(filter(None, (mark.name, mark.detail))) for mark in marks]
    return pd.DataFrame(columns, pd.Index(shown, name="Job"), dtype="str")
