"""What cannot be minimised is refused by name: row, column, value, and what to do."""

import numpy as np
import pandas as pd
import pytest

from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.minimise import minimise, truth_table

JOBS = pd.DataFrame(
    {"A": [1, 1, 0, 0], "B": [1, 0, 1, 0], "Y": [1, 1, 0, 0]}, index=["Acme", "Beta", "Coop", "Delta"]
)


def changed(row: str, column: str, value: object) -> pd.DataFrame:
    frame = JOBS.astype(object)
    frame.loc[row, column] = value
    return frame


@pytest.mark.parametrize(
    ("frame", "words"),
    [
        (changed("Beta", "A", None), r"column 'A', row 'Beta' is blank"),
        (changed("Beta", "A", np.nan), r"column 'A', row 'Beta' is blank"),
        (changed("Coop", "B", np.inf), r"column 'B', row 'Coop' is inf; expected 0 to 1"),
        (changed("Coop", "B", 1.2), r"column 'B', row 'Coop' is 1.2; expected 0 to 1"),
        (changed("Coop", "B", -0.1), r"column 'B', row 'Coop' is -0.1; expected 0 to 1"),
        (changed("Coop", "B", 0.5), r"column 'B', row 'Coop' is exactly \.5"),
        (changed("Coop", "Y", 0.5), r"column 'Y', row 'Coop' is exactly \.5"),
        (changed("Coop", "B", "high"), r"column 'B', row 'Coop': 'high' is no number"),
        (JOBS.rename(index={"Beta": "Acme"}), r"2 rows are named 'Acme'"),
        (JOBS.rename(columns={"B": "A"}), r"2 columns are named 'A'"),
        (JOBS.rename(columns={"B": "A*B"}), r"column 'A\*B'"),
        (JOBS.rename(columns={"B": " B"}), r"column ' B': .* neither begins nor ends with a space"),
        (JOBS.set_axis([1, "1", "Y"], axis=1), r"2 columns are named '1'"),
        (JOBS.assign(Y=1), r"all 4 rows have the outcome 'Y'"),
        (JOBS.assign(Y=0), r"no row has the outcome 'Y'"),
        (JOBS[["Y"]], r"no condition beside the outcome"),
        (JOBS.iloc[:0], r"no rows"),
        (JOBS.drop(columns="Y"), r"no column 'Y', asked for by outcome="),
        (JOBS.rename(columns={"Y": "YY"}), r"did you mean YY\?"),
        (JOBS.to_dict(), r"frame is a dict; expected a pandas.DataFrame"),
    ],
)
def test_a_frame_that_is_no_table_of_sets(frame, words) -> None:
    with pytest.raises(PatternError, match=words):
        minimise(frame)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"solution": "best"}, r"solution='best'; expected one of parsimonious, conservative, intermediate"),
        ({"conditions": "A"}, r"expected a list"),
        ({"conditions": ["A", "A"]}, r"names 'A' more than once"),
        ({"conditions": ["A", "Y"]}, r"'Y' is the outcome and a condition too"),
        ({"conditions": ["A", "C"]}, r"no column 'C', asked for by conditions="),
        ({"incl_cut": 1.1}, r"incl_cut is 1.1; expected 0 to 1"),
        ({"pri_cut": -1.0}, r"pri_cut is -1; expected 0 to 1"),
        ({"n_cut": 0}, r"n_cut is 0; expected a whole number from 1"),
        ({"n_cut": 1.5}, r"n_cut is 1.5; expected a whole number from 1"),
        ({"conditions": [0, 5]}, r"no column '0', asked for by conditions="),
        ({"outcome": 5}, r"no column '5', asked for by outcome="),
        (
            {"solution": "intermediate", "expect": ["A"]},
            r"expect=\['A'\]; expected a condition to 1, 0 or None",
        ),
        ({"expect": {"A": 1}}, r"expect= is of use for solution='intermediate' only"),
        ({"solution": "intermediate", "expect": {"C": 1}}, r"expect= names 'C', none of the conditions A, B"),
        ({"solution": "intermediate", "expect": {"A": 2}}, r"expect\['A'\] is 2; expected 1"),
    ],
)
def test_an_argument_out_of_range(asked, words) -> None:
    with pytest.raises(PatternError, match=words):
        minimise(JOBS, **asked)


def test_fewer_than_no_models() -> None:
    with pytest.raises(PatternError, match="limit=-1; expected 0 or more, or None"):
        minimise(JOBS).models(limit=-1)


def test_more_than_24_conditions() -> None:
    many = pd.DataFrame(np.eye(26, dtype=int), columns=[f"c{i}" for i in range(26)])
    with pytest.raises(PatternError, match="25 conditions; at most 24"):
        minimise(many, outcome="c25")


def test_nothing_regular_and_everything_regular() -> None:
    torn = pd.DataFrame({"A": [1, 1, 0, 0], "Y": [1, 0, 1, 0]})
    with pytest.raises(PatternError, match=r"no configuration leads to 'Y' .* the highest is 0\.500"):
        minimise(torn)
    with pytest.raises(PatternError, match="every configuration leads to 'Y'"):
        minimise(torn, incl_cut=0.5)


@pytest.mark.parametrize("name", ["n", "row", "OUT"])
def test_a_condition_must_not_be_named_as_a_column_of_the_truth_table(name) -> None:
    with pytest.raises(PatternError, match=f"condition '{name}' has the name of a column"):
        truth_table(JOBS.rename(columns={"A": name}))


def test_columns_numbered_from_0_are_conditions_and_1_is_one_of_them() -> None:
    """A term of the one condition 1 is not the term that always holds."""
    numbered = JOBS.rename(columns={"A": 1, "B": 0, "Y": 2})
    solution = minimise(numbered, outcome=2, conditions=pd.Index([1, 0]))
    assert solution.models() == (("1",),)
    fit = solution.fit.iloc[-1]
    assert (fit["incl"], fit["covS"], fit["covered"], fit["others"]) == (1, 1, ("Acme", "Beta"), ())
    assert solution.assumptions(("1",)) == ()
    assert solution.holds(["1"])


@pytest.mark.parametrize("model", ["A*B", [], ()])
def test_a_model_is_a_list_of_terms(model) -> None:
    with pytest.raises(PatternError, match="expected its terms as a list"):
        minimise(JOBS).fit_of(model)


def test_booleans_numbers_and_blank_capable_kinds_are_read_alike() -> None:
    plain = minimise(JOBS)
    for kind in ("bool", "boolean", "Int64", "Float64", "float32", "object"):
        assert minimise(JOBS.astype(kind)).models() == plain.models() == (("A",),)


def test_contradictions_name_their_rows() -> None:
    frame = pd.DataFrame({"A": [1, 1, 0], "Y": [1, 0, 0]}, index=["Acme", "Beta", "Coop"])
    torn = truth_table(frame).contradictions
    assert torn[["cases", "without"]].to_numpy().tolist() == [[("Acme", "Beta"), ("Beta",)]]


def test_rows_seen_too_rarely_count_as_unseen() -> None:
    frame = pd.concat([JOBS, JOBS.rename(index=lambda name: name + " 2").iloc[[0, 3]]])
    table = truth_table(frame, n_cut=2)
    assert table.positives == (3,)
    assert table.negatives == (0,)
    assert table.frame["outcome"].isna().sum() == 2
    assert table.plain.columns.tolist() == ["A", "B", "OUT", "n", "incl", "PRI", "cases"]


def test_a_solution_shows_no_formula_by_itself() -> None:
    shown = repr(minimise(JOBS))
    assert shown == (
        "<parsimonious solution of Y: 1 model of 1 term, 1 prime implicants; "
        "not compared with shuffled outcomes>"
    )


def test_a_model_with_unknown_parts_is_refused() -> None:
    with pytest.raises(PatternError, match="'C' is none of the conditions A, B"):
        minimise(JOBS).fit_of(["A*~C"])
    with pytest.raises(PatternError, match="'A' stands there twice"):
        minimise(JOBS).fit_of(["A*~A"])
