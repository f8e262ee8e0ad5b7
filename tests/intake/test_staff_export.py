"""Tables out of a firm's database: short names of columns, dates without signs, codes beside words."""

from __future__ import annotations

import json

import pytest

from good_on_paper.catalogue import load
from good_on_paper.intake import Preview, read, read_text
from good_on_paper.intake.preview_text import told_of

KNOWN = load()
FACTS = ("title", "employer", "place", "started", "ended")
CODED = (
    "PERSNR;BUKRS;BUKRS_TXT;WERKS_TXT;PLANS;PLANS_TXT;BEGDA;ENDDA\n"
    "0042;DE01;Nordkai Logistik GmbH;Emden;30001;Disponentin;20190401;99991231\n"
    "0042;DE01;Nordkai Logistik GmbH;Emden;99999;Elternzeit;20170301;20190331\n"
    "0042;DE01;Nordkai Logistik GmbH;Leer;30007;Lageristin;20110815;20170228\n"
)


def jobs(preview: Preview) -> list[tuple[str, ...]]:
    return [tuple(role.facts.get(key, "") for key in FACTS) for role in preview.roles if role.taken]


def table(text: str) -> Preview:
    return read(text.encode(), "jobs.csv", KNOWN)


def test_codes_and_dates_without_signs_are_read_and_leave_is_not_ticked() -> None:
    found = table(CODED)
    assert jobs(found) == [
        ("Disponentin", "Nordkai Logistik GmbH", "Emden", "2019-04-01", "now"),
        ("Lageristin", "Nordkai Logistik GmbH", "Leer", "2011-08-15", "2017-02-28"),
    ]
    assert any("20190401 is read as 2019-04-01" in note for note in found.notes)
    assert not any(line.taken for line in found.lines)


@pytest.mark.parametrize(
    ("header", "row", "found"),
    [
        ("Planstelle,Gesellschaft,Beg_Datum,End_Datum", "Koch,Hafenbar,20140301,20170531", "2014-03-01"),
        ("Stelle Text,Firma,gueltig von,gueltig bis", "Koch,Hafenbar,201403,201705", "2014-03"),
        ("Job,Employer,Start,End", "Cook,Harbour Bar,20140301,00000000", "2014-03-01"),
        ("Puesto,Empresa,Fec. alta,Fec. baja", "Cocinera,Bar Faro,01/03/2014,31/05/2017", "2014-03-01"),
        ("Stelle,Stelle Bez,Firma,Von,Bis", "4711,Koch,Hafenbar,20140301,20170531", "2014-03-01"),
    ],
)
def test_other_names_of_columns(header: str, row: str, found: str) -> None:
    (job,) = jobs(table(f"{header}\n{row}\n"))
    assert job[0] in ("Koch", "Cook", "Cocinera")
    assert job[1] in ("Hafenbar", "Harbour Bar", "Bar Faro")
    assert job[3] == found


def test_two_columns_of_days_are_dates_whatever_their_names() -> None:
    found = table("Job,Employer,X1,X2\nCook,Bar,20140301,20170531\nWaiter,Inn,20170601,99991231\n")
    assert [job[3:] for job in jobs(found)] == [("2014-03-01", "2017-05-31"), ("2017-06-01", "now")]


def test_one_column_of_numbers_is_no_date() -> None:
    found = table("Job,Employer,Badge\nCook,Bar,20140301\nWaiter,Inn,20170601\n")
    assert [job[3:] for job in jobs(found)] == [("", ""), ("", "")]


NOTHING = {
    "csv": lambda: table("Employer,Badge,Colour\nHarbour Bar,b1,red\nCastle Inn,b2,blue\n"),
    "coded": lambda: table("Firma;KST;ABR\nHafenbar;X7;k\nGasthof Post;X8;m\n"),
    "pasted table": lambda: read_text("Employer\tBadge\nHarbour Bar\tb1\nCastle Inn\tb2", KNOWN),
    "json": lambda: read(
        json.dumps({"work": [{"name": "Harbour Bar"}, {"company": "Castle Inn"}]}).encode(), "x.json", KNOWN
    ),
    "resume yaml": lambda: read_text("work:\n- name: Harbour Bar\n- name: Castle Inn\n", KNOWN, "x.yaml"),
    "linkedin": lambda: read(
        b"Company Name,Title,Description,Location,Started On,Finished On\nHarbour Bar,,,,,\n",
        "Positions.csv",
        KNOWN,
    ),
    "labels": lambda: read_text("Employer: Harbour Bar\n\nEmployer: Castle Inn\n", KNOWN),
    "lines": lambda: read_text("Harbour Bar Ltd\nCastle Inn Ltd\n", KNOWN),
}


@pytest.mark.parametrize("reader", NOTHING.values(), ids=NOTHING)
def test_a_job_with_neither_title_nor_dates_is_never_ticked_without_a_word(reader) -> None:  # type: ignore[no-untyped-def]
    found = reader()
    doubts = told_of(found).doubts
    bare = [role for role in found.roles if not (role.facts.get("title") or role.facts.get("started"))]
    assert all(role.why or doubts.get(role.where) for role in bare)
    assert all(not role.taken for role in bare if not role.facts.get("ended"))


def test_a_list_of_spells_at_work_has_no_unemployment_ticked_and_names_each_torn_row() -> None:
    found = read_text(
        "Lista\n\nEMPRESA\tPUESTO\tFECHA ALTA\tFECHA EFECTO\tFECHA BAJA\n"
        "BAR FARO, S.L.\tCocinera\t01.10.2019\t01.10.2019\t---\n"
        "PRESTACIÓN DESEMPLEO\t\t02.07.2019\t02.07.2019\t30.09.2019\n"
        "CASA NORTE, S.A.\tCamarera\t12.01.2015\t12.01.2015\t30.06.2019\n\nPágina 1 de 1\n",
        KNOWN,
    )
    assert [(job[0], *job[3:]) for job in jobs(found)] == [
        ("Cocinera", "2019-10-01", "now"),
        ("Camarera", "2015-01-12", "2019-06-30"),
    ]
    named = " ".join((*(part.what for part in found.skipped), *(role.written for role in found.roles)))
    assert "Página 1 de 1" in named
    assert "PRESTACIÓN DESEMPLEO" in named


def test_a_row_without_title_and_employer_is_named_by_its_words() -> None:
    found = table("Job,Employer,Town,Start,End\nCook,Bar,Hull,2014,2017\n,,Leeds,2010,2012\n")
    assert any("Leeds | 2010 | 2012" in part.what for part in found.skipped)
