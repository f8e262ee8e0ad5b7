"""The view that is read once says what a query would, and never what stood before somebody wrote."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper.record import FIRST_SIGHT, NOTE, Conflict, Record
from good_on_paper.record.forget import forget_cell

ITEMS = ("pace", "sense", "listed", "order")
cells = st.sampled_from(
    [("pace", 1), ("pace", 2), ("sense", 3), ("order", 2.5), ("listed", False), ("listed", True)]
)
said = st.tuples(st.integers(0, 3), cells, st.booleans(), st.integers(0, 1))
"""About whom, what, whether it is cleared again, and in which sitting."""


@settings(deadline=None, max_examples=20)
@given(
    given=st.lists(said, max_size=30), undone=st.booleans(), moments=st.lists(st.integers(0, 40), max_size=3)
)
def test_it_answers_as_a_query_does_at_any_moment(tmp_path_factory, given, undone, moments):
    with Record.open(tmp_path_factory.mktemp("life")) as record:
        with record.batch():
            sittings = [record.sitting("lines"), record.sitting(FIRST_SIGHT)]
            role = record.add_unit("role", sitting=sittings[0])
            episode = record.add_unit("episode", parent=role, sitting=sittings[0])
            note = record.add_unit(NOTE, parent=role, sitting=sittings[0])
            about = [record.person, role, episode, note]
            for unit, (item, value), cleared, sitting in given:
                record.whole()  # a view from before must not be what we are given later
                record.answer(about[unit], item, value, sitting=sittings[sitting])
                if cleared:
                    record.answer(about[unit], item, state="cleared", sitting=sittings[sitting])
            if undone:
                with suppress(Conflict):  # answered in the other sitting since
                    record.undo(sittings[0])
        for as_of in (None, *moments):
            for unseen in (None, FIRST_SIGHT):
                view = record.whole(as_of=as_of, unseen=unseen)
                for items in (None, ITEMS[:2], ()):
                    for units in (None, about[:2], [note.id, "f" * 32]):
                        asked = record.current(items=items, units=units, as_of=as_of, unseen=unseen)
                        assert list(view.current(items=items, units=units).items()) == list(asked.items())
            view = record.whole(as_of=as_of)
            for kind in (None, "role", "person", NOTE):
                for parent in (None, role, role.id):
                    assert view.units(kind, parent=parent) == record.units(kind, parent=parent, as_of=as_of)


def test_it_is_kept_until_somebody_writes_and_then_read_anew(tmp_path):
    with Record.open(tmp_path) as record, Record.open(tmp_path) as beside:
        person, sitting = record.person, record.sitting("lines")
        record.answer(person, "pace", 1, sitting=sitting)
        view = record.whole()
        assert record.whole() is view
        assert record.whole(as_of=0) is record.whole(as_of=0)

        record.answer(person, "pace", 2, sitting=sitting)
        assert record.whole().current()[person.id, "pace"].value == 2

        beside.answer(person, "pace", 3, sitting=beside.sitting("lines"))
        assert record.whole().current()[person.id, "pace"].value == 3


def test_after_an_answer_here_only_that_answer_is_read(tmp_path):
    with Record.open(tmp_path) as record:
        person, sitting = record.person, record.sitting("lines")
        for item in (*"abcdefgh", "pace"):
            record.answer(person, item, 1, sitting=sitting)
        before = record.whole().current()
        early = record.whole(as_of=1)

        record.answer(person, "pace", 2, sitting=sitting)
        role = record.add_unit("role", sitting=sitting)
        record.answer(person, "b", state="cleared", sitting=sitting)
        after = record.whole()
        assert after.current() == record.current()
        assert after.units("role") == [role]
        assert all(after.current()[person.id, item] is before[person.id, item] for item in "acdefgh")
        assert record.whole(as_of=1) is early
        assert before[person.id, "b"].value == 1


def test_it_is_read_anew_if_an_earlier_answer_is_not_as_it_was(tmp_path):
    with Record.open(tmp_path) as record:
        person, sitting = record.person, record.sitting("lines")
        for item in "abc":
            record.answer(person, item, "a secret", sitting=sitting)
        for change in ("UPDATE answer SET value = '2', sum = NULL WHERE item = 'a'", "DELETE FROM answer"):
            assert record.whole().current() == record.current()
            with record._connection.writing() as sql:  # noqa: SLF001 - its own window erases, too
                sql.execute(change)
            assert record.whole().current() == record.current()
            with record.batch():
                record.answer(person, "c", 3, sitting=sitting)
                assert record.whole().current() == record.current()


def test_what_was_taken_back_before_the_commit_is_not_kept(tmp_path):
    with Record.open(tmp_path) as record:
        person, sitting = record.person, record.sitting("lines")
        with pytest.raises(ZeroDivisionError), record.batch():
            record.answer(person, "pace", 1, sitting=sitting)
            assert record.whole().current()[person.id, "pace"].value == 1
            raise ZeroDivisionError
        again = record.answer(person, "pace", 2, sitting=sitting)  # takes the place that was given back
        assert record.whole().current()[person.id, "pace"] == again


def test_what_was_forgotten_is_gone_from_it(tmp_path):
    with Record.open(tmp_path) as record:
        person, sitting = record.person, record.sitting("lines")
        record.answer(person, "pace", "a secret", sitting=sitting)
        record.answer(person, "sense", 1, sitting=sitting)
        assert (person.id, "pace") in record.whole().current()
        forget_cell(tmp_path, person.id, "pace")
        assert [*record.whole().current()] == [*record.current()] == [(person.id, "sense")]
