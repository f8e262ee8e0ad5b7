"""After an interview, in a real browser: three questions and a lock, by mouse and by keyboard."""

from __future__ import annotations

import datetime as dt
import os
import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from good_on_paper.catalogue import keys
from good_on_paper.forms import AfterInterview, InterviewLog, NextThing
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.frames.targets import interview_day
from good_on_paper.intake.log_file import read_log_text
from good_on_paper.language.day_names import as_named
from good_on_paper.pages.before_an_interview.progress import still_to_come
from good_on_paper.questions.prepared import prepare
from good_on_paper.questions.taken_along import put_on_paper
from good_on_paper.study.bring_log import bring_log
from good_on_paper.study.interviews import begin, held_of, to_ask_about
from good_on_paper.study.person import Person

if TYPE_CHECKING:
    from good_on_paper.record import Record

    Stage = Any

pytestmark = pytest.mark.browser

THREE = ("How likely are they to say yes by", "Would you take it today?", "One thing to remember")


@pytest.fixture
def person(record: Record) -> Person:
    """Somebody who met Ms Sill at Brightwater yesterday."""
    sitting = record.sitting("setting the stage")
    job = record.add_unit("target", sitting=sitting)
    mine = Person(record)
    yesterday = (mine.today - dt.timedelta(days=1)).isoformat()
    said = {
        "title": "Gardener",
        "employer": "Brightwater",
        keys.MEETS_NAME: "Ms Sill",
        keys.TALK_ON: yesterday,
    }
    for item, value in (said | {keys.TALK_ROUND: "first"}).items():
        record.answer(job, item, value, sitting=sitting)
    return mine


@pytest.fixture
def after(person: Person) -> AfterInterview:
    return AfterInterview(person, before="03 Before an interview")


def look_at(stage: Stage, name: str) -> None:
    """Keep a picture where one is wanted: for a pair of eyes, not for the test."""
    if folder := os.environ.get("GOOD_ON_PAPER_SHOTS"):
        stage.page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


def row(person: Person) -> Any:
    return person.interviews().iloc[0]


def test_the_three_by_keyboard_and_locked(stage: Stage, after: AfterInterview, person: Person) -> None:
    root = stage.show(after)
    expect(root.get_by_text("Gardener, Brightwater")).to_be_visible()
    expect(root.get_by_role("heading", level=3)).to_have_count(4)
    for text in THREE:
        expect(root.get_by_role("heading", name=text)).to_be_visible()
    assert person.record.units("interview") == []  # looking leaves no trace
    look_at(stage, "after-1366-empty")
    keys_ = stage.page.keyboard
    root.get_by_label("Or type it:").focus()
    keys_.type("70")
    keys_.press("Enter")
    keys_.press("ArrowRight")
    keys_.press("ArrowRight")
    keys_.press("Enter")
    keys_.press("Tab")
    keys_.type("Keys to every room")
    keys_.press("Tab")
    keys_.press("Enter")
    expect(root.get_by_role("heading", name="70 of 100 that they say yes by")).to_be_visible()
    expect(root.get_by_role("heading", name="Would take it today: not sure")).to_be_visible()
    expect(root.get_by_role("heading", name="it for today.")).to_be_focused()
    stage.settled()
    look_at(stage, "after-1366-locked")
    told = row(person)
    assert told[["chance", "take_it", "remember", "stage", "met"]].tolist() == [
        70, "not_sure", "Keys to every room", "first", "Ms Sill",
    ]  # fmt: skip
    assert stage.barriers() == []


def test_no_chance_is_not_taken_the_days_are_ones_own_and_another_guess_is_kept_beside_it(
    stage: Stage, after: AfterInterview, person: Person
) -> None:
    root = stage.show(after)
    field = root.get_by_label("Or type it:")
    field.fill("170")
    field.press("Enter")
    expect(root.get_by_text("That is no chance from 0 to 100.")).to_be_visible()
    root.get_by_role("button", name="Lock and finish").click()
    expect(field).to_be_focused()
    assert person.record.units("interview") == []
    root.get_by_role("radio", name="50", exact=True).click()
    root.get_by_role("button", name="Change the 30 days").click()
    days = root.get_by_label("Days after you met:")
    days.fill("14")
    days.press("Tab")
    by = person.today + dt.timedelta(days=13)
    expect(root.get_by_role("heading", name=f"by {by.day} {by:%B}?")).to_be_visible()
    stage.settled()
    assert row(person)[["chance", "within"]].tolist() == [50, 14]
    root.get_by_role("radio", name="80", exact=True).click()
    root.get_by_role("button", name="One less").click()
    root.get_by_role("button", name="Lock and finish").click()
    expect(root.get_by_role("heading", name="79 of 100")).to_be_visible()
    root.get_by_role("button", name="I see it differently now").click()
    root.get_by_role("radio", name="20", exact=True).click()
    expect(root.get_by_text("20 of 100. Only the first is counted.")).to_be_visible()
    stage.settled()
    assert row(person)["chance"] == 79
    root.get_by_role("button", name="Undo").click()  # a guess that came after the lock is no exception
    stage.settled()
    assert row(person)["chance"] == 79


def test_the_rest_opens_one_by_one(stage: Stage, after: AfterInterview, person: Person) -> None:
    stage.page.set_viewport_size({"width": 390, "height": 800})
    root = stage.show(after)
    expect(root.get_by_text("What they promised")).to_be_visible()
    expect(root.get_by_label("What did they promise?")).to_have_count(0)
    look_at(stage, "after-390")
    root.get_by_text("What they promised").click()
    root.get_by_label("What did they promise?").fill("An answer in two weeks")
    root.get_by_role("button", name="Add another").click()
    root.get_by_label("What did they promise?").nth(1).fill("A list of names")
    root.get_by_text("What you brought").click()
    root.get_by_label("Which of your skills did you show?").fill("pruning, patience")
    root.get_by_text("Asking and telling").click()
    root.get_by_role("radiogroup", name="How much did you ask?").get_by_role("radio", name="6").click()
    stage.settled()
    width = stage.page.evaluate("document.documentElement.scrollWidth")
    assert width <= 390
    small = root.locator(".gop-ten, .gop-one .gop-pick").evaluate_all(
        "all => all.filter((one) => one.getBoundingClientRect().height < 52).length"
    )
    assert small == 0
    look_at(stage, "after-390-open")
    stage.theme("dark")
    look_at(stage, "after-390-dark")
    assert person.promises()["what"].tolist() == ["An answer in two weeks", "A list of names"]
    told = {item: answer.value for (_, item), answer in person.record.current().items()}
    assert told[keys.SKILLS_BROUGHT] == ["pruning", "patience"]
    assert told["asked_much"] == 6
    assert stage.barriers() == []


def test_there_is_nothing_to_do_only_while_no_other_interview_is_ahead(
    stage: Stage, after: AfterInterview, person: Person
) -> None:
    root = stage.show(after)
    root.get_by_role("button", name="Lock and finish").click()
    expect(root.get_by_text("Nothing to do until they write. If ")).to_be_visible()
    sitting = person.record.sitting("next round")
    soon = (person.today + dt.timedelta(days=3)).isoformat()
    person.record.answer(person.units("target")[0], keys.TALK_ON, soon, sitting=sitting)
    other = stage.show(AfterInterview(person, before="03 Before an interview"))
    expect(other.get_by_text("passes in silence, we’ll mention it once.")).to_be_visible()
    expect(other.get_by_text("Nothing to do")).to_have_count(0)


def test_signs_of_a_reworded_question_say_whose_they_are(
    stage: Stage, after: AfterInterview, person: Person
) -> None:
    sitting = person.record.sitting("questions")
    person.record.answer(person.record.person, "guesses", ["pace"], sitting=sitting)
    question = prepare(person).questions[0]
    job = person.units("target")[0]
    person.record.answer(job, f"question:{question.key}", {"text": "How fast is it?"}, sitting=sitting)
    root = stage.show(after)
    root.get_by_text("What they answered").click()
    expect(root.get_by_text("How fast is it?")).to_be_visible()
    expect(root.get_by_text(f"These go with the original question: “{question.text}”")).to_have_count(1)
    expect(root.get_by_text(f"Good sign: {question.good}")).to_be_visible()
    expect(root.get_by_text(f"Bad sign: {question.bad}")).to_be_visible()


def test_what_hurt_stops_all_questions(stage: Stage, after: AfterInterview, person: Person) -> None:
    root = stage.show(after)
    root.get_by_role("button", name="Something here hurt me").click()
    expect(root.get_by_text("ask about this again.")).to_be_visible()
    expect(root.get_by_text("Would you take it today?")).to_have_count(0)
    assert person.interviews().empty
    root.get_by_role("button", name="Undo").click()
    expect(root.get_by_text("Would you take it today?")).to_be_visible()


def test_for_a_day_after_a_no_there_is_one_line(stage: Stage, after: AfterInterview, person: Person) -> None:
    job = person.units("target")[0]
    person.record.answer(job, keys.CAME_NO, person.today.isoformat(), sitting=person.record.sitting("log"))
    root = stage.show(after)
    expect(root.get_by_text("Noted. Nothing to do today.")).to_be_visible()
    expect(root.get_by_role("heading", level=3)).to_have_count(0)


def test_an_interview_nobody_planned_is_begun_here(stage: Stage, record: Record) -> None:
    person = Person(record)
    root = stage.show(AfterInterview(person, before="03 Before an interview"))
    expect(root.get_by_text("three short questions will be waiting here")).to_be_visible()
    look_at(stage, "after-none")
    root.get_by_label("Employer", exact=True).fill("Fenn")
    words = "one => getComputedStyle(one, '::before').content"
    assert root.get_by_label("When").evaluate(words) == '"choose a day"'
    root.get_by_label("When").fill("2026-12-05")  # which some browsers show as 12/05/2026, others as 05.12.
    expect(root.get_by_text("5 December 2026")).to_be_visible()
    root.get_by_label("When").fill(person.today.isoformat())
    root.get_by_role("button", name="Add it").click()
    expect(root.get_by_role("heading", name="Would you take it today?")).to_be_visible()
    expect(root.get_by_label("Or type it:")).to_be_focused()  # what is asked first can be typed at once
    assert [held.employer for held in held_of(person)] == ["Fenn"]
    assert len(person.units("target")) == 1


def test_the_one_next_thing_is_waved_away_as_easily_as_begun(stage: Stage, person: Person) -> None:
    root = stage.show(NextThing(person, page="04 After an interview", quiet="11 The whole picture"))
    expect(root.get_by_role("heading", name="How did Brightwater go?")).to_be_visible()
    expect(root.get_by_text("You met Ms Sill yesterday about the Gardener job.")).to_be_visible()
    expect(root.get_by_role("link", name="Answer three questions")).to_be_visible()
    look_at(stage, "next-thing")
    assert stage.barriers() == []
    root.get_by_role("button", name="Ask me tomorrow").click()
    expect(root.get_by_role("heading")).to_have_count(0)
    assert to_ask_about(person) is None
    tomorrow = dt.datetime.now(dt.UTC) + dt.timedelta(days=1)
    assert to_ask_about(Snapshot(person.record, tomorrow)) is not None


def test_how_it_ended_is_a_click_and_a_day(stage: Stage, person: Person) -> None:
    begin(person, held_of(person)[0])
    root = stage.show(InterviewLog(person, before="03 Before an interview"))
    expect(root.get_by_text("Brightwater, first round")).to_be_hidden()
    root.get_by_role("button", name="Open the list").click()
    root.get_by_role("button", name="Brightwater, first round: How did it end?").click()
    root.get_by_role("button", name="They said yes").click()
    expect(root.locator(".gop-state").get_by_text("yes", exact=True)).to_be_visible()
    expect(root.get_by_text("Is there a next round?")).to_be_visible()
    day = root.get_by_label("Brightwater, first round: They said yes, when")
    expect(day).to_have_value(person.today.isoformat())
    root.get_by_role("button", name="I withdrew").click()
    expect(root.locator(".gop-state").get_by_text("withdrew", exact=True)).to_be_visible()
    stage.settled()
    look_at(stage, "log")
    told = row(person)
    assert (told["outcome"], told["yes_on"].date()) == (
        "withdrew",
        person.today,
    )  # neither takes the other's place
    assert stage.barriers() == []
    root.get_by_role("button", name="Add one from memory").click()
    root.get_by_label("Employer", exact=True).fill("Fenn")
    root.get_by_label("When").last.fill("March 2025")
    root.get_by_label("How it ended", exact=True).select_option("no answer")
    root.get_by_role("button", name="Add it").click()
    expect(root.get_by_text("remembered later", exact=False).first).to_be_visible()
    assert person.interviews()["remembered"].tolist() == [True, False]


def test_what_one_knows_now_goes_to_what_is_known_of_the_job(
    stage: Stage, after: AfterInterview, person: Person
) -> None:
    root = stage.show(after)
    root.get_by_text("What you know about the job now").click()
    row = root.locator(".gop-knownnow").first
    place = row.locator("xpath=following-sibling::*").first
    before = place.bounding_box()
    row.get_by_role("radio", name="I know").click()
    expect(row.get_by_role("radio", name="I know")).to_be_checked()
    assert place.bounding_box() == before  # the next row stays under the pointer
    row.get_by_role("button", name="What do you know, and who told you?").click()
    row.get_by_label("What do you know now?").fill("Three of us, and a van each")
    row.get_by_label("Who told you?").fill("Ms Sill")
    row.get_by_label("When did they tell you?").fill(person.today.isoformat())
    stage.settled()
    job = person.units("target")[0]
    told = {item: answer.value for (_, item), answer in person.current(units=(job,)).items()}
    line = next(item for item in told if item.startswith("knows:")).partition(":")[2]
    assert told[f"knows:{line}"] == "know"
    assert told[f"{keys.KNOWN_WHAT}:{line}"] == "Three of us, and a van each"
    assert stage.barriers() == []


def test_a_second_round_is_planned_from_the_first(stage: Stage, person: Person) -> None:
    begin(person, held_of(person)[0])
    root = stage.show(InterviewLog(person, before="03 Before an interview"))
    root.get_by_role("button", name="Open the list").click()
    root.get_by_role("button", name="Brightwater, first round: How did it end?").click()
    expect(root.get_by_label("When is the next round?")).to_be_hidden()
    root.get_by_role("button", name="They said yes").click()
    day = person.today + dt.timedelta(days=9)
    root.get_by_label("When is the next round?").fill(day.isoformat())
    root.get_by_label("Who you will meet").fill("The whole ward")
    expect(root.get_by_text("What is still open since last time is there as questions")).to_be_visible()
    expect(root.get_by_role("link", name="Before an interview")).to_be_visible()
    expect(root.get_by_role("radio", name="later")).to_be_checked()
    stage.until(lambda: "The whole ward" in [answer.value for answer in person.current().values()])
    look_at(stage, "next-round")
    assert stage.barriers() == []
    (job,) = person.units("target")
    told = {item: answer.value for (_, item), answer in person.current(units=(job,)).items()}
    assert (told[keys.TALK_ON], told[keys.MEETS_NAME], told[keys.TALK_ROUND]) == (
        day.isoformat(), "The whole ward", "later",
    )  # fmt: skip
    on_the_day = Snapshot(person.record, dt.datetime.now(dt.UTC) + dt.timedelta(days=10))
    asked = to_ask_about(on_the_day)
    assert asked is not None
    assert (asked.day, asked.met, asked.stage, asked.target) == (day, "The whole ward", "second", job.id)
    assert row(person)["outcome"] == "yes"  # the first round stays as it was


def test_a_silence_is_raised_once_and_then_only_when_pressed(stage: Stage, person: Person) -> None:
    job = person.units("target")[0]
    long_ago = (person.today - dt.timedelta(days=60)).isoformat()
    person.record.answer(job, keys.TALK_ON, long_ago, sitting=person.record.sitting("x"))
    begin(person, held_of(person)[-1])
    root = stage.show(InterviewLog(person, before="03 Before an interview"))
    expect(root.get_by_role("heading", name="Has Brightwater written?")).to_be_visible()
    stage.until(lambda: any(item == keys.SILENCE_RAISED for _, item in person.record.current()))
    again = stage.show(InterviewLog(person, before="03 Before an interview"), "b")
    again.get_by_role("button", name="Open the list").click()
    expect(again.get_by_role("heading", name="Has Brightwater written?")).to_have_count(0)
    again.get_by_role("button", name="How did it end?").first.click()
    again.get_by_role("button", name="A short note you could send").click()
    letter = again.get_by_role("textbox", name="A short note you could send")
    expect(letter).to_have_value(re.compile("^Dear Ms Sill, I enjoyed our conversation"))
    assert row(person)["outcome"] == "no_answer"  # and nothing closed it


def test_any_interview_of_the_log_opens_with_the_questions_it_had(
    stage: Stage, after: AfterInterview, person: Person, record: Record
) -> None:
    """Not only the newest, and not only the job that is next: each has the answers under what was asked."""
    need = [person.catalogue.core[0].key]
    record.answer(record.person, "guesses", need, sitting=record.sitting("x"))
    other = record.add_unit("target", sitting=record.sitting("x"))
    held = (person.today - dt.timedelta(days=3)).isoformat()
    for item, value in (("employer", "Fenn"), (keys.TALK_ON, held)):
        record.answer(other, item, value, sitting=record.sitting("x"))
    begin(person, next(one for one in held_of(person) if one.employer == "Fenn"))
    root = stage.show(after)
    expect(root.get_by_text("Gardener, Brightwater")).to_be_visible()
    log = stage.show(InterviewLog(person, before="03 Before an interview"), "b")
    log.get_by_role("button", name="Open the list").click()
    log.get_by_role("button", name="How did it end?").first.click()
    log.get_by_role("button", name="Say more about it").click()
    expect(root.locator(".gop-name").get_by_text("Fenn", exact=True)).to_be_visible()
    root.get_by_text("What they answered").click()
    root.get_by_label("What did they answer?").first.fill("It is up on the noticeboard")
    stage.page.keyboard.press("Tab")
    stage.settled()
    told = {(unit, item): answer.value for (unit, item), answer in record.current().items()}
    (unit,) = {unit.id for unit in record.units("interview") if unit.parent == other.id}
    assert "It is up on the noticeboard" in [value for (of, _), value in told.items() if of == unit]


def test_five_hundred_interviews_open_at_once(stage: Stage, record: Record) -> None:
    rows = [
        f"Firm {number},Nurse,{2020 + number % 6}-03-{1 + number % 28:02d},First,no" for number in range(500)
    ]
    text = "\n".join(["Company,Role,Date,Round,Result", *rows])
    assert bring_log(read_log_text(text), Snapshot(record)).interviews == 500
    form = InterviewLog(Person(record), before="03 Before an interview")
    root = stage.show(form)
    root.get_by_role("button", name="Open the list").click()
    expect(root.locator(".gop-loglist > li")).to_have_count(500)
    root.get_by_role("button", name="How did it end?").last.click()
    root.get_by_role("button", name="They said yes").click()
    expect(root.locator(".gop-state").last).to_contain_text("yes")
    stage.settled()
    assert root.locator(".gop-came").count() == 4  # what opens below a line is made when it is first opened


def test_the_page_stays_with_the_interview_that_is_being_answered(
    stage: Stage, after: AfterInterview, person: Person, record: Record
) -> None:
    """Another that waits to be asked about does not take its place after the first answer."""
    other = record.add_unit("target", sitting=record.sitting("x"))
    held = (person.today - dt.timedelta(days=2)).isoformat()
    for item, value in (("employer", "Fenn"), (keys.TALK_ON, held)):
        record.answer(other, item, value, sitting=record.sitting("x"))
    root = stage.show(after)
    root.get_by_role("radio", name="70", exact=True).click()
    root.get_by_role("radio", name="not sure").click()
    root.get_by_role("button", name="Lock and finish").click()
    expect(root.get_by_role("heading", name="70 of 100 that they say yes by")).to_be_visible()
    expect(root.get_by_text("Gardener, Brightwater")).to_be_visible()
    assert row(person)["take_it"] == "not_sure"
    waiting = to_ask_about(person)
    assert waiting is not None
    assert waiting.employer == "Fenn"


@pytest.fixture
def ahead(person: Person) -> str:
    """The interview at Brightwater is planned for the day after tomorrow, not for yesterday."""
    job = person.units("target")[0].id
    day = person.today + dt.timedelta(days=2)
    person.record.answer(job, keys.TALK_ON, day.isoformat(), sitting=person.record.sitting("plans"))
    return job


def add_todays(stage: Stage, person: Person) -> Any:
    coming = partial(still_to_come, person)
    root = stage.show(AfterInterview(person, before="03 Before an interview", coming=coming))
    expect(root.get_by_text("Your next interview is on")).to_be_visible()
    root.get_by_label("Employer", exact=True).fill("Brightwater")
    root.get_by_label("When").fill(person.today.isoformat())
    root.get_by_role("button", name="Add it").click()
    expect(root.get_by_role("heading", name="Was this the interview you planned for")).to_be_visible()
    return root


def test_an_interview_on_another_day_than_planned_can_be_the_planned_one(
    stage: Stage, person: Person, ahead: str
) -> None:
    root = add_todays(stage, person)
    look_at(stage, "after-planned")
    assert stage.barriers() == []
    below = root.get_by_role("heading", name="Would you take it today?")
    before = below.bounding_box()
    root.get_by_role("button", name="Yes, the day changed").click()
    expect(root.get_by_role("heading", name="Was this the interview")).to_have_count(0)
    expect(root.get_by_text("Noted: it was the one you planned for")).to_be_visible()
    assert below.bounding_box() == before  # nothing moves under the hand
    expect(root.get_by_text("Your next interview is on")).to_be_hidden()
    stage.settled()
    assert interview_day(person, ahead) == person.today
    (held,) = held_of(person)
    told = person.current(units=(held.unit,))
    assert told[held.unit, keys.MEETS_NAME].value == "Ms Sill"
    assert (held.day, held.stage) == (person.today, "first")


def test_an_interview_held_earlier_than_planned_is_chosen_and_not_typed_again(
    stage: Stage, person: Person, ahead: str
) -> None:
    root = stage.show(AfterInterview(person, before="03 Before an interview"))
    day = person.today + dt.timedelta(days=2)
    root.get_by_role("button", name=f"Brightwater, planned for {as_named(day)}").click()
    expect(root.get_by_label("Employer", exact=True)).to_have_value("Brightwater")
    expect(root.get_by_label("When")).to_be_focused()
    add = root.get_by_role("button", name="Add it")
    add.click()
    expect(root.get_by_text("both are needed")).to_be_visible()
    places = [root.get_by_label("Employer", exact=True).bounding_box(), add.bounding_box()]
    look_at(stage, "after-earlier-empty")
    root.get_by_label("When").fill(person.today.isoformat())
    expect(root.get_by_text("both are needed")).to_be_hidden()  # what it asked for is there
    assert [root.get_by_label("Employer", exact=True).bounding_box(), add.bounding_box()] == places
    look_at(stage, "after-earlier")
    assert stage.barriers() == []
    add.click()
    expect(root.get_by_text("Gardener, Brightwater")).to_be_visible()
    expect(root.get_by_text("with Ms Sill · first round")).to_be_visible()
    expect(root.get_by_role("heading", name="Was this the interview")).to_have_count(0)
    stage.settled()
    assert interview_day(person, ahead) == person.today
    (held,) = held_of(person)
    assert (held.day, held.met, held.stage) == (person.today, "Ms Sill", "first")


def test_an_interview_besides_the_planned_one_leaves_the_plan_as_it_is(
    stage: Stage, person: Person, ahead: str
) -> None:
    root = add_todays(stage, person)
    root.get_by_role("button", name="No, that one is still to come").click()
    expect(root.get_by_role("heading", name="Was this the interview")).to_have_count(0)
    expect(root.get_by_text("Your next interview is on")).to_be_visible()
    stage.settled()
    assert interview_day(person, ahead) == person.today + dt.timedelta(days=2)
    again = stage.show(AfterInterview(person, before="03 Before an interview"))
    expect(again.get_by_role("heading", name="Would you take it today?")).to_be_visible()
    expect(again.get_by_role("heading", name="Was this the interview")).to_have_count(0)


def test_what_they_answered_is_asked_about_the_paper_that_was_printed(
    stage: Stage, after: AfterInterview, person: Person
) -> None:
    record, sitting = person.record, person.record.sitting("questions")
    record.answer(record.person, "guesses", ["pace", "peers"], sitting=sitting)
    job = person.units("target")[0].id
    today = person.today.isoformat()
    record.answer(job, keys.TALK_ON, today, sitting=sitting)
    there = prepare(person).questions
    put_on_paper(person, job, [one.key for one in there])
    record.answer(record.person, "guesses", ["clarity", "resources"], sitting=sitting)
    root = stage.show(after)
    asked = f"if you asked any of these {len(there)} questions from your paper of {person.today.day} "
    expect(root.get_by_text(asked)).to_be_visible()
    root.get_by_text("What they answered").click()
    for one in there:
        expect(root.get_by_text(one.text, exact=True)).to_be_visible()
    assert {one.text for one in prepare(person).questions} != {one.text for one in there}


def test_what_they_told_is_known_in_the_list_below(
    stage: Stage, after: AfterInterview, person: Person
) -> None:
    record, (job,) = person.record, person.record.units("target")
    sitting = record.sitting("setting the stage")
    record.answer(record.person, "guesses", ["pace"], sitting=sitting)
    record.answer(job, "knows:pace", "unknown", sitting=sitting)
    root = stage.show(after)
    root.get_by_text("What they answered", exact=True).click()
    root.get_by_label("What did they answer?").first.fill("Two jobs were put off, and she decided it.")
    root.get_by_role("radiogroup", name="Did it tell you anything?").first.get_by_text("yes").click()
    root.get_by_text("What you know about the job now").click()
    known = root.locator(".gop-knownnow").first
    expect(known.get_by_role("radio", name="I know")).to_be_checked()
    known.get_by_role("button", name="What do you know, and who told you?").click()
    expect(known.get_by_label("What do you know now?")).to_have_value(
        "Two jobs were put off, and she decided it."
    )
    expect(known.get_by_label("Who told you?")).to_have_value("Ms Sill")
    # their own word afterwards counts
    known.get_by_role("radio", name="I guess").click()
    expect(known.get_by_role("radio", name="I guess")).to_be_checked()
    stage.settled()
    assert [one.value for one in record.history(job, "knows:pace")] == ["unknown", "guess"]


def test_a_yes_makes_no_next_round_and_waits_for_nothing(
    stage: Stage, after: AfterInterview, person: Person
) -> None:
    (held,) = held_of(person)
    unit = begin(person, held)
    sitting = person.record.sitting("x")
    person.record.answer(unit, keys.GUESS_LOCKED, value=True, sitting=sitting)
    root = stage.show(after)
    expect(root.get_by_text("Nothing to do until they write.")).to_be_visible()
    log = stage.show(InterviewLog(person, before="03 Before an interview"), "b")
    log.get_by_role("button", name="Open the list").click()
    log.get_by_role("button", name="How did it end?").click()
    log.get_by_role("button", name="They said yes").click()
    expect(root.locator(".gop-done .gop-hint")).to_have_text("They said yes.")
    day = log.get_by_label("When is the next round?")
    expect(day).to_have_value("")  # the day of the round before is none of the next
    coming = (person.today + dt.timedelta(days=9)).isoformat()
    day.fill(coming)
    stage.settled()
    expect(day).to_have_value(coming)
    (job,) = person.units("target")
    assert interview_day(person, job) == person.today + dt.timedelta(days=9)


def test_the_day_of_one_more_interview_can_be_today(stage: Stage, record: Record) -> None:
    root = stage.show(AfterInterview(Person(record), before="03 Before an interview"))
    root.get_by_label("Employer").fill("Fenn")
    root.get_by_role("button", name="Today").click()
    expect(root.get_by_label("When")).to_have_value(Person(record).today.isoformat())
    root.get_by_role("button", name="Add it").click()
    expect(root.get_by_role("heading", name=THREE[0])).to_be_visible()
    assert row(Person(record))["day"].date() == Person(record).today
