"""How far a verdict leans on the ending: every swap by hand, noise, a planted lean, a real survey."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper.patterns import SHUFFLE, STANDS_OUT, TOO_FEW, WORTH, PatternError, lean, least_for_lean
from good_on_paper.patterns.lean import weigh
from good_on_paper.patterns.ranks import scores
from tests.late import Late

stats = Late("scipy.stats")

ATTITUDE = Path(__file__).parents[1] / "reference" / "attitude.csv"
SEEDS = 300
SAID = {WORTH, STANDS_OUT}


def jobs(**columns):
    size = len(next(iter(columns.values())))
    return pd.DataFrame(columns, index=[f"job {i:02}" for i in range(size)], dtype="Float64")


def told(frame, **more):
    return lean(frame, "went", "end", "day", key=-1, **more)


ENDING = jobs(
    went=[7, 6, 6, 5, 4, 3, 2, 1], day=[6, 5, 5, 3, 4, 3, 2, 2], end=[1, 2, 2, 3, 4, 5, 7, 6], top=[4] * 8
)


def test_pairs_and_the_word_by_hand():
    found = told(ENDING, others=["top"], budget=Fraction(1, 20))
    end = found.frame.set_index("part").loc["end"]
    assert (end["pairs"], end["agree"], end["against"], end["ties"]) == (27, 26, 1, 0)
    assert found.frame["part"].tolist() == ["top", "day", "end"]
    assert found.frame.set_index("part")["ties"]["top"] == 27
    assert (found.way, found.swaps, found.rests_on) == (1, 256, "")
    assert found.word == STANDS_OUT


judged = st.lists(
    st.tuples(*[st.one_of(st.none(), st.integers(1, 7))] * 2, st.integers(1, 7)), min_size=1, max_size=8
)


@settings(max_examples=40, deadline=None)
@given(judged)
def test_swaps_are_those_counted_by_hand(said):
    went, day, end = zip(*said, strict=True)
    frame = jobs(went=went, day=day, end=end)
    found, whole = told(frame), frame.dropna().astype(float)
    pull = scores(whole["went"]) * (scores(-whole["end"]) - scores(-whole["day"]))
    sums = [abs(sum(sign * of for sign, of in zip(way, pull, strict=True)))
            for way in product([1, -1], repeat=len(pull))]  # fmt: skip
    if found.swaps:
        assert (found.as_far, found.swaps) == (sum(one >= abs(sum(pull)) for one in sums), len(sums))
        assert found.word == TOO_FEW or (found.word in SAID) == (found.as_far * 20 <= found.swaps)
    else:
        assert found.word == TOO_FEW


@settings(max_examples=30, deadline=None)
@given(judged, st.randoms(use_true_random=False))
def test_the_order_of_roles_and_stretched_verdicts_change_nothing(said, random):
    went, day, end = zip(*said, strict=True)
    frame = jobs(went=went, day=day, end=end)
    rows = list(frame.index)
    random.shuffle(rows)
    once, again = told(frame), told(frame.loc[rows].assign(went=lambda table: table["went"] ** 3))
    assert (once.word, once.as_far, once.way, once.rests_on) == (
        again.word, again.as_far, again.way, again.rests_on,
    )  # fmt: skip
    turned = lean(frame, "went", "day", "end", key=-1)
    assert (turned.way, turned.as_far, turned.word) == (-once.way, once.as_far, once.word)


def likert(felt):
    return np.clip(np.round(4 + 1.5 * felt), 1, 7)


def career(seed, roles, *, of_both=0.0, of_end=0.0, later=0.0):
    """Return jobs whose verdict follows end and day alike by `of_both`, the end alone by `of_end`."""
    dice = np.random.default_rng([seed, roles])
    felt, day, end = dice.standard_normal((3, roles))
    end = -of_end * felt + np.sqrt(1 - of_end**2) * end + later  # the end duller than the day everywhere
    day, end = (-of_both * felt + np.sqrt(1 - of_both**2) * part for part in (day, end))
    return likert(np.column_stack([end, day])), likert(felt)


def leans(parts_and_verdict):
    parts, verdict = parts_and_verdict
    return weigh(-parts, verdict).within


@pytest.mark.parametrize(("of_both", "later"), [(0.0, 0.0), (0.7, 0.0), (0.7, 1.0)])
@pytest.mark.parametrize("roles", [6, 8, 12])
def test_a_verdict_that_follows_both_alike_seldom_seems_to_lean(roles, of_both, later):
    said = [leans(career(seed, roles, of_both=of_both, later=later)) for seed in range(SEEDS)]
    assert np.mean(said) <= 0.08


def test_a_planted_lean_is_found():
    assert np.mean([leans(career(seed, 12, of_end=0.95)) for seed in range(SEEDS)]) >= 0.4


def test_so_few_that_no_swap_could_tell():
    five = ENDING.iloc[[0, 2, 4, 6, 7]]
    assert told(five).word == TOO_FEW  # 2 of 32 ways are as far as the farthest
    assert least_for_lean(ENDING, "went", "end", "day") == Fraction(2, 128)  # one is the same
    assert told(ENDING, budget=Fraction(1, 200)).word == TOO_FEW
    same = ENDING.assign(end=ENDING["day"])
    assert (told(same).way, told(same).word) == (0, TOO_FEW)
    assert told(ENDING.iloc[:0]).word == TOO_FEW
    assert told(ENDING.assign(went=[7] + [None] * 7)).frame["pairs"].tolist() == [0, 0]


def test_a_lean_that_rests_on_one_job_names_it():
    one = jobs(went=[7, 4, 4, 4, 4, 4, 4, 1], day=[3, 2, 4, 3, 3, 4, 2, 2], end=[3, 3, 3, 4, 3, 3, 3, 7])
    assert told(one).rests_on == "job 07"


def test_a_real_survey_of_thirty():
    """Does the rating of a department go more with how complaints are handled than with criticism heard?"""
    survey = pd.read_csv(ATTITUDE, index_col="rownames")
    found = lean(survey, "rating", "complaints", "critical")
    assert (found.way, found.word, found.swaps) == (1, STANDS_OUT, 20_000)
    pairs = found.frame.set_index("part")
    assert pairs.loc["complaints", "agree"] > pairs.loc["critical", "agree"]
    near = lean(survey, "rating", "learning", "raises")  # both go with it: rho .62 and .60
    assert near.word == SHUFFLE
    peer = stats.kendalltau(survey["rating"], survey["complaints"]).statistic
    assert pairs.loc["complaints", "tau"] == pytest.approx(peer)


def test_a_column_that_is_not_there_is_named():
    with pytest.raises(PatternError, match="'dull_end'"):
        lean(ENDING, "went", "dull_end", "day")
