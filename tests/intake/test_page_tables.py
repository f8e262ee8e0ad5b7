"""Tables of jobs in a PDF: cells that run over several lines are read whole, or nothing is ticked."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from good_on_paper.catalogue import load
from good_on_paper.intake import read
from good_on_paper.intake.page_tables import with_tables
from good_on_paper.intake.pdf_text import read_pdf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Browser

KNOWN = load()
FACTS = ("title", "employer", "place", "started", "ended")
NAMES = {
    "en": ("Work experience", "Position", "Employer", "Town", "From", "To"),
    "de": ("Berufserfahrung", "Funktion", "Arbeitgeber", "Ort", "Von", "Bis"),
    "fr": ("Expérience professionnelle", "Poste", "Employeur", "Lieu", "Du", "Au"),
    "es": ("Experiencia laboral", "Puesto", "Empresa", "Lugar", "Desde", "Hasta"),
}
ROWS = (
    (
        "Deputy Curator of Maps and Atlases",
        "Harbour Museum of the Northern Isles",
        "Kirkwall",
        "Feb 2015",
        "Nov 2019",
    ),
    ("Binder", "Stella & Marsh Book Repairs", "Hull", "2011", "2014"),
    ("Reading Room Assistant for Evenings", "Town Library", "Whitby", "2008", "2010"),
)
WHOLE = [
    (*ROWS[0][:3], "2015-02", "2019-11"),
    ROWS[1],
    ROWS[2],
]
CLEAR = {
    "ruled": "",
    "ruled, in the middle": "align: horizon,",
    "ruled, centred": "align: center,",
    "ruled across": "stroke: (x: none, y: .5pt),",
    "ruled across, in the middle": "stroke: (x: none, y: .5pt), align: horizon,",
    "ruled down": "stroke: (x: .5pt, y: none),",
    "shaded": "stroke: none, fill: (_, y) => if calc.odd(y) { luma(230) },",
    "bare": "stroke: none,",
}


def table(
    names: Sequence[str], rows: Sequence[Sequence[str]], options: str = "", columns: str = "1fr, 1fr, 1fr"
) -> bytes:
    def cells(row: Sequence[str]) -> str:
        return "".join(f"[{cell}]," for cell in row)

    heading, *header = names
    body = "\n".join(map(cells, rows))
    return typst.compile(
        f"Ada Finch\n\n= {heading}\n#table(columns: ({columns}, 1.6cm, 1.6cm), {options}"
        f"table.header({cells(header)}),\n{body})\nI like maps.".encode()
    )


def ticked(data: bytes) -> list[tuple[str, ...]]:
    roles = read(data, "cv.pdf", KNOWN).roles
    return [tuple(role.facts.get(key, "") for key in FACTS) for role in roles if role.taken]


@pytest.mark.parametrize("options", CLEAR.values(), ids=CLEAR)
@pytest.mark.parametrize("language", NAMES)
def test_cells_on_several_lines_are_read_whole(options: str, language: str) -> None:
    assert ticked(table(NAMES[language], ROWS, options)) == WHOLE


@pytest.mark.parametrize("options", ["stroke: none, align: horizon,", "stroke: none, align: center,"])
def test_where_nobody_can_tell_the_rows_nothing_is_ticked_and_we_say_why(options: str) -> None:
    found = read(table(NAMES["en"], ROWS, options), "cv.pdf", KNOWN)
    assert not any(role.taken for role in found.roles)
    assert any("can’t tell which words go together" in role.why for role in found.roles)


WORDS = st.lists(
    st.sampled_from(("Heather", "Quarry", "Sky", "Lighthouse", "of", "North")), min_size=1, max_size=8
)


@settings(max_examples=15)
@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=6), st.sampled_from(list(CLEAR.values())[:4]))
def test_each_cell_comes_back_with_all_its_words(
    names: list[tuple[list[str], list[str]]], options: str
) -> None:
    rows = [
        (" ".join(title), " ".join(firm), "Hull", f"{2000 + at}", f"{2001 + at}")
        for at, (title, firm) in enumerate(names)
    ]
    lines, _ = read_pdf(table(NAMES["en"], rows, options), "cv.pdf")
    header = lines.index("\t".join(NAMES["en"][1:]))
    assert [tuple(line.split("\t")) for line in lines[header + 1 : -1]] == rows


def test_a_table_goes_on_overleaf_and_the_text_around_it_stays_in_place() -> None:
    rows = [
        (
            f"Keeper of Light {at}",
            "Northern Lights Trust of the Isles",
            "Hull",
            f"{1950 + at}",
            f"{1951 + at}",
        )
        for at in range(60)
    ]
    data = table(NAMES["en"], rows)
    assert len(PdfReader(io.BytesIO(data)).pages) > 1
    assert [job[0] for job in ticked(data)] == [row[0] for row in rows]
    lines, _ = read_pdf(data, "cv.pdf")
    assert lines[:2] == ["Ada Finch", "Work experience"]
    assert lines[-1] == "I like maps."


def test_an_employer_whose_cell_spans_two_rows_is_that_of_both() -> None:
    source = (
        "= Work experience\n#table(columns: 5, table.header[Position][Employer][Town][From][To],"
        "[Cook],table.cell(rowspan: 2)[Harbour Bar],[Hull],[2015],[2019],[Waiter],[Hull],[2011],[2014])"
    )
    assert ticked(typst.compile(source.encode())) == [
        ("Cook", "Harbour Bar", "Hull", "2015", "2019"),
        ("Waiter", "Harbour Bar", "Hull", "2011", "2014"),
    ]


def test_a_page_with_letters_the_table_does_not_have_stays_as_it_is() -> None:
    page = PdfReader(io.BytesIO(table(NAMES["en"], ROWS))).pages[0]
    text = "Position   Employer   From   To\nBinder   Somebody else   2011   2014"
    assert with_tables(page, text) == [text]


FORM = """<style>table{border-collapse:collapse;width:100%}td,th{border:1px solid #777;padding:5px}</style>
<h1>Application</h1><h2>1. Personal details</h2><table><tr><td>Full name</td><td>Ada Finch</td></tr>
<tr><td>Address</td><td>4 Quay Street, Hull HU1</td></tr></table>
<h2>2. Present or most recent employment</h2><table><tr><td>Job title</td><td>Harbour Pilot</td></tr>
<tr><td>Employer</td><td>Humber Port Authority</td></tr><tr><td>Date started</td><td>May 2018</td></tr>
<tr><td>Date left</td><td>Still employed</td></tr><tr><td>Notice required</td><td>One month</td></tr></table>
<h2>3. Previous employment (most recent first)</h2><table>
<tr><th>Job title</th><th>Employer</th><th>From</th><th>To</th><th>Reason for leaving</th></tr>
<tr><td>Second mate on the night ferry to the continent</td><td>North Sea Ferries and Freight Company</td>
<td>Jan 2011</td><td>Apr 2018</td><td>Wanted to sleep at home with my children</td></tr>
<tr><td>Deckhand</td><td>Trawler Grace</td><td>Mar 2007</td><td>Dec 2010</td>
<td>Ship sold</td></tr></table>"""


def test_a_form_to_apply_with_is_read_in_both_its_tables(windowless: Browser) -> None:
    page = windowless.new_page()
    page.set_content(FORM)
    found = read(page.pdf(format="A4"), "form.pdf", KNOWN)
    page.close()
    assert [
        tuple(role.facts.get(key, "") for key in FACTS if key != "place")
        for role in found.roles
        if role.taken
    ] == [
        (
            "Second mate on the night ferry to the continent",
            "North Sea Ferries and Freight Company",
            "2011-01",
            "2018-04",
        ),
        ("Deckhand", "Trawler Grace", "2007-03", "2010-12"),
        ("Harbour Pilot", "Humber Port Authority", "2018-05", "now"),
    ]
    assert "Wanted to sleep at home with my children" in found.roles[0].facts["summary"]


def test_a_table_of_voyages_has_whole_days_in_two_columns() -> None:
    names = ("Sea service", "Vessel", "Rank", "Company", "Sign on", "Sign off")
    rows = [
        ("MV Heather Quarry", "Second Cook", "Northern Isles Shipping Ltd", "04 May 2021", "17 Nov 2021"),
        ("MV Skylark", "Messman", "Harbour Lines plc", "11 Jan 2018", "02 Aug 2020"),
    ]
    assert ticked(table(names, rows)) == [
        ("Second Cook", "Northern Isles Shipping Ltd", "", "2021-05-04", "2021-11-17"),
        ("Messman", "Harbour Lines plc", "", "2018-01-11", "2020-08-02"),
    ]
