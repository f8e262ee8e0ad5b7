"""Before the page of patterns opens: what a look is, said first, and taken by a button only."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from good_on_paper import charts
from good_on_paper.charts import Ask, Section, Sheet
from good_on_paper.charts.text import count
from good_on_paper.kit import looks
from good_on_paper.kit.session import me

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from good_on_paper.charts import Chart, Note, Panel, Slider
    from good_on_paper.charts.names import Naming
    from good_on_paper.kit.me import Me

    Make = Callable[[Me, Naming], Sequence[Chart | Note] | Sheet | str]

# a notebook is named as its file, which the page makes a link of
NO_JOBS = "No jobs yet. Name them in 01 Your work so far; then come back."
NO_LINES = "No line is rated yet. Rate some in 02 What it was like; then come back."
NO_OUTCOME = "How it went is not said yet. Say it at the end of 02 What it was like; then come back."
LATER = "Opens once you have looked, in 05 What goes with what."
SHOW = "Show what goes with what"
SHOW_NEW = "Show it with what is new"


def panel(
    make: Make,
    *,
    always: bool = False,
    heading: str = "",
    reveal: Callable[[], None] | None = None,
    switch: bool = True,
) -> Panel:
    """Return the charts of the record as it stands, below a heading; seeing them is no look.

    With `always` also while nothing is rated yet. What an `Ask` on top asks for is done by `reveal`. Without
    `switch` names cannot be hidden, where there are none.
    """

    def all_(mine: Me, names: Naming) -> Sheet | str:
        sentence = "" if always else lacking(mine)
        return sentence or _headed(make(mine, names), heading)

    return _panel(all_, None if reveal is None else lambda _mine: reveal(), switch=switch)


def leading(make: Make, *, slider: Slider | None = None) -> Panel:
    """Return the charts of the last look, with the button that takes one on top while something waits."""

    def all_(mine: Me, names: Naming) -> Sheet | str:
        if sentence := lacking(mine):
            return sentence
        then = looks.seen(mine)
        sheet = _headed(Sheet() if then is None else make(then, names), "")
        return sheet if isinstance(sheet, str) else replace(sheet, ask=asked(mine))

    return _panel(all_, reveal=looks.take, slider=slider)


def following(make: Make, *, heading: str = "", first: int = 6, slider: Slider | None = None) -> Panel:
    """Return the charts of the last look, `first` of them at once.

    Below a heading they stand on the page of the looks, and there is nothing before the first: the top of
    the page has said what is missing. Elsewhere a sentence says so.
    """

    def all_(mine: Me, names: Naming) -> Sheet | str:
        sentence = lacking(mine)
        then = None if sentence else looks.seen(mine)
        if then is None:
            return "" if heading else sentence or LATER
        return _headed(make(then, names), heading)

    return _panel(all_, first=first, slider=slider)


def _headed(made: Sequence[Chart | Note] | Sheet | str, heading: str) -> Sheet | str:
    """Put a heading over what is shown, where there is something."""
    if isinstance(made, str):
        return made
    sheet = made if isinstance(made, Sheet) else Sheet((Section("", made),))
    if not heading or not sheet.sections:
        return sheet
    top, *others = sheet.sections
    return replace(sheet, sections=(replace(top, heading=heading), *others))


def lacking(mine: Me) -> str:
    """Say what is still to be given before there is anything to show; nothing when there is."""
    if not mine.record.units("role"):
        return NO_JOBS
    rated = mine.lines(include_private=True)
    if not rated.drop(columns=mine.primary_outcome, errors="ignore").notna().to_numpy().any():
        return NO_LINES
    went = rated.get(mine.primary_outcome)
    return "" if went is not None and went.notna().any() else NO_OUTCOME


def asked(mine: Me) -> Ask | None:
    """Say what a look would be now, and ask for it; nothing when all was seen."""
    found = mine.waiting
    if found is None:
        return None
    taken = looks.looks(mine)
    if not taken:
        return Ask("Before you look", (*_first(mine, found), _silent(mine)), SHOW)
    more = [
        count(number, f"more {noun}")
        for number, noun in ((found.more_roles, "job"), (found.more_lines, "line"))
        if number
    ]
    new = f"{' and '.join(more)} since then" if more else "blanks filled since then"
    said = (
        f"You last looked on {taken[-1].day}: {new}, not shown below yet.",
        "To show it is a new look, and it can tell less than the first: each look leaves less for the next.",
        _silent(mine),
    )
    return Ask("There is something new", tuple(text for text in said if text), SHOW_NEW)


def _first(mine: Me, found: looks.Waiting) -> tuple[str, ...]:
    words = mine.words()
    guessed = [words[line].label for line in mine.guesses if not words[line].private]
    guesses = (
        f"Your guesses: {'; '.join(guessed)}. Looking freezes them."
        if guessed
        else "You have named no guesses. What you expect, named before you look, can be told best; "
        "looking ends the naming."
    )
    return (
        f"Rated so far: {count(found.roles, 'job')}, {count(found.lines, 'line')}.",
        guesses,
        "The first look can tell most. Rate what you still mean to rate before it.",
    )


def _silent(mine: Me) -> str:
    went = mine.lines()[mine.primary_outcome]
    blank = int(went.isna().sum())
    return f"How it went is not said for {count(blank, 'job')}; what is not said stays out." if blank else ""


def _panel(
    make: Make,
    reveal: Callable[[Me], None] | None = None,
    *,
    first: int = 6,
    slider: Slider | None = None,
    switch: bool = True,
) -> Panel:
    mine = me()
    return charts.Panel(
        lambda names: make(mine, names),
        exports=mine.exports,
        version=lambda: mine.record.newest,
        first=first,
        slider=slider,
        switch=switch,
        reveal=None if reveal is None else lambda: reveal(mine),
    )
