"""The text of a CV as PDF or Word, as one reads it; what cannot be read is refused in words, soon."""

from __future__ import annotations

import io
import time
import zipfile
import zlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from good_on_paper.catalogue import load
from good_on_paper.intake import IntakeError, read
from good_on_paper.intake.docx_text import read_docx
from good_on_paper.intake.page_layout import in_reading_order
from good_on_paper.intake.pdf_text import read_pdf
from tests.intake.cv_makers import word_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SOON = 10.0
"""Seconds of the processor, whatever else it does; each takes well under two."""
TEXT = b"BT /F1 12 Tf 50 700 Td (Editor, Acme 2014-2017) Tj ET\n"
CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def pdf(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of these objects; the first is its catalogue."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, said in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, said)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start, size = len(out), len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return bytes(out + b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (size, trailer, start))


def stream(content: bytes, more: bytes = b"") -> bytes:
    packed = zlib.compress(content, 9)
    head = b"<</Length %d/Filter/FlateDecode%s>>" % (len(packed), more)
    return head + b"\nstream\n" + packed + b"\nendstream"


def paged(content: bytes, *, pages: int = 1, font: bytes = b"4 0 R", more: bytes = b"") -> list[bytes]:
    """The objects of a PDF of a page, once or several times."""
    kids = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b"3 0 R " * pages, pages)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 5 0 R/Resources<</Font<</F1 %s>>%s>>>>"
    return [CATALOG, kids, page % (font, more), FONT, content]


def locked(password: str) -> bytes:
    writer, out = PdfWriter(), io.BytesIO()
    writer.append(PdfReader(io.BytesIO(pdf(paged(stream(TEXT))))))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="AES-256")
    writer.write(out)
    return out.getvalue()


def forms() -> list[bytes]:
    many, form = (
        b"/X Do " * 2_000,
        b"/Type/XObject/Subtype/Form/Resources<</XObject<</X 7 0 R>>/Font<</F1 4 0 R>>>>",
    )
    return [*paged(stream(many), more=b"/XObject<</X 6 0 R>>"), stream(many, form), stream(TEXT * 50, form)]


def letters_of_no_font() -> bytes:
    glyphs = b"BT /F1 12 Tf 50 700 Td <" + b"E000E001E002E003" * 20 + b"> Tj ET"
    unicode = b"1 beginbfrange <E000> <E0FF> <E000> endbfrange"
    font = b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/ToUnicode 7 0 R>>"
    return pdf([*paged(stream(glyphs), font=b"6 0 R"), font, stream(unicode)])


CMAP = b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/ToUnicode 7 0 R>>"
MUCH = "far more than a CV does"
REFUSED: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "300 pages": (lambda: pdf(paged(stream(TEXT), pages=300)), "this PDF has 300 pages; expected at most 40"),
    "a scan": (lambda: pdf(paged(stream(b"0 0 m 9 9 l S"))), "we found no text in this PDF, only pictures"),
    "letters that are only drawn": (letters_of_no_font, "the letters in this PDF are only drawn"),
    "a password": (lambda: locked("secret"), "locked with a password; expected a copy without one"),
    "half of it": (lambda: pdf(paged(stream(TEXT)))[:200], "this PDF is damaged"),
    "nothing of it": (lambda: b"%PDF-1.7 and no more", "this PDF is damaged"),
    "very many objects": (lambda: pdf([*paged(stream(TEXT)), *[b"null"] * 200_000]), MUCH),
    "a page that unpacks to much": (lambda: pdf(paged(stream(b" " * 100_000_000))), MUCH),
    "a million lines": (lambda: pdf(paged(stream(TEXT * 500_000))), MUCH),
    "states in states": (lambda: pdf(paged(stream(b"q " * 5_000 + TEXT))), "damaged"),
    "lists in lists": (lambda: pdf(paged(stream(b"[" * 200_000 + TEXT))), "damaged"),
    "pages in a ring": (lambda: pdf([CATALOG, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>"]), "PDF"),
    "a font of four billion letters": (
        lambda: pdf(
            [
                *paged(stream(TEXT), font=b"6 0 R"),
                CMAP,
                stream(b"1 beginbfrange <00000000> <FFFFFFFF> <0000> endbfrange"),
            ]
        ),
        MUCH,
    ),
    "a junk of brackets": (lambda: b"%PDF-1.4\n" + b"\x00<([{/ " * 500_000, "damaged"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_pdf_that_cannot_be_read_is_refused_soon_in_words(name: str) -> None:
    make, says = REFUSED[name]
    data = make()
    begun = time.process_time()
    with pytest.raises(IntakeError, match=r"^cv\.pdf: ") as caught:
        read(data, "cv.pdf", load())
    assert time.process_time() - begun < SOON
    assert says in str(caught.value)
    assert len(str(caught.value)) < 300


def test_a_pdf_locked_for_printing_only_is_read() -> None:
    assert read_pdf(locked(""), "cv.pdf") == (["Editor, Acme 2014-2017"], [])


def test_forms_in_forms_are_read_so_far_and_it_is_said() -> None:
    begun = time.process_time()
    lines, notes = read_pdf(pdf(forms()), "cv.pdf")
    assert time.process_time() - begun < SOON
    assert lines[0].startswith("Editor, Acme 2014-2017")
    assert notes[-1].startswith("Some text of this PDF may be missing")


def test_a_page_without_text_among_others_is_named() -> None:
    objects = paged(stream(TEXT))
    objects[1] = b"<</Type/Pages/Kids[3 0 R 6 0 R]/Count 2>>"
    scan = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 7 0 R>>"
    lines, notes = read_pdf(pdf([*objects, scan, stream(b"0 0 m 9 9 l S")]), "cv.pdf")
    assert (lines, notes) == (["Editor, Acme 2014-2017"], ["Page 2 holds no text we can read."])


def test_text_in_a_form_within_the_page_is_read() -> None:
    form = b"/Type/XObject/Subtype/Form/Resources<</Font<</F1 4 0 R>>>>"
    data = pdf([*paged(stream(b"/X Do"), more=b"/XObject<</X 6 0 R>>"), stream(TEXT, form)])
    assert read_pdf(data, "cv.pdf")[0] == ["Editor, Acme 2014-2017"]


# --- Word -------------------------------------------------------------------------------------------------


def replaced(**parts: bytes) -> bytes:
    """A sound Word file with some of its parts replaced; dots in names stand for slashes."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(word_of("Editor"))) as sound,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in sound.namelist():
            made.writestr(name, parts.pop(name, None) or sound.read(name))
        for name, content in parts.items():
            made.writestr(name, content)
    return out.getvalue()


def document(body: bytes, before: bytes = b"") -> bytes:
    xmlns = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    whole = before + b'<w:document xmlns:w="%s"><w:body>%s</w:body></w:document>' % (xmlns, body)
    return replaced(**{"word/document.xml": whole})


def entities() -> bytes:
    each = [f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)]
    return ('<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">' + "".join(each) + "]>").encode()


BAD_WORD: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "nothing in it": (lambda: word_of(""), "no text in this Word file"),
    "half of it": (lambda: word_of("Editor")[:9_000], "this Word file is damaged"),
    "no XML": (lambda: replaced(**{"word/document.xml": b"Editor"}), "this Word file is damaged"),
    "a picture of 70 MB": (lambda: replaced(**{"word/media/a.png": b" " * 70_000_000}), MUCH),
    "a text of 11 MB": (lambda: document(b" " * 11_000_000), MUCH),
    "a million paragraphs": (lambda: document(b"<w:p/>" * 1_000_000), MUCH),
    "tables in tables": (lambda: document(b"<w:tbl><w:tr><w:tc>" * 5_000), "damaged"),
    "entities": (lambda: document(b"<w:p><w:r><w:t>&j;</w:t></w:r></w:p>", entities()), "Word file"),
    "an entity of the computer": (
        lambda: document(
            b"<w:p><w:r><w:t>&j;</w:t></w:r></w:p>",
            b'<!DOCTYPE l [<!ENTITY j SYSTEM "file:///etc/hostname">]>',
        ),
        "no text",
    ),
}


@pytest.mark.parametrize("name", BAD_WORD)
def test_a_word_file_that_cannot_be_read_is_refused_soon_in_words(name: str) -> None:
    make, says = BAD_WORD[name]
    data = make()
    begun = time.process_time()
    with pytest.raises(IntakeError, match=r"^cv\.docx: ") as caught:
        read(data, "cv.docx", load())
    assert time.process_time() - begun < SOON
    assert says in str(caught.value)
    assert len(str(caught.value)) < 300


def test_what_was_struck_out_is_not_read_and_a_field_to_fill_in_is() -> None:
    struck = b"<w:del><w:r><w:delText>Cook</w:delText></w:r></w:del>"
    added = b"<w:ins><w:r><w:t>Editor</w:t></w:r></w:ins>"
    field = b"<w:sdt><w:sdtContent><w:p><w:r><w:t>Acme</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    assert read_docx(document(b"<w:p>" + struck + added + b"</w:p>" + field), "cv.docx")[0] == [
        "Editor",
        "Acme",
    ]


def test_the_head_comes_first_the_foot_is_named_and_a_tab_parts() -> None:
    lines, notes = read_docx(word_of("^ Ann\n_ Page one\nEditor, Acme\t2014\n- Lists"), "cv.docx")
    assert lines == ["Ann", "Editor, Acme\t2014", "\N{BULLET} Lists"]
    assert notes == ["The foot of the page is left out: 'Page one'."]


def test_a_text_box_is_read_once_after_the_rest_and_a_heading_in_one_in_its_place() -> None:
    lines, notes = read_docx(word_of("Ann\n[] Contact / ann@example.org\n[] Work\nEditor"), "cv.docx")
    assert lines == ["Ann", "Work", "Editor", "Contact", "ann@example.org"]
    assert notes == ["Text boxes are read after the rest."]


# --- the order on a page ----------------------------------------------------------------------------------

WORDS = st.text("abcdefghijkl", min_size=3, max_size=9)


@given(*[st.lists(WORDS, min_size=4, max_size=30, unique=True)] * 2)
def test_two_columns_are_read_one_after_the_other_and_nothing_is_lost(
    left: list[str], right: list[str]
) -> None:
    height = max(len(left), len(right))
    rows = zip(left + [""] * (height - len(left)), right + [""] * (height - len(right)), strict=True)
    lines, two = in_reading_order(["\n".join(f"{one:20}{other}" for one, other in rows)])
    assert two
    assert lines == left + right


@given(st.lists(st.lists(WORDS, max_size=4), max_size=30))
def test_no_word_of_a_page_is_lost_or_made_up(rows: list[list[str]]) -> None:
    lines, _ = in_reading_order(["\n".join("   ".join(row) for row in rows)])
    said = [word.strip("\N{BULLET}") for line in lines for word in line.split()]
    assert sorted(filter(None, said)) == sorted(word for row in rows for word in row)


def test_columns_go_on_overleaf() -> None:
    page = "\n".join(f"left {n}{' ' * 20}right {n}" for n in range(5))
    lines, _ = in_reading_order([page, page])
    assert [line.split()[0] for line in lines] == ["left"] * 10 + ["right"] * 10


def test_dates_in_a_margin_stay_beside_their_job() -> None:
    page = "2014 - 2017    Editor\n               Acme\n" * 5
    assert in_reading_order([page]) == (["2014 - 2017\tEditor", "Acme"] * 5, False)


def test_dates_on_two_lines_of_a_margin_are_one_and_a_place_below_them_stands_last() -> None:
    page = "March 2014 -   Editor\nMay 2017       Acme\n2010 - 2014    Reader\nLeeds          Bell\n"
    lines, _ = in_reading_order([page])
    assert lines == ["March 2014 - May 2017\tEditor", "Acme", "2010 - 2014\tReader", "Bell\tLeeds"]


def test_lines_further_in_than_the_job_are_items_of_a_list_each_in_one_line() -> None:
    page = "Editor, Acme     2014 - 2017\n    Made lists of\n    all kinds\n    \N{BULLET} Sold\n      them"
    said, _ = in_reading_order([page])
    assert said == ["Editor, Acme\t2014 - 2017", "\N{BULLET} Made lists of all kinds", "\N{BULLET} Sold them"]
