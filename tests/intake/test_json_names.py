"""Résumés as JSON with other names than the standard's: taken, or told which names are expected."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from good_on_paper.catalogue import load
from good_on_paper.intake import IntakeError, Preview, read

if TYPE_CHECKING:
    from good_on_paper.catalogue import Catalogue

COOK = ["Cook, Bar: March 2014 to now"]
ONE = {"position": "Cook", "name": "Bar", "startDate": "2014-03"}
DOCUMENTS: list[tuple[Any, list[str]]] = [
    ({"work": [ONE | {"endDate": None}]}, COOK),
    ({"work": [ONE | {"startDate": 2014, "endDate": 2017}]}, ["Cook, Bar: 2014 to 2017"]),
    ({"experience": [{"title": "Cook", "company": "Bar", "start_date": "2014-03", "end_date": None}]}, COOK),
    ({"employment": [{"role": "Cook", "employer": "Bar", "from": "2014-03", "to": "now"}]}, COOK),
    (
        {"employmentHistory": [{"jobTitle": "Cook", "companyName": "Bar", "dates": "Mar 2014 - Present"}]},
        COOK,
    ),
    (
        {"work_experience": [{"title": "Koch", "company": "Bar", "period": "M\u00e4rz 2014 bis heute"}]},
        ["Koch, Bar: March 2014 to now"],
    ),
    (
        [{"title": "Cuisinier", "company": "Bar", "from": "mars 2014", "to": "ao\u00fbt 2017"}],
        ["Cuisinier, Bar: March 2014 to August 2017"],
    ),
    (
        {"jobs": [{"title": "Cocinero", "company": "Bar", "start": "enero de 2014", "end": "actualidad"}]},
        ["Cocinero, Bar: January 2014 to now"],
    ),
    ({"resume": {"work": [ONE]}}, COOK),
    (
        {
            "experience": [
                {
                    "company": "Bar",
                    "positions": [
                        {"title": "Cook", "startDate": "2014"},
                        {"title": "Helper", "startDate": "2012", "endDate": "2014"},
                    ],
                }
            ]
        },
        ["Cook, Bar: 2014 to now", "Helper, Bar: 2012 to 2014"],
    ),
    (
        {
            "sections": {
                "experience": {
                    "items": [
                        {
                            "company": "Bar",
                            "position": "Cook",
                            "date": "March 2014 - Present",
                            "summary": "<p>Did <b>it</b></p>",
                        }
                    ]
                }
            }
        },
        COOK,
    ),
    (
        {
            "sections": {
                "work": {
                    "items": [
                        {
                            "name": "Bar",
                            "position": "Cook",
                            "date": {"start": "2014-03-01T00:00:00.000Z", "end": ""},
                        }
                    ]
                }
            }
        },
        ["Cook, Bar: 1 March 2014 to now"],
    ),
    (
        {
            "positions": {
                "values": [
                    {
                        "title": "Cook",
                        "companyName": "Bar",
                        "timePeriod": {"startDate": {"year": 2014, "month": 3}},
                    }
                ]
            }
        },
        COOK,
    ),
    (
        {
            "jobs": [
                {
                    "title": "Cook",
                    "company": {"name": "Bar"},
                    "startDate": {"year": 2014, "month": 3},
                    "isCurrent": True,
                }
            ]
        },
        COOK,
    ),
    ({"work": [ONE | {"endDate": "", "current": False}]}, ["Cook, Bar: March 2014 to ?"]),
]


def jobs(preview: Preview) -> list[str]:
    return [f"{role.name}: {role.span}" for role in preview.roles if role.taken]


@pytest.mark.parametrize(("document", "expected"), DOCUMENTS)
def test_other_names_are_taken(document: Any, expected: list[str], catalogue: Catalogue) -> None:
    preview = read(json.dumps(document).encode(), "x.json", catalogue)
    assert jobs(preview) == expected
    assert not [part for part in preview.skipped if "expected" in part.why]


def test_html_is_taken_out_of_a_summary(catalogue: Catalogue) -> None:
    work = [ONE | {"summary": "<p>Did <b>it</b> &amp; more</p><ul><li>One</li><li>Two</li></ul>"}]
    (role,) = read(json.dumps({"work": work}).encode(), "x.json", catalogue).roles
    assert role.facts["summary"] == "Did it & more\n- One\n- Two"


@pytest.mark.parametrize(
    ("document", "name", "span"),
    [
        (
            {"berufserfahrung": [{"firma": "A", "stelle": "Koch", "von": "2014", "bis": "heute"}]},
            "Koch, A",
            "",
        ),
        ({"exp\u00e9riences": [{"entreprise": "A", "poste": "Chef", "d\u00e9but": "2014"}]}, "Chef, A", ""),
        ({"experienciaLaboral": [{"empresa": "A", "cargo": "Chef", "inicio": 2014}]}, "Chef, A", ""),
        ([{"Company": "A", "Job Title": "Cook", "Start Date": "2014", "End Date": ""}], "Cook, A", ""),
        ({"title": "Cook", "company": "A", "from": 2014}, "Cook, A", ""),
        ({"work": {"A": {"position": "Cook", "startDate": "2014"}}}, "Cook, A", ""),
        ({"jobs": {"job1": {"title": "Cook", "company": {"title": "A"}, "start": "2014"}}}, "Cook, A", ""),
        ({"history": {"employment": [{"employerName": "A", "role": "Cook", "from": 2014}]}}, "Cook, A", ""),
        ({"work": [{"name": "A", "position": "Cook", "startDate": "2014/15"}]}, "Cook, A", ""),
        (
            {"work": [{"name": "A", "position": "Cook", "startDate": "about 2014"}]},
            "Cook, A",
            "about 2014 to now",
        ),
        ({"work": [{"name": "A", "position": "Cook", "startDate": "2014-00-00"}]}, "Cook, A", ""),
    ],
)
def test_names_in_other_languages_and_shapes(
    document: object, name: str, span: str, catalogue: Catalogue
) -> None:
    [role] = read(json.dumps(document).encode(), "x.json", catalogue).roles
    assert (role.name, role.span, role.taken) == (name, span or "2014 to now", True)


def test_a_job_a_line_is_a_list(catalogue: Catalogue) -> None:
    lines = b'{"title": "Cook", "company": "A", "from": 2}\n\n{"title": "Chef", "company": "B", "from": 3}\n'
    for file in ("x.json", "x.jsonl"):
        assert [role.name for role in read(lines, file, catalogue).roles] == ["Cook, A", "Chef, B"]


def test_the_kind_of_a_job_is_taken_where_it_is_said(catalogue: Catalogue) -> None:
    job = {"name": "A", "position": "Cook", "employmentType": "Freelance"}
    [role] = read(json.dumps({"work": [job]}).encode(), "x.json", catalogue).roles
    assert role.facts["role_kind"] == "freelance"


def test_unknown_names_are_told_which_are_expected(catalogue: Catalogue) -> None:
    with pytest.raises(IntakeError, match=r"expected one of work.*position, name, startDate and endDate"):
        read(b'{"stationen": [{"wo": "Bar"}]}', "x.json", catalogue)
    preview = read(b'{"work": [{"wozu": "Cook"}]}', "x.json", catalogue)
    assert "it has neither position nor name" in str(preview.skipped)


def test_empty_lists_without_end_are_refused_soon_and_in_words(catalogue: Catalogue) -> None:
    begun = time.process_time()
    with pytest.raises(IntakeError, match="more than 400,000 lists and objects"):
        read(b'{"work":[' + b"[]," * 6_000_000 + b"[]]}", "x.json", catalogue)
    assert time.process_time() - begun < 10


@pytest.mark.parametrize("text", ["work: &a [*a]\nx:\n  - y: 1\n", "work:\n  - name: 'open\n"])
def test_yaml_that_is_broken_or_refers_to_itself_is_refused(text: str, catalogue: Catalogue) -> None:
    with pytest.raises(IntakeError):
        read(text.replace("work: &a [*a]", "work:\n  - &a\n    name: *a").encode(), "x.yaml", catalogue)


FIELDS = ["position", "name", "startDate", "endDate", "location"]


@given(st.permutations(FIELDS))
def test_the_order_of_fields_changes_nothing(fields: list[str]) -> None:
    values = dict(zip(FIELDS, ["Cook", "Bar", "2014", "2017", "Leeds"], strict=True))
    document = {"work": [{field: values[field] for field in fields}]}
    (role,) = read(json.dumps(document).encode(), "x.json", load()).roles
    assert dict(role.facts) == {
        "title": "Cook",
        "employer": "Bar",
        "place": "Leeds",
        "started": "2014",
        "ended": "2017",
        "role_kind": "job",
    }
