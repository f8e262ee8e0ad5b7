"""What the words of evidence say of careers in which there is nothing, only liking, or something planted."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from good_on_paper.patterns import HOW_IT_WENT, PatternError, contrast, look_budget, nearness, noise_like
from good_on_paper.patterns.evidence import SHUFFLE, STANDS_OUT, TOO_FEW, WORTH, evidence
from tests.patterns.careers import at_least, at_most, likert

pytestmark = pytest.mark.long

ATTITUDE = Path(__file__).parents[1] / "reference" / "attitude.csv"
SHUFFLES = 1_000  # the level holds for any number of shuffles; fewer are quicker
SAID = {WORTH, STANDS_OUT}
DIRECTIONS = [1, 1, 1, -1, 0, 1, -1, 1, 1, 0] * 4


def career(dice, roles, lines, *, liking=0.0, planted=None, rho=0.95):
    """Ratings from 1 to 7 of so many roles and lines, and how the roles went.

    `liking` is the share of general liking in everything with a direction and in the outcome; the line
    `planted` follows what was felt with a correlation of `rho`.
    """
    directions = np.array(DIRECTIONS[:lines])
    felt, general = dice.standard_normal((2, roles))
    ratings = dice.standard_normal((roles, lines))
    if planted is not None:
        ratings[:, planted] = rho * felt + np.sqrt(1 - rho**2) * ratings[:, planted]
    if liking:
        of_line = np.where(directions != 0, liking, 0)
        ratings = directions * np.sqrt(of_line) * general[:, None] + np.sqrt(1 - of_line) * ratings
        felt = np.sqrt(liking) * general + np.sqrt(1 - liking) * felt
    names = [f"job {role:02}" for role in range(roles)]
    frame = pd.DataFrame(likert(ratings), index=names, columns=[f"line {line}" for line in range(lines)])
    return frame, pd.Series(likert(felt), index=names)


def words(frame, went, look=1, guesses=3):
    keyed = dict(zip(frame, DIRECTIONS, strict=False))
    told = evidence(
        frame,
        went,
        guesses=list(frame)[:guesses],
        keyed=keyed,
        budget=look_budget(look),
        seed=len(frame),
        shuffles=SHUFFLES,
    )
    return told.columns["word"]


@pytest.mark.parametrize("lines", [20, 30])
@pytest.mark.parametrize("roles", [6, 8, 12, 20])
def test_noise_seldom_gets_a_word_over_first_and_second_looks(roles, lines):
    """Of the second looks half have two lines more, half a role more."""

    def false(seed):
        frame, went = career(np.random.default_rng([seed, roles, lines]), roles + 1, lines)
        before = slice(None, -1), slice(None, None if seed % 2 else -2)
        first = words(frame.iloc[before], went.iloc[:-1])
        rows = slice(None, None if seed % 2 else -1)
        second = words(frame.iloc[rows], went.iloc[rows], look=2)
        return bool(SAID & {*first, *second})

    assert at_most(false, 0.05, than=0.11)


@pytest.mark.parametrize("roles", [8, 12, 20])
def test_general_liking_alone_does_not_stand_out(roles):

    def said(word):
        return lambda seed: (
            word in words(*career(np.random.default_rng([seed, roles]), roles, 30, liking=0.4))
        )

    assert at_most(said(STANDS_OUT), 0.05, than=0.11)
    assert at_least(said(WORTH), 0.15, than=0.08)  # a shuffle alone cannot see it


@pytest.mark.parametrize(("roles", "planted", "least"), [(8, 1, 0.69), (12, 10, 0.75)])
def test_what_is_planted_is_found(roles, planted, least):
    """Among three guesses at 8 roles; among 20 other lines at 12."""

    def found(seed):
        told = words(*career(np.random.default_rng([seed, roles]), roles, 23, planted=planted))
        return told[planted] in SAID

    assert at_least(found, least, than=least - 0.12)


def near_levels(frame, levels):
    """Nearness to a level in place of the line; the lines keep their names."""
    return nearness(frame, levels).set_axis(frame.columns, axis=1)


@pytest.mark.parametrize("roles", [8, 12])
def test_noise_near_a_wanted_level_seldom_gets_a_word(roles):
    """A level on a guess and on two other lines, declared before."""

    def false(seed):
        frame, went = career(np.random.default_rng([seed, roles, 4]), roles, 20)
        return bool(SAID & {*words(near_levels(frame, {"line 0": 4, "line 5": 3, "line 9": 5}), went)})

    assert at_most(false, 0.05, than=0.11)


@pytest.mark.parametrize(("roles", "rho", "least"), [(8, 1.0, 0.55), (12, 0.95, 0.65)])
def test_a_planted_middle_is_found_at_its_level_and_not_without(roles, rho, least):
    """The further off the middle, on either side, the worse it went; four steps tell less than seven."""

    def middle(seed):
        dice = np.random.default_rng([seed, roles, 5])
        frame, went = career(dice, roles, 23, planted=1, rho=rho)
        off = np.clip(np.round((7 - frame["line 1"]) / 2), 0, 3)
        return frame.assign(**{"line 1": 4 + off * dice.choice([-1, 1], roles)}), went

    def found(seed):
        frame, went = middle(seed)
        return words(near_levels(frame, {"line 1": 4}), went)[1] in SAID

    assert at_least(found, least, than=least - 0.15)
    assert at_most(lambda seed: words(*middle(seed))[1] in SAID, 0.05, than=0.12)


@pytest.mark.parametrize("roles", [1, 2, 3, 4])
def test_four_roles_never_show_a_pattern(roles):
    for seed in range(20):
        frame, went = career(np.random.default_rng(seed), roles, 5, planted=0, rho=1)
        for guesses in (0, 1, 3):
            assert set(words(frame, went, guesses=guesses)) == {TOO_FEW}


def test_a_real_survey_of_thirty():
    """Six questions, all asked so that more is nicer but `critical`; none was guessed before."""
    survey = pd.read_csv(ATTITUDE, index_col="rownames")
    nicer = dict.fromkeys(["complaints", "privileges", "learning", "raises", "advance"], 1)
    lines = contrast(survey, "rating", key=nicer | {"critical": -1}, budget=HOW_IT_WENT).frame.set_index(
        "line"
    )
    for above in ("complaints", "learning", "raises"):
        assert lines["word"][above] in SAID, above
    for below in ("advance", "critical"):
        assert lines["word"][below] == SHUFFLE
        assert lines["p_adjusted"][below] > 0.1
    assert lines["word"]["complaints"] == STANDS_OUT


def test_noise_that_drifts_keeps_every_value_and_is_like_its_neighbour():
    frame = pd.DataFrame(
        np.random.default_rng(1).integers(1, 8, (40, 6)), columns=list("abcdef"), dtype=float
    )
    frame = frame.mask(np.random.default_rng(2).random(frame.shape) < 0.1)
    when = pd.Series(np.random.default_rng(3).permutation(40).astype(float)).where(lambda at: at < 35)
    dealt = noise_like(frame, 4, drift=0.9, when=when)
    pd.testing.assert_frame_equal(dealt.isna(), frame.isna())
    for line in frame:
        assert sorted(dealt[line].dropna()) == sorted(frame[line].dropna())

    def alike(made):
        in_order = made.loc[when.dropna().sort_values().index]
        return np.mean([in_order[line].autocorr() for line in made])

    assert alike(dealt) > 0.5 > alike(noise_like(frame, 4, when=when))
    pd.testing.assert_frame_equal(noise_like(frame, 4), noise_like(frame, 4, when=when))
    with pytest.raises(PatternError, match="drift=1; expected how alike neighbours are"):
        noise_like(frame, drift=1)
