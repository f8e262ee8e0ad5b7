"""Roles against recipes: who has which mix, and who has it but ended otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from good_on_paper.charts.chart import Body, Chart
from good_on_paper.charts.rows import BEST, WORST, Row, Rows
from good_on_paper.charts.text import capital, count, plain, wrap
from good_on_paper.charts.words import NOT_FOR

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matplotlib.axes import Axes

    from good_on_paper.charts.style import Theme

_WIDTH, _RIGHT = 8.6, 0.3
_SMALL, _HEAD_LINES = 9.0, 6
HAS, OTHERWISE, NOT = "has it", "has it, ended otherwise", "has it not"
_ENDINGS = {True: "went well", False: "did not go well"}


def mixes(covers: pd.DataFrame, terms: Mapping[str, str], *, good: bool, small: Sequence[str] = ()) -> Chart:
    """Draw which roles have which of the mixes that explain one ending.

    Parameters
    ----------
    covers
        Rows of one ending of `good_on_paper.patterns.Recipes.covers`, in the order wished.
    terms
        Term to its words.
    good
        Which ending.
    small
        Said below the picture, first of all the number of shuffles.
    """
    roles = covers.drop_duplicates("role")
    rows = Rows(
        tuple(
            Row(role, plain(role), None, BEST if ended == good else WORST)
            for role, ended in sorted(
                zip(roles["role"], roles["ended"], strict=True), key=lambda told: not told[1]
            )
        )
    )
    found = {
        (role, term): (OTHERWISE, HAS)[ended] if inside else NOT
        for role, term, inside, ended in zip(
            covers["role"], covers["term"], covers["inside"], covers["ended"], strict=True
        )
    }
    picture = _Mixes(rows, {term: plain(terms.get(term, term)) for term in covers["term"].unique()}, found)
    return Chart(
        name=f"Mixes behind what {_ENDINGS[good]}",
        title=picture.finding(roles, good=good),
        alt=f"Jobs by mixes: {'; '.join(picture.terms.values())}. Who has which is in the table.",
        table=picture.table(),
        small_print=(
            *small,
            "A filled circle: has the mix and ended so. An open square: has it and ended otherwise.",
            NOT_FOR,
        ),
        body=picture.body(),
        width=_WIDTH,
    )


@dataclass(frozen=True)
class _Mixes:
    rows: Rows
    terms: Mapping[str, str]
    found: Mapping[tuple[object, str], str]

    def finding(self, roles: pd.DataFrame, *, good: bool) -> str:
        ended = roles.loc[roles["ended"], "role"]
        others = roles.loc[~roles["ended"], "role"]
        inside = sum(any(self.found[role, term] == HAS for term in self.terms) for role in ended)
        torn = sum(any(self.found[role, term] == OTHERWISE for term in self.terms) for role in others)
        jobs = f"{inside} of my {count(len(ended), 'job')} that {_ENDINGS[good]}"
        rest = f"; so {'does' if torn == 1 else 'do'} {torn} that ended otherwise" if torn else ""
        mixes_ = "this mix" if len(self.terms) == 1 else f"one of these {len(self.terms)} mixes"
        return f"{jobs} {'has' if inside == 1 else 'have'} {mixes_}{rest}."

    def body(self) -> Body:
        head = max(len(self._head(text)) for text in self.terms.values())
        return Body(self.draw, self.rows.height, self.rows.left, _RIGHT, above=0.3 + head * 0.16, below=0.22)

    def draw(self, ax: Axes, theme: Theme) -> None:
        self.rows.label(ax, theme, _WIDTH - self.rows.left - _RIGHT)
        ax.set_xlim(-0.5, len(self.terms) - 0.5)
        size = 11.5 if self.rows.roomy else 8
        above = -0.5 - 0.08 / self.rows.pitch
        for x, (term, text) in enumerate(self.terms.items()):
            head = ax.text(x, above, "\n".join(self._head(text)), size=_SMALL, color=theme.soft, ha="center")
            head.set(va="baseline", linespacing=1.1)
            for what, marker, colour, fill in (
                (HAS, "o", theme.best, theme.best),
                (OTHERWISE, "s", theme.worst, theme.ground),
                (NOT, ".", theme.faint, theme.faint),
            ):
                places = [y for y, row in enumerate(self.rows.rows) if self.found[row.role, term] == what]
                ax.plot(
                    [x] * len(places),
                    places,
                    linestyle="none",
                    marker=marker,
                    markersize=size if what != NOT else size / 2,
                    markeredgewidth=2,
                    markeredgecolor=colour,
                    markerfacecolor=fill,
                    clip_on=False,
                )

    def table(self) -> pd.DataFrame:
        columns = {
            capital(text): [self.found[row.role, term] for row in self.rows.rows]
            for term, text in self.terms.items()
        }
        return pd.DataFrame(columns, pd.Index([row.shown for row in self.rows.rows], name="Job"), dtype="str")

    def _head(self, text: str) -> list[str]:
        width = (_WIDTH - self.rows.left - _RIGHT) / len(self.terms)
        return wrap(text, min(width * 0.94, 3.0), _SMALL, most=_HEAD_LINES)
