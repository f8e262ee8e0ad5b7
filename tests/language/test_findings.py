"""The sentences of a finding: whatever the counts, each is said once, and none is made up."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from good_on_paper.language.counts import uncapital
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
            many = {(0, one.rated): "none", (0, 2): "neither", (2, 2): "both"}.get(
                (one.high, one.rated), one.high
            )
            assert f"in {many} of {one.called}" in told.lower()
        elif one.rated == 1:
            said = re.search(rf"(not |neither |nor |)in {one.called}", told)
            assert bool(said[1]) == (one.high == 0)
        elif told:
            assert f"not rated: {one.called}" in told
    assert "0 of" not in told
    assert told == "" or (told.endswith(".") and told[0].isupper() and told.count("I chose my work") == 1)


def test_of_one_job_at_each_end_both_are_said_in_one_breath():
    best, worst = End(1, 1, "my best job"), End(1, 1, "the one that went least well")
    assert compared("I chose", best, worst) == "I chose: in my best job and in the one that went least well."
    assert compared("I chose", replace(best, high=0), replace(worst, high=0)) == (
        "I chose: neither in my best job nor in the one that went least well."
    )
    assert compared("I chose", replace(best, high=0), worst) == (
        "I chose: not in my best job, but in the one that went least well."
    )


def test_nobody_says_in_0_of_my_2_jobs():
    none, some = End(0, 2, "my 2 best jobs"), End(2, 3, "the 3 that went least well")
    told = "In neither of my 2 best jobs, but in 2 of the 3 that went least well, I was short of time."
    assert compared("I was short of time", none, some) == told
    assert compared("I was short of time", none, replace(some, high=0)) == (
        "I was short of time: in neither of my 2 best jobs and in none of the 3 that went least well."
    )
    assert compared("I was short of time", none) == "I was short of time: in neither of my 2 best jobs."


def test_in_mid_sentence_the_word_i_keeps_its_capital():
    assert uncapital("I chose my work") == "I chose my work"
    assert uncapital("Ideas count") == "ideas count"


@given(st.lists(st.floats(1, 500), max_size=5), COUNT, COUNT, COUNT, COUNT, st.sampled_from(["my", "your"]))
def test_of_every_job_it_is_said_whether_it_got_dull(after, first, left, still, unsaid, whose):
    said = len(after) + first + left + still
    told = got_dull(after, first, left, still, of=said + unsaid, whose=whose)
    assert bool(told) == bool(said)
    assert told.endswith(" so far.") == (still > 0)
    assert ("when the job ended" in told) == (left > 0)
    if said:
        wrong = {"my": r"\byou\b|\byour\b", "your": r"\bI\b|\bmy\b"}[whose]
        assert not re.search(wrong, told)
        assert re.search(rf"\b{said}\b", told) or (said == 1 and not unsaid)


def test_the_same_counts_make_the_same_sentence_for_a_chart_and_for_the_person():
    mine, yours = (got_dull([30.0], 1, 2, 0, of=4, whose=whose) for whose in ("my", "your"))
    begun = "In 1 of my 4 jobs it got dull after 7 months, in 1 from the first day"
    assert mine == f"{begun}; in 2 it had not got dull when the job ended."
    assert mine.replace("my", "your").replace("I left", "you left") == yours
