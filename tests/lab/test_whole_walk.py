"""The whole walk: from a résumé to the whole picture, by mouse and by keyboard, in one JupyterLab."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.lab
WORK, LIKE = "01 Your work so far.ipynb", "02 What it was like.ipynb"
BEFORE, AFTER = "03 Before an interview.ipynb", "04 After an interview.ipynb"
COMMON, WHOLE = "05 What your better jobs had in common.ipynb", "11 The whole picture.ipynb"
RESUME = Path(__file__).parents[2] / "data" / "sample" / "resume.json"
WENT = (4, 5, 3, 7, 2, 6, 1, 5)


def form(page, name):
    return page.get_by_role("group", name=name, exact=True)


def shown(page):
    return page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")


def rate(page, view, values):
    """Rate each job by its key, one after the other: the focus goes on by itself."""
    view.get_by_role("radiogroup").first.get_by_role("radio").first.focus()
    for value in values:
        page.keyboard.press(str(value))
    expect(view.get_by_role("radio", checked=True)).to_have_count(len(values))


def bring_in_a_resume(page):
    bring_in = form(page, "Bring in")
    bring_in.locator("input[type=file]").set_input_files(RESUME)
    bring_in.get_by_role("button", name="Add these 8 jobs").click()
    expect(form(page, "Your jobs").get_by_role("group", name="Line cook")).to_be_visible()


def rate_the_jobs(page):
    grid = form(page, "What it was like")
    grid.get_by_role("button", name="Next question").click()  # past how good each looked
    rate(page, grid, WENT)
    grid.get_by_role("button", name="Stop here").click()
    grid.get_by_role("button", name="Skip the rest").click()
    outcome = form(page, "How it went")
    outcome.get_by_role("button", name="Rate how it went").click()
    rate(page, outcome, WENT)


def look(page):
    panel = shown(page).locator(".gop-charts").first
    panel.get_by_role("button", name="Show what they had in common").press("Enter")
    expect(panel.get_by_role("img").first).to_be_visible()


def take_the_paper(lab, page):
    keys = page.keyboard
    talk = form(page, "Your next interview")
    talk.get_by_label("The job", exact=True).focus()
    keys.type("Head baker")
    keys.press("Tab")
    keys.type("Mill Lane")
    keys.press("Tab")
    talk.get_by_label("When", exact=True).fill(f"{dt.datetime.now().astimezone():%Y-%m-%d}")
    known = form(page, "What you already know about it")
    known.get_by_role("radio", name="I don’t know").first.focus()
    keys.press("u")
    keys.press("g")
    sheet = form(page, "Questions for the interview")
    expect(sheet.locator("textarea.gop-question").first).not_to_be_empty()
    asked = sheet.locator("textarea.gop-question").first.input_value()
    paper = form(page, "To take along")
    paper.get_by_role("radio", name="Just the questions").click()
    paper.get_by_role("button", name="Save as Markdown").focus()
    keys.press("Enter")
    expect(paper.get_by_text("Questions for Mill Lane").last).to_be_visible()
    (file,) = (lab.home / "exports").glob("Questions for Mill Lane *.md")
    text = file.read_text("utf-8")
    assert text.startswith("# Mill Lane\n")
    assert asked in text
    paper.get_by_role("radio", name="The whole page").click()
    paper.get_by_role("button", name="Save as a page").click()
    expect(paper.get_by_text("Brief for Mill Lane").last).to_be_visible()
    (file,) = (lab.home / "exports").glob("Brief for Mill Lane *.html")
    assert "Head baker" in file.read_text("utf-8")


def say_how_it_went(page):
    three = form(page, "After an interview")
    three.get_by_role("radio", name="70", exact=True).click()
    three.get_by_role("radio", name="yes", exact=True).click()
    three.get_by_role("button", name="Lock and finish").click()
    expect(three.get_by_role("heading", name="it for today.")).to_be_visible()


def keep_the_whole_picture(lab, page):
    whole = form(page, "The whole picture")
    expect(whole.get_by_role("list", name="What is here")).to_contain_text("8 jobs8 ratings")
    whole.get_by_text("Not here yet").click()
    expect(whole.get_by_text("When it got dull. Still to come: when one job got dull.")).to_be_visible()
    whole.get_by_text("What would sharpen this page most").click()
    expect(whole.get_by_text("One more question, for all your jobs.")).to_be_visible()
    steering = form(page, "Steering")
    steering.get_by_text("Every choice we made for you").click()
    needs = steering.locator("li", has=page.get_by_text("What you said you need", exact=True))
    needs.locator("summary").first.press("Enter")
    expect(needs.get_by_text("was fixed at your first look")).to_be_visible()
    whole.get_by_role("button", name="Save as PDF").focus()
    page.keyboard.press("Enter")
    expect(whole.get_by_text("Saved: ").last).to_be_visible()
    (file,) = (lab.home / "exports").glob("The whole picture A4*.pdf")
    assert file.read_bytes().startswith(b"%PDF-1.")


def test_from_a_resume_to_the_whole_picture(lab_in_one_tab):
    lab = lab_in_one_tab
    page = lab.open_anew(WORK)
    bring_in_a_resume(page)
    lab.go_on(page, LIKE)
    rate_the_jobs(page)
    lab.go_on(page, COMMON)
    look(page)
    lab.go_on(page, BEFORE)
    take_the_paper(lab, page)
    lab.go_on(page, AFTER)
    say_how_it_went(page)
    lab.go_on(page, WHOLE)
    keep_the_whole_picture(lab, page)
