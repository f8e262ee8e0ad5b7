"""No key changes what it was not meant for: after a click, after a reload, after the last of a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from good_on_paper.forms import (
    Bearing,
    Boredom,
    FirstSight,
    HowItWent,
    RatingGrid,
    Unknowns,
    WantedLevels,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.record import Record

    AddJobs = Callable[..., list[str]]
    Stage = Any
    Make = Callable[[], Any]

pytestmark = pytest.mark.browser
NEEDS = ["pace", "clarity", "peers", "hours"]
STEPS = ".gop-stage [data-row]"


@pytest.fixture
def sight(record: Record, lines: Catalogue, add_jobs: AddJobs) -> Make:
    """Six lines of two jobs, made anew as a page that is loaded again makes it."""
    well, not_again = add_jobs([("Editor",), ("Cook",)])
    sitting = record.sitting("two_jobs")
    record.answer(record.person, "guesses", NEEDS, sitting=sitting)
    record.answer(record.person, "went_well", well, sitting=sitting)
    record.answer(record.person, "would_not_repeat", not_again, sitting=sitting)
    return lambda: FirstSight(record, lines, record.folder / "catalogue.toml")


def load_again(stage: Stage, form: Any) -> Locator:
    stage.page.reload()
    root: Locator = stage.show(form)
    return root


def given(record: Record) -> dict[tuple[str, str], tuple[str, object]]:
    current = record.current().items()
    return {cell: (answer.state, answer.value) for cell, answer in current if cell[1] != "listed"}


def names(root: Locator) -> list[str]:
    expect(root.locator(".gop-sightname")).to_have_count(6)
    return root.locator(".gop-sightname").all_inner_texts()


def test_after_a_reload_the_list_stands_as_it_stood_and_no_answer_is_changed(
    stage: Stage, sight: Make, record: Record
) -> None:
    root, keys = stage.show(sight()), stage.page.keyboard
    stood = names(root)
    expect(root.locator(STEPS).first.get_by_role("radio").first).to_be_focused()
    for line in (2, 4):  # here and there, so that open places have answered ones after them
        root.locator(".gop-sighthead").nth(line).click()
        keys.press("6")
        keys.press("2")
    expect(root.locator("[data-saved='4']")).to_be_visible()
    before = given(record)
    for place in range(3):
        root = load_again(stage, sight())
        assert names(root) == stood, place
    expect(root.locator(STEPS).first.get_by_role("radio").first).to_be_focused()
    for _ in range(4):
        keys.press("5")
        keys.press("3")
    expect(root.locator("[data-saved='12']")).to_be_visible()
    for key in ("7", "7", "1"):  # nothing is open any more
        keys.press(key)
    expect(root.get_by_text("Editor 5 · Cook 3")).to_have_count(4)
    expect(root.get_by_text("Editor 6 · Cook 2")).to_have_count(2)
    stage.settled()
    now = given(record)
    assert {cell: now[cell] for cell in before} == before


def test_after_a_click_the_keys_go_to_the_next_open_job(stage: Stage, sight: Make) -> None:
    root, keys = stage.show(sight()), stage.page.keyboard
    rows = root.locator(STEPS)
    rows.nth(0).get_by_role("radio", name="6").click()
    expect(rows.nth(1).get_by_role("radio", name="6")).to_be_focused()
    ring = rows.nth(1).get_by_role("radio", name="6").evaluate("(one) => getComputedStyle(one).outlineStyle")
    assert ring == "dashed"  # it is seen where the keys go, though the mouse was used last; and is no answer
    keys.press("2")
    expect(root.locator(".gop-sight").nth(1)).to_have_attribute("data-open", "")
    keys.press("4")
    keys.press("3")
    expect(root.locator("[data-saved='4']")).to_be_visible()
    said = root.locator(".gop-saidof")
    expect(said.nth(0)).to_have_text("Editor 6 · Cook 2")
    expect(said.nth(1)).to_have_text("Editor 4 · Cook 3")
    root.locator(".gop-sighthead").nth(0).click()
    keys.press("5")  # one came back to change it; the job beside it is answered, and the line stays
    keys.press("1")
    expect(said.nth(0)).to_have_text("Editor 5 · Cook 2")
    expect(said.nth(2)).to_have_text("")


def test_a_click_that_ends_a_line_leaves_no_key_to_the_job_just_clicked(
    stage: Stage, lines: Catalogue, record: Record, add_jobs: AddJobs
) -> None:
    add_jobs([("Editor",), ("Cook",)])
    root = stage.show(RatingGrid(record, lines, lines=("pace", "clarity"), seed=2))
    rows, keys = root.locator("[data-row]"), stage.page.keyboard
    rows.nth(1).get_by_role("radio", name="2").click()
    expect(rows.nth(0).get_by_role("radio", name="2")).to_be_focused()  # the open one stands above
    stage.hold_time()
    rows.nth(0).get_by_role("radio", name="6").click()
    keys.press("1")  # before the next line comes
    stage.page.clock.resume()
    expect(root.get_by_text("Question 2 of 2")).to_be_visible()
    expect(rows.nth(0).get_by_role("radio").first).to_be_focused()
    root.get_by_role("button", name="Back", exact=True).click()
    expect(root.get_by_text("Question 1 of 2")).to_be_visible()
    keys.press("1")  # all of it is answered: one came to look
    keys.press("n")
    stage.settled()
    assert {value for _, value in given(record).values() if isinstance(value, int)} >= {2, 6}
    expect(rows.nth(0).get_by_role("radio", name="6")).to_be_checked()
    expect(rows.nth(1).get_by_role("radio", name="2")).to_be_checked()


ASKS: dict[str, tuple[Callable[[Record, Catalogue], Any], str, str]] = {
    "the grid": (lambda *of: RatingGrid(*of, lines=("pace", "clarity")), "6n", "[data-row]"),
    "how it went": (lambda *of: HowItWent(*of, lines=["peers"]), "62", "[data-row]"),
    "what is known": (Unknowns, "kg", ".gop-known > [role=radiogroup]"),
    "what can be borne": (Bearing, "fn", "[role=radiogroup]"),
    "when it got dull": (Boredom, "52", ".gop-scale"),
    "levels wanted": (WantedLevels, "52", ".gop-scale"),
}
"""A form, two letters that answer in it, and its rows."""


@pytest.mark.parametrize("form", ASKS)
def test_a_reload_in_the_middle_changes_no_answer(
    stage: Stage, record: Record, lines: Catalogue, add_jobs: AddJobs, form: str
) -> None:
    sitting = record.sitting("before")
    for unit in add_jobs():
        for line in ("peers", "stretch", "pace" if form == "levels wanted" else "peers"):
            record.answer(unit, line, 4, sitting=sitting, revision=lines.item(line).revision)
    make, (one, other), row = ASKS[form]
    keys = stage.page.keyboard

    def rows() -> Locator:
        root: Locator = stage.show(make(record, lines))
        expect(root.locator("[data-drawn]")).to_be_visible()
        for fold in root.locator("summary:visible", has_text="Optional").all():
            fold.click()
        for begin in root.get_by_role("button", name="Rate how it went").all():
            begin.click()
        return root.locator(row)

    asked = rows()
    for place in (0, 2 if asked.nth(2).is_visible() else 1):
        asked.nth(place).get_by_role("radio").first.focus()
        keys.press(one)
    expect(stage.page.locator("[data-saved='2']").first).to_be_attached()
    stood = given(record)
    stage.page.reload()
    asked = rows()
    for _ in range(2):
        keys.press(other)  # whatever has the focus now, if anything has
    asked.nth(1).get_by_role("radio").first.focus()
    if asked.nth(2).is_visible():
        for _ in range(12):  # more than there are open places
            keys.press(other)
    stage.settled()
    now = given(record)
    assert {cell: now.get(cell) for cell in stood} == stood


@pytest.mark.parametrize(
    ("form", "answer", "other", "means"),
    [("what is known", "k", "g", "know"), ("what can be borne", "f", "n", "fine")],
)
def test_letters_and_clicks_go_on_to_the_next_open_row_and_stop_after_the_last(
    stage: Stage, record: Record, lines: Catalogue, form: str, answer: str, other: str, means: str
) -> None:
    root, keys = stage.show(ASKS[form][0](record, lines)), stage.page.keyboard
    groups = root.locator(ASKS[form][2])
    expect(groups.first).to_be_visible()
    rows = groups.count()
    groups.nth(1).get_by_role("radio").first.click()
    keys.press("ArrowUp")  # back to the one just clicked, then up to the first
    keys.press("ArrowUp")
    keys.press(answer)  # past the one that the click answered
    expect(groups.nth(2).get_by_role("radio").first).to_be_focused()
    for _ in range(rows - 2):
        keys.press(answer)
    for _ in range(3):
        keys.press(other)
    expect(root.locator(f"[data-saved='{rows}']")).to_be_visible()
    assert {value for _, value in given(record).values()} == {means}


def test_a_list_of_scales_goes_on_too(
    stage: Stage, record: Record, lines: Catalogue, add_jobs: AddJobs
) -> None:
    add_jobs([("Editor",), ("Cook",)])
    root, keys = stage.show(Bearing(record, lines)), stage.page.keyboard
    worry = root.get_by_role("group", name="Raised voices", exact=True)
    worry.get_by_role("button", name="how often it was there").click()
    worry.get_by_role("radiogroup", name="Editor").get_by_role("radio", name="6").click()
    for key in ("2", "7", "7"):
        keys.press(key)
    expect(root.locator("[data-saved='2']")).to_be_visible()
    assert [value for _, value in given(record).values() if isinstance(value, int)] == [6, 2]
