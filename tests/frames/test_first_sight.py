"""What the start page asked of a best and a worst job just named does not count; what is said later does."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper.catalogue import load
from good_on_paper.frames import ratings
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.record import FIRST_SIGHT, Conflict, Record

CATALOGUE = load()
LINE = "decision_freedom"
STEPS = st.lists(st.tuples(st.booleans(), st.one_of(st.none(), st.integers(1, 7))), max_size=8)


def value(rec):
    frame = ratings(Snapshot(rec, fixed=CATALOGUE))
    return frame[LINE].tolist() if LINE in frame else []


@settings(deadline=None, max_examples=30)
@given(steps=STEPS)
def test_the_newest_that_was_not_of_the_first_pass_counts(steps, tmp_path_factory):
    with Record.open(tmp_path_factory.mktemp("person")) as rec:
        first, later = rec.sitting(FIRST_SIGHT), rec.sitting("lines")
        role = rec.add_unit("role", sitting=later)
        expected = None
        for in_first_pass, rated in steps:
            state = "cleared" if rated is None else "value"
            rec.answer(role, LINE, rated, state=state, sitting=first if in_first_pass else later)
            expected = expected if in_first_pass else rated
        assert value(rec) == ([] if expected is None else [expected])


def test_only_cells_of_the_first_pass_are_left_out(rec, cat, add):
    first = rec.sitting(FIRST_SIGHT)
    one, other = add(title="Editor"), add(title="Cook")
    rec.answer(one, LINE, 2, sitting=first)
    rec.answer(other, LINE, 5, sitting=rec.sitting("lines"))
    frame = ratings(Snapshot(rec, fixed=cat))
    assert frame[LINE].isna().to_dict() == {"Editor": True, "Cook": False}
    assert ratings(Snapshot(rec, fixed=cat), blanks="reason")[LINE].to_dict() == {
        "Editor": "",
        "Cook": "",
    }
    assert isinstance(frame, pd.DataFrame)


def test_undoing_what_was_asked_again_does_not_bring_the_first_value_back(rec, add):
    first, later = rec.sitting(FIRST_SIGHT), rec.sitting("lines")
    role = add(title="Editor")
    rec.answer(role, LINE, 2, sitting=first)
    rec.answer(role, LINE, 6, sitting=later, replaces=None, unseen=FIRST_SIGHT)
    rec.undo(later, unseen=FIRST_SIGHT)
    assert value(rec) == []
    rec.redo(later, unseen=FIRST_SIGHT)
    assert value(rec) == [6]


def test_what_another_form_said_meanwhile_is_still_seen(rec, add):
    first, later = rec.sitting(FIRST_SIGHT), rec.sitting("lines")
    role = add(title="Editor")
    rec.answer(role, LINE, 2, sitting=first)
    rec.answer(role, LINE, 6, sitting=rec.sitting("lines"))
    with pytest.raises(Conflict):
        rec.answer(role, LINE, 7, sitting=later, replaces=None, unseen=FIRST_SIGHT)
