"""Bringing in by the form: the page's half, in Chromium."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from good_on_paper import catalogue
from good_on_paper.forms import BringIn
from tests.barriers import barriers
from tests.intake.cv_makers import word_of

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.record import Record

pytestmark = pytest.mark.browser
HERE = Path(__file__).parent
REFERENCE = HERE.parent / "reference"
SAMPLE = REFERENCE / "resume" / "jsonresume_sample.resume.json"
ATTITUDE = REFERENCE / "attitude.csv"


@pytest.fixture
def bring(stage: Any, record: Record, lines: Catalogue) -> tuple[Page, Locator, BringIn]:
    """Show the form on a stage: the page, what is there, and the form itself."""
    form = BringIn(record, lines, record.folder / "catalogue.toml")
    return stage.page, stage.show(form), form


def _axe(page: Page, *, again: bool = False) -> list[str]:
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in barriers(page, ".gop", again=again)]


def test_a_resume_is_looked_at_and_brought_in(bring: Any, record: Record) -> None:
    page, form, _ = bring
    expect(form.get_by_role("heading")).to_have_text("From a file, or pasted")
    assert _axe(page) == []
    form.get_by_label("Choose a file").set_input_files(SAMPLE)
    expect(form.get_by_role("heading", name="We found 2 jobs")).to_be_focused()
    assert _axe(page) == []
    assert record.newest == 0
    expect(form.get_by_role("checkbox", name="CEO/President, Pied Piper")).to_be_checked()
    expect(form.get_by_role("checkbox", name="Miss Direction, Smoogle")).not_to_be_checked()
    expect(form.get_by_text("basics: it is about you, not about a job")).to_have_count(1)
    form.get_by_role("checkbox", name="Miss Direction, Smoogle").check()
    form.get_by_role("button", name="Add these 3 jobs").click()
    expect(form.get_by_role("heading")).to_contain_text(": 3 new jobs")
    assert _axe(page) == []
    assert len(record.units("role")) == 3
    expect(form.get_by_role("link", name="Say what they were like")).to_have_class(re.compile("gop-main"))
    form.get_by_role("button", name="Bring in something else").click()
    expect(form.get_by_label("Choose a file")).to_be_visible()


def test_a_table_with_lines_of_its_own(bring: Any, record: Record) -> None:
    page, form, _ = bring
    form.get_by_label("Choose a file").set_input_files(ATTITUDE)
    expect(form.get_by_role("group", name="New questions of your own")).to_be_visible()
    expect(form.get_by_text("it becomes your overall rating")).to_be_visible()
    assert _axe(page) == []
    form.get_by_role("button", name="none").first.click()
    bring_it = form.get_by_role("button", name="Add this", exact=True)
    expect(bring_it).to_have_attribute("aria-disabled", "true")
    bring_it.click(force=True)
    form.get_by_role("button", name="all").first.click()
    form.get_by_role("button", name="Add these 30 jobs").click()
    expect(form.get_by_role("heading")).to_contain_text("30 new jobs, 210 ratings, 7 questions of your own")
    assert len(record.units("role")) == 30


def test_by_keyboard_alone(bring: Any, record: Record) -> None:
    page, form, _ = bring
    form.get_by_role("heading").wait_for()
    page.keyboard.press("Tab")
    expect(form.get_by_label("Choose a file")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.type("Editor, Acme, 2014-2017")
    page.keyboard.press("Enter")
    page.keyboard.type("x")
    page.keyboard.press("Backspace")
    page.keyboard.type("Cook at The Harbour, since March 2019")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(form.get_by_role("heading", name="We found 2 jobs")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(form.get_by_role("checkbox", name="Editor, Acme")).not_to_be_checked()
    for name in ("Change Editor, Acme", "Cook, The Harbour", "Change Cook, The Harbour"):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.ariaLabel") == name
    page.keyboard.press("Tab")  # the fold with the text, line by line
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(form.get_by_role("heading")).to_contain_text("1 new job")
    values = {answer.item: answer.value for answer in record.current(items=("title", "ended")).values()}
    assert values == {"title": "Cook", "ended": "now"}
    assert page.evaluate("escaped") == ["keydown Tab"]  # the first, on the way in


def test_a_bad_file_says_so_and_changes_nothing(bring: Any, record: Record, tmp_path: Path) -> None:
    page, form, _ = bring
    bad = tmp_path / "bad.csv"
    bad.write_bytes(b'title,pace\nEditor,3\n"Cook,4\n')
    form.get_by_label("Choose a file").set_input_files(bad)
    alert = form.get_by_role("alert")
    expect(alert).to_contain_text("bad.csv, row 3, which begins on line 3: the quotation marks do not close;")
    expect(alert).to_contain_text("Nothing was changed.")
    expect(form.get_by_label("Choose a file")).to_be_focused()
    assert _axe(page) == []
    large = tmp_path / "large.csv"
    large.write_bytes(b"x" * 8_000_001)
    form.get_by_label("Choose a file").set_input_files(large)
    expect(form.get_by_role("alert")).to_contain_text("large.csv has 9 MB; the limit here is 8 MB")
    form.get_by_role("button", name="Check my list").click()
    expect(form.get_by_role("alert")).to_contain_text("Your list is empty")
    assert record.newest == 0


def test_a_refused_import_keeps_the_preview_and_says_why(bring: Any, record: Record, tmp_path: Path) -> None:
    _, form, _ = bring
    table = tmp_path / "t.csv"
    table.write_bytes(b"title,mood\nEditor,60\n")
    form.get_by_label("Choose a file").set_input_files(table)
    form.get_by_role("button", name="Add this job").wait_for()
    (record.folder / "catalogue.toml").mkdir()
    form.get_by_role("button", name="Add this job").click()
    expect(form.get_by_role("alert")).to_contain_text("catalogue.toml")
    expect(form.get_by_role("button", name="Add this job")).to_have_attribute("aria-disabled", "false")
    assert record.newest == 0
    (record.folder / "catalogue.toml").rmdir()
    form.get_by_role("button", name="Add this job").click()
    expect(form.get_by_role("heading")).to_contain_text("1 new job")


def test_not_now_leaves_no_trace(bring: Any, record: Record) -> None:
    _, form, python = bring
    form.get_by_label("Or your jobs").fill("Editor, Acme")
    form.get_by_role("button", name="Check my list").click()
    form.get_by_role("button", name="Back to my text").click()
    expect(form.get_by_label("Or your jobs")).to_have_value("Editor, Acme")
    expect(form.get_by_role("heading")).to_be_focused()
    assert record.newest == 0
    assert python.page_state()["look"] is None


def test_a_file_can_be_dropped(bring: Any) -> None:
    page, form, _ = bring
    form.get_by_label("Choose a file").wait_for()
    page.evaluate(
        """() => {
          const data = new DataTransfer();
          data.items.add(new File(["title\\nEditor\\n"], "dropped.csv"));
          const zone = document.querySelector(".gop-drop");
          for (const type of ["dragenter", "dragover", "drop"]) {
            zone.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
          }
        }"""
    )
    expect(form.get_by_role("heading", name="We found 1 job")).to_be_focused()


def test_text_of_a_file_is_shown_as_text(bring: Any, tmp_path: Path) -> None:
    page, form, _ = bring
    table = tmp_path / "<img src=x onerror=alert(1)>.csv"
    table.write_bytes(
        "title,<b>mood</b>,<i>x</i>\n<script>alert(1)</script>,60,<u>text</u>\n\u05e2\u05d5\u05e8\u05da,70,x\n".encode()
    )
    form.get_by_label("Choose a file").set_input_files(table)
    expect(form.get_by_role("checkbox", name="<script>alert(1)</script>")).to_be_checked()
    expect(form.locator(".gop-lead")).to_contain_text("<img src=x onerror=alert(1)>.csv")
    assert page.locator(".gop img, .gop script, .gop b, .gop i, .gop u").count() == 0


def test_what_was_pasted_and_seen_survives_a_new_view(bring: Any, stage: Any) -> None:
    page, form, python = bring
    form.get_by_label("Or your jobs").fill("Editor, Acme")
    page.evaluate("closeForm('a')")
    again = stage.show(python)
    expect(again.get_by_label("Or your jobs")).to_have_value("Editor, Acme")
    again.get_by_role("button", name="Check my list").click()
    again.get_by_role("button", name="Add this job").wait_for()
    page.evaluate("closeForm('a')")
    expect(stage.show(python).get_by_role("button", name="Add this job")).to_be_visible()


def test_a_lost_kernel_is_told(bring: Any, stage: Any) -> None:
    _, form, _ = bring
    form.get_by_label("Or your jobs").fill("Editor, Acme")
    form.get_by_role("button", name="Check my list").click()
    form.get_by_role("button", name="Add this job").wait_for()
    stage.road("silent")
    form.get_by_role("button", name="Add this job").click()
    expect(form.get_by_text("NOT SAVED, trying again").last).to_be_visible()
    stage.road("open")
    expect(form.get_by_role("heading")).to_contain_text("1 new job")


def test_themes_and_widths(bring: Any, stage: Any) -> None:
    page, form, _ = bring
    form.get_by_label("Choose a file").set_input_files(SAMPLE)
    form.get_by_role("button", name="Add these 2 jobs").wait_for()
    for width in (1280, 420):
        page.set_viewport_size({"width": width, "height": 900})
        for theme in ("light", "dark"):
            stage.theme(theme)
            assert _axe(page, again=theme == "dark") == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_others_said_can_come_in_without_a_job(bring: Any, record: Record) -> None:
    page, form, _ = bring
    words = (
        "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\r\n"
        'Nora,Field,Acme,Head,"<img src=x onerror=alert(1)>",2022,VISIBLE\r\n'
    )
    file = {"name": "Recommendations_Received.csv", "mimeType": "text/csv", "buffer": words.encode()}
    form.get_by_label("Choose a file").set_input_files(file)
    box = form.get_by_role("checkbox", name="Recommendations you received 1, kept private")
    expect(box).to_be_checked()
    assert _axe(page) == []
    button = form.get_by_role("button", name="Add this", exact=True)
    box.uncheck()
    expect(button).to_have_attribute("aria-disabled", "true")
    box.check()
    button.click()
    said = "Added from Recommendations_Received.csv: recommendations you received (1)."
    expect(form.get_by_role("heading", name=said)).to_be_visible()
    [answer] = record.current(items=("recommendation_received",)).values()
    assert answer.private


def test_one_undo_takes_back_a_whole_import_and_redo_brings_it_again(bring: Any, record: Record) -> None:
    page, form, _ = bring
    undo, redo = (form.get_by_role("button", name=name, exact=True) for name in ("Undo", "Redo"))
    expect(form.get_by_label("Choose a file")).to_be_visible()
    expect(undo).to_be_hidden()  # nothing was brought in yet
    for typed, jobs in (("Editor, Acme, 2014-2017", 1), ("Redakteur, Acme, 2014\nKoch, Harbour, 2019", 2)):
        form.get_by_role("textbox").fill(typed)
        form.get_by_role("button", name="Check my list").click()
        form.get_by_role("button", name="Add this job" if jobs == 1 else f"Add these {jobs} jobs").click()
        expect(form.get_by_role("heading")).to_contain_text(f"{jobs} new job")
        form.get_by_role("button", name="Bring in something else").click()
    assert len(record.units("role")) == 3
    undo.click()
    expect(form.get_by_role("heading")).to_contain_text("Undone: 2 jobs removed again.")
    assert len(record.units("role")) == 1
    assert _axe(page) == []
    redo.click()
    expect(form.get_by_role("heading")).to_have_text("Brought in again.")
    assert len(record.units("role")) == 3
    undo.click()
    expect(form.get_by_role("heading")).to_contain_text("Undone: 2 jobs")
    undo.click()
    expect(form.get_by_role("heading")).to_contain_text("Undone: 1 job removed again.")
    assert record.units("role") == []
    expect(undo).to_have_attribute("aria-disabled", "true")


def test_a_cv_is_looked_at_like_any_file(bring: tuple[Page, Locator, BringIn], tmp_path: Path) -> None:
    _, form, _ = bring
    cv = tmp_path / "cv.docx"
    cv.write_bytes(word_of("# Experience\nEditor\nAcme\n2014 - 2017\n# Education\nBA, Leeds\t2010 - 2014"))
    choose = form.get_by_label("Choose a file")
    expect(choose).to_have_attribute("accept", re.compile(r"^\.pdf,\.docx,"))
    choose.set_input_files(cv)
    expect(form.get_by_role("checkbox", name="Editor, Acme")).to_be_checked()


def paste(form: Locator, text: str) -> None:
    form.get_by_label("Or your jobs").fill(text)
    form.get_by_role("button", name="Check my list").click()
    form.locator(".gop-main").wait_for()


def facts(record: Record, *keys: str) -> list[tuple[str, ...]]:
    said = record.current(items=keys)
    return [
        tuple(str(said[unit.id, key].value) if (unit.id, key) in said else "" for key in keys)
        for unit in record.units("role")
    ]


def test_all_that_was_found_can_be_put_right_there(bring: Any, record: Record) -> None:
    page, form, _ = bring
    paste(form, "Edtor, Acme, Leeds, 2014-2017\nCook, Bar, 2012-2013")
    form.get_by_role("button", name="Change Edtor, Acme").click()
    expect(form.get_by_label("Job title").first).to_be_focused()
    expect(form.get_by_text("You wrote: Edtor, Acme, Leeds, 2014-2017")).to_be_visible()
    form.get_by_label("Job title").first.fill("Editor")
    form.get_by_label("Place").first.fill("York")
    end = form.get_by_label("End").first
    end.fill("sometime")
    end.press("Enter")
    expect(end).to_have_attribute("aria-invalid", "true")
    said = "We could not read 'sometime' as a date. Try 2014 or March 2014."
    expect(end).to_have_accessible_description(said)
    assert _axe(page) == []
    form.get_by_role("button", name="Add these 2 jobs").click()
    expect(form.get_by_role("alert")).to_contain_text("We could not read one field yet")
    expect(end).to_be_focused()
    assert record.newest == 0
    end.fill("Sept 2016")
    form.get_by_role("button", name="Add these 2 jobs").click()  # what was just typed is on its way
    expect(form.get_by_role("heading")).to_contain_text("2 new jobs")
    assert facts(record, "title", "place", "ended")[0] == ("Editor", "York", "2016-09")


def test_a_doubt_says_what_the_fields_hold_and_goes_once_they_are_put_right(bring: Any) -> None:
    _, form, _ = bring
    line = "Director of operations, rooms and restaurants, Casa Verde Hotels, 2019-2022"
    paste(form, f"{line}\nTutor, Acme Ltd, 2001-2002")
    job = form.locator(".gop-tick", has_text="Casa Verde")
    title, employer = job.get_by_label("Job title"), job.get_by_label("Employer")
    said = f"“{title.input_value()}” is read as what you were, “{employer.input_value()}” as the employer."
    expect(job.locator(".gop-doubt")).to_have_text(said)
    employer.fill("Casa Verde")
    employer.press("Enter")
    expect(job.locator(".gop-doubt")).to_have_count(0)
    expect(employer).to_have_value("Casa Verde")


def test_what_a_job_has_no_field_for_is_said_in_a_sentence_with_its_quotation_closed(bring: Any) -> None:
    _, form, _ = bring
    desk = "desk 3 beside the window of the Northern Region and all of its islands"
    paste(form, f"Editor, Acme, Berlin, {desk}, 2014-2017\nTutor, Acme, Leeds, desk 3, 2001-2002")
    why = "beside it: a job has no field for this."
    cut = "We left out “desk 3 beside the window of the Northern Region and all of…”"
    expect(form.locator(".gop-doubt")).to_have_text([f"{cut} {why}", f"We left out “desk 3” {why}"])


def test_who_leaves_is_asked_once_something_was_put_right(bring: Any) -> None:
    page, form, _ = bring
    leave = "() => dispatchEvent(new Event('beforeunload', {cancelable: true}))"
    for ends in ("Back to my text", "Add these 2 jobs"):
        paste(form, "Edtor, Acme, Leeds, 2014-2017\nCook, Bar, 2012-2013")
        expect(form.get_by_text("Nothing is written yet")).to_be_visible()
        assert page.evaluate(leave), "nothing to lose: the text is as it was"
        form.get_by_role("button", name="Change Edtor, Acme").click()
        form.get_by_label("Job title").first.fill("Editor")
        form.get_by_label("Job title").first.press("Enter")
        expect(form.get_by_role("checkbox", name="Editor, Acme")).to_be_visible()
        assert not page.evaluate(leave)
        form.get_by_role("button", name=ends).click()
        expect(form.locator(".gop-tick")).to_have_count(0)
        assert page.evaluate(leave)


def test_a_field_one_has_gone_on_to_stays_selected_when_the_one_before_is_answered(bring: Any) -> None:
    page, form, _ = bring
    paste(form, "Edtor, Acme, Leeds, 2014-2017\nCook, Bar, 2012-2013")
    form.get_by_role("button", name="Change Edtor, Acme").click()
    end = form.get_by_label("End").first
    end.select_text()  # as the Tab key does
    sent = "(title) => ((title.value = 'Editor'), title.dispatchEvent(new Event('change')))"
    form.get_by_label("Job title").first.evaluate(sent)  # as if its answer had been on its way
    expect(form.get_by_role("checkbox", name="Editor, Acme")).to_be_visible()
    page.keyboard.type("2016-09")
    expect(end).to_have_value("2016-09")


def test_the_same_job_is_asked_and_said(bring: Any, record: Record) -> None:
    page, form, _ = bring
    paste(form, "Fieldwork lead, Harrowfen, Sept 2013 - Oct 2015\nCrew lead, Harrowfen, 2013-2015")
    expect(form.get_by_role("heading", name="We found 1 job, perhaps 2")).to_be_visible()
    first, second = (form.locator(f"input[value='line {number}']") for number in (1, 2))
    expect(second).not_to_be_checked()
    assert _axe(page) == []
    form.get_by_role("button", name="Two jobs").click()
    expect(second).to_be_checked()
    form.get_by_role("button", name="Same job: Crew lead").click()
    expect(second).not_to_be_checked()
    expect(first).to_have_accessible_name("Crew lead, Harrowfen")
    form.get_by_role("button", name="Two jobs").click()
    expect(first).to_have_accessible_name("Fieldwork lead, Harrowfen")
    form.get_by_role("button", name="Same job: Crew lead").click()
    expect(first).to_have_accessible_name("Crew lead, Harrowfen")
    form.get_by_role("button", name="Add this job").click()
    expect(form.get_by_role("heading")).to_contain_text("1 new job")
    assert facts(record, "title", "started") == [("Crew lead", "2013-09")]


def test_a_scale_is_asked_and_given_by_one_click(bring: Any, record: Record) -> None:
    page, form, _ = bring
    table = "title;Freedom;Mood\nCook;5;often\nClerk;2;never\nBaker;?;always\n"
    file = {"name": "jobs.csv", "mimeType": "text/csv", "buffer": table.encode()}
    form.get_by_label("Choose a file").set_input_files(file)
    expect(form.get_by_text("No number goes above 5. Until you say, we take 1 to 7.")).to_be_visible()
    form.get_by_role("checkbox", name="Clerk", exact=True).uncheck()
    form.get_by_role("button", name="1 to 5").click()
    expect(form.get_by_text("1 to 5, as you said")).to_be_visible()
    expect(form.get_by_role("checkbox", name="Clerk", exact=True)).not_to_be_checked()  # as it was
    expect(form.get_by_label("often")).to_have_value("4")
    form.get_by_label("often").fill("5")
    form.get_by_label("often").press("Enter")
    expect(form.get_by_label("often")).to_have_value("5")
    assert _axe(page) == []
    freedom = form.get_by_role("checkbox", name="Freedom")
    freedom.uncheck()
    expect(form.get_by_text("1 to 5, as you said")).not_to_be_visible()  # no column, no scale
    freedom.check()
    expect(form.get_by_text("1 to 5, as you said")).to_be_visible()
    form.get_by_role("button", name="Add these 2 jobs").click()
    expect(form.get_by_role("heading")).to_contain_text("2 new jobs")
    said = record.current(items=("freedom", "mood"))
    cook = record.units("role")[0].id
    assert (said[cook, "freedom"].value, said[cook, "mood"].value) == (5, 5)
    assert catalogue.load(record.folder / "catalogue.toml").item("freedom").scale.max == 5


def test_what_is_no_job_is_said_openly_and_not_ticked(bring: Any, stage: Any) -> None:
    page, form, _ = bring
    rows = "".join(f"Clerk {place},Acme,2025-01-17,Applied\n" for place in range(9))
    table = f"Job Title,Company,Date Applied,Status\n{rows}"
    file = {"name": "t.csv", "mimeType": "text/csv", "buffer": table.encode()}
    form.get_by_label("Choose a file").set_input_files(file)
    expect(
        form.get_by_text("These look like applications (Date Applied, Status), not jobs you had")
    ).to_be_visible()
    expect(form.locator(".gop-main")).to_have_attribute("aria-disabled", "true")
    form.get_by_text("Found, but not ticked (9)").click()
    form.get_by_role("checkbox", name="Clerk 3, Acme").check()
    expect(form.get_by_role("button", name="Add this job")).to_have_attribute("aria-disabled", "false")
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert stage.barriers() == []
