"""What it cost, chosen beside how it went before the button: kept over a reload, frozen by the look."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from good_on_paper.study.sample import throw_away_record

pytestmark = pytest.mark.lab

GOES = "05 What your better jobs had in common.ipynb"
ABOUT, SHOW = "What the patterns are about", "Show what they had in common"
COST, NOTHING = "what it cost me", "nothing else"
SECOND = re.compile("^What it cost me: ")


def also(page):
    """The list of what else the patterns can be about, in its fold."""
    ask = page.locator(".gop-charts .ask")
    fold = ask.locator("details.choices")
    if fold.get_attribute("open") is None:
        fold.locator("summary").press("Enter")
    return ask.get_by_label("And also")


def chosen(page):
    return also(page).locator("option:checked")


def test_one_more_chosen_before_the_look_adds_a_second_set_and_is_gone_after_it(lab_in_one_tab):
    lab = lab_in_one_tab
    throw_away_record(lab.home).close()
    page = lab.open_anew(GOES)
    page.get_by_text(ABOUT).wait_for()
    expect(chosen(page)).to_have_text(NOTHING)
    for words in (COST, NOTHING, COST):
        also(page).select_option(words)
        page.get_by_text("✓ saved").wait_for()
        expect(chosen(page)).to_have_text(words)
    expect(page.get_by_role("heading", name=SECOND)).to_have_count(0)

    again = lab.open_anew(GOES)  # as another day would find it
    again.get_by_text(ABOUT).wait_for()
    expect(chosen(again)).to_have_text(COST)
    again.get_by_role("button", name=SHOW).press("Enter")
    expect(again.get_by_text("It also covers “What it cost me”")).to_be_visible()
    expect(again.get_by_text(ABOUT)).to_have_count(0)
    again.locator("summary", has_text="The years, with how it went").scroll_into_view_if_needed()
    again.locator("summary", has_text="The same by what else you chose").press("Enter")
    expect(again.get_by_role("heading", name=SECOND).first).to_have_text(
        "What it cost me: about the job, and about you"
    )
    heading = again.get_by_role("heading", name="What it cost me: what you said you need")
    heading.scroll_into_view_if_needed()
    expect(again.get_by_role("heading", level=3, name=re.compile("least costly")).first).to_be_visible()
    expect(again.get_by_role("heading", level=3, name=re.compile("best jobs")).first).to_be_attached()
