"""What was high at which end, outer apart from inner: counts of the contrast, and no word of its own."""

from __future__ import annotations

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper.patterns import FOUND, MOST_A_SIDE, contrast, mirrored

LINES = [f"line {place}" for place in range(16)]
SCOPE = {line: "internal" if place % 2 else "external" for place, line in enumerate(LINES)}
JOBS = st.lists(
    st.tuples(st.integers(1, 7), *[st.none() | st.integers(1, 7) for _ in LINES]), min_size=5, max_size=8
)


@settings(max_examples=25, deadline=None)
@given(JOBS)
def test_each_line_stands_where_it_was_high_in_the_larger_share(jobs):
    frame = pd.DataFrame(jobs, columns=["overall", *LINES], index=[f"Job {n}" for n in range(len(jobs))])
    found = contrast(frame.astype("Float64"), scales=(1, 7))
    told = mirrored(found, SCOPE).frame
    assert told["line"].is_unique
    assert (told.groupby(["end", "inner"]).size() <= MOST_A_SIDE).all()
    counts = found.frame.set_index("line")
    for row in told.to_dict("records"):
        of = counts.loc[row["line"]]
        assert row["word"] == of["word"]  # a picture makes none
        assert row["inner"] == (SCOPE[row["line"]] == "internal")
        best, worst = of["best_high"] / of["n_best"], of["worst_high"] / of["n_worst"]
        assert (best > worst) == (row["end"] == "best")
        assert best != worst
        if max(of["n_best"], of["n_worst"]) >= 3 and row["word"] not in FOUND:
            assert abs(of["best_high"] - of["worst_high"]) > 1  # not what a single job made differ


def test_without_two_ends_there_is_nothing_to_mirror():
    jobs = pd.DataFrame({"overall": [4, 4], "pace": [1, 7]}, index=["A", "B"])
    assert mirrored(contrast(jobs, scales=(1, 7)), {}).frame.empty
