"""The sheets of *Your stories* in a real browser, joined to the real forms and a real record."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from good_on_paper.forms import Achievements, Postmortem
from good_on_paper.frames.stories import AFTER_INTERVIEW, AFTER_JOB
from good_on_paper.record.stories import unit_for
from good_on_paper.study.person import Person

if TYPE_CHECKING:
    from collections.abc import Callable

    from good_on_paper.record import Record

    Stage = Any

pytestmark = pytest.mark.browser
ENOUGH = "That’s enough. Leave it here."


@pytest.fixture
def mine(record: Record, add_jobs: Callable[..., list[str]]) -> Person:
    jobs = add_jobs((("Editor", "Acme", "2014-03", "2017"), ("Cook", "Beta", "2018", "now")))
    record.answer(
        jobs[0], "summary", "Nine <b>books</b> a year\n• The first index", sitting=record.sitting("roles")
    )
    return Person(record)


def said(mine: Person, unit: str) -> dict[str, Any]:
    given = mine.current(units=(unit,))
    return {item: answer.value for (_, item), answer in given.items() if answer.state == "value"}


def test_a_line_of_the_cv_waits_for_its_how_and_nothing_is_written_before_it_has_one(
    stage: Stage, mine: Person
) -> None:
    root, before = stage.show(Achievements(mine)), mine.record.newest
    root.get_by_text("From your CV: you are its first careful reader").click()
    row = root.get_by_role("button", name="Nine <b>books</b> a year")
    expect(row).to_contain_text("not yet read")
    row.click()
    expect(root.get_by_role("heading", name="Nine <b>books</b> a year")).to_be_focused()
    assert mine.record.newest == before  # opening is no answer
    root.get_by_role("button", name="I map it before I move").click()
    root.get_by_role("radio", name="read", exact=True).click()
    expect(root.get_by_text("all 3 answers saved")).to_be_visible()
    root.get_by_role("button", name="Next question").click()
    root.get_by_label("How, in a sentence of your own?").fill("I walked it once first.")
    root.get_by_text("What was there a lot of at the time?").click()
    root.get_by_role("button", name="Choosing how to do the work").click()
    root.get_by_role("button", name=ENOUGH).click()
    expect(root.get_by_text("all 5 answers saved")).to_be_visible()
    expect(root.get_by_text("Saved. It stays here, for you alone.")).to_be_visible()
    done = mine.achievements().iloc[0]
    assert (done["what"], done["how"], done["present"], done["read"]) == (
        *("Nine <b>books</b> a year", ["map_first"], ["decision_freedom"], True),
    )
    private = {item: answer.private for (_, item), answer in mine.current(units=(done["unit"],)).items()}
    assert (private["achieved"], private["done_how_told"], private["done_how"]) == (True, True, False)
    assert root.page.evaluate("document.querySelectorAll('main b b').length") == 0  # typed text is no markup
    root.get_by_role("button", name="Nine <b>books</b> a year Editor, Acme").click()
    root.get_by_role("button", name="Remove this").click()
    expect(root.locator(".gop-notice")).to_contain_text("Removed.")
    stage.settled()
    assert mine.achievements().empty
    root.locator(".gop-notice").get_by_role("button", name="Undo").click()
    stage.until(lambda: len(mine.achievements()) == 1)


def test_one_thing_is_written_down_for_a_job_by_keyboard_alone(stage: Stage, mine: Person) -> None:
    root, keys = stage.show(Achievements(mine)), stage.page.keyboard
    root.get_by_label("Where").select_option("Cook, Beta")
    root.get_by_role("button", name="Write down one thing").focus()
    keys.press("Enter")
    keys.press("Tab")
    keys.type("Soup for ninety")
    keys.press("Tab")
    expect(root.get_by_text("✓ 1 answer saved")).to_be_visible()
    done = mine.achievements()
    assert done[["what", "role", "year"]].to_numpy().tolist() == [["Soup for ninety", "Cook, Beta", 2018]]
    assert stage.barriers() == []
    stage.page.set_viewport_size({"width": 390, "height": 844})
    assert stage.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_look_back_has_two_questions_open_and_what_hurt_silences_it(stage: Stage, mine: Person) -> None:
    record = mine.record
    editor = mine.units("role")[0].id
    root = stage.show(Postmortem(mine))
    root.get_by_role("button", name="Editor, Acme").click()
    root.get_by_label("What happened?").fill("They cut the list.")
    expect(root.get_by_label("What would you do again")).to_be_hidden()
    root.get_by_role("button", name="Next question").click()
    expect(root.get_by_label("What would you do again")).to_be_focused()
    root.get_by_text("Six more, if you like").click()
    root.get_by_text("What they called me").click()
    root.get_by_label("Which words did they use").fill("steady, clear")
    root.get_by_text("What they decided, what nobody chose, what I could change").click()
    expect(root.get_by_role("radiogroup")).to_have_count(0)  # words first, points only on request
    root.get_by_label("What did they decide?").fill("The list")
    root.get_by_role("button", name="Add points, from 0 to 10").click()
    root.get_by_role("radiogroup", name="What you could change").get_by_role(
        "radio", name="3", exact=True
    ).click()
    expect(root.get_by_text("all 4 answers saved")).to_be_visible()
    unit = unit_for(editor, AFTER_JOB)
    told = said(mine, unit)
    assert (told["pm_happened"], told["pm_known_as"], told["part_theirs"], told["points_mine"]) == (
        *("They cut the list.", ["steady", "clear"], "The list", 3),
    )
    assert all(
        answer.private for (_, item), answer in mine.current(units=(unit,)).items() if item.startswith("p")
    )
    root.get_by_role("button", name="Take all of this out again").click()
    stage.until(lambda: "points_mine" not in said(mine, unit) and "part_theirs" not in said(mine, unit))
    assert stage.barriers() == []
    root.get_by_role("button", name="Something here hurt me").click()
    expect(root.get_by_text("We won’t ask about this again.")).to_be_visible()
    expect(root.get_by_role("button", name="Editor, Acme")).to_have_count(0)
    assert said(mine, editor)["hurt"] == "yes"
    assert mine.stories().empty
    root.locator(".gop-notice").get_by_role("button", name="Undo").click()
    expect(root.get_by_role("button", name="Editor, Acme")).to_be_visible()
    assert record.current(units=(editor,), items=("hurt",)) == {}


def test_an_interview_waits_for_its_answer_or_a_week_and_points_wait_after_a_no(
    stage: Stage, mine: Person
) -> None:
    record, today = mine.record, mine.today
    sitting = record.sitting("log")
    target = record.add_unit("target", sitting=sitting)
    record.answer(target, "employer", "Orrin", sitting=sitting)
    new, no, old = (record.add_unit("interview", parent=target, sitting=sitting).id for _ in range(3))
    for unit, days in ((new, 2), (no, 3), (old, 9)):
        record.answer(unit, "talk_on", (today - dt.timedelta(days=days)).isoformat(), sitting=sitting)
    record.answer(no, "came_no", (today - dt.timedelta(days=1)).isoformat(), sitting=sitting)
    form = Postmortem(mine)
    state = form.page_state()
    offered = [sheet["parent"] for sheet in state["sheets"] if sheet["asks"] == AFTER_INTERVIEW]
    assert offered == [no, old]
    assert state["no_points"] == [unit_for(no, AFTER_INTERVIEW)]
    root = stage.show(form)
    root.get_by_text("An interview", exact=True).click()
    root.get_by_role("button", name="Orrin").first.click()
    root.get_by_text("What they decided, what nobody chose, what I could change").click()
    expect(root.get_by_text("Points can wait for a few days.")).to_be_visible()
    expect(root.get_by_role("button", name="Add points, from 0 to 10")).to_have_count(0)
