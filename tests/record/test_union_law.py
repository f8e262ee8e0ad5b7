"""The law of `record.union` over random pairs and triples of copies, without a disk.

``GOOD_ON_PAPER_MERGES=2000`` tries as many; the suite tries fewer. `test_union.py` tries it on real files.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper.record import RecordError
from good_on_paper.record.union import Copy, heads, says_the_same, union

MANY = settings(max_examples=int(os.environ.get("GOOD_ON_PAPER_MERGES", "60")), deadline=None)
UNITS = {"a": None, "b": "a", "c": None}
CELLS = st.tuples(st.sampled_from(sorted(UNITS)), st.sampled_from(["pace", "story"]))
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("say"), CELLS, st.integers(1, 3)),
        st.tuples(st.just("forget cell"), CELLS),
        st.tuples(st.just("empty"), st.integers(0, 20)),
        st.tuples(st.just("take out"), st.integers(0, 20), st.integers(8, 9)),
        st.tuples(st.just("forget unit"), st.sampled_from(sorted(UNITS))),
    ),
    max_size=8,
)


@dataclass
class Told:
    """A copy in which somebody goes on answering and erasing."""

    name: str
    rows: dict = field(default_factory=dict)
    forgotten: set = field(default_factory=set)
    inside: dict = field(default_factory=lambda: dict(UNITS))
    withheld: dict = field(default_factory=dict)

    def copy(self) -> Copy:
        return Copy(dict(self.rows), frozenset(self.forgotten), self.withheld, dict(self.inside))

    def split(self, name: str) -> Told:
        return Told(name, dict(self.rows), set(self.forgotten), dict(self.inside))

    def go_on(self, steps) -> Told:
        for step in steps:
            getattr(self, step[0].replace(" ", "_"))(*step[1:])
        return self

    def say(self, cell, value):
        if cell[0] in self.inside:
            after = heads(self.copy()).get(cell, [])
            known = f"{self.name}{len(self.rows) + len(self.forgotten)}"
            self.rows[known] = row(cell, value, after)

    def forget_cell(self, cell):
        self._drop(known for known, one in self.rows.items() if (one["unit"], one["item"]) == cell)

    def forget_unit(self, unit):
        lost = {each for each, over in self.inside.items() if unit in (each, over)}
        self.forgotten |= lost
        self.inside = {each: over for each, over in self.inside.items() if each not in lost}
        self._drop(known for known, one in self.rows.items() if one["unit"] in lost)

    def empty(self, place):
        self._change(place, lambda _: {"state": "cleared", "value": None, "memory": None})

    def take_out(self, place, value):
        self._change(
            place,
            lambda row: {
                "value": json.dumps(
                    [one for one in json.loads(row["value"]) if one != value], separators=(",", ":")
                )
            },
        )

    def _change(self, place, what):
        if self.rows:
            known = sorted(self.rows)[place % len(self.rows)]
            if self.rows[known]["state"] == "value":
                self.rows[known] = self.rows[known] | what(self.rows[known])
                self.forgotten.add(known)

    def _drop(self, ids):
        for known in list(ids):
            del self.rows[known]
            self.forgotten.add(known)


def row(cell, value, after=()):
    says = {
        "state": "value",
        "value": json.dumps([value, 8, 9], separators=(",", ":")),
        "memory": None,
        "revision": 1,
        "private": 0,
    }
    return {"unit": cell[0], "item": cell[1], "after": list(after)} | says


def redacted(copy: Copy, kept: int, stand_in: str) -> Copy:
    """What stands, some of it as it is, some with a stand-in, some left out; by the bits of a number."""
    stands = [known for ids in heads(copy).values() for known in ids]
    rows, withheld = {}, {}
    for place, known in enumerate(copy.rows):
        one, how = copy.rows[known], (kept >> (2 * place)) & 3
        if known in stands and known not in copy.forgotten and how == 1:
            rows[known] = one | {"value": json.dumps(stand_in)}
        elif known in stands and how > 1:
            rows[known] = one
        if known not in rows or how == 1:
            withheld[known] = tuple(one["after"])
    marks = frozenset(known for known in copy.forgotten if known in rows and known not in withheld)
    return Copy(rows, marks, withheld, copy.inside)


def said(value):
    return set() if value is None else set(json.loads(value))


@st.composite
def copies(draw, number):
    first = Told("first").go_on(draw(STEPS))
    made = []
    for place in range(number):
        told = first.split(f"copy {place}, ")
        if draw(st.integers(0, 3)) == 0:  # a copy for somebody, who then says more
            kept = draw(st.integers(0, 2**32))
            only = redacted(told.copy(), kept, f"stand-in {draw(st.integers(1, 2))}")
            guest = Told(f"guest {place}, ", dict(only.rows), set(), dict(only.inside), only.withheld)
            guest.forgotten = set(only.forgotten)
            said = draw(st.lists(st.tuples(st.just("say"), CELLS, st.integers(4, 6)), max_size=2))
            made.append(guest.go_on(said).copy())
        else:
            made.append(told.go_on(draw(STEPS)).copy())
    return first.copy(), made


@MANY
@given(copies(3))
def test_the_union_is_the_same_in_any_order_and_however_often(told):
    first, (one, two, three) = told
    both = union(one, two)
    assert both == union(two, one)
    assert union(both, three) == union(one, union(two, three))
    assert union(both, one) == both
    assert union(one, one) == one
    assert {cell: set(ids) for cell, ids in heads(both).items()} == {
        cell: set(ids) for cell, ids in heads(union(two, one)).items()
    }
    if not one.withheld and one.forgotten >= first.forgotten:
        assert union(first, one) == one  # an earlier state brings nothing, and brings nothing back


@MANY
@given(copies(2))
def test_nothing_forgotten_comes_back_and_nothing_withheld_covers_an_answer(told):
    _, (one, two) = told
    both = union(one, two)
    for copy in (one, two):
        for known in copy.forgotten & both.rows.keys():
            left = copy.rows[known]["value"]  # gone from one, it is gone from both
            assert said(both.rows[known]["value"]) <= said(left)
        for known in copy.rows.keys() - copy.withheld.keys() - both.forgotten:
            assert both.rows[known] == copy.rows[known]
            assert known not in both.withheld


@MANY
@given(copies(2))
def test_two_answers_stand_exactly_where_both_copies_said_something_since(told):
    first, (one, two) = told
    if any(copy.forgotten - first.forgotten for copy in (one, two)):
        return
    told_since = [
        {(row["unit"], row["item"]) for known, row in copy.rows.items() if known not in first.rows}
        for copy in (one, two)
    ]
    stand = {cell for cell, ids in heads(union(one, two)).items() if len(ids) > 1}
    if not one.withheld and not two.withheld:
        assert stand == told_since[0] & told_since[1]
    else:  # whoever answers what they were not shown answers beside it
        assert stand >= told_since[0] & told_since[1]


def test_whoever_answers_over_a_stand_in_answers_beside_what_it_stood_for():
    cell = ("a", "title")
    mine = Copy({"1": row(cell, "Baker at Holm")})
    theirs = Copy({"1": row(cell, "Employer A"), "2": row(cell, "Employer A")}, withheld={"1": ()})
    assert heads(union(mine, theirs)) == {cell: ["1", "2"]}
    assert heads(theirs) == {cell: ["2"]}


def test_of_an_answer_from_which_each_took_something_what_both_left_is_kept():
    cell = ("a", "pace")
    given, one, other = (
        row(cell, 1) | {"value": json.dumps(left, separators=(",", ":"))}
        for left in ([1, 8, 9], [1, 9], [1, 8])
    )
    copies = [Copy({"1": one}, frozenset({"1"})), Copy({"1": other}, frozenset({"1"})), Copy({"1": given})]
    assert union(copies[0], copies[1]).rows["1"]["value"] == "[1]"
    assert union(copies[0], copies[2]).rows["1"] == one


def test_an_id_that_says_two_things_is_damage():
    one, other = (Copy({"1": row(("a", "pace"), value)}) for value in (1, 2))
    with pytest.raises(RecordError, match="answer 1 says different things"):
        union(one, other)


def test_only_what_differs_for_the_person_is_asked():
    one = row(("a", "pace"), 1)
    assert says_the_same([one, one | {"after": ["x"], "position": 3}])
    assert not says_the_same([one, one | {"private": 1}])
