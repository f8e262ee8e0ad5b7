"""Europass forms of old and new, pasted: a label on each line, in seven languages, with any sign behind."""

from __future__ import annotations

import pytest

from good_on_paper.catalogue import load
from good_on_paper.intake import Preview, read_text

KNOWN = load()
FACTS = ("title", "employer", "place", "started", "ended")
FORMS = {
    "en": (
        "Work experience",
        "Dates (from \N{EN DASH} to)",
        "Name and address of employer",
        "Occupation or position held",
        "Main activities and responsibilities",
    ),
    "de": (
        "Berufserfahrung",
        "Datum (von \N{EN DASH} bis)",
        "Name und Adresse des Arbeitgebers",
        "Beruf oder Funktion",
        "Wichtigste Tätigkeiten und Zuständigkeiten",
    ),
    "fr": (
        "Expérience professionnelle",
        "Dates (de \N{EN DASH} à)",
        "Nom et adresse de l'employeur",
        "Fonction ou poste occupé",
        "Principales activités et responsabilités",
    ),
    "es": (
        "Experiencia laboral",
        "Fechas (de \N{EN DASH} a)",
        "Nombre y dirección del empleador",
        "Profesión o cargo desempeñado",
        "Principales actividades y responsabilidades",
    ),
    "pt": (
        "Experiência profissional",
        "Datas",
        "Nome e endereço do empregador",
        "Função ou cargo ocupado",
        "Principais actividades e responsabilidades",
    ),
    "it": (
        "Esperienza lavorativa",
        "Date (da \N{EN DASH} a)",
        "Nome e indirizzo del datore di lavoro",
        "Lavoro o posizione ricoperti",
        "Principali mansioni e responsabilità",
    ),
    "nl": (
        "Werkervaring",
        "Data (van \N{EN DASH} tot)",
        "Naam en adres van de werkgever",
        "Beroep of functie",
        "Voornaamste werkzaamheden en verantwoordelijkheden",
    ),
}
SIGNS = {"colon": ("", ": "), "tab": ("", "\t"), "bullet": ("\N{BULLET} ", "  "), "dash": ("- ", ": ")}


def form(words: tuple[str, ...], before: str, sign: str, jobs: list[tuple[str, ...]]) -> str:
    heading, *labels = words
    lines = [
        "\n".join(f"{before}{label}{sign}{value}" for label, value in zip(labels, job, strict=True))
        for job in jobs
    ]
    return f"Ilse Haverkamp\n\n{heading}\n\n" + "\n\n".join(lines) + "\n"


def facts(preview: Preview) -> list[tuple[str, ...]]:
    return [tuple(role.facts.get(key, "") for key in FACTS) for role in preview.roles if role.taken]


JOBS = [
    ("03/2017 - 11/2021", "Orgelbau Klais, Bonn", "Voicer", "Reed pipes"),
    ("2009 - 2017", "Haverkamp & Zoon, Utrecht", "Carpenter", "Cases and chests"),
]


@pytest.mark.parametrize("language", FORMS)
@pytest.mark.parametrize("sign", SIGNS)
def test_a_form_is_read_by_its_labels(language: str, sign: str) -> None:
    preview = read_text(form(FORMS[language], *SIGNS[sign], JOBS), KNOWN)
    assert facts(preview) == [
        ("Voicer", "Orgelbau Klais", "Bonn", "2017-03", "2021-11"),
        ("Carpenter", "Haverkamp & Zoon", "Utrecht", "2009", "2017"),
    ]
    assert "Reed pipes" in preview.roles[0].facts["summary"]


def test_the_foot_of_a_page_between_two_jobs_is_named() -> None:
    text = form(FORMS["it"], "\N{BULLET} ", "  ", JOBS)
    torn = text.replace(
        "\n\n\N{BULLET} Date (da \N{EN DASH} a)  2009", "\n\nPagina 1 - Curriculum\n\n\N{BULLET} Date  2009"
    )
    preview = read_text(torn, KNOWN)
    assert len(facts(preview)) == len(JOBS)
    assert any("Pagina 1 - Curriculum" in part.what for part in preview.skipped)


def test_studies_of_a_form_are_found_and_not_ticked() -> None:
    text = form(FORMS["it"], "\N{BULLET} ", "  ", JOBS) + (
        "\nIstruzione e formazione\n\n\N{BULLET} Date (da \N{EN DASH} a)  2004 \N{EN DASH} 2009\n"
        "\N{BULLET} Nome e tipo di istituto  Liceo Parini, Milano\n"
        "\N{BULLET} Qualifica conseguita  Maturità\n"
    )
    preview = read_text(text, KNOWN)
    assert len(facts(preview)) == len(JOBS)
    [study] = [role for role in preview.roles if not role.taken]
    assert (study.facts["title"], study.facts["role_kind"]) == ("Maturità", "study")


def test_a_form_without_what_somebody_was_is_left_as_it_is() -> None:
    jobs = [(when, where, "", told) for when, where, _, told in JOBS]
    preview = read_text(form(FORMS["en"], "", ": ", jobs), KNOWN)
    assert [role.facts.get("started") for role in preview.roles] == ["2017-03", "2009"]


def test_a_job_whose_labels_have_nothing_behind_them_is_named_and_no_job() -> None:
    found = read_text("Job: Cook\nFirma: Bar\nFrom: 2014\n\nJob:\nFirma:\n", KNOWN)
    assert [role.facts["title"] for role in found.roles] == ["Cook"]
    assert any("neither a title nor an employer" in part.why for part in found.skipped)
