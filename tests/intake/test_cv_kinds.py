"""Kinds of CVs as they are pasted: each a few lines, and the jobs that come out; a doubt is asked."""

from __future__ import annotations

import pytest

from good_on_paper.intake.cv_raw import whole_lines
from good_on_paper.intake.cv_text import read_cv
from good_on_paper.intake.name_doubts import why_no_names
from good_on_paper.intake.spans import dates_in

KINDS = {
    "cells apart by a tab": (
        (
            "Werkervaring\n"
            "2016 \N{EN DASH} heden\tVerpleegkundige, Het Baken\nBijbaan: kassier, Jumbo, Kampen, 2010-2012"
        ),
        ["Verpleegkundige, Het Baken, 2016 to now", "kassier, Jumbo, 2010 to 2012"],
    ),
    "a margin whose dates take two lines": (
        "Experience\nJan 2015 -\tEngineer\nMar 2018\tAcme Corp\nMay 2012 -\tTechnician\nDec 2014\tBeta Ltd",
        [
            "Engineer, Acme Corp, January 2015 to March 2018",
            "Technician, Beta Ltd, May 2012 to December 2014",
        ],
    ),
    "a name that a page broke in two": (
        "Positions held\n2018 - 2021 Lecturer in Ecology, University of\nAberdeen, UK",
        ["Lecturer in Ecology, University of Aberdeen, 2018 to 2021"],
    ),
    "a title no list has, as in the lines like it": (
        (
            "EXPERIENCE\nLark Books, Portland OR — Manager\n"
            "May 2019 - now\nBell & Sons, Salem OR — Stooge\n2014 - 2019"
        ),
        ["Manager, Lark Books, May 2019 to now", "Stooge, Bell & Sons, 2014 to 2019"],
    ),
    "which side of a dash, whatever commas stand there": (
        (
            "Work\nGreggs, Hull — Clerk\n"
            "2014 \N{EN DASH} 2016\nM and S, Kent — Coordinator, Foods\n2016 \N{EN DASH} 2019"
        ),
        ["Clerk, Greggs, 2014 to 2016", "Coordinator, Foods, M and S, 2016 to 2019"],
    ),
    "an employer by the town beside it": (
        "PARCOURS PROFESSIONNEL\nSAINT-JUST, Lyon (69) \N{EN DASH} depuis 2018\nChargé d’achats\n- Budget",
        ["Chargé d’achats, SAINT-JUST, 2018 to now"],
    ),
    "blocks parted by blank lines": (
        (
            "Experience\n\nVideo Editor (Self-employed)\n2017 \N{EN DASH} now\n"
            "\nRunner\nThe Mill, London\n2013 \N{EN DASH} 2014"
        ),
        ["Video Editor, 2017 to now", "Runner, The Mill, 2013 to 2014"],
    ),
    "an address, salary and hours above the title": (
        (
            "WORK EXPERIENCE\nDepartment of Parks\n105 Clermont Street\n"
            "Denver, CO 80220\n2015 - 2019\nHours per week: 40\nHR Technician"
        ),
        ["HR Technician, Department of Parks, 2015 to 2019"],
    ),
    "terms beside the dates, in their brackets": (
        ("Work\nBarista at Costa, Durham (2022 to now, 12 hours a week)\nCook at Inn (2018 to 2020)"),
        ["Barista, Costa, 2022 to now", "Cook, Inn, 2018 to 2020"],
    ),
    "items that begin with dates": (
        "Expérience\n- Depuis 2021 : Comptable chez Gaillard\n- 2017 à 2021 : Aide-comptable, Fiteco, Angers",
        ["Comptable, Gaillard, 2021 to now", "Aide-comptable, Fiteco, 2017 to 2021"],
    ),
    "what is told behind a colon": (
        (
            "Experience\n"
            "Engineer, Tata Steel, Hull, 2019 to 2021: furnace, shift cover\nClerk, Acme Ltd, 2015 to 2019"
        ),
        ["Engineer, Tata Steel, 2019 to 2021", "Clerk, Acme Ltd, 2015 to 2019"],
    ),
    "capitals that tell, where a name sounds like a title": (
        (
            "Work\nBAIN, Boston\nAssociate 2018 to now\n"
            "CITY YEAR, Boston\nIntern 2015 to 2016\nTEACH FIRST, Hull\nTrainee Officer 2016 to 2018"
        ),
        [
            "Associate, BAIN, 2018 to now",
            "Intern, CITY YEAR, 2015 to 2016",
            "Trainee Officer, TEACH FIRST, 2016 to 2018",
        ],
    ),
}
KINDS |= {
    "labels before each name": (
        "Jobs\nEmployer: Foods\nPosition: Driver\n2016 to 2020\nEmployer: Bar\nPosition: Cook\n2015 to 2016",
        ["Driver, Foods, 2016 to 2020", "Cook, Bar, 2015 to 2016"],
    ),
    "a school behind the name of its part": (
        "Percurso\n2021 - presente | Enfermeira | Hospital\nFormação: Licenciatura, ESEP, 2012-2016",
        ["Enfermeira, Hospital, 2021 to now"],
    ),
}
NO_NAMES = [
    ("I have been a cook", "Harbour Bar"),
    ("Cook", "University of"),
    ("12 High Street", "Acme"),
    ("Designation : Cook", "Acme"),
    ("Modena, Italia", "Acme"),
    ("Cook", "Bar (2014 - 2017"),
    ("Cook", "2014 - 2017"),
    ("Cook", "heden"),
    ("Cook", ". Covered schools"),
    ("Cook", "\u201cHollow Bay\u201d"),
    ("Acme Ltd", "Staff Nurse"),
]
NAMES = [
    ("Intern", "Studio Norr"),
    ("Head of Service: Housing", "Leeds City Council"),
    ("Cook", "Cafe 1901"),
    ("Senior Manager, Technology Consulting", "Accenture"),
    ("Assistant Manager \N{EN DASH} Planning", "Larsen & Toubro Ltd."),
]


@pytest.mark.parametrize("kind", KINDS)
def test_the_jobs_of_a_kind_come_out(kind: str) -> None:
    text, wanted = KINDS[kind]
    assert [f"{role.name}, {role.span}" for role in read_cv(text).roles if role.taken] == wanted


@pytest.mark.parametrize(("title", "employer"), NO_NAMES)
def test_what_no_job_is_called_is_asked(title: str, employer: str) -> None:
    assert "isn’t ticked" in why_no_names(title, employer)


@pytest.mark.parametrize(("title", "employer"), NAMES)
def test_what_a_job_may_be_called_is_not(title: str, employer: str) -> None:
    assert not why_no_names(title, employer)


def test_a_job_told_within_another_is_named() -> None:
    text = "Work\nCook\nHarbour Bar\n2014 - 2017\nMenus.\n- Acting head chef, 2016 - 2017"
    assert [part.what for part in read_cv(text).skipped] == ["'Acting head chef, 2016 - 2017'"]


def test_what_stands_above_the_first_jobs_is_shown_and_not_ticked() -> None:
    text = (
        "Schuldienst\nLehrer, Schule Aurich, 2014 - 2018\n"
        "Hospitanz, Leer, 2012 - 2014\nBerufserfahrung\nKoch, Adler, 2010 - 2012"
    )
    assert [(role.span, role.taken) for role in read_cv(text).roles] == [
        ("2014 to 2018", False),
        ("2012 to 2014", False),
        ("2010 to 2012", True),
    ]


@pytest.mark.parametrize(
    ("line", "end"),
    [
        ("01/2019 \N{EN DASH} HUIDIG Groningen, Nederland", "HUIDIG"),
        ("2016 \N{EN DASH} heden Verpleegkundige, Zwolle", "heden"),
        ("De setembro de 2018 até à presente data", "à presente data"),
        ("Abr 2019 - Act.", "Act"),
        ("2019 \N{EN DASH} CURRENT AFFAIRS EDITOR", ""),
    ],
)
def test_now_in_the_words_people_use(line: str, end: str) -> None:
    dated = dates_in(line)
    assert dated
    assert dated.end == end


def test_a_whole_line_stays_whole() -> None:
    text = "2019 -\n2015 - 2018 Cook\nMenus and\n- stock\nHead of\n2014"
    assert [number for number, _ in whole_lines(text)] == [1, 2, 3, 4, 5, 6]
