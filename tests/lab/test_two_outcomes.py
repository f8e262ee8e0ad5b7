"""What it cost, declared with a tick before the button: kept over a reload, frozen by the look."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from good_on_paper.study.sample import throw_away_record

pytestmark = pytest.mark.lab

GOES = "05 What your better jobs had in common.ipynb"
TICK, SHOW = "Also look at what it cost me", "Show what they had in common"
SECOND = re.compile("^What it cost me: ")


def tick(page):
    return page.locator(".gop-charts .ask").get_by_role("checkbox", name=TICK)


def test_a_tick_before_the_look_adds_a_second_set_and_is_gone_after_it(lab):
    throw_away_record(lab.home).close()
    page = lab.open(GOES)
    expect(tick(page)).not_to_be_checked()
    for _ in range(2):
        tick(page).focus()
        page.keyboard.press("Space")
        page.get_by_text("✓ saved").wait_for()
        page.keyboard.press("Space")  # and taken back
        expect(tick(page)).not_to_be_checked()
        expect(tick(page)).to_be_focused()
    page.keyboard.press("Space")
    expect(tick(page)).to_be_checked()
    page.get_by_text("✓ saved").wait_for()
    expect(page.get_by_role("heading", name=SECOND)).to_have_count(0)

    page.close()
    again = lab.open(GOES)  # as another day would find it
    expect(tick(again)).to_be_checked()
    again.get_by_role("button", name=SHOW).press("Enter")
    expect(again.get_by_text("It also covers “What it cost me”")).to_be_visible()
    expect(tick(again)).to_have_count(0)
    again.get_by_role("heading", name="The years, with how it went").scroll_into_view_if_needed()
    expect(again.get_by_role("heading", name=SECOND).first).to_have_text(
        "What it cost me: about the job, and about you"
    )
    heading = again.get_by_role("heading", name="What it cost me: what you said you need")
    heading.scroll_into_view_if_needed()
    expect(again.get_by_role("heading", level=3, name=re.compile("least costly")).first).to_be_visible()
    expect(again.get_by_role("heading", level=3, name=re.compile("best jobs")).first).to_be_attached()
