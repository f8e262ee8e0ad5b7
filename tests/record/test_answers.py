from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from good_on_paper.record import MISSING, Conflict, Record, RecordError

json_values = st.recursive(
    st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=())),  # NUL and lone surrogates too
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(
    value=json_values,
    memory=st.sampled_from([None, 1, 2, 3]),
    private=st.booleans(),
    revision=st.integers(1, 9),
    position=st.none() | st.integers(0, 99),
)
def test_an_answer_comes_back_as_it_was_given(record, value, memory, private, revision, position):
    sitting = record.sitting("lines")
    said = record.answer(
        record.person,
        "line",
        value,
        sitting=sitting,
        memory=memory,
        private=private,
        revision=revision,
        position=position,
    )
    assert record.current()[record.person.id, "line"] == said
    assert (said.value, said.memory, said.private) == (value, memory, private)
    assert (said.revision, said.position, said.sitting, said.state) == (
        revision,
        position,
        sitting.id,
        "value",
    )


@pytest.mark.parametrize("state", ["na", "cant_recall", "skip"])
def test_a_blank_is_an_answer_of_its_own(record, state):
    said = record.answer(record.person, "line", state=state, sitting=record.sitting("lines"))
    assert (said.state, said.value) == (state, None)
    assert record.current()[record.person.id, "line"].state == state


@pytest.mark.parametrize("items", [None, (), ("line",), ("line", "other", "none such")])
@pytest.mark.parametrize("about", [None, (), (0,), (0, 1)])
def test_answers_to_some_items_about_some_units_come_in_their_order(record, items, about):
    sitting = record.sitting("lines")
    units = [record.person, record.add_unit("role", sitting=sitting)]
    for number in range(12):
        record.answer(units[number % 2], ("line", "other", "third")[number % 3], number, sitting=sitting)
    chosen = None if about is None else [units[place] for place in about]
    ids = None if chosen is None else {unit.id for unit in chosen}
    for as_of in (None, 6):
        kept = [
            answer
            for answer in record.answers(as_of=as_of)
            if (ids is None or answer.unit in ids) and (items is None or answer.item in items)
        ]
        assert record.answers(items=items, units=chosen, as_of=as_of) == kept


def test_a_cleared_cell_is_empty_and_its_history_stays(record):
    sitting = record.sitting("lines")
    record.answer(record.person, "line", 3, sitting=sitting)
    record.answer(record.person, "line", state="cleared", sitting=sitting)
    assert record.current() == {}
    assert [answer.state for answer in record.history(record.person, "line")] == ["value", "cleared"]


def test_only_the_newest_answer_stands_and_all_are_kept(record):
    sitting = record.sitting("lines")
    for value in (3, 5, 4):
        record.answer(record.person, "line", value, sitting=sitting)
    assert record.current()[record.person.id, "line"].value == 4
    assert [answer.value for answer in record.history(record.person, "line")] == [3, 5, 4]
    assert [answer.value for answer in record.answers()] == [3, 5, 4]


def test_the_record_as_of_a_moment_and_as_of_a_count(record):
    sitting = record.sitting("lines")
    role = record.add_unit("role", sitting=sitting)
    first = record.answer(role, "line", 3, sitting=sitting)
    between = datetime.now(UTC)
    record.answer(role, "line", 6, sitting=sitting)
    record.remove_unit(role, sitting=sitting)
    for moment in (between, first.seq):
        assert record.current(as_of=moment)[role.id, "line"].value == 3
        assert record.units("role", as_of=moment) == [role]
        assert record.answers(as_of=moment)[-1] == first
    assert record.units("role") == []
    with pytest.raises(RecordError, match="no time zone"):
        record.current(as_of=datetime(2026, 1, 1))  # noqa: DTZ001 - the mistake under test


def test_the_stand_changes_with_what_is_said_here_or_elsewhere_but_not_with_what_is_set_aside(tmp_path):
    with Record.open(tmp_path) as record, Record.open(tmp_path) as elsewhere:
        sitting = record.sitting("lines")
        before = record.stand(besides=("look",))
        look = {"seq": 0, "lines": [], "roles": [], "outcomes": []}
        record.answer(record.person, "look", look, sitting=sitting)
        assert record.stand(besides=("look",)) == before
        assert record.stand() > before
        record.answer(record.person, "line", 1, sitting=sitting)
        here = record.stand(besides=("look",))
        assert here > before
        assert here == record.stand(besides=("look",)) == record.stand()
        elsewhere.sitting("lines")  # no answer, but written
        assert record.stand() != here


def test_the_same_token_is_one_answer(record):
    sitting = record.sitting("lines")
    first = record.answer(record.person, "line", 3, sitting=sitting, token="t")
    again = record.answer(record.person, "line", 3, sitting=sitting, token="t")
    assert again == first
    assert len(record.answers()) == 1


def test_a_stale_writer_is_told_and_the_newer_answer_stands(record):
    here, there = record.sitting("lines"), record.sitting("lines")
    seen = record.answer(record.person, "line", 3, sitting=here, replaces=None)
    newer = record.answer(record.person, "line", 6, sitting=there, replaces=seen.seq)
    for stale in (seen.seq, None):
        with pytest.raises(Conflict, match="changed elsewhere") as told:
            record.answer(record.person, "line", 1, sitting=here, replaces=stale)
        assert told.value.current == newer
    assert record.current()[record.person.id, "line"] == newer
    assert record.answer(record.person, "line", 1, sitting=here, replaces=MISSING).value == 1


def test_a_batch_is_all_or_nothing(record):
    sitting = record.sitting("import")
    with pytest.raises(RecordError), record.batch():
        record.answer(record.person, "one", 1, sitting=sitting)
        record.add_unit("role", sitting=sitting)
        record.answer("no such unit", "two", 2, sitting=sitting)
    assert (record.answers(), record.units()) == ([], [])
    with record.batch():
        record.answer(record.person, "one", 1, sitting=sitting)
    assert len(record.answers()) == 1


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"state": "maybe"}, "state 'maybe' is unknown. Expected one of value, na"),
        ({"value": 3, "state": "na"}, "cannot carry the value 3"),
        ({"value": None}, "None is no answer"),
        ({"value": float("nan")}, "nan is no answer"),
        ({"value": {1, 2}}, "type set cannot be kept"),
        ({"value": [float("inf")]}, "cannot be kept"),
        ({"value": "x" * 300_000}, "too many. Expected at most 200,000"),
        ({"value": 3, "memory": 7}, "memory mark 7 is unknown"),
    ],
)
def test_what_is_no_answer_is_refused_in_words_with_the_item_named(record, parts, said):
    with pytest.raises(RecordError, match=said) as refused:
        record.answer(record.person, "decision_freedom", sitting=record.sitting("lines"), **parts)
    assert str(refused.value).startswith("decision_freedom: ")
    assert record.answers() == []


def test_unknown_units_and_sittings_are_refused(record):
    sitting = record.sitting("lines")
    with pytest.raises(RecordError, match="is not in"):
        record.answer("f" * 32, "line", 3, sitting=sitting)
    with pytest.raises(RecordError, match="Begin one with"):
        record.answer(record.person, "line", 3, sitting="nothing")


def test_everything_is_there_after_closing_and_opening(tmp_path):
    with Record.open(tmp_path) as record:
        sitting = record.sitting("lines")
        role = record.add_unit("role", sitting=sitting)
        record.answer(role, "line", 3, sitting=sitting)
        before = (record.answers(), record.units(), record.sittings(), record.newest)
    with Record.open(tmp_path) as record:
        assert (record.answers(), record.units(), record.sittings(), record.newest) == before
        assert record.sittings("lines") == [sitting]
        assert record.sittings("roles") == []
