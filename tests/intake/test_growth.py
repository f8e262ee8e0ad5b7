"""No reader does more than its share for a longer file: calls are counted, not seconds, so no load tells."""

from __future__ import annotations

import io
import json
import math
import sys
import zipfile
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

import docx
import openpyxl
import pytest

from good_on_paper.intake import read
from good_on_paper.intake.page_layout import in_reading_order
from good_on_paper.intake.preview_text import sentences
from good_on_paper.intake.spans import dates_in
from good_on_paper.language import DateError, parse_date

if TYPE_CHECKING:
    from collections.abc import Callable

    from good_on_paper.catalogue import Catalogue

FEW, MANY = 50, 200
SHARE = MANY * math.log(MANY) / (FEW * math.log(FEW))
"""How much more work n log n allows for four times the length: 5.4 times."""


def workbook(rows: int) -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["title", "employer", "started", "pace"])
    for number in range(rows):
        book.active.append([f"Cook {number}", "Bar", 2014, 3])
    book.active.merge_cells(start_row=2, end_row=rows, start_column=2, end_column=2)
    book.save(out)
    return out.getvalue()


def export(rows: int) -> bytes:
    out = io.BytesIO()
    head = "Company Name,Title,Description,Location,Started On,Finished On\n"
    with zipfile.ZipFile(out, "w") as parts:
        jobs = "".join(f"Acme {number},Cook,,Leeds,Apr 2014,\n" for number in range(rows))
        parts.writestr("Positions.csv", head + jobs)
    return out.getvalue()


def word(jobs: int) -> bytes:
    file, out = docx.Document(), io.BytesIO()
    for number in range(jobs):
        file.add_paragraph(f"Editor {number}, Acme, 2014 - 2017")
    file.save(out)
    return out.getvalue()


def rows(row: str, head: str = "") -> Callable[[int], bytes]:
    """A file of so many rows below a head; # is the number of the row."""
    return lambda many: (head + "".join(row.replace("#", str(number)) for number in range(many))).encode()


def job(many: int) -> bytes:
    """A job with so many fields."""
    return json.dumps({"work": [{"name": "A"} | {f"field {number}": 1 for number in range(many)}]}).encode()


FILES: dict[str, tuple[str, Callable[[int], bytes]]] = {
    "csv": ("x.csv", rows("A#,B,2014,3\n", "title,employer,started,pace\n")),
    "texts": ("x.csv", rows("A#,B,w#,v#,u#\n", "title,employer,one,two,three\n")),
    "columns": ("x.csv", lambda many: b"title" + rows(",c#")(many // 2) + b"\nA" + b",3" * (many // 2)),
    "json": ("x.json", lambda many: b'{"work":[' + rows('{"name":"A#","startDate":1990},')(many) + b"1]}"),
    "json lines": ("x.json", rows('{"company": "A#", "from": 1990}\n')),
    "fields": ("x.json", job),
    "lines": ("x.txt", rows("Editor #, Acme, 2014-17\n")),
    "semicolons": ("x.txt", lambda many: rows("Editor #, Acme, 2014-17; ")(many // 20)),
    "short years": ("x.txt", rows("Editor #, Acme, 93-95\n")),
    "time line": (
        "x.txt",
        rows("Editor # at Acme\n\U0001f4c5 2014 - 2017 \U0001f4cd Leeds\n", "Experience\n"),
    ),
    "ends with labels": ("x.txt", rows("Editor #\nAcme\nStart: 05/2014  End: 06/2016\n", "Experience\n")),
    "cv": ("x.txt", rows("Editor #\nAcme\n2014 - 2017\n- Lists\n", "Experience\n")),
    "dates above": ("x.txt", rows("2014 - 2017\nEditor #, Acme\n")),
    "lebenslauf": (
        "x.txt",
        rows("Koch #\nGasthof L\u00f6wen\n2014 bis 2017\n- Listen\n", "Berufserfahrung\n"),
    ),
    "liste": ("x.txt", rows("Cuisinier # chez Paul, de 2014 \u00e0 2017\n", "Mon parcours\n")),
    "puestos": ("x.csv", rows("Cocinero #;Sol;marzo 2014;hoy\n", "Puesto;Empresa;Desde;Hasta\n")),
    "impieghi": (
        "x.md",
        rows("| Cuoco # | Da Gino | 2014 - oggi |\n", "| Ruolo | Azienda | Periodo |\n|--|--|--|\n"),
    ),
    "curriculo": ("x.json", rows('{"cargo": "Chefe #", "empresa": "Mar", "in\u00edcio": 2014}\n')),
    "labelled": ("x.txt", rows("Job: A#\nFirma: B\nFrom: 2014\n")),
    "markdown": ("x.md", rows("| A# | B |\n", "| Job | Firm |\n|--|--|\n")),
    "yaml": ("x.yaml", rows("- name: A#\n  position: B\n", "work:\n")),
    "linkedin": ("x.zip", export),
    "xlsx": ("x.xlsx", workbook),
    "docx": ("x.docx", word),
}


def calls(work: Callable[[], object]) -> int:
    """Count the calls of a piece of work, those into C too."""
    found = 0

    def count(_frame: object, event: str, _arg: object) -> None:
        nonlocal found
        found += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return found


@pytest.mark.parametrize("name", FILES)
def test_four_times_the_file_is_not_much_more_than_four_times_the_work(
    name: str, catalogue: Catalogue
) -> None:
    file, make = FILES[name]
    few, many = make(FEW), make(MANY)

    def look(data: bytes) -> None:
        sentences(read(data, file, catalogue))

    look(few)  # what is loaded once
    work = [calls(partial(look, data)) for data in (few, many)]
    assert work[1] <= SHARE * work[0], work


@pytest.mark.parametrize(
    "piece",
    [
        "2014 - ",
        "~2014",
        "9/10 - ",
        "about ",
        "2014 (?) ",
        "a",
        "'14, ",
        "von 2014 ",
        "Sept 22 on, ",
        "Curso 2022/23 ",
    ],
)
def test_a_line_of_many_dates_is_no_more_than_its_length(piece: str) -> None:
    def look(line: str) -> None:
        dates_in(line)
        with suppress(DateError):
            parse_date(line)

    few, many = (calls(partial(look, piece * often)) for often in (20, 80))
    assert many <= SHARE * few + 200, (few, many)


def test_a_page_of_many_lines_is_no_more_than_its_length() -> None:
    def page(lines: int) -> str:
        return "\n".join(f"2014 - 2017    Editor {line}          Skill {line}" for line in range(lines))

    few, many = (calls(partial(in_reading_order, [page(lines)])) for lines in (FEW, MANY))
    assert many <= SHARE * few, (few, many)
