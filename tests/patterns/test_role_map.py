"""The map: at most six lines over all roles."""

import pandas as pd
import pytest

from good_on_paper.patterns import PatternError, role_map

FRAME = pd.DataFrame(
    {
        "overall": [2, 7, None, 7],
        **{f"line_{i}": [i, 8 - i, 4, None] for i in range(1, 8)},
    },
    index=["A", "B", "C", "D"],
)


def test_best_on_top_equals_in_their_order_blanks_last() -> None:
    result = role_map(FRAME, lines=["line_3", "line_1"])
    assert result.frame.index.tolist() == ["B", "D", "A", "C"]
    assert result.frame.columns.tolist() == ["overall", "line_3", "line_1"]
    assert sorted(result.contrast.frame["line"]) == ["line_1", "line_3"]


def test_the_six_that_differ_most_by_default() -> None:
    columns = role_map(FRAME).frame.columns.tolist()
    assert len(columns) == 7
    assert "line_4" not in columns  # 4 in every job


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ([f"line_{i}" for i in range(1, 8)], "at most 6 lines, not 7"),
        (["pace"], "no line 'pace'; there are: "),
        (["overall"], "no line 'overall'"),
    ],
)
def test_lines_that_cannot_be_shown(lines: list[str], words: str) -> None:
    with pytest.raises(PatternError, match=words):
        role_map(FRAME, lines=lines)
