"""Tables as people keep them: dates in one column or in parts, seven languages, bullets, sections; not mine.

Inputs in cases/ are made after real ones of public repositories, with personal details replaced.
"""

# ruff: noqa: E501 - an input and what is read from it stand on one line

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from good_on_paper.catalogue import load
from good_on_paper.intake import IntakeError, Preview, read
from good_on_paper.intake.column_names import FACT_NAMES, fact_named

if TYPE_CHECKING:
    from good_on_paper.catalogue import Catalogue

CASES = Path(__file__).parent / "cases"
Job = tuple[str, str, str, str]


def case(name: str, catalogue: Catalogue) -> Preview:
    return read(CASES / name, name, catalogue)


def jobs(preview: Preview) -> list[Job]:
    """Title, employer, start and end of the roles that are ticked."""
    keys = ("title", "employer", "started", "ended")
    return [
        (facts.get(keys[0], ""), facts.get(keys[1], ""), facts.get(keys[2], ""), facts.get(keys[3], ""))
        for facts in (role.facts for role in preview.roles if role.taken)
    ]


COOK = ("Cook", "Bar", "2019-03", "2020-05")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Job,Company,Start,Finish\nCook,Bar,Mar 2019,May 2020\n", [COOK]),
        ("Job,Company,Dates\nCook,Bar,Mar 2019 - May 2020\n", [COOK]),
        ("Role,Employer,Period\nCook,Bar,03/2019 - 05/2020\n", [COOK]),
        ("Position,Company,From - To\nCook,Bar,2019-03 to 2020-05\n", [COOK]),
        ("Job Title*,Company name,When\nCook,Bar,2015-2018\n", [("Cook", "Bar", "2015", "2018")]),
        ("Job,Company,Year\nCook,Bar,2015\n", [("Cook", "Bar", "2015", "")]),
        ("Job,Company,start_year,start_month,end_year,end_month\nCook,Bar,2019,3,2020,5\n", [COOK]),
        ("Job,Company,Year started,Month started,Year ended\nCook,Bar,2019,March,\n", [("Cook", "Bar", "2019-03", "now")]),
        ("Job,Company,Start,End,Current\nCook,Bar,2019,,no\nWaiter,Inn,2020,,yes\n",
         [("Cook", "Bar", "2019", ""), ("Waiter", "Inn", "2020", "now")]),
        ("Stelle;Arbeitgeber;Von;Bis\nKoch;Bar;M\u00e4rz 2019;Mai 2020\n", [("Koch", "Bar", "2019-03", "2020-05")]),
        ("Beruf;Firma;Startjahr;Startmonat;Endjahr\nKoch;Bar;2019;3;2020\n", [("Koch", "Bar", "2019-03", "2020")]),
        ("T\u00e4tigkeit;Unternehmen;Zeitraum\nKoch;Bar;2015-2018\n", [("Koch", "Bar", "2015", "2018")]),
        ("Poste,Entreprise,D\u00e9but,Fin\nCuisinier,Bar,mars 2019,mai 2020\n", [("Cuisinier", "Bar", "2019-03", "2020-05")]),
        ("Intitul\u00e9 du poste,Soci\u00e9t\u00e9,P\u00e9riode\nServeur,Bar,2015 - 2018\n", [("Serveur", "Bar", "2015", "2018")]),
        ("Puesto,Empresa,Fecha de inicio,Fecha de fin\nCocinero,Bar,marzo 2019,mayo 2020\n", [("Cocinero", "Bar", "2019-03", "2020-05")]),
        ("Cargo,Empresa,De,At\u00e9\nCozinheiro,Bar,2015,2018\n", [("Cozinheiro", "Bar", "2015", "2018")]),
        ("Ruolo,Azienda,Dal,Al\nCuoco,Bar,03/2019,05/2020\n", [("Cuoco", "Bar", "2019-03", "2020-05")]),
        ("Functie,Werkgever,Beginjaar,Eindjaar\nKok,Bar,2015,2018\n", [("Kok", "Bar", "2015", "2018")]),
    ],
)  # fmt: skip
def test_jobs_are_read_from_tables_as_people_keep_them(
    text: str, found: list[Job], catalogue: Catalogue
) -> None:
    preview = read(text.encode(), "cv.csv", catalogue)
    assert jobs(preview) == found
    assert preview.lines == ()
    assert preview.skipped == ()


def test_the_cases_of_dates_come_out_right(catalogue: Catalogue) -> None:
    clerk = ("Clerk", "Office", "2015", "2019")
    finish = case("finish_is_a_date.csv", catalogue)
    assert jobs(finish) == [COOK, clerk]
    assert not any(part.item == "finish" for part in finish.recognised)
    parts = case("start_and_end_in_parts.csv", catalogue)
    assert jobs(parts) == [COOK, ("Clerk", "Office", "2015-06", "2019-02")]
    assert parts.lines == ()


def test_a_line_named_like_a_date_is_a_line_where_no_dates_stand(catalogue: Catalogue) -> None:
    preview = read(b"title,finish\nCook,5\nClerk,7\n", "t.csv", catalogue)
    assert [rated.item for role in preview.roles for rated in role.ratings] == ["finish", "finish"]


def test_an_end_that_is_assumed_is_said_where_several_are(catalogue: Catalogue) -> None:
    preview = read(b"title,started,ended\nCook,2015,\nClerk,2017,\n", "t.csv", catalogue)
    told = [note for note in preview.notes if "counts as going on" in note]
    assert [note.partition(":")[0] for note in told] == ["row 2", "row 3"]


@pytest.mark.parametrize(
    "rows",
    [
        "Acme,Analyst,2015-2018,Built\nAcme,Analyst,2015-2018,Led\nBeta,Clerk,2012-2015,Filed\n",
        "Acme,Analyst,2015-2018,Built\n,,,Led\nBeta,Clerk,2012-2015,Filed\n",
        "Acme,Analyst,2015-2018,Built\nBeta,Clerk,2012-2015,Filed\nAcme,Analyst,2015-2018,Led\n",
    ],
)
@pytest.mark.parametrize("header", ["Company,Role,Dates,Highlights", "Firma,Stelle,Zeitraum,Aufgaben"])
def test_a_row_a_bullet_is_one_job(rows: str, header: str, catalogue: Catalogue) -> None:
    analyst, clerk = read(f"{header}\n{rows}".encode(), "cv.csv", catalogue).roles
    assert analyst.facts["summary"] == "Built\nLed"
    assert clerk.facts["summary"] == "Filed"


@pytest.mark.parametrize(
    ("text", "work", "other"),
    [
        ("type,title,company\nEducation,BSc,MIT\nFull-time,Clerk,Acme\n", ["Clerk"], ["BSc"]),
        ("Section,Title,Where\nWork Experience,Clerk,Leeds\nAwards,Best clerk,York\n", ["Clerk"], ["Best clerk"]),
        ("category,title,company\nVolunteering,Helper,Red Cross\nSkills,Excel,-\n", ["Helper"], ["Excel"]),
        ("Rubrik,Stelle,Firma\nBerufserfahrung,Koch,Bar\nAusbildung,Abitur,Schule\n", ["Koch"], ["Abitur"]),
        ("Rubrique,Poste,Lieu\nExp\u00e9rience professionnelle,Serveur,Lyon\nFormation,Licence,Lyon\n", ["Serveur"], ["Licence"]),
        ("Secci\u00f3n,Puesto\nExperiencia laboral,Cocinero\nFormaci\u00f3n,Grado\nPublicaciones,Libro\n", ["Cocinero"], ["Grado", "Libro"]),
        ("Sezione,Ruolo\nEsperienza lavorativa,Cuoco\nIstruzione e formazione,Laurea\n", ["Cuoco"], ["Laurea"]),
        ("Sectie,Functie\nWerkervaring,Kok\nOpleiding,Master\nQuirk,Odd\n", ["Kok"], ["Master", "Odd"]),
        ("title,company,start,end\nBSc Earth Sciences,University of Velmora,2006,2010\nLecturer,University of Velmora,2010,2012\n",
         ["Lecturer"], ["BSc Earth Sciences"]),
    ],
)  # fmt: skip
def test_work_is_ticked_and_other_sections_are_shown(
    text: str, work: list[str], other: list[str], catalogue: Catalogue
) -> None:
    preview = read(text.encode(), "cv.csv", catalogue)
    assert [role.facts["title"] for role in preview.roles if role.taken] == work
    assert [role.facts["title"] for role in preview.roles if not role.taken] == other
    assert all("isn’t ticked" in role.why for role in preview.roles if not role.taken)


def test_the_case_of_a_section_column(catalogue: Catalogue) -> None:
    preview = case("section_column.csv", catalogue)
    assert jobs(preview) == [("Analyst", "Acme", "2015", "2018")]
    assert len(preview.roles) == 3


# -- not mine, or not a job I had

APPLIED = (
    "Job Title,Company,Date Applied,Status\nAnalyst,Acme,2025-01-17,Rejected\n",
    "Company,Role,Stage,Location\nAcme,Analyst,Interview,Leeds\nBeta,Clerk,Ghosted,York\n",
    "date,company,role,status\n2025-01-17,Acme,Analyst,applied\n2025-01-18,Beta,Clerk,offer\n",
    "Saved Date,Job Url,Job Title,Company Name\n2025-01-17,http://x.example,Analyst,Acme\n",
    "Firma;Stelle;Beworben am;Antwort\nAcme;K\u00f6chin;12.01.2025;Absage\n",
    "Entreprise,Poste,Date de candidature\nAcme,Cuisini\u00e8re,12/01/2025\n",
    "Empresa,Puesto,Estado\nAcme,Cocinero,Rechazado\nBeta,Cocinero,En proceso\n",
    "Azienda,Ruolo,Data candidatura,Esito\nAcme,Cuoco,12/01/2025,colloquio\n",
    "Bedrijf,Functie,Status\nAcme,Kok,Afgewezen\nBeta,Kok,Gesprek\n",
)


@pytest.mark.parametrize("text", APPLIED)
def test_applications_and_saved_ads_are_shown_and_not_ticked(text: str, catalogue: Catalogue) -> None:
    preview = read(text.encode(), "tracker.csv", catalogue)
    assert preview.roles
    assert preview.empty
    assert "not jobs you had, so none is ticked" in preview.notes[0]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("First Name,Last Name,Company,Position,Connected On\nAnn,Doe,Acme,Director,22 Jan 2026\n", "people you know"),
        ("Name,Surname,Job Title,Company,Email\nAnn,Doe,Director,Acme,a@example.org\n", "people you know"),
        ("Vorname;Nachname;Firma;Position\nAnn;Doe;Acme;Chefin\nBo;Roe;Beta;Koch\n", "people you know"),
        ("Pr\u00e9nom,Nom de famille,Entreprise,Poste\nAnn,Doe,Acme,Chef\n", "people you know"),
        ("Nombre,Apellidos,Empresa,Cargo,Correo\nAnn,Doe,Acme,Jefa,x\n", "people you know"),
        ("Contact,Company,Title,Phone\nAnn Doe,Acme,Head,123\n", "people you know"),
        ("Recommender,Company,Job Title,Recommendation\nAnn Doe,Acme,Head,Great\n", "other people wrote"),
        ("Last Name,Company,Job Title,Text,Status\nDoe,Acme,Head,Great,VISIBLE\n", "other people wrote"),
        ("Nachname,Firma,Stelle,Empfehlung\nDoe,Acme,Chefin,Sehr gut\n", "other people wrote"),
    ],
)  # fmt: skip
def test_other_people_are_refused_by_name(text: str, says: str, catalogue: Catalogue) -> None:
    with pytest.raises(IntakeError, match=says) as caught:
        read(text.encode(), "export.csv", catalogue)
    assert "expected your own jobs" in str(caught.value)


def test_the_cases_of_others_come_out_right(catalogue: Catalogue) -> None:
    assert case("applications_become_jobs.csv", catalogue).empty
    for name, says in (
        ("contacts_become_jobs.csv", "Positions.csv"),
        ("recommender_becomes_job.csv", "wrote"),
    ):
        with pytest.raises(IntakeError, match=says):
            case(name, catalogue)


@pytest.mark.parametrize(
    "text",
    [
        "First Name,Last Name,Job Title,Company,Start,End\nAnn,Doe,Cook,Bar,2015,2018\nAnn,Doe,Clerk,Inn,2018,2019\n",
        "Title,Company,Start,End,Contact,Phone\nCook,Bar,2015,2018,Bo Roe,123\nClerk,Inn,2018,2019,Cy Poe,456\n",
        "Title,Company,Start,End,Recruiter\nCook,Bar,2015,2018,Bo Roe\nClerk,Inn,2018,2019,-\n",
        "Title,Company,Start,End,Status\nCook,Bar,2015,2018,left\nClerk,Inn,2018,,employed\n",
        "Title,Company,Start,End,Result\nCook,Bar,2015,2018,good\nClerk,Inn,2018,,bad\n",
    ],
)
def test_jobs_beside_names_and_contacts_stay_jobs(text: str, catalogue: Catalogue) -> None:
    assert [job[0] for job in jobs(read(text.encode(), "mine.csv", catalogue))] == ["Cook", "Clerk"]


@pytest.mark.parametrize(
    "text",
    [
        "Name,Department,Hire Date,Salary,Manager\nAna Li,Sales,2011-03-01,40000,Bo\nJo Ek,Ops,2014-05-01,42000,Bo\n",
        "Name,Email,Department,Start Date\nAna Li,a@x.org,Sales,2011-03-01\nJo Ek,j@x.org,Ops,2014-05-01\n",
        "Name,Department,Start Date,Salary\nAna Li,Sales,2011-03-01,40000\nJo Ek,Ops,2014-05-01,42000\n",
        "Full Name,Job Title,Start Date,Department\nAna Li,Cook,2011-03-01,Bar\nJo Ek,Clerk,2014-05-01,Desk\n",
        "Name;Abteilung;Eintrittsdatum;Gehalt\nAna Li;Vertrieb;01.03.2011;40000\nJo Ek;Technik;01.05.2014;42000\n",
        "Name,Position,Hire Date,End Date\nAna Li,Cook,2011-03-01,2012\nJo Ek,Clerk,2014-05-01,2015\n",
        "Employee,Position,Date Hired\nAna Li,Cook,2011-03-01\nJo Ek,Clerk,2014-05-01\n",
        "Employee ID,Name,Job Title,Start Date\n17,Ana Li,Cook,2011-03-01\n18,Jo Ek,Clerk,2014-05-01\n",
        "Name;Abteilung;Stelle;Eingestellt am\nAna Li;Küche;Köchin;01.03.2011\nJo Ek;Büro;Koch;01.05.2014\n",
        "Nom,Service,Poste,Date d’embauche\nAna Li,Cuisine,Chef,03/2011\nJo Ek,Bureau,Commis,05/2014\n",
        "Nombre,Puesto,Fecha de contratación\nAna Li,Cocinera,03/2011\nJo Ek,Camarero,05/2014\n",
    ],
)  # fmt: skip
def test_a_list_of_staff_is_not_mine(text: str, catalogue: Catalogue) -> None:
    preview = read(text.encode(), "staff.csv", catalogue)
    assert preview.empty
    assert not preview.roles or "other people’s jobs and none is ticked" in " ".join(preview.notes)


@pytest.mark.parametrize(
    "text",
    [
        "Name,Position,Start Date,End Date\nBar,Cook,2015,2018\nInn,Clerk,2018,2019\n",
        "Name,Job Title,Company,Hire Date\nAna Li,Cook,Bar,2015\nAna Li,Clerk,Inn,2018\n",
        "Name,Position,Department,Start,End,Salary\nBar,Cook,Food,2015,2018,4\nInn,Clerk,Desk,2018,2019,5\n",
        "Company,Job Title,Hire Date,Salary\nBar,Cook,2015,40000\nInn,Clerk,2018,42000\n",
    ],
)
def test_jobs_beside_a_day_of_hire_stay_jobs(text: str, catalogue: Catalogue) -> None:
    assert [job[0] for job in jobs(read(text.encode(), "mine.csv", catalogue))] == ["Cook", "Clerk"]


def _zip(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as parts:
        for name, data in files.items():
            parts.writestr(f"{name}.csv", data)
    return out.getvalue()


def test_volunteering_comes_in_and_the_rest_is_called_by_its_name(catalogue: Catalogue) -> None:
    volunteering = (CASES / "Volunteering.csv").read_bytes()
    data = _zip(
        Volunteering=volunteering,
        Projects=b"Title,Description,Url,Started On,Finished On\nA wiki,,,Jan 2015,\n",
        Education=b"School Name,Start Date,End Date,Notes,Degree Name,Activities\nMIT,2011,2015,,BSc,\n",
        Connections=b"First Name,Last Name\nAnn,Doe\n",
        Ad_Targeting=b"x\n1\n",
    )
    for preview in (read(data, "linkedin.zip", catalogue), read(volunteering, "Volunteering.csv", catalogue)):
        assert jobs(preview) == [("Helper", "Red Cross", "2010-01", "2012-12")]
        assert next(role for role in preview.roles if role.taken).facts["role_kind"] == "volunteer"
    found = read(data, "linkedin.zip", catalogue)
    assert [role.name for role in found.roles if not role.taken] == ["A wiki", "BSc, MIT"]
    left = [str(part) for part in found.skipped]
    assert "Connections.csv: these are people you know" in left
    assert any(line.startswith("Ad_Targeting.csv: ") for line in left)


# -- laws

_HEADERS = st.fixed_dictionaries(
    {
        key: st.sampled_from(sorted(name for name, fact in FACT_NAMES.items() if fact == key))
        for key in ("title", "employer", "started", "ended", "place")
    }
)


@given(_HEADERS, st.permutations(range(5)))
def test_no_order_and_no_language_of_columns_changes_what_is_read(
    names: dict[str, str], order: list[int]
) -> None:
    cells = {"title": "Cook", "employer": "Bar", "started": "2015-03", "ended": "2018-12", "place": "Ulm"}
    keys = [list(cells)[place] for place in order]
    out = io.StringIO()
    csv.writer(out).writerows([[names[key] for key in keys], [cells[key] for key in keys]])
    (role,) = read(out.getvalue().encode(), "cv.csv", load()).roles
    assert role.facts == cells


@given(st.permutations(["Job", "Company", "Dates", "Autonomy (1-5)", "Pay", "rating", "Boss", "Year hired"]))
def test_no_order_of_columns_changes_lines_scales_and_outcome(order: list[str]) -> None:
    rows = [
        {"Job": "Cook", "Company": "Bar", "Dates": "2015-2018", "Autonomy (1-5)": "4", "Pay": "3", "rating": "8",
         "Boss": "high", "Year hired": "2015"},
        {"Job": "Clerk", "Company": "Inn", "Dates": "2018-2019", "Autonomy (1-5)": "2", "Pay": "?", "rating": "2",
         "Boss": "low", "Year hired": "2018"},
    ]  # fmt: skip
    out = io.StringIO()
    writer = csv.DictWriter(out, order)
    writer.writeheader()
    writer.writerows(rows)
    preview = read(out.getvalue().encode(), "t.csv", load())
    assert preview.outcome == "rating"
    lines = {line.item.key: (line.item.scale.min, line.item.scale.max) for line in preview.lines}
    assert lines == {"autonomy": (1, 5), "pay": (1, 7), "rating": (0, 10), "boss": (0, 1)}
    said = [{rated.item: rated.value for rated in role.ratings} for role in preview.roles]
    assert said == [
        {"autonomy": 4, "pay": 3, "rating": 8, "boss": 1},
        {"autonomy": 2, "pay": None, "rating": 2, "boss": 0},
    ]
    assert [role.facts["started"] for role in preview.roles] == ["2015", "2018"]


@given(st.text(max_size=40))
def test_any_header_is_known_or_not(header: str) -> None:
    assert isinstance(fact_named(header), str)


@pytest.mark.parametrize("header", ["Role,Place,From,To", "Job,Where,Start,End", "Wat,Waar,Van,Tot"])
def test_a_place_that_names_firms_is_the_employer(header: str, catalogue: Catalogue) -> None:
    table = f"{header}\nEditor,Acme Ltd,2014,2017\nCook,Harbour Bar,2010,2014\n"
    preview = read(table.encode(), "x.csv", catalogue)
    assert [role.facts.get("employer") for role in preview.roles] == ["Acme Ltd", "Harbour Bar"]
    in_towns = table.replace("Acme Ltd", "Leeds").replace("Harbour Bar", "Hull")
    towns = read(in_towns.encode(), "x.csv", catalogue)
    assert [role.facts.get("place") for role in towns.roles] == ["Leeds", "Hull"]
