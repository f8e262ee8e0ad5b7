"""When you say 80, plan on 45: on request, once a word was called, and never within a day of an interview."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import keys
from good_on_paper.charts import Note
from good_on_paper.frames.interviews import day_typed
from good_on_paper.language.counts import out_of
from good_on_paper.pages import show
from good_on_paper.pages.errors import in_words
from good_on_paper.panels import Ask, Layout, Section, Slider
from good_on_paper.patterns import RAN_HIGH
from good_on_paper.study.barometer import reading
from good_on_paper.study.interviews import after_a_no

if TYPE_CHECKING:
    from good_on_paper.charts.names import Naming
    from good_on_paper.panels import Panel
    from good_on_paper.patterns import Barometer
    from good_on_paper.study.person import Person

_ASK: Final = Ask(
    "What to plan on",
    (
        "From what came so far: when you say 80, what would you plan on? A range, never one number alone.",
        "It never takes the place of what you say, and it is not for the day before or after an interview.",
    ),
    "Show what to plan on",
)
NEAR: Final = "What to plan on can wait: you have an interview around now. It will be here two days after."
_WORKING: Final = (
    (
        "True chance and said one as logits: true = shift + slope x said. Beforehand shift N(0, 1) and slope "
        "N(.6, .4), from 0 on. 25 by 21 values of both, each weighed by what came."
    ),
    (
        "Between: 90 of 100. Before a word is called, this would make people whose numbers are right some 12 "
        "points worse. So it is not shown then."
    ),
)
_MEANS: Final = {
    False: "Planning on it means: keep the other applications going.",
    True: "Keep the other applications going all the same, until they have said yes.",
}
"""What to do about it, by whether a yes is likelier than not."""
_SEVERAL: Final = "A warm hour and a no can go together: there may be one post and several good people."
_EVEN: Final = 50
_STEPS: Final = tuple(range(10, 100, 10))
_AT: Final = _STEPS.index(80)


@in_words
def what_to_plan_on() -> Panel:
    """Return what to plan on when a chance is said; nothing before the numbers ran high or low."""
    asked, chosen = [False], [_STEPS[_AT]]

    def make(person: Person, _names: Naming) -> Layout | str:
        result = reading(person).result
        if after_a_no(person) or not result.called:
            return ""
        if near_an_interview(person):
            return NEAR
        if not asked[0]:
            return Layout((), ask=_ASK)
        return Layout((Section("What to plan on", [_planned(result, chosen[0])]),))

    def reveal() -> None:
        asked[0] = True

    def choose(at: int) -> None:
        chosen[0] = _STEPS[at]

    steps = tuple(str(step) for step in _STEPS)
    slider = Slider("When you say", steps, _AT, choose, as_list=True)
    return show.panel(make, always=True, reveal=reveal, switch=False, slider=slider)


def near_an_interview(person: Person) -> bool:
    """Return whether there is an interview today, or on the day before or after."""
    days = (day_typed(answer) for answer in person.current(items=(keys.TALK_ON,)).values())
    return any(day is not None and abs(day - person.today) <= dt.timedelta(days=1) for day in days)


def _planned(result: Barometer, said: int) -> Note:
    plan = result.plan_on(said)
    if plan is None:
        return Note("Too few interviews to tell yet.")
    low, high = round(plan.low), round(plan.high)
    best = round(plan.plan)
    return Note(
        f"When you say {said}, plan on {best}, between {low} and {high}.",
        said=(
            _where_from(result, said, best),
            f"{_MEANS[best > _EVEN]} {_SEVERAL if result.word == RAN_HIGH else ''}".strip(),
            "Say what you feel as before: this is for your plans, not in place of your number.",
        ),
        figures=_WORKING,
        fold="How we got there",
    )


def _where_from(result: Barometer, said: int, best: int) -> str:
    """Write what the number was made of; with few answers it need not lie between the two."""
    share = round(result.base_rate)
    said_yes = out_of(result.yes, result.counted, str(result.counted))
    came = f"what came: {said_yes} said yes{f', or {share} of 100' * bool(result.yes)}."
    if min(said, share) <= best <= max(said, share):
        return f"That is between what you said and {came}"
    return f"That weighs what you said and {came}"
