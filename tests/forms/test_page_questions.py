"""The questions in a real browser, joined to the real form and a real record."""

from __future__ import annotations

import itertools
import re
import stat
import sys
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from good_on_paper.brief.blocks import BLANK, Leaf, LeafBlock, LeafRow
from good_on_paper.brief.compose import JUST_QUESTIONS, ON_REQUEST, PARTS, WAY_HOME, compose
from good_on_paper.brief.to_html import to_html
from good_on_paper.catalogue import load, load_bank
from good_on_paper.forms import NextInterview, QuestionSheet, Unknowns
from good_on_paper.forms.on_paper import keep_in_mind
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.frames.targets import chosen, chosen_or_next
from good_on_paper.questions.prepared import prepare as sheet_of
from good_on_paper.record.exported import exported
from good_on_paper.record.targets import begin
from good_on_paper.study.person import Person

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Locator

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.record import Record

    AddJobs = Callable[..., list[str]]
    Stage = Any

pytestmark = pytest.mark.browser
NEEDS = ["decision_freedom", "clarity", "peers", "pace"]


@pytest.fixture
def sheet(record: Record) -> QuestionSheet:
    return QuestionSheet(Person(record))


@pytest.fixture
def needs(record: Record) -> None:
    sitting = record.sitting("start")
    record.answer(record.person, "guesses", NEEDS, sitting=sitting)
    target = chosen_or_next(Snapshot(record))
    begin(record, target)
    record.answer(target, "title", "Ward <i>manager</i>", sitting=sitting)
    record.answer(target, "knows:decision_freedom", "unknown", sitting=sitting)


def cards(root: Locator) -> Locator:
    return root.locator(".gop-card")


def kept(record: Record) -> dict[str, Any]:
    target = chosen(Snapshot(record))
    standing = record.current(units=(target,)) if target else {}
    return {item: answer.value for (_, item), answer in standing.items() if item.startswith("question:")}


def test_from_nothing_one_sentence_and_a_way_on(stage: Stage, sheet: QuestionSheet, record: Record) -> None:
    root = stage.show(sheet)
    expect(root.get_by_text("Nothing to ask yet: say in Start here what you need")).to_be_visible()
    expect(root.get_by_role("link", name="Start here")).to_be_visible()
    expect(cards(root)).to_have_count(0)
    assert record.units("target") == []


def test_what_is_said_in_another_form_of_the_page_shows_at_once(
    stage: Stage, sheet: QuestionSheet, record: Record, lines: Catalogue
) -> None:
    root, unknowns = stage.show(sheet), stage.show(Unknowns(record, lines), "b")
    unknowns.get_by_role("radio", name="I don’t know").first.click()
    expect(root.get_by_text("You do not know what it is like there").first).to_be_visible()
    talk = stage.show(NextInterview(record, lines), "c")
    talk.get_by_role("button", name="a recruiter").click()
    expect(root.get_by_text("Ask a recruiter").first).to_be_visible()


def test_what_is_said_in_another_notebook_shows_soon(
    stage: Stage, sheet: QuestionSheet, record: Record
) -> None:
    root = stage.show(sheet)
    expect(root.get_by_text("Nothing to ask yet")).to_be_visible()
    record.answer(record.person, "guesses", NEEDS, sitting=record.sitting("elsewhere"))
    expect(cards(root)).to_have_count(4)


@pytest.mark.usefixtures("needs")
def test_a_pause_between_two_words_does_not_join_them(stage: Stage, sheet: QuestionSheet) -> None:
    root = stage.show(sheet)
    first = root.get_by_role("textbox").first
    expect(first).not_to_have_value("")
    first.fill("How long do ")
    expect(root.locator(".gop-mark").get_by_text("✓ saved")).to_be_visible()
    stage.page.keyboard.type("people stay?")
    expect(first).to_have_value("How long do people stay?")


@pytest.mark.usefixtures("needs")
def test_a_question_that_names_a_former_employer_says_so_beside_it(
    stage: Stage, sheet: QuestionSheet, add_jobs: AddJobs
) -> None:
    add_jobs()
    root = stage.show(sheet)
    first = root.get_by_role("textbox").first
    expect(first).not_to_have_value("")
    expect(root.get_by_text("You name")).to_have_count(0)
    first.fill("Is there an editor, as there was at Acme?")
    first.blur()
    expect(cards(root).first.get_by_text("You name “Acme” here.")).to_be_visible()
    first.fill("Is there an editor?")
    first.blur()
    expect(root.get_by_text("You name")).to_have_count(0)


@pytest.mark.usefixtures("needs")
def test_a_question_changed_in_place_and_back(stage: Stage, sheet: QuestionSheet, record: Record) -> None:
    root = stage.show(sheet)
    first = root.get_by_role("textbox").first
    expect(first).not_to_have_value("")
    original = first.input_value()
    first.fill("What did you   decide <b>alone</b> last week?")
    first.blur()
    expect(root.locator(".gop-mark").get_by_text("✓ saved")).to_be_visible()
    key = "question:decision_freedom:0"
    assert kept(record) == {key: {"text": "What did you decide <b>alone</b> last week?"}}
    again = stage.show(sheet, "a")  # a second view of the same
    expect(again.get_by_role("textbox").first).to_have_value("What did you decide <b>alone</b> last week?")
    root.get_by_role("button", name="Restore the original").first.click()
    expect(root.get_by_role("textbox").first).to_have_value(original)
    stage.settled()
    assert kept(record) == {}
    assert stage.page.evaluate("escaped.filter((said) => said.startsWith('keydown'))") == []


def test_what_belongs_to_the_kits_words_says_so_once_they_are_changed(stage: Stage, record: Record) -> None:
    record.answer(record.person, "guesses", ["my_peace"], sitting=record.sitting("start"))
    overlay = record.folder / "catalogue.toml"
    overlay.write_text('[circumstance.my_peace]\nlabel = "Peace <b>"\n', encoding="utf-8")
    target = chosen_or_next(Snapshot(record))
    begin(record, target)
    quiet = [number for number, way in enumerate(load_bank().own) if not way.discloses]
    for number in quiet:
        gone = {"gone": "another"}
        record.answer(target, f"question:my_peace:{number}", gone, sitting=record.sitting("questions"))
    root = stage.show(QuestionSheet(Person(record)))
    first = root.get_by_role("textbox").first
    expect(first).to_have_value(re.compile("“Peace <b>”"))
    original = first.input_value()
    card = cards(root).first
    card.get_by_text("A good and a bad answer").click()
    expect(card.get_by_text(" · asking this tells them something about you")).to_be_visible()
    expect(card.get_by_text("as it first stood")).to_be_hidden()
    first.fill("How is it here?")
    first.blur()
    expect(card.get_by_text(f"These go with the original question: “{original}”")).to_be_visible()
    expect(card.get_by_text("in its original wording, this tells them something about you")).to_be_visible()
    card.get_by_role("button", name="Restore the original").click()
    expect(card.get_by_text("as it first stood")).to_be_hidden()
    expect(card.get_by_text(" · asking this tells them something about you")).to_be_visible()


@pytest.mark.usefixtures("needs")
def test_typing_is_not_disturbed_by_what_comes_in(stage: Stage, sheet: QuestionSheet, record: Record) -> None:
    root = stage.show(sheet)
    first = root.get_by_role("textbox").first
    first.fill("What did you")
    record.answer(chosen(Snapshot(record)), "knows:clarity", "unknown", sitting=record.sitting("elsewhere"))
    expect(root.get_by_text("Knowing what counts as good work”, and you do not know")).to_be_visible()
    typed = root.locator("textarea:focus")  # what comes in stands above it: it is what to ask first
    expect(typed).to_have_value("What did you")
    stage.page.keyboard.type(" decide last?")
    expect(typed).to_have_value("What did you decide last?")
    typed.blur()
    stage.settled()
    assert kept(record)["question:decision_freedom:0"] == {"text": "What did you decide last?"}


@pytest.mark.usefixtures("needs")
def test_another_instead_dropped_and_brought_back(stage: Stage, sheet: QuestionSheet, record: Record) -> None:
    root = stage.show(sheet)
    expect(cards(root)).to_have_count(4)
    first = root.get_by_role("textbox").first
    original = first.input_value()
    root.get_by_role("button", name="Swap this question").first.click()
    expect(root.get_by_role("textbox").first).not_to_have_value(original)
    expect(cards(root)).to_have_count(4)
    expect(root.get_by_role("textbox").first).to_be_focused()
    root.get_by_role("button", name="Remove").nth(1).click()
    expect(cards(root)).to_have_count(3)
    expect(root.get_by_text("Knowing what counts as good work")).to_have_count(0)
    root.get_by_role("button", name="Bring back the one you removed").click()
    expect(cards(root)).to_have_count(4)
    root.get_by_role("button", name="Undo").click()
    expect(cards(root)).to_have_count(3)
    stage.settled()
    assert {"gone": "dropped"} in kept(record).values()


def test_dropping_one_way_of_asking_leaves_the_others(
    stage: Stage, sheet: QuestionSheet, record: Record
) -> None:
    record.answer(record.person, "guesses", ["clarity"], sitting=record.sitting("start"))
    root = stage.show(sheet)
    expect(cards(root)).to_have_count(3)
    texts = [box.input_value() for box in root.get_by_role("textbox").all()]
    root.get_by_role("button", name="Remove").first.click()
    expect(cards(root)).to_have_count(2)
    assert [box.input_value() for box in root.get_by_role("textbox").all()] == texts[1:]
    for left in (1, 0):
        root.get_by_role("button", name="Remove").first.click()
        expect(cards(root)).to_have_count(left)
    expect(root.get_by_text("You have removed them all.")).to_be_visible()
    expect(root.get_by_role("button", name="Add my own")).to_be_focused()
    root.get_by_role("button", name="Bring back the 3 you removed").click()
    expect(cards(root)).to_have_count(3)


@pytest.mark.usefixtures("needs")
def test_ones_own_question_comes_and_goes(stage: Stage, sheet: QuestionSheet, record: Record) -> None:
    root = stage.show(sheet)
    root.get_by_role("button", name="Add my own").click()
    own = root.get_by_role("textbox", name="Your own question")
    expect(own).to_be_focused()
    assert kept(record) == {}
    stage.page.keyboard.type("Where do you park the bicycles?")
    own.blur()
    expect(root.locator(".gop-mark").get_by_text("✓ saved")).to_be_visible()
    assert list(kept(record).values()) == [{"text": "Where do you park the bicycles?"}]
    root.get_by_role("button", name="Remove").last.click()
    expect(cards(root)).to_have_count(4)
    stage.settled()
    assert kept(record) == {}


@pytest.mark.usefixtures("needs")
def test_an_edited_question_stays_when_nothing_speaks_for_it_any_more(
    stage: Stage, sheet: QuestionSheet, record: Record
) -> None:
    root = stage.show(sheet)
    root.get_by_role("textbox").first.fill("What do you decide alone?")
    root.get_by_role("textbox").first.blur()
    expect(root.locator(".gop-mark").get_by_text("✓ saved")).to_be_visible()
    record.answer(
        chosen(Snapshot(record)), "knows:decision_freedom", "know", sitting=record.sitting("elsewhere")
    )
    needed = "You need “Choosing how I do the work” to do good work."  # no longer that they do not know
    card = cards(root).filter(has_text=needed)
    expect(card.get_by_text(needed)).to_be_visible()
    expect(card.get_by_text("Ask a future colleague")).to_be_visible()
    expect(card.get_by_role("textbox")).to_have_value("What do you decide alone?")


@pytest.mark.usefixtures("needs")
def test_every_because_leads_back_to_dated_answers(stage: Stage, sheet: QuestionSheet) -> None:
    root = stage.show(sheet)
    root.get_by_text("A good and a bad answer").first.click()
    expect(root.get_by_text("You: what you need, ").first).to_be_visible()
    expect(
        root.get_by_text("Ward <i>manager</i>: what you know about “Choosing how I do the work”")
    ).to_be_visible()
    expect(root.get_by_text("A good answer").first).to_be_visible()


@pytest.mark.usefixtures("needs")
def test_the_order_is_the_persons_by_keys_and_by_drawing(
    stage: Stage, sheet: QuestionSheet, record: Record
) -> None:
    root = stage.show(sheet)
    texts = [box.input_value() for box in root.get_by_role("textbox").all()]
    cards(root).nth(1).get_by_role("button", name="Ask earlier").focus()
    stage.page.keyboard.press("Enter")
    expect(root.get_by_role("textbox").first).to_have_value(texts[1])
    expect(root.get_by_role("textbox").nth(1)).to_have_value(texts[0])
    cards(root).last.locator(".gop-number-of").drag_to(cards(root).first)
    expect(root.get_by_role("textbox").first).to_have_value(texts[-1])
    stage.settled()
    expect(root.get_by_role("textbox").nth(1)).to_have_value(texts[1])
    assert [one.text for one in sheet_of(Person(record)).questions][:3] == [texts[-1], texts[1], texts[0]]
    root.get_by_role("button", name="Undo").click()
    expect(root.get_by_role("textbox").first).to_have_value(texts[1])


@pytest.mark.usefixtures("needs")
def test_own_words_and_one_about_the_seat_come_in_by_a_press_and_a_rehearsed_one_is_told_kindly(
    stage: Stage, sheet: QuestionSheet, record: Record
) -> None:
    record.answer(record.person, "take_words:pace", "Time to think", sitting=record.sitting("take_home"))
    root = stage.show(sheet)
    root.locator("summary:visible", has_text="Use what you wrote").first.click()
    root.get_by_role("button", name="Use this").first.click()
    back = root.get_by_role("button", name="Restore the original wording")
    expect(back).to_be_visible()
    expect(
        cards(root)
        .filter(has=stage.page.get_by_role("button", name="Restore the original wording"))
        .get_by_role("textbox")
    ).to_have_value(re.compile("“Time to think”"))
    expect(root.get_by_text("On your list you wrote “Time to think” for this. You need")).to_be_visible()
    count = cards(root).count()
    root.get_by_text("About whoever had this job before").click()
    root.get_by_role("button", name="Add it").first.click()
    expect(cards(root)).to_have_count(count + 1)
    expect(root.get_by_role("button", name="Add it")).to_have_count(len(load_bank().seat) - 1)
    root.get_by_role("button", name="Add my own").click()
    mine = cards(root).last.get_by_role("textbox")
    mine.fill("What is the company culture like?")
    mine.blur()
    expect(cards(root).last.get_by_text("so they have an answer ready")).to_be_visible()
    mine.fill("What did you last argue about?")
    mine.blur()
    expect(cards(root).last.get_by_text("so they have an answer ready")).to_be_hidden()
    assert stage.barriers() == []


@pytest.mark.usefixtures("needs")
def test_your_paper_is_counted_by_what_can_be_on_one(record: Record) -> None:
    Person(record).overlay.write_text("[circumstance.decision_freedom]\nprivate = true\n", "utf-8")
    person = Person(record)
    form = QuestionSheet(person)
    asked = {one["key"]: one["off"] for one in form.page_state()["questions"]}
    assert list(asked.values()).count(True) == 1
    keep_in_mind(person, compose(person, parts=JUST_QUESTIONS))
    again = QuestionSheet(Person(record)).page_state()
    assert again["paper"] == ""
    assert not any(one["new"] for one in again["questions"])


@pytest.mark.usefixtures("needs")
def test_still_open_is_said_where_it_tells_one_question_from_the_others(record: Record) -> None:
    target = chosen_or_next(Snapshot(record))
    first = QuestionSheet(Person(record)).page_state()["questions"]
    assert len(first) > 1
    sitting = record.sitting("after")
    unit = record.add_unit("interview", parent=target, sitting=sitting)
    for number, one in enumerate(first):
        left = len(first) - number
        stands = QuestionSheet(Person(record)).page_state()["questions"]
        told = [here["key"] for here in stands if here["still"]]
        assert len(told) <= len(stands) / 2
        if number and 2 * left <= len(stands):
            assert told == [here["key"] for here in first[number:]]
        for item, value in (("heard", "They showed me."), ("heard_told", "yes")):
            record.answer(unit, f"{item}:{one['key']}", value, sitting=sitting)


@pytest.fixture
def first(record: Record) -> QuestionSheet:
    """The sheet as the first ten minutes end with it."""
    return QuestionSheet(Person(record), start="", most=3)


@pytest.mark.usefixtures("needs")
def test_printed_where_no_other_page_is_at_hand_to_put_them_on(
    stage: Stage, sheet: QuestionSheet, first: QuestionSheet
) -> None:
    stage.page.evaluate(
        """() => new MutationObserver(() => {
             for (const frame of document.querySelectorAll("iframe")) {
               const quiet = () => (frame.contentWindow.print = () => (window.printed = true));
               frame.addEventListener("load", quiet, true);
             }
           }).observe(document.body, { childList: true, subtree: true })"""
    )
    root = stage.show(first)
    root.get_by_role("textbox").first.fill("Who decides? <script>window.parent.hurt = true</script>")
    root.get_by_role("button", name="Print").click()
    page = stage.page.frame_locator("iframe.gop-paper")
    expect(page.get_by_role("heading", name="Ward <i>manager</i>")).to_be_attached()
    expect(page.locator(".ask").first).to_have_text("Who decides? <script>window.parent.hurt = true</script>")
    expect(page.locator(".questions li")).to_have_count(3)
    expect(page.get_by_text("need")).to_have_count(0)
    assert page.locator("script, i:not(.room i), img").count() == 0
    assert stage.page.evaluate("window.hurt") is None
    elsewhere = stage.show(sheet, "b")
    expect(cards(elsewhere).first).to_be_visible()
    expect(elsewhere.get_by_role("button", name="Print")).to_have_count(0)


@pytest.mark.usefixtures("needs")
def test_a_change_on_another_page_leaves_the_last_step_what_it_is(
    stage: Stage, sheet: QuestionSheet, first: QuestionSheet, record: Record
) -> None:
    """A browser has both pages open: each shows its own sheet of the same questions."""
    last = stage.show(first)
    page = stage.show(sheet, "b")
    expect(cards(last)).to_have_count(3)
    expect(cards(page)).to_have_count(4)
    original = cards(page).first.get_by_role("textbox").input_value()
    expect(cards(last).first.get_by_role("textbox")).to_have_value(original)
    page.get_by_role("button", name="Swap this question").first.click()
    other = cards(page).first.get_by_role("textbox")
    expect(other).not_to_have_value(original)
    swapped = other.input_value()
    expect(cards(last).first.get_by_role("textbox")).to_have_value(swapped)
    expect(cards(last)).to_have_count(3)
    expect(cards(page)).to_have_count(4)
    expect(last.get_by_role("heading", name="Ward <i>manager</i>")).to_be_visible()
    expect(last.get_by_role("button", name="Print")).to_be_visible()
    expect(last.get_by_role("button", name="Save as a page")).to_be_visible()
    expect(page.get_by_role("button", name="Print")).to_have_count(0)
    # and what is changed in the last step, at once, without waiting for somebody to look
    cards(last).first.get_by_role("textbox").fill("Who decides here?")
    cards(last).first.get_by_role("textbox").blur()
    expect(other).to_have_value("Who decides here?")
    page.get_by_role("button", name="Undo").click()
    expect(cards(page).first.get_by_role("textbox")).to_have_value(original)
    expect(cards(last)).to_have_count(3)
    stage.settled()
    assert "question:decision_freedom:0" not in kept(record)


def test_on_the_table_lie_the_questions_alone(record: Record, add_jobs: AddJobs) -> None:
    """What would do harm there: why a question is asked, past jobs, what was typed of them."""
    well, not_again, *_ = add_jobs()
    sitting = record.sitting("start")
    record.answer(record.person, "guesses", ["pace", "treated_differently"], sitting=sitting)
    record.answer(record.person, "went_well", well, sitting=sitting)
    record.answer(record.person, "would_not_repeat", not_again, sitting=sitting)
    record.answer(not_again, "in_a_line", "They shouted", sitting=sitting, private=True)
    for unit, value in ((well, 2), (not_again, 6)):
        record.answer(unit, "pace", value, sitting=sitting, revision=load().item("pace").revision)
    asked = [one for one in sheet_of(Person(record)).questions if not one.because.private]
    plain = " ".join(compose(Person(record), parts=JUST_QUESTIONS, why=False).texts())
    assert all(one.text in plain for one in asked)
    assert not any(one.good in plain for one in asked)
    harmful = ("Assistant", "Editor", "need", "said so", "not do again", "They shouted")
    assert not any(word in plain for word in harmful)
    assert "They shouted" not in " ".join(compose(Person(record), parts=(*PARTS, *ON_REQUEST)).texts())


def test_five_of_the_longest_questions_alone_are_one_sheet(stage: Stage) -> None:
    printed = stage.page.context.new_page()
    for paper, signs in itertools.product(("A4", "Letter"), (False, True)):
        printed.set_content(five_longest(paper, signs=signs))
        assert pages(printed.pdf(prefer_css_page_size=True)) == 1, (paper, signs)
    printed.close()


def five_longest(paper: Any, *, signs: bool) -> str:
    every = [way for ways in load_bank().lines.values() for way in ways]
    ways = sorted(every, key=lambda way: -len(way.text))
    heard = sorted(every, key=lambda way: -len(way.good + way.bad))
    rows = tuple(
        LeafRow(
            way.text,
            more=f"Good sign: {tell.good} Bad sign: {tell.bad}" if signs else "",
            cells=(("unit", "item"),),
        )
        for way, tell in zip(ways[:5], heard, strict=False)
    )
    home = tuple(LeafRow(text + BLANK * 4) for text in WAY_HOME)
    blocks = (
        LeafBlock("questions", "questions", "main", rows, "My questions", "For my future manager"),
        LeafBlock("way_home", "blanks", "foot", home, "On the way home"),
    )
    long = "Fieldwork lead, Harrowfen River Survey"
    return to_html(Leaf(paper, long, long, ("Monday 30 November",), blocks, "Mine.")).decode()


def test_whom_one_meets_stands_on_the_sheet_and_at_their_questions(record: Record) -> None:
    sitting, target = record.sitting("talk"), record.add_unit("target", sitting=record.sitting("talk"))
    record.answer(record.person, "guesses", ["pace", "clarity", "purpose"], sitting=sitting)
    record.answer(target, "meets", ["manager"], sitting=sitting)
    record.answer(target, "meets_name", "Dr. <Okafor>", sitting=sitting)
    page = sheet_of(Person(record))
    theirs = [one for one in page.questions if one.who == "manager"]
    assert theirs
    assert {page.asked(one) for one in theirs} == {"Dr. <Okafor>, my future manager"}
    made = compose(Person(record))
    assert [block.under for block in made.blocks if block.part == "questions"] == [
        "For Dr. <Okafor>, my future manager"
    ]
    assert "For Dr. &lt;Okafor&gt;, my future manager" in to_html(made).decode()
    record.answer(target, "meets", ["manager", "peer"], sitting=sitting)
    both = sheet_of(Person(record))
    assert both.whom == "my future manager and a future colleague: Dr. <Okafor>"
    assert both.asked(theirs[0]) == "my future manager"  # whose name it is was not said
    record.answer(target, "meets", ["peer"], sitting=sitting)
    assert sheet_of(Person(record)).asked(theirs[0]) == "whoever you meet; my future manager would know best"
    record.answer(target, "meets", ["recruiter", "manager", "peer"], sitting=sitting)
    three = sheet_of(Person(record)).whom
    assert three.startswith("a recruiter, my future manager and a future colleague: ")
    record.answer(target, "meets", None, state="cleared", sitting=sitting)
    assert sheet_of(Person(record)).whom == "Dr. <Okafor>"


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.mark.usefixtures("needs")
def test_saved_beside_the_record_for_the_owner_alone(
    stage: Stage, first: QuestionSheet, record: Record
) -> None:
    root = stage.show(first)
    exports, named = record.folder / "exports", "Questions for Ward i manager i *.html"
    for count in (1, 2):
        root.get_by_role("button", name="Save as a page").click()
        expect(root.get_by_text("Saved: ").last).to_be_visible()
        stage.until(lambda count=count: len(list(exports.glob(named))) == count)
    stage.settled()
    files = sorted(exports.glob(named))
    assert exported(exports) == [file.name for file in files]
    text = files[0].read_text("utf-8")
    assert "My questions" in text
    assert "Ward <i>manager</i>" not in text
    if sys.platform != "win32":
        assert stat.S_IMODE(files[0].stat().st_mode) == 0o600


@pytest.mark.usefixtures("needs")
@pytest.mark.skipif(sys.platform != "linux", reason="a program stands in for the desktop's own")
def test_what_was_saved_is_opened_by_a_press_and_nothing_else_is(
    stage: Stage, first: QuestionSheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, desktop = tmp_path / "opened", tmp_path / "xdg-open"
    desktop.write_text(f'#!/bin/sh\necho "$1" >> "{opened}"\n')
    desktop.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    root = stage.show(first)
    root.get_by_role("button", name="Save as a page").click()
    root.get_by_role("button", name="Open it").click()
    root.get_by_role("button", name="Show it in its folder").click()
    stage.until(lambda: opened.exists() and len(opened.read_text().splitlines()) == 2)
    file, folder = sorted(opened.read_text().splitlines(), key=len, reverse=True)
    assert file.startswith(f"{folder}/Questions for Ward i manager i ")
    (refused,) = first.handle({"type": "open", "n": 1, "token": "t" * 32, "file": "/etc/passwd"})
    assert "saved no such file" in refused["message"]


@pytest.mark.usefixtures("needs")
def test_no_barrier_that_axe_finds_in_either_theme(stage: Stage, sheet: QuestionSheet) -> None:
    root = stage.show(sheet)
    root.get_by_text("A good and a bad answer").first.click()
    root.get_by_role("button", name="Remove").last.click()
    expect(cards(root)).to_have_count(3)
    root.get_by_role("button", name="Add my own").click()
    assert stage.barriers() == []


def test_a_need_in_ones_own_words_may_name_what_it_is_closest_to(stage: Stage, record: Record) -> None:
    record.answer(record.person, "guesses", ["my_peace"], sitting=record.sitting("start"))
    overlay = record.folder / "catalogue.toml"
    overlay.write_text('[circumstance.my_peace]\nlabel = "A boss who stays out"\n', encoding="utf-8")
    root = stage.show(QuestionSheet(Person(record)))
    card = cards(root).first
    expect(card.get_by_role("textbox")).to_have_value(re.compile("“A boss who stays out”"))
    card.get_by_text("Is this close to something on our list?").click()
    close = card.get_by_label("Choose one, and we ask its questions too.")
    close.select_option("Choosing how I do the work")
    texts = [way.text for way in load_bank().lines["decision_freedom"]]
    first = root.get_by_role("textbox").first
    expect(first).to_have_value(re.compile("|".join(map(re.escape, texts))))
    expect(root.get_by_text("You need “A boss who stays out”").first).to_be_visible()
    stage.settled()
    item = "closest_to:my_peace"
    assert record.current(items=(item,))[record.person.id, item].value == "decision_freedom"
    assert stage.barriers() == []
    root.get_by_role("button", name="Undo").click()
    expect(first).to_have_value(re.compile("“A boss who stays out”"))
    expect(close).to_have_value("")


@pytest.mark.usefixtures("needs")
def test_a_private_reason_stays_on_the_screen_in_the_browsers_own_print(
    stage: Stage, sheet: QuestionSheet, record: Record
) -> None:
    sitting = record.sitting("bearing")
    record.answer(record.person, "not_again:being_watched", value=True, sitting=sitting, private=True)
    root = stage.show(sheet)
    card = cards(root).filter(has_text="Being watched while I work: you won’t have that again.")
    needed = cards(root).filter(has_text="You need")
    expect(card.get_by_text("Being watched while I work: you")).to_be_visible()
    expect(card.get_by_text("A reason of your own.", exact=True)).to_be_hidden()
    for summary in root.locator("summary").all():
        summary.evaluate("(one) => (one.parentElement.open = true)")
    stage.page.emulate_media(media="print")
    expect(card.get_by_role("textbox")).to_be_visible()
    expect(card.get_by_text("Being watched while I work: you")).to_be_hidden()
    expect(card.get_by_text("what you won’t have again")).to_be_hidden()
    expect(card.get_by_text("A reason of your own.", exact=True)).to_be_visible()
    expect(needed.first.get_by_text("You need").first).to_be_visible()
    expect(needed.first.get_by_text("A reason of your own.", exact=True)).to_be_hidden()
    stage.page.emulate_media(media="screen")
    expect(card.get_by_text("Being watched while I work: you")).to_be_visible()


def test_a_line_refused_for_a_private_worry_prints_without_it(stage: Stage, record: Record) -> None:
    sitting = record.sitting("bearing")
    record.answer(record.person, "not_again:raised_voices", value=True, sitting=sitting, private=True)
    record.answer(record.person, "not_again", ["interruptions:high"], sitting=sitting)
    root = stage.show(Unknowns(record, load()))
    said = ("raised voices", "every few minutes")
    hidden, open_ = (root.get_by_text(f"you won’t have this again: {one}") for one in said)
    expect(hidden).to_be_visible()
    stage.page.emulate_media(media="print")
    expect(hidden).to_be_hidden()
    expect(open_).to_be_visible()
    stage.page.emulate_media(media="screen")
