"""Bringing in a log, in a real browser: behind a button, looked at first, ticked, taken back whole."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from good_on_paper.forms import BringIn, BringLog
from good_on_paper.frames.interviews import interviews
from good_on_paper.study.person import Person
from tests.forms.test_page_after import look_at

if TYPE_CHECKING:
    from good_on_paper.catalogue import Catalogue
    from good_on_paper.record import Record

    Stage = Any

pytestmark = pytest.mark.browser
LOGS = Path(__file__).parents[1] / "intake" / "logs"


def test_a_pasted_table_is_looked_at_ticked_and_taken_back(stage: Stage, record: Record) -> None:
    person = Person(record)
    root = stage.show(BringLog(person))
    expect(root.get_by_role("textbox")).to_have_count(0)  # nothing is open before it is asked for
    stage.page.keyboard.press("Tab")
    root.get_by_role("button", name="Bring in applications or interviews from a file").click()
    pasted = (LOGS / "notion.csv").read_text("utf-8-sig")
    root.get_by_label("Or rows pasted from your table").fill(pasted)
    root.get_by_role("button", name="Check my rows").click()
    expect(root.get_by_role("heading", name="We found 3 applications and 1 interview")).to_be_focused()
    expect(
        root.get_by_role("group", name="Found, but not ticked").get_by_role("checkbox")
    ).not_to_be_checked()
    expect(root.get_by_text("We don’t know the day of this interview")).to_be_visible()
    expect(root.get_by_text("column 'Priority': the log has no place for it")).to_be_visible()
    assert record.units("target") == []
    look_at(stage, "bring-log")
    assert stage.barriers() == []
    stage.page.set_viewport_size({"width": 390, "height": 800})
    assert stage.page.evaluate("document.documentElement.scrollWidth") <= 390
    look_at(stage, "bring-log-390-dark")
    root.get_by_role("group", name="Interviews").get_by_role("checkbox").uncheck()
    root.get_by_role("button", name="Add these 3").click()
    expect(root.get_by_role("heading", name="Added 3 applications.")).to_be_visible()
    assert len(person.units("target")) == 3
    assert interviews(person).empty
    root.get_by_role("button", name="Undo").click()
    expect(root.get_by_role("heading", name="Undone")).to_be_visible()
    stage.settled()
    assert person.units("target") == []


def test_what_is_no_log_says_so_and_stays(stage: Stage, record: Record) -> None:
    root = stage.show(BringLog(Person(record)))
    root.get_by_role("button", name="Bring in applications or interviews from a file").click()
    field = root.get_by_label("Or rows pasted from your table")
    field.fill("Rent,Food\n700,200")
    root.get_by_role("button", name="Check my rows").click()
    expect(root.get_by_role("alert").filter(has_text="no column names an employer or a job")).to_be_visible()
    expect(root.get_by_label("Or rows pasted from your table")).to_have_value("Rent,Food\n700,200")


def test_the_page_of_jobs_says_where_applications_go(stage: Stage, record: Record, lines: Catalogue) -> None:
    form = BringIn(record, lines, record.folder / "catalogue.toml", log_page="04 After an interview")
    root = stage.show(form)
    root.get_by_label("Or your jobs, one on each line").fill((LOGS / "notion.csv").read_text("utf-8-sig"))
    root.get_by_role("button", name="Check my list").click()
    expect(root.get_by_text("To add these to your search, bring the same file in on")).to_be_visible()
    link = root.get_by_role("link", name="After an interview")
    expect(link).to_have_attribute("href", "04%20After%20an%20interview.ipynb")
    assert stage.barriers() == []
