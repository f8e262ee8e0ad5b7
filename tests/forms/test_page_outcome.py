"""How it went in a real browser, joined to the real form and a real record."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from good_on_paper.forms import HowItWent, RatingGrid

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.record import Record

    AddJobs = Callable[..., list[str]]
    Stage = Any

pytestmark = pytest.mark.browser


def opened(stage: Stage, record: Record, lines: Catalogue) -> Locator:
    sitting = record.sitting("before")
    for role, item in itertools.product(record.units("role"), lines.core[:6]):
        record.answer(role, item.key, 4, sitting=sitting)
    root: Locator = stage.show(HowItWent(record, lines))
    expect(root.get_by_role("heading", name="All in all, how did it go?")).to_be_visible()
    return root


def test_out_of_sight_while_lines_are_open(
    stage: Stage, record: Record, lines: Catalogue, add_jobs: AddJobs
) -> None:
    add_jobs()
    root = stage.show(HowItWent(record, lines, lines=["pace"]))
    expect(root.get_by_role("heading", name="First, what it was like")).to_be_visible()
    expect(root.get_by_text("(5 jobs)")).to_be_visible()
    assert root.get_by_role("radio").count() == 0
    root.get_by_role("button", name="Skip the rest").click()
    root.get_by_role("button", name="Rate how it went").click()
    expect(root.get_by_role("radio").first).to_be_focused()
    root.get_by_role("button", name="Undo").click()
    expect(root.get_by_role("heading", name="First, what it was like")).to_be_visible()


def test_before_the_first_word_on_a_job_it_says_that_a_need_can_be_said_first(
    stage: Stage, record: Record, lines: Catalogue, add_jobs: AddJobs
) -> None:
    role = add_jobs()[0]
    said = "Before you go on, you can say in Start here what you need"
    root = opened(stage, record, lines)
    expect(root.get_by_text(said)).to_be_visible()
    expect(root.get_by_role("link", name="Start here")).to_be_visible()
    assert HowItWent(record, lines).page_state()["start"]
    record.answer(record.person, "guesses", ["pace"], sitting=record.sitting("needs"))
    assert not HowItWent(record, lines).page_state()["start"]
    record.answer(record.person, "guesses", [], sitting=record.sitting("needs"))
    record.answer(role, "overall", 4, sitting=record.sitting("outcome"))
    assert not HowItWent(record, lines).page_state()["start"]  # by now it would not be checked first


def test_opens_by_itself_when_the_last_line_is_whole(
    stage: Stage, record: Record, lines: Catalogue, add_jobs: AddJobs
) -> None:
    add_jobs(JOBS)
    grid = stage.show(RatingGrid(record, lines, lines=["pace"]), "a")
    root = stage.show(HowItWent(record, lines, lines=["pace"]), "b")
    expect(root.get_by_role("heading", name="First, what it was like")).to_be_visible()
    grid.get_by_role("radio").first.focus()
    stage.page.keyboard.press("6")
    expect(root.get_by_text("(1 job)")).to_be_visible()
    stage.page.keyboard.press("6")
    expect(root.get_by_role("heading", name="Ready when you are")).to_be_visible()
    assert root.get_by_role("radio").count() == 0


JOBS = (("Editor", "Acme"), ("Cook", "The Anchor"))


def test_the_whole_then_the_cost_and_no_more(
    stage: Stage, record: Record, lines: Catalogue, add_jobs: AddJobs
) -> None:
    units = add_jobs(JOBS)
    root = opened(stage, record, lines)
    keys = stage.page.keyboard
    root.get_by_role("radio").first.focus()
    expect(root.get_by_text("step 1 of 2")).to_be_visible()
    for pressed in ("7", "2", "Enter", "1", "5", "Enter"):
        keys.press(pressed)
    expect(root.get_by_role("heading", name="That’s it")).to_be_visible()
    expect(root.get_by_role("link", name="What your better jobs had in common")).to_be_visible()
    expect(root.locator("[data-saved='4']")).to_be_visible()
    current = record.current()
    assert [current[unit, "overall"].value for unit in units] == [7, 2]
    assert [current[unit, "cost"].value for unit in units] == [1, 5]


def test_with_one_answer_missing_the_way_on_is_there(
    stage: Stage, record: Record, lines: Catalogue, add_jobs: AddJobs
) -> None:
    add_jobs(JOBS)
    root = opened(stage, record, lines)
    root.get_by_role("radio").first.focus()
    for pressed in ("7", "2", "Enter", "1"):
        stage.page.keyboard.press(pressed)
    root.get_by_role("button", name="Done").click()
    expect(root.get_by_role("heading", name="One answer is missing")).to_be_visible()
    expect(root.get_by_role("link", name="What your better jobs had in common")).to_be_visible()
    expect(root.locator(".gop-actions > *").first).to_have_text(
        "You can now see What your better jobs had in common."
    )


def test_from_what_jobs_were_like_one_button_leads_to_how_they_went(
    stage: Stage, record: Record, lines: Catalogue, add_jobs: AddJobs
) -> None:
    add_jobs(JOBS)
    grid = stage.show(RatingGrid(record, lines, lines=["pace"]), "a")
    root = stage.show(HowItWent(record, lines, lines=["pace"]), "b")
    grid.get_by_role("radio").first.focus()
    for pressed in ("6", "5"):
        stage.page.keyboard.press(pressed)
    expect(root.get_by_role("heading", name="Ready when you are")).to_be_visible()
    grid.get_by_role("button", name="Now say how each job went").click()
    expect(root.get_by_role("heading", name="All in all, how did it go?")).to_be_in_viewport()
    expect(root.locator(".gop-row[data-row]").first.get_by_role("radio").first).to_be_focused()
    for pressed in ("6", "5", "Enter", "1", "2"):  # the last step, once whole, needs no click either
        stage.page.keyboard.press(pressed)
    expect(root.get_by_role("heading", name="That’s it")).to_be_focused()
    expect(grid.get_by_role("button", name="Now say how each job went")).to_have_count(0)


def test_a_question_waits_for_a_pointer_that_says_how_sure_one_is_and_the_next_takes_no_second_click(
    stage: Stage, record: Record, lines: Catalogue, add_jobs: AddJobs
) -> None:
    add_jobs(JOBS)
    root = opened(stage, record, lines)
    first, last = root.locator(".gop-row[data-row]").all()
    first.get_by_role("radio", name="6").click()
    last.get_by_role("radio", name="6").click()
    guess = last.get_by_role("button", name="a guess")
    guess.hover()
    stage.page.wait_for_timeout(2_000)
    expect(root.get_by_role("heading", name="All in all, how did it go?")).to_be_visible()
    stage.page.evaluate(
        """() => {
          const watched = document.querySelector(".gop-body > div");
          new MutationObserver(() => (window.rested ??= watched.hasAttribute("data-rest")))
            .observe(watched, { attributes: true });
        }"""
    )
    guess.click()
    expect(root.get_by_text("step 2 of 2")).to_be_visible()
    assert stage.page.evaluate("window.rested") is True
    given = record.current(items=("overall",)).values()
    assert sorted(answer.memory or 0 for answer in given) == [0, 1]


def test_not_saved_and_taken_up_by_a_form_made_anew(
    stage: Stage, record: Record, lines: Catalogue, add_jobs: AddJobs
) -> None:
    units = add_jobs(JOBS)
    root = opened(stage, record, lines)
    stage.road("closed")
    root.get_by_role("radio", name="6").first.click()
    expect(root.get_by_text("NOT SAVED, trying again").first).to_be_visible()
    stage.page.evaluate("closeForm('a')")
    again = stage.show(HowItWent(record, lines), "b")
    expect(again.locator("[data-saved='1']")).to_be_visible()
    assert record.current()[units[0], "overall"].value == 6


def test_no_barrier_that_axe_finds_in_either_theme(
    stage: Stage, record: Record, lines: Catalogue, add_jobs: AddJobs
) -> None:
    add_jobs(JOBS)
    closed = stage.show(HowItWent(record, lines), "b")
    expect(closed.get_by_role("heading", name="First, what it was like")).to_be_visible()
    assert stage.barriers() == []
    stage.page.evaluate("closeForm('b')")
    opened(stage, record, lines)
    assert stage.barriers() == []
