"""Something hurt: a tick of the person's own, a sentence, and quiet; in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from good_on_paper.forms import RatingGrid, RoleList, TwoJobs

if TYPE_CHECKING:
    from collections.abc import Callable

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.record import Record

    Stage = Any

pytestmark = pytest.mark.browser
STILL = "Noted, for you alone. We won’t ask about this job again"


def test_beside_the_job_one_would_not_repeat(
    stage: Stage, record: Record, lines: Catalogue, add_jobs: Callable[..., list[str]]
) -> None:
    units = add_jobs()
    root = stage.show(TwoJobs(record, lines))
    side = root.locator("[data-side='would_not_repeat']")
    expect(root.get_by_role("button", name="Something here hurt me")).to_have_count(0)
    side.get_by_role("radio", name="Assistant").click()
    tick = side.get_by_role("button", name="Something here hurt me")
    expect(tick).to_have_accessible_description("Choose this and we won’t ask about this job again")
    tick.focus()
    stage.page.keyboard.press("Enter")
    expect(tick).to_have_attribute("aria-pressed", "true")
    expect(side.get_by_text(STILL)).to_be_visible()
    stage.settled()
    answer = record.current()[units[1], "hurt"]
    assert (answer.value, answer.private) == ("yes", True)
    grid = stage.show(RatingGrid(record, lines, lines=["pace"]), "b")
    expect(grid.get_by_role("radiogroup", name="Editor")).to_be_visible()
    expect(grid.get_by_role("radiogroup", name="Assistant")).to_have_count(0)
    assert stage.barriers() == []
    tick.click()
    expect(side.get_by_text(STILL)).to_be_hidden()
    stage.settled()
    assert (units[1], "hurt") not in record.current()


def test_in_the_list_of_jobs_and_back_there(
    stage: Stage, record: Record, lines: Catalogue, add_jobs: Callable[..., list[str]]
) -> None:
    units = add_jobs()
    root = stage.show(RoleList(record, lines))
    root.get_by_role("button", name="more").nth(1).click()
    field = root.get_by_label("Something here hurt me").nth(1)
    field.select_option("yes")
    expect(root.get_by_text(STILL).nth(1)).to_be_visible()
    stage.settled()
    assert record.current()[units[1], "hurt"].private
    field.select_option("no")
    expect(root.get_by_text(STILL).nth(1)).to_be_hidden()
