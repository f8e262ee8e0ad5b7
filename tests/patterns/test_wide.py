from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.wide import bounds, wide, without

NAMES = ["overall", "pace", "noise", "began"]
KINDS = ["float64", "int64", "Float64", "Int64", "string", "datetime64[ns]", "bool"]


def of(kinds: list[str]) -> pd.DataFrame:
    values = {"string": ["a", "b"], "datetime64[ns]": ["2014-03-01", "2019-09-01"], "bool": [True, False]}
    columns = zip(NAMES, kinds, strict=False)
    return pd.DataFrame(
        {name: pd.Series(values.get(kind, [1, 2]), ["A", "B"], kind) for name, kind in columns}
    )


@given(st.lists(st.sampled_from(KINDS), max_size=4), st.sets(st.sampled_from(NAMES)))
def test_leaving_columns_out_is_what_pandas_does(kinds: list[str], dropped: set[str]) -> None:
    frame = of(kinds)
    kept = without(frame, dropped)
    pd.testing.assert_frame_equal(kept, frame.drop(columns=[name for name in frame if name in dropped]))


def test_what_was_left_out_or_checked_shares_nothing_with_the_frame() -> None:
    frame = of(["float64", "float64", "float64"])
    for made in (without(frame, ["noise"]), wide(frame, "overall")):
        made.loc["A", "pace"] = 7.0
        assert frame.loc["A", "pace"] == 1.0


def test_episodes_are_brought_to_their_role_by_the_median() -> None:
    frame = pd.DataFrame(
        {"role": ["X", "Y", "X", "X"], "overall": [1, 5, 7, 3], "pace": [2.0, None, 4.0, None]}
    )
    made = wide(frame, "overall", "role")
    assert made.to_dict() == {
        "overall": {"X": 3.0, "Y": 5.0},
        "pace": {"X": 3.0, "Y": pytest.approx(np.nan, nan_ok=True)},
    }


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"overall": "7"}, r"column 'overall', row 'A': '7' is no number"),
        ({"overall": np.inf}, r"column 'overall', row 'A' is infinite"),
        ({"overall": pd.Timestamp("2014-03-01")}, r"column 'overall' holds dates"),
    ],
)
def test_what_is_no_number_is_named(change: dict[str, object], message: str) -> None:
    with pytest.raises(PatternError, match=message):
        wide(pd.DataFrame({"pace": [2.0], **change}, index=["A"]), "overall")


def test_a_value_off_its_scale_is_named() -> None:
    frame = pd.DataFrame({"pace": [2.0, 9.0], "noise": [10.0, 30.0]}, index=["A", "B"])
    assert bounds(frame[["noise"]], None) == [(10.0, 30.0)]
    with pytest.raises(PatternError, match=r"'pace' of 'B' is 9, outside its scale 1 to 7"):
        bounds(frame, {"pace": (1, 7)})
