"""Whole CVs of our own, as PDF and Word, in seven languages: the jobs that come out, and what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from good_on_paper.intake import read
from tests.intake.cv_makers import CVS, jobs, word

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
    """Every job is found and ticked with what, where and when; nothing else is ticked."""
    found = [
        tuple(role.facts.get(key, "") for key in ("title", "employer", "started", "ended"))
        for role in preview.roles
        if role.taken
    ]
    assert found == jobs(name)
