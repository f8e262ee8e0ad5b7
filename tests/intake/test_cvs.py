"""Whole CVs of our own, as PDF and Word, in seven languages: the jobs that come out, and what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from good_on_paper.intake import read
from tests.intake.cv_makers import CVS, jobs, word, word_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Browser

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.intake import Preview

PRINTED = sorted(path.stem for path in CVS.glob("*.html"))
WRITTEN = sorted(path.stem for path in CVS.glob("*.word"))


@pytest.fixture(scope="module")
def printed(chromium: Browser) -> Mapping[str, bytes]:
    """The CVs as PDF, as a browser prints them."""
    page = chromium.new_page()
    made = {}
    for name in PRINTED:
        page.set_content((CVS / f"{name}.html").read_text("utf-8"))
        made[name] = page.pdf(format="A4", print_background=True)
    page.close()
    return made


@pytest.mark.browser
@pytest.mark.parametrize("name", PRINTED)
def test_the_jobs_of_a_pdf_come_out(name: str, printed: Mapping[str, bytes], catalogue: Catalogue) -> None:
    holds(read(printed[name], "cv.pdf", catalogue), name)


@pytest.mark.parametrize("name", WRITTEN)
def test_the_jobs_of_a_word_file_come_out(name: str, catalogue: Catalogue) -> None:
    holds(read(word(name), "cv.docx", catalogue), name)


def holds(preview: Preview, name: str) -> None:
    """Every job is ticked with what, where and when, or what was assumed is said; nothing else is ticked."""
    ticked = [role for role in preview.roles if role.taken]
    noted = {note.partition(": ")[0] for note in preview.notes} | {part.where for part in preview.skipped}
    wanted = jobs(name)
    assert len(ticked) == len(wanted)
    for role, (title, *rest) in zip(ticked, wanted, strict=True):
        found = tuple(role.facts.get(key, "") for key in ("title", "employer", "started", "ended"))
        assert found == (title, *rest) or (title.startswith("? ") and role.where in noted), role
        assert role.written


def test_without_a_heading_over_the_jobs_none_is_ticked_and_it_is_said(catalogue: Catalogue) -> None:
    text = "Ann Berg\nEditor\nAcme\n2014 - 2017\nDrawing course\nTown Hall\n2018 - 2019"
    preview = read(word_of(text), "cv.docx", catalogue)
    assert [role.taken for role in preview.roles] == [False, False]
    assert preview.notes[0].startswith("We found no heading such as Work experience")


def test_each_job_shows_the_lines_it_was_read_from(catalogue: Catalogue) -> None:
    text = "# Experience\nAcme\nEditor\n2014 - 2017\n- Lists\nReader\n2012 - 2014"
    [editor, reader] = read(word_of(text), "cv.docx", catalogue).roles
    assert (editor.written, reader.written) == ("Acme / Editor / 2014 - 2017", "Reader / 2012 - 2014")
    assert editor.facts["summary"] == "- Lists"
