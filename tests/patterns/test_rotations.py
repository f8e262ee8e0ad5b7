"""Rotations of the order in time: laws, and what they make of careers in which everything drifts."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper.patterns import (
    FEWEST_DATED,
    FOUND,
    SHUFFLE,
    TOO_FEW,
    WORTH,
    PatternError,
    contrast,
    contrasts,
    lean,
    look_budget,
    recipes,
)
from good_on_paper.patterns.evidence import evidence
from good_on_paper.patterns.ranks import scores_of
from good_on_paper.patterns.rotations import arrangements, as_strong, passes
from tests.patterns.careers import at_least, at_most, drifting, likert, names, over_time

LINES = [f"line {line:02}" for line in range(20)]
KEYED = dict(zip(LINES, [1, 1, 1, -1, 0, 1, -1, 1, 1, 0] * 2, strict=True))


def career(seed, roles, drift, *, planted=None, rho=0.9):
    """Give lines and an outcome that drift, unrelated but for the one that is planted."""
    dice = np.random.default_rng([seed, roles])
    felt, lines = drifting(dice, roles, 1, drift)[:, 0], drifting(dice, roles, len(LINES), drift)
    if planted is not None:
        lines[:, planted] = rho * felt + np.sqrt(1 - rho**2) * lines[:, planted]
    frame = pd.DataFrame(likert(lines), names(roles), LINES)
    return frame, pd.Series(likert(felt), frame.index)


def words(frame, went, *, guesses=3, when=None, seed=0):
    told = evidence(
        frame,
        went,
        guesses=LINES[:guesses],
        keyed=KEYED,
        budget=look_budget(),
        seed=seed,
        shuffles=1_000,
        when=when,
    )
    return told.columns["word"]


@pytest.mark.parametrize(("roles", "drift"), [(8, 0.6), (10, 0.6), (12, 0.0), (12, 0.6)])
def test_what_drifts_seldom_gets_a_word(roles, drift):
    def false(seed):
        return bool(set(FOUND) & {*words(*career(seed, roles, drift), when=over_time(roles))})

    assert at_most(false, 0.06, than=0.12)


@pytest.mark.parametrize(("roles", "most"), [(12, 0.12), (20, 0.08)])
def test_what_drifts_strongly_gets_far_fewer_words_than_shuffles_alone_give(roles, most):
    def false(seed):
        return bool(set(FOUND) & {*words(*career(seed, roles, 0.8), when=over_time(roles))})

    def undated(seed):
        return bool(set(FOUND) & {*words(*career(seed, roles, 0.8))})

    assert at_most(false, most, than=most + 0.08)
    assert at_least(undated, 0.25, than=0.17)  # the defect that rotations are for


@pytest.mark.parametrize(
    ("roles", "planted", "guesses", "rho", "least"),
    [(8, 10, 0, 0.95, 0.35), (12, 10, 3, 0.9, 0.50), (12, 1, 3, 0.9, 0.75), (20, 10, 3, 0.9, 0.90)],
)
def test_what_is_planted_among_dated_jobs_is_found(roles, planted, guesses, rho, least):
    def found(seed):
        frame, went = career(seed, roles, 0.0, planted=planted, rho=rho)
        return words(frame, went, guesses=guesses, when=over_time(roles))[planted] in FOUND

    assert at_least(found, least, than=least - 0.12)


@given(st.integers(1, 12))
def test_arrangements_are_all_different_ways_to_keep_neighbours_together(count):
    ways = arrangements(count).tolist()
    assert len(ways) == 2 * count
    assert ways[0] == list(range(count))
    for way in ways:
        assert sorted(way) == list(range(count))
        steps = {(after - before) % count for before, after in pairwise(way)}
        assert steps <= {1, count - 1}
    if count > 2:
        assert len({tuple(way) for way in ways}) == 2 * count


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 2**32 - 1), st.integers(2, 12), st.integers(1, 4), st.integers(1, 3))
def test_rotations_are_counted_as_by_hand(seed, roles, width, outcomes):
    dice = np.random.default_rng(seed)
    lines, went = dice.integers(1, 8, (roles, width)).astype(float), dice.integers(1, 8, (roles, outcomes))
    lines[dice.random(lines.shape) < 0.1] = np.nan
    order = dice.permutation(roles)[: max(1, roles - 2)]
    ranked, scored = scores_of(lines), scores_of(went.astype(float))

    def strengths(turned):
        return [
            [
                Fraction(int(turned[:, which] @ line) ** 2, max(1, int(line @ line)))
                / max(1, int(scored[:, which] @ scored[:, which]))
                for line in ranked.T
            ]
            for which in range(outcomes)
        ]

    seen = strengths(scored)[0]
    count = [0] * width
    for way in arrangements(len(order)):
        turned = scored.copy()
        turned[order] = scored[order[way]]
        strongest = max(map(max, strengths(turned)))
        count = [many + (strongest >= one) for many, one in zip(count, seen, strict=True)]
    assert as_strong(ranked, scored, order).tolist() == count


def test_the_gate_asks_eight_and_nine_jobs_to_be_neater_than_every_other_arrangement():
    assert [passes(many, 2 * roles) for roles in (8, 9, 19) for many in (1, 2)] == [True, False] * 3
    assert passes(2, 40)
    assert not passes(3, 40)


def test_two_families_share_the_gate_and_one_alone_has_all_of_it():
    """Of 40 arrangements one other may be as strong for a family alone, and none where two share."""

    def told(seed, guesses):
        frame, went = career(seed, 20, 0.6, planted=10)
        result = contrast(
            frame.assign(overall=went), guesses=LINES[:guesses], when=over_time(20), scales=(1, 7)
        )
        return result.frame.set_index("line").loc[LINES[10]]

    second = [
        seed
        for seed in range(40)
        if told(seed, 0)["p_rotated"] == 2 / 40 and told(seed, 1)["p_rotated"] == 2 / 40
    ]
    assert second
    for seed in second:
        assert (told(seed, 0)["word"], told(seed, 0)["drift"]) == (WORTH, False)
        assert (told(seed, 1)["word"], told(seed, 1)["drift"]) == (SHUFFLE, True)


RISEN = pd.DataFrame(
    {
        "overall": [1, 1, 2, 3, 3, 5, 6, 7, 7, 6.0],
        "pay": [1, 2, 2, 2, 3, 4, 6, 6, 7, 7.0],
        "noise": [4, 2, 6, 1, 7, 3, 5, 2, 6, 1.0],
    },
    names(10),
)


def test_what_only_rose_over_the_years_falls_to_chance_and_what_followed_each_turn_does_not():
    undated = contrast(RISEN).frame.set_index("line")
    assert undated["word"]["pay"] == WORTH
    assert undated["p_rotated"].isna().all()
    assert not undated["drift"].any()
    result = contrast(RISEN, when=over_time(10))
    dated = result.frame.set_index("line")
    assert (dated["word"]["pay"], dated["drift"]["pay"]) == (SHUFFLE, True)
    assert dated["p_rotated"]["pay"] > 0.05
    assert min(result.tau_time, dated["tau_time"]["pay"]) > 0.8
    turns = [8, 4, 7, 0, 1, 2, 5, 9, 6, 3]
    mixed = RISEN.iloc[turns].set_axis(RISEN.index)
    followed = contrast(mixed, when=over_time(10)).frame.set_index("line")
    assert (followed["word"]["pay"], followed["drift"]["pay"]) == (WORTH, False)


@pytest.mark.parametrize("dated", [0, FEWEST_DATED - 1])
def test_with_too_few_dates_nothing_changes(dated):
    when = over_time(10).where(np.arange(10) < dated)
    pd.testing.assert_frame_equal(contrast(RISEN, when=when).frame, contrast(RISEN).frame)


def test_no_job_at_all_is_too_few_to_tell_with_dates_too():
    empty = pd.DataFrame(columns=["overall", "pace", "began"], dtype=float)
    assert contrast(empty, when="began").frame["word"].tolist() == [TOO_FEW]


def test_jobs_without_a_date_stay_where_they_are():
    frame, went = career(3, 12, 0.0)
    when = over_time(12).where(np.arange(12) < 9)
    result = contrast(frame.assign(overall=went), when=when)
    ranked, scored = scores_of(frame.to_numpy()), scores_of(went.to_numpy()[:, None])
    expected = as_strong(ranked, scored, range(9)) / 18
    assert result.frame.set_index("line")["p_rotated"][LINES].tolist() == pytest.approx(expected.tolist())
    assert result.when.isna().sum() == 3


@given(st.integers(0, 100), st.randoms(use_true_random=False))
@settings(max_examples=15, deadline=None)
def test_neither_the_order_of_rows_nor_how_dates_are_written_matters(seed, random):
    frame, went = career(seed, 9, 0.6)
    jobs = frame.iloc[:, :5].assign(overall=went)
    once = contrast(jobs, when=over_time(9), scales=(1, 7))
    rows = list(jobs.index)
    random.shuffle(rows)
    years = over_time(9).astype(int)
    for when in (
        pd.to_datetime(years.astype(str) + "-03-01"),
        years.astype(str) + "-03",
        years - 1990,
    ):
        again = contrast(jobs.loc[rows], when=when, scales=(1, 7))
        pd.testing.assert_frame_equal(once.frame, again.frame)
    column = contrast(jobs.assign(began=years), when="began", scales=(1, 7))
    pd.testing.assert_frame_equal(once.frame, column.frame)


def test_of_episodes_the_earliest_date_counts():
    frame, went = career(5, 9, 0.6)
    jobs = frame.assign(overall=went)
    twice = pd.concat([jobs, jobs]).rename_axis("role").reset_index()
    twice["began"] = [*range(9), *range(20, 29)]
    once = contrast(jobs, when=over_time(9))
    for when in ("began", over_time(9)):
        given = twice if isinstance(when, str) else twice.drop(columns="began")
        again = contrast(given, within="role", when=when)
        assert again.frame["p_rotated"].tolist() == once.frame["p_rotated"].tolist()


@pytest.mark.parametrize(
    ("when", "words_"),
    [
        ("began", "when: there is no column 'began'"),
        (pd.Series(["soon"], ["job 01"]), "when, row 'job 01': 'soon' is no date; expected dates as 2019"),
        (pd.Series([1, 2], ["job 01", "job 01"]), "when: 'job 01' is there more than once"),
    ],
)
def test_dates_that_cannot_be_read_are_named(when, words_):
    with pytest.raises(PatternError, match=words_):
        contrast(RISEN, when=when)


def test_two_outcomes_are_turned_round_together():
    """What would pass alone need not pass where two outcomes are asked."""
    frame, went = career(1, 10, 0.6)
    other = career(2, 10, 0.6)[1]
    both = frame.assign(overall=went, cost=other)
    alone = contrast(both.drop(columns="cost"), when=over_time(10)).frame.set_index("line")["p_rotated"]
    result = contrast(both, when=over_time(10), beside=["cost"])
    assert "cost" not in set(result.frame["line"])
    assert (result.frame.set_index("line")["p_rotated"][alone.index] >= alone).all()
    spend = dict.fromkeys(("overall", "cost"), look_budget(1, 2))
    shared = contrasts(both, spend, when=over_time(10))["overall"]
    pd.testing.assert_frame_equal(
        shared.frame, contrast(both, when=over_time(10), beside=["cost"], budget=look_budget(1, 2)).frame
    )
    with pytest.raises(PatternError, match="beside: there is no other column 'pace'"):
        contrast(both, beside=["pace"])


def verdicts(seed, roles, drift, *, planted=False):
    dice = np.random.default_rng([seed, roles])
    frame = pd.DataFrame(likert(drifting(dice, roles, 3, drift)), names(roles), ["end", "day", "went"])
    return frame.assign(went=frame["end"]) if planted else frame


def test_how_far_a_verdict_leans_asks_the_years_too():
    def false(seed):
        return lean(verdicts(seed, 12, 0.8), "went", "end", "day", when=over_time(12)).word in FOUND

    assert at_most(false, 0.06, than=0.13)
    undated = [lean(verdicts(seed, 12, 0.8), "went", "end", "day") for seed in range(40)]
    dated = [lean(verdicts(seed, 12, 0.8), "went", "end", "day", when=over_time(12)) for seed in range(40)]
    assert sum(one.word in FOUND for one in undated) > sum(one.word in FOUND for one in dated)
    for before, after in zip(undated, dated, strict=True):
        assert after.drift == (before.word in FOUND and after.word == SHUFFLE)
    there = [
        lean(verdicts(seed, 12, 0.0, planted=True), "went", "end", "day", when=over_time(12))
        for seed in range(20)
    ]
    assert sum(one.word in FOUND for one in there) > 4 * sum(one.word in FOUND for one in dated[:20])


def test_recipes_ask_the_years_too():
    """Where all drifts, some mixes that shuffles seldom give fall; a mix that is there stays."""
    fell = 0
    for seed in range(40):
        dice = np.random.default_rng([seed, 20])
        frame = pd.DataFrame(likert(drifting(dice, 20, 5, 0.8)), names(20), [*"abcd", "overall"])
        before = recipes(frame, guesses=list("abcd"), shuffles=200)
        after = recipes(frame.assign(began=over_time(20)), guesses=list("abcd"), shuffles=200, when="began")
        for one, other in ((before.good, after.good), (before.bad, after.bad)):
            assert other.drift == (one.word == WORTH and other.word == SHUFFLE)
            assert other.word in {one.word, SHUFFLE}
            if other.drift:
                assert other.sentences == (
                    (
                        "Jobs next to each other are often alike, "
                        "and that alone can make a combination like this."
                    ),
                )
            fell += other.drift
    assert fell
    dice = np.random.default_rng(4)
    frame = pd.DataFrame(dice.integers(0, 2, (20, 4)) * 4 + 2, names(20), list("abcd"))
    one, two, three, four = (frame[line] > 4 for line in "abcd")
    frame["overall"] = np.where((one & two) | (three & four), 6, 2)
    assert recipes(frame, guesses=list("abcd"), shuffles=1_000, when=over_time(20)).good.word == WORTH
