"""What the menu does outside the browser: files, the desktop, another person, the end of the kit."""

from __future__ import annotations

import re
import sys
import time
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from good_on_paper.pages import titles
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.lab.conftest import Lab

pytestmark = pytest.mark.lab


def shown(page):
    return page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")


def bar(page):
    return shown(page).get_by_role("navigation", name="Pages")


@pytest.fixture(scope="module")
def own_lab(_running: Lab) -> Iterator[Lab]:
    """For this file, the last to write: its first test goes on to another record, its last stops the kit."""
    _running.leave_notebooks()
    _running.begin_anew()
    yield _running
    _running.close_pages()


def test_the_menu_saves_answers_takes_back_and_goes_on_to_somebody_else(own_lab, asked_to_open):
    page = own_lab.open_anew(f"{titles.BEFORE}.ipynb")
    job = shown(page).get_by_label("The job", exact=True)
    job.fill("Ferryman")
    job.blur()
    expect(shown(page).locator("[data-saved='1']")).to_be_visible()

    def choose(entry):
        bar(page).get_by_role("button", name="Menu").click()
        bar(page).get_by_role("button", name=entry).click()

    said = shown(page).get_by_role("alert")
    choose("Save a table for Excel")
    expect(said).to_contain_text("What you marked private is left out.")
    choose("Save all my answers")
    expect(said).to_contain_text("It holds everything, including what you marked private.")
    if sys.platform == "linux":
        said.get_by_role("button", name="Open it").click()
        last = time.monotonic() + PATIENCE
        while not asked_to_open.exists() and time.monotonic() < last:
            time.sleep(0.05)
        assert "All my answers" in asked_to_open.read_text()
    choose("Where my answers are")
    expect(said).to_contain_text(f"Your answers are in {own_lab.home}, on this computer only.")
    expect(said.get_by_role("button", name="Open the folder")).to_be_visible()
    files = {path.suffix: path for path in (own_lab.home / "exports").glob("*20*")}
    assert set(files) == {".json", ".xlsx"}
    assert "Ferryman" in files[".json"].read_text()
    choose("Undo")
    expect(job).to_have_value("")
    expect(said.filter(has_text="Taken back: Job title. It is in “Your next interview”.")).to_be_visible()
    choose("Undo")
    expect(said.filter(has_text="There is nothing to undo")).to_be_visible()
    choose("People on this computer")
    fresh = page.locator("form", has=page.get_by_role("button", name="Begin their record"))
    fresh.get_by_label("Name").fill("Anna B.")
    fresh.get_by_role("button").click()
    anna = page.get_by_role("listitem").filter(has_text="Anna B.")
    anna.get_by_role("button", name="Open").click()
    expect(bar(page).locator(".who")).to_have_text("Anna B.")
    expect(page).to_have_title("Start here · Anna B.")


def test_a_kernel_that_died_is_back_without_a_window_over_the_page_and_the_kit_stops_from_its_menu(own_lab):
    page = own_lab.look(f"{titles.WORK}.ipynb")
    made = shown(page).locator(".gop-page")
    made.evaluate("(one) => (one.dataset.before = '')")
    own_lab.stop_kernels()
    expect(shown(page).locator(".gop-page:not([data-before])")).to_be_visible()
    assert page.get_by_role("dialog").count() == 0
    bar(page).get_by_role("button", name="Menu").click()
    bar(page).get_by_role("button", name="Stop Good on Paper").click()
    expect(page.get_by_role("alert")).to_contain_text("has stopped")
    assert own_lab.process.wait(60) is not None
    assert re.search("Good on Paper has stopped", own_lab.log.read_text())
