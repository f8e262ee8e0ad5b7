"""The page on an earlier day: only days with answers, as the looks by then left it, and what changed."""

from __future__ import annotations

import datetime as dt

import pytest

import good_on_paper as gop
from good_on_paper.charts import Note
from good_on_paper.pages.in_common import earlier_day
from good_on_paper.record import rows
from good_on_paper.study.sample import _career as write_career

NAMED, LOOKED, NEWEST = (dt.date(2026, 2, day) for day in (3, 14, 27))


@pytest.fixture
def mine(monkeypatch, open_on):
    """A sample person who answered on three days: rated, looked, named one more job and looked again."""

    def on(day):
        noon = rows.stamp(dt.datetime.combine(day, dt.time(12), dt.UTC))
        monkeypatch.setattr(rows, "now", lambda: noon)

    on(NAMED)
    write_career.cache_clear()  # all of it on this day
    sample = gop.sample()
    write_career.cache_clear()
    open_on(sample)
    on(LOOKED)
    sample.take_a_look()
    on(NEWEST)
    add_job(sample, overall=1, decision_freedom=7, hours=2)
    sample.take_a_look()
    yield sample
    sample.record.close()


def add_job(sample, **ratings):
    record = sample.record
    role, sitting = record.add_unit("role", sitting=record.sitting("roles")), record.sitting("lines")
    for key, value in ratings.items():
        record.answer(role, key, value, sitting=sitting, revision=sample.catalogue.item(key).revision)


def test_only_earlier_days_with_answers_can_be_chosen(mine):
    assert list(earlier_day.last_answers(mine)) == [NAMED, LOOKED]
    page = earlier_day.earlier_day().handle({"type": "ready"})
    assert page["slider"] == {
        "label": "The page on",
        "steps": ["3 February 2026", "14 February 2026"],
        "at": 1,
        "as_list": True,
        "fold": "",
    }


def test_the_page_stands_as_the_looks_by_then_left_it(mine):
    looks, newest = len(mine.looks()), mine.record.newest
    panel = earlier_day.earlier_day()
    page = panel.handle({"type": "ready"})
    assert page["heads"][1]["heading"] == "On 14 February 2026: about the job, and about you"
    changed = panel.handle({"type": "show", "chart": 0, "names": "names"})
    assert changed["title"].startswith("Since 14 February 2026: 1 job more")
    drawn = panel.handle({"type": "show", "chart": 1, "names": "names"})
    assert "8 jobs" in " ".join(drawn["small"])
    then = mine.as_of(earlier_day.last_answers(mine)[LOOKED])
    assert then.take_a_look().units == 8
    assert mine.take_a_look().units == 9
    assert (len(mine.looks()), mine.record.newest) == (looks, newest)  # looking back is no look


@pytest.mark.usefixtures("mine")
def test_a_day_before_the_first_look_shows_no_line_up():
    panel = earlier_day.earlier_day()
    page = panel.handle({"type": "slide", "at": 0})
    assert page["total"] == 0
    assert page["heads"][0]["sentence"].startswith("You had not looked by then. You had named 8 jobs")
    assert page["slider"]["at"] == 0  # to go on from there


def test_what_reads_otherwise_is_said_line_by_line(mine):
    then = mine.as_of(earlier_day.last_answers(mine)[LOOKED])
    note = earlier_day.changed(then, mine, "14 February 2026")
    assert isinstance(note, Note)
    before, after = (one.take_a_look().frame.set_index("line")["word"] for one in (then, mine))
    moved = [line for line in after.index if before[line] != after[line]]
    assert moved
    assert len(note.said) == len(moved)
    assert set(note.tables[0].columns) == {"14 February 2026", "Now"}
    assert (
        earlier_day.changed(mine, mine, "27 February 2026").title
        == "Since 27 February 2026: nothing changed."
    )


def test_before_the_first_look_or_with_one_day_there_is_nothing(open_on, monkeypatch):
    noon = rows.stamp(dt.datetime.combine(NAMED, dt.time(12), dt.UTC))
    monkeypatch.setattr(rows, "now", lambda: noon)
    sample = gop.sample()
    open_on(sample)
    sample.take_a_look()
    page = earlier_day.earlier_day().handle({"type": "ready"})
    assert (page["sentence"], page["total"], page["heads"], page["slider"]) == ("", 0, [], None)
    sample.record.close()
