"""What undo turns to next, found from the end of a sitting, against all of it read from the beginning."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from good_on_paper.record.stacks import next_redo, next_undo, stacks


@dataclass
class Step:
    seq: int
    undoes: int | None


acts = st.lists(st.tuples(st.sampled_from(["answer", "undo", "redo"]), st.integers(0, 7)), max_size=40)


def sitting(acts):
    """A sitting in which several can be taken back at once, and some of them be passed over."""
    given = []
    for act, chosen in acts:
        if act == "answer":
            given.append(Step(len(given) + 1, None))
            continue
        done, undone = stacks(given)
        for place, step in enumerate(reversed(done if act == "undo" else undone)):
            if chosen >> place & 1:
                given.append(Step(len(given) + 1, step.seq))
    return given


@given(acts)
def test_both_ways_of_reading_a_sitting_find_the_same(acts):
    given = sitting(acts)
    done, undone = stacks(given)
    newest_first = [(step.seq, step.undoes) for step in reversed(given)]
    assert next_undo(newest_first) == (done[-1].seq if done else None)
    assert next_redo(newest_first) == (undone[-1].seq if undone else None)


@pytest.mark.parametrize(("back", "read"), [(0, 1), (1, 3), (20, 41)])
def test_of_a_long_sitting_only_the_end_is_read(back, read):
    steps = [(seq, None) for seq in range(1, 1001)] + [(1001 + step, 1000 - step) for step in range(back)]
    newest_first = reversed(steps)
    assert next_undo(newest_first) == 1000 - back
    assert len(steps) - len(list(newest_first)) == read
