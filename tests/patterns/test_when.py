from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.when import in_time, places_in_time, without_dates

JOBS = pd.DataFrame({"overall": [7.0, 4.0, 1.0], "began": [2014, 2009, 2019]}, index=["A", "B", "C"])


@pytest.mark.parametrize(
    "dates",
    [
        "began",
        pd.Series({"A": 2014, "B": 2009, "C": 2019}),
        pd.Series({"C": "2019-03-01", "A": "2014-03", "B": "2009"}),
        pd.Series(pd.to_datetime(["2014-03-01", "2009-01-01", "2019-01-01"]), JOBS.index),
        pd.Series([2014, 2009, 2019], JOBS.index, "Int64"),
    ],
)
def test_years_dates_and_texts_give_the_same_places(dates: pd.Series | str) -> None:
    assert places_in_time(JOBS, dates, None, JOBS.index).to_dict() == {"A": 1.0, "B": 0.0, "C": 2.0}


def test_a_blank_has_no_place_and_equal_dates_share_one() -> None:
    dates = pd.Series([2014, None, 2014], JOBS.index, "Float64")
    places = places_in_time(JOBS, dates, None, JOBS.index)
    assert places.isna().tolist() == [False, True, False]
    assert places.dropna().tolist() == [0.0, 0.0]
    assert in_time(places) == [0, 2]


def test_the_earliest_date_of_a_roles_episodes_counts() -> None:
    episodes = pd.DataFrame({"role": ["X", "Y", "X"], "began": [2015, 2012, 2010]})
    roles = pd.Index(["X", "Y"])
    assert places_in_time(episodes, "began", "role", roles).tolist() == [0.0, 1.0]


def test_the_column_of_dates_is_no_line() -> None:
    assert without_dates(JOBS, "began").columns.tolist() == ["overall"]
    assert without_dates(JOBS, pd.Series(dtype=float)) is JOBS
    with pytest.raises(PatternError, match="there is no column 'start'; there are: overall, began"):
        without_dates(JOBS, "start")


@pytest.mark.parametrize(
    ("dates", "message"),
    [
        (pd.Series(["spring"], ["A"]), "when, row 'A': 'spring' is no date"),
        (pd.Series([2014, 2015], ["A", "A"]), "when: 'A' is there more than once"),
    ],
)
def test_what_is_no_order_is_named(dates: pd.Series, message: str) -> None:
    with pytest.raises(PatternError, match=message):
        places_in_time(JOBS, dates, None, JOBS.index)


def test_an_endless_number_is_no_date() -> None:
    dates = pd.Series([np.inf, 2009.0, 2019.0], JOBS.index)
    assert places_in_time(JOBS, dates, None, JOBS.index).isna().tolist() == [True, False, False]
