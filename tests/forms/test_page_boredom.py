"""When it got dull, in a real browser, joined to the real form and a real record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from good_on_paper.forms import Boredom

if TYPE_CHECKING:
    from collections.abc import Callable

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.record import Record

    Stage = Any

pytestmark = pytest.mark.browser


@pytest.fixture
def form(record: Record, lines: Catalogue) -> Boredom:
    return Boredom(record, lines)


def said(record: Record, unit: str, item: str) -> Any:
    answer = record.current(items=(item,)).get((unit, item))
    return None if answer is None or answer.state == "cleared" else answer.value


def test_three_answers_of_a_job_by_keyboard(
    stage: Stage, form: Boredom, record: Record, add_jobs: Callable[..., list[str]]
) -> None:
    editor = add_jobs()[0]
    root, keys = stage.show(form), stage.page.keyboard
    job = root.get_by_role("region", name="Editor")
    job.get_by_label("It got dull").focus()
    keys.type("half a year")
    keys.press("Tab")  # what can stand in place of it
    expect(job.get_by_text("✓ 6 months")).to_be_visible()
    keys.press("Tab")  # how dull at its worst
    keys.press("5")
    expect(job.get_by_role("radio", name="5")).to_be_focused()
    keys.press("Tab")  # the three causes
    keys.press("Enter")
    keys.press("ArrowLeft")
    keys.press("Space")
    expect(root.locator("[data-saved='3']")).to_be_visible()
    expect(root.get_by_text("Answered for 1 of 5 jobs")).to_be_visible()
    assert said(record, editor, "set_in_after") == "6 mo"
    assert said(record, editor, "dull_worst") == 5
    assert said(record, editor, "dull_because") == ["too_little", "no_point"]
    assert stage.page.evaluate("escaped.filter((said) => said.startsWith('keydown'))") == []


def test_what_is_no_length_is_kept_as_typed_and_said_so(
    stage: Stage, form: Boredom, record: Record, add_jobs: Callable[..., list[str]]
) -> None:
    editor, _, lead, officer, _ = add_jobs()
    root = stage.show(form)
    first = root.get_by_role("region", name="Editor")
    first.get_by_label("It got dull").fill("3m")
    first.get_by_label("It got dull").blur()
    expect(first.get_by_text("on the chart: m may be minutes or months")).to_be_visible()
    expect(first.get_by_label("It got dull")).to_have_value("3m")
    assert said(record, editor, "set_in_after") == "3m"
    longer = root.get_by_role("region", name="Fieldwork lead")
    longer.get_by_label("It got dull").fill("9 years")
    longer.get_by_label("It got dull").blur()
    expect(longer.get_by_text("9 years is longer than you were in that job")).to_be_visible()
    assert said(record, lead, "set_in_after") == "108 mo"
    present = root.get_by_role("region", name="Project officer")
    present.get_by_label("It got dull").fill("<img src=x onerror=alert(1)>")
    present.get_by_label("It got dull").blur()
    expect(present.get_by_text("Saved, but we can’t place")).to_be_visible()
    assert said(record, officer, "set_in_after") == "<img src=x onerror=alert(1)>"


def test_in_place_of_a_length(
    stage: Stage, form: Boredom, record: Record, add_jobs: Callable[..., list[str]]
) -> None:
    _, assistant, _, officer, _ = add_jobs()
    root = stage.show(form)
    left = root.get_by_role("region", name="Assistant")
    expect(left.get_by_role("radio", name="still not")).to_have_count(0)  # it ended
    left.get_by_label("It got dull").fill("2 w")
    left.get_by_role("radio", name="not before it ended").click()
    expect(left.get_by_label("It got dull")).to_have_value("")
    expect(left.get_by_text("At its worst")).to_be_hidden()
    present = root.get_by_role("region", name="Project officer")
    expect(present.get_by_role("radio", name="not before it ended")).to_have_count(0)
    present.get_by_role("radio", name="3").click()
    present.get_by_role("radio", name="still not").click()
    expect(present.get_by_text("At its least interesting")).to_be_visible()  # what was said stays in sight
    expect(root.locator("[data-saved='3']")).to_be_visible()
    assert said(record, assistant, "set_in_after") == "not_before_i_left"
    assert said(record, officer, "set_in_after") == "still_not"
    present.get_by_role("radio", name="still not").click()  # pressing again takes back
    expect(root.locator("[data-saved='2']")).to_be_visible()
    assert said(record, officer, "set_in_after") is None
    root.get_by_role("button", name="Undo").click()
    expect(present.get_by_role("radio", name="still not")).to_have_attribute("aria-checked", "true")


def test_what_need_not_be_said_any_more_leaves_everything_below_in_its_place(
    stage: Stage, record: Record, lines: Catalogue, add_jobs: Callable[..., list[str]]
) -> None:
    add_jobs()
    root = stage.show(Boredom(record, lines))
    jobs = root.locator(".gop-dull")
    tops = [jobs.nth(place).bounding_box()["y"] for place in range(jobs.count())]
    left = root.get_by_role("region", name="Assistant")
    left.get_by_role("radio", name="not before it ended").click()
    expect(left.get_by_text("At its worst")).to_be_hidden()
    stage.settled()
    assert [jobs.nth(place).bounding_box()["y"] for place in range(jobs.count())] == tops
    again = stage.show(Boredom(record, lines))
    there = again.get_by_role("region", name="Assistant").bounding_box()["height"]
    assert there < again.get_by_role("region", name="Editor").bounding_box()["height"]  # room for no more
    long = again.get_by_role("region", name="Editor").get_by_label("It got dull")
    long.fill("two and a half years")
    assert long.evaluate("one => one.scrollWidth <= one.clientWidth")


def test_the_rest_opens_for_one_job(
    stage: Stage, form: Boredom, record: Record, add_jobs: Callable[..., list[str]]
) -> None:
    editor = add_jobs()[0]
    root = stage.show(form)
    job = root.get_by_role("region", name="Editor")
    expect(root.get_by_text("How dull at the end")).to_have_count(0)
    more = job.get_by_role("button", name="more about it")
    expect(more).to_have_attribute("aria-expanded", "false")
    more.click()
    expect(root.get_by_text("How dull at the end")).to_have_count(1)
    job.get_by_role("radiogroup", name="How dull at the end").get_by_role("radio", name="2").click()
    job.get_by_label("How long a dull spell lasted").fill("20")
    job.get_by_label("How long a dull spell lasted").blur()
    job.get_by_role("button", name="a new task").click()
    job.get_by_role("button", name="time off").click()
    game = job.get_by_role("radiogroup", name="Making a game of it", exact=True)
    game.get_by_role("radio", name="helped").click()
    game.get_by_role("radio", name="did not").click()
    expect(root.locator("[data-saved='4']")).to_be_visible()
    assert said(record, editor, "dull_end") == 2
    assert said(record, editor, "dull_spell") == "20 min"
    assert said(record, editor, "renewed_by") == ["new_task", "time_off"]
    assert said(record, editor, "made_game") == "did_not"


def test_how_much_a_means_helped_opens_where_it_did(
    stage: Stage, form: Boredom, record: Record, add_jobs: Callable[..., list[str]]
) -> None:
    editor = add_jobs()[0]
    root, keys = stage.show(form), stage.page.keyboard
    job = root.get_by_role("region", name="Editor")
    job.get_by_role("button", name="more about it").click()
    game = job.get_by_role("radiogroup", name="Making a game of it", exact=True)
    much = job.get_by_role("button", name="Making a game of it: how much did it help?")
    expect(much).to_have_count(0)
    game.get_by_role("radio", name="helped").click()
    much.focus()
    keys.press("Enter")
    keys.press("5")
    expect(root.locator("[data-saved='2']")).to_be_visible()
    assert said(record, editor, "helped:made_game") == 5
    assert said(record, editor, "made_game") == "helped"
    keys.press("5")  # typed again it stays; pressed again it is taken back
    job.get_by_role("radiogroup", name="Making a game of it: how much").get_by_role("radio", name="5").click()
    expect(root.locator("[data-saved='1']")).to_be_visible()
    root.get_by_role("button", name="Undo").click()
    expect(root.locator("[data-saved='2']")).to_be_visible()
    game.get_by_role("radio", name="did not").click()
    expect(job.get_by_role("radiogroup", name="Making a game of it: how much")).to_have_count(0)
    again = stage.show(Boredom(record, form._catalogue), "b")  # noqa: SLF001 - the same lines
    job = again.get_by_role("region", name="Editor")
    job.get_by_role("button", name="more about it").click()
    job.get_by_role("radiogroup", name="Making a game of it", exact=True).get_by_role(
        "radio", name="helped"
    ).click()
    amount = job.get_by_role("radiogroup", name="Making a game of it: how much").get_by_role(
        "radio", name="5"
    )
    expect(amount).to_have_attribute("aria-checked", "true")  # what was said stays in sight


def test_how_it_ended_is_asked_of_what_ended_and_kept_private(
    stage: Stage, form: Boredom, record: Record, add_jobs: Callable[..., list[str]]
) -> None:
    editor = add_jobs()[0]
    root = stage.show(form)
    for name in ("Editor", "Project officer"):
        root.get_by_role("region", name=name).get_by_role("button", name="more about it").click()
    present = root.get_by_role("region", name="Project officer")
    expect(present.get_by_role("radiogroup", name="How it ended")).to_have_count(0)
    ended = root.get_by_role("region", name="Editor").get_by_role("radiogroup", name="How it ended")
    ended.get_by_role("radio", name="they ended it").click()
    expect(root.locator("[data-saved='1']")).to_be_visible()
    answer = record.current(items=("ended_how",))[editor, "ended_how"]
    assert (answer.value, answer.private) == ("let_go", True)
    left = root.get_by_role("region", name="Assistant")
    left.get_by_role("radio", name="not before it ended").click()
    left.get_by_role("button", name="more about it").click()
    left.get_by_role("radiogroup", name="How it ended").get_by_role("radio", name="I left").click()
    expect(root.locator("[data-saved='3']")).to_be_visible()
    expect(left.get_by_role("radiogroup", name="At its worst")).to_have_count(0)
    expect(left.get_by_text("What got you through the day?")).to_be_hidden()
    present.get_by_role("radio", name="still not").click()
    expect(present.get_by_role("button", name="more about it")).to_have_count(0)


def test_no_barrier_that_axe_finds(stage: Stage, form: Boredom, add_jobs: Callable[..., list[str]]) -> None:
    add_jobs()
    root = stage.show(form)
    job = root.get_by_role("region", name="Editor")
    job.get_by_role("button", name="more about it").click()
    job.get_by_label("It got dull").fill("3m")
    job.get_by_role("button", name="no point").click()
    job.get_by_role("radio", name="6").first.click()
    job.get_by_role("radiogroup", name="Making a game of it", exact=True).get_by_role(
        "radio", name="helped"
    ).click()
    job.get_by_role("button", name="Making a game of it: how much did it help?").click()
    expect(job.get_by_text("Saved, but we can’t place")).to_be_visible()
    assert stage.barriers() == []


def test_nobody_asks_before_there_is_a_job(stage: Stage, form: Boredom) -> None:
    root = stage.show(form)
    expect(root.get_by_text("No jobs here yet")).to_be_visible()
    expect(root.get_by_role("link", name="Your work so far")).to_be_visible()


def test_what_cannot_be_is_refused(form: Boredom, add_jobs: Callable[..., list[str]]) -> None:
    editor = add_jobs()[0]

    def told(item: str, value: object) -> str:
        message = {"type": "answer", "unit": editor, "item": item, "value": value}
        replies: list[dict[str, Any]] = form.handle({**message, "n": 1, "token": f"{item}{value}"})
        return "" if replies[0]["type"] == "ack" else str(replies[0]["message"])

    assert "1 to 7" in told("dull_worst", 8)
    assert "too_little" in told("dull_because", ["luck"])
    assert "helped" in told("made_game", "a lot")
    assert "1 to 7" in told("helped:made_game", 8)
    assert "let_go" in told("ended_how", "fired")
    assert "61 characters" in told("set_in_after", "x" * 61)
    assert "not asked in this form" in told("overall", 3)
    assert told("set_in_after", "first_day") == ""
