"""What is said of a circumstance at a job in sight: a number, a range, a promise, and nothing made up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.frames.there import there

if TYPE_CHECKING:
    from collections.abc import Callable

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.record import Record, Unit


def only(rec: Record, cat: Catalogue) -> dict[Any, Any]:
    rows = there(Snapshot(rec, fixed=cat)).to_dict("records")
    assert len(rows) == 1
    return rows[0]


@pytest.mark.parametrize(
    ("said", "low", "high"),
    [
        ({"there_level": 4}, 4, 4),
        ({"there_level": 2, "there_up_to": 5}, 2, 5),
        ({"there_level": 5, "there_up_to": 2}, 2, 5),  # a range is one whichever end was said first
        ({"there_up_to": 3}, 1, 3),
        ({"knows": "guess"}, None, None),
        ({"knows": "unknown", "there_level": 4}, None, None),  # what is not known has no level
    ],
)
def test_a_level_is_a_number_or_a_range_and_a_blank_stays_one(
    rec: Record, cat: Catalogue, add: Callable[..., Unit], said: dict[str, Any], low: Any, high: Any
) -> None:
    add("target", **{f"{kind}:pace": value for kind, value in said.items()})
    row = only(rec, cat)
    assert [None if pd.isna(row[end]) else row[end] for end in ("low", "high")] == [low, high]


def test_a_promise_and_what_is_written_stand_side_by_side_with_source_and_day(
    rec: Record, cat: Catalogue, add: Callable[..., Unit]
) -> None:
    said = {"promised_there": "home by six", "promised_from": "Ms Ardell", "promised_on": "2026-03-02"}
    said |= {"written_there": "37 hours", "written_in": "the ad", "written_on": "some day"}
    add("target", **{f"{kind}:hours": value for kind, value in said.items()})
    row = only(rec, cat)
    assert (row["promised"], row["promised_by"], row["promise_day"]) == (
        *("home by six", "Ms Ardell"),
        pd.Timestamp("2026-03-02"),
    )
    assert (row["written"], row["where"]) == ("37 hours", "the ad")
    assert pd.isna(row["written_day"])  # not a day that we can read, so none
    assert not row["knows"]


def test_a_level_given_under_another_meaning_of_its_line_does_not_count(
    rec: Record, cat: Catalogue, add: Callable[..., Unit]
) -> None:
    target = add("target", **{"knows:pace": "know"})
    revision = cat.item("pace").revision + 1
    rec.answer(target, "there_level:pace", 6, sitting=rec.sitting("unknowns"), revision=revision)
    assert pd.isna(only(rec, cat)["low"])
