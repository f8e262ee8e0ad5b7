"""The page on noise: the same answers dealt out anew among made-up jobs."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pandas as pd

from good_on_paper import charts, patterns
from good_on_paper.charts import Deferred
from good_on_paper.language.counts import quoted, uncapital
from good_on_paper.pages import before_a_look, show
from good_on_paper.pages.dates_missing import FOR_LIFE
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.in_common.drawn import order_of
from good_on_paper.panels import Ask, Layout, Section, Tick
from good_on_paper.study import contrast

if TYPE_CHECKING:
    from collections.abc import Sequence

    from good_on_paper.charts import Chart
    from good_on_paper.charts.names import Naming
    from good_on_paper.panels import Panel
    from good_on_paper.patterns import Contrast
    from good_on_paper.study.person import Person


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
"""How much a made-up job is like the one before it, if noise drifts."""
NOISE = "This is noise shaped like your record; each time it is another."


DEAL, DEAL_AGAIN = "Run the page on noise", "Run it on other noise"


@in_words
def on_noise() -> Panel:
    """Return a button that deals the answers on each line out anew among made-up jobs, and draws that.

    We store nothing of it, and name no job of the person's.
    """
    dealt, drifts = [0], [False]

    def deal() -> None:
        dealt[0] += 1

    def choose(on: bool) -> None:
        drifts[0] = on

    def make(person: Person, names: Naming) -> Layout | str:
        if sentence := before_a_look.lacking(person):
            return sentence
        tick = Tick(NOISE_DRIFTS, NOISE_DRIFTING, drifts[0], choose)
        if not dealt[0]:
            return Layout(ask=Ask(NOISE_TITLE, (NOISE_SAID, NOISE_KEPT, FOR_LIFE), DEAL, tick))
        seed, drift = person.record.newest + dealt[0], DRIFT if drifts[0] else 0.0
        results = [
            noise_of(person, seed, outcome, drift)
            for outcome in (person.primary_outcome, *person.second_outcomes)
        ]
        again = Ask(NOISE_TITLE, (f"{NOISE} {_dealt(person, results)}",), DEAL_AGAIN, tick)
        return Layout(tuple(_of_noise(person, result, names) for result in results), ask=again)

    return show.panel(make, always=True, reveal=deal, switch=False)


def noise_of(person: Person, seed: int, outcome: str, drift: float = 0.0) -> Contrast:
    """Return the contrast of a record like this one in which nothing goes with anything; it is no look.

    With one seed, the jobs are the same for all declared outcomes. With `drift`, each is like the one before
    it.
    """
    rated = person.lines()
    told = {other: person.went_by(other) for other in person.second_outcomes}
    others = pd.DataFrame({other: went for other, went in told.items() if went is not None}, rated.index)
    began = person.began.reindex(rated.index)
    dealt = patterns.noise_like(rated.join(others), seed=seed, drift=drift, when=began)
    dealt.index = pd.Index([f"Made-up job {place}" for place in range(1, len(dealt) + 1)])
    budget = contrast.price(person, outcome)
    beside = [other for other in (person.primary_outcome, *others) if other != outcome and other in dealt]
    return contrast.contrasted(
        person, dealt, outcome, budget, when=began.set_axis(dealt.index), beside=beside
    )


def _dealt(person: Person, results: Sequence[Contrast]) -> str:
    """Write how many lines got a word by chance, for each outcome."""
    found = [int(result.frame["word"].isin(patterns.FOUND).sum()) for result in results]
    said = f"{found[0]} of {len(results[0].frame)} lines got a word beyond chance"
    for result, many in zip(results[1:], found[1:], strict=True):
        said += f"; by {quoted(person.words()[result.outcome].label)}, {many} of {len(result.frame)}"
    return f"{said}."


def _of_noise(person: Person, result: Contrast, names: Naming) -> Section:
    drawn = charts.lineups(
        result,
        person.words(),
        names=names,
        went=person.words()[result.outcome].label,
        order=order_of(person, result),
    )
    made = Deferred(partial(_as_noise, drawn, place) for place in range(len(drawn)))
    return Section(
        "" if result.outcome == person.primary_outcome else person.words()[result.outcome].label, made
    )


def _as_noise(drawn: Sequence[Chart], place: int) -> Chart:
    """Label a chart as noise, wherever somebody saves it."""
    chart = drawn[place]
    return replace(
        chart,
        name=f"Made-up noise, {chart.name}",
        title=f"Made-up noise: {uncapital(chart.title)}",
        small_print=(
            "Made-up noise: not my jobs, and not what I answered about them.",
            *chart.small_print,
        ),
    )
