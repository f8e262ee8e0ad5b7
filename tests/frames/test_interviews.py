"""The log of interviews as frames: how each stands, whatever the order of typing; which guess counts."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper.catalogue import keys
from good_on_paper.frames import interviews, met, processes, promises
from good_on_paper.frames.interview_guess import CAME, guesses_about
from good_on_paper.frames.interviews import Ended
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.record import Record, Sitting
from good_on_paper.record.rows import told_at
from good_on_paper.record.scratch import Scratch

if TYPE_CHECKING:
    from collections.abc import Callable

    from good_on_paper.record import Unit

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
DAY = NOON.date()


def chance(of: int, within: int = 30) -> dict[str, int]:
    return {"of": of, "within": within}


def log(rec: Record, *, days: float = 0) -> pd.DataFrame:
    return interviews(Snapshot(rec, NOON + dt.timedelta(days=days)))


@pytest.fixture
def held(add: Callable[..., Unit]) -> Callable[..., str]:
    """An interview held on the second of March at Brightwater."""

    def hold(employer: str = "Brightwater", day: str = "2026-03-02", **said: object) -> str:
        with told_at(NOON):
            job = add("target", title="Gardener", employer=employer)
            facts = {keys.TALK_ON: day, keys.STAGE: "first"} | said
            return add("interview", parent=job, **{key: value for key, value in facts.items() if value}).id

    return hold


@pytest.fixture
def say(rec: Record, sitting: Sitting) -> Callable[..., None]:
    def answer(unit: str, item: str, value: Any = None, *, hours: float = 0, state: str = "value") -> None:
        with told_at(NOON + dt.timedelta(hours=hours)):
            rec.answer(unit, item, value, sitting=sitting, state=state)

    return answer


def test_a_row_an_interview_with_its_guess_and_its_due_day(rec: Record, held: Any, say: Any) -> None:
    unit = held(**{keys.CHANNEL: "phone", keys.MEETS_NAME: "Ms Sill"})
    say(unit, keys.YES_CHANCE, chance(70, 14), hours=1)
    say(unit, keys.TAKE_IT, "not_sure", hours=1)
    row = log(rec).loc["Brightwater, first round"]
    assert row[["employer", "job", "stage", "channel", "met"]].tolist() == [
        "Brightwater", "Gardener", "first", "phone", "Ms Sill",
    ]  # fmt: skip
    row = log(rec, days=1).iloc[0]
    assert row[["chance", "within", "take_it", "outcome"]].tolist() == [70, 14, "not_sure", "open"]
    assert row["due"] == pd.Timestamp("2026-03-16")
    assert pd.isna(row["yes"])


def test_two_interviews_at_one_place_are_told_apart_by_their_day(held: Any, rec: Record) -> None:
    held()
    held(day="2026-03-09")
    assert log(rec).index.tolist() == [
        "Brightwater, first round (2 March 2026)",
        "Brightwater, first round (9 March 2026)",
    ]


def test_an_interview_stays_when_its_job_is_taken_off_the_list(
    rec: Record, held: Any, sitting: Sitting
) -> None:
    unit = held()
    job = rec.units("target")[0]
    rec.remove_unit(job, sitting=sitting)
    assert interviews(Snapshot(rec))["unit"].tolist() == [unit]
    assert processes(Snapshot(rec)).index.tolist() == ["Gardener, Brightwater"]


# --- how it ended


@pytest.mark.parametrize(
    ("said", "day", "outcome", "yes"),
    [
        ({}, 30, "open", None),
        ({}, 31, "no_answer", None),
        ({keys.CAME_NOTHING: "2026-04-02"}, 32, "no_answer", False),
        ({keys.CAME_NOTHING: "2026-03-12"}, 20, "open", None),
        ({keys.CAME_NOTHING: "2026-03-12"}, 40, "no_answer", None),
        ({keys.CAME_YES: "2026-03-10"}, 9, "yes", None),
        ({keys.CAME_YES: "2026-03-10"}, 7, "open", None),
        ({keys.CAME_YES: "2026-04-01"}, 31, "yes", True),
        ({keys.CAME_YES: "2026-04-02"}, 31, "yes", False),
        ({keys.CAME_NO: "2026-03-05"}, 31, "no", False),
        ({keys.CAME_NO: "2026-06-05"}, 99, "no", False),
        ({keys.CAME_YES: "2026-03-05", keys.CAME_NO: "2026-03-20"}, 31, "no", True),
        ({keys.CAME_NO: "2026-03-05", keys.CAME_YES: "2026-04-20"}, 60, "yes", False),
        ({keys.WITHDREW: "2026-03-05"}, 31, "withdrew", None),
        ({keys.WITHDREW: "2026-04-20"}, 60, "withdrew", False),
    ],
)
def test_how_it_stands_on_a_day(
    rec: Record, held: Any, say: Any, said: dict[str, str], day: int, outcome: str, yes: bool | None
) -> None:
    unit = held()
    for item, when in said.items():
        say(unit, item, when)
    row = log(rec, days=day).iloc[0]
    assert (row["outcome"], None if pd.isna(row["yes"]) else bool(row["yes"])) == (outcome, yes)


def test_a_yes_after_silence_keeps_both(rec: Record, held: Any, say: Any) -> None:
    unit = held()
    say(unit, keys.CAME_NOTHING, "2026-04-02", hours=31 * 24)
    assert log(rec, days=32).iloc[0]["outcome"] == "no_answer"
    say(unit, keys.CAME_YES, "2026-05-02", hours=61 * 24)
    row = log(rec, days=62).iloc[0]
    assert (row["outcome"], row["yes_on"], row["yes"]) == ("yes", pd.Timestamp("2026-05-02"), False)
    assert log(rec, days=32).iloc[0]["outcome"] == "no_answer"
    assert rec.current(items=CAME, units=(unit,)).keys() == {(unit, keys.CAME_NOTHING), (unit, keys.CAME_YES)}


def test_a_day_that_nobody_remembers_is_no_day(rec: Record, held: Any, say: Any) -> None:
    unit = held()
    say(unit, keys.CAME_YES, state="cant_recall")
    row = log(rec, days=40).iloc[0]
    assert row["outcome"] == "yes"
    assert pd.isna(row["came"])
    assert pd.isna(row["yes"])


STATES = st.dictionaries(st.sampled_from(CAME), st.integers(0, 80), max_size=4)


@settings(max_examples=20)
@given(said=STATES, order=st.randoms(use_true_random=False), day=st.integers(0, 90))
def test_the_order_of_typing_changes_nothing_and_no_state_is_lost(
    said: dict[str, int], order: Any, day: int
) -> None:
    rows, shuffled = [], list(said)
    order.shuffle(shuffled)
    for items in (list(said), shuffled):
        with Scratch() as scratch, Record.open(scratch.path / "person") as record, told_at(NOON):
            sitting = record.sitting("x")
            job = record.add_unit("target", sitting=sitting)
            unit = record.add_unit("interview", parent=job, sitting=sitting)
            record.answer(unit, keys.TALK_ON, DAY.isoformat(), sitting=sitting)
            record.answer(unit, keys.YES_CHANCE, chance(60), sitting=sitting)
            for item in items:
                when = DAY + dt.timedelta(days=said[item])
                record.answer(unit, item, when.isoformat(), sitting=sitting)
            assert {item for _, item in record.current(items=CAME)} == set(said)
            row = interviews(Snapshot(record, NOON + dt.timedelta(days=day))).iloc[0]
            rows.append(row.drop(["unit", "process"]).astype("str").to_dict())
    assert rows[0] == rows[1]
    assert rows[0]["chance"] == "60"


@given(said=STATES, day=st.integers(0, 120), due=st.integers(1, 60))
def test_a_state_never_goes_back_to_open(said: dict[str, int], day: int, due: int) -> None:
    ended = Ended(
        {item: DAY + dt.timedelta(days=n) for item, n in said.items()}, DAY + dt.timedelta(days=due)
    )
    today = DAY + dt.timedelta(days=day)
    state, yes = ended.state(today)[0], ended.yes_in_time(today)
    assert (state == "open") == (day <= due and not any(n <= day for i, n in said.items() if i != CAME[2]))
    assert yes is None or day > due
    for later in range(day, 121, 7):  # counted once: what was counted is counted so for good
        assert yes is None or ended.yes_in_time(DAY + dt.timedelta(days=later)) == yes


# --- the guess


def guess_of(rec: Record, unit: str, *, days: float = 99) -> tuple[int | None, str, list[int]]:
    moment = NOON + dt.timedelta(days=days)
    found = guesses_about(Snapshot(rec, moment), [unit], now=moment)[unit]
    counted = None if found.counted is None else found.counted.chance
    return counted, found.take_it, [other.chance for other in found.others]


def test_the_last_guess_before_the_lock_counts_and_a_later_one_is_another(
    rec: Record, held: Any, say: Any
) -> None:
    unit = held()
    for hours, of in enumerate((50, 70)):
        say(unit, keys.YES_CHANCE, chance(of), hours=hours)
    say(unit, keys.TAKE_IT, "yes", hours=1)
    say(unit, keys.GUESS_LOCKED, True, hours=2)
    say(unit, keys.YES_CHANCE, chance(10), hours=3)
    say(unit, keys.TAKE_IT, "no", hours=3)
    say(unit, keys.YES_CHANCE, state="cleared", hours=4)
    say(unit, keys.GUESS_LOCKED, False, hours=5)
    say(unit, keys.YES_CHANCE, chance(20), hours=6)
    assert guess_of(rec, unit) == (70, "yes", [10, 20])


def test_a_guess_that_nobody_locked_closes_by_itself_after_half_a_day(
    rec: Record, held: Any, say: Any
) -> None:
    unit = held()
    say(unit, keys.YES_CHANCE, chance(50))
    say(unit, keys.YES_CHANCE, chance(60), hours=11.9)
    say(unit, keys.YES_CHANCE, chance(70), hours=12.1)
    assert guess_of(rec, unit) == (60, "", [70])
    assert guesses_about(Snapshot(rec), [unit], now=NOON)[unit].locked is None


def test_a_guess_after_the_answer_is_none(rec: Record, held: Any, say: Any) -> None:
    typed, dated, memory = held(), held("Sill"), held("Fenn")
    say(typed, keys.CAME_NO, "2026-03-04")
    say(typed, keys.YES_CHANCE, chance(10), hours=1)
    assert guess_of(rec, typed) == (None, "", [10])
    say(dated, keys.YES_CHANCE, chance(90), hours=72)
    say(dated, keys.CAME_YES, "2026-03-03", hours=73)
    assert guess_of(rec, dated) == (None, "", [])
    say(memory, keys.REMEMBERED, True)
    say(memory, keys.YES_CHANCE, chance(10), hours=1)
    assert guess_of(rec, memory) == (None, "", [])
    assert log(rec, days=4).loc["Fenn, first round", "remembered"]


STEPS = st.lists(
    st.sampled_from(
        [(keys.YES_CHANCE, n) for n in (0, 40, 100)] + [(keys.GUESS_LOCKED, 1), (keys.CAME_NO, 1)]
    )
)


@settings(max_examples=20)
@given(steps=STEPS)
def test_the_last_guess_before_the_first_lock_or_answer_is_the_guess(steps: list[tuple[str, int]]) -> None:
    with Scratch() as scratch, Record.open(scratch.path / "person") as record, told_at(NOON):
        sitting, want, closed = record.sitting("x"), None, False
        unit = record.add_unit("interview", sitting=sitting).id
        for item, value in steps:
            said = {keys.GUESS_LOCKED: True, keys.CAME_NO: "2026-03-02"}.get(item, chance(value))
            record.answer(unit, item, said, sitting=sitting)
            closed = closed or item != keys.YES_CHANCE
            want = want if closed else value
        assert guess_of(record, unit)[0] == want


# --- processes, promises, people


def test_how_far_each_one_went(rec: Record, held: Any, say: Any, add: Any) -> None:
    with told_at(NOON):
        sight = add("target", title="Baker")
        sent = add("target", title="Miller", **{keys.APPLIED_ON: "2026-02-01", keys.ADVICE: ["a friend"]})
    unit = held()
    call = held("Sill", **{keys.STAGE: "call"})
    say(call, keys.CAME_YES, "2026-03-03")
    say(rec.units("target")[2].id, keys.OFFERED_ON, "2026-03-20")
    frame = processes(Snapshot(rec, NOON + dt.timedelta(days=60)))
    assert frame["furthest"].fillna("").to_dict() == {
        "Baker": "", "Miller": "send", "Gardener, Brightwater": "offer", "Gardener, Sill": "call",
    }  # fmt: skip
    assert frame["outcome"].tolist() == ["open", "no_answer", "yes", "open"]
    assert frame.loc["Miller", "advice"] == ["a friend"]
    assert frame["unit"].tolist()[:2] == [sight.id, sent.id]
    assert unit in interviews(Snapshot(rec))["unit"].tolist()


def test_an_interview_still_ahead_is_none_yet(rec: Record, held: Any) -> None:
    held(day="2026-03-09")
    assert processes(Snapshot(rec, NOON))["furthest"].isna().all()
    assert processes(Snapshot(rec, NOON + dt.timedelta(days=8)))["furthest"].tolist() == ["talk"]


def test_promises_and_people_met_each_a_row(rec: Record, held: Any, say: Any) -> None:
    unit = held()
    say(unit, f"{keys.PROMISE_WHAT}:2", "A list of who decides")
    say(unit, f"{keys.PROMISE_WHAT}:1", "An answer")
    say(unit, f"{keys.PROMISE_BY}:1", "2026-03-16")
    say(unit, f"{keys.MET_NAME}:1", "Ms Sill")
    say(unit, f"{keys.REGARD_AFTER}:1", 6)
    frame = promises(Snapshot(rec))
    assert frame["what"].tolist() == ["An answer", "A list of who decides"]
    assert frame["by_day"].tolist() == [pd.Timestamp("2026-03-16"), pd.NaT]
    assert met(Snapshot(rec))[["name", "after"]].to_numpy().tolist() == [["Ms Sill", 6.0]]
    assert pd.isna(met(Snapshot(rec)).loc[0, "before"])


def test_frames_of_an_empty_record_have_their_columns(rec: Record) -> None:
    for make in (interviews, processes, promises, met):
        frame = make(Snapshot(rec))
        assert frame.empty
        assert "unit" in frame
