"""A CV or a profile that was copied: several lines a job."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from good_on_paper.intake.cv_shape import is_cv
from good_on_paper.intake.cv_text import read_cv
from good_on_paper.intake.errors import IntakeError

COPIED_PROFILE = """WORK EXPERIENCE
Senior Engineer
Acme Corp \u00b7 Full-time
Jan 2019 - Present \u00b7 4 yrs 9 mos
Berlin, Germany \u00b7 Hybrid
Analyst
Beta Inc
Jun 2015 - Dec 2018 \u00b7 3 yrs 7 mos
"""
PROFILE_AS_PDF = """Nora Field
nora@example.org

Experience
Acme
4 years 3 months
Senior Engineer
January 2019 - Present (2 years)
Berlin, Germany
Engineer
January 2017 - January 2019 (2 years 1 month)
Berlin, Germany
Beta Inc
Analyst
2015 - 2017 (2 years)

Education
MIT
BSc, Physics \u00b7 (2011 - 2015)
Page 1 of 2
"""
ROLES_UNDER_AN_EMPLOYER = """EXPERIENCE
Acme Corp, Berlin
Senior Engineer          2019 - Present
\u2022 Built it, and kept it
going
Engineer                2015 - 2019
\u2022 Wrote it
Beta Inc
Analyst      2010 - 2015
\u2022 Counted
"""
EMPLOYER_WITH_DATES = """EXPERIENCE

Acme Corp, Berlin                                Jan 2019 \u2013 Present
Senior Engineer
\u2022 Led 4 people

Beta Inc, Leeds                              2015 \u2013 2018
Analyst
"""
EMPLOYER_OVER_ALL = (
    "Acme Corp  2010 - 2019\nSenior Engineer 2015 - 2019\n- Led\nEngineer 2010 - 2015\n- Did\n"
)
GERMAN = """Berufserfahrung
01/2019 \u2013 heute   Softwareentwickler, Acme GmbH, Berlin
                  \u2022 Entwicklung der Pipeline
03/2015 \u2013 12/2018 Werkstudent bei Beta AG
Ausbildung
2011 - 2015 Universit\u00e4t Leipzig, BSc Physik
Sprachen
Deutsch, Englisch
"""
FRENCH = """EXP\u00c9RIENCE PROFESSIONNELLE
Janvier 2019 \u2013 aujourd\u2019hui
Ing\u00e9nieure
Acme SAS, Lyon
- Mise en place
2015 \u2013 2018
Analyste
Beta, Paris
"""
SPANISH = """Experiencia laboral
Cocinero, Bar Pepe, Madrid (enero 2019 - actualidad)
Preparaci\u00f3n de platos y men\u00fas para 60 comensales cada d\u00eda.
Camarero, Hotel Sol, Sevilla (2015 - 2018)
"""
ITALIAN = """Esperienza lavorativa
Cuoco
Trattoria Rossi, Roma
marzo 2019 - in corso
- Gestione della cucina

Cameriere
Hotel Sole, Milano
2015 - 2018
"""
DUTCH = """Werkervaring
Verpleegkundige, Ziekenhuis Oost, Amsterdam
maart 2019 - heden
Zorg voor pati\u00ebnten.

Kok, Restaurant De Haan
2015 - 2018
"""
PORTUGUESE = """Experi\u00eancia profissional
Enfermeira \u2013 Hospital S\u00e3o Jo\u00e3o, Porto
mar\u00e7o de 2019 \u2013 presente
\u2022 Cuidados
Auxiliar \u2013 Cl\u00ednica Boa
2015 a 2018
"""
ACADEMIC = """Academic appointments
2018\u2013present   Lecturer in History, University of Leeds
2014\u20132018      Research Fellow, University of York
Publications
2017. A book. Leeds: Press.
"""
WITHOUT_NAMES_OF_PARTS = (
    "Night Porter\nHotel Adler\n2003 - 2006\n\nOps Manager\nHallmark Foods\n2006 - 2010\n"
)
BULLETS_BELOW_A_LINE = "Editor, Acme, 2014-2017\n- wrote\n- cut\nCook, Bar, 2010-2012\n- cooked\n"

EXPECTED = {
    COPIED_PROFILE: [
        "Senior Engineer, Acme Corp: January 2019 to now: Berlin, Germany",
        "Analyst, Beta Inc: June 2015 to December 2018: ",
    ],
    PROFILE_AS_PDF: [
        "Senior Engineer, Acme: January 2019 to now: Berlin, Germany",
        "Engineer, Acme: January 2017 to January 2019: Berlin, Germany",
        "Analyst, Beta Inc: 2015 to 2017: ",
    ],
    ROLES_UNDER_AN_EMPLOYER: [
        "Senior Engineer, Acme Corp: 2019 to now: Berlin",
        "Engineer, Acme Corp: 2015 to 2019: Berlin",
        "Analyst, Beta Inc: 2010 to 2015: ",
    ],
    EMPLOYER_WITH_DATES: [
        "Senior Engineer, Acme Corp: January 2019 to now: Berlin",
        "Analyst, Beta Inc: 2015 to 2018: Leeds",
    ],
    EMPLOYER_OVER_ALL: [
        "Senior Engineer, Acme Corp: 2015 to 2019: ",
        "Engineer, Acme Corp: 2010 to 2015: ",
    ],
    GERMAN: [
        "Softwareentwickler, Acme GmbH: January 2019 to now: Berlin",
        "Werkstudent, Beta AG: March 2015 to December 2018: ",
    ],
    FRENCH: [
        "Ing\u00e9nieure, Acme SAS: January 2019 to now: Lyon",
        "Analyste, Beta: 2015 to 2018: Paris",
    ],
    SPANISH: [
        "Cocinero, Bar Pepe: January 2019 to now: Madrid",
        "Camarero, Hotel Sol: 2015 to 2018: Sevilla",
    ],
    ITALIAN: [
        "Cuoco, Trattoria Rossi: March 2019 to now: Roma",
        "Cameriere, Hotel Sole: 2015 to 2018: Milano",
    ],
    DUTCH: [
        "Verpleegkundige, Ziekenhuis Oost: March 2019 to now: Amsterdam",
        "Kok, Restaurant De Haan: 2015 to 2018: ",
    ],
    PORTUGUESE: [
        "Enfermeira, Hospital S\u00e3o Jo\u00e3o: March 2019 to now: Porto",
        "Auxiliar, Cl\u00ednica Boa: 2015 to 2018: ",
    ],
    ACADEMIC: [
        "Lecturer in History, University of Leeds: 2018 to now: ",
        "Research Fellow, University of York: 2014 to 2018: ",
    ],
    WITHOUT_NAMES_OF_PARTS: [
        "Night Porter, Hotel Adler: 2003 to 2006: ",
        "Ops Manager, Hallmark Foods: 2006 to 2010: ",
    ],
    BULLETS_BELOW_A_LINE: ["Editor, Acme: 2014 to 2017: ", "Cook, Bar: 2010 to 2012: "],
}


@pytest.mark.parametrize("text", EXPECTED, ids=lambda text: text.split("\n", 1)[0])
def test_the_lines_of_a_job_are_put_together(text: str) -> None:
    assert is_cv(text)
    taken = [role for role in read_cv(text).roles if role.taken]
    assert [f"{role.name}: {role.span}: {role.facts.get('place', '')}" for role in taken] == EXPECTED[text]


def test_a_blank_line_below_the_length_of_all_roles_parts_no_employer() -> None:
    text = """Experience

Editor
Acme
Mar 2022 - Present

Google
4 yrs 2 mos

Designer
Full-time
Jun 2015 - Dec 2017 \u00b7 2 yrs 7 mos
Zurich, Switzerland

Design Intern
Internship
Nov 2013 - May 2015 \u00b7 1 yr 7 mos
"""
    assert [(role.facts["title"], role.facts["employer"]) for role in read_cv(text).roles] == [
        ("Editor", "Acme"),
        ("Designer", "Google"),
        ("Design Intern", "Google"),
    ]


def test_full_stops_part_what_and_where_before_dates_too() -> None:
    lines = (
        "EXPERIENCIA",
        "Jefe de cocina. Restaurante Amaya, Bilbao. Desde 2019.",
        "Cocinero. Bodega Luna, León. 2011-2015.",
    )
    found = read_cv("\n".join(lines)).roles
    assert [(role.name, role.facts["place"], role.span) for role in found] == [
        ("Jefe de cocina, Restaurante Amaya", "Bilbao", "2019 to now"),
        ("Cocinero, Bodega Luna", "León", "2011 to 2015"),
    ]


def test_bullets_stay_with_their_job_and_broken_lines_are_joined() -> None:
    first, second, third = read_cv(ROLES_UNDER_AN_EMPLOYER).roles
    assert first.facts["summary"] == "- Built it, and kept it going"
    assert (second.facts["summary"], third.facts["summary"]) == ("- Wrote it", "- Counted")


def test_what_is_no_job_is_named_or_not_taken() -> None:
    preview = read_cv(PROFILE_AS_PDF)
    (study,) = [role for role in preview.roles if not role.taken]
    assert (study.facts["role_kind"], study.name) == ("study", "BSc, Physics, MIT")
    assert "lines 1 to 2: 'Nora Field': it stands before the first part with jobs" in map(
        str, preview.skipped
    )
    assert "lines 4 to 5: 'Publications'" in str(read_cv(ACADEMIC).skipped[0])


def test_an_employer_taken_from_the_job_above_is_said() -> None:
    (note,) = read_cv(ROLES_UNDER_AN_EMPLOYER).notes
    assert note == "line 6: taken to be at Acme Corp too, as the job above it."


def test_which_of_two_lines_is_the_employer_is_said_where_no_word_tells() -> None:
    preview = read_cv("Foo\nZoink\n2003 - 2006\n\nQuux\nZap\n2006 - 2010\n")
    assert preview.notes[0].startswith("line 3: ")
    assert "is read as what you were" in preview.notes[0]


def test_the_other_jobs_tell_which_line_is_the_employer() -> None:
    text = "Acme Ltd\nAnalyst\n2003 - 2006\n\nQuux\nWhatever\n2006 - 2010\n"
    assert [role.name for role in read_cv(text).roles] == ["Analyst, Acme Ltd", "Whatever, Quux"]


def test_a_part_without_dates_is_left_out_by_name() -> None:
    preview = read_cv("Experience\nI did many things at many places.\nAnd then some.\n")
    assert preview.roles == ()
    assert "we found no dates in it" in str(preview.skipped[0])


@pytest.mark.parametrize(
    "text",
    [
        "Editor, Acme, 2014-2017\nCook, Bar, 2010",
        "Editor\nCook\nNurse",
        "Editor, Acme\nCook, Bar, 2014-2017",
        "2003-2006 Cook at The Harbour\n2006-2010 Waiter, Bar",
        "- Editor, Acme, 2014\n- Cook, Bar, 2010-2012",
        "March 2014 - now\nCook",
        "Koch, Bar, 2014-2017\nKellner, Gasthaus, seit 2019",
        "Cuisinier chez Pierre, 2014\nServeur, Bar, 2010",
    ],
)
def test_a_job_a_line_is_no_cv(text: str) -> None:
    assert not is_cv(text)


def test_a_line_without_dates_between_whole_jobs_never_takes_theirs() -> None:
    preview = read_cv("Work\nEditor, Acme, 2014-2017\nCook, Bar\nNurse, Clinic, 2010-2012")
    assert [role.name for role in preview.roles] == ["Editor, Acme", "Nurse, Clinic"]
    assert "'Cook, Bar': it may be a job of its own, without dates" in str(preview.skipped[0])


def test_nothing_and_too_much_are_errors() -> None:
    with pytest.raises(IntakeError, match="there is nothing in it"):
        read_cv(" \n")
    with pytest.raises(IntakeError, match="2,001 lines"):
        read_cv("Experience\n" * 2_001)


@given(
    st.lists(
        st.sampled_from(
            ["Experience", "Cook", "Acme Ltd", "2014 - 2017", "- did", "Engineer 2010", "x y z.", "", "·"]
        )
    )
)
def test_any_lines_are_a_preview_in_which_no_job_is_nameless(lines: list[str]) -> None:
    text = "\n".join(lines)
    is_cv(text)
    try:
        preview = read_cv(text)
    except IntakeError:
        return
    assert all(role.name for role in preview.roles)
    places = [role.where for role in preview.roles]
    assert len(places) == len(set(places))


JOBS = st.tuples(
    st.sampled_from(["Engineer", "Night Porter", "K\u00f6chin", "Infirmi\u00e8re", "Analista"]),
    st.sampled_from(["Acme Ltd", "Hotel Adler", "Krankenhaus Nord", "Banco Sol"]),
    st.integers(1990, 2010),
    st.integers(1, 9),
)


@given(st.lists(JOBS, min_size=2, max_size=5), st.booleans(), st.booleans())
def test_the_order_of_lines_changes_nothing(
    jobs: list[tuple[str, str, int, int]], employer_first: bool, dates_first: bool
) -> None:
    text = ""
    for title, employer, year, more in jobs:
        lines = [employer, title] if employer_first else [title, employer]
        lines.insert(0 if dates_first else 2, f"{year} - {year + more}")
        text += "\n".join(lines) + "\n\n"
    found = [(role.facts["title"], role.facts["employer"], role.span) for role in read_cv(text).roles]
    assert found == [(title, employer, f"{year} to {year + more}") for title, employer, year, more in jobs]


def test_a_place_below_the_length_of_all_roles_parts_no_employer() -> None:
    text = (
        "Experience\nAcme\nFull-time \u00b7 5 yrs 3 mos\nLeeds, England, United Kingdom \u00b7 Hybrid\n\n"
        "Manager\nJan 2022 - Present \u00b7 2 yrs\n\nEngineer\nMar 2019 - Dec 2021 \u00b7 2 yrs 10 mos\n"
    )
    roles = read_cv(text).roles
    assert [(role.facts["title"], role.facts["employer"]) for role in roles] == [
        ("Manager", "Acme"),
        ("Engineer", "Acme"),
    ]
