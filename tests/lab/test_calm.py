"""A page of the kit shows what there is to read and to answer, and nothing of what notebooks are made of."""

from __future__ import annotations

import io

import pypdf
import pytest
from playwright.sync_api import expect

from tests.lab.conftest import SHOWN

pytestmark = pytest.mark.lab

BEFORE, WORK = "03 Before an interview.ipynb", "01 Your work so far.ipynb"
LIKE, GOES = "02 What it was like.ipynb", "05 What your better jobs had in common.ipynb"
AROUND_IT = (
    *(".jp-SideBar.jp-mod-left", ".jp-SideBar.jp-mod-right", "#jp-main-statusbar", "#jp-top-panel"),
    "#jp-menu-panel",
)
IN_IT = (".jp-NotebookPanel-toolbar", ".jp-InputPlaceholder", ".jp-Collapser", ".jp-OutputPrompt")
MADE_OF = (*AROUND_IT, *(f"{SHOWN} {part} >> nth=0" for part in IN_IT))
MENUS = ["File", "Edit", "View", "Run", "Kernel", "Tabs", "Settings", "Help"]
WATCH = """
window.titles = [];
setInterval(() => {
  const title = document.querySelector(".jp-NotebookPanel:not(.lm-mod-hidden) h1")?.textContent ?? "";
  if (title && title !== window.titles.at(-1)) window.titles.push(title);
}, 20);
"""


def shown(page):
    return page.locator(SHOWN)


def menus(page):
    return page.locator("#jp-MainMenu .lm-MenuBar-itemLabel")


def show_all(page):
    bar = shown(page).get_by_role("navigation", name="Pages")
    bar.get_by_role("button", name="Menu").click()
    bar.get_by_role("button", name="Show all of JupyterLab").click()


def test_what_is_for_writing_notebooks_is_away_and_the_menu_brings_it_back_and_the_code(
    sample_to_look_at,
):
    page = sample_to_look_at.look(LIKE)
    for part in MADE_OF:
        expect(page.locator(part), part).to_be_hidden()
    expect(shown(page).locator("em", has_text="No forms below?")).to_be_hidden()
    expect(shown(page).locator(".gop-waiting")).to_have_count(0)
    show_all(page)
    expect(menus(page)).to_have_text(MENUS)
    for part in MADE_OF:
        expect(page.locator(part), part).to_be_visible()
    show_all(page)
    for part in MADE_OF:
        expect(page.locator(part), part).to_be_hidden()
    show_all(page)
    page.get_by_role("menuitem", name="View", exact=True).click()
    page.locator(".lm-Menu").get_by_text("Expand All Code", exact=True).click()
    expect(shown(page).get_by_text("kit.how_it_went()")).to_be_visible()


def test_the_sample_says_so_on_every_page_in_one_measure_and_leaves_the_record_alone(sample_to_look_at):
    page = sample_to_look_at.look(WORK, width=1366)
    shown(page).locator("article").wait_for(state="attached")
    edges = shown(page).evaluate(
        """(panel) => ["h1", ".gop-page", ".gop-roles", ".gop-drop", "article"].map((which) => {
          const { left, right } = panel.querySelector(which).getBoundingClientRect();
          return [Math.round(left), Math.round(right)];
        })"""
    )
    assert len(set(map(tuple, edges))) == 1, edges
    for notebook in (WORK, LIKE, GOES):
        if notebook != WORK:
            sample_to_look_at.go_on(page, notebook)
        expect(shown(page).locator(".gop-page .sample")).to_contain_text("invented person")
    assert not sample_to_look_at.home.exists()


def test_a_page_opened_by_its_address_is_the_only_one_that_shows(sample_to_look_at):
    """JupyterLab would first open again what was in sight before, for seconds on a slow computer."""
    seen_before = sample_to_look_at.look(LIKE)
    seen_before.wait_for_timeout(1_000)  # JupyterLab keeps what is open half a second after it changed
    page = seen_before.context.new_page()
    page.add_init_script(WATCH)
    query = sample_to_look_at.address.partition("?")[2]
    page.goto(f"{sample_to_look_at.origin}/lab/tree/notebooks/{WORK}?{query}")
    expect(shown(page).locator(".gop-page")).to_be_visible()
    titles = [seen.rstrip("\N{PILCROW SIGN}") for seen in page.evaluate("window.titles")]
    assert titles == ["Your work so far"]
    assert page.locator(".jp-NotebookPanel").count() == 1


def test_the_browsers_own_print_is_the_whole_page_on_light_paper(sample_to_look_at):
    page = sample_to_look_at.look(BEFORE, theme="dark")
    theme = "document.body.dataset.jpThemeLight"
    page.wait_for_function(f"{theme} === 'false'")
    expect(shown(page).locator(".gop-card")).to_have_count(5)
    expect(shown(page).get_by_text("we are counting your answers")).to_be_hidden()
    expect(shown(page).get_by_text("What you marked private is left out")).to_be_visible()  # the last to come
    for paper in ("A4", "Letter"):
        sheets = [sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(page.pdf(format=paper))).pages]
        assert 1 < len(sheets) <= 4, (paper, sheets)  # what the window shows alone would be one
    cards = shown(page).locator(".gop-card")
    cards.first.locator("summary").first.click()
    page.emulate_media(media="print")
    expect(page.locator("#jp-top-panel")).to_be_hidden()
    breaks = [cards.nth(n).evaluate("(one) => getComputedStyle(one).breakInside") for n in (0, 1)]
    assert breaks == ["auto", "avoid"]  # moved on whole, one with open folds leaves half a sheet empty
    expect(cards.nth(1).locator("summary").first).to_be_hidden()
    for part in (".gop-tools >> nth=0", ".gop-cardtools >> nth=0"):
        expect(shown(page).locator(part)).to_be_hidden()
    last = cards.last
    page.set_viewport_size({"width": 700, "height": 900})
    bottom = last.evaluate("(one) => one.getBoundingClientRect().bottom")
    assert 900 < bottom <= page.evaluate("document.documentElement.scrollHeight")
    assert page.evaluate("document.documentElement.scrollWidth") <= 700
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(theme) == "true"
    ink = shown(page).locator(".gop-question").first.evaluate("(one) => getComputedStyle(one).color")
    assert ink == "rgb(17, 17, 17)"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(theme) == "false"
