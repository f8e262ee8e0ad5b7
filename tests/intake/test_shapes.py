"""The same jobs are the same jobs, in whatever shape they come."""

from __future__ import annotations

import datetime as dt
import io
import json
from typing import TYPE_CHECKING

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper.catalogue import load
from good_on_paper.intake import read
from good_on_paper.language import PartialDate, parse_date

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Rows = Sequence[Sequence[str]]

CATALOGUE = load()
HEADS = (
    ("Job", "Employer", "From", "To"),
    ("Stelle", "Firma", "Von", "Bis"),
    ("Poste", "Employeur", "D\u00e9but", "Fin"),
    ("Puesto", "Empresa", "Desde", "Hasta"),
    ("Cargo", "Empresa", "In\u00edcio", "T\u00e9rmino"),
    ("Ruolo", "Azienda", "Inizio", "Fine"),
    ("Functie", "Werkgever", "Begindatum", "Einddatum"),
)
NAMES = st.sampled_from(
    ["Cook", "K\u00f6chin", "Line manager", "Infirmi\u00e8re", "M\u00fcller & Co", "C++ lead", "O'Hara"]
)
YEARS = st.integers(1990, 2005).map(str)
STARTS = st.one_of(YEARS, YEARS.map("about {}".format), YEARS.map("{}-03".format), YEARS.map("{}?".format))
ENDS = st.one_of(
    st.integers(2006, 2020).map(str), st.just("now"), st.integers(2006, 2020).map("ca. {}".format)
)
JOBS = st.lists(st.tuples(NAMES, NAMES, STARTS, ENDS), min_size=2, max_size=4, unique_by=lambda job: job[:2])


def separated(sign: str) -> Callable[[Rows], bytes]:
    return lambda rows: "".join(sign.join(row) + "\n" for row in rows).encode()


def markdown(rows: Rows) -> bytes:
    first, *rest = ["| " + " | ".join(row) + " |\n" for row in rows]
    return (first + "|---" * len(rows[0]) + "|\n" + "".join(rest)).encode()


def labelled(rows: Rows) -> bytes:
    blocks = (zip(rows[0], row, strict=True) for row in rows[1:])
    return "\n".join("".join(f"{name}: {cell}\n" for name, cell in block) for block in blocks).encode()


def objects(rows: Rows) -> bytes:
    return json.dumps([dict(zip(rows[0], row, strict=True)) for row in rows[1:]]).encode()


def a_line_each(rows: Rows) -> bytes:
    return "\n".join(json.dumps(dict(zip(rows[0], row, strict=True))) for row in rows[1:]).encode()


def on_its_side(rows: Rows) -> bytes:
    return separated(";")(list(zip(*rows, strict=True)))


def book(rows: Rows) -> bytes:
    made, out = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        made.active.append(list(row))
    made.save(out)
    return out.getvalue()


SHAPES: dict[str, tuple[str, Callable[[Rows], bytes]]] = {
    "semicolons": ("x.csv", separated(";")),
    "tabs in a text": ("x.txt", separated("\t")),
    "bars": ("x.csv", separated("|")),
    "markdown": ("x.md", markdown),
    "labelled": ("x.txt", labelled),
    "json": ("x.json", objects),
    "json lines": ("x.json", a_line_each),
    "on its side": ("x.csv", on_its_side),
    "workbook": ("x.xlsx", book),
}
_ASKED = ("title", "employer", "started", "ended")


def facts(rows: Rows, shape: str) -> list[tuple[str, ...]]:
    file, write = SHAPES[shape]
    return [
        tuple(role.facts.get(key, "") for key in _ASKED) for role in read(write(rows), file, CATALOGUE).roles
    ]


@settings(max_examples=25)
@given(jobs=JOBS, head=st.sampled_from(HEADS), data=st.data())
def test_every_shape_of_a_table_is_read_the_same(
    jobs: list[tuple[str, ...]], head: tuple[str, ...], data: st.DataObject
) -> None:
    first, other = (data.draw(st.sampled_from(sorted(SHAPES))) for _ in range(2))
    rows = [head, *jobs]
    assert facts(rows, first) == facts(rows, other)
    assert [found[0] for found in facts(rows, first)] == [job[0] for job in jobs]


@settings(max_examples=25)
@given(
    jobs=JOBS,
    order=st.permutations(range(4)),
    head=st.sampled_from(HEADS),
    shape=st.sampled_from(sorted(SHAPES)),
)
def test_the_order_of_columns_changes_nothing(
    jobs: list[tuple[str, ...]], order: list[int], head: tuple[str, ...], shape: str
) -> None:
    turned = [tuple(row[place] for place in order) for row in (head, *jobs)]
    assert facts(turned, shape) == facts([head, *jobs], shape)


@given(
    date=st.dates(dt.date(1900, 1, 1), dt.date(2020, 12, 31)),
    known=st.sampled_from([1, 2, 3]),
    doubt=st.sampled_from(["", "~", "?", "%"]),
)
def test_a_date_in_words_is_that_date(date, known: int, doubt: str) -> None:  # type: ignore[no-untyped-def]
    whole = PartialDate(*(date.year, date.month, date.day)[:known], doubt=doubt)
    for text in (whole.words(), str(whole)):
        assert str(parse_date(text)) == str(whole)
    assert PartialDate.of(str(whole)).doubt == doubt
