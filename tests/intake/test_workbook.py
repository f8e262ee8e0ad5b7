"""Workbooks as people keep them: the sheet with jobs, dates as they are shown, cells put together."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from good_on_paper.intake import Preview, read

if TYPE_CHECKING:
    from good_on_paper.catalogue import Catalogue

HEAD = ["Job", "Company", "From", "To"]
COOK = ["Cook", "Bar", "2019", "2020"]


def packed(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def workbook(sheets: dict[str, list[list[Any]]], formats: dict[str, str] | None = None) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        for cell, shown in (formats or {}).items():
            sheet[cell].number_format = shown
    return packed(book)


def jobs(preview: Preview) -> list[str]:
    return [f"{role.name}: {role.span}" for role in preview.roles]


@pytest.mark.parametrize(
    "sheets",
    [
        {"Read me": [["This workbook holds my jobs", "see sheet 2"]], "Jobs": [HEAD, COOK]},
        {"contact": [["position", "city", "email"], ["Dev", "Lille", "a@example.org"]], "x": [HEAD, COOK]},
        {"Jobs": [HEAD, COOK], "Notes": [["something", "else"], ["a", "b"]]},
        {"Lies mich": [["Hallo", "Welt"]], "Stellen": [["Stelle", "Firma", "von", "bis"], COOK]},
        {"Accueil": [["Bonjour"]], "Emplois": [["Poste", "Entreprise", "d\u00e9but", "fin"], COOK]},
        {"Inicio": [["Hola"]], "Empleos": [["Puesto", "Empresa", "desde", "hasta"], COOK]},
    ],
)
def test_the_sheet_with_jobs_is_read_whichever_it_is(
    sheets: dict[str, list[list[Any]]], catalogue: Catalogue
) -> None:
    preview = read(workbook(sheets), "x.xlsx", catalogue)
    assert jobs(preview) == ["Cook, Bar: 2019 to 2020"]
    assert len([note for note in preview.notes if "is left out" in note]) == 1


@pytest.mark.parametrize(
    ("sheet", "found"),
    [
        (
            [
                ["Poste", "Entreprise", "D\u00e9but", "Fin"],
                ["Chef", "Le Port", dt.date(2019, 3, 1), "en cours"],
            ],
            "now",
        ),
        (
            [["Stelle", "Firma", "seit", "bis"], ["Koch", "L\u00f6wen", dt.date(2019, 3, 1), 2020]],
            "2020",
        ),
        ([["Cargo", "Empresa", "Inicio", "Fin"], ["Cocinera", "Sol", "mar-19", "dic-20"]], "December 2020"),
        ([["Mansione", "Azienda", "Periodo"], ["Cuoca", "Da Gino", "03/2019 - oggi"]], "now"),
        ([["Functie", "Werkgever", "Van", "Tot"], ["Kok", "Haven", "maart 2019", "heden"]], "now"),
        (
            [["Cargo", "Empresa", "In\u00edcio", "Fim"], ["Chefe", "Mar", "03/2019", "12/2020"]],
            "December 2020",
        ),
    ],
)
def test_a_sheet_in_another_language_is_read(
    sheet: list[list[Any]], found: str, catalogue: Catalogue
) -> None:
    (role,) = read(workbook({"x": sheet}), "x.xlsx", catalogue).roles
    assert role.taken
    assert role.span.endswith(f"March 2019 to {found}")


def test_a_second_sheet_of_jobs_is_told(catalogue: Catalogue) -> None:
    preview = read(workbook({"a": [HEAD, COOK], "b": [HEAD, COOK]}), "x.xlsx", catalogue)
    assert "It looks like jobs too" in preview.notes[0]


@pytest.mark.parametrize(
    ("shown", "span"),
    [
        ("mmm yyyy", "March 2019 to December 2020"),
        ("mm/yyyy", "March 2019 to December 2020"),
        ("[$-407]mmmm yyyy", "March 2019 to December 2020"),
        ("yyyy", "2019 to 2020"),
        ("dd.mm.yyyy", "1 March 2019 to 1 December 2020"),
        ("yyyy-mm-dd", "1 March 2019 to 1 December 2020"),
    ],
)
def test_a_date_is_as_exact_as_it_is_shown(shown: str, span: str, catalogue: Catalogue) -> None:
    rows = [HEAD, ["Cook", "Bar", dt.date(2019, 3, 1), dt.date(2020, 12, 1)]]
    preview = read(workbook({"x": rows}, {"C2": shown, "D2": shown}), "x.xlsx", catalogue)
    assert jobs(preview) == [f"Cook, Bar: {span}"]


@pytest.mark.parametrize(
    "head", [HEAD, ["Stelle", "Firma", "von", "bis"], ["Poste", "Entreprise", "d\u00e9but", "fin"]]
)
def test_days_counted_from_1900_are_dates_and_said(head: list[str], catalogue: Catalogue) -> None:
    preview = read(workbook({"x": [head, ["Cook", "Bar", 43525, 44166]]}), "x.xlsx", catalogue)
    assert jobs(preview) == ["Cook, Bar: 1 March 2019 to 1 December 2020"]
    assert "43525 is read as 2019-03-01" in preview.notes[0]


def test_years_are_no_days(catalogue: Catalogue) -> None:
    preview = read(workbook({"x": [HEAD, ["Cook", "Bar", 2019, 2020]]}), "x.xlsx", catalogue)
    assert jobs(preview) == ["Cook, Bar: 2019 to 2020"]
    assert preview.notes == ()


def test_an_employer_that_stands_once_is_filled_down_and_said(catalogue: Catalogue) -> None:
    book = openpyxl.Workbook()
    for row in (["Firma", "Stelle", "von"], ["Acme", "Junior", 2015], [None, "Senior", 2017]):
        book.active.append(row)
    preview = read(packed(book), "x.xlsx", catalogue)
    assert [role.name for role in preview.roles] == ["Junior, Acme", "Senior, Acme"]
    assert "row 3: no Firma stands in it; taken to be Acme, as above" in preview.notes[0]


def test_an_employer_right_of_the_title_is_not_filled_down(catalogue: Catalogue) -> None:
    preview = read(workbook({"x": [HEAD, COOK, ["Helper", None, 2015, 2016]]}), "x.xlsx", catalogue)
    assert preview.roles[1].name == "Helper"


def test_merged_cells_count_for_each_of_their_rows_in_any_column(catalogue: Catalogue) -> None:
    book = openpyxl.Workbook()
    for row in (
        ["Job", "Employer", "City", "From", "pace"],
        ["Cook", "Bar", "Leeds", 2010, 5],
        ["Chef", None, None, 2012, None],
        ["Waiter", "Cafe", "York", 2008, 2],
    ):
        book.active.append(row)
    for cells in ("B2:B3", "C2:C3", "E2:E3"):
        book.active.merge_cells(cells)
    preview = read(packed(book), "x.xlsx", catalogue)
    assert [role.name for role in preview.roles] == ["Cook, Bar", "Chef, Bar", "Waiter, Cafe"]
    assert [role.facts["place"] for role in preview.roles] == ["Leeds", "Leeds", "York"]
    assert [role.ratings[0].value for role in preview.roles] == [5, 5, 2]
    assert preview.notes == ("What stands in merged cells counts for each of their rows.",)


@pytest.mark.parametrize(
    ("upper", "lower", "merged"),
    [
        (["Job", "Employer", "Period", None], [None, None, "From", "To"], ["A1:A2", "B1:B2", "C1:D1"]),
        (["Stelle", "Firma", "Zeitraum", None], [None, None, "Von", "Bis"], ["C1:D1"]),
        (["Angaben", None, "Zeitraum", None], ["Stelle", "Firma", "Von", "Bis"], ["A1:B1", "C1:D1"]),
        (["Poste", "Employeur", "D\u00e9but", "Fin"], [None, None, "Ann\u00e9e", "Ann\u00e9e"], []),
    ],
)
def test_column_names_in_two_rows(
    upper: list[object], lower: list[object], merged: list[str], catalogue: Catalogue
) -> None:
    book = openpyxl.Workbook()
    for row in (upper, lower, ["Koch", "Gasthof", 2010, 2012], ["Chef", "Hotel", 2012, "now"]):
        book.active.append(row)
    for cells in merged:
        book.active.merge_cells(cells)
    preview = read(packed(book), "x.xlsx", catalogue)
    said = [(role.name, role.span) for role in preview.roles]
    assert said == [("Koch, Gasthof", "2010 to 2012"), ("Chef, Hotel", "2012 to now")]


def test_a_table_that_lies_on_its_side_is_turned_and_says_so(catalogue: Catalogue) -> None:
    rows = [
        ["Firma", "Bar", "Hotel"],
        ["Stelle", "Koch", "Chef"],
        ["Von", 2010, 2012],
        ["Bis", 2012, "heute"],
    ]
    preview = read(workbook({"x": [*rows, ["pace", 3, 5]]}), "x.xlsx", catalogue)
    said = [(role.name, role.span, role.ratings[0].value) for role in preview.roles]
    assert said == [("Koch, Bar", "2010 to 2012", 3), ("Chef, Hotel", "2012 to now", 5)]
    assert "lies on its side" in preview.notes[0]


def test_a_day_with_a_time_of_day_is_that_day(catalogue: Catalogue) -> None:
    preview = read(workbook({"x": [HEAD, ["Cook", "Bar", 41000.5, 42000]]}), "x.xlsx", catalogue)
    assert preview.roles[0].facts["started"] == "2012-04-01"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_formula_without_its_result_is_named_however_the_sheet_is_written(
    encoding: str, catalogue: Catalogue
) -> None:
    """Where no part has a formula, the workbook is not opened again to look for them."""
    plain, made = workbook({"Jobs": [HEAD, COOK, ["Baker", "=A1&B1", "2021", "2022"]]}), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(plain)) as parts, zipfile.ZipFile(made, "w") as written:
        for name in parts.namelist():
            text = parts.read(name)
            if name.startswith("xl/worksheets/"):
                sheet = text.decode().removeprefix('<?xml version="1.0"?>\n')
                text = f'<?xml version="1.0" encoding="{encoding}"?>\n{sheet}'.encode(encoding)
            written.writestr(name, text)
    preview = read(made.getvalue(), "x.xlsx", catalogue)
    assert jobs(preview) == jobs(read(plain, "x.xlsx", catalogue))
    assert any("row 3, column 2: a formula whose result was not stored" in note for note in preview.notes)
