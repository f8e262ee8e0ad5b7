"""What the comparison of offers says about pay, beside what it rests on."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from good_on_paper.catalogue import keys
from good_on_paper.forms.offers_shown import ASSUMED, shown
from good_on_paper.questions.offers import compare
from good_on_paper.record import Record
from good_on_paper.study.person import Person
from good_on_paper.study.sample import throw_away_record

if TYPE_CHECKING:
    from pathlib import Path

    from good_on_paper.record import Unit


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


def test_a_promise_nobody_spoke_of_is_not_known_and_none_is_nothing(tmp_path: Path) -> None:
    with Record.open(tmp_path) as record:
        for employer in ("Mill", "Harbour"):
            say_offer(record, employer)
        mill, harbour = record.units("target")
        sitting = record.sitting("offers")
        record.answer(mill, keys.OFFER_PAY, "98,000", sitting=sitting)
        record.answer(harbour, keys.OFFER_PAY, "91,000", sitting=sitting)
        me = Person(record)
        assert [line[:2] for line in shown(me, compare(me))["paid"]["lines"]] == [
            ["98,000", "not known"],
            ["91,000", "not known"],
        ]
        record.answer(mill, keys.OFFER_PROMISED, "2,000", sitting=sitting)
        record.answer(harbour, keys.OFFER_PROMISED, "0", sitting=sitting)
        me = Person(record)
        lines = shown(me, compare(me))["paid"]["lines"]
        assert [line[1] for line in lines] == ["2,000 more", "nothing"]


def test_what_an_interview_told_is_from_the_interview_and_by_nobody_in_it(tmp_path: Path) -> None:
    with Record.open(tmp_path) as record:
        target = say_offer(record, "Mill")
        say_offer(record, "Harbour")
        sitting = record.sitting("after")
        record.answer(record.person, "take_says:manager_backing", "must", sitting=sitting)
        interview = record.add_unit("interview", parent=target.id, sitting=sitting)
        said = {
            "heard:manager_backing:0": "The owner paid the same day.",
            "heard_told:manager_backing:0": "yes",
        }
        for item, value in {**said, "meets_name": "Ms Sill; the head cook"}.items():
            record.answer(interview, item, value, sitting=sitting)
        me = Person(record)
        (row,) = shown(me, compare(me))["rows"]
        assert row["cells"][0]["note"] == (
            "The owner paid the same day, from the interview with Ms Sill; the head cook"
        )
        assert row["cells"][1]["note"] == ""


def say_offer(record: Record, employer: str) -> Unit:
    sitting = record.sitting("offers")
    unit = record.add_unit("target", sitting=sitting)
    today = dt.datetime.now().astimezone().date().isoformat()
    for item, value in (("employer", employer), (keys.OFFERED_ON, today)):
        record.answer(unit, item, value, sitting=sitting)
    return unit
