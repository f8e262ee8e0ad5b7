"""Any two days, what recurs in applications, and the state of writing: by hand, and without any word."""

from __future__ import annotations

import datetime as dt

import pytest

import good_on_paper as gop
from good_on_paper import patterns
from good_on_paper.catalogue import keys
from good_on_paper.frames import quiet_roles
from good_on_paper.frames.processes_had import HAD, processes_had
from good_on_paper.frames.quiet import HURT, YES
from good_on_paper.frames.state_of_writing import state_of_writing
from good_on_paper.frames.stories import WRITING
from good_on_paper.pages.under_the_hood import state_of_writing as under_the_hood
from good_on_paper.pages.whole_picture import experience, then_and_now
from good_on_paper.record import Record
from good_on_paper.record.rows import told_at
from good_on_paper.record.stories import begin, unit_for
from good_on_paper.study.person import Person

NOON = dt.datetime.combine(dt.date.today(), dt.time(12)).astimezone()  # noqa: DTZ011 - the day where one is


@pytest.fixture
def person(tmp_path):
    with Record.open(tmp_path / "person") as record:
        yield Person(record)


def ago(days: int) -> dt.datetime:
    return NOON - dt.timedelta(days=days)


def say(person, unit, told: dict[str, object], days: int, form: str = "lines", private: bool = False):
    record = person.record
    with told_at(ago(days)), record.batch():
        sitting = record.sitting(form)
        for item, value in told.items():
            revision = person.catalogue.item(item).revision if item in person.catalogue else 1
            record.answer(unit, item, value, sitting=sitting, revision=revision, private=private)


def job(person, name: str, days: int):
    with told_at(ago(days)):
        role = person.record.add_unit("role", sitting=person.record.sitting("roles"))
    say(person, role, {"title": name}, days)
    return role


def sheet(person, names="names"):
    then, *_, now = then_and_now.days(person)
    return then_and_now.sheet(person, names, then, now)


def test_two_days_show_what_was_said_on_each_part_by_part(person) -> None:
    editor, cook = job(person, "Editor", 100), job(person, "Cook", 100)
    me = person.record.person
    say(person, editor, {"clarity": 2, "pace": 5, "overall": 6}, 100)
    say(person, cook, {"clarity": 7}, 100)
    say(person, me, {"money": 4, "acclaim": 1, "stuck": 2}, 100)
    say(person, editor, {"clarity": 6, "hours": 3}, 2)
    say(person, cook, {"clarity": 5}, 2)
    say(person, me, {"money": 1}, 2)
    chart, like, went, meaning = sheet(person)
    assert chart.title == "What counts for me: 1 of 3 moved."
    assert chart.table.iloc[:, 0].to_dict()["Money"] == "4 points"
    assert like.title == "What your jobs were like: 2 of 3 answers read otherwise."
    assert like.tables[0].to_numpy().tolist() == [
        ["Knowing what counted as good work", "2", "6"],  # four steps, then two
        ["Knowing what counted as good work", "7", "5"],
    ]
    assert like.tables[0].index.tolist() == ["Editor", "Cook"]
    assert went.title == "How they looked and went: 1 answer, all as they were."
    assert meaning.title == "What success and going wrong mean to you: 1 of 3 answers reads otherwise."


def test_what_hurts_is_left_out_and_letters_hide_names_and_what_is_private(person) -> None:
    editor, cook = job(person, "Editor", 100), job(person, "Cook", 100)
    for role in (editor, cook):
        say(person, role, {"clarity": 2}, 100)
        say(person, role, {"clarity": 6}, 2)
    say(person, editor, {"pace": 2}, 100, private=True)
    say(person, editor, {"pace": 3}, 2, private=True)
    say(person, cook, {HURT: YES}, 1)
    assert quiet_roles(person) == {cook.id}
    (named,), (lettered,) = sheet(person), sheet(person, "letters")
    assert named.tables[0].index.tolist() == ["Editor", "Editor"]
    assert lettered.tables[0].index.tolist() == ["Job A"]


def test_what_stayed_is_said_plainly_and_one_day_has_nothing_to_compare(person, open_on) -> None:
    editor = job(person, "Editor", 100)
    say(person, editor, {"clarity": 2}, 100)
    open_on(person)
    page = then_and_now.then_and_now()
    assert page.handle({"type": "ready"})["total"] == 0
    say(person, editor, {"pace": 2}, 2)
    assert [note.title for note in sheet(person)] == [then_and_now.NOTHING]
    page = then_and_now.then_and_now()
    ask = page.handle({"type": "ready"})["ask"]
    assert [one["label"] for one in ask["choices"]["of"]] == ["Then", "Now"]
    assert page.handle({"type": "reveal"})["total"] == 1


def applied(person, name, days, *, found="", came="", take="", channel="phone", thought=(4, 4)):
    record = person.record
    with told_at(ago(days)), record.batch():
        sitting = record.sitting("log")
        target = record.add_unit("target", sitting=sitting)
        unit = record.add_unit("interview", parent=target, sitting=sitting)
        day = ago(days).date().isoformat()
        for where, item, value in (
            *((target, "employer", name), (target, keys.APPLIED_ON, day), (target, keys.FOUND_HOW, found)),
            *((unit, keys.TALK_ON, day), (unit, keys.CHANNEL, channel), (unit, keys.TAKE_IT, take)),
            *((unit, f"{keys.MET_NAME}:1", "Jo"), (unit, f"{keys.REGARD_BEFORE}:1", thought[0])),
            *((unit, f"{keys.REGARD_AFTER}:1", thought[1]), (unit, came, day)),
        ):
            if item and value:
                record.answer(where, item, value, sitting=sitting)
    return target


def test_what_recurs_is_counted_by_process_and_gets_no_word(person) -> None:
    applied(person, "A", 60, found="a friend", came=keys.CAME_YES, take="yes", thought=(4, 6))
    applied(person, "B", 50, found="a former colleague", came=keys.CAME_YES, take="yes")
    applied(person, "C", 45, found="job board", came=keys.CAME_NO, take="no", channel="in_person")
    assert experience.drawn(person, "names", "said_yes") is None  # one alone on a side
    applied(person, "D", 40, came=keys.CAME_NO, take="not_sure", thought=(5, 2))
    hurt = applied(person, "E", 30, found="a friend", came=keys.CAME_NO)
    say(person, hurt, {HURT: YES}, 1)
    applied(person, "F", 5, found="a friend")  # still open: on neither side
    told = processes_had(person)
    assert told.index.tolist() == list("ABCDF")
    assert told["wanted"].tolist()[:3] == [True, True, False]
    counted = patterns.recurring(told, "said_yes", list(HAD))
    assert counted.loc["someone"].tolist() == [2, 2, 0, 1]  # of D it is not known
    assert counted.loc["rose"].tolist() == [1, 2, 0, 2]
    assert counted.loc["in_person"].tolist() == [0, 2, 1, 2]
    chart = experience.drawn(person, "letters", "said_yes")
    assert chart.title == "They said yes: 2. They did not: 2."
    words = " ".join((chart.title, chart.alt, *chart.small_print, chart.table.to_string())).lower()
    assert not [word for word in patterns.WORDS if word in words]
    assert "proves nothing" in words
    assert "E" not in chart.table.index
    assert chart.svg("dark").startswith("<?xml")


def test_no_word_of_evidence_stands_in_the_sample_either() -> None:
    me = gop.sample()
    for went in experience.WENT:
        chart = experience.drawn(me, "names", went)
        words = " ".join((chart.title, chart.alt, *chart.small_print, *chart.figures)).lower()
        assert not [word for word in patterns.WORDS if word in words]


def test_the_state_of_writing_is_drawn_from_eight_sittings_on(person) -> None:
    editor, cook = job(person, "Editor", 100), job(person, "Cook", 100)
    me = person.record.person.id
    unit = unit_for(me, f"{WRITING}:drive")
    begin(person.record, "story", unit, parent=me, facts={keys.STORY_KIND: WRITING})
    for days in range(20, 13, -1):
        state = "up" if days == 14 else "tired"
        say(person, unit, {keys.WRITING_STATE: state}, days, private=True)
        # clarity is nicer, conflict harder, working alone neither: (6 + (8 - 3)) / 2
        say(person, editor, {"clarity": 6, "conflict": 3, "working_alone": 1}, days)
    say(person, editor, {"clarity": 1}, 10)  # no state on that day
    told = state_of_writing(person)
    assert told["mean"].tolist() == [5.5] * 7
    assert told["state"].tolist() == ["tired"] * 6 + ["up"]
    assert under_the_hood.sheet(person, "names") == (
        "7 sittings so far on a day with a state of writing; from 8 on, they are drawn here. "
        "Your stories has the tick for it."
    )
    say(person, cook, {"clarity": 2}, 14)
    (chart,) = under_the_hood.sheet(person, "names")
    assert chart.title == "The state I wrote in, and how I rated that day: 8 sittings."
    assert chart.svg().startswith("<?xml")
    say(person, cook, {HURT: YES}, 1)
    assert len(state_of_writing(person)) == 7
