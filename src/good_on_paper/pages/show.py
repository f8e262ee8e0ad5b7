"""The panels of a page: of the record as it stands, behind the button of a look, or of the last look."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from good_on_paper.pages import titles
from good_on_paper.pages.before_a_look import WENT, asked, lacking
from good_on_paper.pages.session import me
from good_on_paper.panels import Layout, Panel, Section
from good_on_paper.study import looks

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from good_on_paper.charts import Chart, Note
    from good_on_paper.charts.names import Naming
    from good_on_paper.pages.before_a_look import Opening
    from good_on_paper.panels import Slider
    from good_on_paper.study.person import Person

    Make = Callable[[Person, Naming], Sequence[Chart | Note] | Layout | str]

ALL: Final = 1_000
"""More charts than any page has, so that all are there at once; we draw them as they come into view."""
LATER = f"This opens once you have looked, in {titles.COMMON}."


def panel(
    make: Make,
    *,
    always: bool = False,
    heading: str = "",
    fold: str = "",
    reveal: Callable[[], None] | None = None,
    first: int = 6,
    switch: bool = True,
    slider: Slider | None = None,
) -> Panel:
    """Return the charts of the record as it stands, below a heading; seeing them is no look.

    With `always`, also while nothing is rated yet. `reveal` does what an `Ask` on top asks for. Without
    `switch`, names cannot be hidden, for charts that have none. We show `first` of the charts at once. With a
    `fold` all of it is folded away under these words.
    """

    def layout(person: Person, names: Naming) -> Layout | str:
        sentence = "" if always else lacking(person)
        return sentence or _headed(make(person, names), heading, fold)

    told = None if reveal is None else lambda _person: reveal()
    return _panel(layout, told, first=first, switch=switch, slider=slider)


def leading(make: Make, opening: Opening = WENT, *, slider: Slider | None = None, first: int = 6) -> Panel:
    """Return the charts of the last look, with a button on top that takes a new one while something waits.

    Without an `opening`, it is that of how it went. `first` of the charts are shown at once.
    """

    def layout(person: Person, names: Naming) -> Layout | str:
        if opening.quiet(person):
            return ""
        if sentence := lacking(person, opening):
            return sentence
        then = looks.seen(person, opening.page)
        sheet = _headed(Layout() if then is None else make(then, names), "")
        return sheet if isinstance(sheet, str) else replace(sheet, ask=asked(person, opening))

    return _panel(layout, lambda person: looks.take(person, opening.page), slider=slider, first=first)


def following(
    make: Make,
    *,
    heading: str = "",
    here: bool = False,
    fold: str = "",
    first: int = 6,
    slider: Slider | None = None,
) -> Panel:
    """Return the charts of the last look, `first` of them at once.

    Below a heading, or `here`, they are on the page of the looks, and there is nothing before the first look:
    the top of the page has said what is missing. Elsewhere a sentence says so. With a `fold` all of it is
    folded away under these words.
    """

    def layout(person: Person, names: Naming) -> Layout | str:
        sentence = lacking(person)
        then = None if sentence else looks.seen(person)
        if then is None:
            return "" if heading or here else sentence or LATER
        return _headed(make(then, names), heading, fold)

    return _panel(layout, first=first, slider=slider)


def _headed(made: Sequence[Chart | Note] | Layout | str, heading: str, fold: str = "") -> Layout | str:
    """Put a heading over the charts, if there are any, and a fold around them."""
    if isinstance(made, str):
        return made
    sheet = made if isinstance(made, Layout) else Layout((Section("", made),))
    if fold:
        sheet = replace(sheet, sections=tuple(replace(section, fold=fold) for section in sheet.sections))
    if not heading or not sheet.sections:
        return sheet
    top, *others = sheet.sections
    return replace(sheet, sections=(replace(top, heading=heading), *others))


def _panel(
    make: Make,
    reveal: Callable[[Person], None] | None = None,
    *,
    first: int = 6,
    slider: Slider | None = None,
    switch: bool = True,
) -> Panel:
    person = me()
    return Panel(
        lambda names: make(person, names),
        exports=person.exports,
        version=lambda: person.record.newest,
        first=first,
        slider=slider,
        switch=switch,
        reveal=None if reveal is None else lambda: reveal(person),
        pages=titles.EVERY,
    )
