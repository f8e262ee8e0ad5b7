"""What happened outside the jobs, in a real browser, joined to the real form and a real record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from good_on_paper.forms import OutsideEvents
from good_on_paper.frames import events
from good_on_paper.frames.snapshot import Snapshot

if TYPE_CHECKING:
    from good_on_paper.catalogue import Catalogue
    from good_on_paper.record import Record

    Stage = Any

pytestmark = pytest.mark.browser


def told(record: Record) -> list[tuple[str, ...]]:
    return list(events(Snapshot(record))[["title", "started", "ended"]].itertuples(index=False, name=None))


def test_by_keyboard_alone_and_no_barrier(stage: Stage, record: Record, lines: Catalogue) -> None:
    form = OutsideEvents(record, lines)
    root, keys = stage.show(form), stage.page.keyboard
    assert stage.barriers() == []
    root.get_by_role("button", name="Add an event").focus()
    keys.press("Enter")  # the first line waits for what happened
    for text in ("A pandemic", "March 2020", "May 2021", "A move", "2018"):
        keys.type(text)
        keys.press("Enter")  # from fact to fact, from the last to a new line
    expect(root.locator("[data-saved='5']")).to_be_visible()
    expect(root.get_by_text("Outside events · 2")).to_be_visible()
    assert [row[:2] for row in told(record)] == [("A pandemic", "2020-03"), ("A move", "2018")]
    until = root.get_by_label("Until").nth(1)
    until.fill("2017")
    until.blur()
    expect(root.get_by_text("It ends before it starts")).to_be_visible()
    assert stage.barriers() == []
    root.get_by_role("button", name="Remove").nth(1).click()
    expect(root.get_by_text("“A move” was removed")).to_be_visible()
    stage.settled()
    assert told(record) == [("A pandemic", "2020-03", "2021-05")]
    refused = {
        "type": "answer",
        "unit": record.person.id,
        "item": "title",
        "value": "x",
        "n": 1,
        "token": "t",
    }
    assert form.handle(refused)[0]["type"] == "refused"
