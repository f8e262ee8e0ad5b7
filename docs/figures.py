"""Pictures that explain a method: computed as the page is built, and drawn as the kit draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from good_on_paper import patterns
from good_on_paper.charts.chart import Body, Chart

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from matplotlib.axes import Axes

    from good_on_paper.charts.style import Theme
    from good_on_paper.patterns import Contrast


def _chart(title: str, alt: str, table: pd.DataFrame, draw: Callable[[Axes, Theme], None]) -> Chart:
    body = Body(draw, height=2.6, left=0.9, right=0.4, below=0.6)
    return Chart(name=title, title=title, alt=alt, table=table, small_print=(), body=body)


def strongest_of_all(result: Contrast, line: str) -> Chart:
    """Draw how strong the strongest line was in each shuffle, and how strong one line was in fact."""
    found = patterns.chance_line(result, line)
    if found is None:
        raise ValueError(f"{line}: too few rows to shuffle")
    tau = pd.Series(found.shuffles)
    row = result.frame.set_index("line").loc[line]
    each = row["shuffles"] / len(tau)  # of several jobs that went equally well one order stands for all

    def draw(ax: Axes, theme: Theme) -> None:
        ax.hist(tau, bins=40, weights=[each] * len(tau), color=theme.middle)
        ax.axvline(found.strength, color=theme.best, linewidth=2.5)
        ax.axvline(found.line, color=theme.worst, linewidth=1.5, linestyle="--")
        ax.set(xlabel="Strength of the strongest", ylabel="Shuffles", xlim=(0, 1))

    title = f"In {row['as_neat']:,} of {row['shuffles']:,} shuffles something is as strong as this."
    alt = f"{title} The solid line marks what was seen, the dashed one how strong it must be for a word."
    return _chart(title, alt, tau.describe().to_frame("strength"), draw)


def bars(title: str, heights: Mapping[str, float], *, unit: str) -> Chart:
    """Draw a bar for each name."""
    table = pd.Series(heights, name=unit).to_frame()

    def draw(ax: Axes, theme: Theme) -> None:
        ax.bar(list(heights), list(heights.values()), color=theme.more, width=0.6)
        ax.set(ylabel=unit)
        ax.spines[["top", "right"]].set_visible(False)

    said = ", ".join(f"{name}: {value:g}" for name, value in heights.items())
    return _chart(title, f"{title} {unit}. {said}.", table, draw)


def lines(title: str, table: pd.DataFrame, *, across: str, up: str) -> Chart:
    """Draw a line for each column over the index; each has its own dash."""

    def draw(ax: Axes, theme: Theme) -> None:
        styles = zip(("-", "--", ":"), (theme.best, theme.worst, theme.middle), strict=True)
        for (name, values), (dash, colour) in zip(table.items(), styles, strict=False):
            ax.plot(table.index, values, dash, color=colour, linewidth=2.2, label=str(name))
        ax.legend(frameon=False)
        ax.xaxis.get_major_locator().set_params(integer=True)
        ax.yaxis.get_major_locator().set_params(integer=True)
        ax.set(xlabel=across, ylabel=up)
        ax.margins(x=0.02)
        ax.spines[["top", "right"]].set_visible(False)

    ends = ", ".join(f"{name} ends at {values.iloc[-1]:.2f}" for name, values in table.items())
    return _chart(title, f"{title} {ends}.", table, draw)
