"""Necessity against QCA 3.25.1."""

import json
from pathlib import Path

import pandas as pd
import pytest

from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.recipes import necessity

REFERENCE = Path(__file__).parents[2] / "reference" / "qca"
STUDIES = [
    (path.stem, end)
    for path in sorted(REFERENCE.glob("*.json"))
    if path.stem != "calibrate"
    for end in ("present", "absent")
]


@pytest.mark.parametrize(("name", "end"), STUDIES)
def test_published_data(name, end) -> None:
    known = json.loads((REFERENCE / f"{name}.json").read_text())[end]
    frame = pd.read_csv(REFERENCE / f"{known['dataset']}.csv").set_index("case")
    ours = necessity(frame, known["outcome"], known["conditions"]).set_index("name")
    figures = ours[["inclN", "RoN", "covN"]]
    for term, expected in {**known["necessity"], **known["necessity_unions"]}.items():
        assert figures.loc[term].tolist() == pytest.approx(expected, abs=1e-9)
    good = ours[(ours["inclN"] >= 0.9 - 1e-9) & (ours["covN"] >= 0.5 - 1e-9)]
    assert set(good.index) == set(known["necessity_unions"])


def test_too_many_combinations_are_refused() -> None:
    frame = pd.DataFrame([[0] * 20, [1] * 20], columns=list("ABCDEFGHIJKLMNOPQRSY"))
    with pytest.raises(PatternError, match="combinations of up to 6"):
        necessity(frame, depth=6)
