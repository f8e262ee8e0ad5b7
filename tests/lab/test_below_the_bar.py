"""The bar covers nothing that one comes to: what has the focus stands below it, and how far one is."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from good_on_paper.pages import titles
from tests.lab.conftest import SHOWN

pytestmark = pytest.mark.lab

WINDOWS = [(1366, 768), (390, 800)]
COVERED = """([panel, what]) => {
  const one = what ? panel.querySelector(what) : document.activeElement;
  const { top } = one.getBoundingClientRect();
  const bar = panel.querySelector(".gop-nav").getBoundingClientRect();
  const [covered, below] = [bar.bottom - top, top - innerHeight].map(Math.round);
  return { one: one.className || one.tagName, covered, below };
}"""
COVER = """(fold) => {
  const room = fold.closest(".jp-WindowedPanel-outer");
  room.scrollTop += fold.getBoundingClientRect().top - room.getBoundingClientRect().top - 4;
  fold.querySelector(".gop-foot .gop-main").focus({ preventScroll: true });
}"""  # what names the fold lies under the bar
HALF_A_SECOND = 500  # what is drawn after the focus came may move it


def below_the_bar(page, what=None):
    """Say what has the focus, or `what`, once the page is at rest; it is in sight, and not under the bar."""
    page.wait_for_timeout(HALF_A_SECOND)
    panel = page.locator(SHOWN).element_handle()
    there = page.evaluate(COVERED, [panel, what])
    assert there["covered"] <= 0, there
    assert there["below"] < 0, there
    return there["one"]


@pytest.mark.parametrize("window", WINDOWS)
def test_what_success_means_is_gone_through_below_the_bar_and_left_there(sample_to_look_at, window):
    page = sample_to_look_at.open_anew(f"{titles.LIKE}.ipynb", width=window[0], height=window[1])
    for fold in page.locator(f"{SHOWN} .gop-definition").all():
        fold.locator("summary").first.click()
        onward = fold.locator(".gop-foot .gop-main")
        expect(onward).to_be_visible()
        steps = 0
        while (word := onward.text_content()) != "Done":
            fold.evaluate(COVER)
            page.keyboard.press("Enter")
            steps += 1
            below_the_bar(page)
            assert word.startswith("Next"), word
        assert steps > 1
        fold.evaluate(COVER)
        page.keyboard.press("Enter")
        expect(onward).to_be_hidden()
        assert below_the_bar(page) == "SUMMARY"
    sample_to_look_at.leave_notebooks()


@pytest.mark.parametrize("window", WINDOWS)
def test_how_far_one_is_can_be_read_after_each_step_and_done_leads_below_the_bar(sample_to_look_at, window):
    page = sample_to_look_at.open_anew(f"{titles.LIKE}.ipynb", width=window[0], height=window[1])
    page.locator(SHOWN).get_by_role("button", name="Look through them again").click()
    for name, onward, steps in (("What it was like", "Next question", 3), ("How it went", "Next step", 1)):
        form = f".gop[aria-label='{name}']"
        where = page.locator(f"{SHOWN} {form} .gop-eyebrow").first
        for _ in range(steps):
            said = where.text_content()
            page.locator(f"{SHOWN} {form}").get_by_role("button", name=onward).click()
            expect(where).not_to_have_text(said)
            below_the_bar(page)
            below_the_bar(page, f"{form} .gop-eyebrow")
    page.locator(f"{SHOWN} {form}").get_by_role("button", name="Done").click()
    expect(page.locator(f"{SHOWN} {form}").get_by_role("heading", name="That’s it")).to_be_focused()
    below_the_bar(page)
    room = page.locator(f"{SHOWN} .jp-WindowedPanel-outer")
    scrolled = room.evaluate("(one) => one.scrollTop")
    assert scrolled > 0
    page.locator(f"{SHOWN} .gop-nav").get_by_role("button", name="Menu").focus()
    assert room.evaluate("(one) => one.scrollTop") == scrolled, "the bar is in sight wherever one is"
    sample_to_look_at.leave_notebooks()
