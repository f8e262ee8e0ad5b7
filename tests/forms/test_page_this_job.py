"""The job one is considering, in a real browser: folded away, none of it needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from good_on_paper.forms import ThisJob
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.frames.targets import chosen

if TYPE_CHECKING:
    from good_on_paper.catalogue import Catalogue
    from good_on_paper.record import Record

    Stage = Any

pytestmark = pytest.mark.browser


def test_an_ad_pasted_as_json_resume_is_kept_to_read_and_names_the_job(
    stage: Stage, record: Record, lines: Catalogue
) -> None:
    root = stage.show(ThisJob(record, lines))
    expect(root.get_by_role("radiogroup")).to_have_count(0)  # all of it is folded away
    root.locator("summary").click()
    root.get_by_role("radiogroup", name="How well the name is thought of").get_by_role("radio").first.focus()
    stage.page.keyboard.press("6")
    ad = root.get_by_label("The job ad")
    ad.fill('{"title": "<b>Baker</b>", "company": "Mill", "description": "Bread."}')
    ad.blur()
    stage.settled()
    target = chosen(Snapshot(record))
    assert target is not None
    stage.until(lambda: (target.id, "title") in record.current(units=(target,)))
    given = {item: answer.value for (_, item), answer in record.current(units=(target,)).items()}
    assert given["advert_text"] == "<b>Baker</b>\nMill\nDescription: Bread."
    assert (given["title"], given["employer"], given["firm_shine"]) == ("<b>Baker</b>", "Mill", 6)
    expect(ad).to_have_value("<b>Baker</b>\nMill\nDescription: Bread.")
    assert stage.barriers() == []
