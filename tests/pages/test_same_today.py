"""Would you say the same today, on its page: the list, the picture, Start here apart, and no word greyed."""

from __future__ import annotations

import datetime as dt

import pytest

import good_on_paper as gop
from good_on_paper.charts import Note
from good_on_paper.frames.asked_again import SITTING, changed_mind
from good_on_paper.frames.quiet import HURT, YES
from good_on_paper.pages.start.paper_against_lived import drawn
from good_on_paper.pages.under_the_hood import how_alike
from good_on_paper.pages.whole_picture import same_today
from good_on_paper.record import FIRST_SIGHT, Record
from good_on_paper.record.rows import told_at
from good_on_paper.study import steadiness
from good_on_paper.study.person import Person


@pytest.fixture
def person(tmp_path):
    with Record.open(tmp_path / "person") as record:
        yield Person(record)


def asked_twice(person, pairs: int, off: int = 0, form: str = SITTING):
    """A job rated on so many lines, and again twenty days later, so many steps off."""
    record, now = person.record, dt.datetime.now(dt.UTC)
    lines = [item.key for item in person.catalogue.items("circumstance")][:pairs]
    with record.batch():
        for days, value, name in ((30, 3, "lines"), (10, 3 + off, form)):
            with told_at(now - dt.timedelta(days=days)):
                sitting = record.sitting(name)
                role = person.units("role")[0] if days == 10 else record.add_unit("role", sitting=sitting)
                for line in lines:
                    revision = person.catalogue.item(line).revision
                    record.answer(role, line, value, sitting=sitting, revision=revision)
    return role, lines


def shown(person):
    sheet = same_today.sheet(person, "names")
    return [] if isinstance(sheet, str) else list(sheet)


def test_nothing_is_there_before_anything_was_asked_again(person) -> None:
    assert shown(person) == []


def test_fewer_than_eight_pairs_are_a_list_and_eight_a_picture(person) -> None:
    role, _lines = asked_twice(person, 7)
    (note,) = shown(person)
    assert isinstance(note, Note)
    assert note.title == "7 ratings asked again. We count from 8 on."
    assert len(note.tables[0]) == 7
    assert steadiness.within_noise(person) is None
    person.record.answer(role, HURT, YES, sitting=person.record.sitting("roles"))
    assert shown(person) == []


def test_a_changed_mind_is_asked_once_and_leaves_the_noise(person) -> None:
    role, lines = asked_twice(person, 9, off=3)
    assert len(steadiness.to_ask_about(person)) == 9
    record = person.record
    for line in lines:
        said = "yes" if line == lines[0] else "no"
        record.answer(role, changed_mind(line), said, sitting=record.sitting("changed minds"))
    assert steadiness.to_ask_about(person).empty
    assert [len(steadiness.steadiness(person, changed=both).frame) for both in (False, True)] == [8, 9]
    (chart,) = shown(person)
    assert chart.title == "None of 8 answers stayed within one step."


def test_start_here_stands_apart_and_is_never_pooled(person) -> None:
    record = person.record
    asked_twice(person, 8)
    first = record.add_unit("role", sitting=record.sitting("roles"))
    for form, value in ((FIRST_SIGHT, 1), ("lines", 7)):
        record.answer(first, "clarity", value, sitting=record.sitting(form))
    chart, note = shown(person)
    assert chart.title == "8 of 8 answers stayed within one step."
    assert note.title == "1 answer from Start here, asked again in What it was like."
    assert note.figures == ()


def test_single_answers_that_are_close_are_grey_and_no_word_is() -> None:
    me = gop.sample()
    before = me.take_a_look().frame["word"].tolist()
    within = steadiness.within_noise(me)
    assert 2 <= within < 3
    chart = drawn(me)
    assert "Grey: up to 2 steps, I might answer differently on another day." in chart.small_print
    assert "turned out better, by 2" in chart.table["How it turned out"].tolist()  # said as it was
    role = me.units("role")[0]
    for line in ("pace", "hours"):  # two steps and more apart: what is noise grows, and no word moves
        me.record.answer(role, changed_mind(line), "yes", sitting=me.record.sitting("changed minds"))
    assert steadiness.within_noise(me) != within
    assert me.take_a_look().frame["word"].tolist() == before
    me.record.close()


def test_kappa_stands_under_the_hood_and_from_twenty_pairs_on(person) -> None:
    asked_twice(person, 19)
    assert how_alike.sheet(person, "names") == "19 ratings asked again so far; from 20 on, kappa stands here."
    (note,) = how_alike.sheet(gop.sample(), "names")
    assert note.title == "Weighted kappa of 23 pairs: 0.85."
    page = same_today.sheet(gop.sample(), "names")
    assert not any("kappa" in " ".join((one.title, *one.figures)).lower() for one in page)
