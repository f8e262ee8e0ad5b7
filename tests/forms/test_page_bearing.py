"""What you can live with, in a real browser, joined to the real form and a real record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from good_on_paper.forms import Bearing
from good_on_paper.frames.bearing import bears_in_roles
from good_on_paper.frames.snapshot import Snapshot

if TYPE_CHECKING:
    from collections.abc import Callable

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.record import Record

    Stage = Any

pytestmark = pytest.mark.browser


@pytest.fixture
def form(record: Record, lines: Catalogue) -> Bearing:
    return Bearing(record, lines)


def said(record: Record, item: str, unit: str | None = None) -> Any:
    answer = record.current(items=(item,)).get((unit or record.person.id, item))
    return None if answer is None or answer.state == "cleared" else answer.value


def test_one_tick_a_worry_by_letters_alone(stage: Stage, form: Bearing, record: Record) -> None:
    root, keys = stage.show(form), stage.page.keyboard
    expect(root.get_by_role("radiogroup")).to_have_count(10)
    root.get_by_role("radio", name="fine").first.focus()
    for key in "fwn":
        keys.press(key)
    keys.press("ArrowUp")
    keys.press("ArrowLeft")
    keys.press("Enter")
    expect(root.get_by_text("3 of 10 answered")).to_be_visible()
    expect(root.locator("[data-saved='3']")).to_be_visible()
    worries = ("could_end", "unclear_ask", "plan_changes")
    assert [said(record, f"bears:{worry}") for worry in worries] == ["fine", "while", "while"]
    assert record.current(items=("bears:could_end",))[record.person.id, "bears:could_end"].private
    assert stage.page.evaluate("escaped.filter((said) => said.startsWith('keydown'))") == []


def test_three_spans_open_only_for_a_while(stage: Stage, form: Bearing, record: Record) -> None:
    root = stage.show(form)
    voices = root.get_by_role("group", name="Raised voices", exact=True)
    voices.get_by_role("radio", name="fine").click()
    expect(voices.get_by_role("radiogroup")).to_have_count(1)
    voices.get_by_role("radio", name="for a while").click()
    expect(voices.get_by_role("radiogroup")).to_have_count(4)
    moment = voices.get_by_role("radiogroup", name="a moment: one meeting")
    moment.get_by_role("radio", name="2").click()
    voices.get_by_role("radio", name="no", exact=True).click()
    expect(moment).to_be_visible()  # what was said stays in sight
    expect(root.locator("[data-saved='2']")).to_be_visible()
    assert said(record, "bears:raised_voices:moment") == 2
    assert said(record, "bears:raised_voices") == "no"


def test_of_any_other_worry_the_spans_open_on_demand(stage: Stage, form: Bearing, record: Record) -> None:
    root, keys = stage.show(form), stage.page.keyboard
    voices = root.get_by_role("group", name="Raised voices", exact=True)
    voices.get_by_role("radio", name="fine").click()
    how_long = voices.get_by_role("button", name="Raised voices: for how long?")
    expect(how_long).to_have_attribute("aria-expanded", "false")  # its arrow: something opens, as beside it
    how_long.press("Enter")
    keys.press("3")  # of the first, a day; the focus is there
    expect(root.locator("[data-saved='2']")).to_be_visible()
    assert (said(record, "bears:raised_voices:day"), said(record, "bears:raised_voices")) == (3, "fine")
    assert stage.barriers() == []


def test_not_again_is_a_mark_of_its_own(stage: Stage, form: Bearing, record: Record) -> None:
    root = stage.show(form)
    voices = root.get_by_role("group", name="Raised voices", exact=True)
    never = voices.get_by_role("button", name="won’t have again")
    voices.get_by_role("radio", name="fine").click()
    expect(never).to_be_hidden()
    expect(root.get_by_text("add “won’t have again”: then we give you a question about it")).to_be_visible()
    voices.get_by_role("radio", name="no", exact=True).click()
    never.click()
    expect(never).to_have_attribute("aria-pressed", "true")
    expect(root.locator("[data-saved='2']")).to_be_visible()
    assert said(record, "not_again:raised_voices") is True
    voices.get_by_role("radio", name="fine").click()
    expect(never).to_be_visible()  # the mark stands until it is taken back
    never.click()
    expect(root.locator("[data-saved='1']")).to_be_visible()
    assert said(record, "not_again:raised_voices") is None
    root.get_by_role("button", name="Undo").click()
    expect(never).to_have_attribute("aria-pressed", "true")


def test_how_often_it_was_there_is_said_of_a_job_and_apart(
    stage: Stage, form: Bearing, record: Record, add_jobs: Callable[..., list[str]]
) -> None:
    editor = add_jobs()[0]
    root = stage.show(form)
    voices = root.get_by_role("group", name="Raised voices", exact=True)
    voices.get_by_role("button", name="how often it was there").click()
    expect(voices.get_by_text("How often were voices raised around you?")).to_be_visible()
    voices.get_by_role("radiogroup", name="Editor").get_by_role("radio", name="6").focus()
    stage.page.keyboard.press("6")
    expect(root.locator("[data-saved='1']")).to_be_visible()
    assert said(record, "raised_voices", editor) == 6
    assert said(record, "bears:raised_voices") is None
    voices.get_by_role("button", name="less").click()
    expect(voices.get_by_text("how often it was there · 1 of 5 jobs")).to_be_visible()


def test_of_a_job_it_can_be_said_otherwise_and_apart_from_how_often_it_was_there(
    stage: Stage, form: Bearing, record: Record, lines: Catalogue, add_jobs: Callable[..., list[str]]
) -> None:
    editor, assistant, *_ = add_jobs()
    root, keys = stage.show(form), stage.page.keyboard
    voices = root.get_by_role("group", name="Raised voices", exact=True)
    voices.get_by_role("radio", name="for a while").click()
    voices.get_by_role("button", name="how often it was there").click()
    fold = voices.get_by_role("button", name="Was it easier or harder in some of these jobs?")
    expect(fold).to_have_attribute("aria-expanded", "false")
    fold.focus()
    keys.press("Enter")
    expect(voices.get_by_text("Only where it differed from what you said above")).to_be_visible()
    voices.get_by_role("radiogroup", name="Editor").last.get_by_role("radio", name="fine").click()
    voices.get_by_role("radiogroup", name="Assistant").last.get_by_role("radio", name="for a while").click()
    expect(root.locator("[data-saved='3']")).to_be_visible()
    assert (said(record, "bears:raised_voices", editor), said(record, "raised_voices", editor)) == (
        "fine",
        None,
    )
    assert record.current(items=("bears:raised_voices",))[editor, "bears:raised_voices"].private
    found = bears_in_roles(Snapshot(record, fixed=lines))
    assert found[["role", "bears"]].to_numpy().tolist() == [
        ["Editor, Acme", "fine"]
    ]  # as in general is not otherwise
    voices.get_by_role("button", name="Raised voices: less", exact=True).click()
    expect(voices.get_by_text("how often it was there; different in 2 jobs")).to_be_visible()
    assert assistant not in set(found["unit"])
    record.answer(editor, "hurt", "yes", private=True, sitting=record.sitting("roles"))
    assert bears_in_roles(Snapshot(record, fixed=lines)).empty


def test_without_a_job_only_the_person_is_asked(stage: Stage, form: Bearing) -> None:
    root = stage.show(form)
    expect(root.get_by_text("Raised voices")).to_be_visible()
    expect(root.get_by_role("button", name="how often it was there")).to_have_count(0)


def test_no_barrier_that_axe_finds(stage: Stage, form: Bearing, add_jobs: Callable[..., list[str]]) -> None:
    add_jobs()
    root = stage.show(form)
    voices = root.get_by_role("group", name="Raised voices", exact=True)
    voices.get_by_role("radio", name="for a while").click()
    voices.get_by_role("button", name="won’t have again").click()
    voices.get_by_role("button", name="how often it was there").click()
    voices.get_by_role("button", name="easier or harder in some").click()
    voices.get_by_role("radiogroup", name="Editor").first.get_by_role("radio", name="6").click()
    expect(root.locator("[data-saved='3']")).to_be_visible()
    assert stage.barriers() == []


def test_what_cannot_be_is_refused(form: Bearing, record: Record, add_jobs: Callable[..., list[str]]) -> None:
    editor, person = add_jobs()[0], record.person.id

    def told(unit: str, item: str, value: object) -> str:
        message = {"type": "answer", "unit": unit, "item": item, "value": value}
        replies: list[dict[str, Any]] = form.handle({**message, "n": 1, "token": f"{unit}{item}{value}"})
        return "" if replies[0]["type"] == "ack" else str(replies[0]["message"])

    assert "fine, for a while, no" in told(person, "bears:raised_voices", "sometimes")
    assert "1 to 7" in told(person, "bears:raised_voices:day", 8)
    assert "not asked in this form" in told(person, "raised_voices", 3)
    assert "fine, for a while, no" in told(editor, "bears:raised_voices", "often")
    assert "not asked in this form" in told(editor, "bears:raised_voices:day", 3)
    assert "not asked in this form" in told(editor, "not_again:raised_voices", True)
    assert "not asked in this form" in told(editor, "overall", 3)
    assert "1 to 7" in told(editor, "raised_voices", "fine")
    assert "fine, for a while, no" in told(person, "bears:raised_voices", 3)
    assert "fine, for a while, no" in told(person, "not_again:raised_voices", "fine")
    assert told(editor, "raised_voices", 3) == ""
