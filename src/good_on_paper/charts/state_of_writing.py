"""The state somebody wrote in against how they rated on the same day: a dot per sitting, and no test."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper.charts.chart import Body, Chart
from good_on_paper.charts.job_rows import EDGE
from good_on_paper.charts.tall_rows import with_phone
from good_on_paper.language.counts import count
from good_on_paper.language.findings import proves_nothing

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from good_on_paper.charts.style import Theme

STATES: Final = {"tired": "tired", "fine": "fine", "up": "up"}
RATED: Final = "A dot is one sitting: the mean of its ratings, turned so that higher is nicer."
_WIDE, _HEIGHT, _LEFT, _LEFT_PHONE = 8.6, 1.9, 1.1, 0.6
_SMALL = 9.0
_LOW, _HIGH = 1, 7


def state_of_writing(frame: pd.DataFrame) -> Chart:
    """Draw a dot for each sitting, by the state of its day.

    Parameters
    ----------
    frame
        A row per sitting: ``day``, ``state``, ``ratings`` and ``mean``, as
        `good_on_paper.frames.state_of_writing.state_of_writing` gives.

    Returns
    -------
    Chart
        A dot per sitting, at the mean of its ratings from 1 to 7.

    Examples
    --------
    >>> told = {"day": pd.to_datetime(["2026-05-01"]), "state": ["tired"], "ratings": [12], "mean": [3.5]}
    >>> state_of_writing(pd.DataFrame(told)).title
    'The state I wrote in, and how I rated that day: 1 sitting.'
    """
    many = count(len(frame), "sitting")
    medians = frame.groupby("state")["mean"].median().reindex(list(STATES)).dropna()
    told = [f"{STATES[str(state)]}, in the middle {value:.1f}" for state, value in medians.items()]
    body = Body(lambda ax, theme: _draw(frame, ax, theme), _HEIGHT, _LEFT, EDGE, below=0.6)
    chart = Chart(
        name="State of writing",
        title=f"The state I wrote in, and how I rated that day: {many}.",
        alt=f"{many}, a dot each on 1 to 7: {'; '.join(told)}.",
        table=pd.DataFrame(
            {
                "State": [STATES[state] for state in frame["state"]],
                "Ratings": frame["ratings"].astype(str).tolist(),
                "Mean": [f"{value:.1f}" for value in frame["mean"]],
            },
            pd.Index([f"{day:%Y-%m-%d}" for day in frame["day"]], name="Day"),
            dtype="str",
        ),
        small_print=(
            "Each sitting asked something else, so dots differ for that alone. " + proves_nothing("sittings"),
        ),
        body=body,
        width=_WIDE,
        rated=RATED,
    )
    return with_phone(chart, lambda: replace(body, left=_LEFT_PHONE))


def _draw(frame: pd.DataFrame, ax: Axes, theme: Theme) -> None:
    import seaborn as sns  # noqa: PLC0415 - it takes long to load, and this is one picture

    sns.stripplot(
        *(frame,),
        x="mean",
        y="state",
        order=list(STATES),
        ax=ax,
        color=theme.more,
        size=8,
        jitter=False,
        alpha=0.75,
        linewidth=0,
    )
    ax.set(xlim=(_LOW - 0.2, _HIGH + 0.2), xlabel="", ylabel="", xticks=range(_LOW, _HIGH + 1))
    ax.set_yticks(range(len(STATES)), list(STATES.values()))
    ax.spines[["left", "right", "top"]].set_visible(False)
    ax.tick_params(length=0, labelsize=_SMALL)
    for at in range(len(STATES)):
        ax.axhline(at, color=theme.faint, lw=0.8, zorder=0)
    for x, words, side in ((_LOW, "harder", "left"), (_HIGH, "nicer", "right")):
        ax.annotate(
            *(words, (x, 0)),
            xycoords=("data", "axes fraction"),
            xytext=(0, -24),
            textcoords="offset points",
            ha=side,
            va="top",
            size=_SMALL,
            style="italic",
            color=theme.soft,
        )
