"""What is said before a comparison opens stays as it was said; a prediction rests once it is locked."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from good_on_paper.catalogue import keys
from good_on_paper.frames.predictions import predictions
from good_on_paper.record import Record, RecordError
from good_on_paper.record.rows import told_at
from good_on_paper.study.declare_offers import (
    compared_before,
    declare_offer,
    glad_of,
    is_open,
    take_back_offer,
)
from good_on_paper.study.person import Person

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = dt.datetime.now(dt.UTC)
TODAY = NOW.astimezone().date()


class Offers:
    def __init__(self, record: Record) -> None:
        self.record, self.sitting = record, record.sitting("offers")
        self.units = [self.offer(name) for name in ("Mill", "Harbour")]

    def offer(self, name: str) -> str:
        unit = self.record.add_unit("target", sitting=self.sitting).id
        self.record.answer(unit, "employer", name, sitting=self.sitting)
        self.record.answer(unit, keys.OFFERED_ON, TODAY.isoformat(), sitting=self.sitting)
        return unit

    def declare(self, unit: str, item: str, value: object) -> None:
        declare_offer(self.person, unit, item, value, sitting=self.sitting)

    @property
    def person(self) -> Person:
        return Person(self.record)


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Offers]:
    with Record.open(tmp_path) as record:
        yield Offers(record)


def test_monday_is_asked_before_the_comparison_opens_and_stays(two: Offers) -> None:
    you, (mill, harbour) = two.record.person.id, two.units
    with pytest.raises(RecordError, match="Say first which one you would be glad to walk into"):
        two.declare(you, keys.OFFERS_OPENED, [])
    with pytest.raises(RecordError, match="'elsewhere' is no offer you have"):
        two.declare(you, keys.GLAD_ON_MONDAY, "elsewhere")
    two.declare(you, keys.GLAD_ON_MONDAY, harbour)
    two.declare(you, keys.GLAD_ON_MONDAY, mill)  # still open: a change of mind
    assert not is_open(two.person)
    two.declare(you, keys.OFFERS_OPENED, [])
    assert is_open(two.person)
    assert glad_of(two.person) == mill
    for act in (
        lambda: two.declare(you, keys.GLAD_ON_MONDAY, harbour),
        lambda: take_back_offer(two.person, two.sitting),
    ):
        with pytest.raises(RecordError, match="before the comparison opened"):
            act()
    assert glad_of(two.person) == mill


def test_another_offer_closes_it_and_asks_again(two: Offers) -> None:
    you = two.record.person.id
    two.declare(you, keys.GLAD_ON_MONDAY, two.units[0])
    two.declare(you, keys.OFFERS_OPENED, [])
    assert compared_before(two.person) == []
    third = two.offer("Quay")
    assert compared_before(two.person) == two.units  # they are told apart from what came in
    assert not is_open(two.person)
    two.declare(you, keys.GLAD_ON_MONDAY, third)
    assert glad_of(two.person) == third


def predict(two: Offers, day: dt.date) -> str:
    mill = two.units[0]
    for thing, level in (("decision_freedom", 6), ("hours", 5), ("overall", 6)):
        two.declare(mill, f"{keys.PREDICTED}:{thing}", level)
    two.declare(mill, keys.LOOK_BACK_ON, day.isoformat())
    two.declare(mill, keys.PREDICTION_LOCKED, True)
    return mill


def test_a_prediction_has_to_be_whole_and_rests_once_it_is_locked(two: Offers) -> None:
    mill = two.units[0]
    two.declare(mill, f"{keys.PREDICTED}:hours", 5)
    with pytest.raises(RecordError, match="Say first how you think it will be"):
        two.declare(mill, keys.PREDICTION_LOCKED, True)
    with pytest.raises(RecordError, match="Expected a day after today"):
        two.declare(mill, keys.LOOK_BACK_ON, TODAY.isoformat())
    with pytest.raises(RecordError, match="not on the scale"):
        two.declare(mill, f"{keys.PREDICTED}:hours", 8)
    predict(two, TODAY + dt.timedelta(days=365))
    with pytest.raises(RecordError, match="locked"):
        two.declare(mill, f"{keys.PREDICTED}:hours", 4)
    with pytest.raises(RecordError, match="locked"):
        take_back_offer(two.person, two.sitting)
    with pytest.raises(RecordError, match="We ask on"):
        two.declare(mill, f"{keys.TURNED_OUT}:hours", 3)
    frame = predictions(two.person)
    assert frame.set_index("thing")["predicted"].to_dict() == {
        "decision_freedom": 6,
        "hours": 5,
        "overall": 6,
    }
    assert frame["locked"].notna().all()


def test_on_its_day_what_came_is_asked(two: Offers) -> None:
    with told_at(NOW - dt.timedelta(days=400)):
        mill = two.units[0]
        for thing in ("hours", "overall"):
            declare_offer(two.person, mill, f"{keys.PREDICTED}:{thing}", 6, sitting=two.sitting)
        two.record.answer(
            mill, keys.LOOK_BACK_ON, (TODAY - dt.timedelta(days=1)).isoformat(), sitting=two.sitting
        )
        two.declare(mill, keys.PREDICTION_LOCKED, True)
    two.declare(mill, f"{keys.TURNED_OUT}:hours", 3)
    assert predictions(two.person).set_index("thing").loc["hours", ["predicted", "came"]].tolist() == [6, 3]
