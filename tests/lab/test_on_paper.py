"""A page on paper: what was said and what it shows. What can only be pressed or opened stays behind."""

from __future__ import annotations

import io
import unicodedata

import pypdf
import pytest
from playwright.sync_api import expect

from good_on_paper.pages import titles
from tests.lab.conftest import SHOWN

pytestmark = pytest.mark.lab

DRAW = """async (panel) => {
  const undrawn = ".gop-charts article[aria-busy], .gop-charts:not([data-begun]), .gop:not([data-drawn])";
  const isShown = (one) => one.checkVisibility();
  do {
    document.dispatchEvent(new CustomEvent("good-on-paper-draw-all"));
    await new Promise((done) => setTimeout(done, 100));
  } while ([...panel.querySelectorAll(undrawn)].some(isShown));
}"""  # as "Print this page" does before it prints
PRESSED = """(panel) => [...panel.querySelectorAll("button, summary")]
  .filter((one) => one.checkVisibility() && !one.matches("details[open] > summary, .gop-answered > summary"))
  .filter((one) => !one.matches(".gop-pick, .gop-step, [role='radio'], .gop-sheetrow"))
  .filter((one) => !one.matches(".gop-chip[aria-pressed='true']"))
  .map((one) => one.textContent || one.outerHTML)"""
BARE = """(panel) => [...panel.querySelectorAll(".jp-MarkdownCell:has(h2)")].filter((told) => {
  if (!told.checkVisibility() || told.querySelector("pre")) return false;
  const another = ".jp-MarkdownCell, .jp-CodeCell:has(.gop-charts > .list > h2:first-child)";
  let next = told.nextElementSibling;
  while (next && !next.matches(another) && next.offsetHeight <= 5) next = next.nextElementSibling;
  return !next || next.matches(another);
}).map((told) => told.textContent)"""
PAGES = [titles.WORK, titles.LIKE, titles.BEFORE, titles.AFTER, titles.COMMON, titles.DULL]
PAGES += [titles.LIVE, titles.BAROMETER, titles.STORIES, titles.OFFERS, titles.WHOLE]


def sheets(page):
    return pypdf.PdfReader(io.BytesIO(page.pdf(format="A4"))).pages


def words(page):
    return " ".join(" ".join(sheet.extract_text() for sheet in sheets(page)).split())


def lowest(sheet):
    """Return how far up the sheet its last word stands, as a share of its height."""
    heights = []

    def see(text, cm, tm, *_):
        if text.strip():
            heights.append(tm[4] * cm[1] + tm[5] * cm[3] + cm[5])

    sheet.extract_text(visitor_text=see)
    return min(heights) / float(sheet.mediabox.height)


def test_nothing_that_can_only_be_pressed_and_no_heading_over_nothing_is_on_paper(sample_to_look_at):
    page = sample_to_look_at.look(f"{PAGES[0]}.ipynb", width=1366)
    for title in PAGES:
        if title != PAGES[0]:
            sample_to_look_at.go_on(page, f"{title}.ipynb")
        panel = page.locator(SHOWN)
        panel.evaluate(DRAW)
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        assert panel.evaluate(PRESSED) == [], title
        assert panel.evaluate(BARE) == [], title
        page.emulate_media(media="null")
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert page.locator(".gop-left-out").count() == 0


def test_before_an_interview_on_paper_is_the_interview_and_the_questions(sample_to_look_at):
    page = sample_to_look_at.open(f"{titles.BEFORE}.ipynb")
    expect(page.locator(f"{SHOWN} .gop-card")).to_have_count(5)
    expect(page.locator(f"{SHOWN} .gop-takealong").get_by_text("How large")).to_be_visible()
    said = words(page)
    letters = "".join(unicodedata.normalize("NFKC", said).split())
    for question in page.locator(f"{SHOWN} .gop-card .gop-question").all():
        assert "".join(question.input_value().split()) in letters
    for pressed in ("How large", "Just the questions", "No date yet", "Click a question", "not drawn yet"):
        assert pressed not in said
    assert said.count("Print this page") <= 1


def test_start_here_on_paper_is_its_questions_and_the_picture(sample_to_look_at):
    page = sample_to_look_at.open(f"{titles.START}.ipynb")
    expect(page.locator(f"{SHOWN} .gop-places li").first).to_be_visible()
    page.locator(SHOWN).evaluate(DRAW)
    said = words(page)
    for on_screen in (
        "In about ten minutes",
        "This is not a test",
        "And then",
        "The rest can wait",
        "Pictures",
    ):
        assert on_screen not in said
    assert 0 < said.index("Which interview is next?") < said.index("Good on paper")


def test_no_sheet_but_the_last_is_left_half_empty(sample_to_look_at):
    page = sample_to_look_at.open(f"{titles.DULL}.ipynb")
    page.locator(SHOWN).evaluate(DRAW)
    *before, _ = sheets(page)
    assert before
    assert [lowest(sheet) for sheet in before if lowest(sheet) > 0.4] == []
