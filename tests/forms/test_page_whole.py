"""The whole picture, steering and the history of answers, in a real browser, on the sample."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from good_on_paper.catalogue import keys
from good_on_paper.forms import Changes, WholeShown
from good_on_paper.pages import titles
from good_on_paper.pages.whole_picture import shown
from good_on_paper.pages.whole_picture.composed import composed
from good_on_paper.record import Record
from good_on_paper.study import looks
from good_on_paper.study.own_order import own_order
from good_on_paper.study.person import Person
from good_on_paper.study.sample import throw_away_record

if TYPE_CHECKING:
    from pathlib import Path

    Stage = Any

pytestmark = pytest.mark.browser
CUT_OFF = """() => [...document.querySelectorAll(".gop *")]
  .filter((one) => one.getClientRects().length && one.getBoundingClientRect().right > innerWidth + 1)
  .map((one) => one.className)"""


@pytest.fixture
def person(tmp_path: Path):
    throw_away_record(tmp_path).close()
    with Record.open(tmp_path) as record:
        yield Person(record)


def test_the_page_is_read_drawn_named_otherwise_saved_and_has_no_barrier(
    stage: Stage, person: Person
) -> None:
    root = stage.show(WholeShown(person, partial(composed, person), begin=titles.WORK))
    first = root.locator(".gop-whole-proud p").first
    expect(first.locator("q")).to_have_text("Found the eleven minutes between the ferry and the bus")
    expect(first).to_contain_text("for your eyes only")  # it heads a page to print, and is not on the paper
    expect(root.locator(".gop-whole-proud")).to_contain_text("left out of what you save or print")
    expect(root.get_by_role("region", name="When it got dull").locator("img.light")).to_be_visible()
    dots = root.get_by_role("region", name="Your barometer")
    expect(dots.locator("img")).to_have_count(0)  # only where somebody asks
    dots.locator("summary").click()
    expect(dots.locator("img.light")).to_be_visible()
    for summary in root.locator("summary").all():
        summary.evaluate("(one) => (one.parentElement.open = true)")
    expect(root.get_by_text("Within one job much else stayed the same.")).to_be_visible()
    own = root.get_by_role("region", name="Words for you")
    expect(own).to_contain_text("left out of what you save or print")
    stage.page.emulate_media(media="print")
    expect(own).to_be_hidden()  # the browser's own print is a print too
    expect(root.get_by_role("group", name="What your jobs are called", include_hidden=True)).to_be_hidden()
    expect(dots).to_be_visible()
    stage.page.emulate_media(media="screen")
    assert stage.barriers() == []
    stage.theme("light")
    letters = root.get_by_role("button", name="Job A, B, C")
    letters.focus()
    stage.page.keyboard.press("Enter")
    expect(root.locator(".gop-whole-proud")).to_contain_text("Job H")
    expect(root.get_by_role("button", name="Job A, B, C")).to_be_focused()
    expect(root).not_to_contain_text("Kestra Bay")
    root.get_by_role("button", name="Save as a picture").click()
    expect(root.locator(".gop-told")).to_contain_text("The whole picture A4")
    stage.page.set_viewport_size({"width": 390, "height": 800})
    assert stage.page.evaluate(CUT_OFF) == []


def test_the_next_pages_stand_in_ones_own_order_by_keys_by_drag_and_back(
    stage: Stage, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shown, "me", lambda: person)
    root = stage.show(shown.steering())
    root.get_by_text("What comes next, in your order").click()
    rows = root.locator(".gop-next-list li")
    expect(rows).to_contain_text(
        ["After an interview", "Comparing offers", "Your work so far", "your better jobs", "like", "Before"]
    )
    root.get_by_role("button", name="Your work so far: move up").focus()
    stage.page.keyboard.press("Alt+ArrowUp")
    expect(rows.nth(1)).to_contain_text("Your work so far")
    expect(root.get_by_role("button", name="Your work so far: move up")).to_be_focused()
    rows.nth(2).locator(".gop-rank").drag_to(rows.nth(0))
    expect(rows.nth(0)).to_contain_text("Comparing offers")
    root.get_by_role("button", name="+ When it got dull").click()
    root.get_by_role("button", name="Comparing offers: take off the list").click()
    stage.settled()
    assert own_order(person) == ["04", "01", "05", "02", "03", "06"]
    root.get_by_text("Every choice we made for you").click()
    row = choice(root, "How long you wait for an answer")
    row.locator("summary").first.click()
    row.get_by_role("spinbutton").fill("21")
    row.get_by_role("spinbutton").press("Enter")
    expect(row.get_by_role("img", name="saved")).to_be_visible()
    stage.settled()
    assert person.record.current(items=(keys.ANSWER_WITHIN,)).popitem()[1].value == 21
    root.get_by_role("button", name="Back to our order").click()
    expect(rows.nth(0)).to_contain_text("After an interview")
    stage.page.set_viewport_size({"width": 390, "height": 800})
    assert stage.page.evaluate(CUT_OFF) == []


def choice(root: Any, what: str) -> Any:
    return root.locator(".gop-choices > li").filter(has=root.page.get_by_text(what, exact=True))


def test_every_choice_is_changed_in_place_by_keys_taken_back_and_has_its_history(
    stage: Stage, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shown, "me", lambda: person)
    root, keyboard = stage.show(shown.steering()), stage.page.keyboard
    root.get_by_text("Every choice we made for you").click()
    needs = choice(root, "What you said you need")
    needs.locator("summary").first.focus()
    keyboard.press("Enter")
    needs.get_by_role("button", name="Take off: Hours that leave room for the rest of life").press("Enter")
    add = needs.get_by_label("What you need: add one")
    add.select_option("Colleagues who help each other")
    expect(needs.locator("summary").first).to_contain_text("Colleagues who help each other")
    expect(needs.get_by_role("img", name="saved")).to_be_visible()
    weighed = choice(root, "What success means")
    weighed.locator("summary").first.click()
    weighed.get_by_label("Work I am proud of", exact=True).select_option("2")
    expect(weighed.locator("summary").first).to_contain_text("Work I am proud of 2")
    proud = weighed.locator(".gop-choice-control").filter(has_text="Work I am proud of")
    proud.get_by_text(re.compile(r"^Chosen \d+ times$")).click()
    weighed.get_by_role("button", name="Choose this again: 5").press("Enter")
    expect(weighed.locator("summary").first).to_contain_text("Work I am proud of 5")
    root.get_by_role("button", name="Undo").click()
    expect(weighed.get_by_label("Work I am proud of", exact=True)).to_have_value("2")
    jobs = choice(root, "The order of your jobs")
    jobs.locator("summary").first.click()
    jobs.get_by_role("button", name="Line cook, The Copper Ladle: move up").press("Enter")
    expect(jobs.locator("ol li").first).to_contain_text("Line cook")
    expect(choice(root, "Which way your numbers lean").get_by_text("fixed", exact=True)).to_be_visible()
    assert stage.barriers() == []
    stage.theme("light")
    looks.take(person)
    again = stage.show(shown.steering())
    again.get_by_text("Every choice we made for you").click()
    needs = choice(again, "What you said you need")
    needs.locator("summary").first.click()
    expect(needs.get_by_text("A guess counts only before you see how your jobs went.")).to_be_visible()
    expect(needs.get_by_label("What you need: add one")).to_be_hidden()
    expect(needs.get_by_text(re.compile(r"^Chosen \d+ times$"))).to_be_visible()
    stage.page.set_viewport_size({"width": 390, "height": 800})
    for summary in again.locator(".gop-choices > li > details > summary").all():
        summary.evaluate("(one) => (one.parentElement.open = true)")
    assert stage.page.evaluate(CUT_OFF) == []


def test_an_earlier_answer_is_found_and_given_again(stage: Stage, person: Person) -> None:
    cook = person.units("role")[1]
    before = person.record.current(items=("pace",), units=(cook,))[cook.id, "pace"].value
    person.record.answer(cook, "pace", 1, sitting=person.record.sitting("lines"))
    root = stage.show(Changes(person))
    root.locator("summary", has_text="What you said before").click()
    row = root.locator(".gop-history > li", has_text="Line cook, The Copper Ladle").first
    row.locator("summary").click()
    again = row.get_by_role("button", name=f"Say this again: {before}")
    again.focus()
    stage.page.keyboard.press("Enter")
    expect(row.locator(".gop-times")).to_have_text("said 3 times")
    assert person.record.current(items=("pace",), units=(cook,))[cook.id, "pace"].value == before
    root.get_by_role("button", name="Undo").click()
    expect(row.locator("summary")).to_contain_text("1")
    stage.until(lambda: person.record.current(items=("pace",), units=(cook,))[cook.id, "pace"].value == 1)
    root.get_by_role("searchbox").fill("cook noise")
    root.get_by_role("searchbox").press("Enter")
    expect(root.locator(".gop-history > li")).to_have_count(1)
    assert stage.barriers() == []


def test_earlier_answers_are_in_the_words_of_their_page_and_a_tick_is_no_change(person: Person) -> None:
    record, (target, *_) = person.record, person.units("target")
    form, sitting = Changes(person), record.sitting("target")
    for ticked in (["peer"], ["manager"], ["manager", "senior"]):
        record.answer(target, "meets", ticked, sitting=sitting)
    history = {"type": "history", "unit": target.id, "item": "meets", "token": "t"}
    (told,) = form.own_message(history) or [{}]
    said = [words for _, _, words in told["history"]]
    assert said[0] == "my future manager, my manager’s manager"
    assert not {"a future colleague", "my future manager"} & {*said}
