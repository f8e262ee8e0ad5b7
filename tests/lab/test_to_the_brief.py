"""The paper for an interview, on the sample, by keyboard alone and then by mouse."""

from __future__ import annotations

import io
import re

import pypdf
import pytest
from docx import Document
from playwright.sync_api import expect

from good_on_paper.study.sample import throw_away_record
from tests.lab.conftest import SHOWN
from tests.lab.keyboard import Keyboard

pytestmark = pytest.mark.lab
START, BEFORE = "00 Start here.ipynb", "03 Before an interview.ipynb"


def form(page, name):
    return page.get_by_role("group", name=name, exact=True)


def saved(lab, paper, button, name):
    paper.get_by_role("button", name=button).click()
    told = re.compile(re.escape(name).replace(re.escape("*"), ".*"))  # its day, and how many there are
    expect(paper.get_by_text(told).last).to_be_visible()
    (file,) = (lab.home / "exports").glob(name)
    return file


def test_on_the_sample_by_keyboard_alone_and_then_by_mouse(lab_in_one_tab):
    lab = lab_in_one_tab
    throw_away_record(lab.home).close()
    page = lab.open_anew(START)
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
    expect(form(page, "What you already know about it").locator("[data-saved='18']")).to_be_visible()
    keys.tab_until(lambda at: at["tag"] == "TEXTAREA" and at["value"].startswith("When two people"))
    keys.keys.press("ControlOrMeta+a")
    keys.keys.type("What did you last decide here alone?")
    keys.press("What I want from my next job: ", "SUMMARY")
    keys.press("Add something else")
    keys.keys.type("A canteen with windows")
    keys.tab_until(lambda at: at["role"] == "radio", back=True)
    keys.keys.press("n")
    keys.press("Save as PDF")
    expect(paper.get_by_text("Brief for Lower Isken Land Trust").last).to_be_visible()
    (file,) = (lab.home / "exports").glob("Brief for Lower Isken Land Trust *.pdf")
    told = " ".join(pypdf.PdfReader(io.BytesIO(file.read_bytes())).pages[0].extract_text().split())
    for words in ("Mr Oduya", "What did you last decide here alone?", "A canteen with windows", "need"):
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
