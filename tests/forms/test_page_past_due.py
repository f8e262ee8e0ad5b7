"""Interviews past their day, in a real browser: no answer is one press, a yes and a no have a day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from good_on_paper.catalogue import keys
from good_on_paper.forms import PastDue
from good_on_paper.record.rows import told_at
from good_on_paper.study.barometer import reading
from good_on_paper.study.lean_declared import declared_lean
from good_on_paper.study.person import Person

if TYPE_CHECKING:
    from good_on_paper.record import Record

    Stage = Any

pytestmark = pytest.mark.browser


@pytest.fixture
def person(record: Record) -> Person:
    return Person(record)


@pytest.fixture
def form(person: Person) -> PastDue:
    return PastDue(person, log="04 After an interview")


def met(person: Person, employer: str, ago: int) -> str:
    record, sitting = person.record, person.record.sitting("setting the stage")
    day = (person.today - dt.timedelta(days=ago)).isoformat()
    with record.batch(), told_at(dt.datetime.now(dt.UTC) - dt.timedelta(days=ago)):
        job = record.add_unit("target", sitting=sitting)
        unit = record.add_unit("interview", parent=job, sitting=sitting)
        record.answer(job, "employer", employer, sitting=sitting)
        record.answer(unit, keys.TALK_ON, day, sitting=sitting)
        record.answer(unit, keys.YES_CHANCE, {"of": 80, "within": 30}, sitting=sitting)
    return unit.id


def stands(person: Person) -> list[str]:
    return reading(person).told["stands"].tolist()


def test_no_answer_is_one_press_by_keyboard(stage: Stage, form: PastDue, person: Person) -> None:
    for n, employer in enumerate(("Brightwater", "Tessel", "Fenn <b>and</b> Sons", "Acme")):
        met(person, employer, 90 - n)
    root = stage.show(form)
    expect(root.get_by_role("heading", name="has passed. Has Brightwater written?")).to_be_visible()
    expect(root.get_by_role("heading", name="Has Fenn <b>and</b> Sons written?")).to_be_visible()
    expect(root.get_by_role("heading", name="written?")).to_have_count(3)
    expect(root.get_by_text("1 more comes after these.")).to_be_visible()
    assert stage.barriers() == []
    root.get_by_role("button", name="Brightwater: no answer").focus()
    stage.page.keyboard.press("Enter")
    expect(root.get_by_role("heading", name="Has Brightwater written?")).to_have_count(0)
    expect(root.get_by_role("heading", name="Has Tessel written?")).to_be_focused()
    expect(root.get_by_role("heading", name="Has Acme written?")).to_be_visible()
    stage.settled()
    assert stands(person) == ["counted", "asked", "asked", "asked"]
    root.get_by_role("button", name="Undo").click()
    expect(root.get_by_role("heading", name="Has Brightwater written?")).to_be_visible()
    stage.settled()
    assert stands(person)[0] == "asked"


def test_a_yes_has_the_day_it_came(stage: Stage, form: PastDue, person: Person) -> None:
    met(person, "Brightwater", 60)
    root = stage.show(form)
    root.get_by_role("button", name="Brightwater: They said yes").click()
    day = root.get_by_label("They said yes: on which day? About right is fine.")
    expect(day).to_be_focused()
    assert stage.barriers() == []
    root.get_by_role("button", name="Save").click()  # without a day nothing is saved
    expect(day).to_be_focused()
    assert stands(person) == ["asked"]
    day.fill((person.today - dt.timedelta(days=50)).isoformat())
    root.get_by_role("button", name="Save").click()
    expect(root.get_by_role("heading", name="written?")).to_have_count(0)
    stage.settled()
    assert (stands(person), reading(person).result.yes) == (["counted"], 1)


def test_of_yes_and_no_one_is_open_and_a_no_ends_the_day(stage: Stage, form: PastDue, person: Person) -> None:
    met(person, "Brightwater", 60)
    met(person, "Tessel", 55)
    root = stage.show(form)
    root.get_by_role("button", name="Brightwater: They said yes").click()
    root.get_by_role("button", name="Brightwater: They said no").click()
    expect(root.get_by_label("They said yes: on which day?").first).to_be_hidden()
    day = root.get_by_label("They said no: on which day? About right is fine.").first
    day.fill(person.today.isoformat())
    root.get_by_role("button", name="Save").and_(root.locator(":visible")).click()
    expect(root.get_by_role("heading", name="written?")).to_have_count(0)  # nothing more today
    stage.settled()
    assert stands(person) == ["counted", "asked"]


def test_a_side_is_named_before_anything_is_known(stage: Stage, form: PastDue, person: Person) -> None:
    unit = met(person, "Brightwater", 3)
    root = stage.show(form)
    root.get_by_role("radio", name="Too high").click()
    expect(root.get_by_role("radio", name="Too high")).to_have_attribute("aria-checked", "true")
    stage.settled()
    assert declared_lean(person) == "high"
    assert stage.barriers() == []
    root.get_by_role("radio", name="Too high").click()  # takes it back
    expect(root.get_by_role("radio", name="Too high")).to_have_attribute("aria-checked", "false")
    stage.settled()
    assert declared_lean(person) is None
    sitting = person.record.sitting("elsewhere")
    person.record.answer(unit, keys.CAME_YES, person.today.isoformat(), sitting=sitting)
    form.refresh()
    for reply in form.handle({"type": "refresh"}):
        assert reply["leans"] == []


def test_on_a_narrow_page_nothing_sticks_out(stage: Stage, form: PastDue, person: Person) -> None:
    stage.page.set_viewport_size({"width": 390, "height": 844})
    met(person, "The County Library of Ilver and the Surrounding Parishes", 60)
    root = stage.show(form)
    root.get_by_role("button", name="They said yes").click()
    expect(root.get_by_role("button", name="Save").and_(root.locator(":visible"))).to_be_visible()
    assert stage.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_with_nothing_to_say_nothing_is_seen(stage: Stage, form: PastDue) -> None:
    root = stage.show(form)
    expect(root.locator("[data-asked=false]")).to_be_attached()
    expect(root.get_by_text("What you can add")).to_be_hidden()
