"""What one can bear, as a frame, and where it leads."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from good_on_paper import catalogue
from good_on_paper.frames.bearing import bearing
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.questions.refused import ends_not_again
from good_on_paper.record import Record

CATALOGUE = catalogue.load()


@pytest.fixture
def record(tmp_path: Any) -> Any:
    with Record.open(tmp_path / "person") as opened:
        yield opened


def say(record: Record, **said: Any) -> None:
    sitting = record.sitting("bearing")
    for item, value in said.items():
        record.answer(record.person, item.replace("__", ":"), value, sitting=sitting)


def test_a_row_a_worry_said_or_not(record: Record) -> None:
    found = bearing(Snapshot(record, fixed=CATALOGUE))
    assert found.index.tolist() == [item.key for item in CATALOGUE.items("worry")]
    assert set(found["bears"]) == {""}
    assert not found["not_again"].any()
    say(record, bears__could_end="while", bears__could_end__day=2, not_again__raised_voices=True)
    found = bearing(Snapshot(record, fixed=CATALOGUE))
    assert found.loc["could_end", ["bears", "day", "moment"]].tolist() == ["while", 2.0, pd.NA]
    assert found.index[found["not_again"]].tolist() == ["raised_voices"]


def test_how_often_it_was_there_never_comes_in(record: Record) -> None:
    sitting = record.sitting("bearing")
    role = record.add_unit("role", sitting=sitting)
    record.answer(role, "could_end", 7, sitting=sitting)
    before = bearing(Snapshot(record, fixed=CATALOGUE))
    assert before.loc["could_end", ["bears", "day", "moment", "micro"]].tolist() == ["", pd.NA, pd.NA, pd.NA]


def test_what_shall_not_be_again_leads_to_ends_of_lines(record: Record) -> None:
    assert ends_not_again(Snapshot(record, fixed=CATALOGUE)) == []
    say(record, not_again__raised_voices=True, not_again__being_watched=True, not_again__unclear_ask=True)
    assert ends_not_again(Snapshot(record, fixed=CATALOGUE)) == ["clarity:low", "conflict:high"]


def test_an_answer_in_an_earlier_meaning_says_nothing(record: Record) -> None:
    record.answer(record.person, "bears:could_end", "no", revision=4, sitting=record.sitting("x"))
    assert bearing(Snapshot(record, fixed=CATALOGUE)).loc["could_end", "bears"] == ""
