"""On the way home, in real JupyterLab: from the icon to three answers saved, by mouse and by keyboard."""

from __future__ import annotations

import datetime as dt

import pytest
from playwright.sync_api import expect

from good_on_paper.catalogue import keys
from good_on_paper.frames.interviews import interviews
from good_on_paper.frames.snapshot import Snapshot

pytestmark = pytest.mark.lab

START = "00 Start here.ipynb"
MOST = 12
"""Clicks, or keys beside the words of the note, from the icon on; the icon is the first."""


def met(record, employer, days_ago):
    """Somebody had an interview there."""
    sitting = record.sitting("talk")
    job = record.add_unit("target", sitting=sitting)
    day = Snapshot(record).today - dt.timedelta(days=days_ago)
    for item, value in (("employer", employer), (keys.TALK_ON, day.isoformat())):
        record.answer(job, item, value, sitting=sitting)


def shown(page):
    return page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")


def three(page):
    return shown(page).get_by_role("group", name="After an interview", exact=True)


def told(lab, employer):
    with lab.record() as record:
        log = interviews(Snapshot(record))
    return log[log["employer"].eq(employer)].iloc[0]


def test_the_three_take_at_most_twelve_actions(lab):
    with lab.record() as record:
        met(record, "Fenn", 2)
        met(record, "Brightwater", 1)
    actions = 1  # the icon

    # by keyboard
    page = lab.open(START)

    def press(key):
        nonlocal actions
        actions += 1
        page.keyboard.press(key)

    link = shown(page).locator(".gop-nav").get_by_role("link", name="How did Brightwater go?")
    expect(link).to_be_visible()
    while not link.evaluate("(link) => link === document.activeElement"):
        press("Tab")
        assert actions <= MOST
    press("Enter")
    field = three(page).get_by_label("Or type it:")
    expect(field).to_be_visible()
    while not field.evaluate("(field) => field === document.activeElement"):
        press("Tab")
        assert actions <= MOST
    page.keyboard.type("40")
    press("Enter")
    press("Enter")
    press("Tab")
    page.keyboard.type("A quiet ward")
    press("Tab")
    press("Enter")
    expect(three(page).get_by_role("heading", name="it for today.")).to_be_visible()
    assert actions <= MOST
    assert told(lab, "Brightwater")[["chance", "take_it", "remember"]].tolist() == [40, "yes", "A quiet ward"]

    # by mouse
    actions = 1
    page = lab.open_anew(START)
    shown(page).get_by_role("link", name="Answer three questions").click()
    for answer in ("70", "not sure"):
        three(page).get_by_role("radio", name=answer, exact=True).click()
        actions += 1
    note = three(page).get_by_label("One thing to remember")
    note.click()
    page.keyboard.type("Keys to every room")
    three(page).get_by_role("button", name="Lock and finish").click()
    expect(three(page).get_by_role("heading", name="it for today.")).to_be_visible()
    actions += 3  # the link, the field, the lock
    assert actions <= MOST
    row = told(lab, "Fenn")
    assert row[["chance", "take_it", "remember"]].tolist() == [70, "not_sure", "Keys to every room"]
    assert row["locked"] is not None
