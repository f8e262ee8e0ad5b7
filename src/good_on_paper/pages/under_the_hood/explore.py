"""Pictures of the person's choice, of their own jobs or the sample's, with the code that draws each."""

from __future__ import annotations

import weakref
from dataclasses import replace
from functools import cache, partial
from typing import Any, Final

import ipywidgets

from good_on_paper.charts.explored import BEGAN, KINDS, WHICH, PictureChoice, explored
from good_on_paper.language.counts import capital, quoted
from good_on_paper.pages import titles
from good_on_paper.pages.before_a_look import asked, lacking
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.session import me
from good_on_paper.panels import Layout, Panel, Section
from good_on_paper.record.scratch import Scratch
from good_on_paper.study import looks
from good_on_paper.study.person import Person
from good_on_paper.study.sample import throw_away_record

A_LOOK: Final = f"A picture with how it went is a look, the same as in {titles.COMMON}."
DRAW: Final = "Look, and draw it"
TOO_FEW: Final = "Fewer than two jobs have what this picture needs."
UNRATED: Final = "You have not rated {} yet, or it is private."
_OWN: Final = "my_"
_NO_OUTCOME: Final = "the years: no look"


@in_words
def explore() -> ipywidgets.VBox:
    """Return the choices and, below them, the picture with its code."""
    person = me()
    return choices(person)[0]


def choices(person: Person) -> tuple[ipywidgets.VBox, dict[str, ipywidgets.Dropdown], Panel]:
    """Return the whole, its choices by name, and the panel with the picture.

    The choices hold names of the catalogue and nothing a person typed, since a notebook may keep them.
    """
    lines = _named(person, ("circumstance",))
    outcomes = {_NO_OUTCOME: BEGAN} | _named(person, ("outcome", "success"))
    drawn = {
        "kind": _choice("Picture", {capital(said): kind for kind, said in KINDS.items()}),
        "line": _choice("Circumstance", lines),
        "by": _choice("Against", outcomes),
        "which": _choice("Jobs", {capital(said): which for which, said in WHICH.items()}),
        "sample": _choice("Whose", {"Mine": False, "The sample\N{RIGHT SINGLE QUOTATION MARK}s": True}),
    }

    def chosen() -> PictureChoice:
        return PictureChoice(**{name: choice.value for name, choice in drawn.items()})

    panel = Panel(
        lambda _names: sheet(person, chosen()),
        exports=person.exports,
        version=lambda: (person.record.newest, chosen()),
        switch=False,
        reveal=partial(looks.take, person),
        pages=titles.EVERY,
    )
    for choice in drawn.values():
        choice.observe(lambda _change: panel.refresh(), names="value")
    row = ipywidgets.Box(list(drawn.values()), layout={"display": "flex", "flex_flow": "row wrap"})
    return ipywidgets.VBox([row, panel]), drawn, panel


def sheet(person: Person, choice: PictureChoice) -> Layout | str:
    """Return the picture; with an outcome of their own jobs, draw nothing before they agree to a look."""
    seen, ask = _sample() if choice.sample else person, None
    if not choice.sample and choice.by != BEGAN:
        if sentence := lacking(person):
            return sentence
        ask = asked(person)
        ask = ask and replace(ask, said=(A_LOOK, *ask.said), button=DRAW)
        then = looks.seen(person)
        if then is None:
            return Layout(ask=ask)
        seen = then
    rated = seen.lines(outcome=None if choice.by == BEGAN else choice.by)
    for key in (choice.line, choice.by):
        if key not in rated and key != BEGAN and (key == choice.by or choice.kind != "heatmap"):
            return UNRATED.format(quoted(seen.words()[key].label))
    chart = explored(seen, choice)
    return TOO_FEW if chart is None else Layout((Section("", [chart]),), ask=ask)


@cache
def _sample() -> Person:
    scratch = Scratch()
    record = throw_away_record(scratch.path / "record")
    weakref.finalize(record, scratch.remove)
    return Person(record)


def _named(person: Person, groups: tuple[str, ...]) -> dict[str, str]:
    """Return keys by their names; lines in the person's own words by a number."""
    named: dict[str, str] = {}
    own = 0
    every = [item for group in groups for item in person.catalogue.items(group)]
    for item in every:
        if item.kind != "rating" or item.private:
            continue
        if item.key.startswith(_OWN):
            own += 1
        named[f"Your own, {own}" if item.key.startswith(_OWN) else item.worded().label] = item.key
    return named


def _choice(said: str, options: dict[str, Any]) -> ipywidgets.Dropdown:
    return ipywidgets.Dropdown(
        options=list(options.items()),
        description=said,
        style={"description_width": "initial"},
        layout={"width": "auto", "max_width": "100%", "margin": "2px 16px 2px 0"},
    )
