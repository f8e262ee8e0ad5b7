"""The parts of the whole picture that we counted: each is a small chart, with what it rests on."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from good_on_paper import charts, patterns
from good_on_paper.brief.compose import BEST, compose
from good_on_paper.brief.errors import BriefError
from good_on_paper.catalogue import keys
from good_on_paper.charts.small_rows import small_bars, small_dots, small_gaps
from good_on_paper.charts.whole_picture import WholePart, WholeRow
from good_on_paper.frames import FrameError
from good_on_paper.frames.achievements import HOW
from good_on_paper.language.counts import count, quoted, uncapital
from good_on_paper.language.findings import proves_nothing
from good_on_paper.pages import titles
from good_on_paper.pages.in_common.at_a_glance import ends_of
from good_on_paper.pages.in_common.drawn import employers, line_up
from good_on_paper.pages.start import needed, paper_against_lived
from good_on_paper.pages.tally import tally
from good_on_paper.patterns.wide import LIKERT
from good_on_paper.questions import YOUR_JOBS
from good_on_paper.study import looks
from good_on_paper.study.barometer import reading
from good_on_paper.study.contrast import report
from good_on_paper.study.declared import GUESSES
from good_on_paper.study.interviews import after_a_no
from good_on_paper.study.steadiness import within_noise

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    import pandas as pd

    from good_on_paper.charts import Chart
    from good_on_paper.charts.names import Naming
    from good_on_paper.study.contrast import Report
    from good_on_paper.study.person import Person

DOTS: Final = "Show the dots"
FILLED: Final = f"Filled: before it got dull. {proves_nothing('jobs')}"
NUMBERS: Final = "It describes your numbers, never you."
_MOST_WAYS: Final = 3
_NEED: Final = "you need"
_TWO_JOBS: Final = (
    "This rests on two jobs: better in the one that went well than in the one you would not do again."
)
_MOST_NAMED: Final = 3


def on_paper(person: Person, names: Naming) -> WholePart:
    """Return how the jobs looked, and how they went."""
    needs = needed.both_ratings(person)
    page = _where(person) if needs else titles.START  # the picture is there
    part = WholePart("paper_and_lived", "On paper, and lived", page, needs=needs)
    try:
        whole = None if after_a_no(person) else paper_against_lived.drawn(person, names)
    except FrameError:  # on two scales: its own page says so
        return replace(part, needs="")
    if whole is None:
        return part
    jobs = person.paper_against_lived()
    found, scale = patterns.paper_against_lived(jobs), person.scales()[keys.ON_PAPER]
    shown, within = _called(person, jobs.index, names), within_noise(person)
    going_on = jobs.index[jobs["current"]]
    chart = small_gaps(whole, found, shown, scale, within=within, current=going_on)
    return replace(_with(part, chart), because=" ".join(whole.small_print))


def works_best(person: Person, names: Naming) -> WholePart:
    """Return what stood out most in the last look, or else the first need; before a look, their ways."""
    page = _where(person) if needed.went(person) else titles.COMMON
    part = WholePart("works_best", "How you work best", page, needs=needed.works_best(person))
    then = looks.seen(person)
    if then is None:
        return _ways(person, part)
    result, line = _strongest(then)
    if line is None:
        return _ways(person, part)
    whole = line_up(result, line, names=names)
    shown, scale = _called(person, result.wide.index, names), person.scales().get(line, LIKERT)
    chart = small_dots(whole, result, line, shown, scale, ends=ends_of(then, result))
    rated = result.wide[line].notna()
    left_out = _left_out(shown[role] for role in rated.index[~rated])
    drawn = replace(_with(part, chart), because=f"{whole.small_print[0]}{left_out}")
    if result.outcome == then.primary_outcome:
        return drawn
    by = then.words()[result.outcome].label
    return replace(drawn, finding=f"By {quoted(by)}: {uncapital(drawn.finding)}", needs="")


def _strongest(then: Person) -> tuple[Report, str | None]:
    """Return what stood out most by the first outcome that has anything, or else the first need rated."""
    for outcome in then.outcomes:
        result, shown = report(then, outcome), then.lines().columns
        found = result.frame["line"].isin(shown) & result.frame["word"].isin(patterns.FOUND)
        if found.any():
            return result, str(result.frame.loc[found, "line"].iloc[0])
    main = report(then)
    there = set(main.frame["line"]) & set(then.lines().columns)
    return main, next((line for line in then.guesses if line in there), None)


def got_dull(person: Person, names: Naming) -> WholePart:
    """Return when the jobs got dull."""
    needs = needed.dull(person)
    part = WholePart("got_dull", titles.DULL[3:], titles.DULL, needs=needs)
    if needs:
        return part
    jobs = person.boredom()
    whole = charts.swimmer(jobs, names=names)
    shown = _called(person, jobs.index, names)
    left_out = _left_out(shown[role] for role in jobs.index[jobs["said"].eq("") | jobs["weeks"].isna()])
    return replace(_with(part, small_bars(whole, jobs, shown)), because=f"{FILLED}{left_out}")


def barometer(person: Person, names: Naming) -> WholePart:
    """Return what the barometer reads, in one sentence, the dots on request; nothing just after a no."""
    part = WholePart("barometer", titles.BAROMETER[3:], titles.BAROMETER)
    if after_a_no(person):
        return part
    read = reading(person)
    if read.told.empty:
        return replace(part, page=titles.AFTER, needs="how likely a yes is, said after an interview")
    counts = charts.in_counts(read.result)
    return replace(
        part,
        finding=charts.in_a_sentence(read.result),
        because=" ".join(filter(None, (counts, NUMBERS))),
        chart=charts.barometer(read.told, read.result, names=names),
        fold=DOTS,
    )


def _where(person: Person) -> str:
    """Return the page for what is missing: jobs are named on one page, and rated on another."""
    return titles.WORK if tally(person).asked < paper_against_lived.FEWEST else titles.LIKE


def _called(person: Person, jobs: pd.Index, names: Naming) -> dict[Hashable, str]:
    """Return a short name for each job: its title, if that tells it apart."""
    shown = charts.naming(jobs, names)
    if names == "letters":
        return shown
    titles_of = {role: title for role, (title, _) in employers(person).items() if role in shown}
    often = Counter(titles_of.values())
    return {
        role: titles_of[role] if often[titles_of.get(role, "")] == 1 else called
        for role, called in shown.items()
    }


def _left_out(shown: Iterable[str]) -> str:
    """Name the jobs that a chart leaves out, since nothing there can be drawn of them; count many."""
    without = list(shown)
    if not without:
        return ""
    named = "; ".join(without) if len(without) <= _MOST_NAMED else count(len(without), "job")
    return f" No number, so left out: {named}."


def _with(part: WholePart, chart: Chart | None) -> WholePart:
    if chart is None:
        return part
    return replace(part, chart=chart, finding=chart.title, because=" ".join(chart.small_print[-1:]))


def _ways(person: Person, part: WholePart) -> WholePart:
    """Return the ways they went about what they did, the most used first; without any, what the paper has."""
    done = person.achievements()
    used = {way: sum(way in ways for ways in done["how"]) for way in HOW}
    most = sorted((way for way in used if used[way]), key=lambda way: -used[way])[:_MOST_WAYS]
    told = int(done["how"].map(len).gt(0).sum())
    rows = tuple(WholeRow(HOW[way], f"{used[way]} of {told}") for way in most)
    if not rows:
        return _on_the_paper(person, part)
    return replace(part, rows=rows, because=f"How you went about {count(told, 'thing')} you did.")


def _on_the_paper(person: Person, part: WholePart) -> WholePart:
    """Return the needs that the paper to take along names, since two jobs speak for them."""
    try:
        blocks = compose(person, parts=(BEST,)).blocks
    except BriefError:
        return part
    made = [row for block in blocks for row in block.rows]
    needs = [(person.unit.id, GUESSES) in row.cells for row in made]
    rows = tuple(
        WholeRow(row.text, _NEED if need else YOUR_JOBS) for row, need in zip(made, needs, strict=True)
    )
    return replace(part, rows=rows, because=_TWO_JOBS if any(needs) else "")
