"""JSON Resume, by its own sample, schema and fixtures."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from good_on_paper.catalogue import Catalogue, load
from good_on_paper.intake import IntakeError, Preview, read
from good_on_paper.intake.preview_text import sentences

if TYPE_CHECKING:
    from pathlib import Path


def _read(document: object, catalogue: Catalogue) -> Preview:
    return read(json.dumps(document).encode(), "resume.json", catalogue)


def _places(preview: Preview) -> dict[str, str]:
    return {part.where: str(part) for part in preview.skipped}


def test_the_sample_is_valid_and_read_whole(reference: Path, catalogue: Catalogue) -> None:
    path = reference / "resume" / "jsonresume_sample.resume.json"
    schema = json.loads((reference / "resume" / "jsonresume_schema.json").read_text("utf-8"))
    jsonschema.validate(json.loads(path.read_text("utf-8")), schema)

    preview = read(path, path.name, catalogue)

    work, volunteer, project, study = preview.roles
    assert work.facts["title"] == "CEO/President"
    assert work.facts["employer"] == "Pied Piper"
    assert work.facts["place"] == "Palo Alto, CA"
    assert (work.facts["started"], work.facts["ended"]) == ("2013-12-01", "2014-12-01")
    assert work.facts["role_kind"] == "job"
    assert work.facts["summary"].startswith("Pied Piper is a multi-platform")
    assert "\n- Successfully won Techcrunch Disrupt\n" in work.facts["summary"]
    assert volunteer.name == "Teacher, CoderDojo"
    assert volunteer.facts["role_kind"] == "volunteer"
    assert [role.taken for role in preview.roles] == [True, True, False, False]
    assert project.name == "Miss Direction, Smoogle"
    assert study.name == "Bachelor, Information Technology, University of Oklahoma"
    assert {"basics", "skills", "references", "work: description, url"} <= set(_places(preview))
    assert list(preview.frame.index) == ["work[0]", "volunteer[0]"]


def _fixtures() -> list[tuple[str, dict[str, Any]]]:
    from pathlib import Path  # noqa: PLC0415 - read at collection, before fixtures are there

    path = Path(__file__).parents[1] / "reference" / "resume" / "jsonresume_work.json"
    return list(json.loads(path.read_text("utf-8")).items())


@pytest.mark.parametrize(("name", "document"), _fixtures())
def test_the_fixtures_of_the_schema(
    name: str, document: dict[str, Any], catalogue: Catalogue, reference: Path
) -> None:
    schema = json.loads((reference / "resume" / "jsonresume_schema.json").read_text("utf-8"))
    valid = jsonschema.Draft7Validator(schema).is_valid(document)
    assert valid == ("Invalid" not in name)

    preview = _read(document, catalogue)

    complaints = [part for part in preview.skipped if "expected" in part.why]
    if name in ("startDateInvalid", "endDateInvalid"):  # null is how many write that there is no date
        assert not complaints
        return
    assert bool(complaints) != valid
    if not valid:
        (complaint,) = complaints
        assert complaint.where.startswith("work")
        assert "null" in str(complaint)


def test_a_wrong_field_is_named_and_its_entry_stays(catalogue: Catalogue) -> None:
    entry = {
        "position": "Editor",
        "name": None,
        "startDate": True,
        "endDate": "2015-13",
        "highlights": "none",
    }
    preview = _read({"work": [{"position": "Cook", "startDate": "2012"}, entry, "Editor"]}, catalogue)
    assert [role.name for role in preview.roles] == ["Cook", "Editor"]
    assert preview.roles[0].facts["ended"] == "now"
    said = _places(preview)
    assert said["work[1].name"] == "work[1].name: null: expected text"
    assert said["work[1].startDate"] == "work[1].startDate: True: expected text"
    assert "2015-13" in said["work[1].endDate"]
    assert said["work[1].highlights"] == "work[1].highlights: 'none': expected a list of texts"
    assert said["work[2]"] == "work[2]: 'Editor': expected an object"


def test_older_field_names_are_read(catalogue: Catalogue) -> None:
    preview = _read(
        {"work": [{"company": "Acme", "position": "Editor", "website": "https://example.org"}]}, catalogue
    )
    assert preview.roles[0].facts == {"title": "Editor", "employer": "Acme", "role_kind": "job"}


def test_several_roles_at_one_employer_stay_apart_and_copies_do_not(catalogue: Catalogue) -> None:
    first = {"name": "Acme", "position": "Editor", "startDate": "2014"}
    second = {"name": "Acme", "position": "Editor", "startDate": "2016"}
    preview = _read({"work": [first, second, first]}, catalogue)
    assert [role.where for role in preview.roles] == ["work[0]", "work[1]"]
    assert _places(preview)["work[2]"] == "work[2]: the same as work[0]"


def test_an_end_before_its_start_is_left_out(catalogue: Catalogue) -> None:
    preview = _read({"work": [{"position": "Editor", "startDate": "2014-03", "endDate": "2013"}]}, catalogue)
    assert preview.roles[0].facts["started"] == "2014-03"
    assert "ended" not in preview.roles[0].facts
    assert "before the start" in _places(preview)["work[0].endDate"]


def test_what_a_person_wrote_is_carried_as_it_is(catalogue: Catalogue) -> None:
    title = "<script>alert('x')</script> =1+1 \u05e2\u05d5\u05e8\u05da \u202eabc"
    summary = "one\r\n\ttwo\x00\x07 \ud800 \U0001f600"
    preview = _read({"work": [{"position": title, "summary": summary}]}, catalogue)
    assert preview.roles[0].facts["title"] == title.replace("\u202e", "")  # a mark of direction is not seen
    assert preview.roles[0].facts["summary"] == "one\n\ttwo \ufffd \U0001f600"


def test_a_huge_text_is_left_out_and_named(catalogue: Catalogue) -> None:
    preview = _read({"work": [{"position": "Editor", "summary": "x" * 30_000}]}, catalogue)
    assert "summary" not in preview.roles[0].facts
    assert "30,000 characters" in _places(preview)["work[0].summary"]
    assert len(_places(preview)["work[0].summary"]) < 200


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"{", "line 1, column 2"),
        (b"[]", "a list"),
        (b"null", "null"),
        (b'"text"', "text"),
        (b"{}", "there is nothing in it"),
        (b'{"tasks": []}', "expected one of work, volunteer, projects, education"),
        (b'{"work": NaN}', "NaN"),
        (b'{"work": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "nested"),
        (b'{"work": [' + b"9" * 10_000 + b"]}", "too long"),
        (b'{"work": []}\x00', "NUL"),
        (b"\xef\xbb\xbf\xff", "UTF-8"),
        (b"\x81\x8d", "encoding"),
    ],
)
def test_a_bad_file_says_what_is_wrong(data: bytes, says: str, catalogue: Catalogue) -> None:
    with pytest.raises(IntakeError, match=r"^resume\.json") as caught:
        read(data, "resume.json", catalogue)
    assert says in str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_any_usual_encoding_is_read(encoding: str, catalogue: Catalogue) -> None:
    data = json.dumps({"work": [{"position": "R\u00e9dacteur"}]}, ensure_ascii=False).encode(encoding)
    assert read(data, "resume.json", catalogue).roles[0].facts["title"] == "R\u00e9dacteur"


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
_FIELDS = st.sampled_from(
    [
        "name",
        "company",
        "position",
        "startDate",
        "endDate",
        "summary",
        "highlights",
        "location",
        "entity",
        "area",
    ]
)


@given(
    st.dictionaries(
        st.sampled_from(["work", "volunteer", "projects", "education", "basics"]),
        st.lists(st.dictionaries(_FIELDS, _JSON, max_size=6) | _JSON, max_size=4) | _JSON,
        min_size=1,
    )
)
def test_any_document_of_that_shape_gives_a_preview(document: dict[str, Any]) -> None:
    preview = _read(document, load())
    assert all(role.name for role in preview.roles)
    assert all(
        isinstance(said, str) and said.strip() for role in preview.roles for said in role.facts.values()
    )
    assert sentences(preview)
    assert len(preview.frame) == sum(role.taken for role in preview.roles)
