"""What the comparison of offers says about pay, beside what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from good_on_paper.catalogue import keys
from good_on_paper.forms.offers_shown import ASSUMED, shown
from good_on_paper.questions.offers import compare
from good_on_paper.study.person import Person
from good_on_paper.study.sample import throw_away_record

if TYPE_CHECKING:
    from pathlib import Path


def test_an_hour_says_which_hours_it_lacks_and_money_whether_its_weight_was_said(tmp_path: Path) -> None:
    with throw_away_record(tmp_path) as record:
        me = Person(record)
        paid = shown(me, compare(me))["paid"]
        assert paid["lines"][0][2] == (
            "£15.86 an hour, if there are no unpaid hours (you haven’t said). 37.5 paid + 3 travel a week. "
            "The promise is not counted."
        )
        assert paid["assumed"] == ASSUMED
        sitting = record.sitting("offers")
        unit = compare(me).terms["unit"].iloc[0]
        record.answer(unit, keys.OFFER_UNPAID, 0, sitting=sitting)
        record.answer(record.person, keys.MONEY_COUNTS, 4, sitting=sitting)
        paid = shown(me, compare(me))["paid"]
        assert paid["lines"][0][2].startswith("£15.86 an hour. 37.5 paid + 0 unpaid + 3 travel a week.")
        assert paid["assumed"] == ""
