"""Shuffles that keep the drift: laws, and what they make of careers in which everything drifts."""

from __future__ import annotations

from fractions import Fraction

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
from good_on_paper.patterns.chance import among
from good_on_paper.patterns.evidence import evidence
from good_on_paper.patterns.ranks import scores_of
from good_on_paper.patterns.restricted import KEPT, restricted, seldom, spend_in_time
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


@pytest.mark.parametrize(("roles", "drift"), [(8, 0.6), (10, 0.8), (12, 0.0), (12, 0.8), (20, 0.8)])
def test_what_drifts_seldom_gets_a_word(roles, drift):
    def false(seed):
        return bool(set(FOUND) & {*words(*career(seed, roles, drift), when=over_time(roles))})

    assert at_most(false, 0.05, than=0.12)


@pytest.mark.parametrize(("roles", "most"), [(12, 0.10), (20, 0.12)])
def test_what_only_rose_or_fell_seldom_gets_a_word(roles, most):
    """By shuffles alone most of these careers get one: .75 at 12 jobs, .97 at 20."""

    def false(seed):
        dice = np.random.default_rng([seed, roles, 3])
        rising = np.linspace(-1.3, 1.3, roles)[:, None] * dice.choice([-1, 1], 21)
        frame = pd.DataFrame(likert(rising + 0.6 * dice.standard_normal((roles, 21))), names(roles))
        lines = frame.iloc[:, :20].set_axis(LINES, axis=1)
        return bool(set(FOUND) & {*words(lines, frame[20], when=over_time(roles))})

    assert at_most(false, most, than=3 * most)


def test_without_dates_what_drifts_strongly_gets_a_word_often():
    def undated(seed):
        return bool(set(FOUND) & {*words(*career(seed, 20, 0.8))})

    assert at_least(undated, 0.40, than=0.25)  # the defect that dates are for


@pytest.mark.parametrize(
    ("roles", "planted", "guesses", "rho", "least"),
    [(8, 10, 0, 0.95, 0.35), (12, 10, 3, 0.9, 0.55), (12, 1, 3, 0.9, 0.83), (20, 10, 3, 0.9, 0.95)],
)
def test_what_is_planted_among_dated_jobs_is_found(roles, planted, guesses, rho, least):
    def found(seed):
        frame, went = career(seed, roles, 0.0, planted=planted, rho=rho)
        return words(frame, went, guesses=guesses, when=over_time(roles))[planted] in FOUND

    assert at_least(found, least, than=least - 0.12)


def course(along):
    """Give the lag-1 autocorrelation of values, and how closely they follow the years either way."""
    moved = along - along.mean()
    years = np.arange(len(along)) - (len(along) - 1) / 2
    return moved[1:] @ moved[:-1] / (moved @ moved), abs(moved @ years) / np.sqrt(
        moved @ moved * (years @ years)
    )


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 2**32 - 1), st.integers(8, 14), st.integers(0, 3))
def test_orders_in_time_drift_as_the_outcome_did_and_move_no_undated_job(seed, roles, undated):
    dice = np.random.default_rng(seed)
    outcome = scores_of(likert(drifting(dice, roles + undated, 1, 0.6)))[:, 0]
    dated = dice.permutation(roles + undated)[:roles]
    orders = restricted(outcome, dated)
    assert (np.sort(orders, axis=1) == np.arange(roles + undated)).all()
    still = np.setdiff1d(np.arange(roles + undated), dated)
    assert (orders[:, still] == still).all()
    if np.ptp(outcome[dated]):
        seen = np.arctanh(course(outcome[dated]))
        away = [np.abs(np.arctanh(course(outcome[order[dated]])) - seen).max() for order in orders[::100]]
        assert max(away, default=0) <= 1 / np.sqrt(roles - 3) + 1e-9


def test_an_outcome_that_rose_year_by_year_has_hardly_another_order_like_it():
    outcome = scores_of(np.arange(12.0)[:, None])[:, 0]
    orders = restricted(outcome, range(12))
    assert np.unique(orders, axis=0).tolist() == [[*range(12)], [*range(11, -1, -1)]]
    assert among(outcome[:, None], outcome, orders).p.tolist() == [1.0]


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 2**32 - 1), st.integers(2, 12), st.integers(1, 4))
def test_orders_are_counted_as_by_hand(seed, roles, width):
    dice = np.random.default_rng(seed)
    lines, went = dice.integers(1, 8, (roles, width)).astype(float), dice.integers(1, 8, (roles, 1))
    lines[dice.random(lines.shape) < 0.1] = np.nan
    ranked, outcome = scores_of(lines), scores_of(went.astype(float))[:, 0]
    orders = np.stack([dice.permutation(roles) for _ in range(30)])

    def strengths(turned):
        return [Fraction(int(turned @ line) ** 2, max(1, int(line @ line))) for line in ranked.T]

    seen, there = strengths(outcome), ranked.any(axis=0) & outcome.any()
    in_question, expected, least = [*np.flatnonzero(there)], [1.0] * width, 0
    for line in sorted(in_question, key=lambda at: -seen[at]):
        others = [strengths(outcome[order]) for order in orders]
        least = max(least, 1 + sum(max(one[at] for at in in_question) >= seen[line] for one in others))
        expected[line] = least / 31
        in_question.remove(line)
    assert among(ranked, outcome, orders).p.tolist() == expected


def test_orders_in_time_are_held_to_what_all_shuffles_are_held_to():
    first, late = look_budget(1), look_budget(6)
    assert spend_in_time(first) == first
    assert spend_in_time(late) == Fraction(1, KEPT + 1)  # so few orders cannot show less
    assert seldom(0, KEPT, late)
    assert not seldom(1, KEPT, late)
    assert not seldom(0, 15, first)  # of so few orders even the only one is nothing rare
    frame, went = career(1, 12, 0.0, planted=10, rho=0.97)
    told = contrast(frame.assign(overall=went), guesses=LINES[:3], when=over_time(12)).frame.set_index("line")
    assert told["word"][LINES[10]] == WORTH


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
    assert undated["p_in_time"].isna().all()
    assert not undated["drift"].any()
    result = contrast(RISEN, when=over_time(10))
    dated = result.frame.set_index("line")
    assert (dated["word"]["pay"], dated["drift"]["pay"]) == (SHUFFLE, True)
    assert dated["p_in_time"]["pay"] > 0.3
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
    ranked, scored = scores_of(frame.to_numpy()), scores_of(went.to_numpy()[:, None])[:, 0]
    expected = among(ranked, scored, restricted(scored, range(9))).p
    assert result.frame.set_index("line")["p_in_time"][LINES].tolist() == pytest.approx(expected.tolist())
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
        assert again.frame["p_in_time"].tolist() == once.frame["p_in_time"].tolist()


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


def test_an_outcome_beside_is_no_line_and_each_is_asked_of_its_own_years():
    frame, went = career(1, 10, 0.6)
    both = frame.assign(overall=went, cost=career(2, 10, 0.6)[1])
    alone = contrast(both.drop(columns="cost"), when=over_time(10)).frame
    result = contrast(both, when=over_time(10), beside=["cost"])
    pd.testing.assert_frame_equal(result.frame, alone)
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
