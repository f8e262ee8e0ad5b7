"""Each number beside what came, on request only: dots, four cells, the person's notes, nerves, needs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper import charts
from good_on_paper.catalogue import keys
from good_on_paper.charts import Note
from good_on_paper.charts.name_lists import MOST_NAMES, interview_names
from good_on_paper.frames.names import STAGES, words
from good_on_paper.language.counts import capital, count
from good_on_paper.language.findings import proves_nothing
from good_on_paper.pages import show
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.your_barometer.needs_scored import needs_scored
from good_on_paper.panels import Ask, Layout, Section
from good_on_paper.patterns import TOO_FEW_YET
from good_on_paper.study.barometer import reading
from good_on_paper.study.interviews import after_a_no

if TYPE_CHECKING:
    from collections.abc import Iterator

    from good_on_paper.charts.names import Naming
    from good_on_paper.panels import Panel
    from good_on_paper.patterns import Barometer
    from good_on_paper.study.person import Person

_ASK: Final = Ask(
    "Your numbers, and what came of them",
    (
        "Every interview as a dot: the chance you gave it, and their answer by the day you set.",
        "That puts what you felt beside their answers, the noes too. Look when you like, or not at all.",
    ),
    "Show the dots",
)
_REST: Final = "How it felt, your notes, and how close your numbers came"
"""The heading of the fold that holds everything but the dots."""
_NERVES: Final = "nerves_felt"
_EVEN: Final = 50
_OWN: Final = {
    keys.TO_REMEMBER: "To remember",
    keys.SKILLS_BROUGHT: "What you showed",
    keys.SKILLS_FORGOTTEN: "What you forgot to show",
    keys.SKILLS_NO_CHANCE: "No chance to show",
}
"""What the person wrote, without anything private."""
_CHANNELS: Final = {"phone": "phone", "screen": "screen", "in_person": "in person"}


@in_words
def felt_and_came() -> Panel:
    """Return the dots behind a button, and what goes with them in a fold below."""
    asked = [False]

    def make(person: Person, names: Naming) -> Layout | str:
        if after_a_no(person):
            return ""
        read = reading(person)
        if read.told.empty:
            return ""
        if not asked[0]:
            return Layout((), ask=_ASK)
        felt = read.told.assign(felt=_felt(read.told["chance"]))
        dots = Section("Number by number", [charts.barometer(read.told, read.result, names=names)])
        rest = [
            Section("How it felt, and what they said", [charts.four_cells(felt, charts.FELT, names=names)]),
            *_in_the_room(person, felt, names),
            *_nerves(person, felt, names),
            *needs_scored(person),
            *_how_close(read.result),
        ]
        return Layout((dots, *(replace(section, fold=_REST) for section in rest)))

    def reveal() -> None:
        asked[0] = True

    return show.panel(make, always=True, reveal=reveal, first=12)


def _felt(chances: pd.Series) -> list[str]:
    return ["well" if chance > _EVEN else "badly" if chance < _EVEN else "even" for chance in chances]


def _how_close(result: Barometer) -> Iterator[Section]:
    """Draw the scores once a word is possible: with two or three interviews they say nothing."""
    if result.word != TOO_FEW_YET:
        yield Section("How close the numbers came", [charts.how_close(result)])


def _in_the_room(person: Person, felt: pd.DataFrame, names: Naming) -> Iterator[Section]:
    """Put side by side the person's notes on interviews that felt good and came to a no, without a word."""
    told = felt[felt["felt"].eq("well") & felt["outcome"].eq("no")]
    if told.empty:
        return
    shown = interview_names(told, names)
    wrote = person.current(items=tuple(_OWN), units=told["unit"].tolist())
    said = {
        heading: [words(wrote.get((unit, item))) for unit in told["unit"]] for item, heading in _OWN.items()
    }
    noted = [
        f"{name}, {chance}: {note}"
        for name, chance, note in zip(shown, told["chance"], said["To remember"], strict=True)
        if note
    ]
    without = len(told) - len(noted)
    table = pd.DataFrame(
        {
            "You said": [str(chance) for chance in told["chance"]],
            "Stage": [STAGES.get(stage, "") for stage in told["stage"].fillna("")],
            "How you talked": [_CHANNELS.get(channel, "") for channel in told["channel"].fillna("")],
            "Who you met": told["met"].fillna("").tolist() if names == "names" else [""] * len(told),
            **said,
        },
        index=pd.Index(shown, name="Interview"),
        dtype="str",
    )
    yield Section(
        "What you noticed in the room",
        [
            Note(
                f"{count(len(told), 'interview')} felt good and came to a no. Your own notes, side by side.",
                said=(*noted[-MOST_NAMES:], *([f"Without a note: {without}."] if without else [])),
                figures=(f"What they share, if anything, only you can tell. {proves_nothing('interviews')}",),
                tables=(table[[heading for heading in table if table[heading].ne("").any()]],),
                fold="More of what you noted",
            )
        ],
    )


def _nerves(person: Person, felt: pd.DataFrame, names: Naming) -> Iterator[Section]:
    """Offer in a fold how nervous the person was, beside what came: only those who ask see it."""
    given = person.current(items=(_NERVES,), units=felt["unit"].tolist())
    rated = {unit: float(answer.value) for (unit, _), answer in given.items() if answer.state == "value"}
    told = felt.assign(nervous=felt["unit"].map(rated)).dropna(subset=["nervous"])
    if told.empty:
        return
    item = person.catalogue.item(_NERVES)
    table = pd.DataFrame(
        {
            "How nervous": [f"{value:g}" for value in told["nervous"]],
            "You said": [str(chance) for chance in told["chance"]],
            "They said": [capital(outcome.replace("_", " ")) for outcome in told["outcome"]],
        },
        index=pd.Index(interview_names(told, names), name="Interview"),
        dtype="str",
    )
    ends = f"From {item.scale.min:g} (not at all) to {item.scale.max:g} (as nervous as can be)."
    title = f"You noted your nerves in {count(len(told), 'interview')}."
    yield Section(
        "Nerves",
        [Note(title, figures=(ends, proves_nothing("interviews")), tables=(table,), fold="Show them")],
    )
