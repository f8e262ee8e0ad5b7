"""What was printed is what is asked about: the paper holds, whatever comes in after it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from good_on_paper.catalogue import keys
from good_on_paper.questions.asked_there import questions_for
from good_on_paper.questions.prepared import prepare
from good_on_paper.questions.taken_along import put_on_paper, taken_along
from good_on_paper.study.log_entries import add_interview
from good_on_paper.study.person import Person

if TYPE_CHECKING:
    from good_on_paper.record import Record


def printed(record: Record) -> tuple[str, list[str]]:
    page = prepare(Person(record))
    there = [one.key for one in page.questions]
    put_on_paper(Person(record), page.target, there)
    return page.target, there


def need_another(record: Record) -> None:
    record.answer(record.person, "guesses", ["resources", "peers"], sitting=record.sitting("said"))


def test_without_paper_nothing_is_new_and_nothing_is_gone(record: Record) -> None:
    page = prepare(Person(record))
    assert (page.paper, page.new, page.gone, page.reworded) == (None, frozenset(), 0, frozenset())


def test_what_is_printed_stays_in_front_and_what_comes_in_later_is_named_as_new(record: Record) -> None:
    _, there = printed(record)
    sitting = record.sitting("said")
    record.answer(record.person, "guesses", ["resources", "pace", "clarity", "peers"], sitting=sitting)
    page = prepare(Person(record))
    assert [one.key for one in page.questions][: len(there)] == there
    assert page.new
    assert page.new == {one.key for one in page.questions} - set(there)
    assert {one.line for one in page.questions if one.key in page.new} == {"resources"}
    assert page.gone == 0


def test_what_is_known_by_now_leaves_the_page_and_is_counted_as_gone(record: Record) -> None:
    target, _ = printed(record)
    record.answer(target, "knows:pace", "know", sitting=record.sitting("said"))
    page = prepare(Person(record))
    assert "pace" not in {one.line for one in page.questions}
    assert page.gone == 1


def test_other_words_since_the_paper_are_noticed(record: Record) -> None:
    target, there = printed(record)
    sitting = record.sitting("said")
    record.answer(target, f"question:{there[0]}", {"text": "How fast is it?"}, sitting=sitting)
    assert prepare(Person(record)).reworded == {there[0]}
    printed(record)
    assert prepare(Person(record)).reworded == frozenset()


def test_after_an_interview_the_paper_is_asked_about_in_its_words(record: Record) -> None:
    target, there = printed(record)
    texts = [one.text for one in prepare(Person(record)).questions]
    sitting = record.sitting("said")
    record.answer(target, f"question:{there[0]}", {"text": "How fast is it?"}, sitting=sitting)
    need_another(record)
    person = Person(record)
    paper = taken_along(person, target, person.today)
    assert paper is not None
    asked = questions_for(person, target, paper=paper)
    assert [one.key for one in asked] == there
    assert [one.text for one in asked] == texts


def test_a_paper_is_for_one_interview(record: Record) -> None:
    target, there = printed(record)
    person = Person(record)
    add_interview(person, "Brightwater", person.today.isoformat())
    held = taken_along(person, target, person.today)
    assert held is not None
    assert list(held.keys) == there
    assert taken_along(person, target) is None  # the next one has no paper yet
    yesterday = person.today - dt.timedelta(days=1)
    assert taken_along(person, target, yesterday) is None  # it was printed later
    printed(record)
    assert taken_along(person, target) is not None
    assert taken_along(person, target, person.today) == held  # what is printed afterwards was not along


def test_a_day_that_was_only_planned_ends_a_paper_once_it_is_over(record: Record) -> None:
    target, _ = printed(record)
    now = Person(record)
    record.answer(target, keys.TALK_ON, now.today.isoformat(), sitting=record.sitting("said"))
    assert taken_along(Person(record), target) is not None
    tomorrow = dt.datetime.now(dt.UTC) + dt.timedelta(days=1)
    assert taken_along(Person(record, tomorrow), target) is None


def test_no_job_and_no_question_leave_no_trace(record: Record) -> None:
    before = record.newest
    put_on_paper(Person(record), "0" * 32, ["pace:0"])
    put_on_paper(Person(record), record.units("target")[0].id, [])
    assert record.newest == before
