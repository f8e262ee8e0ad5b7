"""The paper to take along, in a real browser, joined to the real form and a real record."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from good_on_paper.brief.blocks import PAPERS, Leaf, LeafBlock, LeafRow
from good_on_paper.brief.compose import HOME, PARTS, compose
from good_on_paper.brief.to_html import to_html
from good_on_paper.catalogue import load_bank
from good_on_paper.forms import TakeAlong
from good_on_paper.record.exported import exported
from good_on_paper.study.person import Person
from good_on_paper.study.sample import throw_away_record
from tests.barriers import barriers

if TYPE_CHECKING:
    from pathlib import Path

    from good_on_paper.record import Record

    Stage = Any

pytestmark = pytest.mark.browser
QUIET = """() => new MutationObserver(() => {
  for (const frame of document.querySelectorAll("iframe")) {
    const quiet = () => (frame.contentWindow.print = () => (window.printed = true));
    frame.addEventListener("load", quiet, true);
  }
}).observe(document.body, { childList: true, subtree: true })"""


@pytest.fixture
def form(record: Record) -> TakeAlong:
    sitting = record.sitting("start")
    record.answer(record.person, "guesses", ["clarity", "pace"], sitting=sitting)
    record.answer(record.person, "take_price:pace", "<i>my</i> title", sitting=sitting)
    record.answer(record.person, "bears:raised_voices", "no", sitting=sitting, private=True)
    record.answer(record.person, "not_again:raised_voices", True, sitting=sitting, private=True)
    return TakeAlong(Person(record))


def test_printed_on_a_page_of_its_own_without_what_was_left_out(stage: Stage, form: TakeAlong) -> None:
    stage.page.evaluate(QUIET)
    root = stage.show(form)
    root.get_by_role("button", name="Print").click()
    paper = stage.page.frame_locator("iframe.gop-paper")
    expect(paper.get_by_role("heading", name="What I want from my next job")).to_be_attached()
    expect(paper.get_by_text("I’d give up for it: <i>my</i> title")).to_be_attached()
    expect(paper.get_by_text("Raised voices")).to_have_count(0)
    assert paper.locator("script, i:not(.room i)").count() == 0
    root.locator("summary").click()
    root.get_by_role("checkbox", name="What I want from my next job").uncheck()
    root.get_by_role("button", name="Print").click()
    expect(paper.get_by_role("heading", name="My questions")).to_be_attached()
    expect(paper.get_by_text("give up for it")).to_have_count(0)


def test_just_the_questions_have_nothing_else_on_them(stage: Stage, form: TakeAlong) -> None:
    stage.page.evaluate(QUIET)
    root = stage.show(form)
    root.get_by_role("radio", name="The whole page").focus()
    stage.page.keyboard.press("ArrowRight")
    expect(root.get_by_role("radio", name="Just the questions")).to_be_checked()
    expect(root.locator("summary")).to_have_count(1)
    expect(root.locator("summary")).to_be_hidden()
    root.get_by_role("button", name="Print").click()
    paper = stage.page.frame_locator("iframe.gop-paper")
    expect(paper.get_by_role("heading", name="My questions")).to_be_attached()
    expect(paper.get_by_role("heading", name="What I want from my next job")).to_have_count(0)
    expect(paper.get_by_text("I need it")).to_have_count(0)


def test_a_former_employer_is_named_before_the_paper_is_printed(
    stage: Stage, form: TakeAlong, record: Record
) -> None:
    sitting = record.sitting("roles")
    record.answer(record.add_unit("role", sitting=sitting), "employer", "Acme", sitting=sitting)
    record.answer(record.person, "take_price:pace", "the view at Acme", sitting=sitting)
    root = stage.show(form)
    named = root.get_by_text("You name “Acme” in “What I want from my next job”.")
    expect(named).to_be_visible()
    root.get_by_role("radio", name="Just the questions").check()
    expect(named).to_have_count(0)
    root.get_by_role("radio", name="The whole page").check()
    expect(named).to_be_visible()
    root.locator("summary").click()
    root.get_by_role("checkbox", name="What I want from my next job").uncheck()
    expect(named).to_have_count(0)
    root.get_by_role("checkbox", name="What I want from my next job").check()
    assert stage.barriers() == []


def test_for_somebody_else_it_says_who(stage: Stage, form: TakeAlong) -> None:
    stage.page.evaluate(QUIET)
    root = stage.show(form)
    root.locator("summary").click()
    root.get_by_label("Is it for somebody else?").fill("my coach")
    root.get_by_role("button", name="Print").click()
    paper = stage.page.frame_locator("iframe.gop-paper")
    expect(paper.get_by_text("For my coach. Made from my own answers")).to_be_attached()


def test_what_one_can_live_with_is_never_ticked_beforehand(stage: Stage, form: TakeAlong) -> None:
    stage.page.evaluate(QUIET)
    root = stage.show(form)
    root.locator("summary").click()
    box = root.get_by_role("checkbox", name="What I can live with, and what not")
    expect(box).not_to_be_checked()
    box.check()
    root.get_by_role("button", name="Print").click()
    expect(stage.page.frame_locator("iframe.gop-paper").get_by_text("Raised voices")).to_be_attached()


def test_saved_by_the_keyboard_alone_as_a_card_for_the_owner(
    stage: Stage, form: TakeAlong, record: Record
) -> None:
    root, keys = stage.show(form), stage.page.keyboard
    root.get_by_role("radio", name="A4").focus()
    keys.press("ArrowRight")
    keys.press("ArrowRight")
    expect(root.get_by_role("radio", name="Pocket card")).to_be_checked()
    expect(root.get_by_text("The questions and nothing about you")).to_be_visible()
    root.get_by_role("button", name="Save as Markdown").focus()
    keys.press("Enter")
    expect(root.get_by_text("Saved: ").last).to_be_visible()
    (file,) = (record.folder / "exports").glob("Card for My next interview *.md")
    assert exported(record.folder / "exports") == [file.name]
    assert "need" not in file.read_text("utf-8")
    for name in ("Open it", "Show it in its folder"):
        button = root.get_by_role("button", name=name)
        expect(button).to_have_css("text-decoration-line", "underline")  # one sees that it can be pressed
        keys.press("Tab")
        button.focus()
        expect(button).to_have_css("outline-style", "solid")
    assert stage.barriers() == []


def test_a_paper_that_takes_its_time_is_waited_for_and_there_is_one_file(
    stage: Stage, form: TakeAlong, record: Record
) -> None:
    root = stage.show(form)
    button = root.get_by_role("button", name="Save as Markdown")
    expect(button).to_be_visible()
    stage.road("one way")  # it is written, but the answer is long in coming
    stage.hold_time()
    button.click()
    stage.page.clock.run_for(12_000)
    stage.road("open")
    stage.page.clock.resume()
    expect(root.get_by_text("Saved: ").last).to_be_visible()
    assert len(exported(record.folder / "exports")) == 1


def test_with_nothing_to_put_on_it_it_says_what_to_do(stage: Stage, record: Record) -> None:
    root = stage.show(TakeAlong(Person(record)))
    root.get_by_role("button", name="Save for Word").click()
    expect(root.get_by_text("Say in Start here what you need").last).to_be_visible()
    assert not (record.folder / "exports").exists()


def test_no_barrier_that_axe_finds_in_either_theme(stage: Stage, form: TakeAlong) -> None:
    root = stage.show(form)
    root.locator("summary").click()
    assert stage.barriers() == []


def longest(paper: Any) -> Leaf:
    """Five of the longest questions there are, with a full list: more than most people have."""
    ways = sorted(
        (way for ways in load_bank().lines.values() for way in ways), key=lambda way: -len(way.text)
    )
    cell = (("unit", "item"),)
    card = paper == "card"
    why = "" if card else "Interruptions: I won’t have “every few minutes” again, and I don’t know yet."
    asked = tuple(LeafRow(way.text, more=why, cells=cell) for way in ways[:5])
    need = "Hours that leave room for the rest of life"
    taken = tuple(LeafRow(need, "never", "I’d give up for it: £4,000 a year", cell) for _ in range(7))
    said = (
        "Stands out: in 3 of my 3 best jobs “I did the work from start to finish”; in none of the 3 others."
    )
    best = tuple(LeafRow(need, more=said, cells=cell) for _ in range(3))
    years = tuple(
        LeafRow("A season of my own, from first to last.", "In five years", "", cell) for _ in range(3)
    )
    sides = (
        LeafBlock("long_game", "three", "top", years),
        LeafBlock("take_home", "terms", "side", taken, PARTS["take_home"]),
        LeafBlock("work_best", "lines", "side", best, PARTS["work_best"]),
        LeafBlock(
            "unknowns",
            "boxes",
            "side",
            tuple(LeafRow(need, cells=cell) for _ in range(4)),
            PARTS["unknowns"],
        ),
    )
    home = tuple(
        LeafRow(text) for text in ("Will they say yes by ____________? ____ in 100", "To remember: ________")
    )
    blocks = (
        *(() if card else sides),
        LeafBlock("questions", "questions", "main", asked[:3], "", "My future manager"),
        LeafBlock("questions", "questions", "main", asked[3:], "", "A recruiter", 4),
        LeafBlock(HOME, "blanks", "foot", home, PARTS[HOME]),
    )
    return Leaf(paper, "Harrowfen River Survey", "Fieldwork lead", ("Monday 30 November",), blocks, "Mine.")


def test_the_longest_fits_on_one_sheet_and_the_card_on_its_two_sides(stage: Stage) -> None:
    printed = stage.page.context.new_page()
    beyond = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    for paper in PAPERS:
        printed.set_viewport_size({"width": 1280, "height": 900})
        printed.set_content(to_html(longest(paper)).decode())
        data = printed.pdf(prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", data)) == (2 if paper == "card" else 1), paper
        printed.set_viewport_size({"width": 390, "height": 800})
        assert not printed.evaluate(beyond), paper
    printed.close()


def test_axe_finds_no_barrier_on_the_paper(stage: Stage, tmp_path: Path) -> None:
    with throw_away_record(tmp_path / "sample") as sample:
        page = to_html(compose(Person(sample))).decode()
    printed = stage.page.context.new_page()
    printed.set_content(page)
    found = barriers(printed)
    printed.set_viewport_size({"width": 390, "height": 800})  # its blanks are wider than a phone
    width = printed.evaluate("document.documentElement.scrollWidth")
    printed.close()
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    assert width == 390
