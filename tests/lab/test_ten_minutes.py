"""The ten minutes in real JupyterLab: from an empty record to three questions, by mouse and by keyboard."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from playwright.sync_api import expect

from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.record import FIRST_SIGHT
from good_on_paper.study.declared import guesses
from tests.lab.conftest import SHOWN
from tests.lab.keyboard import Keyboard

pytestmark = pytest.mark.lab

START = "00 Start here.ipynb"
MOST_CLICKS = 30
COUNT = """
window.clicks ?? addEventListener("click", (event) => {
  if (event.isTrusted && event.detail > 0) window.clicks += 1;
}, true);
window.clicks = 0;
"""


def opened(lab):
    """Open the start page; give it and its frame, ready."""
    page = lab.open_anew(START)
    frame = page.get_by_role("group", name="Start here", exact=True)
    expect(next_of(frame)).to_be_visible()
    return page, frame


def next_of(frame):
    return frame.get_by_role("button", name="Next", exact=True)


_SEEN = """one => {
  const { left, top, height } = one.getBoundingClientRect();
  return one.contains(document.elementFromPoint(left + 2, top + height / 2));
}"""


FIELDS = {"Which jobs have you had?": "Your jobs, one on each line"}
"""Where a step asks one thing to be typed, its field has the focus."""


def arrived(frame, words):
    heading = frame.get_by_role("heading", name=words)
    expect(frame.get_by_label(FIELDS[words]) if words in FIELDS else heading).to_be_focused()
    expect(heading).to_be_visible()
    assert frame.locator(".gop-whereabouts").evaluate(_SEEN), words  # how far it is goes along, under no bar


def keys_answer(frame):
    """The step with the lines is there, and its first open job has the focus."""
    expect(frame.locator(".gop-stage [role='radio']").first).to_be_focused()


def asked(frame):
    """Return the questions on the sheet."""
    expect(frame.get_by_role("button", name="Print")).to_be_visible()
    return [question.input_value() for question in frame.locator("textarea.gop-question").all()]


class Keys(Keyboard):
    """Somebody without a mouse on the start page."""

    def __init__(self, page, frame):
        super().__init__(page, ".gop-start")
        self.frame = frame

    def go(self, words):
        self.tab_until(lambda at: at["inside"] and at["tag"] == "BUTTON" and at["words"].strip() == "Next")
        self.keys.press("Enter")
        arrived(self.frame, words)


_HIGHER = "one => one.offsetHeight > Number.parseFloat(getComputedStyle(one).minHeight) + 1"
_UNDER = """start => {
  const foot = start.querySelector(":scope > .gop-inside > .gop-body > .gop-foot");
  const under = (one) => {
    const [a, b] = [one, foot].map((it) => it.getBoundingClientRect());
    return a.bottom > b.top + 1 && a.top < b.bottom - 1 && a.right > b.left && a.left < b.right;
  };
  const asks = "button, input, textarea, summary, p, h3, h4, li, label";
  const all = [...start.querySelector(".gop-step-of").querySelectorAll(asks)];
  const seen = all.filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.offsetHeight);
  const words = (one) => `${one.tagName} ${(one.innerText || one.value).slice(0, 40)}`;
  const now = seen.filter(under).map(words);
  const scroller = start.closest(".jp-WindowedPanel-outer");
  const at = scroller.scrollTop;
  const then = seen.filter((one) => (one.scrollIntoView({ block: "nearest" }), under(one))).map(words);
  scroller.scrollTop = at;
  return { count: seen.length, under: [...now, ...then] };
}"""


def nothing_lies_under_the_foot(frame):
    """What the step asks and says is free of Back and Next, as it stands and wherever one scrolls to."""
    looked = frame.evaluate(_UNDER)
    assert looked["count"]
    assert looked["under"] == []


def on_from(page, frame):
    """Press Next where it was at the first step, without looking for it, unless the step is too high.

    No step that asks is too high for a usual window: there Next is in sight.
    """
    nothing_lies_under_the_foot(frame)
    expect(next_of(frame)).to_be_in_viewport(ratio=1)
    if frame.locator(".gop-step-of").evaluate(_HIGHER):
        next_of(frame).click()
        return
    now = next_of(frame).bounding_box()
    first = page.evaluate("at => window.next ??= at", now)
    assert now["x"] == first["x"]
    assert abs(now["y"] - first["y"]) < 4
    page.mouse.click(first["x"] + 10, first["y"] + 10)


def by_mouse(page, frame):
    """Go through everything; give the questions and how many clicks it took."""
    page.set_viewport_size({"width": 1366, "height": 768})
    page.evaluate(COUNT)
    expect(frame.get_by_label("The job", exact=True)).to_be_focused()  # one types, and clicks nothing first
    page.keyboard.type("Ward manager")
    in_a_week = dt.datetime.now().astimezone().date() + dt.timedelta(days=7)
    frame.get_by_label("When", exact=True).fill(in_a_week.isoformat())
    frame.get_by_role("button", name="my future manager").click()
    on_from(page, frame)
    arrived(frame, "What do you need")
    for need in ("Choosing how I do the work", "Enough time to do it well", "Job security"):
        frame.get_by_role("button", name=need).click()
    frame.get_by_label("Something else").fill("Someone to laugh with")
    frame.get_by_role("button", name="Add", exact=True).click()
    own = frame.get_by_role("button", name="Someone to laugh with")
    expect(own).to_have_attribute("aria-pressed", "true")
    on_from(page, frame)
    arrived(frame, "Which jobs have you had?")
    frame.get_by_label("Your jobs, one on each line").fill(
        "Night nurse, St. Anne's, 2012-2019\nCook, The Harbour\nTutor\nClerk, Town hall\nGuide, City Museum\n"
        "Porter, Hotel Meridiana\nDriver\nTeam lead, Lower Isken Land Trust"
    )
    on_from(page, frame)
    expect(frame.get_by_role("button", name="Add these 8 jobs")).to_be_visible()
    nothing_lies_under_the_foot(frame)
    frame.get_by_role("button", name="Add these 8 jobs").click()
    arrived(frame, "Two of your jobs")
    well, not_again = frame.locator(".gop-side").all()
    well.get_by_role("radio", name="Tutor").click()
    expect(well.locator(".gop-looked").get_by_role("radio").first).to_be_focused()  # a number answers
    not_again.get_by_role("radio", name="Cook").click()
    on_from(page, frame)
    keys_answer(frame)
    for place in range(6):
        expect(frame.locator(".gop-sight").nth(place)).to_have_attribute("data-open", "")
        expect(frame.locator(".gop-stage[data-rest]")).to_have_count(0)  # what only just came takes no click
        for row, value in ((0, 6), (1, 2)):
            frame.locator(".gop-stage [data-row]").nth(row).get_by_role("radio").nth(value - 1).click()
    expect(frame.get_by_text("Tutor 6 · Cook 2")).to_have_count(6)
    on_from(page, frame)
    arrived(frame, "What do you already know")
    frame.locator(".gop-known").first.get_by_role("radio", name="I don’t know").click()
    frame.get_by_role("button", name="I don’t know the others").click()
    expect(frame.locator(".gop-known [aria-checked='true']")).to_have_count(6)
    on_from(page, frame)
    arrived(frame, "What to ask in the interview")
    nothing_lies_under_the_foot(frame)
    return asked(frame), page.evaluate("window.clicks")


def by_keyboard(page, frame):
    """Go through everything without a mouse; give the questions."""
    keys = Keys(page, frame)
    press = keys.keys.press
    keys.to("The job", "INPUT")
    keys.keys.type("Pastry cook")
    keys.go("What do you need")
    for need in (
        "Knowing what counts as good work",
        "Colleagues who help each other",
        "Variety in what I do",
    ):
        keys.tab_until(lambda at: at["inside"] and at["tag"] == "BUTTON")
        press("Home")
        for _ in range(12):
            if need in keys.here()["words"]:
                break
            press("ArrowRight")
        press("Space")
    expect(frame.locator(".gop-needcard[aria-pressed='true']")).to_have_count(3)
    keys.go("Which jobs have you had?")
    keys.to("Your jobs, one on each line", "TEXTAREA")
    keys.keys.type("Baker\nClerk, Town hall, 2015-2018")
    keys.to("Check my list", "BUTTON")
    press("Enter")
    keys.to("Add these 2 jobs", "BUTTON")
    press("Enter")
    arrived(frame, "Your 2 jobs so far")
    keys.go("Two of your jobs")
    keys.to_role("radio")
    press("Enter")
    press("Tab")
    keys.to_role("radio")
    press("ArrowRight")
    press("Enter")
    keys.to("Next", "BUTTON")
    press("Enter")
    keys_answer(frame)
    for _ in frame.locator(".gop-sight").all():
        press("7")
        press("3")
    expect(next_of(frame)).to_be_focused()
    press("Enter")
    arrived(frame, "What do you already know")
    keys.to_role("radio")
    for _ in frame.locator(".gop-known").all():
        press("u")
    expect(frame.locator(".gop-known [aria-checked='true']")).to_have_count(
        frame.locator(".gop-known").count()
    )
    keys.go("What to ask in the interview")
    return asked(frame)


def test_two_people_one_by_mouse_one_by_keyboard_get_three_different_questions(lab_in_one_tab):
    lab = lab_in_one_tab
    page, frame = opened(lab)
    expect(page.locator(".gop-nav [data-next]")).to_be_empty()  # its own steps come next
    one, clicks = by_mouse(page, frame)
    assert len(one) == 3
    assert clicks <= MOST_CLICKS
    for because in frame.locator(".gop-why").all():
        expect(because).to_contain_text("You need")
        expect(because).to_contain_text(re.compile("you do not know|you are only guessing"))
    expect(frame.locator(".gop-kind")).to_have_count(0)  # what all have in common is no news
    expect(frame.get_by_text("You need “Someone to laugh with”")).to_be_visible()
    places = page.get_by_role("group", name="The notebooks", exact=True)
    work = places.locator("[data-stands='begun']")
    expect(work).to_contain_text("Your work so far")
    expect(work).to_contain_text("8 jobs, 7 without years")
    ready = re.compile("in 7 days; [345] questions ready")
    expect(places.locator("[data-stands='ready']")).to_contain_text(ready)
    expect(places.locator("[data-stands='next']")).to_contain_text("What it was like")
    expect(page.locator(".gop-nav [data-next] a")).to_have_text("What it was like")  # made before
    expect(page.locator(".gop-page [data-standing]")).to_contain_text("in 7 days")  # as it is now
    listed = page.locator(".gop-nav [data-page] > span")
    expect(listed.filter(has_text="8 jobs, 7 without years")).to_have_count(1)
    expect(listed.filter(has_text="next:")).to_have_text("next: six questions, all jobs side by side")
    with lab.record() as record:
        first = {sitting.id for sitting in record.sittings(FIRST_SIGHT)}
        assert sum(answer.sitting in first for answer in record.answers()) == 12
        assert len(guesses(Snapshot(record))) == 4
    again, frame = opened_again(lab)
    arrived_at = frame.get_by_role("heading", name="What to ask in the interview")
    expect(arrived_at).to_be_visible()
    assert asked(frame) == one
    expect(again.locator(".gop-page")).to_contain_text("in 7 days")
    lab.leave_notebooks()
    lab.begin_anew()
    page, frame = opened(lab)
    other = by_keyboard(page, frame)
    assert len(other) == 3
    assert not set(one) & set(other)
    keys = Keyboard(page, SHOWN)  # and on, by the keyboard alone, to the paper
    keys.press("Before an interview", "A")
    paper = page.get_by_role("group", name="To take along", exact=True)
    expect(paper.get_by_role("button", name="Save as Markdown")).to_be_visible()
    keys.press("Save as Markdown")
    expect(paper.get_by_text("Brief for Pastry cook").last).to_be_visible()
    (file,) = (lab.home / "exports").glob("Brief for Pastry cook *.md")
    assert all(question in file.read_text("utf-8") for question in other)


def opened_again(lab):
    lab.close_pages()  # what the browser kept is gone: all that is shown comes from the record
    page = lab.open(START)
    return page, page.get_by_role("group", name="Start here", exact=True)


def test_three_questions_with_every_field_left_out_that_can_be(lab_in_one_tab):
    """Three cards, and nothing else: no interview, no job, no rating, nothing said of the next one."""
    lab = lab_in_one_tab
    page, frame = opened(lab)
    page.evaluate(COUNT)
    next_of(frame).click()
    arrived(frame, "What do you need")
    for need in ("Seeing who my work helps", "The same rules for everyone", "Room to move up or on"):
        frame.get_by_role("button", name=need).click()
    for words in ("Which jobs have you had?", "What do you already know", "What to ask in the interview"):
        next_of(frame).click()
        arrived(frame, words)
    assert len(asked(frame)) == 3
    assert page.evaluate("window.clicks") <= 7
    with lab.record() as record:
        assert record.units("role") == []
        assert {answer.item for answer in record.answers()} == {"guesses", "drawn", "start_at"}


def test_jobs_that_want_a_look_are_added_without_anything_in_the_way(lab_in_one_tab):
    """On a laptop the list of what was read is higher than the window; its main button comes at its end."""
    page, frame = opened(lab_in_one_tab)
    page.set_viewport_size({"width": 1366, "height": 768})
    next_of(frame).click()
    arrived(frame, "What do you need")
    next_of(frame).click()
    arrived(frame, "Which jobs have you had?")
    frame.get_by_label("Your jobs, one on each line").fill(
        "Night nurse, St. Anne's, 2012-2019\nTechnician \N{EN DASH} bridges and tunnels, Thirsk, 2011\n"
        "Director of operations, rooms and restaurants, Casa Verde, 2019-2022"
    )
    frame.get_by_role("button", name="Check my list").click()
    add = frame.get_by_role("button", name="Add these 3 jobs")
    expect(add).to_be_visible()
    assert frame.locator(".gop-step-of").evaluate(_HIGHER)
    nothing_lies_under_the_foot(frame)
    add.scroll_into_view_if_needed()
    assert add.evaluate(_SEEN)
