"""One file for the person: sheet, questions and whole picture; with letters, no name in any of its words."""

from __future__ import annotations

import io

import pypdf
import pytest

import good_on_paper as gop
from good_on_paper.brief.compose import compose
from good_on_paper.brief.errors import BriefError
from good_on_paper.brief.report import ReportParts, renamed, report_html, report_pdf, save_report
from good_on_paper.brief.to_pdf import can_pdf
from good_on_paper.brief.whole_file import WholeSheet
from good_on_paper.charts.whole_figure import in_words
from good_on_paper.export.stand_ins import folded, stand_ins_of
from good_on_paper.pages.whole_picture.composed import composed
from good_on_paper.record import RecordError


@pytest.fixture(scope="module")
def me():
    return gop.sample()


@pytest.fixture(scope="module")
def lettered(me):
    whole = composed(me, "letters", private=False)
    return renamed(ReportParts(compose(me), WholeSheet(whole)), stand_ins_of(me.record).replaced)


def employers(me):
    return {str(answer.value) for answer in me.record.answers(items=("employer", "place"))}


def test_the_page_holds_sheet_and_picture_and_with_letters_no_name(me, lettered):
    said = report_html(lettered).decode()
    named = report_html(ReportParts(compose(me), None)).decode()
    assert any(folded(name) in folded(named) for name in employers(me))
    words = said + in_words(lettered.sheet.whole)
    assert [name for name in employers(me) if folded(name) in folded(words)] == []
    assert said.count("<svg") == 1
    assert "<script" not in said
    assert "Employer " in said


@pytest.mark.skipif(not can_pdf(), reason="no typst here")
def test_the_pdf_is_one_file_of_both_and_with_letters_no_name(me, lettered):
    document = pypdf.PdfReader(io.BytesIO(report_pdf(lettered)))
    text = " ".join("\n".join(page.extract_text() for page in document.pages).split())
    assert len(document.pages) >= 2
    assert [name for name in employers(me) if folded(name) in folded(text)] == []
    assert "Employer " in text


def test_it_is_made_of_either_alone_and_never_of_nothing_nor_over_a_file(lettered, tmp_path):
    assert b"<svg" in report_html(ReportParts(None, lettered.sheet))
    with pytest.raises(BriefError, match="nothing for a report yet"):
        ReportParts(None, None)
    path = save_report(lettered, tmp_path / "mine.html")
    assert (path.stat().st_mode & 0o777) == 0o600
    with pytest.raises(RecordError, match="there is such a file already"):
        save_report(lettered, path)
    with pytest.raises(BriefError, match=r"\.pdf or \.html"):
        save_report(lettered, tmp_path / "mine.docx")
