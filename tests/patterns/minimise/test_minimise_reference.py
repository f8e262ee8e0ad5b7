"""Published data against the figures of QCA 3.25.1; see tests/reference/qca/README.md."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from good_on_paper.patterns.minimise import Solution, minimise, truth_table
from good_on_paper.patterns.minimise.terms import text

REFERENCE = Path(__file__).parents[2] / "reference" / "qca"
STUDIES = [
    (path.stem, end)
    for path in sorted(REFERENCE.glob("*.json"))
    if path.stem != "calibrate"
    for end in ("present", "absent")
]
RANDOM = [json.loads(line) for line in (REFERENCE / "random_crisp.jsonl").read_text().splitlines()]


def study(name: str, end: str) -> tuple[pd.DataFrame, dict, dict]:
    known = json.loads((REFERENCE / f"{name}.json").read_text())[end]
    frame = pd.read_csv(REFERENCE / f"{known['dataset']}.csv").set_index("case")
    asked = {
        "outcome": known["outcome"],
        "conditions": known["conditions"],
        **{k: known[k] for k in ("incl_cut", "pri_cut", "n_cut")},
    }
    return frame, known, asked


def same_models(ours, theirs) -> None:
    assert len(ours) == len(theirs)
    assert {frozenset(model) for model in ours} == {frozenset(model) for model in theirs}


def same_fit(solution: Solution, models, fits) -> None:
    for model, expected in zip(models, fits, strict=True):
        fit = solution.fit_of(model).set_index("term")
        assert fit.iloc[-1][["incl", "PRI", "covS"]].tolist() == pytest.approx(expected["whole"], abs=1e-9)
        assert set(expected["terms"]) == set(model)
        for term, figures in expected["terms"].items():
            ours = fit[["incl", "PRI", "covS", "covU"]].loc[[term]].iloc[0].tolist()
            for mine, theirs in zip(ours, figures, strict=True):
                assert theirs is None or mine == pytest.approx(theirs, abs=1e-9)


@pytest.mark.parametrize(("name", "end"), STUDIES)
def test_truth_table(name, end) -> None:
    frame, known, asked = study(name, end)
    ours = truth_table(frame, **asked).frame
    theirs = pd.DataFrame(known["truth_table"]).set_index("row")
    assert ours.index.tolist() == theirs.index.tolist()
    assert ours["outcome"].tolist() == theirs["OUT"].astype(int).tolist()
    assert ours["n"].tolist() == theirs["n"].tolist()
    assert [",".join(cases) for cases in ours["cases"]] == theirs["cases"].tolist()
    np.testing.assert_allclose(ours["incl"], theirs["incl"], atol=1e-9)
    np.testing.assert_allclose(ours["PRI"], theirs["PRI"].astype(float), atol=1e-9)


@pytest.mark.parametrize("kind", ["parsimonious", "conservative"])
@pytest.mark.parametrize(("name", "end"), STUDIES)
def test_solutions(name, end, kind) -> None:
    frame, known, asked = study(name, end)
    theirs = known[kind]
    solution = minimise(frame, **asked, solution=kind)
    assert set(solution.prime_implicants) == set(theirs["prime_implicants"])
    assert solution.n_models == theirs["n_models"]
    assert solution.exact
    same_models(solution.models(limit=None), theirs["models"])
    same_fit(solution, theirs["models"], theirs["fits"])
    if kind == "parsimonious":
        ours = [solution.assumptions(model) for model in theirs["models"]]
        assert ours == [tuple(rows) for rows in known["assumptions"].values()]


@pytest.mark.parametrize("direction", [1, 0])
@pytest.mark.parametrize(("name", "end"), STUDIES)
def test_intermediate_solutions(name, end, direction) -> None:
    frame, known, asked = study(name, end)
    expect = dict.fromkeys(known["conditions"], direction)
    solution = minimise(frame, **asked, solution="intermediate", expect=expect)
    theirs = known[f"intermediate_all_{'present' if direction else 'absent'}"]
    pairs = {
        (frozenset(pair["conservative"]), frozenset(pair["parsimonious"])): pair for pair in theirs.values()
    }
    assert len(solution.pairs) == len(pairs)
    names = known["conditions"]
    for ours in solution.pairs:
        ends = [frozenset(text(t, names) for t in model) for model in (ours.conservative, ours.parsimonious)]
        pair = pairs[ends[0], ends[1]]
        same_models([[text(t, names) for t in m] for m in ours.problem.models()], pair["models"])
        assert solution.assumptions([text(t, names) for t in ours.allowed]) == tuple(pair["easy"])
        same_fit(solution, pair["models"], pair["fits"])


@pytest.mark.parametrize("known", RANDOM, ids=lambda known: f"{known['k']}-{known['n']}-{known['seed']}")
def test_random_crisp_tables(known) -> None:
    names = list("ABCDEFGHIJ"[: known["k"]])
    frame = pd.DataFrame([[int(c) for c in row] for row in known["X"]], columns=names)
    frame["Y"] = known["Y"]
    for kind in ("conservative", "parsimonious"):
        solution = minimise(frame, solution=kind)
        theirs = known[kind]
        listed = [[model] if isinstance(model, str) else model for model in theirs["models"]]
        implicants = [theirs["PIs"]] if isinstance(theirs["PIs"], str) else theirs["PIs"]
        assert set(solution.prime_implicants) == set(implicants)
        assert solution.n_models == theirs["n_models"]
        same_models(solution.models(limit=None), listed)
    for pair in known.get("intermediate_all_present", {}).get("pairs", {}).values():
        solution = minimise(frame, solution="intermediate", expect=dict.fromkeys(names, 1))
        ends = [
            frozenset([pair[key]] if isinstance(pair[key], str) else pair[key]) for key in ("c_sol", "p_sol")
        ]
        ours = next(
            p
            for p in solution.pairs
            if [frozenset(text(t, names) for t in m) for m in (p.conservative, p.parsimonious)] == ends
        )
        listed = [[model] if isinstance(model, str) else model for model in pair["models"]]
        same_models([[text(t, names) for t in m] for m in ours.problem.models()], listed)
