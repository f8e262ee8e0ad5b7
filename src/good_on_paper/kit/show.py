"""The charts, each on the record of the person whose notebooks these are."""

from __future__ import annotations

import inspect
import re
from dataclasses import replace
from functools import partial
from html import escape
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from IPython.display import HTML

from good_on_paper import charts, patterns
from good_on_paper.charts import Ask, Deferred, Section, Sheet, Slider, Tick
from good_on_paper.charts.text import count, number, quoted, uncapital
from good_on_paper.frames import NEAR
from good_on_paper.kit import looks, opening, recipe_page, report, reveal, split
from good_on_paper.kit.compared import against, levels
from good_on_paper.kit.dated import FOR_LIFE, dates_missing
from good_on_paper.kit.findings import notes
from good_on_paper.kit.session import me
from good_on_paper.kit.turned import order_of, turned
from good_on_paper.kit.words import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from good_on_paper.charts import Chart, Panel
    from good_on_paper.charts.names import Naming
    from good_on_paper.kit.me import Me
    from good_on_paper.patterns import Contrast

NO_GUESSES = "You named none before the first look, so every line counts as found by looking."
NOTHING = "Nothing but what shuffles give too. That is how it is in most careers."
ASIDE = "Shuffles give line-ups as neat as these: pictures of what you said, and no more."
TOO_FEW = "Pictures of what you said. With so few jobs, no line-up is neat enough to be told from shuffles."
ALIKE = "Pictures of what you said. All {} jobs have the same {}, so no line can go with it."
NOISE_TITLE = "Made-up noise"
NOISE_SAID = (
    "What you answered on each line is dealt out anew among made-up jobs, so that nothing goes with "
    "anything. What stands out then stands out by chance."
)
NOISE_KEPT = "It is not stored, and none of your jobs is named in it."
NOISE_DRIFTS = "Noise that drifts"
NOISE_DRIFTING = (
    "Each made-up job is then much like the one before it, as jobs in a row often are. Still nothing goes "
    "with anything."
)
DRIFT = 0.8
"""How much a made-up job is like the one before it, where noise drifts."""
NOISE = "This is noise shaped like your record; each time it is another."
DEAL, DEAL_AGAIN = "Run the page on noise", "Run it on other noise"
_ALWAYS = 2  # the first sections are there even when empty
_TOGETHER = (
    (0.5, "Your answers move together strongly: much of them is how you like a job as a whole."),
    (0.2, "Your answers move together somewhat: part of them is how you like a job as a whole."),
    (-1.0, "Your answers hardly move together: each line goes its own way."),
)


@in_words
def years(*, how_it_went: bool = False) -> Panel:
    """Return the jobs over the years, marked by how they went when asked to and known."""

    def make(mine: Me, names: Naming) -> list[Chart] | str:
        roles = mine.roles()
        went = mine.lines().get(mine.primary_outcome) if how_it_went else None
        if roles.empty or (how_it_went and (went is None or went.isna().all())):
            return ""
        groups = None if went is None else patterns.thirds(went)
        return [charts.career_strip(roles, groups, names=names)]

    heading = "The years, with how it went" if how_it_went else "The years"
    return reveal.panel(make, always=True, heading=heading)


@in_words
def line_ups() -> Panel:
    """Return a line-up for each rated line: the guesses, what else stood out, what can be set aside.

    It opens with a button: a look is dated, stored, and paid for; see `good_on_paper.kit.looks`. Which jobs
    stand against which can be chosen; no word hangs on it.
    """
    ways = split.ways(me())
    chosen = [0]

    def choose(place: int) -> None:
        chosen[0] = place

    def make(mine: Me, names: Naming) -> Sheet | str:
        result = mine.contrast()
        said, counted = split.counted(mine, result, ways[chosen[0]])
        return Sheet(tuple(line_up_sections(mine, counted, names)), (*said, *_notes(mine, result)))

    steps = tuple(split.CALLED[way] for way in ways)
    return reveal.leading(
        make, slider=Slider("Compare", steps, 0, choose, as_list=True, fold="Which jobs are compared")
    )


@in_words
def what_it_cost() -> Panel:
    """Return the line-ups once more by what the jobs cost, if that was declared before the first look.

    Those that cost least stand on top. Both kinds of line-up share what a look may spend.
    """

    def make(mine: Me, names: Naming) -> Sheet | str:
        sections = [part for outcome in mine.beside for part in _beside(mine, outcome, names)]
        return Sheet(tuple(sections)) if sections else ""

    return reveal.following(make, here=True)


@in_words
def side_by_side() -> Panel:
    """Return six lines over all jobs at once, the strongest words and the largest differences first."""

    def make(mine: Me, names: Naming) -> list[Chart] | str:
        found = mine.contrast()
        amounts = [line for line in found.frame["line"] if not line.startswith(NEAR)]
        result = patterns.map_of(found, amounts[: patterns.MOST_LINES])
        result = replace(result, frame=turned(result.frame, mine.catalogue.item(found.outcome)))
        reasons, words = mine.ratings(blanks="reason"), mine.words()
        return [charts.role_map(result, words, names=names, reasons=reasons, went=mine.went)]

    return reveal.following(make, heading="A few lines side by side")


@in_words
def further() -> Panel:
    """Return what there is to say beyond single lines, in sentences; see `good_on_paper.kit.findings`."""
    return reveal.following(
        lambda mine, names: Sheet((Section("", notes(mine, names)),)),
        heading="Lines together, and what you said yourself",
        first=12,
    )


@in_words
def mixes() -> Panel:
    """Return the recipes of the guesses for both endings, with a slider for what counts as high."""
    mine = me()
    steps = recipe_page.crossovers(mine)
    at = [recipe_page.declared(mine)]

    def choose(place: int) -> None:
        at[0] = steps[place]

    slider = Slider("Counts as much from", tuple(map(number, steps)), steps.index(at[0]), choose)
    return reveal.following(
        lambda seen, names: recipe_page.sheet(seen, names, at[0]), first=12, slider=slider
    )


@in_words
def on_noise() -> Panel:
    """Return a button that deals the answers on each line out anew among made-up jobs, and draws that.

    Nothing of it is stored, and no job of the person's is named in it.
    """
    dealt, drifts = [0], [False]

    def deal() -> None:
        dealt[0] += 1

    def choose(on: bool) -> None:
        drifts[0] = on

    def make(mine: Me, names: Naming) -> Sheet | str:
        if sentence := opening.lacking(mine):
            return sentence
        tick = Tick(NOISE_DRIFTS, NOISE_DRIFTING, drifts[0], choose)
        if not dealt[0]:
            return Sheet(ask=Ask(NOISE_TITLE, (NOISE_SAID, NOISE_KEPT, FOR_LIFE), DEAL, tick))
        seed, drift = mine.record.newest + dealt[0], DRIFT if drifts[0] else 0.0
        results = [noise_of(mine, seed, outcome, drift) for outcome in (mine.primary_outcome, *mine.beside)]
        again = Ask(NOISE_TITLE, (f"{NOISE} {_dealt(mine, results)}",), DEAL_AGAIN, tick)
        return Sheet(tuple(_of_noise(mine, result, names) for result in results), ask=again)

    return reveal.panel(make, always=True, reveal=deal, switch=False)


def noise_of(mine: Me, seed: int, outcome: str, drift: float = 0.0) -> Contrast:
    """Return the contrast of a record like this one in which nothing goes with anything; it is no look.

    Of one seed the jobs of all declared outcomes are the same. With `drift` each is like the one before it.
    """
    rated = mine.lines()
    others = mine.ratings()[[other for other in mine.beside if other in mine.ratings()]]
    began = mine.began.reindex(rated.index)
    dealt = patterns.noise_like(rated.join(others), seed=seed, drift=drift, when=began)
    dealt.index = pd.Index([f"Made-up job {place}" for place in range(1, len(dealt) + 1)])
    budget = report.price(mine, outcome)
    beside = [other for other in (mine.primary_outcome, *others) if other != outcome and other in dealt]
    return report.contrasted(mine, dealt, outcome, budget, when=began.set_axis(dealt.index), beside=beside)


def _dealt(mine: Me, results: Sequence[Contrast]) -> str:
    """Say how many lines got a word by chance, for each outcome."""
    found = [int(result.frame["word"].isin(patterns.FOUND).sum()) for result in results]
    said = f"{found[0]} of {len(results[0].frame)} lines got a word beyond what shuffles give"
    for result, many in zip(results[1:], found[1:], strict=True):
        said += f"; by {quoted(mine.words()[result.outcome].label)}, {many} of {len(result.frame)}"
    return f"{said}."


def _of_noise(mine: Me, result: Contrast, names: Naming) -> Section:
    drawn = charts.lineups(
        result,
        mine.words(),
        names=names,
        went=mine.words()[result.outcome].label,
        order=order_of(mine, result),
    )
    made = Deferred(partial(_as_noise, drawn, place) for place in range(len(drawn)))
    return Section("" if result.outcome == mine.primary_outcome else mine.words()[result.outcome].label, made)


def _as_noise(drawn: Sequence[Chart], place: int) -> Chart:
    """Label a chart as noise, wherever it is saved to."""
    chart = drawn[place]
    return replace(
        chart,
        name=f"Made-up noise, {chart.name}",
        title=f"Made-up noise: {uncapital(chart.title)}",
        small_print=("Made-up noise: not your jobs, not what you answered of them.", *chart.small_print),
    )


def columns() -> HTML:
    """Return what the columns of a contrast mean, in the words of its documentation."""
    text = "\n".join(_unmarked(row) for row in inspect.cleandoc(patterns.Contrast.__doc__ or "").splitlines())
    return HTML(f'<pre style="white-space: pre-wrap">{escape(text)}</pre>')  # type: ignore[no-untyped-call]


def _unmarked(row: str) -> str:
    """Take the marks off the names in a row of documentation, and leave its columns where they are."""
    begun = re.match(r" *(``\w+``(, )?)*", row)
    names, rest = row[: begun.end()] if begun else "", row[begun.end() if begun else 0 :]
    return names.replace("``", "") + " " * (2 * names.count("``")) + rest.replace("`", "")


def line_up_sections(mine: Me, result: Contrast, names: Naming, *, heading: str = "") -> list[Section]:
    """Part the line-ups, so that none that shuffles give too stands unlabelled above others.

    A `heading` stands before that of each section: of which day they are.
    """
    reasons, words = mine.ratings(blanks="reason"), mine.words()
    made = charts.lineups(
        result,
        words,
        names=names,
        reasons=reasons,
        went=words[result.outcome].label,
        chance=partial(report.chance_line, mine, result.outcome),
        levels=levels(mine),
        order=order_of(mine, result),
        besides=against(mine, result),
    )
    lines = result.frame.set_index("line").loc[charts.rated_lines(result)]
    guessed, word = lines["family"].eq("guess"), lines["word"]
    found = word.isin(patterns.FOUND)

    def of(which: pd.Series) -> Sequence[Chart]:
        return made.chosen(np.flatnonzero(which))

    sections = [
        Section("Your guesses", of(guessed), "" if guessed.any() else NO_GUESSES),
        Section("What else stood out", of(found & ~guessed), "" if (found & ~guessed).any() else NOTHING),
        Section("What you can set aside", of(word.eq(patterns.SHUFFLE) & ~guessed), ASIDE),
        _untold(result, of(word.eq(patterns.TOO_FEW) & ~guessed), words[result.outcome].label),
    ]
    tested = word.ne(patterns.TOO_FEW).any()
    shown = [one for place, one in enumerate(sections) if one.charts or (tested and place < _ALWAYS)]
    before = f"{heading}: " if heading else ""
    return [
        replace(one, heading=before + (uncapital(one.heading) if before else one.heading)) for one in shown
    ]


def _untold(result: Contrast, shown: Sequence[Chart], outcome: str) -> Section:
    """Say of the line-ups without a word whether there are too few jobs, or nothing in which they differ."""
    went = result.wide[result.outcome].dropna() if result.outcome in result.wide else pd.Series(dtype=float)
    if len(went) >= patterns.FEWEST_ROLES and went.min() == went.max():
        return Section("Nothing to compare", shown, ALIKE.format(len(went), quoted(outcome)))
    return Section("Too few jobs to tell", shown, TOO_FEW)


def _beside(mine: Me, outcome: str, names: Naming) -> list[Section]:
    """Return the line-ups by a declared outcome other than the main one, and what they are."""
    result, label = mine.contrast(outcome=outcome), mine.words()[outcome].label
    order = order_of(mine, result) or charts.Order()
    said = f"Each line once more, in the order of {quoted(label)}, the {order.best} on top, as you chose."
    sections = line_up_sections(mine, result, names, heading=label)
    return [
        replace(section, sentence=section.sentence if place else f"{said} {section.sentence}".strip())
        for place, section in enumerate(sections)
    ]


def _notes(mine: Me, result: Contrast) -> tuple[str, ...]:
    """Say which look this is, and how much the answers move together."""
    taken = looks.looks(mine)
    said = []
    if taken:
        last = taken[-1]
        said.append(
            f"Look {len(taken)}, {last.day}: {count(len(last.roles), 'job')}, "
            f"{count(len(last.lines), 'line')}. "
            "The first look can tell most; jobs and lines that come after it, less."
        )
        said += [
            f"It is shared with {quoted(mine.words()[outcome].label)}, further down, as you chose."
            for outcome in mine.beside
        ]
    said += dates_missing(result)
    words = mine.words()
    there = int(result.wide[result.outcome].count()) if result.outcome in result.wide else 0
    if there < patterns.FEWEST_ROLES:
        said.append(
            f"To tell a line from shuffles it takes at least {patterns.FEWEST_ROLES} jobs with "
            f"{quoted(words[result.outcome].label)}; now {count(there, 'job')}. Others are added in "
            "01 Your work so far, and rated in 02 What it was like."
        )
    found = patterns.halo(result, {line: words[line].keyed for line in result.frame["line"]})
    if pd.notna(found.together):
        much = next(text for least, text in _TOGETHER if found.together >= least)
        lines = count(found.directed, "line")
        said.append(f"{much} On {found.agreeing} of {lines} a job rated nicer is rated nicer elsewhere too.")
    return tuple(said)
