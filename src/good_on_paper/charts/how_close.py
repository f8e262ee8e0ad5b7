"""How close the numbers came: their Brier score beside those of knowing less, a dot each."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper.charts.chart import Body, Chart
from good_on_paper.charts.job_rows import EDGE
from good_on_paper.charts.name_lists import NAME, NOTE
from good_on_paper.charts.tall_rows import PHONE
from good_on_paper.language.findings import proves_nothing

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from good_on_paper.charts.style import Theme
    from good_on_paper.patterns import Barometer

_WIDTH, _LEFT, _ROW = 8.9, 3.2, 0.36
_EDGE: Final = 0.12
_TWO: Final = 2
_ENDS: Final = {0.0: "spot on", 0.25: "", 0.5: "", 1.0: "as far off as can be"}


def how_close(result: Barometer) -> Chart:
    """Draw how far off the numbers were, squared, on average, beside the same for two ways of knowing less.

    Parameters
    ----------
    result
        What the barometer reads, from at least one interview that counts.

    Returns
    -------
    Chart
        A dot per Brier score, from 0 (exact) to 1.

    Examples
    --------
    >>> import pandas as pd
    >>> from good_on_paper import patterns
    >>> due = pd.date_range("2026-03-01", periods=2)
    >>> talks = pd.DataFrame({"chance": [80, 20], "yes": [True, True], "due": due})
    >>> how_close(patterns.barometer(talks)).title
    'How far your numbers were from what came: .34. Saying 50 every time: .25.'
    """
    scores = result.scores
    rows = {"The numbers you gave": scores.score, "50 every time": scores.half}
    mine, half = _two(scores.score), _two(scores.half)
    title = f"How far your numbers were from what came: {mine}. Saying 50 every time: {half}."
    if result.yes not in (0, result.counted):
        rows["Your own share of yes every time"] = scores.base_rate
    known = " Your own share of yes was not known beforehand, so it is hard to beat." * (len(rows) > _TWO)
    told = {name: f"{value:.3f}" for name, value in rows.items()}
    parts = {
        "Each number against the share of yes it got (reliability)": scores.reliability,
        "How far those shares lie apart (resolution)": scores.resolution,
        "What nobody could know (uncertainty)": scores.uncertainty,
    }

    def draw(ax: Axes, theme: Theme, *, wide: bool = True) -> None:
        left, row, up = (_LEFT, _ROW, 0.0) if wide else (0.3, 2 * _ROW * 0.8, 0.24)
        end = _WIDTH - 2 * EDGE if wide else PHONE - 2 * _EDGE

        def at_of(value: float) -> float:
            return left + (end - 0.3 - left) * value

        ax.set(xlim=(0, end), ylim=(row * len(rows) + _ROW * 1.5, 0))
        ax.set_axis_off()
        for at, (name, value) in enumerate(rows.items()):
            y, x, mine = row * (at + 0.5) + up / 2, at_of(value), at == 0
            ax.text(0, y - up, name, size=NAME, va="center_baseline", color=theme.ink if mine else theme.soft)
            ax.plot([left, end - 0.3], [y, y], color=theme.faint, lw=0.8, zorder=0)
            face = theme.more if mine else theme.ground
            ax.plot([x], [y], "o", markersize=8.5, markerfacecolor=face, markeredgewidth=1.6)
            ax.lines[-1].set_markeredgecolor(theme.more if mine else theme.soft)
            ax.text(x + 0.13, y, _two(value), size=NAME, va="center_baseline", color=theme.ink)
        y = row * len(rows) + 0.05 + up / 2
        for value, word in _ENDS.items():
            ax.text(
                at_of(value), y + 0.08, f"{value:g}", size=NOTE, ha="center", va="center", color=theme.soft
            )
            ends = ax.text(at_of(value), y + 0.26, word, size=NOTE, va="center", style="italic")
            ends.set(color=theme.soft, ha="right" if value == 1 else "center")

    chart = Chart(
        name="How close your numbers came",
        title=title,
        alt="; ".join(f"{name}: {value}" for name, value in told.items()) + ". Nearer to 0 is closer.",
        table=pd.DataFrame(
            {"How far off": [*told.values(), *(f"{value:.3f}" for value in parts.values())]},
            index=pd.Index([*told, *parts], name=""),
            dtype="str",
        ),
        small_print=(
            f"From 0, spot on, to 1, as far off as can be.{known}",
            # beside a word that was called, that it proves nothing would contradict it
            *(() if result.called else (proves_nothing("interviews"),)),
        ),
        body=Body(draw, _ROW * (len(rows) + 1.5), EDGE, EDGE, above=0.1, below=0.1),
        width=_WIDTH,
        figures=(
            "The score of Brier (1950); after Murphy (1973), the first part less the second plus the third.",
        ),
    )
    high = 2 * _ROW * 0.8 * len(rows) + _ROW * 1.5
    tall = Body(partial(draw, wide=False), high, _EDGE, _EDGE, above=0.1, below=0.1)
    return replace(chart, narrow=lambda: replace(chart, body=tall, width=PHONE))


def _two(value: float) -> str:
    return f"{value:.2f}".removeprefix("0")
