"""Employers with their roles below them in JSON, under any names; lists with dates are never passed over."""

from __future__ import annotations

import json
from typing import Any

import pytest

from good_on_paper.catalogue import load
from good_on_paper.intake import IntakeError, Preview, read

KNOWN = load()
FACTS = ("title", "employer", "place", "started", "ended")
WANTED = [
    ("Falconer", "Raptor Trust", "Ludlow", "2018-03", "now"),
    ("Kennel Hand", "Raptor Trust", "Ludlow", "2014", "2018-02"),
    ("Saddler", "Harris Leather", "Hereford", "2009", "2014"),
]
NAMES = [
    ("houses", "employerName", "site", "held", "roleTitle", "from", "to"),
    ("arbeitgeberliste", "arbeitgeber", "ort", "stellen", "funktion", "von", "bis"),
    ("mesEmployeurs", "entreprise", "ville", "postesOccupes", "intitulé", "début", "fin"),
    ("empresas", "empresa", "ciudad", "cargos", "puesto", "desde", "hasta"),
    ("employers", "company", "location", "assignments", "jobTitle", "startDate", "endDate"),
    ("aziende", "azienda", "sede", "mansioni", "ruolo", "dal", "fino a"),
]


def found(document: Any) -> Preview:
    return read(json.dumps(document).encode(), "career.json", KNOWN)


def facts(preview: Preview) -> list[tuple[str, ...]]:
    return [tuple(role.facts.get(key, "") for key in FACTS) for role in preview.roles if role.taken]


def nested(names: tuple[str, ...]) -> dict[str, Any]:
    top, employer, town, roles, title, start, end = names
    return {
        top: [
            {
                employer: "Raptor Trust",
                town: "Ludlow",
                "sector": "Animals",
                roles: [
                    {title: "Falconer", start: "2018-03", end: None},
                    {title: "Kennel Hand", start: "2014", end: "2018-02"},
                ],
            },
            {
                employer: "Harris Leather",
                town: "Hereford",
                roles: [{title: "Saddler", start: "2009", end: "2014"}],
            },
        ]
    }


@pytest.mark.parametrize("names", NAMES, ids=lambda names: names[0])
@pytest.mark.parametrize(
    "beside", [{}, {"schools": [{"schoolName": "Ludlow", "left": "2008"}]}, {"basics": {}}]
)
def test_roles_below_an_employer_are_jobs(names: tuple[str, ...], beside: dict[str, Any]) -> None:
    assert facts(found(beside | nested(names))) == WANTED
    assert facts(found({"profile": nested(names)})) == WANTED
    assert facts(found(nested(names)[names[0]])) == WANTED


def test_what_is_said_of_an_employer_alone_is_named() -> None:
    preview = found(nested(NAMES[0]))
    assert [part.where for part in preview.skipped] == ["houses: sector"]


def test_an_address_of_a_site_is_no_place() -> None:
    document = nested(NAMES[0])
    document["houses"][0]["site"] = "https://raptor.example"
    preview = found(document)
    assert facts(preview)[0] == ("Falconer", "Raptor Trust", "", "2018-03", "now")
    assert [part.where for part in preview.skipped] == ["houses: site, sector"]


def test_a_job_with_projects_of_its_own_stays_one_job() -> None:
    own = {"name": "Aviary", "role": "Builder", "from": "2019"}
    job = {"title": "Falconer", "company": "Raptor Trust", "from": "2018-03", "things": [own]}
    assert facts(found({"history": [job]})) == [("Falconer", "Raptor Trust", "", "2018-03", "now")]


def test_courses_with_dates_are_no_jobs() -> None:
    course = {"title": "Lead glass", "institution": "Guild", "from": "2012", "to": "2013"}
    preview = found({"courses": [course], "basics": {"name": "Ada"}, "work": []})
    assert not preview.roles


@pytest.mark.parametrize("above", [{}, {"basics": {"name": "Ada Nowak"}}])
def test_lists_with_dates_are_named_where_no_job_is_found(above: dict[str, Any]) -> None:
    gigs = [{"what": {"was": "Fiddle"}, "when": {"year": 2012}}, {"what": "Whistle", "when": "May 2014"}]
    with pytest.raises(IntakeError) as refused:
        found(above | {"gigs": gigs, "colours": [{"name": "red"}], "more": {"tours": gigs[:1]}})
    assert "dates stand in gigs (2), more.tours (1)" in str(refused.value)


def test_lists_with_dates_are_named_beside_a_list_without_jobs() -> None:
    preview = found({"schools": [{"nothing": "at all"}], "gigs": [{"what": "Fiddle", "when": "2012"}]})
    assert "gigs: it has entries with dates (1); if they are jobs, call the list work" in map(
        str, preview.skipped
    )
