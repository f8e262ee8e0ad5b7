"""Pairs of answers to one thing: two weeks apart, what was taken back left out, the two first jobs apart."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper.catalogue import load
from good_on_paper.frames import asked_again
from good_on_paper.frames.asked_again import SITTING
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.record import FIRST_SIGHT, Record, rows

if TYPE_CHECKING:
    from collections.abc import Callable

CATALOGUE = load()
LINE, OTHER = "decision_freedom", "hours"
STEPS = st.lists(st.tuples(st.integers(0, 30), st.sampled_from([FIRST_SIGHT, "lines", SITTING])), max_size=8)
BEGAN = dt.datetime(2026, 1, 5, 12, tzinfo=dt.UTC)


@pytest.fixture
def on(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Answer so many days after the first."""

    def day(after: float) -> None:
        stamp = rows.stamp(BEGAN + dt.timedelta(days=after))
        monkeypatch.setattr(rows, "now", lambda: stamp)

    day(0)
    return day


def pairs(rec: Record) -> list[tuple[float, float, str]]:
    made = asked_again(Snapshot(rec, fixed=CATALOGUE))
    return list(made[["first", "again", "how"]].itertuples(index=False, name=None))


def test_two_weeks_apart_is_a_pair_and_a_day_less_is_none(rec, add, on) -> None:
    role = add(title="Editor")
    for line, value in ((LINE, 3), (OTHER, 5)):
        rec.answer(role, line, value, sitting=rec.sitting("lines"))
    on(13)
    rec.answer(role, LINE, 4, sitting=rec.sitting(SITTING))
    on(14)
    rec.answer(role, OTHER, 7, sitting=rec.sitting(SITTING))
    made = asked_again(Snapshot(rec, fixed=CATALOGUE))
    assert made[["role", "line", "first", "again", "how"]].values.tolist() == [
        ["Editor", OTHER, 5.0, 7.0, "hidden"]
    ]
    assert (made["again_given"] - made["first_given"]).tolist() == [dt.timedelta(days=14)]
    assert made["private"].tolist() == [False]


def test_the_last_of_a_sitting_counts_and_what_was_undone_does_not(rec, add, on) -> None:
    role, lines = add(title="Editor"), rec.sitting("lines")
    rec.answer(role, LINE, 1, sitting=lines)
    rec.answer(role, LINE, 3, sitting=lines)
    on(20)
    again = rec.sitting(SITTING)
    rec.answer(role, LINE, 6, sitting=again)
    rec.undo(again)
    assert pairs(rec) == []  # what undo wrote again, nobody said
    rec.redo(again)
    assert pairs(rec) == [(3, 6, "hidden")]
    rec.undo(again)
    rec.answer(role, LINE, 4, sitting=again)
    assert pairs(rec) == [(3, 4, "hidden")]


def test_what_was_changed_in_sight_and_the_two_first_jobs_stand_apart(rec, add, on) -> None:
    role = add(title="Editor")
    rec.answer(role, LINE, 2, sitting=rec.sitting(FIRST_SIGHT))
    rec.answer(role, LINE, 5, sitting=rec.sitting("lines"))
    on(30)
    rec.answer(role, LINE, 6, sitting=rec.sitting("lines"))
    on(60)
    rec.answer(role, LINE, 7, sitting=rec.sitting(SITTING))
    on(90)
    rec.answer(role, LINE, 6, sitting=rec.sitting(SITTING))  # the latest of a kind
    assert pairs(rec) == [(2, 5, "start here"), (5, 6, "in sight"), (7, 6, "hidden")]
    then = Snapshot(rec, BEGAN + dt.timedelta(days=70), CATALOGUE)
    assert asked_again(then)["again"].tolist() == [5, 6, 7]


def test_blanks_and_answers_to_other_words_make_no_pair(rec, add, on) -> None:
    role, lines = add(title="Editor"), rec.sitting("lines")
    revision = CATALOGUE.item(LINE).revision
    rec.answer(role, LINE, 2, sitting=lines, revision=revision + 1)
    rec.answer(role, OTHER, None, state="cant_recall", sitting=lines)
    on(20)
    for line in (LINE, OTHER):
        rec.answer(role, line, 4, sitting=rec.sitting(SITTING))
    assert pairs(rec) == []


def test_a_private_answer_makes_its_pair_private(rec, add, on) -> None:
    role = add(title="Editor")
    rec.answer(role, LINE, 2, sitting=rec.sitting("lines"), private=True)
    on(20)
    rec.answer(role, LINE, 3, sitting=rec.sitting(SITTING))
    assert asked_again(Snapshot(rec, fixed=CATALOGUE))["private"].tolist() == [True]


@settings(max_examples=20)
@given(steps=STEPS)
def test_a_pair_is_of_two_sittings_in_order_and_at_most_one_of_each_kind(steps, tmp_path_factory) -> None:
    after = 0
    with pytest.MonkeyPatch.context() as patch, Record.open(tmp_path_factory.mktemp("person")) as rec:
        role = rec.add_unit("role", sitting=rec.sitting("roles"))
        for place, (days, form) in enumerate(steps):
            after += days
            stamp = rows.stamp(BEGAN + dt.timedelta(days=after))
            patch.setattr(rows, "now", lambda stamp=stamp: stamp)
            rec.answer(role, LINE, 1 + place % 7, sitting=rec.sitting(form))
        made = asked_again(Snapshot(rec, fixed=CATALOGUE))
    assert made["how"].is_unique
    apart = made["again_given"] - made["first_given"]
    assert (apart >= dt.timedelta(0)).all()
    assert (apart[made["how"].ne("start here")] >= dt.timedelta(days=14)).all()
