"""The list of jobs in a real browser, joined to the real form and a real record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from good_on_paper.forms import RatingGrid, RoleList

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.record import Record

    AddJobs = Callable[..., list[str]]
    Stage = Any

pytestmark = pytest.mark.browser


@pytest.fixture
def roles(record: Record, lines: Catalogue) -> RoleList:
    return RoleList(record, lines)


def field(root: Locator, place: int, key: str) -> Locator:
    return root.get_by_role("group").nth(place + 1).locator(f"[data-key={key}]").locator("input, textarea")


def titles(record: Record) -> list[str]:
    current = record.current(items=("title",))
    return [current[role.id, "title"].value for role in record.units("role")]


def test_from_an_empty_list_by_keyboard_alone(stage: Stage, roles: RoleList, record: Record) -> None:
    root = stage.show(roles)
    expect(root.get_by_text("No jobs here yet")).to_be_visible()
    assert record.units("role") == []  # an empty row leaves no trace
    keys = stage.page.keyboard
    field(root, 0, "title").focus()
    for text in ("Night nurse", "St. Anne", "3/2014", "now"):
        keys.type(text)
        keys.press("Enter")
    expect(field(root, 1, "title")).to_be_focused()  # after the last field a new row is ready
    keys.press("Shift+Tab")
    expect(root.get_by_role("button", name="Remove from the list").first).to_be_focused()
    keys.press("Tab")
    keys.type("Cook")
    expect(root.locator("[data-saved='5']")).to_be_visible()
    expect(root.get_by_text("March 2014")).to_be_visible()
    assert titles(record) == ["Night nurse", "Cook"]
    keys.press("Alt+ArrowUp")
    expect(root.get_by_role("group", name="Job 1 of 2: Cook")).to_be_visible()
    expect(field(root, 0, "title")).to_be_focused()
    stage.settled()
    assert titles(record) == ["Cook", "Night nurse"]
    assert stage.page.evaluate("escaped.filter((said) => said.startsWith('keydown'))") == []


def test_typing_is_sent_in_pauses_not_by_the_letter(stage: Stage, roles: RoleList, add_jobs: AddJobs) -> None:
    add_jobs()
    root = stage.show(roles)
    expect(root.locator("[data-saved='20']")).to_be_visible()
    stage.hold_time()
    field(root, 0, "employer").fill("")
    for letter in "Acme Holdings":
        field(root, 0, "employer").press_sequentially(letter)
        stage.page.clock.run_for(20)
    stage.page.clock.run_for(600)
    expect(root.locator("[data-saved='20']")).to_be_visible()
    assert [message["value"] for message in stage.sent()][-1] == "Acme Holdings"
    assert len(stage.sent()) <= 2


def test_nothing_typed_is_lost_when_the_page_is_left(
    stage: Stage, roles: RoleList, record: Record, add_jobs: AddJobs
) -> None:
    units = add_jobs()
    root = stage.show(roles)
    field(root, 0, "title").fill("Typed and left at once")
    stage.page.evaluate("closeForm('a')")
    stage.until(lambda: record.current()[units[0], "title"].value == "Typed and left at once")


def test_a_date_that_is_none_stays_with_a_sentence(
    stage: Stage, roles: RoleList, record: Record, add_jobs: AddJobs
) -> None:
    units = add_jobs()
    root = stage.show(roles)
    field(root, 1, "started").fill("when I met her")
    field(root, 1, "started").blur()
    expect(root.get_by_text("Start: Saved as you typed it, but we can’t read it as a date")).to_be_visible()
    expect(field(root, 1, "started")).to_have_value("when I met her")
    assert record.current()[units[1], "started"].value == "when I met her"
    field(root, 1, "started").fill("2014")
    field(root, 1, "started").blur()
    expect(root.get_by_text("It ends before it starts")).to_be_visible()
    field(root, 1, "started").fill("ca. 2013")
    field(root, 1, "started").blur()
    expect(root.get_by_text("It ends before it starts")).to_be_hidden()
    expect(root.get_by_text("about 2013")).to_be_visible()
    stage.settled()
    assert record.current()[units[1], "started"].value == "2013~"
    field(root, 1, "started").fill("")
    field(root, 1, "started").blur()
    expect(root.get_by_text("It ends before it starts")).to_be_hidden()
    stage.settled()
    assert (units[1], "started") not in record.current()


def test_remove_and_undo(stage: Stage, roles: RoleList, record: Record, add_jobs: AddJobs) -> None:
    add_jobs()
    root = stage.show(roles)
    root.get_by_role("button", name="Remove from the list").nth(1).click()
    expect(root.get_by_text("“Assistant” was removed from the list")).to_be_visible()
    expect(root.get_by_role("group", name="of 4: ")).to_have_count(4)
    stage.settled()
    assert "Assistant" not in titles(record)
    root.locator(".gop-notice").get_by_role("button", name="Undo").click()
    expect(root.get_by_role("group", name="Job 2 of 5: Assistant")).to_be_visible()
    stage.settled()
    assert titles(record)[1] == "Assistant"


def test_order_by_button(stage: Stage, roles: RoleList, record: Record, add_jobs: AddJobs) -> None:
    add_jobs()
    root = stage.show(roles)
    root.get_by_role("button", name="Move down").nth(0).click()
    expect(root.get_by_role("group", name="Job 2 of 5: Editor")).to_be_visible()
    expect(root.get_by_role("button", name="Move down").nth(1)).to_be_focused()
    stage.settled()
    assert titles(record)[:2] == ["Assistant", "Editor"]


def test_a_job_added_while_the_kernel_is_gone_goes_in_later(
    stage: Stage, roles: RoleList, record: Record, lines: Catalogue, add_jobs: AddJobs
) -> None:
    add_jobs([("Editor", "Acme", "2014", "2017")])
    root = stage.show(roles)
    root.get_by_role("button", name="Add a job").click()
    stage.road("closed")
    field(root, 1, "title").fill("Cook")
    field(root, 1, "employer").fill("The Anchor")
    expect(root.get_by_text("NOT SAVED, trying again").first).to_be_visible()
    below = root.get_by_role("button", name="Add a job")
    stands = below.bounding_box()["y"]
    field(root, 0, "started").fill("2013")
    started = root.get_by_role("group").nth(1).locator("[data-key=started]")
    expect(started.get_by_text("NOT SAVED", exact=True)).to_be_visible()  # in a line: no row moves away
    assert below.bounding_box()["y"] == stands
    field(root, 0, "started").fill("2014")
    stage.page.evaluate("closeForm('a')")
    again = stage.show(RoleList(record, lines), "b")
    expect(again.locator("[data-saved='6']")).to_be_visible()
    expect(again.get_by_role("group", name="Job 2 of 2: Cook")).to_be_visible()
    assert titles(record) == ["Editor", "Cook"]


def test_a_conflict_in_a_text_loses_neither(
    stage: Stage, roles: RoleList, record: Record, add_jobs: AddJobs
) -> None:
    units = add_jobs()
    root = stage.show(roles)
    expect(field(root, 0, "title")).to_have_value("Editor")
    record.answer(units[0], "title", "Managing editor", sitting=record.sitting("elsewhere"))
    field(root, 0, "title").fill("Copy editor")
    field(root, 0, "title").blur()
    expect(root.get_by_text("now “Managing editor”. You entered “Copy editor”.")).to_be_visible()
    root.get_by_role("button", name="Use mine").click()
    expect(field(root, 0, "title")).to_have_value("Copy editor")
    expect(root.locator("[data-saved='20']")).to_be_visible()
    assert titles(record)[0] == "Copy editor"


def test_the_grid_in_the_same_page_hears_of_it(
    stage: Stage, roles: RoleList, record: Record, lines: Catalogue
) -> None:
    root = stage.show(roles)
    grid = stage.show(RatingGrid(record, lines), "b")
    expect(grid.get_by_role("heading", name="No jobs here yet")).to_be_visible()
    field(root, 0, "title").fill("Cook")
    expect(grid.get_by_role("radiogroup", name="Cook")).to_be_visible()


def test_what_was_typed_is_text_never_markup(stage: Stage, roles: RoleList, add_jobs: AddJobs) -> None:
    add_jobs([("<img src=x onerror=alert(1)>", "<b>x</b>", "<i>2014</i>", "")])
    root = stage.show(roles)
    expect(field(root, 0, "title")).to_have_value("<img src=x onerror=alert(1)>")
    root.get_by_role("button", name="Remove from the list").click()
    expect(root.get_by_text("“<img src=x onerror=alert(1)>” was removed from the list")).to_be_visible()
    assert root.locator("img, b, i").count() == 0


def test_no_barrier_that_axe_finds_in_either_theme(stage: Stage, roles: RoleList, add_jobs: AddJobs) -> None:
    add_jobs()
    root = stage.show(roles)
    root.get_by_role("button", name="more").nth(1).click()
    field(root, 1, "started").fill("when I met her")
    field(root, 1, "started").blur()
    root.get_by_role("button", name="Remove from the list").nth(4).click()
    expect(root.get_by_text("was removed from the list")).to_be_visible()
    stage.road("silent")
    field(root, 0, "title").fill("Chief editor")
    expect(root.get_by_text("NOT SAVED").first).to_be_visible()
    root.get_by_role("button", name="Add a job").click()
    assert stage.barriers() == []


LONG = "Deputy head of medicines information"


@pytest.mark.parametrize("width", [640, 960, 1366])
def test_a_long_name_is_read_whole(stage: Stage, roles: RoleList, add_jobs: AddJobs, width: int) -> None:
    add_jobs([(LONG, "St. Luke and St. Anne University Hospitals", "September 2014", "September 2017")])
    stage.page.set_viewport_size({"width": width, "height": 768})
    root = stage.show(roles)
    expect(field(root, 0, "title")).to_have_value(LONG)
    for key in ("title", "employer", "started", "ended"):
        hidden = "el => Math.max(el.scrollWidth - el.clientWidth, el.scrollHeight - el.clientHeight)"
        assert field(root, 0, key).evaluate(hidden) <= 0, key
    root.get_by_role("button", name="Add a job").click()  # its examples take no second line
    height = {key: field(root, 1, key).evaluate("el => el.offsetHeight") for key in ("title", "started")}
    assert height["title"] == height["started"]


def test_lines_pasted_into_a_name_are_one(
    stage: Stage, roles: RoleList, record: Record, add_jobs: AddJobs
) -> None:
    add_jobs([("Editor", "Acme", "", "")])
    root = stage.show(roles)
    field(root, 0, "title").fill("Deputy head \n of pharmacy")
    field(root, 0, "title").press("Enter")
    expect(field(root, 0, "employer")).to_be_focused()
    stage.settled()
    assert titles(record) == ["Deputy head of pharmacy"]


def test_whoever_works_for_themselves_is_asked_for_no_employer(
    stage: Stage, roles: RoleList, add_jobs: AddJobs
) -> None:
    add_jobs([("Self-employed carpenter", "", "", ""), ("Locum", "", "", ""), ("Freelancer", "Acme", "", "")])
    root = stage.show(roles)
    none_needed, example = "none needed", "St. Anne’s Hospital"
    expect(field(root, 0, "employer")).to_have_attribute("placeholder", none_needed)
    expect(field(root, 1, "employer")).to_have_attribute("placeholder", example)
    expect(field(root, 2, "employer")).to_have_value("Acme")
    root.get_by_role("button", name="more").nth(1).click()
    root.get_by_label("Kind of work").nth(1).select_option("freelance")
    expect(field(root, 1, "employer")).to_have_attribute("placeholder", none_needed)
    field(root, 0, "title").fill("Carpenter")
    field(root, 0, "title").blur()
    expect(field(root, 0, "employer")).to_have_attribute("placeholder", example)
