"""Axes that cut off no text, and draw the rest as matplotlib's own do."""

from __future__ import annotations

import io

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from good_on_paper.charts.sheet_axes import SheetAxes
from good_on_paper.charts.style import drawing, theme_named


def picture(kind: type[Axes]) -> bytes:
    file = io.BytesIO()
    with drawing(theme_named("light")):
        figure = Figure(figsize=(3, 2))
        ax = figure.add_axes((0.2, 0.2, 0.6, 0.6), axes_class=kind)
        ax.text(-0.2, 0.5, "beyond the edge", va="center")
        ax.text(0.9, 0.1, "cut off at the edge", clip_on=True)
        ax.plot([0, 1], [0, 2])
        figure.savefig(file, format="png", metadata={"Software": None})
    return file.getvalue()


def test_the_picture_is_the_same() -> None:
    assert picture(SheetAxes) == picture(Axes)
