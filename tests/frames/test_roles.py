"""Roles with their dates, and the journal as a frame."""

from collections.abc import Callable
from datetime import UTC, datetime

import pandas as pd
import pytest

from good_on_paper.catalogue import Catalogue
from good_on_paper.frames import answers, ratings, roles
from good_on_paper.frames.schema import ANSWERS, ROLES
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.record import Record, Sitting, Unit


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2014", "2014-01-01", "2014-12-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2016-02-29", "2016-02-29", "2016-02-29"),
        ("2014~", "2014-01-01", "2014-12-31"),
        ("2016-02?", "2016-02-01", "2016-02-29"),
        ("2015-02-29", None, None),
        ("2014-13", None, None),
        ("long ago", None, None),
        ("0000", None, None),
    ],
)
def test_partial_dates(
    rec: Record, add: Callable[..., Unit], text: str, start: str | None, end: str | None
) -> None:
    add(title="Cook", started=text, ended=text)
    row = roles(Snapshot(rec)).iloc[0]
    assert row["started"] == row["ended"] == text
    for column, day in (("start", start), ("end", end)):
        assert pd.isna(row[column]) if day is None else row[column] == pd.Timestamp(day)


def test_a_present_role_ends_on_the_day_of_looking(rec: Record, add: Callable[..., Unit]) -> None:
    add(title="Cook", started="2020", ended="now")
    add(title="Nurse", started="2020")
    frame = roles(Snapshot(rec))
    assert frame["current"].tolist() == [True, False]
    assert frame.loc["Cook", "end"] == pd.Timestamp(datetime.now(UTC).astimezone().date())
    assert pd.isna(frame.loc["Nurse", "end"])
    later = datetime(2090, 5, 3, 12, tzinfo=UTC)
    assert roles(Snapshot(rec, later)).loc["Cook", "end"] == pd.Timestamp("2090-05-03")


def test_roles_and_ratings_share_their_index(rec: Record, cat: Catalogue, add: Callable[..., Unit]) -> None:
    for title in ("Cook", "Cook", ""):
        add(title=title, overall=3, role_kind="job")
    assert roles(Snapshot(rec)).index.tolist() == ratings(Snapshot(rec, fixed=cat)).index.tolist()
    assert roles(Snapshot(rec))["role_kind"].tolist() == ["job"] * 3


def test_empty_frames_keep_their_promise(rec: Record, cat: Catalogue) -> None:
    assert ROLES.validate(roles(Snapshot(rec))).empty
    assert ANSWERS.validate(answers(Snapshot(rec, fixed=cat))).empty


def test_the_journal_as_a_frame(
    rec: Record, cat: Catalogue, add: Callable[..., Unit], sitting: Sitting
) -> None:
    unit = add(title="Cook", hours=2)
    rec.answer(unit, "hours", state="skip", sitting=sitting, position=4, private=True)
    rec.answer(rec.person, "primary_outcome", "overall", sitting=sitting)
    rec.undo(sitting)
    frame = answers(Snapshot(rec, fixed=cat))
    assert frame.index.is_monotonic_increasing
    assert len(frame) == len(rec.answers())
    hours = frame[frame["item"] == "hours"]
    assert hours["state"].tolist() == ["value", "skip"]
    assert hours["number"].tolist() == [2, pd.NA]
    assert hours["private"].tolist() == [False, True]
    assert hours["label"].tolist() == [cat.item("hours").label] * 2
    assert set(hours["name"]) == {"Cook"}
    assert frame["undoes"].notna().sum() == 1
    assert "person" in set(frame["kind"])
    assert answers(Snapshot(rec, fixed=Catalogue(())))["label"].isna().all()
