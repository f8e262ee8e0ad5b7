"""Ratings asked again, in a real browser: by the keys, on a phone, nothing of the first answers in sight."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from good_on_paper.forms import NextThing, SameToday
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.record.rows import told_at
from good_on_paper.study import asked_again
from good_on_paper.study.offered import offered
from good_on_paper.study.person import Person
from good_on_paper.study.steadiness import pairs

if TYPE_CHECKING:
    from good_on_paper.record import Record

    Stage = Any

pytestmark = pytest.mark.browser
FIRST = 2


@pytest.fixture
def person(record: Record, add_jobs) -> Person:
    """Five jobs on ten lines, rated twenty days ago."""
    found = Person(record)
    lines = found.catalogue.items("circumstance")[:10]
    with record.batch(), told_at(dt.datetime.now(dt.UTC) - dt.timedelta(days=20)):
        sitting = record.sitting("lines")
        for role in add_jobs():
            for line in lines:
                record.answer(role, line.key, FIRST, sitting=sitting, revision=line.revision)
    return found


def ended(root: Any) -> bool:
    return bool(root.get_by_role("heading", name="Done", exact=True).count())


def test_a_fifth_is_asked_again_by_keyboard_and_nothing_of_the_first_is_shown(
    stage: Stage, person: Person, record: Record
) -> None:
    stage.page.set_viewport_size({"width": 390, "height": 844})
    form, keyboard = SameToday(person), stage.page.keyboard
    root = stage.show(form)
    expect(root.get_by_text("About 2 minutes; stop whenever you like.")).to_be_visible()
    assert stage.barriers() == []
    assert record.sittings(form.name) == []  # looking begins nothing
    root.get_by_role("button", name="Begin").focus()
    keyboard.press("Enter")
    expect(root.get_by_role("radiogroup").first).to_be_visible()
    assert form.page_state()["cells"] == []
    assert root.locator("[aria-checked=true]").count() == 0
    assert stage.barriers() == []
    assert stage.page.evaluate("document.documentElement.scrollWidth") <= 390
    keyboard.press("Tab")
    keyboard.press("6")
    keyboard.press("Backspace")  # there is nothing to take away: the first answer would go with it
    stage.settled()
    (cell,) = form.page_state()["cells"]
    assert (cell[2]["state"], cell[2]["value"]) == ("value", 6)
    root.get_by_role("button", name="Stop here").click()
    expect(root.get_by_role("heading", name="Enough for now")).to_be_focused()
    again = stage.show(SameToday(person))  # another day: the same ones, where they were left
    expect(again.get_by_role("radiogroup").first).to_be_visible()
    while not ended(again):
        scales = again.get_by_role("radiogroup")
        for place in range(scales.count()):
            scales.nth(place).get_by_role("radio", name="6").click()
        again.get_by_role("button", name="Next page").or_(again.get_by_role("button", name="Done")).click()
    stage.settled()
    told = pairs(person)
    assert (len(told), told["first"].unique().tolist(), told["again"].unique().tolist()) == (10, [FIRST], [6])
    assert len(asked_again.begun(person).cells) == 10
    minds = again.get_by_role("radio", name="I changed my mind")
    expect(minds).to_have_count(10)
    assert stage.barriers() == []
    minds.first.click()
    expect(minds).to_have_count(9)
    stage.settled()
    assert pairs(person)["changed"].sum() == 1


def test_the_start_page_offers_it_in_one_quiet_line_and_not_now_puts_it_off(
    stage: Stage, person: Person
) -> None:
    root = stage.show(NextThing(person, page="04 After an interview", quiet="11 The whole picture"))
    line = root.get_by_text("Would you say the same today?")
    expect(line).to_be_visible()
    expect(root.get_by_role("heading")).to_have_count(0)
    expect(root.get_by_role("link", name="The whole picture")).to_be_visible()
    assert stage.barriers() == []
    root.get_by_role("button", name="Not now").click()
    expect(line).to_have_count(0)
    stage.settled()
    assert offered(Snapshot(person.record)) is None
    in_a_month = dt.datetime.now(dt.UTC) + dt.timedelta(days=31)
    assert offered(Snapshot(person.record, in_a_month)) is not None
    root.get_by_role("button", name="Undo").click()
    expect(line).to_be_visible()
    root.get_by_role("button", name="Never").click()
    expect(line).to_have_count(0)
    expect(root.get_by_role("button", name="Undo")).to_be_visible()
    assert stage.barriers() == []


def test_of_no_job_there_is_nothing_to_ask_and_no_heading_over_it(stage: Stage, record: Record) -> None:
    root = stage.show(SameToday(Person(record)))
    heading = root.get_by_role("heading", name="Would you say the same today?")
    expect(root.locator("h2")).to_have_count(1)
    expect(heading).to_have_count(0)
    expect(root.get_by_text("Asked again")).to_be_hidden()
    record.add_unit("role", sitting=record.sitting("roles"))
    again = stage.show(SameToday(Person(record)))
    expect(again.get_by_role("heading", name="Would you say the same today?")).to_have_count(0)
    expect(again.get_by_text("Asked again")).to_be_hidden()
    again.locator("summary").click()
    expect(again.get_by_text("From 40 ratings on, we ask some of them again.")).to_be_visible()
