"""The log of interviews as a table to take along."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import openpyxl

import good_on_paper as gop
from good_on_paper import catalogue
from good_on_paper.catalogue import keys
from good_on_paper.export import contents, interviews_table, workbook

if TYPE_CHECKING:
    from good_on_paper.record import Record

LINES = catalogue.load()


def test_a_row_an_interview_with_its_guess_and_each_day() -> None:
    told = contents(gop.sample().record, LINES)
    rows = list(csv.DictReader(io.StringIO(interviews_table(told, LINES).decode("utf-8-sig"))))
    assert len(rows) == 14
    first = rows[0]
    assert (first["employer"], first["stage"], first["chance"], first["take_it"], first["outcome"]) == (
        "Vell and Sons", "call", "80", "no", "yes",
    )  # fmt: skip
    assert {"unit", "process"}.isdisjoint(first)
    assert first["no_on"] == ""
    assert len(first["day"]) == len("2026-03-12")
    assert {row["remembered"] for row in rows} == {"no"}


def test_the_workbook_has_them_too_and_without_any_no_sheet(record: Record) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(contents(gop.sample().record, LINES), LINES)))
    assert len(list(book["Interviews"].iter_rows())) == 15
    empty = openpyxl.load_workbook(io.BytesIO(workbook(contents(record, LINES), LINES)))
    assert "Interviews" not in empty.sheetnames


def test_what_was_typed_is_no_formula(record: Record) -> None:
    sitting = record.sitting("x")
    job = record.add_unit("target", sitting=sitting)
    record.answer(job, "employer", "=1+1", sitting=sitting)
    unit = record.add_unit("interview", parent=job, sitting=sitting)
    record.answer(unit, keys.TO_REMEMBER, "+cmd|' /C calc'!A0", sitting=sitting)
    table = interviews_table(contents(record, LINES), LINES).decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(table))
    assert not row["employer"].startswith("=")
    assert not row["remember"].startswith("+")
