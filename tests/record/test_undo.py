"""Undo and redo against the simplest model there is: two stacks of whole states."""

from __future__ import annotations

import tempfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper.record import Conflict, NotSaved, Record

steps = st.lists(
    st.tuples(
        st.just("answer"), st.sampled_from("ab"), st.integers(1, 7) | st.sampled_from(["na", "cleared"])
    )
    | st.tuples(st.sampled_from(["undo", "redo"])),
    max_size=14,
)


def stands(record):
    return {
        answer.item: answer.state if answer.value is None else answer.value
        for answer in record.current().values()
    }


@settings(deadline=None, max_examples=50)
@given(steps)
def test_undo_and_redo_walk_through_the_states_of_the_sitting(taken):
    with tempfile.TemporaryDirectory() as folder, Record.open(folder) as record:
        sitting = record.sitting("lines")
        state, past, future = {}, [], []
        for step in taken:
            if step[0] == "answer":
                _, item, value = step
                past.append(state)
                future.clear()
                state = {**state, item: value}
                if value == "cleared":
                    del state[item]
                if isinstance(value, int):
                    record.answer(record.person, item, value, sitting=sitting)
                else:
                    record.answer(record.person, item, state=value, sitting=sitting)
            elif step[0] == "undo":
                assert (record.undo(sitting) is None) == (not past)
                if past:
                    future.append(state)
                    state = past.pop()
            else:
                assert (record.redo(sitting) is None) == (not future)
                if future:
                    past.append(state)
                    state = future.pop()
            assert stands(record) == state


def test_undo_keeps_to_its_sitting(record):
    mine, other = record.sitting("lines"), record.sitting("lines")
    record.answer(record.person, "a", 1, sitting=other)
    assert record.undo(mine) is None
    record.answer(record.person, "b", 2, sitting=mine)
    record.undo(mine)
    assert stands(record) == {"a": 1}
    assert record.undo(mine) is None


def test_undo_brings_back_memory_mark_and_private_mark(record):
    sitting = record.sitting("lines")
    first = record.answer(record.person, "a", 1, sitting=sitting, memory=1, private=True, revision=2)
    record.answer(record.person, "a", 5, sitting=sitting, memory=3)
    back = record.undo(sitting)
    assert (back.value, back.memory, back.private, back.revision) == (1, 1, True, 2)
    assert back.undoes == first.seq + 1


def test_undo_never_takes_away_what_was_answered_elsewhere_since(record):
    mine, other = record.sitting("lines"), record.sitting("lines")
    record.answer(record.person, "a", 1, sitting=mine)
    newer = record.answer(record.person, "a", 6, sitting=other)
    record.answer(record.person, "a", 2, sitting=mine)
    assert record.undo(mine).value == 6
    with pytest.raises(Conflict, match="answered elsewhere since"):
        record.undo(mine)
    assert record.current()[record.person.id, "a"].value == newer.value


given_in_one = st.lists(st.tuples(st.sampled_from("abc"), st.integers(1, 7)), max_size=8)


@settings(deadline=None, max_examples=40)
@given(given_in_one, given_in_one, given_in_one)
def test_a_whole_sitting_is_taken_back_and_done_again_as_one_act(before, taken, since):
    with tempfile.TemporaryDirectory() as folder, Record.open(folder) as record:
        person, mine, other = record.person, record.sitting("import"), record.sitting("lines")
        for sitting, answers in ((other, before), (mine, taken), (other, since)):
            for item, value in answers:
                record.answer(person, item, value, sitting=sitting)
        said, newest = stands(record), record.newest
        kept = {item for item, _ in since}  # answered elsewhere since: left as it is
        undone = record.undo_sitting(mine)
        assert len(undone) == sum(item not in kept for item, _ in taken)
        assert stands(record) == dict(before) | dict(since)
        assert record.undo_sitting(mine) == []
        assert len(record.redo_sitting(mine)) == len(undone)
        assert stands(record) == said
        assert record.redo_sitting(mine) == []
        assert len(record.undo_sitting(mine)) == len(undone)
        assert stands(record) == dict(before) | dict(since)
        assert [answer.seq for answer in record.answers()][:newest] == [*range(1, newest + 1)]


def test_a_sitting_is_taken_back_whole_or_not_at_all(record, monkeypatch):
    sitting = record.sitting("import")
    for item in "abc":
        record.answer(record.person, item, 1, sitting=sitting)
    append, written = record._append, []  # noqa: SLF001 - a disk that fills up in the middle

    def full(*row):
        if written:
            raise NotSaved("the disk is full")
        written.append(row)
        return append(*row)

    monkeypatch.setattr(record, "_append", full)
    with pytest.raises(NotSaved):
        record.undo_sitting(sitting)
    monkeypatch.undo()
    assert stands(record) == dict.fromkeys("abc", 1)
    assert len(record.undo_sitting(sitting)) == 3
    assert stands(record) == {}
