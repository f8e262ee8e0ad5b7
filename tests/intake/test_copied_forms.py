"""A form copied from a page, each label above its value, and headings that only look unlike headings."""

from __future__ import annotations

import io
from itertools import chain

import docx
import pytest

from good_on_paper.catalogue import load
from good_on_paper.intake import Preview, read, read_text
from good_on_paper.intake.sections import section_of, squeezed_section

KNOWN = load()
FACTS = ("title", "employer", "place", "started", "ended")
FORMS = {
    "en": "Employment history|Current job|Previous job|Employer name|Town or city|Job title|Start date|"
    "End date|Reason for leaving|Still work here|March 2019|May 2014",
    "de": "Berufserfahrung|Aktuelle Stelle|Frühere Stelle|Arbeitgeber|Ort|Funktion|Beginn|Ende|"
    "Kündigungsfrist|noch beschäftigt|März 2019|Mai 2014",
    "es": "Experiencia laboral|Puesto actual|Puesto anterior|Empresa|Ciudad|Puesto|Fecha de inicio|"
    "Fecha de fin|Motivo de salida|actualidad|marzo de 2019|mayo de 2014",
}


def form(names: str) -> str:
    heading, now, before, employer, town, title, start, end, reason, still, began, first = names.split("|")
    return (
        f"Ada Finch\n\n{heading}\n\n{now}\n{employer}\nHarbour Clinic\n{town}\nKirkwall\n{title}\nNurse\n"
        f"{start}\n{began}\n{end}\n{still}\nPay point\n6\n{reason}\nFour weeks\n\n"
        f"{before}\n{employer}\nCastle Hospital\n{town}\nWhitby\n{title}\nPorter\n{start}\n{first}\n{end}\n"
        f"{began}\n{reason}\nWanted more\n"
    )


def jobs(preview: Preview) -> list[tuple[str, ...]]:
    return [tuple(role.facts.get(key, "") for key in FACTS) for role in preview.roles if role.taken]


@pytest.mark.parametrize("names", FORMS.values(), ids=FORMS)
def test_labels_above_their_values_are_read_as_labels(names: str) -> None:
    found = read_text(form(names), KNOWN)
    assert jobs(found) == [
        ("Nurse", "Harbour Clinic", "Kirkwall", "2019-03", "now"),
        ("Porter", "Castle Hospital", "Whitby", "2014-05", "2019-03"),
    ]


def test_a_gap_that_a_form_asks_for_is_no_job_and_takes_no_employer() -> None:
    text = form(FORMS["en"]) + (
        "\nGap in employment\nReason for gap\nSailing round the isles\nStart date\nJune 2012\nEnd date\n"
        "April 2014\n"
    )
    found = read_text(text, KNOWN)
    assert len(jobs(found)) == 2
    [gap] = [role for role in found.roles if not role.taken]
    assert (gap.facts["title"], gap.facts.get("employer")) == ("Gap in employment", None)
    assert "Sailing round the isles" in gap.facts["summary"]
    assert gap.why


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("APPOINTMENTS, ACADEMIC", "job"),
        ("Experience, teaching", "job"),
        ("In loondienst", "job"),
        ("Por cuenta ajena", "job"),
        ("Education and professional qualifications", "study"),
        ("Supporting information", "other"),
        ("Harbour Bar, Leeds", ""),
        ("Nurse, Castle Hospital", ""),
    ],
)
def test_other_headings(heading: str, kind: str) -> None:
    assert section_of(heading) == kind


def test_a_heading_in_small_capitals_is_read_in_either_order() -> None:
    assert section_of(squeezed_section(["APPOINTMENTS", "ACADEMIC"])) == "job"
    assert squeezed_section(["HARBOUR", "BAR"]) == ""


def test_what_stands_below_projects_says_why_it_is_not_ticked() -> None:
    document = docx.Document()
    document.add_heading("Projecten", 1)
    rows = (
        ("Periode", "Opdrachtgever", "Plaats", "Rol"),
        ("04-2021 - heden", "Gemeente Noordwal", "Goes", "Tekenaar"),
        ("09-2018 - 03-2021", "Waterschap De Kreek", "Veere", "Landmeter"),
    )
    for heading, body in (
        ("", rows),
        ("In loondienst", (rows[0], ("2014 - 2018", "Bureau Zand B.V.", "Tiel", "Koerier"))),
    ):
        if heading:
            document.add_heading(heading, 1)
        table = document.add_table(len(body), 4)
        for cell, text in zip((cell for row in table.rows for cell in row.cells), chain(*body), strict=True):
            cell.text = text
    held = io.BytesIO()
    document.save(held)
    found = read(held.getvalue(), "cv.docx", KNOWN)
    assert [job[0] for job in jobs(found)] == ["Koerier"]
    assert all(role.taken or "project" in role.why for role in found.roles)


def test_without_a_heading_each_job_says_why_it_is_not_ticked() -> None:
    document = docx.Document()
    for line in (
        "Ada Finch",
        "2014 - 2018",
        "Nurse, Castle Hospital, Whitby",
        "2010 - 2014",
        "Porter, Town Hall",
    ):
        document.add_paragraph(line)
    held = io.BytesIO()
    document.save(held)
    found = read(held.getvalue(), "cv.docx", KNOWN)
    assert found.roles
    assert all(role.why for role in found.roles if not role.taken)
