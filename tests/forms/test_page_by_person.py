"""The same questions by person and by round, on the page: opened by keys, on a phone, without a barrier."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from good_on_paper.forms import QuestionSheet
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.frames.targets import chosen_or_next
from good_on_paper.record.targets import begin
from good_on_paper.study.person import Person

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from good_on_paper.record import Record

    Stage = Any

pytestmark = pytest.mark.browser
FOLD = "By person, and by round"


def meets(record: Record, *who: str, **more: str) -> None:
    target, sitting = chosen_or_next(Snapshot(record)), record.sitting("talk")
    begin(record, target)
    for item, value in ({"meets": list(who)} | more).items():
        record.answer(target, item, value, sitting=sitting)


def lists(root: Locator) -> dict[str, list[str]]:
    """Return what stands below each heading of the fold."""
    read = """one => [...one.querySelectorAll("h4")].map(head => [
        head.textContent, [...head.nextElementSibling.children].map(row => row.textContent)])"""
    return dict(root.locator("details", has_text=FOLD).evaluate(read))


def test_each_person_has_their_questions_and_each_round_by_keys_on_a_phone(
    stage: Stage, record: Record
) -> None:
    record.answer(record.person, "guesses", ["clarity", "life_outside"], sitting=record.sitting("start"))
    meets(record, "manager", "senior", talk_round="later", meets_name="Ms Okafor")
    stage.page.set_viewport_size({"width": 390, "height": 800})
    root = stage.show(QuestionSheet(Person(record)))
    fold = root.locator("summary", has_text=FOLD)
    fold.focus()
    stage.page.keyboard.press("Enter")
    boxes = root.locator("textarea.gop-question")
    asked = [box.input_value() for box in boxes.all()]
    found = lists(root)
    by_person, by_round = list(found)[:2], list(found)[2:]
    assert sorted(by_person) == ["Your future manager", "Your manager’s manager"]
    assert sorted(by_round) == ["From the second interview on", "In any round"]
    for heads in (by_person, by_round):
        assert sorted(text for head in heads for text in found[head]) == sorted(asked)
    boxes.first.focus()
    stage.page.keyboard.press("ControlOrMeta+a")
    stage.page.keyboard.type("Who says what is <b>done</b>?")
    expect(root.locator("details", has_text=FOLD)).to_contain_text("Who says what is <b>done</b>?")
    assert stage.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert stage.barriers() == []


def test_where_it_would_be_one_list_there_is_none(stage: Stage, record: Record) -> None:
    record.answer(record.person, "guesses", ["clarity", "purpose", "pace"], sitting=record.sitting("start"))
    meets(record, "senior")
    root = stage.show(QuestionSheet(Person(record)))
    expect(root.locator("textarea.gop-question").first).not_to_be_empty()
    expect(root.get_by_text(FOLD)).to_be_hidden()


def test_of_whom_nobody_is_met_it_says_who_would_know_best(stage: Stage, record: Record) -> None:
    record.answer(record.person, "guesses", ["body_load"], sitting=record.sitting("start"))
    meets(record, "recruiter")
    root = stage.show(QuestionSheet(Person(record)))
    expect(root.get_by_text("Ask whoever you meet; a future colleague would know best")).to_be_visible()
