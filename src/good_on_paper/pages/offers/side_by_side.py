"""Comparing offers: the form, and the same as a picture to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper import charts
from good_on_paper.forms import CompareOffers
from good_on_paper.forms.offers_shown import paid_in
from good_on_paper.frames.pay import money_of
from good_on_paper.pages import show, titles
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.session import me
from good_on_paper.panels import Layout, Section
from good_on_paper.questions.offer_sayings import finding
from good_on_paper.questions.offers import FEWEST, compare, known_to_them
from good_on_paper.study.declare_offers import is_open

if TYPE_CHECKING:
    from good_on_paper.charts.names import Naming
    from good_on_paper.panels import Panel
    from good_on_paper.study.person import Person

NO_NUMBER: Final = "known, no number"
"""What stands beside the band of a thing that they know, but gave no number for."""
AS_A_PICTURE: Final = "The same as a picture, to keep or print"


@in_words
def offers() -> CompareOffers:
    """Return the offers side by side; first it asks which one you would be glad to walk into on Monday."""
    return CompareOffers(me(), before=titles.BEFORE)


@in_words
def offers_drawn() -> Panel:
    """Return the comparison as a picture, folded; nothing before the comparison is open."""

    def make(person: Person, names: Naming) -> Layout | str:
        compared = compare(person)
        if len(compared.names) < FEWEST or not is_open(person) or compared.result is None:
            return ""
        said = money_of(person)
        mine = known_to_them(person, compared.frame)
        told = [
            paid_in(compared, row, said) or (NO_NUMBER if (row["unit"], row["thing"]) in mine else "")
            for row in compared.frame.to_dict("records")
        ]
        frame = compared.frame.assign(told=told, close=compared.frame["thing"].isin(compared.close))
        chart = charts.offers(frame, title=finding(compared), names=names, within=compared.within)
        return Layout((Section("", [chart], fold=AS_A_PICTURE),))

    return show.panel(make, always=True, switch=False)
