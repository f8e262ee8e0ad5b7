"""Which ratings are asked again: a fair fifth, the same one each time, and never too soon or of what hurt."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import good_on_paper as gop
from good_on_paper.catalogue import load
from good_on_paper.frames.asked_again import SITTING
from good_on_paper.frames.quiet import HURT, YES
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.record import Record
from good_on_paper.record.rows import told_at
from good_on_paper.study import asked_again
from good_on_paper.study.asked_again import ENOUGH, MOST, draw, drawn, due_on, half_done

BEGAN = dt.datetime(2026, 1, 5, 12, tzinfo=dt.UTC)
LINES = [item.key for item in load().items("circumstance")][:30]
JOBS = st.dictionaries(
    st.text("abc", min_size=1, max_size=4),
    st.lists(st.sampled_from(LINES), unique=True, min_size=1, max_size=12),
    min_size=1,
    max_size=8,
)


def after(days: float) -> dt.datetime:
    return BEGAN + dt.timedelta(days=days)


@pytest.fixture
def record(tmp_path):
    with Record.open(tmp_path / "person") as opened:
        yield opened


@pytest.fixture
def jobs(record):
    """Two jobs, rated on thirty lines each on the first day."""
    with record.batch(), told_at(BEGAN):
        sitting = record.sitting("lines")
        made = [record.add_unit("role", sitting=sitting).id for _ in range(2)]
        for role in made:
            for line in LINES:
                record.answer(role, line, 3, sitting=sitting, revision=load().item(line).revision)
    return made


@pytest.fixture(scope="module")
def robin():
    return gop.sample()


def begin(record, day: float, seed: int = 1):
    with told_at(after(day)):
        return record.sitting(SITTING, seed=seed)


@given(JOBS, st.integers(1, 40), st.integers(0, 2**31 - 1))
def test_a_draw_is_of_each_job_its_share_and_the_same_for_the_same_seed(lines, many, seed) -> None:
    found, total = draw(lines, many, seed), sum(map(len, lines.values()))
    assert len(found) == len(set(found)) == min(many, total)
    assert all(line in lines[job] for job, line in found)
    turned = {job: lines[job][::-1] for job in reversed(lines)}
    assert draw(turned, many, seed) == found
    taken = Counter(job for job, _ in found)
    for job, mine in lines.items():
        share = len(found) * len(mine) / total
        assert math.floor(share) <= taken[job] <= math.ceil(share)


def test_each_rating_is_as_likely_as_any_other() -> None:
    lines = {"a": LINES[:3], "b": LINES[:7], "c": LINES[:2]}
    hits = Counter(cell for seed in range(3000) for cell in draw(lines, 4, seed))
    assert len(hits) == 12
    # 3,000 draws of 4 of 12: 1,000 each, give or take 4 standard deviations of 26
    assert all(abs(many - 1000) < 105 for many in hits.values())


@pytest.mark.usefixtures("jobs")
def test_nothing_is_due_before_enough_ratings_are_two_weeks_old(record) -> None:
    assert due_on(Snapshot(record, after(13))) == after(14).astimezone().date()
    few = Snapshot(record, after(0) - dt.timedelta(seconds=1))
    assert due_on(few) is None
    role = Snapshot(record).units("role")[1]
    record.answer(role, HURT, YES, sitting=record.sitting("roles"))
    assert len(LINES) < ENOUGH
    assert due_on(Snapshot(record)) is None  # of one job alone there are too few, and of the other nothing


def test_a_draw_stays_as_it_began_whatever_is_answered_since(record, jobs) -> None:
    sitting = begin(record, 15)
    asked = drawn(Snapshot(record, after(15)), sitting)
    assert len(asked.cells) == 12  # a fifth of sixty
    assert Counter(job for job, _ in asked.cells) == dict.fromkeys(jobs, 6)
    role, line = asked.cells[0]
    with told_at(after(16)):
        record.answer(role, line, 6, sitting=sitting)
        for other in LINES[:20]:
            record.answer(role, other, 5, sitting=record.sitting("lines"))
    now = drawn(Snapshot(record, after(17)), sitting)
    assert now.cells == asked.cells
    assert [*now.said] == [(role, line)]
    assert now.left == asked.cells[1:]


def test_what_hurt_since_is_asked_no_more(record, jobs) -> None:
    sitting = begin(record, 15)
    record.answer(jobs[0], HURT, YES, sitting=record.sitting("roles"))
    assert {job for job, _ in drawn(Snapshot(record), sitting).cells} == {jobs[1]}


@pytest.mark.usefixtures("jobs")
def test_a_draw_can_be_gone_on_with_for_two_weeks_and_the_next_asks_others(record) -> None:
    first = drawn(Snapshot(record, after(15)), begin(record, 15))
    for days, there in ((16, True), (28, True), (29.5, False)):
        assert (half_done(Snapshot(record, after(days))) is not None) == there
    with told_at(after(15.1)), record.batch():
        for role, line in first.cells:
            record.answer(role, line, 4, sitting=first.sitting)
    assert half_done(Snapshot(record, after(16))) is None
    assert due_on(Snapshot(record, after(16))) == after(29).astimezone().date()
    second = drawn(Snapshot(record, after(30)), begin(record, 30, seed=2))
    assert len(second.cells) == 12
    assert not set(second.cells) & set(first.cells)


@settings(max_examples=20)
@given(st.integers(0, 2**31 - 1))
def test_five_minutes_are_never_exceeded(robin, seed) -> None:
    sitting = robin.record.sitting(SITTING, seed=seed)
    assert asked_again.how_many(robin) == MOST
    assert len(drawn(robin, sitting).cells) == MOST
