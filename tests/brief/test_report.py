"""One file for the person: sheet, questions and whole picture; with letters, no name in any of its words."""

from __future__ import annotations

import io
from html import escape

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
from good_on_paper.pages.whole_picture.report_charts import REPORT_CHARTS, report_charts
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
    named = folded(report_html(ReportParts(compose(me), None)).decode())
    assert any(folded(name) in named for name in employers(me))
    words = folded(said + in_words(lettered.sheet.whole))
    assert [name for name in employers(me) if folded(name) in words] == []
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


@pytest.fixture(scope="module")
def drawn(me):
    me.take_a_look()
    return {names: report_charts(me, REPORT_CHARTS, names) for names in ("names", "letters")}


def test_the_charts_chosen_are_in_the_page_in_words_too(me, drawn):
    assert len(drawn["names"]) == len(drawn["letters"]) >= len(REPORT_CHARTS)
    some = report_charts(me, ("dull",))
    assert [chart.title for chart in some] == [drawn["names"][-2].title]
    looked = len(me.record.history(me.record.person, "look"))
    page = report_html(ReportParts(None, None, tuple(some))).decode()
    assert page.count("<img") == 1
    assert escape(some[0].alt) in page
    assert len(me.record.history(me.record.person, "look")) == looked, "it is no look"


def test_with_letters_no_chart_holds_a_name_and_one_that_would_is_left_out(me, drawn):
    rename = stand_ins_of(me.record).replaced
    kept = renamed(ReportParts(None, None, tuple(drawn["letters"])), rename).charts
    assert len(kept) == len(drawn["letters"])
    svg = folded(" ".join(chart.svg() + chart.alt for chart in kept))
    assert [name for name in employers(me) if folded(name) in svg] == []
    with pytest.raises(BriefError, match="nothing for a report yet"):
        renamed(ReportParts(None, None, (drawn["names"][0],)), rename)


@pytest.mark.skipif(not can_pdf(), reason="no typst here")
def test_the_pdf_has_the_charts_between_sheet_and_picture(lettered, drawn):
    whole = ReportParts(lettered.leaf, lettered.sheet, tuple(drawn["letters"][:2]))
    assert len(pypdf.PdfReader(io.BytesIO(report_pdf(whole))).pages) == len(["sheet", " charts", " picture"])
    alone = ReportParts(None, None, tuple(drawn["letters"][:1]))
    assert len(pypdf.PdfReader(io.BytesIO(report_pdf(alone))).pages) == 1


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
