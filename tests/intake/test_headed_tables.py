"""Tables of jobs in a Word file: read by the names of their columns, and no cell is lost without a word."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper.catalogue import load
from good_on_paper.intake import read
from good_on_paper.language.months import plain
from tests.intake.cv_makers import word_of

if TYPE_CHECKING:
    from good_on_paper.intake.preview import Preview

KNOWN = load()
FACTS = ("title", "employer", "place", "started", "ended")
COLUMNS = {
    "when": ("Period", "Zeitraum", "Période", "Periodo", "Período", "Periode"),
    "title": ("Position", "Funktion", "Poste", "Puesto", "Função", "Functie"),
    "employer": (
        "Employer",
        "Dienststelle",
        "Établissement",
        "Establecimiento",
        "Estabelecimento",
        "Instelling",
    ),
    "place": ("Town", "Ort", "Lieu", "Lugar", "Localidade", "Plaats"),
    "told": ("Duties", "Aufgaben", "Tâches", "Funciones", "Tarefas", "Taken"),
    "why": ("Why I left", "Grund", "Motif", "Motivo", "Motivo da saída", "Reden"),
}
HEADINGS = (
    "Work experience",
    "Berufserfahrung",
    "Expérience professionnelle",
    "Experiencia laboral",
    "Experiência profissional",
    "Werkervaring",
)
ROWS = (
    {
        "when": "04/2019 - 09/2022",
        "title": "Glazier",
        "employer": "Murtagh & Daughters, Ltd.",
        "place": "Tralee",
        "told": "Shop fronts and lead lights",
        "why": "Moved house",
    },
    {
        "when": "2011 - 2018",
        "title": "Beekeeper",
        "employer": "Heather Hill Apiary",
        "place": "Kenmare",
        "told": "Forty hives",
        "why": "Sold",
    },
    {
        "when": "06/2009 - 08/2009",
        "title": "Ticket Seller",
        "employer": "Regal Picture House",
        "place": "Listowel",
        "told": "Evenings",
        "why": "Summer only",
    },
)


def found(text: str) -> Preview:
    return read(word_of(text), "cv.docx", KNOWN)


def facts(preview: Preview) -> list[tuple[str, ...]]:
    return [tuple(role.facts.get(key, "") for key in FACTS) for role in preview.roles if role.taken]


def everything(preview: Preview) -> str:
    """All that a person reads of what we found, left out or assumed."""
    said = [text for role in preview.roles for text in role.facts.values()]
    said += [str(part) for part in preview.skipped]
    return " ".join([*said, *preview.notes])


def table(order: list[str], language: int, rows: tuple[dict[str, str], ...] = ROWS) -> str:
    lines = [[COLUMNS[name][language] for name in order], *([row[name] for name in order] for row in rows)]
    return f"Maeve Quilligan\n# {HEADINGS[language]}\n" + "\n".join(
        "| " + " | ".join(cells) for cells in lines
    )


@settings(max_examples=20)
@given(st.permutations(list(COLUMNS)), st.integers(0, len(HEADINGS) - 1))
def test_a_table_is_read_by_its_columns_in_any_order_and_language(order: list[str], language: int) -> None:
    preview = found(table(order, language))
    assert facts(preview) == [
        ("Glazier", "Murtagh & Daughters, Ltd.", "Tralee", "2019-04", "2022-09"),
        ("Beekeeper", "Heather Hill Apiary", "Kenmare", "2011", "2018"),
        ("Ticket Seller", "Regal Picture House", "Listowel", "2009-06", "2009-08"),
    ]
    assert [row["told"] in role.facts["summary"] for row, role in zip(ROWS, preview.roles, strict=True)] == [
        True
    ] * 3
    assert "Sold" in preview.roles[1].facts["summary"]


@settings(max_examples=20)
@given(
    st.lists(st.sampled_from(sorted({"employer", "place", "told", "why"})), unique=True),
    st.sampled_from(("Gizmo", "Remarks", "Qwerty", "Wofür")),
    st.integers(0, len(HEADINGS) - 1),
)
def test_no_cell_of_a_table_is_lost(more: list[str], odd: str, language: int) -> None:
    order = ["when", "title", *more, "odd"]
    lines = [[*(COLUMNS[name][language] for name in order[:-1]), odd]]
    lines += [[*(row[name] for name in order[:-1]), f"{odd} {at}"] for at, row in enumerate(ROWS)]
    preview = found(
        f"Maeve Quilligan\n# {HEADINGS[language]}\n" + "\n".join("| " + " | ".join(cells) for cells in lines)
    )
    said = plain(everything(preview))
    assert len(preview.roles) == len(ROWS)
    assert [cell for cells in lines[1:] for cell in cells[1:] if plain(cell) not in said] == []


def test_an_empty_cell_moves_no_other() -> None:
    preview = found(
        "# Berufserfahrung\n| Tätigkeit | Firma | Ort | Von | Bis\n"
        "| Dachdecker |  | Fulda | 2012 | 2016\n| Gerüstbauer | Hessen-Gerüst KG |  | 2008 | 2012"
    )
    assert facts(preview) == [
        ("Dachdecker", "", "Fulda", "2012", "2016"),
        ("Gerüstbauer", "Hessen-Gerüst KG", "", "2008", "2012"),
    ]


def test_paragraphs_of_a_cell_are_told_of_the_job() -> None:
    preview = found(
        "# Esperienze lavorative\n| Periodo | Ruolo | Struttura\n"
        "| 2015 - 2019 | Ostetrica / Sala parto / Turni di notte | Ospedale San Gallo / Lecco\n"
        "| 2011 - 2015 | Infermiera | Casa di riposo Villa Iris"
    )
    assert facts(preview)[0] == ("Ostetrica", "Ospedale San Gallo", "Lecco", "2015", "2019")
    assert preview.roles[0].facts["summary"] == "- Sala parto\n- Turni di notte"


def test_a_merged_employer_counts_for_each_row() -> None:
    made, out = Document(), io.BytesIO()
    made.add_heading("Loopbaan", 1)
    rows = (
        ("Periode", "Functie", "Werkgever"),
        ("2016 - 2020", "Ploegleider", "Zuivel Waterland"),
        ("2010 - 2016", "Operator", ""),
        ("2007 - 2010", "Postbode", "Post Noord"),
    )
    drawn = made.add_table(0, 3)
    for row in rows:
        for cell, text in zip(drawn.add_row().cells, row, strict=True):
            cell.text = text
    drawn.cell(1, 2).merge(drawn.cell(2, 2))
    made.save(out)
    preview = read(out.getvalue(), "cv.docx", KNOWN)
    assert [role[:2] for role in facts(preview)] == [
        ("Ploegleider", "Zuivel Waterland"),
        ("Operator", "Zuivel Waterland"),
        ("Postbode", "Post Noord"),
    ]


def test_a_table_of_studies_holds_no_jobs() -> None:
    preview = found(
        table(["when", "title", "employer"], 3)
        + "\n# Formación\n| Año | Título | Centro\n| 2008 | Técnico en Vidrio | IES Lagunak"
    )
    assert len(facts(preview)) == len(ROWS)


@pytest.mark.parametrize("heading", ["Volunteering", "Ehrenamt"])
def test_each_table_has_the_kind_of_its_section(heading: str) -> None:
    preview = found(
        table(["when", "title", "employer"], 0)
        + f"\n# {heading}\n| Role | Organisation | From | To\n| Steward | Kerry Way Trust | 2013 | 2015"
    )
    assert [role.facts["role_kind"] for role in preview.roles] == ["job", "job", "job", "volunteer"]
    assert len({role.where for role in preview.roles}) == len(preview.roles)
    assert preview.skipped == () or "Maeve" in preview.skipped[0].what


def test_a_row_that_is_no_job_is_named_with_its_text() -> None:
    preview = found(table(["when", "title", "employer"], 1) + "\n| 2001 - 2003 | - | -")
    assert next((part.where, part.what) for part in preview.skipped) == ("row 5", "'2001 - 2003 | - | -'")
