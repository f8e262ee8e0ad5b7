"""A job that is ticked although its names look odd has a word of doubt beside it; a plain one has none."""

from __future__ import annotations

import pytest

from good_on_paper.catalogue import load
from good_on_paper.intake import Preview, RoleFound, read_text
from good_on_paper.intake.odd_names import with_odd_names
from good_on_paper.intake.preview_text import told_of

KNOWN = load()
DATES = {"started": "2014", "ended": "2017"}


def doubt(*jobs: dict[str, str], source: str = "lines", why: str = "") -> list[str]:
    """What is said beside each of some ticked jobs."""
    roles = tuple(
        RoleFound(f"line {at}", DATES | job, taken=not why, why=why, written="a / b")
        for at, job in enumerate(jobs, start=1)
    )
    told = told_of(with_odd_names(Preview("cv.txt", source, roles)))
    return [" ".join(told.doubts.get(role.where, ())) for role in roles]


ODD = {
    "a logo": (
        {"title": "Nurse", "employer": "Logo of Hull Royal"},
        "“Logo of Hull Royal” is read as the employer",
    ),
    "a logo in Portuguese": ({"title": "Logotipo da Casa Verde"}, "is read as what you were"),
    "a town": ({"title": "Nurse", "employer": "Leeds"}, "“Leeds” is read as the employer"),
    "a town and its state": (
        {"title": "Nurse", "employer": "Pueblo, CO"},
        "“Pueblo, CO” is read as the employer",
    ),
    "a town as a title": ({"title": "Bremen", "employer": "Nordwerk"}, "“Bremen” is read as what you were"),
    "a heading": ({"title": "Berufserfahrung", "employer": "Nordwerk"}, "“Berufserfahrung” is read"),
    "a label": ({"title": "Nurse", "employer": "Job title"}, "“Job title” is read as the employer"),
    "a contract": ({"title": "Teilzeit", "employer": "Nordwerk"}, "“Teilzeit” is read as what you were"),
    "a sentence": (
        {"title": "Looked after the boats of a small yard.", "employer": "Nordwerk"},
        "is read as what you were",
    ),
    "somebody’s own": ({"title": "Roofer with my uncle", "employer": "Nordwerk"}, "is read as what you were"),
    "turned round": ({"title": "Harbour Bar", "employer": "Cook"}, "as the employer; please check it"),
    "a town within a title": (
        {"title": "Nurse, Leeds", "employer": "Hull Royal"},
        "“Leeds” is read as part of a name",
    ),
    "a town within an employer": (
        {"title": "Nurse", "employer": "Hull Royal, Leeds"},
        "“Leeds” is read as part",
    ),
    "years as a place": (
        {"title": "Nurse", "employer": "Hull Royal", "place": "93-95"},
        "is read as the place",
    ),
    "no start": ({"title": "Nurse", "employer": "Hull Royal", "started": ""}, "an end but no start"),
}


@pytest.mark.parametrize(("job", "said"), ODD.values(), ids=ODD)
def test_what_looks_odd_is_said_beside_the_job(job: dict[str, str], said: str) -> None:
    plain = {"title": "Cook", "employer": "Harbour Bar"}
    odd, other = doubt(job, plain)
    assert said in odd
    assert odd.endswith("please check it.")
    assert other == ""


@pytest.mark.parametrize(
    "job",
    [
        {"title": "Nurse", "employer": "Hull Royal", "place": "Leeds"},
        {"title": "Leiterin Einkauf", "employer": "Nordwerk Bremen GmbH"},
        {"title": "Freelance cook", "employer": "Self-employed", "role_kind": "freelance"},
        {"title": "Artisan électricien", "employer": "À mon compte", "role_kind": "freelance"},
        {"title": "Responsabile acquisti", "employer": "Meccanica Orobica S.r.l.", "place": "Bergamo"},
    ],
)
def test_a_plain_job_has_no_doubt(job: dict[str, str]) -> None:
    assert doubt(job, {"title": "Cook", "employer": "Harbour Bar"}) == ["", ""]


def test_jobs_without_any_employer_are_asked_about_and_one_alone_is_not() -> None:
    jobs = [{"title": title} for title in ("Nurse", "Cook", "Driver")]
    assert all("no employer in any of these jobs" in said for said in doubt(*jobs))
    assert doubt(jobs[0]) == [""]


def test_what_is_not_ticked_or_in_doubt_already_gets_no_second_word() -> None:
    assert doubt({"title": "Leeds", "employer": "Nordwerk"}, why="No heading.") == [""]


@pytest.mark.parametrize("title", ["1", "Job title", "Berufserfahrung"])
def test_a_column_of_numbers_or_labels_is_odd_in_a_table_too(title: str) -> None:
    assert "is read as what you were" in doubt({"title": title, "employer": "Nordwerk"}, source="table")[0]


def test_a_table_may_have_a_title_that_sounds_like_a_firm() -> None:
    assert doubt({"title": "Harbour Bar", "employer": "Cook"}, source="table") == [""]


def test_pasted_lines_have_the_doubt_in_their_preview() -> None:
    found = read_text("Nurse, Leeds, 2014-2017\nBremen, Nordwerk, 2010-2013", KNOWN)
    told = told_of(found)
    assert all(
        role.why or told.doubts.get(role.where) for role in found.roles if role.facts["title"] == "Bremen"
    )
