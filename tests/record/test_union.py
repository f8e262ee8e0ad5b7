"""The law by which two copies of a record are laid together, tried on what real records hold."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from good_on_paper.record import RECORD_FILE, Record, RecordError
from good_on_paper.record.forget import forget_answer, forget_cell, forget_item, forget_unit
from good_on_paper.record.merge_rows import copy_of, tables_in
from good_on_paper.record.union import Copy, heads, union
from tests.record.copies import copied


def read(folder) -> Copy:
    """What a folder's record holds."""
    with closing(sqlite3.connect(f"{(folder / RECORD_FILE).as_uri()}?mode=ro", uri=True)) as sql:
        return copy_of(tables_in(sql))


answers = st.tuples(st.just("answer"), st.booleans(), st.sampled_from("abc"), st.integers(1, 3))
names = st.tuples(st.just("name"), st.sampled_from([["a", "b"], ["b"], ["c", "a"]]))
steps = st.lists(answers | names | st.just(("undo",)), max_size=5)
erasures = st.one_of(
    st.tuples(st.just("cell"), st.booleans(), st.sampled_from("abc")),
    st.tuples(st.just("item"), st.sampled_from("abc")),
    st.tuples(st.just("one"), st.integers(0, 30)),
    st.just(("unit",)),
)


def tell(folder, taken):
    with Record.open(folder) as record:
        sitting = record.sitting("lines")
        for step in taken:
            roles = record.units("role")
            if step[0] == "answer":
                record.answer(roles[0] if step[1] and roles else record.person, *step[2:], sitting=sitting)
            elif step[0] == "name":
                record.answer(record.person, "offered", step[1], sitting=sitting)
            else:
                record.undo(sitting)


def erase(folder, what):
    with Record.open(folder) as record:
        person, roles, said = record.person.id, record.units("role"), record.answers()
    try:
        if what[0] == "cell":
            forget_cell(folder, roles[0].id if what[1] and roles else person, what[2])
        elif what[0] == "item":
            forget_item(folder, what[1])
        elif what[0] == "one":
            forget_answer(folder, said[what[1] % len(said)].seq)
        elif roles:
            forget_unit(folder, roles[0].id)
    except RecordError:
        pass  # there was nothing of the kind


@settings(deadline=None, max_examples=12)
@given(steps, st.lists(st.tuples(steps, st.none() | erasures, steps), min_size=3, max_size=3))
@example(  # what is forgotten is the taking back itself
    [("answer", False, "a", 1), ("answer", True, "a", 1), ("undo",)],
    [([], ("one", 14), []), ([], None, []), ([], None, [])],
)
def test_copies_laid_together_are_the_same_in_any_order_and_however_often(begun, copies):
    with tempfile.TemporaryDirectory() as place:
        first = Path(place) / "first"
        with Record.open(first) as record:
            record.add_unit("role", sitting=record.sitting("roles"))
        tell(first, [("name", ["a", "b", "c"]), *begun])
        split = read(first)
        told = []
        for number, (before, erasure, after) in enumerate(copies):
            folder = copied(first, Path(place) / str(number))
            tell(folder, before)
            if erasure is not None:
                erase(folder, erasure)
            tell(folder, after)
            told.append(read(folder))
    one, other, third = told
    assert union(one, other) == union(other, one)
    assert union(union(one, other), third) == union(one, union(other, third))
    for copy in told:
        assert union(copy, copy) == copy
        assert union(split, copy) == copy  # an earlier state brings nothing, and brings nothing back
        assert union(copy, union(one, other)) == union(union(one, other), copy)
    both = union(one, other)
    assert union(both, one) == union(both, other) == both
    said = {known for known, row in split.rows.items() if row["state"] != "cleared"}  # else nothing is to go
    assert not [
        known for known in said & both.rows.keys() & one.forgotten if both.rows[known] == split.rows[known]
    ]


@settings(deadline=None, max_examples=12)
@given(steps, steps, steps)
def test_two_rows_stand_last_in_a_cell_exactly_where_both_copies_said_something_of_it(begun, here, there):
    with tempfile.TemporaryDirectory() as place:
        first = Path(place) / "first"
        with Record.open(first) as record:
            record.add_unit("role", sitting=record.sitting("roles"))
        tell(first, begun)
        split = read(first)
        other = copied(first, Path(place) / "other")
        tell(first, here)
        tell(other, there)
        one, two = read(first), read(other)
    assert all(len(ids) == 1 for copy in (split, one, two) for ids in heads(copy).values())

    def said_since(copy):
        return {(row["unit"], row["item"]) for known, row in copy.rows.items() if known not in split.rows}

    asked = {cell for cell, ids in heads(union(one, two)).items() if len(ids) > 1}
    assert asked == said_since(one) & said_since(two)
