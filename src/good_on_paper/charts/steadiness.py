"""Would you say the same today? A dot for each rating asked again: how far the second answer lies off."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper.charts.chart import Body, Chart
from good_on_paper.charts.job_rows import EDGE
from good_on_paper.charts.names import naming
from good_on_paper.charts.text import plain
from good_on_paper.language.counts import capital, count, number, out_of

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable

    from matplotlib.axes import Axes

    from good_on_paper.charts.names import Naming
    from good_on_paper.charts.style import Theme
    from good_on_paper.patterns import Steadiness

RATED: Final = "Asked again two weeks later or more, with the first answers out of sight."
_DIFFER: Final = (
    "Two single answers must differ by about {:.1f} steps, to be safe by {:.1f}, to mean more than the day "
    "they were given on. This says nothing about patterns over many jobs."
)
_WIDE, _NARROW = 8.6, 3.9
_ROW, _HEAD, _FOOT = 0.2, 0.4, 0.5
_LEAST, _TEXT, _SMALL = 3, 9.5, 9.0
_LEVEL: Final = 0.05


def steadiness(
    result: Steadiness,
    *,
    changed: Steadiness | None = None,
    names: Naming = "names",
    jobs: Collection[Hashable] = (),
) -> Chart | None:
    """Draw how far second answers lie from the first ones; None with fewer than eight pairs.

    Parameters
    ----------
    result
        What :func:`good_on_paper.patterns.steadiness` gave; its frame has ``role`` and ``label`` too.
    changed
        The same, including answers where the person changed their mind: we count it beside, but do not draw
        it.
    names
        "names", or "letters" for Job A, B, C, in the table.
    jobs
        All jobs in the person's order, so that each has the same letter as in other charts.

    Returns
    -------
    Chart or None
        A dot per pair, by how many steps the second answer lies off.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> steadiness(gop.sample().steadiness()).title
    '20 of 23 answers stayed within one step.'
    """
    if result.within_one is None:
        return None

    def sheet(wide: float) -> Chart:
        picture = _Dots(result, wide)
        return Chart(
            name=f"Would I say the same today{' without names' * (names == 'letters')}",
            title=f"{_held(result)} stayed within one step.",
            alt=picture.alt(),
            table=listed(result.frame, names, jobs),
            small_print=tuple(_small_print(result, changed)),
            body=picture.body(),
            width=wide,
            rated=RATED,
        )

    return replace(sheet(_WIDE), narrow=lambda: sheet(_NARROW))


def listed(pairs: pd.DataFrame, names: Naming = "names", jobs: Collection[Hashable] = ()) -> pd.DataFrame:
    """Return the pairs as a table to read: job, question, what was said first and again.

    Letters follow the order of all `jobs`; without them, the order of the pairs.
    """
    shown = naming(dict.fromkeys([*jobs, *pairs["role"]]), names)
    return pd.DataFrame(
        {
            "Question": [plain(label) for label in pairs["label"]],
            "First": [number(value) for value in pairs["first"]],
            "Again": [number(value) for value in pairs["again"]],
        },
        pd.Index([shown[role] for role in pairs["role"]], name="Job"),
        dtype="str",
    )


def _held(result: Steadiness) -> str:
    answers = len(result.frame)
    return capital(out_of(result.within_one or 0, answers, count(answers, "answer")))


def _small_print(result: Steadiness, changed: Steadiness | None) -> list[str]:
    low, high = (round(100 * (end or 0.0)) for end in (result.within_low, result.within_high))
    usual, safe = result.smallest or 0.0, result.smallest_high or 0.0
    told = [
        f"With so few answers that share could lie anywhere from {low} to {high} of 100.",
        _DIFFER.format(usual, safe),
        _shifted(result.shift or 0.0),
    ]
    if changed is not None and len(changed.frame) > len(result.frame):
        left = len(changed.frame) - len(result.frame)
        told.append(
            f"Left out: {count(left, 'answer')} where I changed my mind. With "
            f"{'it' if left == 1 else 'them'}: {changed.within_one} of {len(changed.frame)}."
        )
    return told


def _shifted(shift: float) -> str:
    if abs(shift) < _LEVEL:
        return "On average the second answers were as high as the first."
    way = "higher" if shift > 0 else "lower"
    return f"On average the second answers were {abs(shift):.1f} of a step {way}."


@dataclass(frozen=True)
class _Dots:
    result: Steadiness
    wide: float

    @cached_property
    def counts(self) -> dict[int, int]:
        """How many second answers lie so many steps off."""
        off = self.result.frame["difference"].round().astype(int)
        return {int(step): int(many) for step, many in off.value_counts().sort_index().items()}  # type: ignore[call-overload]

    @property
    def reach(self) -> int:
        """How many steps we show on either side."""
        return max(_LEAST, *map(abs, self.counts))

    def alt(self) -> str:
        told = [f"{_signed(step)}: {many}" for step, many in self.counts.items()]
        many = count(len(self.result.frame), "answer")
        return f"{many} asked again, by how many steps the second lies off: {', '.join(told)}."

    def body(self) -> Body:
        height = max(self.counts.values()) * _ROW + _HEAD
        return Body(self.draw, height, EDGE, EDGE, above=0.15, below=_FOOT)

    def draw(self, ax: Axes, theme: Theme) -> None:
        top = max(self.counts.values()) + _HEAD / _ROW
        ax.set(xlim=(-self.reach - 0.6, self.reach + 0.6), ylim=(0, top))
        ax.patch.set_alpha(0)
        ax.spines[["left", "right", "top"]].set_visible(False)
        ax.set_yticks([])
        ax.axvspan(-1.5, 1.5, color=theme.faint, alpha=0.45, lw=0)
        for step, many in self.counts.items():
            fill = theme.more if abs(step) <= 1 else theme.ground
            ax.plot(
                [step] * many,
                [place + 0.6 for place in range(many)],
                "o",
                markersize=8,
                markerfacecolor=fill,
                markeredgecolor=theme.more,
                markeredgewidth=1.4,
                clip_on=False,
            )
        self._safe(ax, theme, top)
        steps = list(range(-self.reach, self.reach + 1))
        ax.set_xticks(steps, [_signed(step) for step in steps], size=_SMALL)
        ax.tick_params(axis="x", length=0, labelcolor=theme.soft)
        for x, words, side in ((steps[0], "lower today", "left"), (steps[-1], "higher today", "right")):
            ax.annotate(
                *(words, (x, 0)),
                xytext=(0, -22),
                textcoords="offset points",
                ha=side,
                va="top",
                size=_SMALL,
                style="italic",
                color=theme.soft,
                annotation_clip=False,
            )

    def _safe(self, ax: Axes, theme: Theme, top: float) -> None:
        """Mark the difference from which it is safely more than the day."""
        safe = self.result.smallest_high or 0.0
        if safe > self.reach + 0.5:
            return
        for x in (-safe, safe):
            ax.plot([x, x], [0, top - _HEAD / _ROW + 0.4], color=theme.soft, lw=1.2, ls=(0, (4, 3)))
        words = "more than\nthe day"
        ax.text(safe + 0.12, top, words, size=_SMALL, color=theme.soft, va="top", linespacing=1.2)


def _signed(step: int) -> str:
    return f"{step:+d}".replace("-", "\N{MINUS SIGN}") if step else "same"
