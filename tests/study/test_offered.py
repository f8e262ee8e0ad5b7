"""What the start page offers in one quiet line: never before it is due, once, and never again if so said."""

from __future__ import annotations

import datetime as dt

import pytest

from good_on_paper.catalogue import keys, load
from good_on_paper.frames.asked_again import SITTING
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.record import Record
from good_on_paper.record.rows import told_at
from good_on_paper.study.offered import offered, put_off, search_began

THEN, SAME = keys.THEN_AND_NOW_OFFER, keys.SAME_TODAY_OFFER
TODAY = dt.datetime(2026, 11, 30, 12, tzinfo=dt.UTC)
A_MONTH = 365.25 / 12


@pytest.fixture
def record(tmp_path):
    with Record.open(tmp_path / "person") as opened:
        yield opened


def ago(days: float) -> dt.datetime:
    return TODAY - dt.timedelta(days=days)


def apply(record, days: float):
    with told_at(ago(days)):
        sitting = record.sitting("log")
        job = record.add_unit("target", sitting=sitting)
        record.answer(job, keys.APPLIED_ON, ago(days).date().isoformat(), sitting=sitting)
    return job


def rate(record, days: float):
    lines = load().items("circumstance")[:25]
    with told_at(ago(days)), record.batch():
        sitting = record.sitting("lines")
        for _ in range(2):
            role = record.add_unit("role", sitting=sitting)
            for line in lines:
                record.answer(role, line.key, 4, sitting=sitting, revision=line.revision)


def on(record, days: float = 0.0):
    return Snapshot(record, ago(days), load())


def test_nothing_is_offered_to_whoever_has_said_little(record) -> None:
    assert offered(on(record)) is None
    apply(record, 10)
    rate(record, 13)
    assert offered(on(record)) is None


def test_a_look_back_is_offered_once_at_each_of_three_months(record) -> None:
    for days in range(0, 300, 30):
        apply(record, days)
    began = 270
    found = {
        months: one and one.months
        for months in range(10)
        for one in [offered(on(record, began - months * A_MONTH - 1))]
    }
    assert found == {**dict.fromkeys(range(4), None), 4: 4, 5: 4, 6: 6, 7: 6, 8: 6, 9: 9}
    at_four = on(record, began - 4.5 * A_MONTH)
    with told_at(at_four.moment):
        put_off(at_four, offered(at_four), record.sitting("next"), never=False)
    assert offered(on(record, began - 5.5 * A_MONTH)) is None
    assert offered(on(record, began - 6.5 * A_MONTH)).months == 6
    at_six = on(record, began - 6.5 * A_MONTH)
    with told_at(at_six.moment):
        put_off(at_six, offered(at_six), record.sitting("next"), never=True)
    assert offered(on(record)) is None


def test_a_search_that_rested_or_ended_is_offered_nothing(record) -> None:
    job = apply(record, 400)
    assert search_began(on(record)) is None  # long over
    apply(record, 150)
    apply(record, 70)
    assert search_began(on(record)) == ago(150).date()
    assert offered(on(record)).months == 4
    record.answer(job, keys.OFFER_TAKEN, ago(1).date().isoformat(), sitting=record.sitting("offers"))
    assert offered(Snapshot(record, fixed=load())) is None


def test_ratings_are_offered_again_from_two_weeks_on_and_not_twice_in_a_quarter(record) -> None:
    rate(record, 40)
    assert offered(on(record, 27)) is None
    assert offered(on(record, 25)).key == SAME
    later = on(record, 25)
    with told_at(later.moment):
        put_off(later, offered(later), record.sitting("next"), never=False)
    assert offered(on(record, 5)) is None
    assert offered(on(record)) is None
    with told_at(ago(-6)):
        assert offered(Snapshot(record, ago(-6), load())).key == SAME  # a month has gone by
        record.sitting(SITTING)
    assert offered(Snapshot(record, ago(-30), load())) is None
    assert offered(Snapshot(record, ago(-97), load())).key == SAME


def test_for_a_day_after_a_no_nothing_is_offered(record) -> None:
    rate(record, 40)
    job = apply(record, 3)
    with told_at(ago(0.5)):
        record.answer(job, keys.CAME_NO, ago(0.5).date().isoformat(), sitting=record.sitting("log"))
    assert offered(on(record)) is None
    assert offered(Snapshot(record, ago(-1), load())).key == SAME
