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

NO_JOBS = "No jobs yet. Name them in Your work so far; then come back."
NO_LINES = "No line is rated yet. Rate some in What it was like; then come back."
NO_OUTCOME = "How it went is not said yet. Say it at the end of What it was like; then come back."
LATER = "Opens with the button at the top of this page."
SHOW = "Show what goes with what"
SHOW_NEW = "Show it with what is new"


def panel(make: Make, *, always: bool = False, reveal: Callable[[], None] | None = None) -> Panel:
    """Return the charts of the record as it stands; seeing them is no look.

    With `always` also while nothing is rated yet. What an `Ask` on top asks for is done by `reveal`.
    """
    pressed = None if reveal is None else lambda _mine: reveal()
    return _panel(make if always else lambda mine, names: lacking(mine) or make(mine, names), pressed)


def leading(make: Make) -> Panel:
    """Return the charts of the last look, with the button that takes one on top while something waits."""

    def all_(mine: Me, names: Naming) -> Sheet | str:
        if sentence := lacking(mine):
            return sentence
        then = looks.seen(mine)
        made: Sequence[Chart | Note] | Sheet | str = Sheet() if then is None else make(then, names)
        if isinstance(made, str):
            return made
        sheet = made if isinstance(made, Sheet) else Sheet((Section("", made),))
        return replace(sheet, ask=asked(mine))

    return _panel(all_, reveal=looks.take)


def following(make: Make, *, first: int = 6, slider: Slider | None = None) -> Panel:
    """Return the charts of the last look, `first` of them at once; before it, where to find the button."""

    def all_(mine: Me, names: Naming) -> Sequence[Chart | Note] | Sheet | str:
        if sentence := lacking(mine):
            return sentence
        then = looks.seen(mine)
        return LATER if then is None else make(then, names)

    return _panel(all_, first=first, slider=slider)


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
) -> Panel:
    mine = me()
    return charts.Panel(
        lambda names: make(mine, names),
        exports=mine.exports,
        version=lambda: mine.record.newest,
        first=first,
        slider=slider,
        reveal=None if reveal is None else lambda: reveal(mine),
    )
