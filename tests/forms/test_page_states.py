"""How a job left you, in a real browser: three questions, on demand, by keyboard, without a barrier."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from good_on_paper.forms import States
from good_on_paper.frames import ratings
from good_on_paper.frames.snapshot import Snapshot

if TYPE_CHECKING:
    from collections.abc import Callable

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.record import Record

    Stage = Any

pytestmark = pytest.mark.browser


def test_three_questions_on_demand(
    stage: Stage, record: Record, lines: Catalogue, add_jobs: Callable[..., list[str]]
) -> None:
    form = States(record, lines)
    root, keys = stage.show(form), stage.page.keyboard
    expect(root).to_have_text("This opens once you have named a job.", use_inner_text=True)
    add_jobs((("Editor", "Acme"), ("Cook", "Beta")))
    root = stage.show(States(record, lines), "b")
    assert stage.barriers() == []
    root.get_by_role("button", name="Answer these too").focus()
    keys.press("Enter")
    for page in (1, 2, 3):
        expect(root.get_by_text(f"Question {page} of 3")).to_be_visible()
        keys.press("5")
        keys.press("c")
        stage.settled()
    assert stage.barriers() == []
    root.get_by_role("button", name="Close").click()
    expect(root.get_by_role("button", name="Look through your answers")).to_be_focused()
    rated = ratings(Snapshot(record))
    assert rated.loc["Editor, Acme"].tolist() == [5, 5, 5]
    assert rated.loc["Cook, Beta"].isna().all()
    message = {
        "type": "answer",
        "unit": record.person.id,
        "item": rated.columns[0],
        "value": 3,
        "n": 1,
        "token": "t",
    }
    assert form.handle(message)[0]["type"] == "refused"
