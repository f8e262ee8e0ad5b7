"""The bar on top of every page, and the window that says nothing before the page is the kit's."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from good_on_paper.charts.style import contrast_ratio
from good_on_paper.pages import titles

pytestmark = pytest.mark.lab

WATCH = """
window.seen = [];
const look = () => {
  const here = document.body?.classList.contains("gop-here");
  if (here && document.querySelector(".gop-nav")) return;
  if (document.body) window.seen.push(here ? "bare" : getComputedStyle(document.body, "::before").content);
  requestAnimationFrame(look);
};
look();
"""
AS_SEEN = """(one) => {
  const drawn = document.createElement("canvas").getContext("2d");
  const { color, backgroundColor } = getComputedStyle(one);
  drawn.fillStyle = backgroundColor;
  drawn.fillRect(0, 0, 2, 1);
  drawn.fillStyle = color;
  drawn.fillRect(0, 0, 1, 1);
  const hex = (x) => "#" + [...drawn.getImageData(x, 0, 1, 1).data.slice(0, 3)].map(
    (part) => part.toString(16).padStart(2, "0")).join("");
  return [hex(0), hex(1)];
}"""
PRINT = """(panel) => {
  const unfinished = () => [
    ...[...panel.querySelectorAll(".gop-charts article[aria-busy]")].filter((one) => one.checkVisibility()),
    ...[...panel.querySelectorAll(".gop-charts .more")].filter((one) => one.textContent.includes("other")),
  ];
  window.print = () => (window.printed = unfinished().length);
}"""


def shown(page):
    return page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")


def bar(page):
    return shown(page).get_by_role("navigation", name="Pages")


def by_tab_one_begins_at_the_bar_and_comes_through_it_to_the_page_and_back(page):
    menu = page.locator("#jp-menu-panel")
    expect(menu).to_be_hidden()
    for name in ("All pages", "Menu"):  # no link leads from a page to itself
        page.keyboard.press("Tab")
        expect(bar(page).get_by_role("button", name=name)).to_be_focused()
    page.keyboard.press("Tab")
    cell = shown(page).locator(".jp-Cell").first
    expect(cell).to_be_focused()
    assert cell.evaluate("(one) => getComputedStyle(one).outlineStyle") == "solid", "one sees where one is"
    page.keyboard.press("Shift+Tab")
    expect(bar(page).get_by_role("button", name="Menu")).to_be_focused()
    page.keyboard.press("Enter")
    expect(bar(page).get_by_role("button", name="Print this page")).to_be_visible()


def test_the_bar_leads_everywhere_by_tab_and_from_wherever_one_has_scrolled_to(sample_to_look_at):
    page = sample_to_look_at.open(
        f"{titles.START}.ipynb", before_loading=lambda new: new.add_init_script(WATCH)
    )
    expect(bar(page).get_by_role("button", name="Menu")).to_be_visible()
    seen = page.evaluate("window.seen")
    assert set(map(json.loads, seen)) == {"Good on Paper is opening …"}, "nothing of JupyterLab before"
    expect(page).to_have_title("Start here · Good on Paper")
    by_tab_one_begins_at_the_bar_and_comes_through_it_to_the_page_and_back(page)
    sample_to_look_at.go_on(page, f"{titles.LIKE}.ipynb")
    expect(bar(page).get_by_role("link", name="Start here")).to_be_visible()
    expect(page).to_have_title("What it was like · Good on Paper")
    expect(bar(page)).to_contain_text("an invented person")
    shown(page).locator(".jp-Cell").last.scroll_into_view_if_needed()
    expect(bar(page)).to_be_in_viewport()
    everything = bar(page).get_by_role("button", name="All pages")
    everything.click()
    expect(bar(page).get_by_role("link", name="Under the hood")).to_be_visible()
    page.keyboard.press("Escape")
    expect(bar(page).get_by_role("link", name="Under the hood")).to_be_hidden()
    expect(everything).to_be_focused()
    everything.click()
    bar(page).get_by_role("link", name="What you can live with").click()
    expect(shown(page).get_by_role("heading", level=1)).to_contain_text("What you can live with")
    expect(bar(page).get_by_role("button", name="All pages")).to_be_visible()
    expect(page).to_have_title("What you can live with · Good on Paper")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_the_menu_answers_can_be_read_in_either_theme(sample_to_look_at, theme):
    page = sample_to_look_at.look(f"{titles.LIKE}.ipynb", theme=theme)
    page.wait_for_function(f"document.body.dataset.jpThemeLight === '{str(theme == 'light').lower()}'")
    bar(page).get_by_role("button", name="Menu").click()
    bar(page).get_by_role("button", name="Where my answers are").click()
    said = shown(page).get_by_role("alert")
    expect(said).to_contain_text("Your answers are in")
    ink, ground = said.evaluate(AS_SEEN)
    assert contrast_ratio(ink, ground) >= 7
    bar(page).get_by_role("button", name="Close").click()
    expect(said).to_have_count(0)


def test_by_keys_one_comes_from_the_button_into_its_list_and_from_the_menu_back_to_it(sample_to_look_at):
    page = sample_to_look_at.look(f"{titles.LIKE}.ipynb")
    everything = bar(page).get_by_role("button", name="All pages")
    menu = bar(page).get_by_role("button", name="Menu")
    for key in ("Tab", "ArrowDown"):
        everything.press("Enter")
        page.keyboard.press(key)
        expect(bar(page).locator(".listed a").first).to_be_focused()
        page.keyboard.press("Escape")
        expect(everything).to_be_focused()
    menu.press("Enter")
    page.keyboard.press("Tab")
    expect(bar(page).get_by_role("button", name="Print this page")).to_be_focused()
    bar(page).get_by_role("button", name="Where my answers are").press("Enter")
    expect(menu).to_be_focused()
    bar(page).get_by_role("button", name="Close").press("Enter")
    expect(shown(page).get_by_role("alert")).to_have_count(0)
    expect(menu).to_be_focused()


def test_on_a_phone_the_list_of_pages_is_one_with_the_page(sample_to_look_at):
    page = sample_to_look_at.look(f"{titles.LIKE}.ipynb", width=390)
    room = shown(page).locator(".jp-WindowedPanel-outer")
    heading = shown(page).get_by_role("heading", name="How it went", exact=True).first
    heading.evaluate("(one) => one.scrollIntoView({ block: 'center' })")
    page.wait_for_timeout(1000)  # what comes into sight is drawn, and may be higher than it was thought to be
    heading.evaluate("(one) => one.scrollIntoView({ block: 'center' })")
    before = heading.bounding_box()["y"]
    assert room.evaluate("(one) => one.scrollTop") > 0
    bar(page).get_by_role("button", name="All pages").click()
    expect(bar(page).get_by_role("link", name="Start here").first).to_be_in_viewport()
    assert bar(page).evaluate("(one) => one.scrollHeight <= one.clientHeight"), "nothing scrolls inside it"
    last = bar(page).get_by_role("link", name="Under the hood")
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(last).to_be_hidden()
    page.wait_for_timeout(1000)
    assert abs(heading.bounding_box()["y"] - before) < 2, "what was in sight is in sight again"


@pytest.mark.parametrize("width", [390, 1280])
def test_on_a_phone_the_questions_of_the_first_page_come_before_the_picture(sample_to_look_at, width):
    page = sample_to_look_at.look(f"{titles.START}.ipynb", width=width)
    asked = shown(page).get_by_role("heading", name="Which interview is next?").first
    picture = shown(page).get_by_role("heading", name="Good on paper", exact=True).first
    rest = shown(page).get_by_role("heading", name="And then").first
    top = [one.evaluate("(one) => one.getBoundingClientRect().top") for one in (asked, picture, rest)]
    assert (top[0] < top[1]) == (width == 390)
    assert max(top[:2]) < top[2]


def test_who_answers_by_keys_is_told_how_and_nobody_else(sample_to_look_at):
    page = sample_to_look_at.look(f"{titles.LIKE}.ipynb")
    row = shown(page).locator(".gop-row[data-row]").first
    hint = "(one) => getComputedStyle(one, '::before').content"
    who = bar(page).locator(".who")
    row.locator(".gop-name").click()
    assert who.evaluate(hint) == "none"
    row.get_by_role("radio").first.focus()
    page.keyboard.press("ArrowRight")
    expect(row.get_by_role("radio").nth(1)).to_be_focused()
    assert "Arrow keys move" in who.evaluate(hint)


def test_one_click_on_a_picture_leads_to_the_picture_on_its_page(sample_to_look_at):
    page = sample_to_look_at.look(f"{titles.START}.ipynb")
    pictures = shown(page).get_by_role("heading", name="Pictures", exact=True).locator("..")
    pictures.get_by_text("All the others").click()
    pictures.get_by_role("link", name="What got you through").click()
    expect(shown(page).get_by_role("heading", level=1)).to_contain_text("When it got dull")
    heading = shown(page).get_by_role("heading", name="What got you through the day")
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()


def test_printing_a_page_waits_until_all_its_charts_are_whole(sample_to_look_at):
    page = sample_to_look_at.look(f"{titles.DULL}.ipynb")
    shown(page).evaluate(PRINT)
    shown(page).locator("article[aria-busy]").first.wait_for(state="attached")
    bar(page).get_by_role("button", name="Menu").click()
    bar(page).get_by_role("button", name="Print this page").click()
    page.wait_for_function("window.printed !== undefined")
    assert page.evaluate("window.printed") == 0
    bar(page).get_by_role("button", name="Menu").click()
    bar(page).get_by_role("button", name="Print it blank, to fill in by hand").click()
    blank = page.frame_locator("iframe.gop-paper-frame")
    expect(blank.get_by_role("heading", level=1)).to_have_text(f"{titles.DULL[3:]}, to fill in by hand")


def test_the_browsers_own_keys_print_all_charts_too_and_its_menu_leaves_no_empty_sheet(sample_to_look_at):
    page = sample_to_look_at.open_anew(f"{titles.DULL}.ipynb")
    shown(page).evaluate(PRINT)
    shown(page).locator("article[aria-busy]").first.wait_for(state="attached")
    page.keyboard.press("Control+p")
    page.wait_for_function("window.printed !== undefined")
    assert page.evaluate("window.printed") == 0
    page.emulate_media(media="print")
    words, height, whole = shown(page).evaluate(
        """(panel) => {
          const undrawn = document.createElement("article");
          undrawn.className = "waiting";
          panel.querySelector(".gop-charts .list:has(article)").append(undrawn);
          const said = () => getComputedStyle(panel.querySelector(".gop-page"), "::after").content;
          const told = [said(), undrawn.offsetHeight];
          undrawn.remove();
          return [...told, said()];
        }"""
    )
    assert "“Print this page”" in words
    assert height == 0, "no room is kept on paper for what is not drawn"
    assert whole == "none", "nor a word said where nothing is missing"
