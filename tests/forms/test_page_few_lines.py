"""Three lines, and the gaps between jobs, in a real browser: on demand, saved, without a barrier."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from good_on_paper.forms import BetweenJobs, ThreeLines
from good_on_paper.frames import gaps
from good_on_paper.frames.snapshot import Snapshot

if TYPE_CHECKING:
    from collections.abc import Callable

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.record import Record

    Stage = Any

pytestmark = pytest.mark.browser


def test_three_lines_by_keyboard(stage: Stage, record: Record, lines: Catalogue) -> None:
    root, keys = stage.show(ThreeLines(record, lines)), stage.page.keyboard
    root.get_by_role("button", name="Write them down").press("Enter")
    for text in ("A walk", "Radio"):
        keys.type(text)
        keys.press("Tab")
    expect(root.locator("[data-saved='2']")).to_be_visible()
    assert stage.barriers() == []
    again = stage.show(ThreeLines(record, lines), "b")
    expect(again.get_by_label("First")).to_have_value("A walk")


def test_gaps_by_mouse(
    stage: Stage, record: Record, lines: Catalogue, add_jobs: Callable[..., list[str]]
) -> None:
    form = BetweenJobs(record, lines)
    root = stage.show(form)
    expect(root).to_have_text("", use_inner_text=True)  # no job, no gap
    add_jobs((("Cook", "Acme", "2010-01", "2010-06"), ("Editor", "Beta", "2010-11", "2012")))
    root = stage.show(BetweenJobs(record, lines), "b")
    root.get_by_role("button", name="Say what became of it").click()
    gap = root.get_by_role("group", name="Between “Cook, Acme” and “Editor, Beta” · 4 months")
    gap.get_by_label("What became of it").fill("Slept")
    gap.get_by_role("radio", name="well spent").click()
    expect(root.locator("[data-saved='2']")).to_be_visible()
    assert stage.barriers() == []
    assert gaps(Snapshot(record))[["what", "margin"]].to_numpy().tolist() == [["Slept", "spent"]]
    refused = {"type": "answer", "unit": record.units("role")[0].id, "item": "gap_what", "value": "x"}
    assert form.handle({**refused, "n": 1, "token": "t"})[0]["type"] == "refused"
