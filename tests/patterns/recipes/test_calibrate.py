"""Calibration against QCA 3.25.1, and what it refuses."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.recipes import anchors, between, calibrate

KNOWN = json.loads((Path(__file__).parents[2] / "reference" / "qca" / "calibrate.json").read_text())
RAW = [name for name in KNOWN if "direct_logistic" in KNOWN[name]]


@pytest.mark.parametrize("name", RAW)
def test_published_data(name) -> None:
    known = KNOWN[name]
    raw, at = pd.Series(known["raw"], name=name), known["thresholds_e_c_i"]
    for column, given, method in (
        ("direct_logistic", at, "direct"),
        ("direct_decreasing", at[::-1], "direct"),
        ("direct_linear", at, "linear"),
        ("crisp_at_crossover", at[1], "crisp"),
    ):
        np.testing.assert_allclose(calibrate(raw, given, method), known[column], atol=1e-9)


@pytest.mark.parametrize("name", ["2_3.5_5", "2_4.5_6"])
def test_a_scale_from_1_to_7(name) -> None:
    known = KNOWN["likert7"]
    at = [float(part) for part in name.split("_")]
    np.testing.assert_allclose(calibrate(pd.Series(known["raw"]), at), known[f"direct_{name}"], atol=1e-9)


def test_the_indirect_method() -> None:
    known = KNOWN["indirect"]
    ours = calibrate(pd.Series(known["raw"]), known["cuts"], "indirect").to_numpy()
    theirs = np.array(known["indirect"])
    # the reference gives six digits, and 1 for what comes within .0001 of it
    assert np.abs(ours - theirs)[theirs < 1].max() < 6e-7
    assert (ours[theirs == 1] > 1 - 1e-4).all()


def test_default_anchors_lie_between_the_points_of_the_scale() -> None:
    assert anchors(1, 7) == (1.5, 4.5, 6.5)
    assert [between(*scale) for scale in ((1, 7), (1, 5), (1, 10), (0, 10), (0, 1))] == [
        4.5,
        3.5,
        5.5,
        5.5,
        0.5,
    ]
    ratings = pd.Series(range(1, 8))
    assert (calibrate(ratings) != 0.5).all()
    assert calibrate(ratings, method="crisp").tolist() == [0, 0, 0, 0, 1, 1, 1]


def test_blanks_stay_blank() -> None:
    made = calibrate(pd.Series([7, None, 1], index=["Acme", "Beta", "Coop"], name="pace", dtype="Float64"))
    assert made.isna().tolist() == [False, True, False]
    assert (made.name, made.index.tolist(), made.dtype) == ("pace", ["Acme", "Beta", "Coop"], "float64")


@pytest.mark.parametrize(
    ("value", "asked", "words"),
    [
        (4, {"at": (1, 4, 7)}, r"column 'pace', row 'Acme' is exactly on the crossover 4"),
        ("much", {}, r"column 'pace', row 'Acme': 'much' is no number"),
        (3, {"at": (1, 4.5)}, r"expected 3 number\(s\) in rising or falling order"),
        (3, {"at": (4.5, 1, 7)}, r"rising or falling"),
        (3, {"at": (4, 3), "method": "indirect"}, r"in rising order"),
        (3, {"method": "indirect"}, r"needs the cuts"),
        (0, {"at": (1, 3), "method": "indirect"}, r"expects numbers above 0"),
        (3, {"method": "guess"}, r"method='guess'; expected one of direct, linear, crisp, indirect"),
    ],
)
def test_what_is_refused(value, asked, words) -> None:
    with pytest.raises(PatternError, match=words):
        calibrate(pd.Series([value, 2], index=["Acme", "Beta"], name="pace"), **asked)
