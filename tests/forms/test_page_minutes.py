"""A day by the minute, in a real browser, joined to the real form and a real record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from good_on_paper.forms import Minutes
from good_on_paper.frames.days import stretches
from good_on_paper.frames.snapshot import Snapshot

if TYPE_CHECKING:
    from collections.abc import Callable

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.record import Record

    Stage = Any

pytestmark = pytest.mark.browser


@pytest.fixture
def form(record: Record, lines: Catalogue) -> Minutes:
    return Minutes(record, lines)


def told(record: Record, lines: Catalogue) -> list[tuple[Any, ...]]:
    frame = stretches(Snapshot(record, fixed=lines))
    columns = ["role", "day", "what", "minutes", "absorbed", "dull", "margin"]
    return list(
        frame[columns].astype(object).where(frame[columns].notna(), None).itertuples(index=False, name=None)
    )


def line(root: Any, number: int) -> Any:
    return root.get_by_role("group", name=f"Part {number} of")


def test_a_day_by_keyboard_alone(
    stage: Stage, form: Minutes, record: Record, lines: Catalogue, add_jobs: Callable[..., list[str]]
) -> None:
    add_jobs()
    root, keys = stage.show(form), stage.page.keyboard
    root.get_by_role("button", name="Describe one day").focus()
    keys.press("Enter")  # the first line waits for what it was
    keys.type("Mail")
    keys.press("Enter")
    keys.type("1 h 30")
    keys.press("Enter")
    keys.type("The bus")
    keys.press("Enter")
    keys.type("20")
    keys.press("Tab")  # how far in it
    keys.press("2")
    keys.press("Tab")  # dull or not
    keys.press("Enter")
    keys.press("Tab")  # in between
    keys.press("ArrowRight")
    keys.press("Space")
    expect(root.get_by_text("1 h 50 min so far, 20 min of it dull")).to_be_visible()
    expect(root.locator("[data-saved='7']")).to_be_visible()
    assert told(record, lines) == [
        ("Tutor, Hillcrest", "ordinary", "Mail", 90, None, None, ""),
        ("Tutor, Hillcrest", "ordinary", "The bus", 20, 2, True, "wasted"),
    ]
    keys.press("Alt+ArrowUp")
    expect(line(root, 1).get_by_label("What it was")).to_have_value("The bus")
    expect(line(root, 1).get_by_role("radio", name="wasted")).to_be_focused()
    stage.settled()
    assert [row[2] for row in told(record, lines)] == ["The bus", "Mail"]
    assert stage.page.evaluate("escaped.filter((said) => said.startsWith('keydown'))") == []


def test_an_untouched_line_leaves_no_trace(
    stage: Stage, form: Minutes, record: Record, add_jobs: Callable[..., list[str]]
) -> None:
    add_jobs()
    before = record.newest
    root = stage.show(form)
    root.get_by_role("button", name="Describe one day").click()
    root.get_by_role("button", name="Add another part of the day").click()
    root.get_by_role("button", name="Add another part of the day").click()
    expect(root.get_by_label("What it was")).to_have_count(1)  # one empty line is enough
    root.get_by_role("radio", name="a dull day").click()
    root.get_by_label("Job").select_option(index=0)
    expect(root.get_by_role("heading", name="A dull day as Editor")).to_be_visible()
    assert record.newest == before


def test_take_off_and_undo_by_mouse(
    stage: Stage, form: Minutes, record: Record, lines: Catalogue, add_jobs: Callable[..., list[str]]
) -> None:
    add_jobs()
    root = stage.show(form)
    root.get_by_role("button", name="Describe one day").click()
    line(root, 1).get_by_role("radio", name="not dull").click()  # any part may come first
    line(root, 1).get_by_label("What it was").fill("The ward round")
    line(root, 1).get_by_label("What it was").blur()
    expect(root.locator("[data-saved='2']")).to_be_visible()
    line(root, 1).get_by_role("button", name="Remove").click()
    expect(root.get_by_text("“The ward round” was removed")).to_be_visible()
    expect(root.get_by_label("What it was")).to_have_value("")
    stage.settled()
    assert told(record, lines) == []
    root.get_by_text("“The ward round” was removed").get_by_role("button", name="Undo").click()
    expect(line(root, 1).get_by_label("What it was")).to_have_value("The ward round")
    root.get_by_role("button", name="Undo", exact=True).click()
    expect(line(root, 1).get_by_label("What it was")).to_have_value("")
    root.get_by_role("button", name="Undo", exact=True).click()
    expect(line(root, 1).get_by_role("radio", name="not dull", exact=True)).to_have_attribute(
        "aria-checked", "false"
    )
    root.get_by_role("button", name="Undo", exact=True).click()
    expect(root.get_by_role("radio", name="an ordinary day")).to_have_text("an ordinary day")
    assert told(record, lines) == []
    for _ in range(3):
        root.get_by_role("button", name="Redo").click()
    expect(line(root, 1).get_by_label("What it was")).to_have_value("The ward round")
    assert [row[2] for row in told(record, lines)] == ["The ward round"]


def test_undo_of_a_change_shows_what_stands_again(
    stage: Stage, form: Minutes, add_jobs: Callable[..., list[str]]
) -> None:
    add_jobs()
    root = stage.show(form)
    root.get_by_role("button", name="Describe one day").click()
    what = line(root, 1).get_by_label("What it was")
    for text in ("Mail", "Letters"):
        what.fill(text)
        what.blur()
        expect(root.locator("[data-saved='1']")).to_be_visible()
    root.get_by_role("button", name="Undo").click()
    expect(what).to_have_value("Mail")


def test_what_is_no_length_is_kept_and_said_so(
    stage: Stage, form: Minutes, record: Record, lines: Catalogue, add_jobs: Callable[..., list[str]]
) -> None:
    add_jobs()
    root = stage.show(form)
    root.get_by_role("button", name="Describe one day").click()
    length = line(root, 1).get_by_label("How long")
    length.fill("3m")
    length.blur()
    expect(root.get_by_text("m may be minutes or months")).to_be_visible()
    length.fill("2 days")
    length.blur()
    expect(root.get_by_text("longer than a day")).to_be_visible()
    assert told(record, lines)[0][3] is None
    length.fill("an hour and a half")
    length.blur()
    expect(line(root, 1).get_by_text("✓ 1 h 30 min")).to_be_visible()
    expect(root.get_by_role("img", name="a part, 1 h 30 min")).to_be_visible()
    assert told(record, lines)[0][3] == 90


def test_it_opens_again_where_it_was_and_days_stand_apart(
    stage: Stage, form: Minutes, record: Record, lines: Catalogue, add_jobs: Callable[..., list[str]]
) -> None:
    add_jobs()
    root = stage.show(form)
    root.get_by_role("button", name="Describe one day").click()
    root.get_by_label("Job").select_option(index=1)
    root.get_by_role("radio", name="the worst day").click()
    line(root, 1).get_by_label("What it was").fill("Counting <b>stock</b>")
    line(root, 1).get_by_label("What it was").blur()
    expect(root.get_by_role("radio", name="the worst day · 1")).to_be_visible()
    again = stage.show(Minutes(record, lines), "b")
    expect(again.get_by_role("heading", name="The worst day as Assistant")).to_be_visible()
    expect(again.get_by_label("What it was")).to_have_value("Counting <b>stock</b>")
    again.get_by_role("radio", name="the worst day").focus()
    stage.page.keyboard.press("ArrowLeft")
    expect(again.get_by_role("heading", name="The best day as Assistant")).to_be_visible()
    expect(again.get_by_label("What it was")).to_have_value("")
    assert told(record, lines) == [
        ("Assistant, Beta", "worst", "Counting <b>stock</b>", None, None, None, "")
    ]


def test_what_the_kernel_does_not_get_waits_in_its_order(
    stage: Stage, form: Minutes, record: Record, lines: Catalogue, add_jobs: Callable[..., list[str]]
) -> None:
    add_jobs()
    root = stage.show(form)
    root.get_by_role("button", name="Describe one day").click()
    stage.road("closed")
    line(root, 1).get_by_role("radio", name="spent").click()
    line(root, 1).get_by_label("What it was").fill("Lunch")
    line(root, 1).get_by_label("What it was").blur()
    expect(line(root, 1).get_by_text("NOT SAVED").first).to_be_visible()
    stage.road("open")
    expect(root.locator("[data-saved='2']")).to_be_visible()
    assert told(record, lines) == [("Tutor, Hillcrest", "ordinary", "Lunch", None, None, None, "spent")]


def test_no_barrier_that_axe_finds(stage: Stage, form: Minutes, add_jobs: Callable[..., list[str]]) -> None:
    add_jobs()
    root = stage.show(form)
    assert stage.barriers() == []
    root.get_by_role("button", name="Describe one day").click()
    line(root, 1).get_by_label("How long").fill("40")
    line(root, 1).get_by_role("radio", name="dull", exact=True).click()
    line(root, 1).get_by_role("radio", name="wasted").click()
    root.get_by_role("button", name="Add another part of the day").click()
    line(root, 2).get_by_label("How long").fill("3m")
    line(root, 2).get_by_label("How long").blur()
    expect(root.get_by_text("m may be minutes or months")).to_be_visible()
    assert stage.barriers() == []
    line(root, 2).get_by_role("button", name="Remove").click()
    expect(root.get_by_text("This part was removed")).to_be_visible()
    assert stage.barriers() == []


def test_nobody_asks_before_there_is_a_job_nor_of_one_that_hurt(
    stage: Stage, form: Minutes, record: Record, add_jobs: Callable[..., list[str]]
) -> None:
    root = stage.show(form)
    expect(root).to_have_text("This opens once you have named a job.", use_inner_text=True)
    first, *_, last = add_jobs()
    record.answer(last, "hurt", "yes", private=True, sitting=record.sitting("roles"))
    root = stage.show(form, "b")
    root.get_by_role("button", name="Describe one day").click()
    assert last not in root.get_by_label("Job").inner_html()
    assert first in root.get_by_label("Job").inner_html()
    message = {"type": "add_stretch", "unit": "a" * 32, "role": last, "day": "ordinary", "n": 1, "token": "t"}
    assert form.handle(message)[0]["type"] == "refused"


def test_what_cannot_be_is_refused(form: Minutes, record: Record, add_jobs: Callable[..., list[str]]) -> None:
    editor, unit = add_jobs()[0], "b" * 32

    def replied(**message: Any) -> str:
        replies: list[dict[str, Any]] = form.handle({**message, "n": 1, "token": str(message)})
        return "" if replies[0]["type"] == "ack" else str(replies[0]["message"])

    assert replied(type="add_stretch", unit=unit, role=editor, day="ordinary") == ""

    def given(item: str, value: object, of: str = unit) -> str:
        return replied(type="answer", unit=of, item=item, value=value)

    assert "1 to 7" in given("stretch_absorbed", 8)
    assert "dull, not_dull" in given("stretch_dull", "very")
    assert "201 characters" in given("stretch_what", "x" * 201)
    assert "61 characters" in given("stretch_length", "x" * 61)
    assert "no text" in given("stretch_what", 3)
    assert "not asked" in given("overall", 3)
    assert "not asked" in given("stretch_dull", "dull", editor)
    assert "not asked about" in replied(type="add_stretch", unit="c" * 32, role=editor, day="someday")
    assert "no longer on the list" in replied(type="remove_stretch", unit=editor)
    assert given("stretch_dull", "dull") == ""
    assert [one.kind for one in record.units("episode")] == ["episode", "episode"]


def test_a_reload_in_the_middle_changes_no_answer(
    stage: Stage, form: Minutes, record: Record, lines: Catalogue, add_jobs: Callable[..., list[str]]
) -> None:
    add_jobs()
    root, keys = stage.show(form), stage.page.keyboard
    root.get_by_role("button", name="Describe one day").click()
    line(root, 1).get_by_label("What it was").fill("Mail")
    keys.press("Enter")
    line(root, 1).get_by_role("radio", name="2").focus()
    keys.press("2")
    root.get_by_role("button", name="Add another part of the day").click()
    line(root, 2).get_by_label("What it was").fill("The bus")
    keys.press("Enter")
    expect(root.locator("[data-saved='3']")).to_be_attached()
    stood = told(record, lines)
    assert [row[2:5:2] for row in stood] == [("Mail", 2), ("The bus", None)]
    stage.page.reload()
    root = stage.show(Minutes(record, lines))
    root.get_by_role("button", name="Look at them, or describe another").click()
    expect(line(root, 2).get_by_label("What it was")).to_have_value("The bus")
    keys.press("7")  # whatever has the focus now, if anything has
    line(root, 2).get_by_role("radio", name="5").focus()
    keys.press("5")
    expect(line(root, 2).get_by_role("radio", name="5")).to_be_checked()
    expect(line(root, 1).get_by_role("radio", name="2")).to_be_checked()
    stage.settled()
    assert [row[2:5:2] for row in told(record, lines)] == [("Mail", 2), ("The bus", 5)]
