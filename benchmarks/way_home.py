"""From the icon to three saved answers after an interview, by mouse and by keyboard; a log of 500.

The kit is started new each time, with its kernel. A hand is taken to need a second for each click or key,
and a letter of the note a quarter of one, so that the time is that of somebody who knows what to say.

Aims: at most 90 s and 12 actions; 500 interviews under 2 s.
"""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
import time
from typing import TYPE_CHECKING

from jupyter import chromium, server

from good_on_paper.catalogue import keys
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.record import Record
from good_on_paper.record.interviews import begin_interview, interview_unit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

NOTE = "They keep the keys to every room at the front desk"
A_CLICK, A_LETTER = 1.0, 0.25
MANY = 500
DONE = "it for today."


class Hand:
    """Somebody who clicks or presses, and is counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.actions = 1  # the icon

    def click(self, what: Locator) -> None:
        what.wait_for()
        time.sleep(A_CLICK)
        what.click()
        self.actions += 1

    def press(self, key: str) -> None:
        time.sleep(A_CLICK)
        self.page.keyboard.press(key)
        self.actions += 1

    def reach(self, what: Locator) -> None:
        what.wait_for()
        while not what.evaluate("(one) => one === document.activeElement"):
            self.press("Tab")

    def write(self, text: str) -> None:
        self.page.keyboard.type(text, delay=1000 * A_LETTER)


def by_mouse(hand: Hand, page: Locator) -> None:
    hand.click(page.get_by_role("link", name="Answer three questions"))
    hand.click(page.get_by_role("radio", name="70", exact=True))
    hand.click(page.get_by_role("radio", name="not sure"))
    hand.click(page.get_by_label("One thing to remember"))
    hand.write(NOTE)
    hand.click(page.get_by_role("button", name="Lock and finish"))


def by_keyboard(hand: Hand, page: Locator) -> None:
    hand.reach(page.get_by_role("link", name="Answer three questions"))
    hand.press("Enter")
    hand.reach(page.get_by_label("Or type it:"))
    hand.write("70")
    for key in ("Enter", "Enter", "Tab"):
        hand.press(key)
    hand.write(NOTE)
    for key in ("Tab", "Enter"):
        hand.press(key)


def three(browser: Browser, way: object) -> tuple[float, int]:
    """Start the kit and answer; give the seconds and the actions."""
    with tempfile.TemporaryDirectory() as home:
        fill(home, 1)
        command = [sys.executable, "-m", "good_on_paper", "open", "--no-browser", "--port", "0"]
        begin = time.perf_counter()
        with server(command, GOOD_ON_PAPER_HOME=home) as address:
            page = browser.new_context().new_page()
            page.set_default_timeout(120_000)
            page.goto(address)
            hand = Hand(page)
            shown = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")
            (by_mouse if way == "mouse" else by_keyboard)(hand, shown)
            shown.get_by_role("heading", name=DONE).wait_for()
            took = time.perf_counter() - begin
            page.context.close()
    return took, hand.actions


def log_of_many(browser: Browser) -> tuple[float, float]:
    """Open the log of somebody with 500 interviews; give the seconds to the last line, and of one answer."""
    with tempfile.TemporaryDirectory() as home:
        fill(home, MANY)
        command = [sys.executable, "-m", "good_on_paper", "open", "--no-browser", "--port", "0"]
        with server(command, GOOD_ON_PAPER_HOME=home) as address:
            page = browser.new_context().new_page()
            page.set_default_timeout(120_000)
            page.goto(address)
            shown = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")
            shown.get_by_role("link", name="Answer three questions").click()
            log = shown.get_by_role("group", name="All your interviews")
            log.get_by_role("button", name="Open the list").wait_for()
            begin = time.perf_counter()
            log.get_by_role("button", name="Open the list").click()
            log.locator(".gop-loglist > li").nth(MANY - 2).wait_for()
            opened = time.perf_counter() - begin
            log.get_by_role("button", name="How did it end?").first.click()
            begin = time.perf_counter()
            log.get_by_role("button", name="They said yes").click()
            log.locator(".gop-state").first.filter(has_text="yes").wait_for()
            answered = time.perf_counter() - begin
            page.context.close()
    return opened, answered


def fill(home: str, many: int) -> None:
    """Write down interviews a day apart, the newest yesterday and not spoken of yet."""
    with Record.open(home) as record, record.batch():
        sitting = record.sitting("talk")
        for number in range(many):
            job = record.add_unit("target", sitting=sitting)
            day = (Snapshot(record).today - dt.timedelta(days=1 + number)).isoformat()
            record.answer(job, "employer", f"Brightwater {number}", sitting=sitting)
            record.answer(job, keys.TALK_ON, day, sitting=sitting)
            if number:
                unit = begin_interview(record, job.id, interview_unit(job.id, day), facts={keys.TALK_ON: day})
                record.answer(unit, keys.CAME_NO, day, sitting=sitting)
                record.answer(unit, keys.REMEMBERED, value=True, sitting=sitting)


def main() -> None:
    with chromium() as browser:
        for way in () if "--log" in sys.argv else ("mouse", "keyboard"):
            took, actions = three(browser, way)
            print(f"the three by {way}: {took:.0f} s, {actions} actions (aim: at most 90 s and 12)")
        opened, answered = log_of_many(browser)
        print(f"{MANY} interviews: open in {opened:.2f} s, an answer in {answered:.2f} s (aim: under 2)")


if __name__ == "__main__":
    main()
