"""Where neither end is best, in a real browser, joined to the real form and a real record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from good_on_paper.forms import WantedLevels
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.record import Record
from good_on_paper.study.levels import in_time, wanted

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Keyboard, Locator

    from good_on_paper.catalogue import Catalogue

    Stage = Any

pytestmark = pytest.mark.browser


@pytest.fixture
def form(record: Record, lines: Catalogue, add_jobs: Callable[..., list[str]]) -> WantedLevels:
    sitting = record.sitting("lines")
    for unit in add_jobs():
        for line in ("pace", "stretch", "decision_freedom"):
            record.answer(unit, line, 4, sitting=sitting, revision=lines.item(line).revision)
    return WantedLevels(record, lines)


def look(record: Record) -> None:
    value = {"seq": record.newest, "lines": [], "roles": [], "outcomes": ["overall"]}
    record.answer(record.person, "look", value, sitting=record.sitting("look"))


def unfolded(root: Locator) -> None:
    root.locator("summary").click()


def tab_to(target: Locator, keys: Keyboard) -> None:
    for _ in range(10):
        keys.press("Tab")
        if target.evaluate("(one) => one === document.activeElement"):
            return
    expect(target).to_be_focused()


def test_a_level_by_the_keyboard_alone(
    stage: Stage, form: WantedLevels, record: Record, lines: Catalogue
) -> None:
    root, keys = stage.show(form), stage.page.keyboard
    fold = root.locator("summary", has_text="Optional: things you want")
    expect(root.get_by_role("radiogroup")).to_have_count(0)
    fold.focus()
    keys.press("Enter")
    expect(root.get_by_role("radiogroup")).to_have_count(2)
    pace = root.get_by_role("radiogroup", name="Time pressure")
    tab_to(pace.get_by_role("radio").first, keys)
    keys.press("4")
    expect(pace.get_by_role("radio", name="4")).to_be_checked()
    expect(root.locator("[data-saved='1']")).to_be_visible()
    assert wanted(Snapshot(record, fixed=lines)) == {"pace": 4}
    keys.press("ArrowRight")
    keys.press("Enter")
    expect(pace.get_by_role("radio", name="5")).to_be_checked()
    expect(fold).to_contain_text("You set 1")
    keys.press("Delete")
    expect(fold).not_to_contain_text("You set")
    root.get_by_role("button", name="Undo").click()
    expect(pace.get_by_role("radio", name="5")).to_be_checked()
    assert stage.page.evaluate("escaped.filter((said) => said.startsWith('keydown'))") == []


def test_lines_with_a_better_end_are_folded_away(stage: Stage, form: WantedLevels, record: Record) -> None:
    root = stage.show(form)
    freedom = root.get_by_role("radiogroup", name="Choosing how to do the work")
    unfolded(root)
    expect(freedom).to_be_hidden()
    more = root.get_by_role("button", name="Show the other question")
    expect(more).to_have_attribute("aria-expanded", "false")
    more.click()
    freedom.get_by_role("radio", name="5").click()
    expect(root.locator("[data-saved='1']")).to_be_visible()
    again = stage.show(WantedLevels(record, form._catalogue), "b")  # noqa: SLF001 - what the form was given
    unfolded(again)
    expect(again.get_by_role("radiogroup", name="Choosing how to do the work")).to_be_visible()


def test_the_first_look_freezes_what_was_said(
    stage: Stage, form: WantedLevels, record: Record, lines: Catalogue
) -> None:
    root = stage.show(form)
    unfolded(root)
    root.get_by_role("radiogroup", name="Time pressure").get_by_role("radio", name="3").click()
    expect(root.locator("[data-saved='1']")).to_be_visible()
    look(record)
    refused = form.handle(
        {"type": "answer", "unit": record.person.id, "item": "wanted:pace", "value": 5, "n": 9, "token": "x"}
    )[0]
    assert refused["type"] == "refused"
    assert "fixed at your first look" in refused["message"]
    stage.page.evaluate("document.dispatchEvent(new CustomEvent('good-on-paper-looked'))")
    expect(root.get_by_text("Time pressure: 3")).to_be_visible()
    expect(root.get_by_role("radiogroup")).to_have_count(0)
    expect(root.get_by_role("button", name="Undo")).to_be_disabled()
    assert wanted(Snapshot(record, fixed=lines)) == {"pace": 3}


def test_no_barrier_that_axe_finds(stage: Stage, form: WantedLevels) -> None:
    root = stage.show(form)
    assert stage.barriers() == []
    unfolded(root)
    root.get_by_role("button", name="Show the other question").click()
    root.get_by_role("radiogroup", name="Time pressure").get_by_role("radio", name="3").click()
    expect(root.locator("[data-saved='1']")).to_be_visible()
    assert stage.barriers() == []


def test_what_cannot_be_is_refused(form: WantedLevels, record: Record) -> None:
    def told(unit: str, item: str, value: object) -> str:
        message = {"type": "answer", "unit": unit, "item": item, "value": value}
        replies: list[dict[str, Any]] = form.handle({**message, "n": 1, "token": f"{unit}{item}{value}"})
        return "" if replies[0]["type"] == "ack" else str(replies[0]["message"])

    person = record.person.id
    assert "expected one from 1 to 7" in told(person, "wanted:pace", 8)
    assert "expected one from 1 to 7" in told(person, "wanted:pace", "much")
    assert "not asked in this form" in told(person, "wanted:overall", 4)
    assert "not asked in this form" in told(person, "pace", 4)


def test_with_nothing_to_want_a_level_of_it_is_not_there(
    stage: Stage, record: Record, lines: Catalogue, form: WantedLevels
) -> None:
    with Record.open(record.folder.parent / "nobody") as empty:
        bare = stage.show(WantedLevels(empty, lines), "b")
        expect(bare.locator(".gop-wanted")).to_have_attribute("data-drawn", "")
        expect(bare.locator(".gop-wanted")).to_be_hidden()
    look(record)
    expect(stage.show(form).locator(".gop-wanted")).to_be_hidden()  # none was wanted before the look


def test_said_after_the_verdict_it_says_that_it_is_a_picture(
    stage: Stage, form: WantedLevels, record: Record
) -> None:
    job = record.units("role")[0]
    record.answer(job, "overall", 4, sitting=record.sitting("outcome"))
    root = stage.show(form)
    unfolded(root)
    expect(root.get_by_text("this only draws a line in the chart")).to_be_visible()


def test_beside_the_questions_it_is_asked_only_while_it_can_count(
    stage: Stage, form: WantedLevels, record: Record, lines: Catalogue
) -> None:
    early = WantedLevels(record, form._catalogue, in_time=True)  # noqa: SLF001 - what the form was given
    root = stage.show(early)
    unfolded(root)
    expect(root.get_by_text("It only counts if you say it before")).to_be_visible()
    root.get_by_role("radiogroup", name="Time pressure").get_by_role("radio", name="3").click()
    expect(root.locator("[data-saved='1']")).to_be_visible()
    record.answer(record.units("role")[0], "overall", 4, sitting=record.sitting("outcome"))
    assert in_time(Snapshot(record, fixed=lines)) == {"pace": 3}
    stage.page.evaluate("document.dispatchEvent(new CustomEvent('good-on-paper-looked'))")
    expect(root.locator(".gop-wanted")).to_be_hidden()
    expect(stage.show(form, "b").locator(".gop-wanted")).to_be_visible()  # a mark in a picture, elsewhere
