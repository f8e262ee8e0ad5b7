"""CSV in the dialects people bring: read as pandas reads it where that is certain, else the row named."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from good_on_paper.intake import IntakeError, read
from good_on_paper.intake.csv_text import read_csv

if TYPE_CHECKING:
    from good_on_paper.catalogue import Catalogue

READ = {
    'title, "employer", started\nCook, "Bar, Leeds", 2014\n': [("Cook", "Bar, Leeds", "2014")],
    'title,employer\n"Cook" ,"Bar; Leeds"\n"Clerk","Office; York"\n': [
        ("Cook", "Bar; Leeds"),
        ("Clerk", "Office; York"),
    ],
    'stelle;firma\n"Koch";"Gasthof, M\u00fcnchen"\n"Kellner";"Bar, Wien"\n': [
        ("Koch", "Gasthof, M\u00fcnchen"),
        ("Kellner", "Bar, Wien"),
    ],
    'poste|entreprise\nCuisinier|"Bar; Lyon, Paris"\n': [("Cuisinier", "Bar; Lyon, Paris")],
    'puesto\tempresa\nCocinero\t"Bar, Madrid"\n': [("Cocinero", "Bar, Madrid")],
    'title,employer\nCook,"a\nb"\n': [("Cook", "a\nb")],
    'title,employer\nCook,"say ""hi"""\n': [("Cook", 'say "hi"')],
    'title,employer\nCook,5" nails\n': [("Cook", '5" nails')],
    '"title","employer"\r\n"Cook","Bar"\r\n': [("Cook", "Bar")],
    '"x","title"\n"1","Cook","Bar"\n"2","Clerk","Office"\n': [("1", "Cook", "Bar"), ("2", "Clerk", "Office")],
}


@pytest.mark.parametrize("text", READ)
def test_a_dialect_is_read(text: str) -> None:
    assert [row.cells for row in read_csv(text.encode(), "x.csv").rows] == READ[text]


@pytest.mark.parametrize(
    "text",
    ['title;employer;started\n"Cook"x;"Bar; Leeds";2014\n', 'a,b\n"x"y,1\n', 'stelle;firma\n"Koch" f;Bar\n'],
)
def test_a_letter_behind_a_quote_is_read_as_pandas_reads_it_and_said(text: str) -> None:
    sheet = read_csv(text.encode(), "x.csv")
    frame = pd.read_csv(io.StringIO(text), sep=";" if ";" in text else ",", dtype=str)
    assert sheet.rows[0].cells == tuple(frame.iloc[0])
    assert sheet.notes == ("row 2: a text behind a closing quotation mark is read as part of its cell.",)


def test_a_row_wider_than_the_header_is_named_and_not_guessed(catalogue: Catalogue) -> None:
    text = "title,employer,started\nCook,Bar, Leeds,2014\nClerk,Office,2015\nNurse,Clinic,2016\n"
    preview = read(text.encode(), "x.csv", catalogue)
    assert [role.name for role in preview.roles] == ["Clerk, Office", "Nurse, Clinic"]
    assert "row 2 is left out: it has 4 cells and there are 3 column names" in preview.notes[0]


@pytest.mark.parametrize(
    "text", ['a,b\nCook,"Bar,2014\nClerk,"Office",2015\n', 'a;b\n"Koch;Bar\nKellner;Inn\n']
)
def test_a_mark_that_does_not_close_names_its_row(text: str) -> None:
    with pytest.raises(IntakeError, match="row 2, which begins on line 2: the quotation marks do not close"):
        read_csv(text.encode(), "x.csv")


def test_two_rows_of_names_are_put_together(catalogue: Catalogue) -> None:
    text = "Stelle,Firma,Zeitraum,\n,,von,bis\nKoch,Gasthof,03.2014,05.2017\n"
    (role,) = read(text.encode(), "x.csv", catalogue).roles
    assert (role.name, role.span) == ("Koch, Gasthof", "March 2014 to May 2017")


def test_a_table_without_names_of_columns_loses_no_job(catalogue: Catalogue) -> None:
    preview = read(b"2014-2017,Koch,Gasthof\n2017-2019,Kellner,Bar\n", "x.csv", catalogue)
    assert [f"{role.name}: {role.span}" for role in preview.roles] == [
        "Koch, Gasthof: 2014 to 2017",
        "Kellner, Bar: 2017 to 2019",
    ]


def test_more_cells_than_a_career_has_are_refused_in_words() -> None:
    text = "title," + ",".join("abcdefghij" * 29) + "\n" + ("Cook" + ",3" * 290 + "\n") * 2_000
    with pytest.raises(IntakeError, match="more than 150,000 cells; expected at most"):
        read_csv(text.encode(), "x.csv")


CELLS = st.lists(st.text('ab ,;|\t"\u00e4', max_size=6).map(str.strip), min_size=3, max_size=3)


@given(st.lists(CELLS.filter(all), min_size=1, max_size=6), st.sampled_from(",;\t|"))
def test_what_pandas_writes_is_read_back(rows: list[list[str]], separator: str) -> None:
    frame = pd.DataFrame(rows, columns=["title", "employer", "place"])
    text = frame.to_csv(index=False, sep=separator, quoting=1)
    assert [list(row.cells) for row in read_csv(text.encode(), "x.csv").rows] == rows
