"""The same contrast over many people: what each gives hangs on nobody else, nor on who works on it."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from fractions import Fraction
from functools import partial
from itertools import islice

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import good_on_paper as gop
from good_on_paper.many import LEAN, contrast_each, in_order, over_all, processes, seed_of
from good_on_paper.many.in_order import LostError
from good_on_paper.patterns import FOUND, Contrast, PatternError, contrast
from tests.many.dying import Dying, die_once
from tests.many.tables import LINES, invented, rows_of, wide_of

one_thread = partial(ThreadPoolExecutor, 1)


def lean_frames(long, **asked):
    return dict(contrast_each(long, lean=True, **asked))


def same(one: dict, other: dict) -> bool:
    return list(one) == list(other) and all(one[who].equals(other[who]) for who in one)


# --- each person ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("asked", [{}, {"guesses": ["pace"]}, {"key": {"pace": 1, "team": 1, "hours": -1}}])
def test_each_person_gives_what_contrast_gives(asked) -> None:
    long = invented(6, most=10)
    for person, found in contrast_each(long, scales=(1, 7), **asked):
        alone = contrast(wide_of(long, person), seed=seed_of(person), scales=(1, 7), **asked)
        assert isinstance(found, Contrast)
        assert found.frame.equals(alone.frame)
        assert found.groups.equals(alone.groups.loc[found.groups.index])
        assert found.wide.equals(alone.wide.loc[found.wide.index, found.wide.columns])


@pytest.mark.parametrize("asked", [{}, {"guesses": ["pace"]}, {"when": "hours"}, {"beside": ["team"]}])
def test_a_lean_result_leaves_columns_out_and_changes_none(asked) -> None:
    long = invented(5, most=10)
    lean = lean_frames(long, **asked)
    for person, whole in contrast_each(long, **asked):
        by_line = whole.frame.set_index("line")[[name for name in LEAN if name != "line"]]
        assert lean[person].set_index("line").loc[by_line.index].equals(by_line)
        assert lean[person]["word"].tolist() == by_line["word"].tolist(), "the strongest word first"


@settings(max_examples=20)
@given(st.integers(0, 50), st.randoms(use_true_random=False))
def test_no_result_hangs_on_the_others_or_on_the_order_of_the_rows(seed: int, dice) -> None:
    long = invented(4, seed=seed, most=6)
    rows = list(range(len(long)))
    dice.shuffle(rows)
    shuffled = lean_frames(long.iloc[rows])
    for person, found in lean_frames(long).items():
        assert shuffled[person].equals(found)
        assert lean_frames(long[long["person"] == person])[person].equals(found)


def test_people_come_in_the_order_of_the_table_whatever_the_size_of_a_chunk() -> None:
    long = invented(7)
    long = pd.concat([long[long["person"] == "p005"], long[long["person"] != "p005"]])
    whole = lean_frames(long)
    assert list(whole) == ["p005", "p000", "p001", "p002", "p003", "p004", "p006"]
    for chunk in (1, 3, 7):
        assert same(lean_frames(long, chunk=chunk, executor=one_thread), whole)


def test_names_may_be_numbers_and_come_back_as_they_were() -> None:
    long = invented(3)
    long["person"] = long["person"].str[1:].astype(int)
    texts = lean_frames(long.assign(person=long["person"].astype(str)))
    numbers = lean_frames(long)
    assert list(numbers) == [0, 1, 2]
    assert all(numbers[int(who)].equals(found) for who, found in texts.items())


def test_seeds_of_their_own_keep_people_apart() -> None:
    """With ten jobs orders are drawn: two people with the same answers are counted by other shuffles."""
    answers = {"overall": [7, 6, 5, 4, 3, 2, 1, 4, 5, 2], "pace": [5, 7, 3, 4, 2, 1, 2, 6, 3, 1]}
    long = pd.concat([rows_of("ann", **answers), rows_of("bob", **answers)])
    ann, bob = lean_frames(long).values()
    assert ann["tau"].equals(bob["tau"])
    assert not ann["p_adjusted"].equals(bob["p_adjusted"])
    assert lean_frames(long)["ann"].equals(ann)
    assert not lean_frames(long, seed=1)["ann"].equals(ann)


def test_a_line_without_a_scale_runs_as_far_as_all_people_go() -> None:
    long = pd.concat(
        [
            rows_of("ann", overall=[1, 2, 3], days=[1, 2, 3]),
            rows_of("bob", overall=[1, 2, 3], days=[1, 9, 20]),
        ]
    )
    ends = [found.frame[["low", "high"]].iloc[0].tolist() for _, found in contrast_each(long)]
    assert ends == [[1, 20], [1, 20]]


def test_time_takes_back_what_only_drifts() -> None:
    years = {"began": [str(2000 + year) for year in range(12)]}
    rising = [1, 2, 1, 3, 3, 4, 4, 5, 5, 6, 7, 7]
    long = rows_of("ann", overall=rising, pace=[1, 1, 2, 2, 3, 4, 5, 4, 6, 6, 7, 7], **years)
    [without] = lean_frames(long[long["line"] != "began"]).values()
    [dated] = lean_frames(long, when="began").values()
    [as_days] = lean_frames(
        long.replace(years["began"], [f"{year}-03-01" for year in years["began"]]), when="began"
    ).values()
    assert without["word"].iloc[0] in FOUND
    assert dated["word"].iloc[0] not in FOUND
    assert dated.equals(as_days)


# --- people whose rows cannot be used ----------------------------------------------------------------------


def broken(long: pd.DataFrame) -> pd.DataFrame:
    """Break the rows of four of six people, in four ways."""
    long = long.astype({"value": object}).reset_index(drop=True)
    first = {person: rows.index for person, rows in long.groupby("person")}
    long.loc[first["p001"][2], "value"] = "seven"
    long.loc[first["p002"][1], "role"] = " "
    long.loc[first["p003"][5], ["role", "line"]] = ["job 0", "overall"]
    return long[(long["person"] != "p004") | (long["line"] != "overall")]


def test_who_fails_is_named_with_the_row_and_the_rest_goes_on() -> None:
    long = invented(6)
    found = lean_frames(broken(long), chunk=2, executor=one_thread)
    assert list(found) == [f"p00{number}" for number in range(6)]
    start = {person: rows.index[0] for person, rows in long.groupby("person")}
    told = {who: str(one) for who, one in found.items() if isinstance(one, PatternError)}
    assert told == {
        "p001": f"row '{start['p001'] + 2}': 'seven' is no number; "
        "expected a number, or nothing if not known",
        "p002": f"row '{start['p002'] + 1}': there is no role here; expected a name",
        "p003": f"row '{start['p003'] + 5}': 'overall' of 'job 0' is there twice; expected one row for each",
        "p004": "no row has the line 'overall'; expected one for each role: how it went",
    }
    whole = lean_frames(long)
    assert all(found[who].equals(whole[who]) for who in ("p000", "p005"))


def test_rows_without_a_person_are_told_of_and_nobody_else_suffers() -> None:
    long = invented(3)
    long.loc[4, "person"] = None
    found = lean_frames(long)
    assert str(found[""]) == "row '4': there is no person here; expected a name"
    assert found["p002"].equals(lean_frames(invented(3))["p002"])


def test_a_value_outside_its_scale_names_its_row() -> None:
    long = rows_of("ann", overall=[1, 9, 2], pace=[1, 9, 3], began=[2001, 2002, 2003])
    for scales in ({"pace": (1, 7)}, (1, 7)):
        for lean in (True, False):
            [(_, found)] = contrast_each(long, scales=scales, when="began", lean=lean)
            assert str(found) == "row '4': 9 for 'job 1' is outside the scale of 'pace', 1 to 7"
    [(_, found)] = contrast_each(long, scales=(1, 9), when="began", lean=True)
    assert found["line"].tolist() == ["pace"]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"outcome": "overal"}, "outcome: there is no line 'overal'; did you mean overall?"),
        ({"guesses": ["paces"]}, "guesses: there is no line 'paces'; did you mean pace?"),
        ({"key": {"paces": 1}}, "key: there is no line 'paces'; did you mean pace?"),
        ({"kin": ["paces"]}, "kin: there is no line 'paces'; did you mean pace?"),
        ({"scales": {"paces": (1, 7)}}, "scales: there is no column 'paces'; did you mean pace?"),
        (
            {"by": "who"},
            "the frame has no column 'who', asked for by by='who'; there are: person, role, line",
        ),
        ({"key": {"pace": 2}}, "key['pace'] is 2; expected 1"),
        ({"split": "halves"}, "split='halves'; expected"),
        ({"scales": (1, 2, 3)}, "scales=(1, 2, 3); expected both ends"),
        ({"chunk": 0}, "chunk=0; expected how many people"),
        ({"folder": "kept"}, "folder= keeps lean results only"),
    ],
)
def test_what_is_wrong_with_all_of_it_is_said_at_once(asked, told) -> None:
    with pytest.raises(PatternError) as error:
        contrast_each(invented(2), **asked)
    assert str(error.value).startswith(told)


# --- files ------------------------------------------------------------------------------------------------


def test_a_file_gives_what_the_frame_gives(tmp_path) -> None:
    long = invented(4)
    whole = lean_frames(long)
    for name, separator in (("table.csv", ","), ("table.csv.gz", ","), ("half.csv", ";"), ("tabs.tsv", "\t")):
        long.assign(more="x").to_csv(tmp_path / name, sep=separator, index=False)
        assert same(lean_frames(tmp_path / name), whole), name


def test_a_name_that_looks_like_a_blank_is_a_name(tmp_path) -> None:
    """Namibia has the code NA."""
    long = invented(2).replace({"p000": "NA", "p001": "007"})
    long.to_csv(tmp_path / "table.csv", index=False)
    assert list(lean_frames(str(tmp_path / "table.csv"))) == ["NA", "007"]


def test_a_bad_cell_of_a_file_is_named_as_a_spreadsheet_counts(tmp_path) -> None:
    broken(invented(6)).to_csv(tmp_path / "table.csv", index=False)
    row = int(invented(6).query("person == 'p001'").index[0]) + 4
    assert str(lean_frames(tmp_path / "table.csv")["p001"]).startswith(f"row {row}: 'seven' is no number")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"person,role,line\nann,A,overall\n", "'table.csv' has no column 'value'"),
        (b"person,role,line,value\n", "'table.csv' has no row"),
        (b"", "'table.csv' is no table"),
        (b"person,role,line,value\nann,A,overall,7,8,9\nb,B,c,1\n", "'table.csv' is no table"),
        (b"person,role,line,value\nann,caf\xe9,overall,7\n", "'table.csv' is not UTF-8"),
        (None, "there is no file"),
    ],
)
def test_a_file_that_is_no_such_table_says_so(tmp_path, content, told) -> None:
    if content is not None:
        (tmp_path / "table.csv").write_bytes(content)
    with pytest.raises(PatternError, match=r"table\.csv") as error:
        contrast_each(tmp_path / "table.csv")
    assert told in str(error.value)


# --- workers ----------------------------------------------------------------------------------------------


def test_processes_give_what_one_gives_and_end_when_it_is_left() -> None:
    long = invented(9, most=10)
    alone = lean_frames(long, executor=one_thread)
    pools: list[ProcessPoolExecutor] = []

    def fresh() -> ProcessPoolExecutor:
        pools.append(processes())
        return pools[-1]

    each = contrast_each(long, lean=True, executor=fresh, chunk=1)
    assert len(each) == 9
    assert all(found.equals(alone[person]) for person, found in islice(each, 7))
    each.close()
    with pytest.raises(RuntimeError, match="shutdown"):
        pools[-1].submit(print)


def test_a_process_that_dies_is_replaced_and_its_people_are_done_again(tmp_path) -> None:
    def workers() -> Executor:
        return Dying(processes(), "p004", tmp_path / "died", die_once)

    long = invented(9, most=6)
    assert same(lean_frames(long, executor=workers, chunk=2), lean_frames(long))
    assert (tmp_path / "died").exists()


class Breaking(Executor):
    """Does the calls it is asked for, but loses everything from a certain one on, as a broken pool does."""

    def __init__(self, good: int, lose: type[Exception]) -> None:
        self.good, self.lose = good, lose

    def submit(self, fn, /, *given, **named):
        future: Future = Future()
        self.good -= 1
        if self.good >= 0:
            future.set_result(fn(*given, **named))
        else:
            future.set_exception(self.lose("gone"))
        return future


class EngineError(Exception):
    """What ipyparallel gives for a call whose engine died."""


def test_what_a_broken_pool_had_is_done_by_another() -> None:
    pools = [one_thread(), Breaking(2, BrokenProcessPool), Breaking(3, BrokenProcessPool)]
    long = invented(8)
    assert same(lean_frames(long, executor=pools.pop, chunk=1), lean_frames(long))
    assert pools == []


def test_a_call_that_was_lost_alone_is_made_again_by_the_same() -> None:
    class LosingEveryOther(ThreadPoolExecutor):
        asked = 0

        def submit(self, fn, /, *given, **named):
            self.asked += 1
            lost = self.asked % 2
            return Breaking(1 - lost, EngineError).submit(fn, *given, **named)

    long, one = invented(8), LosingEveryOther(1)
    assert same(lean_frames(long, executor=lambda: one, chunk=1), lean_frames(long))
    assert one.asked == 16, "four of eight were lost at first, then every other again"


def test_who_is_lost_again_and_again_ends_the_run_with_their_names() -> None:
    with pytest.raises(LostError, match=r"3 times over the people 'p000' to 'p001'; .*Pool: gone"):
        list(contrast_each(invented(4), executor=partial(Breaking, 0, BrokenProcessPool), chunk=2))


def test_no_more_is_under_way_than_may_be() -> None:
    asked = []

    def given_out():
        for one in range(10):
            asked.append(one)
            yield one

    found = in_order.in_order(lambda one, _attempt: one, given_out(), one_thread, ahead=3)
    assert next(found) == 0
    assert asked == [0, 1, 2]
    assert list(found) == list(range(1, 10))


# --- going on ---------------------------------------------------------------------------------------------


def counting(done: list[str]):
    class Counting(ThreadPoolExecutor):
        def submit(self, fn, /, *given, **named):
            done.extend(given[0].people)
            return super().submit(fn, *given, **named)

    return partial(Counting, 1)


def test_an_interrupted_run_goes_on_where_it_stood(tmp_path) -> None:
    long, folder = broken(invented(6)), tmp_path / "kept"
    whole = lean_frames(long)
    each = contrast_each(long, lean=True, chunk=1, folder=folder, executor=one_thread)
    assert [next(each)[0], next(each)[0]] == ["p000", "p001"]
    each.close()
    done: list[str] = []
    again = lean_frames(long, chunk=1, folder=folder, executor=counting(done))
    assert not {"p000", "p001"} & set(done)
    assert list(again) == list(whole)
    for who, found in whole.items():
        assert found.equals(again[who]) if isinstance(found, pd.DataFrame) else str(found) == str(again[who])
    done.clear()
    lean_frames(long, chunk=1, folder=folder, executor=counting(done))
    assert done == [], "all was there"


def test_only_what_is_no_longer_true_is_done_again(tmp_path) -> None:
    long, done = invented(4), []
    kept = {"chunk": 1, "folder": tmp_path, "executor": counting(done)}
    lean_frames(long, **kept)
    done.clear()
    long.loc[(long["person"] == "p002") & (long["line"] == "pace"), "value"] = 3.0
    assert same(lean_frames(long, **kept), lean_frames(long))
    assert done == ["p002"]
    done.clear()
    lean_frames(long, budget=Fraction(1, 100), **kept)
    assert done == ["p000", "p001", "p002", "p003"]


def test_a_kept_piece_that_was_damaged_is_done_again(tmp_path) -> None:
    long, done = invented(3), []
    kept = {"chunk": 1, "folder": tmp_path, "executor": counting(done)}
    whole = lean_frames(long, **kept)
    damaged = sorted(tmp_path.glob("*.json"))
    damaged[0].write_text(damaged[0].read_text()[:-40])
    damaged[1].write_text('{"columns": {}, "lines": [], "problems": {}}')
    done.clear()
    assert same(lean_frames(long, **kept), whole)
    assert len(done) == 2


# --- over all ---------------------------------------------------------------------------------------------


def test_over_all_says_what_chance_would_give() -> None:
    long = pd.concat([invented(30, most=9), broken(invented(6)).replace(r"^p", "q", regex=True)])
    found = over_all(contrast_each(long, lean=True))
    assert (found.people, found.failed) == (36, 4)
    assert found.by_chance == pytest.approx(0.045 * found.told)
    assert found.told <= 32
    assert over_all(contrast_each(long)).frame.equals(found.frame), "lean or not"


def test_p_over_all_lines_of_a_person() -> None:
    one = rows_of("ann", overall=list(range(1, 8)), pace=list(range(1, 8)), team=[1, 3, 2, 5, 4, 7, 6])
    alone = over_all(contrast_each(one, lean=True)).frame.loc[0]
    assert alone["p"] == pytest.approx(4 / 5040)
    both = over_all(contrast_each(one, lean=True, guesses=["team"])).frame.loc[0]
    assert both["p"] == pytest.approx(2 / 5040 / (2 / 5)), "its family has two fifths"
    assert (alone["roles"], alone["line"], alone["word"]) == (7, "pace", "worth asking about")
    few = over_all(contrast_each(rows_of("bob", overall=[1, 2], pace=[1, 2]), lean=True)).frame.loc[0]
    assert pd.isna(few["p"])
    assert pd.isna(few["line"])


@pytest.mark.parametrize("guesses", [[], ["pace"]])
def test_where_nothing_goes_with_anything_p_is_no_smaller_than_it_says(guesses) -> None:
    long = invented(300, most=7)
    p = over_all(contrast_each(long, lean=True, guesses=guesses, chunk=300)).frame["p"].dropna()
    for level in (0.05, 0.1, 0.2, 0.5):
        allowed = level + 3 * (level * (1 - level) / len(p)) ** 0.5
        assert (p <= level).mean() <= allowed


# --- what it takes ----------------------------------------------------------------------------------------


def test_it_takes_no_more_than_the_kit_has(tmp_path) -> None:
    """Without the extra CSV works, and a Parquet file says what to type."""
    invented(2).to_csv(tmp_path / "table.csv", index=False)
    code = f"""
import sys
for name in ("duckdb", "distributed", "dask", "ipyparallel", "pyarrow"):
    sys.modules[name] = None
import good_on_paper as gop
print(len(list(gop.contrast_each({str(tmp_path / "table.csv")!r}))))
open({str(tmp_path / "table.parquet")!r}, "w").close()
try:
    gop.contrast_each({str(tmp_path / "table.parquet")!r})
except ModuleNotFoundError as error:
    print(error)
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines() == ["2", "to read Parquet, type: pip install 'good-on-paper[many]'"]


def test_the_kit_has_a_door_for_it() -> None:
    assert gop.contrast_each is contrast_each
    assert gop.over_all is over_all
    assert LINES[0] == "overall"
