from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

import good_on_paper as gop
from good_on_paper.frames import snapshot
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.study.person import Person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from good_on_paper.kit.me import Me


@pytest.fixture(scope="module")
def sample() -> Iterator[Me]:
    mine = gop.sample()
    yield mine
    mine.record.close()


def test_a_person_reads_what_a_query_would_at_every_kind_of_moment(sample):
    record = sample.record
    newest = record.answers()[-1]
    for moment in (None, newest.seq // 2, newest.seq, dt.datetime.now(dt.UTC)):
        person, plainly = Person(record, moment), Snapshot(record, moment)
        assert person.units() == plainly.units()
        assert list(person.current().items()) == list(plainly.current().items())
        assert list(person.counted().items()) == list(plainly.counted().items())


def test_a_moment_is_made_once_from_wherever_it_is_asked(sample):
    assert sample.as_of(9).as_of(5) is sample.as_of(5)
    assert sample.as_of(5).as_of(9) is sample.as_of(9)


def test_what_is_kept_is_made_anew_on_the_next_day(sample, monkeypatch):
    today = sample.today
    assert sample.kept("a day", lambda: sample.today) == today
    tomorrow = today + dt.timedelta(days=1)
    monkeypatch.setattr(snapshot, "day_of_looking", lambda _: tomorrow)
    assert sample.kept("a day", lambda: sample.today) == tomorrow


def test_an_own_line_is_there_as_soon_as_its_file_is_written(sample):
    key = "own_by_hand"
    assert key not in sample.catalogue
    line = (
        f'[circumstance.{key}]\nlabel = "Tea"\nask = "How good was the tea?"\nlow = "weak"\nhigh = "strong"\n'
    )
    sample.overlay.write_text(line, encoding="utf-8")
    assert sample.catalogue.item(key).label == "Tea"
    sample.overlay.write_text(line.replace("Tea", "Coffee"), encoding="utf-8")
    assert sample.catalogue.item(key).label == "Coffee"
