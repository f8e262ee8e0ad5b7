"""From a résumé to the paper for an interview and the whole picture, by mouse and by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.lab
WORK, BEFORE = "01 Your work so far.ipynb", "03 Before an interview.ipynb"
WHOLE = "11 The whole picture.ipynb"
RESUME = Path(__file__).parents[2] / "data" / "sample" / "resume.json"


def form(page, name):
    return page.get_by_role("group", name=name, exact=True)


def test_from_a_resume_to_the_paper_and_the_whole_picture(lab):
    page = lab.open(WORK)
    bring_in = form(page, "Bring in")
    bring_in.locator("input[type=file]").set_input_files(RESUME)
    bring_in.get_by_role("button", name="Add these 8 jobs").click()
    expect(form(page, "Your jobs").get_by_role("group", name="Line cook")).to_be_visible()

    lab.go_on(page, BEFORE)
    keys = page.keyboard
    talk = form(page, "Your next interview")
    talk.get_by_label("The job", exact=True).focus()
    keys.type("Head baker")
    keys.press("Tab")
    keys.type("Mill Lane")
    keys.press("Tab")
    known = form(page, "What you already know about it")
    known.get_by_role("radio", name="I don’t know").first.focus()
    keys.press("u")
    keys.press("g")
    sheet = form(page, "Questions for the interview")
    expect(sheet.locator("textarea.gop-question").first).not_to_be_empty()
    asked = sheet.locator("textarea.gop-question").first.input_value()
    paper = form(page, "To take along")
    paper.get_by_role("radio", name="The whole page").focus()
    keys.press("ArrowRight")
    paper.get_by_role("button", name="Save as Markdown").focus()
    keys.press("Enter")
    expect(paper.get_by_text("Saved: ").last).to_be_visible()
    (file,) = (lab.home / "exports").glob("Questions for Mill Lane *.md")
    text = file.read_text("utf-8")
    assert text.startswith("# Mill Lane\n")
    assert asked in text
    paper.get_by_role("radio", name="The whole page").click()
    paper.get_by_role("button", name="Save as a page").click()
    expect(paper.get_by_text("Brief for Mill Lane").last).to_be_visible()
    (file,) = (lab.home / "exports").glob("Brief for Mill Lane *.html")
    assert "I don’t know this yet." in file.read_text("utf-8")

    lab.go_on(page, WHOLE)
    whole = form(page, "The whole picture")
    expect(whole.get_by_role("list", name="What is here")).to_contain_text("8 jobs")
    whole.get_by_text("Not here yet").click()
    expect(whole.get_by_text("When it got dull. Still to come: when one job got dull.")).to_be_visible()
    whole.get_by_text("What would sharpen this page most").click()
    expect(whole.get_by_text("Until you say so, it is in no comparison.")).to_be_visible()
    whole.get_by_role("button", name="Save as PDF").focus()
    page.keyboard.press("Enter")
    expect(whole.get_by_text("Saved: ").last).to_be_visible()
    (file,) = (lab.home / "exports").glob("The whole picture A4*.pdf")
    assert file.read_bytes().startswith(b"%PDF-1.")
