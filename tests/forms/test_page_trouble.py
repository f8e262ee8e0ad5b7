"""While the kernel is busy, or gone: what stands on the page stays there, and trouble is said in time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from good_on_paper.forms import Needs, NextInterview, RatingGrid, RoleList, TwoJobs

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.forms import Form
    from good_on_paper.record import Record

    AddJobs = Callable[..., list[str]]
    Stage = Any

pytestmark = pytest.mark.browser
PLACES = """root => [...root.querySelectorAll("h3, h4, label, .gop-name, button, input, textarea, select")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest(".gop-tools"))
  .map((one) => [one.tagName, one.textContent, ...["x", "y", "width", "height"].map((side) =>
    Math.round(one.getBoundingClientRect()[side]))])"""


def grid(record: Record, lines: Catalogue) -> Form:
    return RatingGrid(record, lines, lines=("pace", "clarity"), seed=2)


def rate(root: Locator, time: int) -> None:
    root.locator("[data-row]").nth(1).get_by_role("radio", name=str(4 + time)).click()


def name_one(root: Locator, time: int) -> None:
    root.locator(".gop-side").first.get_by_role("radio", name=("Tutor", "Editor")[time]).click()


def need_one(root: Locator, time: int) -> None:
    root.get_by_role("button", name=("Job security", "Enough time to do it well")[time]).click()


def write(root: Locator, time: int) -> None:
    field = root.get_by_label("The job", exact=True)
    field.fill(("Cook", "Baker")[time])
    field.blur()


def rename(root: Locator, time: int) -> None:
    field = root.locator("input, textarea").first
    field.fill(("Cook", "Baker")[time])
    field.blur()


FORMS: dict[str, tuple[Callable[[Record, Catalogue], Form], Callable[[Locator, int], None]]] = {
    "ratings": (grid, rate),
    "two jobs": (TwoJobs, name_one),
    "needs": (lambda record, lines: Needs(record, lines, record.folder / "catalogue.toml"), need_one),
    "the next interview": (NextInterview, write),
    "jobs": (RoleList, rename),
}


@pytest.mark.parametrize("name", FORMS)
def test_trouble_moves_nothing(
    stage: Stage, record: Record, lines: Catalogue, add_jobs: AddJobs, name: str
) -> None:
    add_jobs()
    make, answer = FORMS[name]
    root = stage.show(make(record, lines))
    alarm = root.get_by_text("NOT SAVED")
    answer(root, 0)
    for place, width in enumerate((1366, 768, 390), 1):
        stage.settled()
        stage.page.set_viewport_size({"width": width, "height": 900})
        stage.hold_time()
        stage.road("silent")
        answer(root, place % 2)
        stage.page.clock.run_for(50)
        before, told = root.evaluate(PLACES), int(place > 1)  # what was read aloud then is there still
        stage.page.clock.run_for(3500)  # a kernel that is busy
        expect(alarm).to_have_count(told)
        assert root.evaluate(PLACES) == before
        stage.page.clock.run_for(1000)
        expect(root.locator(".gop-sum")).to_contain_text("NOT SAVED, trying again")
        expect(root.locator(".gop-trouble")).to_contain_text("Keep this page open.")
        assert root.evaluate(PLACES) == before
        stage.page.clock.run_for(20_000)  # and what else to do
        expect(root.locator(".gop-trouble")).to_contain_text("Restart this page")
        assert root.evaluate(PLACES) == before
        stage.road("open")
        stage.page.clock.resume()
        expect(root.get_by_text("saved").first).to_be_visible()
        expect(root.locator(".gop-trouble")).to_be_hidden()


def test_a_refusal_is_said_at_once(stage: Stage, record: Record, lines: Catalogue, add_jobs: AddJobs) -> None:
    add_jobs()
    root = stage.show(grid(record, lines))
    stage.road("closed")
    stage.hold_time()
    rate(root, 0)
    stage.page.clock.run_for(100)
    expect(root.get_by_text("1 NOT SAVED, trying again")).to_be_visible()
