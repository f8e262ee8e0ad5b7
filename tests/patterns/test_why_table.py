from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from good_on_paper.patterns import PatternError
from good_on_paper.patterns.why_table import why_table

rows = st.lists(st.tuples(st.booleans(), st.booleans(), st.sampled_from([True, False, None])), max_size=8)


@given(rows)
def test_counts_are_those_of_the_rows_and_never_more_than_there_are(told):
    ways = pd.DataFrame({"map": [way for way, *_ in told]}, dtype="bool")
    there = pd.DataFrame({"freedom": [present for _, present, _ in told]}, dtype="bool")
    usual = pd.DataFrame({"freedom": [usually for *_, usually in told]}, dtype="boolean")
    found = why_table(ways, there, usual).frame
    used = [row for row in told if row[0]]
    both = sum(present for _, present, _ in used)
    rated = [usually for *_, usually in used if usually is not None]
    expected = [["map", "freedom", both, len(used), sum(rated), len(rated)]] if both else []
    assert found.to_numpy().tolist() == expected


def test_other_rows_are_refused():
    one, two = pd.DataFrame({"a": [True]}), pd.DataFrame({"a": [True, False]})
    with pytest.raises(PatternError, match="different rows"):
        why_table(one, two, two)
