"""A form copied from a page, each label above its value, and headings that only look unlike headings."""

from __future__ import annotations

import io
from itertools import chain
from typing import TYPE_CHECKING

import docx
import pytest

from good_on_paper.catalogue import load
from good_on_paper.intake import Preview, read, read_text
from good_on_paper.intake.sections import section_of, squeezed_section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document

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


def add_table(document: Document, rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(len(rows), len(rows[0]))
    for cell, text in zip((cell for row in table.rows for cell in row.cells), chain(*rows), strict=True):
        cell.text = text


def read_word(document: Document) -> Preview:
    held = io.BytesIO()
    document.save(held)
    return read(held.getvalue(), "cv.docx", KNOWN)


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
        add_table(document, body)
    found = read_word(document)
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
    found = read_word(document)
    assert found.roles
    assert all(role.why for role in found.roles if not role.taken)


def test_a_study_below_a_heading_with_the_persons_name_is_not_ticked() -> None:
    found = read_text(
        "Berufserfahrung von Ada Finch\n\nJan. 2017 - März 2021\nBuchhalterin\nNordkai Logistik GmbH\n\n"
        "Feb. 2012 - Dez. 2016\nSachbearbeiterin\nHafenbar GmbH\n\n"
        "Ausbildung von Ada Finch\n\nOkt. 2008 - Jan. 2012\nVolkswirtschaft\nHochschule Emden\n",
        KNOWN,
    )
    assert [job[0] for job in jobs(found)] == ["Buchhalterin", "Sachbearbeiterin"]


@pytest.mark.parametrize(
    "heading", ["School of Music", "Work for Castle Hospital", "Manager for Harbour Bar"]
)
def test_a_name_with_for_or_of_is_no_heading_of_somebody(heading: str) -> None:
    assert section_of(heading) == ""


def test_the_town_of_an_american_address_is_the_place() -> None:
    found = read_text(
        "Work Experience:\nMaple Valley Hospital\n12 Castle Road\nAlbany, NY 12203 United States\n\n"
        "03/2019 - Present\nHours per week: 40\nStaff Nurse\nDuties:\nLooked after two wards.\n\n"
        "United States Navy\nFort Elm, KS United States\n\n02/2014 - 02/2019\nHours per week: 60\n"
        "Supply Sergeant\nDuties:\nKept the stores.\n",
        KNOWN,
    )
    assert [(job[0], job[2]) for job in jobs(found)] == [
        ("Staff Nurse", "Albany, NY"),
        ("Supply Sergeant", "Fort Elm, KS"),
    ]


def test_the_sector_that_a_form_prints_is_no_employer() -> None:
    found = read_text(
        "WORK EXPERIENCE\n15/09/2014 - 30/04/2019 - Graz, Austria\nTRANSLATOR - Harbour Insurance d.d.\n"
        "Business or sector Financial activities | Website www.example.org\n"
        "01/2013 - 08/2014 - Graz, Austria\nPROJECT ASSISTANT - Nordkai GmbH\n",
        KNOWN,
    )
    assert not any("sector" in job[1] for job in jobs(found))
    assert [job[1] for job in jobs(found)] == ["Harbour Insurance d.d.", "Nordkai GmbH"]


def test_a_table_with_the_town_where_somebody_was_based() -> None:
    document = docx.Document()
    document.add_heading("Stage work", 1)
    rows = (
        ("Dates", "Position", "Production", "Company", "Based in"),
        ("May 2021 - present", "Stage Manager", "The Heather", "Northern Isles Theatre", "Kirkwall"),
        ("Feb 2019 - Apr 2021", "Prompter", "Skylark", "Harbour Players", "Hull"),
    )
    add_table(document, rows)
    found = read_word(document)
    assert [role.facts.get("place") for role in found.roles] == ["Kirkwall", "Hull"]


def test_a_reason_for_leaving_is_no_town() -> None:
    document = docx.Document()
    document.add_heading("Employment record", 1)
    rows = (
        ("Dates", "Employer and address", "Post held", "Reason for leaving"),
        ("01/2020 - present", "Harbour Museum, Hull", "Curator", ""),
        ("06/2014 - 12/2019", "Castle Museum, Leeds", "Binder", "Promotion"),
    )
    add_table(document, rows)
    found = read_word(document)
    assert [(job[1], job[2]) for job in jobs(found)] == [
        ("Harbour Museum", "Hull"),
        ("Castle Museum", "Leeds"),
    ]


@pytest.mark.parametrize(
    "title", ["Reise durch Norwegen", "Backpacking in Peru", "Voyage autour du monde", "Viaje por Chile"]
)
def test_a_journey_between_jobs_is_not_ticked(title: str) -> None:
    found = read_text(
        f"Cook, Harbour Bar, 2014-2017\n{title}, 2017-2018\nWaiter, Castle Inn, 2018-2020\n", KNOWN
    )
    assert [job[0] for job in jobs(found)] == ["Cook", "Waiter"]


def test_a_table_keeps_an_employer_that_only_begins_like_a_journey() -> None:
    text = b"Job,Employer,Start,End\n,Travelodge,2014,2017\nCook,Bar,2010,2014\n"
    assert all(role.taken for role in read(text, "x.csv", KNOWN).roles)


def test_dates_on_two_lines_below_their_label_stay_dates() -> None:
    found = read_text(
        "Work experience\nDates\n03/2014 -\n05/2017\nEmployer\nHarbour Bar\nJob title\nCook\n\n"
        "Dates\n2010 - 2014\nEmployer\nCastle Inn\nJob title\nWaiter\n",
        KNOWN,
    )
    assert [(job[0], job[3], job[4]) for job in jobs(found)] == [
        ("Cook", "2014-03", "2017-05"),
        ("Waiter", "2010", "2014"),
    ]


@pytest.mark.parametrize(
    "line", ["Freiberuflich", "Por cuenta propia", "Por conta própria", "ZZP", "Salarié"]
)
def test_terms_of_a_job_are_no_heading(line: str) -> None:
    assert section_of(line) == ""
