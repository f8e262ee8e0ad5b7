"""The sentences of a finding: whatever the counts, each is said once, and none is made up."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from good_on_paper.language.findings import End, compared, got_dull

COUNT = st.integers(0, 9)


def end(called):
    return st.tuples(COUNT, COUNT).map(lambda pair: End(min(pair), max(pair), called))


@given(end("my best jobs"), end("the others"))
def test_every_count_of_both_ends_is_said(best, worst):
    told = compared("I chose my work", best, worst)
    assert bool(told) == bool(best.rated or worst.rated)
    for one in (best, worst):
        if one.rated > 1:
            assert f"{one.high} of {one.called}" in told or (f"none of {one.called}" in told and not one.high)
        elif one.rated == 1:
            assert re.search(rf"{'' if one.high else 'not '}in {one.called}", told)
        elif told:
            assert f"not rated: {one.called}" in told
    assert told == "" or (told.endswith(".") and told[0].isupper() and told.count("I chose my work") == 1)


@given(st.lists(st.floats(1, 500), max_size=5), COUNT, COUNT, COUNT, COUNT, st.sampled_from(["my", "your"]))
def test_of_every_job_it_is_said_whether_it_got_dull(after, first, left, still, unsaid, whose):
    said = len(after) + first + left + still
    told = got_dull(after, first, left, still, of=said + unsaid, whose=whose)
    assert bool(told) == bool(said)
    assert ("not got dull yet" in told or "not yet" in told) == (still > 0)
    assert ("by the end" in told) == (left > 0)
    if said:
        wrong = {"my": r"\byou\b|\byour\b", "your": r"\bI\b|\bmy\b"}[whose]
        assert not re.search(wrong, told)
        assert re.search(rf"\b{said}\b", told) or (said == 1 and not unsaid)


def test_the_same_counts_make_the_same_sentence_for_a_chart_and_for_the_person():
    mine, yours = (got_dull([30.0], 1, 2, 0, of=4, whose=whose) for whose in ("my", "your"))
    begun = "In 1 of my 4 jobs it got dull after 7 months, in 1 from the first day"
    assert mine == f"{begun}; in 2 it had not got dull by the end."
    assert mine.replace("my", "your").replace("I left", "you left") == yours
