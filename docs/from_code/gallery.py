"""The gallery: every chart the kit draws, on the invented person, in both themes, with the code for it."""

from __future__ import annotations

import inspect
from html import escape
from textwrap import dedent
from typing import TYPE_CHECKING, Any, NamedTuple

from good_on_paper import charts

if TYPE_CHECKING:
    from pathlib import Path


class Entry(NamedTuple):
    """A chart: the function that draws it, what it shows, and the code whose last line is the chart."""

    draws: str
    shows: str
    code: str


ENTRIES = (
    Entry("paper_against_lived", "How good each job looked before, and how it went.", "me.on_paper()"),
    Entry(
        "paper_of_two",
        "The same for two jobs, before anything else is known.",
        """
        paper = {"Junior buyer": 4, "Regional manager": 6}
        charts.paper_of_two(paper, went_well="Junior buyer", not_again="Regional manager")
        """,
    ),
    Entry(
        "lineup",
        "One circumstance over all jobs, with its word.",
        'look.chart("decision_freedom")',
    ),
    Entry(
        "lineups",
        "All of them, each drawn only when it is asked for.",
        "charts.lineups(look, me.words())[1]",
    ),
    Entry(
        "estimate",
        "How large the difference is, and how wide a guess at it stays.",
        'charts.estimate(look, "decision_freedom", me.words()["decision_freedom"])',
    ),
    Entry(
        "mirrored",
        "What was high in which jobs: about the job on one side, about you on the other.",
        """
        scope = {line: me.words()[line].scope for line in look.frame["line"]}
        charts.mirrored(patterns.mirrored(look, scope), me.words())
        """,
    ),
    Entry(
        "everything",
        "All ratings in one picture.",
        """
        scope = {item.key: item.scope for item in me.catalogue.items("circumstance")}
        charts.everything(look, me.words(), scope=scope)
        """,
    ),
    Entry(
        "role_map",
        "Six circumstances over all jobs.",
        """
        charts.role_map(patterns.map_of(look, look.frame["line"].head(6)), me.words())
        """,
    ),
    Entry("two_axes", "Success across, going wrong up, as the person defines both.", "me.two_axes()"),
    Entry("under_definitions", "The same jobs under other definitions of success.", "me.under_definitions()"),
    Entry(
        "definitions_moved",
        "How the points moved that say what success and going wrong mean.",
        """
        import pandas as pd
        points = pd.DataFrame({"label": ["Money", "Being of use"], "then": [4, 3], "now": [1, 5]})
        charts.definitions_moved(points.assign(group="Success"), then="1 May", now="1 November")
        """,
    ),
    Entry("stated", "What the person says counts, beside what came with it.", "me.stated()"),
    Entry(
        "mixes",
        "Which job has which mix of circumstances.",
        """
        from good_on_paper.study.recipes import worded
        lines = ["decision_freedom", "finish"]
        jobs = me.lines()
        found = patterns.recipes(jobs, conditions=lines, scales=me.scales(jobs))
        charts.mixes(found.covers, {term: worded(me, term) for term in found.covers["term"]})
        """,
    ),
    Entry(
        "stays",
        "In which range of the crossover such a mix stays the simplest.",
        """
        charts.stays({("Went well", "Room to decide"): {2.5: False, 3.5: True, 4.5: True, 5.5: False}}, 4.5)
        """,
    ),
    Entry("career_strip", "The jobs over the years.", "charts.career_strip(me.roles())"),
    Entry(
        "under_events",
        "How the jobs went that fell into something that happened outside them.",
        """
        from good_on_paper.frames import events
        charts.under_events(me.roles(), me.ratings()["overall"], events(me))
        """,
    ),
    Entry("swimmer", "How long each job stayed interesting.", "charts.swimmer(me.boredom())"),
    Entry(
        "step_curve",
        "How long it took until jobs got dull, with those that had not yet.",
        "charts.step_curve(patterns.time_to_boredom(me.boredom()))",
    ),
    Entry(
        "step_curves",
        "The same for two parts of the jobs.",
        """
        jobs = me.boredom()
        more = patterns.upper_half(me.ratings()["finish"])
        parts = patterns.in_parts(jobs, more)
        charts.step_curves(*parts, charts.Parted.by_line("The whole of a job", 4, patterns.SHUFFLE))
        """,
    ),
    Entry(
        "dull_ladder",
        "How dull: at its worst, on an ordinary day, at the end.",
        "charts.dull_ladder(me.boredom())",
    ),
    Entry(
        "dull_and_went",
        "How dull it got, beside how it went.",
        'charts.dull_and_went(me.boredom(), me.ratings()["overall"])',
    ),
    Entry(
        "lean",
        "Whether a verdict goes with how a job ended, or with an ordinary day in it.",
        """
        parts = {"dull_worst": "at worst", "dull_ordinary": "on an ordinary day", "dull_end": "at the end"}
        judged = me.boredom()[[*parts]].join(me.ratings()["overall"])
        found = patterns.lean(judged, "overall", "dull_end", "dull_ordinary", ["dull_worst"], key=-1)
        charts.lean(found, parts)
        """,
    ),
    Entry(
        "what_helped",
        "What was tried against a dull stretch, and whether it helped.",
        """
        from good_on_paper.frames.boredom import means
        labels = {item.key: item.label for item in me.catalogue.items("means")}
        charts.what_helped(means(me, me.boredom()), labels)
        """,
    ),
    Entry(
        "minutes_strip",
        "A day by the minute.",
        """
        from good_on_paper.frames.days import stretches
        charts.minutes_strip(stretches(me))
        """,
    ),
    Entry(
        "margins",
        "The time in between, and what became of it.",
        """
        from good_on_paper.frames.days import day_shares, stretches
        charts.margins(day_shares(stretches(me)), me.roles())
        """,
    ),
    Entry(
        "within_jobs",
        "What the better times within jobs had.",
        """
        episodes = me.ratings(kind="episode").dropna(axis="columns", how="all")
        charts.within_jobs(patterns.within_jobs(episodes, "overall"), me.words())
        """,
    ),
    Entry(
        "bear_lists",
        "What the person can live with, for a while, or not.",
        """
        from good_on_paper.frames.bearing import bearing
        charts.bear_lists(bearing(me))
        """,
    ),
    Entry(
        "how_often",
        "How often each of those was there.",
        """
        from good_on_paper.frames.bearing import bearing
        worries = bearing(me)
        there = me.ratings()[[key for key in worries.index if key in me.ratings()]]
        charts.how_often(there, worries["label"].to_dict())
        """,
    ),
    Entry("four_cells", "Whether they wanted me, and I wanted it.", "charts.four_cells(me.interviews())"),
    Entry(
        "how_far",
        "How far each application went.",
        """
        from good_on_paper.frames.processes import STEPS
        jobs = me.processes()
        charts.how_far(jobs, patterns.how_far(jobs, list(STEPS)))
        """,
    ),
    Entry(
        "recurring",
        "What recurs in applications that got a yes, and in those that did not.",
        """
        import pandas as pd
        had = {"yes": [True, True, False, False], "call": [True, False, True, True]}
        jobs = pd.DataFrame(had, index=["Acme", "Beta", "Calla", "Dorn"])
        counted = patterns.recurring(jobs, "yes", ["call"])
        ends = ("They said yes", "They did not")
        charts.recurring(jobs, counted, "yes", {"call": "A call"}, ends=ends)
        """,
    ),
    Entry(
        "state_of_writing",
        "The state the person wrote in, and how they rated that day.",
        """
        from good_on_paper.frames.state_of_writing import state_of_writing
        charts.state_of_writing(state_of_writing(me))
        """,
    ),
    Entry(
        "open_board",
        "What is still open about a job, day by day.",
        """
        import datetime as dt
        import pandas as pd
        days = {dt.date(2026, 11, 21): [True, False, False], dt.date(2026, 11, 28): [True, True, False]}
        labels = {"pace": "Enough time", "hours": "Short hours", "daylight": "Daylight"}
        charts.open_board(pd.DataFrame(days, index=list(labels)), labels)
        """,
    ),
    Entry(
        "search_months",
        "The search month by month.",
        """
        from good_on_paper.frames.search_months import search_months
        charts.search_months(search_months(me))
        """,
    ),
    Entry(
        "barometer",
        "The chances given after interviews, and what came.",
        """
        from good_on_paper.study.barometer import reading
        read = reading(me)
        charts.barometer(read.told, read.result)
        """,
    ),
    Entry(
        "steadiness",
        "How far second answers lie from the first ones.",
        "charts.steadiness(me.steadiness())",
    ),
    Entry("how_close", "How close those chances came.", "charts.how_close(me.barometer())"),
    Entry(
        "shine",
        "How a firm's name shines, and how much is known to be good there.",
        """
        from good_on_paper.questions.considered import considered, wishes
        from good_on_paper.questions.gather import gather
        from good_on_paper.questions.listed import listed
        charts.shine(considered(me, wishes(me, listed(me, gather(me)))))
        """,
    ),
    Entry(
        "offers",
        "Offers side by side; what is not known is a band.",
        """
        found = me.offers()
        charts.offers(found.frame, title="Two offers, thing by thing")
        """,
    ),
    Entry(
        "explored",
        "A picture of one's own choice, with the code that draws it.",
        """
        choice = charts.PictureChoice("scatter", "decision_freedom", "overall")
        charts.explored(me, choice)
        """,
    ),
)

PICTURE = """\
```{{image}} gallery/{name}-{theme}.svg
:class: only-{theme}
:alt: "{alt}"
```"""

FIRST = """\
import good_on_paper as gop
from good_on_paper import charts, patterns

me = gop.sample()
look = me.take_a_look()
"""

OPENING = f"""\
# Every chart

Each chart below shows the invented person that comes with the kit. The code under it draws it. Begin with
these lines:

```python
{FIRST}```

With your own record, write `gop.open()` in place of `gop.sample()`. There, `me.take_a_look()` is a look:
dated, and paid for. See [what a look costs](../how-it-knows/looks.md).

Every chart has a title that says what it shows, a text for those who cannot see it (`chart.alt`), and its
figures (`chart.table`). A notebook shows it where a cell ends in it. `chart.save("mine.svg", theme="dark")`
writes a file. To draw one on Axes of your own, in your own style:

```python
import seaborn as sns
from matplotlib.figure import Figure

sns.set_theme(style="whitegrid")
ax = Figure(figsize=(11, 4), layout="constrained").subplots()
look.chart("decision_freedom").plot(ax, theme="session")
sns.reset_defaults()
```
"""


def names() -> dict[str, Any]:
    """Return what the first lines of the page bring."""
    made: dict[str, Any] = {}
    exec(compile(FIRST, "gallery", "exec"), made)
    return made


def drawn(entry: Entry, at_hand: dict[str, Any]) -> charts.Chart:
    """Run the code of an entry, and return the chart that its last line is."""
    *before, last = dedent(entry.code).strip().splitlines()
    made = dict(at_hand)
    exec(compile("\n".join([*before, f"chart = {last}"]), entry.draws, "exec"), made)
    chart = made["chart"]
    if not isinstance(chart, charts.Chart):
        raise TypeError(f"gallery, {entry.draws}: the last line gave {chart!r}; expected a Chart")
    return chart


def left_out() -> set[str]:
    """Name the charts that the kit draws and the gallery does not show."""
    draws = {
        name
        for name in charts.__all__
        if inspect.isfunction(held := getattr(charts, name))
        and "Chart" in str(held.__annotations__["return"])
    }
    return draws - {entry.draws for entry in ENTRIES}


def write(into: Path) -> None:
    """Write the page and its pictures.

    Raises
    ------
    LookupError
        The kit draws a chart that is not shown here.
    """
    if lacking := left_out():
        raise LookupError(f"docs/from_code/gallery.py lacks {sorted(lacking)}: add an entry for each")
    folder, at_hand, page = into / "gallery", names(), [OPENING]
    folder.mkdir(parents=True)
    for entry in ENTRIES:
        chart = drawn(entry, at_hand)
        for theme in ("light", "dark"):
            (folder / f"{entry.draws}-{theme}.svg").write_text(chart.svg(theme), encoding="utf-8")
        shown = "\n".join(
            PICTURE.format(name=entry.draws, theme=theme, alt=escape(chart.title))
            for theme in ("light", "dark")
        )
        heading = entry.draws.replace("_", " ").capitalize()
        page.append(
            f"## {heading}\n\n{entry.shows}\n\n{shown}\n\n```python\n{dedent(entry.code).strip()}\n```\n"
        )
    (into / "gallery.md").write_text("\n".join(page), encoding="utf-8")
