"""Both ends of a scale: given for all lines, for each, or assumed and then said."""

import warnings

import numpy as np
import pandas as pd
import pytest

from good_on_paper import patterns
from good_on_paper.patterns import PatternError, ScaleWarning, contrast

FIVE = pd.DataFrame({"overall": [5, 3, 1], "pace": [4, 3, 1], "noise": [2, 4, 5]}, index=list("ABC"))


def test_a_frame_that_never_reaches_an_assumed_end_says_so_once_by_name() -> None:
    with pytest.warns(ScaleWarning) as told:
        result = contrast(FIVE)
    assert len(told) == 1
    assert "'pace', 'noise': taken to run from 1 to 7, but the values only go from 1 to 5" in str(
        told[0].message
    )
    assert told[0].filename == __file__
    assert result.frame.set_index("line")["best_high"]["pace"] == 0


def test_a_pair_is_the_scale_of_every_line() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        once = contrast(FIVE, scales=(1, 5))
        each = contrast(FIVE, scales={"pace": (1, 5), "noise": (1, 5)})
        contrast(FIVE, scales=np.array([1, 7]))
    assert once.frame.set_index("line")["best_high"]["pace"] == 1
    pd.testing.assert_frame_equal(once.frame, each.frame)
    four = patterns.two_lines(FIVE, "pace", "noise", scales=(1, 5))
    assert four.frame["roles"].tolist() == [(), ("A",), ("B", "C"), ()]


def test_a_pair_is_the_scale_of_recipes_too() -> None:
    dice = np.random.default_rng(1)
    jobs = pd.DataFrame(dice.integers(1, 6, (8, 3)), list("ABCDEFGH"), ["overall", "pace", "noise"])
    whole = dict.fromkeys(jobs.columns, (1, 5))
    made = patterns.recipes(jobs, conditions=["pace", "noise"], scales=(1, 5))
    pd.testing.assert_frame_equal(
        made.roles.sets, patterns.recipes(jobs, conditions=["pace", "noise"], scales=whole).roles.sets
    )


@pytest.mark.parametrize(
    "quiet", [{"pace": [1, 7, 4]}, {"pace": [20, 60, 80], "noise": [0, 1, 2]}, {"pace": [None] * 3}]
)
def test_nothing_is_said_where_the_ends_are_reached_or_not_assumed(quiet: dict[str, list[float]]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        contrast(pd.DataFrame({"overall": [7, 4, 1], **quiet}, dtype=float))


@pytest.mark.parametrize("scales", [(1, 5, 7), "15", 5, ("1", "5")])
def test_what_is_no_pair_is_named(scales: object) -> None:
    with pytest.raises(PatternError, match=r"scales=.*; expected both ends for all lines, as \(1, 5\)"):
        contrast(FIVE, scales=scales)  # type: ignore[arg-type]
