"""The whole picture as files: they open, have the size of their paper, and hold nothing private."""

from __future__ import annotations

import io
import json
import re
import stat
import zlib
from contextlib import suppress

import pytest
from PIL import Image
from pypdf import PdfReader

import good_on_paper as gop
from good_on_paper.brief.errors import BriefError
from good_on_paper.brief.to_pdf import can_pdf
from good_on_paper.brief.whole_file import WholeSheet, whole_page, whole_pdf, whole_png, whole_svg
from good_on_paper.charts.whole_figure import in_words, whole_figure

pytestmark = pytest.mark.skipif(not can_pdf(), reason="typst has no wheel here")


@pytest.fixture(scope="module")
def me():
    return gop.sample()


@pytest.fixture(scope="module")
def sheet(me):
    return me.picture()


@pytest.mark.parametrize(("paper", "points"), [("A4", (595, 842)), ("A3", (842, 1191))])
def test_the_pdf_is_one_tagged_sheet_of_its_size(me, paper, points):
    sheet = me.picture(paper=paper)
    pdf = PdfReader(io.BytesIO(whole_pdf(sheet)))
    assert len(pdf.pages) == 1
    box = pdf.pages[0].mediabox
    assert (round(box.width), round(box.height)) == points
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert pdf.metadata.title == "The whole picture"
    assert "Fieldwork lead" in pdf.pages[0].extract_text()  # letters stay letters


def test_all_of_it_is_there_in_words(sheet):
    told = in_words(sheet.whole)
    for row in sheet.whole.proud:
        assert row.text in told
    for part in sheet.whole.parts:
        assert part.title in told
        assert part.finding in told
    page = whole_page(sheet).decode()
    assert 'role="img" aria-label="The whole picture, ' in page


def test_the_picture_has_the_shape_of_its_paper(me):
    wide, high = Image.open(io.BytesIO(whole_png(me.picture()))).size
    assert wide == pytest.approx(210 / 25.4 * 200, abs=1)
    assert high / wide == pytest.approx(2**0.5, rel=0.001)


def private(me):
    """Give what the person marked private, or did not say may be shown."""
    told = me.stories()
    done = me.achievements().query("not may_show")
    texts = [*told.loc[told["private"], "text"], *done["what"], *done["told"], *done["stayed"]]
    texts += list(me.take_home().query("private")["label"])
    may = me.achievements().query("may_show")
    said_twice = {*may["what"], *may["stayed"]}
    return {text for text in texts if len(text) > len("a few")} - said_twice


def test_nothing_private_is_in_what_is_saved(me, sheet):
    hidden = private(me)
    assert len(hidden) > 20
    texts = [text.get_text() for text in whole_figure(sheet.whole).texts]
    kept = in_words(sheet.whole) + " ".join(texts) + whole_page(sheet).decode() + whole_svg(sheet).decode()
    pdf = whole_pdf(sheet)
    for one in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        with suppress(zlib.error):
            kept += zlib.decompress(one).decode("latin-1")
    kept += PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
    assert [text for text in hidden if text in kept] == []
    assert "Being watched" in in_words(me.picture(private=True).whole)  # only where somebody asks


def test_letters_name_no_job_and_no_employer(me):
    told = in_words(me.picture(names="letters").whole) + json.dumps(
        [text.get_text() for text in whole_figure(me.picture(names="letters").whole).texts]
    )
    roles = me.roles()
    assert [name for name in (*roles.index, *roles["employer"]) if name in told] == []


def test_saving_makes_a_new_file_for_the_owner_alone(sheet, tmp_path):
    path = sheet.save(tmp_path / "whole.pdf")
    assert path.read_bytes() == whole_pdf(sheet)  # the same bytes each time
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(Exception, match="such a file already"):
        sheet.save(path)
    with pytest.raises(BriefError, match=r"whole\.txt: we cannot write .* \.txt\. Expected one of \.pdf"):
        sheet.save(tmp_path / "whole.txt")
    with pytest.raises(BriefError, match="'A5' is no size of ours; expected one of A4, A3"):
        WholeSheet(sheet.whole, "A5")


def test_of_nothing_no_sheet_is_made(tmp_path):
    me = gop.open(tmp_path, create=True)
    with pytest.raises(BriefError, match=r"nothing to put on paper yet\. Name one job in Your work so far"):
        me.picture().save(tmp_path / "whole.pdf")
    assert not (tmp_path / "whole.pdf").exists()
    me.record.close()
