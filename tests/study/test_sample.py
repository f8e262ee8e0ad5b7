"""The invented career: each record of it is a copy of its own, and no record is written over."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest

from good_on_paper.catalogue import keys
from good_on_paper.record import Record
from good_on_paper.record.rows import told_at
from good_on_paper.study import sample
from good_on_paper.study.sample import throw_away_record


def test_each_record_has_all_of_it_and_keeps_its_own_answers(tmp_path) -> None:
    with throw_away_record(tmp_path / "one") as one, throw_away_record(tmp_path / "other") as other:
        assert one.current() == other.current()
        said = one.answer(one.person, "primary_outcome", "cost", sitting=one.sitting("outcome"))
        assert one.newest == said.seq == other.newest + 1
        assert (one.person.id, "primary_outcome") not in other.current()
    with throw_away_record(tmp_path / "third") as third:
        assert third.newest == said.seq - 1
        assert third.warnings == other.warnings


class Tomorrow(dt.datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + dt.timedelta(days=1)


def test_it_is_written_anew_the_next_day(tmp_path, monkeypatch) -> None:
    def interview(name):
        with throw_away_record(tmp_path / name) as record:
            return max(answer.value for answer in record.current(items=(keys.TALK_ON,)).values())

    today = interview("today")
    monkeypatch.setattr(sample, "dt", SimpleNamespace(datetime=Tomorrow, timedelta=dt.timedelta, UTC=dt.UTC))
    assert dt.date.fromisoformat(interview("tomorrow")) > dt.date.fromisoformat(today)


def test_a_record_that_is_there_stays_as_it_is(tmp_path) -> None:
    with Record.open(tmp_path / "mine") as mine:
        mine.answer(mine.person, "primary_outcome", "cost", sitting=mine.sitting("outcome"))
    before = mine.path.read_bytes()
    with pytest.raises(FileExistsError, match=r"record\.sqlite3: a record is there\. Expected an empty"):
        throw_away_record(mine.folder)
    assert mine.path.read_bytes() == before


def test_its_answers_bear_the_day_it_is_told_on(tmp_path) -> None:
    throw_away_record(tmp_path / "now").close()
    with told_at(dt.datetime(2026, 2, 3, 12, tzinfo=dt.UTC)), throw_away_record(tmp_path / "then") as then:
        assert "2026-02-03" in {f"{answer.given:%Y-%m-%d}" for answer in then.current().values()}
