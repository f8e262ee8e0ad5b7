"""Files that are broken, or meant to do harm: a clear error or a safe read, soon; the record untouched."""

from __future__ import annotations

import io
import json
import time
import zipfile
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from good_on_paper.catalogue import load
from good_on_paper.intake import IntakeError, bring_in, limits, read
from good_on_paper.intake.preview_text import sentences
from good_on_paper.record.archive import archive_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from good_on_paper.record import Record

SOON = 10.0
"""Seconds of the processor; each takes about one where nothing else runs."""
SHARE = 8
"""How much longer four times the file may take, where that is not soon: twice its share."""
HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
TAIL = b"</sheetData></worksheet>"
TITLE = b'<c r="A1" t="inlineStr"><is><t>title</t></is></c>'


def workbook(sheet: bytes) -> bytes:
    """A sound workbook whose first sheet is replaced."""
    sound, spoilt = io.BytesIO(), io.BytesIO()
    openpyxl.Workbook().save(sound)
    with zipfile.ZipFile(sound) as parts, zipfile.ZipFile(spoilt, "w", zipfile.ZIP_DEFLATED) as made:
        for name in parts.namelist():
            made.writestr(name, sheet if name == "xl/worksheets/sheet1.xml" else parts.read(name))
    return spoilt.getvalue()


def entities() -> bytes:
    each = [f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)]
    return ('<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">' + "".join(each) + "]>").encode()


def rows(number: int) -> bytes:
    return b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(1, number + 1))


def in_good_time(look: Callable[[bytes], Any], make: Callable[[int], bytes], size: int) -> Any:
    """Look at a file: soon, or in no more than its share of the time a quarter of it takes just then."""
    data = make(size)
    assert len(data) <= limits.BYTES
    begun = time.process_time()
    try:
        return look(data)
    finally:
        took = time.process_time() - begun
        if took > SOON:  # so slow a computer, or so slow a reader?
            assert size > 1, took
            data, begun = make(size // 4), time.process_time()
            with suppress(IntakeError):
                look(data)
            assert took < SHARE * (time.process_time() - begun), took


REFUSED = {
    "a million rows": (
        "x.csv",
        1_000_000,
        lambda many: b"title,pace\n" + b"a,1\n" * many,
        "more than 2,000 rows",
    ),
    "a million blank rows": ("x.csv", 1_000_000, lambda many: b"title,pace\n" + b",\n" * many, "blank rows"),
    "a row of commas": ("x.csv", 19_000_000, lambda many: b"," * many, "19,000,001 columns"),
    "one endless cell": ("x.csv", 19_000_000, lambda many: b"a" * many, "a cell is far too long"),
    "quotes only": ("x.csv", 5_000_000, lambda many: b'"' * many, "far too long"),
    "quotes that stay open": ("x.csv", 1, lambda _: b'title,pace\n"Editor\nCook,3\n', "do not close"),
    "NUL": ("x.csv", 1, lambda _: b"title,pace\nEd\x00itor,3\n", "line 2: a NUL character"),
    "NUL in a text": ("x.txt", 1, lambda _: b"Editor\x00, Acme", "a NUL character"),
    "UTF-16 cut in half": ("x.csv", 1, lambda _: "title,pace".encode("utf-16")[:-1], "it starts as UTF-16"),
    "UTF-16 without a mark": ("x.csv", 1, lambda _: "title,pace\nä,1".encode("utf-16-le"), "NUL"),
    "no encoding at all": ("x.csv", 1, lambda _: b"title,pace\n\x81\x8d\x8f\x90\x9d,1\n", "unknown encoding"),
    "a million lines": ("x.txt", 800_000, lambda many: b"Editor, Acme, 2014-2017\n" * many, "800,000 lines"),
    "a million lines of a CV": (
        "x.txt",
        800_000,
        lambda many: b"Experience\n2014 - 2017\n" * many,
        "1,600,000 lines",
    ),
    "deep JSON": ("x.json", 9_000_000, lambda many: b"[" * many, "nested too deeply"),
    "a number without end": (
        "x.json",
        1_000_000,
        lambda many: b'{"work":[' + b"9" * many + b"]}",
        "too long",
    ),
    "not a number": ("x.json", 1, lambda _: b'{"work":[{"name":NaN}]}', "NaN is no JSON"),
    "a million rows in a workbook": (
        "x.xlsx",
        10**6,
        lambda many: workbook(HEAD + rows(many) + TAIL),
        "400,000 rows",
    ),
    "entities": (
        "x.xlsx",
        1,
        lambda _: workbook(entities() + HEAD + b"<row>" + TITLE.replace(b"title", b"&j;") + b"</row>" + TAIL),
        "damaged",
    ),
    "an entity of the computer": (
        "x.xlsx",
        1,
        lambda _: workbook(b'<!DOCTYPE l [<!ENTITY j SYSTEM "file:///etc/hostname">]>' + HEAD + TAIL),
        "damaged",
    ),
    "a sheet that unpacks to much": (
        "x.xlsx",
        210_000_000,
        lambda many: workbook(b" " * many),
        "it unpacks to 210 MB",
    ),
    "a page of the web": (
        "x.json",
        1,
        lambda _: b"<!doctype html><script>alert(1)</script>",
        "this is no JSON",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_soon_in_words_and_changes_nothing(name: str, record: Record, overlay: Path) -> None:
    file, size, make, says = REFUSED[name]
    before = archive_text(record.path)

    def look(data: bytes) -> None:
        bring_in(read(data, file, load(overlay)), record, overlay)

    with pytest.raises(IntakeError) as caught:
        in_good_time(look, make, size)
    assert says in str(caught.value)
    assert str(caught.value).startswith(file)
    assert len(str(caught.value)) < 500
    assert archive_text(record.path) == before
    assert not overlay.exists()


TAKEN = {
    "JSON of no jobs": (
        "x.json",
        200_000,
        lambda many: json.dumps({"work": [{"a": n} for n in range(many)]}),
    ),
    "JSON of numbers": ("x.json", 2_000_000, lambda many: json.dumps({"work": [1] * many})),
    "highlights without end": (
        "x.json",
        2_000_000,
        lambda many: json.dumps({"work": [{"highlights": [1] * many}]}),
    ),
    "fields without end": (
        "x.json",
        300_000,
        lambda many: json.dumps({"work": [{"name": "x"} | {str(n): 1 for n in range(many)}]}),
    ),
    "commas in a line": ("x.txt", 19_000, lambda many: ("," * many + "a\n") * 100),
    "brackets in a line": ("x.txt", 19_000, lambda many: ("a" + "(" * many + "\n") * 100),
    "marks that stay open in a line": ("x.txt", 19_000, lambda many: ("_a " * (many // 3) + "\n") * 100),
    "years in a line": ("x.txt", 3_000, lambda many: ("a " + "2014-" * many + "x\n") * 100),
}


@pytest.mark.parametrize("name", TAKEN)
def test_it_is_read_soon_and_what_is_left_out_stays_readable(name: str) -> None:
    file, size, make = TAKEN[name]
    catalogue = load()
    preview = in_good_time(lambda data: read(data, file, catalogue), lambda many: make(many).encode(), size)
    assert len(preview.skipped) <= limits.SKIPPED + 1
    assert sum(map(len, sentences(preview))) < 200_000


STRANGE = (
    *(
        "<script>alert(1)</script>",
        "\N{RIGHT-TO-LEFT OVERRIDE}gnp.exe",
        "${7*7} {{7*7}} %s %n",
        "'; DROP TABLE answer",
    ),
    *("\N{ZERO WIDTH SPACE}\N{ZERO WIDTH JOINER}x", "עורך ראשי", "a" + "\N{COMBINING ACUTE ACCENT}" * 300),
    *("\N{FAMILY}" * 100, "__proto__", "../../etc/passwd", "\ufeffx", "\N{LINE SEPARATOR}x", "e" * 19_000),
)


@pytest.mark.parametrize("text", STRANGE)
@pytest.mark.parametrize("kind", ["csv", "json", "bom", "utf-16", "crlf"])
def test_strange_words_come_in_as_words(text: str, kind: str, record: Record, overlay: Path) -> None:
    quoted = '"' + text.replace('"', '""') + '"'
    if kind == "json":
        data = json.dumps({"work": [{"position": text, "name": "Acme"}]}).encode()
    else:
        end = "\r\n" if kind == "crlf" else "\n"
        whole = f"title,employer{end}{quoted},Acme{end}"
        data = whole.encode({"bom": "utf-8-sig", "utf-16": "utf-16"}.get(kind, "utf-8"))
    bring_in(read(data, "x.json" if kind == "json" else "x.csv", load(overlay)), record, overlay)
    [title] = record.current(items=("title",)).values()
    unseen = dict.fromkeys(map(ord, "\u200b\u202e\ufeff"))  # marks of direction, places to break a word
    assert title.value == " ".join(text.translate(unseen).split())


@pytest.mark.parametrize(
    "date",
    [
        *("0000-00-00", "2014-13-45", "31 Feb 2015", "99999", "-1", "\u0662\u0660\u0661\u0664", "1e3"),
        *("2014-03-05T25:61", "now now", "01/02/03"),
    ],
)
def test_a_broken_date_is_left_out_and_named(date: str) -> None:
    preview = read(f"title,started\nEditor,{date}\n".encode(), "x.csv", load())
    facts = preview.roles[0].facts
    assert "started" not in facts or facts["started"].startswith("2014"), facts
    assert "started" in facts or "row 2" in str(preview.skipped[0])


@pytest.mark.parametrize("header", ["\x14", "\x7f\x80", "=\x01"])
def test_a_column_named_by_nothing_that_is_seen_is_named_by_its_place(header: str) -> None:
    preview = read(f"title,{header}\nEditor,5\nCook,3\n".encode(), "x.csv", load())
    [line] = preview.lines
    assert line.item.label.strip()
