"""The browser's own Back and Forward: address and window say the same, for the page and for the step."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.lab

START, WORK = "00 Start here", "01 Your work so far"


def shown(page):
    return page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")


def stands(page, name, step=None):
    """The address names this page and step, and the window shows them."""
    hash_ = "" if step is None else f"#step-{step}"
    expect(page).to_have_url(re.compile(f"/tree/notebooks/{name.replace(' ', '%20')}.ipynb{hash_}$"))
    expect(shown(page).get_by_role("heading", level=1)).to_contain_text(name[3:])
    expect(shown(page)).to_have_count(1)
    if step is not None:
        expect(shown(page).get_by_text(f"{step} of 7 ·")).to_be_visible()


def test_back_and_forward_go_to_the_page_and_the_step_that_the_address_names(lab):
    page = lab.open(f"{START}.ipynb")
    stands(page, START, 1)  # and the token is out of the address
    frame = page.get_by_role("group", name="Start here", exact=True)
    for step in (2, 3):
        frame.get_by_role("button", name="Next", exact=True).click()
        stands(page, START, step)
    shown(page).locator(".gop-places").get_by_role("link", name="Your work so far").click()
    stands(page, WORK)
    for step in (3, 2, 1):
        page.go_back()
        stands(page, START, step)
    for step in (2, 3):
        page.go_forward()
        stands(page, START, step)
    page.go_forward()
    stands(page, WORK)
    for step in (3, 2):
        page.go_back()
        stands(page, START, step)
    page.reload()
    stands(page, START, 2)
    page.go_forward()
    stands(page, START, 3)
    page.go_forward()
    stands(page, WORK)
