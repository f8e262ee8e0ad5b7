"""What the log asks today: one thing at most, until it was answered or waved away; nothing after a no."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from good_on_paper.catalogue import keys
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.frames.targets import chosen, in_sight
from good_on_paper.record import Record, Unit
from good_on_paper.record.rows import told_at
from good_on_paper.study.interviews import (
    after_a_no,
    begin,
    held_of,
    planned,
    silences,
    to_ask_about,
    wave_away,
)
from good_on_paper.study.log_entries import add_interview

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)


@pytest.fixture
def rec(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "person") as record:
        yield record


def on(day: float) -> dt.datetime:
    return NOON + dt.timedelta(days=day)


def at(rec: Record, day: float) -> Snapshot:
    return Snapshot(rec, on(day))


def say(
    rec: Record, unit: Unit | str, item: str, value: Any, *, day: float = 0, state: str = "value"
) -> None:
    with told_at(on(day)):
        rec.answer(unit, item, value, sitting=rec.sitting("x"), state=state)


def a_job(rec: Record, employer: str = "Brightwater", talk_on: str = "2026-03-05") -> Unit:
    with told_at(NOON):
        job = rec.add_unit("target", sitting=rec.sitting("x"))
    said = {"employer": employer, "title": "Gardener", keys.MEETS_NAME: "Ms Sill", keys.TALK_ROUND: "first"}
    for item, value in (said | {keys.TALK_ON: talk_on}).items():
        say(rec, job, item, value)
    return job


def test_it_is_asked_from_the_day_on_until_something_is_said(rec: Record) -> None:
    a_job(rec)
    assert to_ask_about(at(rec, 2)) is None
    held = to_ask_about(at(rec, 3))
    assert held is not None
    assert (held.name, held.job, held.met, held.day.isoformat()) == (
        "Brightwater", "Gardener", "Ms Sill", "2026-03-05",
    )  # fmt: skip
    assert to_ask_about(at(rec, 40)) == held
    with told_at(on(3)):
        unit = begin(at(rec, 3), held)
    begun = to_ask_about(at(rec, 4))
    assert begun == held
    assert unit == held.unit
    say(rec, unit, keys.TO_REMEMBER, "The greenhouse", day=4)
    assert to_ask_about(at(rec, 5)) is None
    told = rec.current(units=(unit,))
    assert told[unit, keys.STAGE].value == "first"
    assert told[unit, keys.MEETS_NAME].value == "Ms Sill"


def test_beginning_twice_begins_one(rec: Record) -> None:
    a_job(rec)
    held = to_ask_about(at(rec, 3))
    assert held is not None
    assert begin(Snapshot(rec), held) == begin(Snapshot(rec), held)
    assert len(rec.units("interview")) == 1


def test_one_added_by_hand_takes_over_the_plan_of_its_own_day_alone(rec: Record) -> None:
    job = a_job(rec)
    with told_at(on(1)):
        other = add_interview(at(rec, 1), "brightwater", "2026-03-03")
    (held,) = held_of(at(rec, 1))
    assert (held.unit, held.target, held.job, held.met, held.stage) == (other, job.id, "Gardener", "", "")
    assert {item for _, item in rec.current(units=(other,))} == {keys.TALK_ON, "listed"}
    with told_at(on(3)):
        own = add_interview(at(rec, 3), "Brightwater", "2026-03-05")
    told = rec.current(units=(own,))
    assert (told[own, keys.MEETS_NAME].value, told[own, keys.STAGE].value) == ("Ms Sill", "first")
    say(rec, job, keys.TALK_ON, "2026-03-20", day=4)
    say(rec, job, keys.MEETS_NAME, "Mr Vell", day=4)
    found = {held.unit: (held.met, held.stage) for held in held_of(at(rec, 5))}
    assert found == {other: ("", ""), own: ("Ms Sill", "first")}


def test_one_never_begun_keeps_its_own_names_when_another_is_planned(rec: Record) -> None:
    job = a_job(rec)
    say(rec, job, keys.TALK_ON, "2026-03-20", day=4)
    for item, value in ((keys.MEETS_NAME, "Mr Vell"), (keys.TALK_ROUND, "offer"), ("meets", ["recruiter"])):
        say(rec, job, item, value, day=4)
    held = to_ask_about(at(rec, 5))
    assert held is not None
    assert (held.day.isoformat(), held.met, held.stage) == ("2026-03-05", "Ms Sill", "first")
    with told_at(on(5)):
        unit = begin(at(rec, 5), held)
    told = rec.current(units=(unit,))
    assert (told[unit, keys.MEETS_NAME].value, told[unit, keys.STAGE].value) == ("Ms Sill", "first")
    assert (unit, "meets") not in told  # said of the later one alone


def test_it_is_waved_away_for_a_day_or_for_good(rec: Record) -> None:
    a_job(rec)
    held = to_ask_about(at(rec, 3))
    assert held is not None
    with told_at(on(3)):
        wave_away(at(rec, 3), held, rec.sitting("x"), until=on(4).date())
    assert to_ask_about(at(rec, 3.1)) is None
    assert to_ask_about(at(rec, 4)) == held
    with told_at(on(4)):
        wave_away(at(rec, 4), held, rec.sitting("x"))
    assert to_ask_about(at(rec, 90)) is None


def test_a_day_that_was_moved_in_time_was_no_interview_and_one_that_came_was_one(rec: Record) -> None:
    job = a_job(rec)
    say(rec, job, keys.TALK_ON, "2026-03-09", day=2)
    assert planned(at(rec, 4)) == []
    say(rec, job, keys.TALK_ON, "2026-03-20", day=9)  # the next one, set two days after the ninth
    assert [held.day.isoformat() for held in planned(at(rec, 10))] == ["2026-03-09"]
    assert [held.day.isoformat() for held in planned(at(rec, 30))] == ["2026-03-09", "2026-03-20"]


def test_the_second_round_is_called_so(rec: Record) -> None:
    job = a_job(rec)
    first = to_ask_about(at(rec, 3))
    assert first is not None
    with told_at(on(3)):
        begin(at(rec, 3), first)
    say(rec, first.unit, keys.TO_REMEMBER, "x", day=3)
    say(rec, job, keys.TALK_ON, "2026-03-20", day=10)
    say(rec, job, keys.TALK_ROUND, "later", day=10)
    second = to_ask_about(at(rec, 20))
    assert second is not None
    with told_at(on(20)):
        unit = begin(at(rec, 20), second)
    assert rec.current(units=(unit,))[unit, keys.STAGE].value == "second"


@pytest.mark.parametrize("where", ["interview", "job"])
def test_nothing_is_asked_where_something_hurt(rec: Record, where: str) -> None:
    job = a_job(rec)
    held = to_ask_about(at(rec, 3))
    assert held is not None
    with told_at(on(3)):
        unit = begin(at(rec, 3), held)
    say(rec, unit if where == "interview" else job, "hurt", "yes", day=3)
    assert to_ask_about(at(rec, 4)) is None
    assert silences(at(rec, 60)) == []


def test_silence_is_raised_once_past_its_day(rec: Record) -> None:
    a_job(rec)
    held = to_ask_about(at(rec, 3))
    assert held is not None
    with told_at(on(3)):
        unit = begin(at(rec, 3), held)
    say(rec, unit, keys.YES_CHANCE, {"of": 50, "within": 10}, day=3)
    assert silences(at(rec, 13)) == []
    (silence,) = silences(at(rec, 14))
    assert (silence.unit, silence.due.isoformat(), silence.met) == (unit, "2026-03-15", "Ms Sill")
    say(rec, unit, keys.SILENCE_RAISED, "2026-03-16", day=14)
    assert silences(at(rec, 15)) == []
    say(rec, unit, keys.CAME_YES, "2026-05-01", day=60)  # and it can come back to life
    assert Snapshot(rec).current(items=(keys.CAME_YES,), units=(unit,))


def test_no_silence_is_raised_where_another_round_followed(rec: Record) -> None:
    job = a_job(rec)
    for day, when in ((3, "2026-03-05"), (20, "2026-03-22")):
        say(rec, job, keys.TALK_ON, when, day=day - 1)
        held = to_ask_about(at(rec, day))
        assert held is not None
        with told_at(on(day)):
            begin(at(rec, day), held)
        say(rec, held.unit, keys.TO_REMEMBER, "x", day=day)
    assert [silence.day.isoformat() for silence in silences(at(rec, 90))] == ["2026-03-22"]


def test_for_a_day_after_a_no_nothing_is_asked(rec: Record) -> None:
    job = a_job(rec)
    a_job(rec, "Fenn", talk_on="2026-03-04")
    say(rec, job, keys.CAME_NO, "2026-03-03", day=3)
    assert after_a_no(at(rec, 3.9))
    assert to_ask_about(at(rec, 3.9)) is None
    assert silences(at(rec, 3.9)) == []
    assert not after_a_no(at(rec, 4.1))
    assert to_ask_about(at(rec, 4.1)) is not None


def test_a_no_from_memory_asks_for_no_quiet(rec: Record) -> None:
    job = a_job(rec)
    say(rec, job, keys.REMEMBERED, True)
    say(rec, job, keys.CAME_NO, "2026-01-03")
    assert not after_a_no(at(rec, 0.1))


def test_a_job_that_ended_is_no_longer_the_next_one(rec: Record) -> None:
    job = a_job(rec)
    assert chosen(at(rec, 0)) == job
    say(rec, job, keys.CAME_NO, "2026-03-03", day=1)
    assert chosen(at(rec, 2)) == job  # its interview is still ahead
    assert chosen(at(rec, 5)) is None
    other = a_job(rec, "Fenn")
    say(rec, other, keys.CAME_NOTHING, "2026-04-10", day=40)
    assert in_sight(at(rec, 41)) == []
