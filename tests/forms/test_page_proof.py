"""The search on paper: behind a button, chosen parts, a month a page, on A4 and on Letter."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from good_on_paper.brief.search_proof import months_of, proof_as_html, search_steps
from good_on_paper.forms import SearchProof
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.intake.log_file import read_log_text
from good_on_paper.study.bring_log import bring_log
from good_on_paper.study.person import Person
from tests.forms.test_page_after import look_at

if TYPE_CHECKING:
    from good_on_paper.record import Record

    Stage = Any

pytestmark = pytest.mark.browser
ROWS = (
    "Company,Role,Date applied,Interview date,Interviewer,Source,Status,Notes\n"
    "Fenn & Sons,Nurse,2026-02-27,2026-03-10,Ms Sill,a friend,Rejected,cold room\n"
    "Oakley,Nurse,2026-03-05,,,Indeed,Applied,\n"
    "Brightwater,Gardener,2026-03-20,2026-04-02,Mr Vell,Indeed,,warm\n"
)


@pytest.fixture
def person(record: Record) -> Person:
    bring_log(read_log_text(ROWS), Snapshot(record))
    return Person(record)


def test_a_month_a_page_and_nothing_but_what_was_chosen(stage: Stage, person: Person) -> None:
    steps = search_steps(person.processes(), person.interviews())
    assert [step.what for step in steps] == [
        "application",
        "application",
        "interview",
        "application",
        "interview",
    ]
    html = proof_as_html(steps, months=list(months_of(steps)), parts=())
    assert "Fenn &amp; Sons" in html
    for said in ("Nurse", "Ms Sill", "a friend", "cold room", "no"):
        assert f"<td>{said}</td>" not in html
    assert "<td>Nurse</td><td>a friend</td>" in proof_as_html(
        steps, months=["2026-03"], parts=["found", "job"]
    )
    pypdf = pytest.importorskip("pypdf")
    for paper, width in (("a4", 595), ("letter", 612)):
        stage.page.set_content(proof_as_html(steps, months=list(months_of(steps)), parts=(), paper=paper))
        pages = pypdf.PdfReader(io.BytesIO(stage.page.pdf(prefer_css_page_size=True))).pages
        assert len(pages) == 3
        assert round(float(pages[0].mediabox.width)) == width
        assert "My job search, March 2026" in pages[1].extract_text()


def test_it_is_printed_or_saved_on_request_only(stage: Stage, person: Person) -> None:
    root = stage.show(SearchProof(person))
    expect(root.get_by_text("Which months")).to_be_hidden()
    root.get_by_role("button", name="Print proof of your job search").click()
    expect(root.get_by_role("group", name="Which months").get_by_role("checkbox")).to_have_count(3)
    expect(root.get_by_role("checkbox", name="April 2026")).to_be_checked()
    expect(root.get_by_role("checkbox", name="How it stands")).not_to_be_checked()
    root.get_by_role("checkbox", name="March 2026").check()
    root.get_by_role("radio", name="US Letter").check()
    look_at(stage, "proof")
    assert stage.barriers() == []
    root.get_by_role("button", name="Save as a page").click()
    expect(root.get_by_text("Saved: ").last).to_be_visible()
    expect(root.get_by_role("button", name="Open it")).to_be_visible()
    (path,) = Path(person.exports).glob("job search *.html")
    text = path.read_text("utf-8")
    assert (text.count("<section>"), "size: letter" in text) == (2, True)
    assert path.stat().st_mode & 0o077 == 0
    root.get_by_role("checkbox", name="March 2026").uncheck()
    root.get_by_role("checkbox", name="April 2026").uncheck()
    root.get_by_role("button", name="Save as a page").click()
    expect(root.locator(".gop-told")).to_have_text("Choose a month first.")
    stage.page.set_viewport_size({"width": 390, "height": 800})
    assert stage.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_what_hurt_and_what_is_still_to_come_is_not_on_it(person: Person, record: Record) -> None:
    (unit, *_) = list(record.units("interview"))
    record.answer(unit, "hurt", "yes", sitting=record.sitting("x"), private=True)
    ahead = (person.today + dt.timedelta(days=40)).isoformat()
    bring_log(read_log_text(f"Company,Date,Round\nLater,{ahead},First\n"), Snapshot(record))
    told = SearchProof(Person(record)).handle(
        {"type": "sheet", "n": 1, "token": "t", "format": "a4", "places": ["2026-02", "2026-03", "2026-04"]}
    )[0]["html"]
    assert "Interview" not in told.split("April")[0]
    assert "Later" not in told
