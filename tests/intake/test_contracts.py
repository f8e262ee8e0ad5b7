"""A column of contracts: no kind of role, so it is told of each job and nothing is left out."""

from __future__ import annotations

import pytest

from good_on_paper.catalogue import load
from good_on_paper.intake import read

KNOWN = load()


@pytest.mark.parametrize(
    ("header", "given"),
    [
        ("Vertragsart", ("befristet", "Festanstellung")),
        ("Type de contrat", ("CDI", "CDD")),
        ("Tipo de contrato", ("Indefinido", "Obra y servicio")),
        ("Vínculo", ("Sem termo", "Recibos verdes")),
        ("Contratto", ("tempo indeterminato", "stagionale")),
        ("Dienstverband", ("Vast", "Oproepkracht")),
        ("Contract type", ("Fixed-term", "Zero hours")),
    ],
)
def test_a_contract_is_told_of_its_job(header: str, given: tuple[str, str]) -> None:
    text = f"Title,Employer,From,To,{header}\nBell Founder,Lund & Sons,2012,2018,{given[0]}\n"
    text += f"Organ Tuner,Abbey Works,2008,2012,{given[1]}\n"
    preview = read(text.encode(), "jobs.csv", KNOWN)
    assert [role.facts["summary"] for role in preview.roles] == [f"{header}: {word}" for word in given]
    assert all(role.taken for role in preview.roles)
    assert preview.skipped == ()


def test_a_kind_of_role_among_contracts_is_one() -> None:
    text = (
        "Title,Employer,From,To,Contract\nTuner,Abbey,2008,2012,freelance\nFounder,Lund,2012,2018,Interim\n"
    )
    tuner, founder = read(text.encode(), "jobs.csv", KNOWN).roles
    assert (tuner.facts["role_kind"], founder.facts["summary"]) == ("freelance", "Contract: Interim")


def test_a_contract_stands_below_what_is_told_already() -> None:
    text = (
        "Puesto;Empresa;Desde;Hasta;Contrato;Notas\nAfinador;Abadía;2008;2012;Temporal;Torres y campanarios\n"
    )
    [role] = read(text.encode(), "jobs.csv", KNOWN).roles
    assert role.facts["summary"] == "Torres y campanarios\nContrato: Temporal"
