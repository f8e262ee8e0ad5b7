"""A table that a spreadsheet program opens without obeying it."""

from __future__ import annotations

import csv
import io
import re

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from good_on_paper.catalogue import load
from good_on_paper.export import contents, csv_table, workbook
from good_on_paper.intake import harmless_cell, harmless_csv_cell
from good_on_paper.intake.csv_text import read_csv
from good_on_paper.intake.harmless import plain_cell
from good_on_paper.record import FIRST_SIGHT
from tests.export.jobs import JOBS, a_record, brought_back, stands, write_jobs

FORMATS = {"x.csv": csv_table, "x.xlsx": workbook}
NASTY = (
    *("=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "=cmd|' /C calc'!A0", "\uff1d1+1"),
    *("'=1", '=HYPERLINK("http://x")', "-", "<script>alert(1)</script>", 'a"b,c;d\te', "a\x00b\x07c"),
    *("\u202egnp.exe", "\ud800", "_x0041_", "#REF!", "TRUE", "1e5", "2014-03-01", "\ufeffx"),
)
ACTS = re.compile("[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def exported(record, name, **settings):
    return FORMATS[name](contents(record, load(), **settings), load())


def there_and_back(name, jobs):
    with a_record(jobs) as record, brought_back(exported(record, name), name) as other:
        assert stands(other) == stands(record)


@settings(deadline=None, max_examples=40)
@given(jobs=JOBS)
def test_what_goes_out_comes_back_in(jobs):
    there_and_back("x.csv", jobs)


@settings(deadline=None, max_examples=20)  # a tenth of a second each; the rows are those of the table
@given(jobs=JOBS)
def test_what_goes_out_in_a_workbook_comes_back_in(jobs):
    there_and_back("x.xlsx", jobs)


@pytest.mark.parametrize("name", FORMATS)
def test_how_a_job_looked_goes_out_and_comes_back_in(name):
    with a_record([{"title": "Cook", "employer": "Ladle", "on_paper": 6, "pace": 2}]) as record:
        assert stands(record)
        with brought_back(exported(record, name), name) as other:
            assert stands(other) == stands(record)
            (job,) = other.units("role")
            assert other.current(items=("on_paper",))[job.id, "on_paper"].value == 6


def test_what_was_rated_at_first_sight_does_not_go_out(record):
    """It would come back in as a rating that counts; what was said beside it goes along."""
    write_jobs(record, [{"title": "A", "employer": "x"}])
    (job,) = record.units("role")
    first, later = record.sitting(FIRST_SIGHT), record.sitting("lines")
    record.answer(job, "in_a_line", "They left me alone", sitting=first)
    record.answer(job, "pace", 2, sitting=first)
    record.answer(job, "peers", 6, sitting=later)
    record.answer(job, "peers", 1, sitting=first)
    told = {answer.item: answer.value for _, answer in contents(record, load(), include_private=True).cells}
    assert "pace" not in told
    assert (told["peers"], told["in_a_line"]) == (6, "They left me alone")


def test_a_private_line_is_named_nowhere(record):
    """Lists of lines, and what is said of a line under a key of its own, name it too."""
    line = next(item.key for item in load().items("circumstance") if item.private)
    write_jobs(record, [{"title": "A", "employer": "x"}])
    sitting = record.sitting("start")
    target = record.add_unit("target", sitting=sitting)
    record.answer(target, "title", "Next", sitting=sitting)
    record.answer(target, f"knows:{line}", "guess", sitting=sitting)
    record.answer(target, f"question:{line}:1", "How is it there?", sitting=sitting)
    record.answer(record.person, "guesses", [line, "decision_freedom"], sitting=sitting)
    record.answer(record.person, "primary_outcome", line, sitting=sitting)
    look = {"seq": 1, "lines": [line], "roles": [], "outcomes": []}
    record.answer(record.person, "look", look, sitting=sitting)

    def named(*, include_private):
        told = contents(record, load(), include_private=include_private)
        cells = [(answer.item, answer.value) for _, answer in told.cells]
        return line in str((cells, told.items, told.outcome)), cells

    assert named(include_private=True)[0]
    hidden, cells = named(include_private=False)
    assert not hidden
    assert ("guesses", ["decision_freedom"]) in cells


@given(st.text())
@example("'=1")
@example("''=1")
@example("'a")
def test_the_apostrophe_comes_off_again_and_nothing_acts(text):
    cell = harmless_cell(text)
    assert plain_cell(cell) == text
    assert not ACTS.match(cell)


NO_NUL = st.characters(exclude_characters="\x00")  # no export holds one, and no text file may


@given(st.text(NO_NUL) | st.text(st.sampled_from(" ;|\t\n'\"=+-@a"), max_size=12))
@example("a;=1+1")
@example("a;'=1")
def test_inside_a_csv_cell_the_apostrophes_come_off_again_too(text):
    sheet = io.StringIO()
    csv.writer(sheet).writerows([["name", "other"], [harmless_csv_cell(f"a{text}"), "b"]])
    [row] = read_csv(sheet.getvalue().encode("utf-8", "replace"), "x.csv").rows
    assert row.cells[0] == f"a{text}".encode("utf-8", "replace").decode().strip()


@pytest.mark.parametrize(
    "nasty",
    ["a;=1+1", 'a;"=1+1;b', "a; =1+1", "a\n=1+1\nb", "a\t+1", "a|@SUM(A1)", "a;;-1", "a;\uff1d1", "a;'=1"],
)
@pytest.mark.parametrize("parted_by", [";", "\t", "|"])
def test_where_something_else_than_a_comma_parts_the_cells_none_begins_like_a_formula(
    record, nasty, parted_by
):
    """Excel of a country with decimal commas: quotes count at the start of a cell only."""
    write_jobs(record, [{"title": "A", "employer": "x", "summary": nasty}])
    text = exported(record, "x.csv").decode("utf-8-sig")
    cells = [cell.strip(' "') for line in re.split("[\r\n]+", text) for cell in line.split(parted_by)]
    assert not [cell for cell in cells if ACTS.match(cell)]
    with brought_back(exported(record, "x.csv"), "x.csv") as other:
        assert stands(other) == stands(record)


@pytest.mark.parametrize("nasty", NASTY)
def test_no_cell_begins_like_a_formula(record, nasty):
    write_jobs(record, [{"title": nasty, "employer": nasty, "summary": nasty, "decision_freedom": 3}])
    rows = list(csv.reader(io.StringIO(exported(record, "x.csv").decode("utf-8-sig"), newline="")))
    cells = [cell for row in rows for cell in row]
    book = openpyxl.load_workbook(io.BytesIO(exported(record, "x.xlsx")))
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            assert all(cell.data_type in ("s", "n") for cell in row)
            cells += [cell.value for cell in row if isinstance(cell.value, str)]
    assert not [cell for cell in cells if ACTS.match(cell)]
    assert not [cell for cell in cells if "\x00" in cell or "\x07" in cell]


def test_what_is_private_stays_unless_asked_for(record):
    write_jobs(record, [{"title": "A", "employer": "x"}])
    [unit] = record.units("role")
    sitting = record.sitting("x")
    record.answer(unit, "summary", "SECRET words", sitting=sitting, private=True)
    received = [{"from": "SECRET friend", "text": "=1"}]
    record.answer(record.person, "recommendation_received", received, sitting=sitting, private=True)

    def texts(**settings):
        book = openpyxl.load_workbook(io.BytesIO(exported(record, "x.xlsx", **settings)))
        return "\n".join(
            str(cell.value) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row
        )

    assert "SECRET" not in texts()
    assert b"SECRET" not in exported(record, "x.csv")
    assert contents(record, load()).held_back == 2
    told = texts(include_private=True)
    assert "SECRET words" in told
    assert "from: SECRET friend; text: =1" in told


def test_a_text_longer_than_a_cell_is_cut_and_says_so(record):
    write_jobs(record, [{"title": "A" * 40_000, "employer": "x"}])
    book = openpyxl.load_workbook(io.BytesIO(exported(record, "x.xlsx")))
    assert book["Jobs"]["A2"].value.endswith("[cut: longer than a cell can be]")


def test_an_empty_record_makes_a_table_of_names_only(record):
    assert exported(record, "x.csv").decode("utf-8-sig") == "title,employer\r\n"
