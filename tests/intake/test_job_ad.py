"""The ad of a job: read where it can be, kept whole where it cannot."""

from __future__ import annotations

import json

import pytest

from good_on_paper.intake.job_ad import read_job_ad

JOB = {
    "title": "Fieldwork lead",
    "company": "Harrowfen River Survey",
    "date": "2026-10",
    "description": "You <b>lead</b> a season.",
    "location": {"city": "Isken", "countryCode": "GB"},
    "responsibilities": ["Plan the walks", "Write the report"],
    "skills": [{"name": "Maps", "keywords": ["GIS", "paper"]}],
    "somethingElse": True,
}


def test_a_job_of_json_resume_names_its_title_and_employer_and_loses_nothing() -> None:
    ad = read_job_ad(json.dumps(JOB))
    assert (ad.title, ad.employer) == ("Fieldwork lead", "Harrowfen River Survey")
    assert ad.text.splitlines()[2:] == [
        "Date: 2026-10",
        "Description: You <b>lead</b> a season.",
        "Location: Isken, GB",
        "Responsibilities: Plan the walks; Write the report",
        "Skills: Maps, GIS; paper",
        "Something else: yes",
    ]


@pytest.mark.parametrize(
    "text", ["Cook wanted.\nNo nights.", '{"title": ', '{"a": 1}', "[1, 2]", '{"title": ""}']
)
def test_whatever_else_it_is_stays_as_it_was_pasted(text: str) -> None:
    ad = read_job_ad(f"  {text} ")
    assert (ad.text, ad.title, ad.employer) == (text.strip(), "", "")


def test_what_is_nested_without_end_does_no_harm() -> None:
    deep = '{"title": ' + "[" * 100_000
    assert read_job_ad(deep).text == deep
