"""What the person wants to take home: what comes in without being added, and whose word counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from good_on_paper import catalogue
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.frames.take_home import Seen, long_game, take_home
from good_on_paper.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pandas as pd

CATALOGUE = catalogue.load()


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "person") as opened:
        yield opened


def say(record: Record, item: str, value: object, **more: Any) -> None:
    record.answer(record.person, item, value, sitting=record.sitting("take_home"), **more)


def of(record: Record, **more: Any) -> pd.DataFrame:
    return take_home(Snapshot(record, fixed=CATALOGUE), **more)


def test_who_said_nothing_has_no_list(record: Record) -> None:
    assert of(record).empty
    assert long_game(Snapshot(record, fixed=CATALOGUE)) == {}


def test_a_need_is_a_must_and_what_is_never_wanted_again_a_will_not_until_they_say_otherwise(
    record: Record,
) -> None:
    say(record, "not_again", ["pace:high"])
    say(record, "not_again:credit_gone", True)
    found = of(record, needs=["clarity"])
    assert found["stands"].to_dict() == {
        "clarity": "must",
        "pace:high": "not",
        "-worry-credit_gone": "not",
    }
    assert found["says"].eq("").all()
    say(record, "take_says:clarity", "want")
    row = of(record, needs=["clarity"]).loc["clarity"]
    assert (row["says"], row["stands"], row["suggested"]) == ("want", "want", "must")


def test_what_the_jobs_showed_and_what_is_put_up_with_is_only_suggested(record: Record) -> None:
    say(record, "bears:raised_voices", "no")
    say(record, "bears:unclear_ask", "while")
    say(record, "bears:could_end", "fine")
    found = of(record, seen={"finish": Seen("Stands out: in 3 of your 3 best jobs.")})
    assert found["suggested"].to_dict() == {
        "finish": "want",
        "-worry-unclear_ask": "live",
        "-worry-raised_voices": "not",
    }
    assert found["stands"].eq("").all()
    assert found["private"].tolist() == [False, True, True]


def test_what_they_keep_grow_or_leave_is_suggested_where_nothing_else_says_it(record: Record) -> None:
    for line, said in {"clarity": "grow", "pace": "keep", "hours": "leave", "finish": "keep"}.items():
        say(record, f"kept_or_left:{line}", said)
    found = of(record, needs=["finish"])
    assert found.loc[found["source"] == "sorted", ["label", "suggested", "stands"]].to_numpy().tolist() == [
        [CATALOGUE.item("clarity").need, "want", ""],
        ["Time pressure: rather more", "want", ""],
        ["Hours it took: nearly every waking hour", "not", ""],
    ]
    assert found.loc["finish", "source"] == "need"
    say(record, "kept_or_left:hours", None, state="cleared")
    assert "hours:high" not in of(record).index


def test_one_thing_is_on_the_list_once_and_what_the_jobs_say_of_a_need_stands_with_it(record: Record) -> None:
    seen = Seen("Stands out: in none of your 3 best jobs, which speaks against what you need.", against=True)
    found = of(record, needs=["finish"], seen={"finish": seen})
    assert found.index.tolist() == ["finish"]
    assert found.loc["finish", "why"].endswith("speaks against what you need.")


def test_their_words_price_and_weight_stay_when_nothing_else_says_it_any_more(record: Record) -> None:
    say(record, "take_says:finish", "must")
    say(record, "take_words:finish", "Jobs I can finish")
    say(record, "take_price:finish", "the better title")
    say(record, "take_counts:finish", 6)
    row = of(record).loc["finish"]
    assert (row["label"], row["price"], row["counts"]) == ("Jobs I can finish", "the better title", 6)
    assert row["source"] == "yours"
    say(record, "take_says:finish", None, state="cleared")
    assert of(record).empty


def test_a_thing_of_their_own_is_there_with_its_words(record: Record) -> None:
    say(record, "take_says:-own-ab12", "must")
    assert of(record).empty
    say(record, "take_words:-own-ab12", "A dog under the desk")
    found = of(record)
    assert found.loc["-own-ab12", ["label", "line", "stands"]].tolist() == [
        "A dog under the desk",
        "",
        "must",
    ]


def test_a_line_that_is_gone_from_the_catalogue_does_no_harm(record: Record) -> None:
    say(record, "take_says:no_such_line", "must")
    say(record, "take_says:-worry-no_such_worry", "not")
    assert of(record, needs=["no_such_need"], seen={"no_such:high": Seen("x")}).empty


def test_the_long_game_is_a_sentence_for_each_of_three_years(record: Record) -> None:
    say(record, "in_ten_years", "Teaching others.")
    say(record, "in_one_year", "  ")
    assert long_game(Snapshot(record, fixed=CATALOGUE)) == {"in_ten_years": "Teaching others."}


def test_the_end_of_a_scale_is_never_named_where_the_jobs_only_leaned_that_way(record: Record) -> None:
    found = of(record, seen={"hours:high": Seen("Stands out: in 3 of your 3 best jobs.")})
    assert found.loc["hours:high", "label"] == "Hours it took: rather more"
    say(record, "take_says:hours:high", "want")  # and the jobs show it no longer
    assert of(record).loc["hours:high", "label"] == "Hours it took: rather more"
    say(record, "take_says:hours:high", "not")
    assert of(record).loc["hours:high", "label"] == "Hours it took: nearly every waking hour"
