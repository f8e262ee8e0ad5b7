"""One tree, four kinds of file: the same text in each, and nothing typed is more than text."""

from __future__ import annotations

import io
import re
import shutil
import socket
import stat
import subprocess
import sys
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pypdf
import pytest
from docx import Document

from good_on_paper.brief import to_pdf as pdf_writer
from good_on_paper.brief.blocks import PAPERS, Leaf, LeafBlock, LeafRow, harmless
from good_on_paper.brief.compose import PARTS, compose
from good_on_paper.brief.errors import BriefError
from good_on_paper.brief.save import WRITERS, save
from good_on_paper.brief.to_pdf import can_pdf, to_pdf
from good_on_paper.record import RecordError
from good_on_paper.study.person import Person
from tests.brief.reading import KINDS, bare, read

if TYPE_CHECKING:
    from pathlib import Path

    from good_on_paper.brief.blocks import Paper
    from good_on_paper.kit.me import Me
    from good_on_paper.record import Record

needs_typst = pytest.mark.skipif(not can_pdf(), reason="typst has no wheel here")
OFFICE = shutil.which("soffice")
CELL = (("unit", "item"),)
NASTY = (
    "#[x] *b* _u_ $x$ @ref <script>alert(1)</script> =SUM(A1) $\\frac{1}{2}$ {{7*7}} `x` [a](b) &amp; <!-- "
    '#import "@preview/x:1.0.0" {% raw %} - 1. ~ ^ |'
)
HEBREW, ARABIC = "מה קורה כאן", "مرحبا بالعالم"


def leaf(text: str) -> Leaf:
    row = LeafRow(text, text, text, CELL)
    looks = (("three", "top"), ("terms", "side"), ("lines", "side"), ("boxes", "side"), ("questions", "main"))
    blocks = [LeafBlock(look, look, place, (row, row), text, text) for look, place in looks]
    return harmless(Leaf("A4", text, text, (text,), tuple(blocks), text))


@pytest.mark.parametrize("paper", PAPERS)
def test_all_four_have_the_same_text_in_the_same_order_and_add_none(me: Me, paper: str) -> None:
    made = compose(me, paper=paper)
    for kind in KINDS:
        rest = read(made, kind)
        kept = []
        for text in map(bare, made.texts()):
            before, found, rest = rest.partition(text)
            assert found, f"{kind}: {text}"
            kept.append(before)
        left = re.sub(r"[\d.:#*\[\]☐-]", "", "".join([*kept, rest]))
        assert left in ("", "GoodonPaper"), kind


@pytest.mark.parametrize("kind", KINDS)
def test_what_looks_like_markup_is_text_in_each(kind: str) -> None:
    assert read(leaf(NASTY), kind).count(bare(NASTY)) >= 15
    data = WRITERS[kind](leaf(NASTY))
    if kind == "html":
        assert b"<script" not in data
    if kind == "md":
        assert b"<script" not in data.replace(b"\\<", b"")


@pytest.mark.parametrize("kind", KINDS)
def test_scripts_from_right_to_left_come_out_whole(kind: str) -> None:
    for text in (HEBREW, ARABIC):
        found = read(leaf(text), kind)
        words = text.split() if kind == "pdf" else [bare(text)]  # pypdf turns the order of the words round
        assert all(word in found for word in words)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "pdf"])
def test_chinese_and_emoji_come_out_whole(kind: str) -> None:
    text = "你好世界 👩🏽‍🚒 🔥"
    assert bare(text) in read(leaf(text), kind)


@needs_typst
def test_a_pdf_has_every_letter_or_says_what_to_do_instead() -> None:
    try:
        found = read(leaf("你好 \U00013080"), "pdf")  # this computer has the fonts
    except BriefError as error:
        found = str(error)
    assert "你好" in found or ("Save it as a page instead" in found and "你" not in found)


def test_what_no_font_has_and_what_turns_the_rest_round_is_left_out() -> None:
    made = harmless(Leaf("A4", "a\x00b\x1b[31m\u202ec\u2066d\ud800e\nf"))
    assert made.title == "ab[31mcde f"
    for kind in KINDS:
        assert bare("ab[31mcdef") in read(made, kind)


@needs_typst
def test_the_same_paper_gives_the_same_bytes_and_reaches_for_nothing(
    me: Me, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_more: object) -> None:
        raise AssertionError("the network")

    monkeypatch.setattr(socket, "socket", refuse)
    made = compose(me)
    first, second = to_pdf(made), to_pdf(made)
    assert first == second
    reader = pypdf.PdfReader(io.BytesIO(first))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert reader.metadata.title == made.title
    assert reader.metadata.author is None
    assert b"pdfuaid" in first


def test_where_there_is_no_typst_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(BriefError, match="Save it as a page instead"):
        to_pdf(Leaf("A4", "Mill"))
    monkeypatch.setattr(pdf_writer, "find_spec", lambda _name: None)
    assert not can_pdf()


def test_the_fewer_questions_the_more_room_to_write_and_none_on_a_card() -> None:
    def lines(asked: int, paper: Paper = "A4") -> int:
        rows = tuple(LeafRow("Why?", cells=CELL) for _ in range(asked))
        return Leaf(paper, "Mill", blocks=(LeafBlock("questions", "questions", "main", rows),)).lines

    assert [lines(asked) for asked in (1, 2, 3, 4, 5, 9)] == [6, 6, 6, 5, 4, 2]
    assert lines(3, "card") == 0


@needs_typst
def test_a_sheet_is_one_page_and_a_card_two_sides_and_a_long_name_stays_on_them(me: Me) -> None:
    def pages(made: Leaf) -> list[pypdf.PageObject]:
        return list(pypdf.PdfReader(io.BytesIO(to_pdf(made))).pages)

    assert [len(pages(compose(me, paper=paper))) for paper in PAPERS] == [1, 1, 2]
    name = "The Land, River and Wetland Restoration Trust of the Northern Region, " + "Betriebswerk" * 5
    for paper in ("A4", "card"):
        text = pages(replace(compose(me, paper=paper), title=name))[0].extract_text()
        assert bare(name) in bare(text)
        assert not [line for line in text.splitlines() if "Betriebswerk" * 5 in bare(line)]


@needs_typst
def test_no_foot_stands_in_the_middle_of_an_empty_sheet(record: Record) -> None:
    """What is left of the page is lines to remember something on."""
    record.answer(record.person, "guesses", ["pace"], sitting=record.sitting("said"))
    for paper in ("A4", "Letter"):
        for parts in (PARTS, ("take_home", "questions")):
            leaf = compose(Person(record), paper=paper, parts=tuple(parts))
            (page,) = pypdf.PdfReader(io.BytesIO(to_pdf(leaf))).pages
            found = []
            page.extract_text(visitor_text=lambda text, _, at, *__, to=found: to.append((text, at[5])))
            (foot,) = [place for text, place in found if "For my eyes only" in text]
            assert foot < 0.09 * float(page.mediabox.height)


def test_a_word_document_has_styles_of_words_own_and_tells_no_day(me: Me) -> None:
    data = WRITERS["docx"](compose(me))
    document = Document(io.BytesIO(data))
    styles = {paragraph.style.name for paragraph in document.paragraphs}
    assert {"Title", "Subtitle", "Heading 1", "Heading 2", "List Bullet", "Caption"} <= styles
    assert document.core_properties.author == ""
    assert document.core_properties.created.year == 2000
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert not any("http" in part and "external" in part.lower() for part in parts.namelist())


@pytest.mark.skipif(OFFICE is None, reason="no LibreOffice here to open it with")
def test_a_word_paper_opened_elsewhere_is_one_page_and_a_card_two_sides(me: Me, tmp_path: Path) -> None:
    files = []
    for paper in PAPERS:
        files.append(tmp_path / f"{paper}.docx")
        files[-1].write_bytes(WRITERS["docx"](compose(me, paper=paper)))
    own = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    words = [OFFICE, own, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, *files]
    subprocess.run([str(word) for word in words], check=True, capture_output=True, timeout=120)
    read_back = [pypdf.PdfReader(file.with_suffix(".pdf")) for file in files]
    assert [len(one.pages) for one in read_back] == [1, 1, 2]
    asked = compose(me).blocks[-2].rows[0].text
    assert bare(asked) in bare(read_back[0].pages[0].extract_text())


@pytest.mark.parametrize("kind", KINDS)
def test_saved_for_the_owner_alone_and_never_over_another(me: Me, tmp_path: Path, kind: str) -> None:
    path = me.brief().save(tmp_path / f"brief.{kind}")
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(RecordError, match="already"):
        me.brief().save(path)


def test_an_unknown_ending_says_which_there_are(tmp_path: Path) -> None:
    with pytest.raises(BriefError, match=r"brief\.rtf: .*\.pdf, \.docx, \.md, \.html"):
        save(Leaf("A4", "Mill"), tmp_path / "brief.rtf")
    assert list(tmp_path.iterdir()) == []
