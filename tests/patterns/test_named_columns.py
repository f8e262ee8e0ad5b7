"""A name that is no column is refused by every pattern: unnoticed, it would change what is found."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pandas as pd
import pytest

from good_on_paper import patterns
from good_on_paper.patterns import PatternError
from good_on_paper.patterns.recipes import sweep

JOBS = pd.DataFrame(
    {
        "overall": [7, 6, 6, 2, 1, 2],
        "cost": [1, 2, 2, 6, 7, 6],
        "pace": [6, 7, 6, 1, 2, 3],
        "hours": [1, 6, 2, 6, 1, 7],
    },
    list("ABCDEF"),
)
ENDS = {"pase": (1, 7)}
HERE = pd.DataFrame({"low": [5], "high": [6]}, index=["pace"])
HALF = Fraction(1, 40)
FOUND = patterns.contrast(JOBS)

Call = Callable[[], object]


@pytest.mark.parametrize(
    ("argument", "what", "call"),
    [
        ("scales", "column", lambda: patterns.contrast(JOBS, scales=ENDS)),
        ("key", "column", lambda: patterns.contrast(JOBS, key={"pase": 1})),
        ("kin", "column", lambda: patterns.contrast(JOBS, kin=["pase"])),
        ("guesses", "line", lambda: patterns.contrast(JOBS, guesses=["pase"])),
        ("scales", "column", lambda: patterns.contrasts(JOBS, {"overall": HALF, "cost": HALF}, scales=ENDS)),
        ("key", "column", lambda: patterns.contrasts(JOBS, {"overall": HALF}, key={"pase": 1})),
        ("kin", "column", lambda: patterns.contrasts(JOBS, {"overall": HALF}, kin={"overall": ["pase"]})),
        ("scales", "column", lambda: patterns.role_map(JOBS, scales=ENDS)),
        ("scales", "column", lambda: patterns.two_lines(JOBS, "pace", "hours", scales=ENDS)),
        ("scales", "column", lambda: patterns.own_definition(JOBS, {"pace": 1}, scales=ENDS)),
        ("scales", "column", lambda: patterns.under_definitions(JOBS, {"mine": {"pace": 1}}, scales=ENDS)),
        ("scales", "column", lambda: patterns.recipes(JOBS, conditions=["pace"], scales=ENDS)),
        ("crossover", "column", lambda: patterns.recipes(JOBS, conditions=["pace"], crossover={"pase": 4.5})),
        (
            "says",
            "column",
            lambda: patterns.recipes(JOBS, conditions=["pace"], says={"pase": ("fast", "slow")}),
        ),
        ("scales", "column", lambda: sweep(JOBS, ["pace"], "overall", ["pace"], scales=ENDS)),
        ("weights", "column", lambda: nearest({"pace": 1, "pase": 2}, {"pace": (1, 7)})),
        ("scales", "column", lambda: nearest({"pace": 1}, {"pace": (1, 7), **ENDS})),
        ("wanted", "line", lambda: patterns.nearness(JOBS, {"pase": 4})),
        ("key", "line", lambda: patterns.halo(FOUND, {"pase": 1})),
        ("scope", "line", lambda: patterns.mirrored(FOUND, {"pase": "internal"})),
    ],
)
def test_a_typing_mistake_is_refused_by_name(argument: str, what: str, call: Call) -> None:
    near = (
        f"^{argument}: there is no {what} 'pase'; did you mean .*pace.*[?] Correct the name, or leave it out$"
    )
    with pytest.raises(PatternError, match=near):
        call()


def test_a_name_like_none_is_told_what_there_is() -> None:
    with pytest.raises(PatternError, match="no column 'x'; there are: overall, cost, pace, hours; correct"):
        patterns.contrast(JOBS, scales={"x": (1, 7)})
    with pytest.raises(PatternError, match="kin: there is no outcome 'x'; there are: overall; correct"):
        patterns.contrasts(JOBS, {"overall": HALF}, kin={"x": ["pace"]})


@pytest.mark.parametrize(("weights", "words"), [({"pase": 1}, "'pase'"), ({}, "all weights are 0")])
def test_weights_of_no_column_are_refused_as_before(weights: dict[str, int], words: str) -> None:
    with pytest.raises(PatternError, match=words):
        patterns.own_definition(JOBS, weights)


def test_every_column_may_be_named_also_one_that_is_no_line() -> None:
    dated = JOBS.assign(began=range(6), firm=list("XXYYZZ"))
    ends = {"overall": (1, 7), "cost": (1, 7), "pace": (1, 7), "hours": (1, 7), "began": (0, 9)}
    key = {"cost": -1, "pace": 1, "overall": 1}
    found = patterns.contrast(dated.drop(columns="firm"), scales=ends, key=key, when="began", beside=["cost"])
    assert found.frame["line"].tolist() == ["pace", "hours"]
    own = patterns.contrast(dated, scales=ends, key=key, within="firm", when="began", beside=["cost"])
    assert sorted(own.frame["line"]) == ["hours", "pace"]
    spend = {"overall": HALF, "cost": Fraction(0)}
    both = patterns.contrasts(JOBS, spend, key=key, scales={"cost": (1, 7)}, kin={"overall": ["cost"]})
    assert [sorted(one.frame["line"]) for one in both.values()] == [["hours", "pace"]] * 2


def nearest(weights: dict[str, int], scales: dict[str, tuple[int, int]]) -> object:
    return patterns.nearest(JOBS, HERE, weights, scales=scales)
