"""When it got dull, as a frame: in weeks, and never zero for what had not set in."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from good_on_paper import catalogue
from good_on_paper.frames.boredom import boredom, lasted, means
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.record import Record

CATALOGUE = catalogue.load()


@pytest.fixture
def record(tmp_path: Any) -> Any:
    with Record.open(tmp_path / "person") as opened:
        yield opened


def role(record: Record, title: str, started: str = "", ended: str = "", **said: Any) -> str:
    sitting = record.sitting("roles")
    unit = record.add_unit("role", sitting=sitting).id
    facts = {"title": title, "started": started, "ended": ended}
    for item, value in {**facts, **said}.items():
        if value:
            record.answer(unit, item, value, sitting=sitting)
    return unit


def test_each_way_of_saying_when(record: Record) -> None:
    role(record, "Cook", "2010-01-01", "2012-01-01", set_in_after="3 mo", dull_worst=4)
    role(record, "Nurse", "2012-01-01", "2012-12-30", set_in_after="not_before_i_left")
    role(record, "Clerk", "2013-01", "2014-01", set_in_after="first_day", dull_because=["no_point"])
    role(record, "Tutor", "2014", "", set_in_after="not_before_i_left")
    role(record, "Carer", "2015", "2016", set_in_after="3m")
    role(record, "Baker")
    found = boredom(Snapshot(record, fixed=CATALOGUE))
    assert found["said"].tolist() == ["after", "not_yet", "first_day", "not_yet", "", ""]
    assert found["weeks"].round(1).tolist()[:3] == [13.0, 52.0, 0.0]
    assert found["weeks"].isna().tolist()[3:] == [True, True, True]  # left, but how long it was is not said
    assert found["set_in"].tolist() == [True, False, True, False, pd.NA, pd.NA]
    assert found.loc["Cook", "dull_worst"] == 4
    assert found.loc["Clerk", "because"] == ("no_point",)
    assert found.loc["Baker", "renewed"] == ()


def test_still_not_counts_to_the_day_of_looking(record: Record) -> None:
    role(record, "Cook", "2010-01-01", "now", set_in_after="still_not")
    found = boredom(Snapshot(record, fixed=CATALOGUE))
    assert bool(found.loc["Cook", "current"])
    assert found.loc["Cook", "weeks"] > 800
    assert not found.loc["Cook", "set_in"]


def test_a_job_in_which_something_hurt_is_left_out(record: Record) -> None:
    role(record, "Cook", "2010", "2012", set_in_after="3 mo", hurt="yes", made_game="helped")
    role(record, "Nurse", "2010", "2012", set_in_after="3 mo")
    assert boredom(Snapshot(record, fixed=CATALOGUE)).index.tolist() == ["Nurse"]
    assert means(Snapshot(record, fixed=CATALOGUE), boredom(Snapshot(record, fixed=CATALOGUE))).empty


def test_an_answer_in_an_earlier_meaning_says_nothing(record: Record) -> None:
    unit = role(record, "Cook", "2010", "2012")
    record.answer(unit, "set_in_after", "3 mo", revision=9, sitting=record.sitting("x"))
    assert boredom(Snapshot(record, fixed=CATALOGUE))["said"].tolist() == [""]


@pytest.mark.parametrize(
    ("started", "ended", "weeks"),
    [
        ("2010-01-01", "2010-12-31", 52.0),
        ("2010", "2012", 104.3),  # from the middle of one to the middle of the other
        ("2010", "2010", 26.0),  # anything up to a year
        ("2010-03", "2010-06", 13.0),
        ("2012", "2010", None),
        ("", "2010", None),
    ],
)
def test_how_long_a_role_lasted_by_rough_dates(
    record: Record, started: str, ended: str, weeks: float | None
) -> None:
    role(record, "Cook", started, ended)
    found = boredom(Snapshot(record, fixed=CATALOGUE)).loc["Cook", "lasted"]
    assert (None if pd.isna(found) else round(float(found), 1)) == pytest.approx(weeks, abs=0.2)


@pytest.mark.parametrize(
    ("started", "ended", "rough"),
    [
        ("2021-06", "2024", True),
        ("2021-06", "2024-03", False),
        ("2021-06~", "2024-03", True),
        ("2021", "now", True),
    ],
)
def test_a_length_is_rough_where_a_date_is_only_a_year_or_in_doubt(
    record: Record, started: str, ended: str, *, rough: bool
) -> None:
    role(record, "Cook", started, ended)
    assert bool(boredom(Snapshot(record, fixed=CATALOGUE)).loc["Cook", "rough"]) is rough


def test_means_with_the_depth_they_met(record: Record) -> None:
    role(record, "Cook", made_game="helped", stepped_out="did_not", dull_worst=6)
    role(record, "Nurse", made_game="did_not")
    role(record, "Clerk")
    found = means(Snapshot(record, fixed=CATALOGUE), boredom(Snapshot(record, fixed=CATALOGUE)))
    rows = found[["role", "means", "helped"]].to_numpy().tolist()
    assert rows == [
        ["Cook", "made_game", True],
        ["Cook", "stepped_out", False],
        ["Nurse", "made_game", False],
    ]
    assert found["dull_worst"].tolist() == [6, 6, pd.NA]


def test_of_nobody_there_are_empty_frames(record: Record) -> None:
    assert boredom(Snapshot(record, fixed=CATALOGUE)).empty
    assert means(Snapshot(record, fixed=CATALOGUE), boredom(Snapshot(record, fixed=CATALOGUE))).empty
    facts = {"start": pd.NaT, "end": pd.NaT, "started": None, "ended": None, "current": False}
    assert lasted(facts) is None


def test_how_much_it_helped_counts_only_where_it_did(record: Record) -> None:
    much = {"helped:made_game": 6, "helped:found_reason": 2, "helped:other_task": "a lot"}
    role(record, "Cook", made_game="helped", found_reason="did_not", other_task="helped", **much)
    found = means(Snapshot(record, fixed=CATALOGUE), boredom(Snapshot(record, fixed=CATALOGUE))).set_index(
        "means"
    )["much"]
    assert found["made_game"] == 6
    assert found[["found_reason", "other_task"]].isna().all()


def test_how_it_ended_is_no_matter_of_a_role_that_goes_on(record: Record) -> None:
    role(record, "Cook", "2010", "2012", ended_how="let_go")
    role(record, "Nurse", "2012", "now", ended_how="left")
    role(record, "Clerk", "2012", "2013", ended_how="exploded")
    assert boredom(Snapshot(record, fixed=CATALOGUE))["ended"].tolist() == ["let_go", "", ""]
