"""How far each one went: an application, a call, an interview, an offer; and every job by its name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper.charts.chart import Body, Chart
from good_on_paper.charts.job_rows import EDGE
from good_on_paper.charts.name_cells import COLUMNS
from good_on_paper.charts.name_lists import APART, NOTE, ListedName, height_of, listed, mark, shortened, write
from good_on_paper.charts.names import naming
from good_on_paper.charts.tall_rows import PHONE, with_phone
from good_on_paper.language.counts import count
from good_on_paper.language.findings import proves_nothing

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from good_on_paper.charts.names import Naming
    from good_on_paper.charts.style import Theme
    from good_on_paper.patterns.how_far import HowFar

STEPS: Final = {"send": "Application", "call": "Call", "talk": "Interview", "offer": "Offer"}
_PARTS: Final = {"over": "Over", "yes": "An offer", "open": "Still open"}
_WIDTH, _LEFT, _GAP, _HEAD = 9.4, 0.95, 0.15, 0.5
_HEAD_PHONE = 0.28


def how_far(frame: pd.DataFrame, result: HowFar, *, names: Naming = "names") -> Chart:
    """Draw the last step that each job reached, with those that are still open apart.

    Parameters
    ----------
    frame
        A row per job applied for, as `good_on_paper.frames.processes` gives: ``furthest``, ``outcome``,
        ``employer``, ``job``.
    result
        The counts, as `good_on_paper.patterns.how_far` gives them; its intervals go into the fold.
    names
        "names" or "letters".

    Returns
    -------
    Chart
        Names of jobs by the last step they reached; its table has a row per job.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> from good_on_paper import patterns
    >>> jobs = gop.sample().processes()
    >>> how_far(jobs, patterns.how_far(jobs, list(STEPS))).table.iloc[0].tolist()
    ['Call', 'I withdrew']
    """
    sent = frame[frame["furthest"].notna()]
    shown = [str(name) for name in naming(sent.index, names).values()]
    picture = _Steps(sent, shown if names == "letters" else _places(sent))
    chart = Chart(
        name=f"How far each one went{' without names' if names == 'letters' else ''}",
        title=_finding(sent),
        alt=picture.alt(),
        table=pd.DataFrame(
            {
                "How far it went": [STEPS[step] for step in sent["furthest"]],
                "How it stands": [_stands(outcome) for outcome in sent["outcome"]],
            },
            index=pd.Index(shown, name="Job"),
            dtype="str",
        ),
        small_print=(
            "Each job stands at the last step it reached. Where one stopped says nothing about why.",
            f"{count(len(sent), 'job')}. {proves_nothing('jobs')}",
        ),
        body=picture.body(),
        width=_WIDTH,
        figures=_figures(result),
    )
    return with_phone(chart, _TallSteps(picture.sent, picture.shown).body)


@dataclass(frozen=True)
class _Steps:
    sent: pd.DataFrame
    shown: list[str]

    @property
    def room(self) -> float:
        return (_WIDTH - 2 * EDGE - _LEFT - _GAP * (len(STEPS) - 1)) / len(STEPS)

    @property
    def part(self) -> pd.Series:
        outcome = self.sent["outcome"].astype("str")
        return outcome.where(outcome.isin(list(_PARTS)), "over")

    def inside(self, step: str, part: str) -> list[tuple[ListedName, str]]:
        room = self.room - 0.22
        here = self.sent["furthest"].eq(step) & self.part.eq(part)
        found = [
            (ListedName(name, _stands(outcome) if part == "over" else "", room), str(outcome))
            for name, outcome, there in zip(self.shown, self.sent["outcome"], here, strict=True)
            if there
        ]
        kept = shortened([entry for entry, _ in found], room)
        return list(zip(kept, [*(outcome for _, outcome in found), ""], strict=False))

    def height_of(self, part: str) -> float:
        lists = [height_of([one for one, _ in self.inside(step, part)]) for step in STEPS]
        return max([*lists, 0.3]) + 2 * APART

    @property
    def height(self) -> float:
        return _HEAD + sum(self.height_of(part) for part in self._parts())

    def _parts(self) -> list[str]:
        return [part for part in _PARTS if self.part.eq(part).any()] or ["over"]

    def body(self) -> Body:
        return Body(self.draw, self.height, EDGE, EDGE, above=0.2, below=0.2)

    def draw(self, ax: Axes, theme: Theme) -> None:
        ax.set(xlim=(0, _WIDTH - 2 * EDGE), ylim=(self.height, 0))
        ax.set_axis_off()
        at = {step: _LEFT + place * (self.room + _GAP) for place, step in enumerate(STEPS)}
        for step, x in at.items():
            many = int(self.sent["furthest"].eq(step).sum())
            ax.text(x, 0.14, f"{STEPS[step]}  {many}", size=11.0, weight="bold", va="center", color=theme.ink)
        y = _HEAD
        for part in self._parts():
            ax.plot([0, _WIDTH - 2 * EDGE], [y - 0.12] * 2, color=theme.faint, lw=0.8, clip_on=False)
            ax.text(0, y, _PARTS[part], size=NOTE, va="top", color=theme.soft)
            for step, x in at.items():
                top = y
                for entry, outcome in self.inside(step, part):
                    if outcome:
                        mark(ax, theme, outcome, x + 0.06, top + 0.08)
                    write(ax, theme, [entry], x + 0.22, top)
                    top += entry.height
            y += self.height_of(part)

    def alt(self) -> str:
        parts = []
        for step, words in STEPS.items():
            inside = [n for n, at in zip(self.shown, self.sent["furthest"], strict=True) if at == step]
            parts.append(f"{words}: {listed(inside)}")
        return f"Four columns of names, by the last step reached. {'. '.join(parts)}."


class _TallSteps(_Steps):
    """The same for a phone: one step below the other, and each job says how it stands."""

    @property
    def room(self) -> float:
        return PHONE - 2 * EDGE

    def lists(self) -> dict[str, list[tuple[ListedName, str]]]:
        """Return the names of each step: those that are over first, those still open last."""
        room, found = self.room - 0.22, {}
        for step in STEPS:
            here = [
                (ListedName(name, _stands(outcome), room), str(outcome))
                for part in _PARTS
                for name, outcome, at, belongs in zip(
                    self.shown, self.sent["outcome"], self.sent["furthest"], self.part, strict=True
                )
                if at == step and belongs == part
            ]
            kept = shortened([entry for entry, _ in here], room)
            found[step] = list(zip(kept, [*(outcome for _, outcome in here), ""], strict=False))
        return found

    @property
    def height(self) -> float:
        lists = self.lists().values()
        return sum(_HEAD_PHONE + height_of([one for one, _ in inside]) + 2 * APART for inside in lists)

    def draw(self, ax: Axes, theme: Theme) -> None:
        ax.set(xlim=(0, self.room), ylim=(self.height, 0))
        ax.set_axis_off()
        y = 0.0
        for step, inside in self.lists().items():
            many = int(self.sent["furthest"].eq(step).sum())
            head = ax.text(0, y + 0.1, f"{STEPS[step]}  {many}", size=11.0, va="center", color=theme.ink)
            head.set(weight="bold")
            y += _HEAD_PHONE
            for entry, outcome in inside:
                if outcome:
                    mark(ax, theme, outcome, 0.06, y + 0.08)
                write(ax, theme, [entry], 0.22, y)
                y += entry.height
            y += 2 * APART


def _places(sent: pd.DataFrame) -> list[str]:
    places = sent["employer"].fillna(sent["job"]).fillna(pd.Series(sent.index, index=sent.index))
    return [str(place) for place in places]


def _stands(outcome: object) -> str:
    return "They made an offer" if outcome == "yes" else COLUMNS[str(outcome)]


def _finding(sent: pd.DataFrame) -> str:
    if sent.empty:
        return "Nothing sent yet."
    many = sent["furthest"].value_counts()
    there = [step for step in STEPS if step in many]
    words = {"send": "the application", "call": "a call", "talk": "an interview", "offer": "an offer"}
    told = [f"{many[step]} {'got ' * (not place)}to {words[step]}" for place, step in enumerate(there)]
    return f"Of {count(len(sent), 'job')}, {', '.join(told)}."


def _figures(result: HowFar) -> tuple[str, ...]:
    told = []
    steps = list(STEPS)
    for step, row in result.frame.iterrows():
        if pd.isna(row["low"]):
            continue
        ended = int(row["went_on"] + row["stopped"])
        following = STEPS[steps[steps.index(str(step)) + 1]].lower()
        low, high = round(100 * row["low"]), round(100 * row["high"])
        told.append(
            f"From {STEPS[str(step)].lower()} to {following}: {int(row['went_on'])} of the {ended} that went "
            f"on or ended; between {low} and {high} of 100 (Clopper and Pearson, 90 of 100)."
        )
    return tuple(told)
