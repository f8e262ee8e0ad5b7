"""From a résumé to the paper for an interview and the whole picture, by mouse and by keyboard alone."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pypdf
import pytest
from docx import Document
from playwright.sync_api import expect

from good_on_paper.study.sample import throw_away_record
from tests.lab.conftest import SHOWN
from tests.lab.keyboard import Keyboard

pytestmark = pytest.mark.lab
START, WORK = "00 Start here.ipynb", "01 Your work so far.ipynb"
BEFORE, WHOLE = "03 Before an interview.ipynb", "11 The whole picture.ipynb"
RESUME = Path(__file__).parents[2] / "data" / "sample" / "resume.json"


def form(page, name):
    return page.get_by_role("group", name=name, exact=True)


def saved(lab, paper, button, name):
    paper.get_by_role("button", name=button).click()
    told = re.compile(re.escape(name).replace(re.escape("*"), ".*"))  # its day, and how many there are
    expect(paper.get_by_text(told).last).to_be_visible()
    (file,) = (lab.home / "exports").glob(name)
    return file


def test_from_a_resume_to_the_paper_and_the_whole_picture(lab):
    page = lab.open(WORK)
    bring_in = form(page, "Bring in")
    bring_in.locator("input[type=file]").set_input_files(RESUME)
    bring_in.get_by_role("button", name="Add these 8 jobs").click()
    expect(form(page, "Your jobs").get_by_role("group", name="Line cook")).to_be_visible()

    lab.go_on(page, BEFORE)
    talk = form(page, "Your next interview")
    talk.get_by_label("The job", exact=True).click()
    page.keyboard.type("Head baker")
    talk.get_by_label("Where", exact=True).click()
    page.keyboard.type("Mill Lane")
    known = form(page, "What you already know about it")
    known.get_by_role("radio", name="I don’t know").first.click()
    known.get_by_role("radio", name="I guess").nth(1).click()
    sheet = form(page, "Questions for the interview")
    expect(sheet.locator("textarea.gop-question").first).not_to_be_empty()
    asked = sheet.locator("textarea.gop-question").first.input_value()
    paper = form(page, "To take along")
    paper.get_by_role("radio", name="Just the questions").click()
    file = saved(lab, paper, "Save as Markdown", "Questions for Mill Lane *.md")
    text = file.read_text("utf-8")
    assert text.startswith("# Mill Lane\n")
    assert asked in text
    paper.get_by_role("radio", name="The whole page").click()
    file = saved(lab, paper, "Save as a page", "Brief for Mill Lane *.html")
    assert ": I don’t know yet." in file.read_text("utf-8")

    page = lab.open(WHOLE)
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


def test_on_the_sample_by_keyboard_alone_and_then_by_mouse(lab):
    throw_away_record(lab.home).close()
    page = lab.open(START)
    keys = Keyboard(page, SHOWN)  # nothing is clicked until the paper is saved
    keys.press("Before an interview", "A")
    sheet, paper = form(page, "Questions for the interview"), form(page, "To take along")
    expect(paper.get_by_role("button", name="Save as PDF")).to_be_visible()
    keys.press("Programme lead, Lower Isken Land Trust · ", "SUMMARY")
    keys.to("Their names", "INPUT")
    keys.keys.press("End")
    keys.keys.type(", Mr Oduya")
    keys.to("I know")
    keys.keys.press("u")
    expect(form(page, "What you already know about it").get_by_text("all 18 answers saved")).to_be_visible()
    keys.tab_until(lambda at: at["tag"] == "TEXTAREA" and at["value"].startswith("When two people"))
    keys.keys.press("ControlOrMeta+a")
    keys.keys.type("What did you last decide here alone?")
    keys.press("What I want from my next job: ", "SUMMARY")
    keys.press("Add something else")
    keys.keys.type("A canteen with windows")
    keys.tab_until(lambda at: at["role"] == "radio", back=True)
    keys.keys.press("m")
    keys.press("Save as PDF")
    expect(paper.get_by_text("Brief for Lower Isken Land Trust").last).to_be_visible()
    (file,) = (lab.home / "exports").glob("Brief for Lower Isken Land Trust *.pdf")
    told = " ".join(pypdf.PdfReader(io.BytesIO(file.read_bytes())).pages[0].extract_text().split())
    for words in ("Mr Oduya", "What did you last decide here alone?", "A canteen with windows", "must"):
        assert words in told

    lab.go_on(page, START)
    lab.go_on(page, BEFORE)
    talk = form(page, "Your next interview")
    if talk.get_by_role("button", name="my manager’s manager").is_hidden():
        talk.get_by_text("Programme lead, Lower Isken Land Trust · ").click()
    talk.get_by_role("button", name="my manager’s manager").click()
    sheet.locator("textarea.gop-question").nth(1).click()
    page.keyboard.type(" Who says so?")
    file = saved(lab, paper, "Save for Word", "Brief for Lower Isken Land Trust *.docx")
    told = "\n".join(node.text or "" for node in Document(str(file)).element.body.iter())
    for words in ("Who says so?", "my manager’s manager", "Mr Oduya"):
        assert words in told
