"""Tables: CSV in any dialect and XLSX."""

from __future__ import annotations

import csv
import io
import os
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from good_on_paper.catalogue import Catalogue, add_items, load
from good_on_paper.intake import IntakeError, Preview, read
from good_on_paper.intake.preview_text import sentences

if TYPE_CHECKING:
    from pathlib import Path


def _read(text: str, catalogue: Catalogue, **options: Any) -> Preview:
    return read(text.encode(), "roles.csv", catalogue, **options)


def _said(preview: Preview) -> dict[str, str]:
    return {part.where: str(part) for part in preview.skipped}


def _rated(preview: Preview) -> list[dict[str, object]]:
    return [
        {rated.item: rated.value if rated.state == "value" else rated.state for rated in role.ratings}
        for role in preview.roles
    ]


def test_attitude_is_read_whole(reference: Path, catalogue: Catalogue) -> None:
    path = reference / "attitude.csv"
    preview = read(path, path.name, catalogue)
    assert [role.name for role in preview.roles] == [str(number) for number in range(1, 31)]
    lines = {line.item.key: line.item for line in preview.lines}
    assert set(lines) == {"rating", "complaints", "privileges", "learning", "raises", "critical", "advance"}
    assert lines["rating"].group == "outcome"
    assert lines["raises"].group == "circumstance"
    assert all((item.scale.min, item.scale.max) == (0, 100) for item in lines.values())
    assert preview.outcome == "rating"
    assert not preview.skipped
    rows = list(csv.DictReader(path.open(encoding="utf-8")))
    for row, rated in zip(rows, _rated(preview), strict=True):
        assert {key: str(value) for key, value in rated.items()} == {key: row[key] for key in lines}
    assert "not 'How it went', which goes from 1 to 7" in "\n".join(sentences(preview))


def test_columns_are_known_by_fact_names_keys_and_labels(catalogue: Catalogue) -> None:
    label = catalogue.item("pace").label
    preview = _read(
        "Job Title,company_name,Start Date,FINISHED ON,Location,Employment type,"
        f"Decision_Freedom,{label},overall\n"
        "Editor,Acme,Mar 2014,,Leeds,Full-time,6,2,7\n"
        "Cook,Harbour,2010,2012,,self-employed,na,can't recall,skip\n",
        catalogue,
    )
    editor, cook = preview.roles
    assert editor.facts == {
        "title": "Editor",
        "employer": "Acme",
        "started": "2014-03",
        "ended": "now",
        "place": "Leeds",
        "role_kind": "job",
    }
    assert cook.facts["role_kind"] == "freelance"
    assert _rated(preview) == [
        {"decision_freedom": 6, "pace": 2, "overall": 7},
        {"decision_freedom": "na", "pace": "cant_recall", "overall": "skip"},
    ]
    assert not preview.lines
    assert preview.outcome is None


@pytest.mark.parametrize(
    ("name", "values", "scale"),
    [
        ("mood", [1, 5, 7], (1, 7)),
        ("mood", [0, 1], (0, 1)),
        ("mood", [0, 7], (0, 10)),
        ("mood", [2.5, 3], (0, 10)),
        ("mood", [0, 11], (0, 100)),
        ("mood", [101, 3], (0, 200)),
        ("mood", [-3, 3], (-5, 5)),
        ("mood", [-12, -1], (-20, 0)),
        ("pay", [52_000, 61_000], (0, 100_000)),
    ],
)
def test_an_unknown_column_of_numbers_is_kept_as_it_is(
    name: str, values: list[float], scale: tuple[int, int], catalogue: Catalogue
) -> None:
    rows = "".join(f"Job {place},{value}\n" for place, value in enumerate(values))
    preview = _read(f"title,{name}\n{rows}", catalogue)
    (line,) = preview.lines
    assert (line.item.scale.min, line.item.scale.max) == scale
    assert [rated[name] for rated in _rated(preview)] == values


def test_values_beyond_a_known_scale_make_an_own_line_and_say_so(catalogue: Catalogue, overlay: Path) -> None:
    text = "title,pace\nEditor,70\nCook,5\n"
    (line,) = (preview := _read(text, catalogue)).lines
    assert line.item.key == "pace_2"
    assert "which goes from 1 to 7" in line.why
    assert _rated(preview) == [{"pace_2": 70}, {"pace_2": 5}]

    add_items(overlay, [line.item])
    again = _read(text, load(overlay))
    assert not again.lines
    assert _rated(again) == _rated(preview)


def test_halves_between_the_seven_steps_are_not_rounded(catalogue: Catalogue) -> None:
    preview = _read("title,pace\nEditor,3.5\nCook,5\n", catalogue)
    assert _rated(preview) == [{"pace_2": 3.5}, {"pace_2": 5}]


def test_the_outcome_can_be_named(catalogue: Catalogue) -> None:
    text = "title,delight,rating\nEditor,9,3\nCook,2,4\n"
    named = _read(text, catalogue, outcome="delight")
    assert named.outcome == "delight"
    assert [line.item.group for line in named.lines if line.item.key == "delight"] == ["outcome"]
    assert _read(text, catalogue).outcome is None
    with pytest.raises(IntakeError, match="no column 'joy'; expected one of title, delight, rating"):
        _read(text, catalogue, outcome="joy")


def test_a_second_verdict_is_an_outcome_too(catalogue: Catalogue) -> None:
    preview = _read("title,overall,rating\nEditor,7,3\nCook,2,4\n", catalogue)
    assert _rated(preview) == [{"overall": 7, "rating": 3}, {"overall": 2, "rating": 4}]
    assert preview.lines[0].item.group == "outcome"
    assert preview.outcome is None


def test_what_cannot_be_taken_is_named_with_row_and_column(catalogue: Catalogue) -> None:
    preview = _read(
        "title,pace,started,ended,notes,colour,type,mixed,hours,hours,empty\n"
        "Editor,fast,2014-13,2015,hello,blue,gardener,1,1,2,\n"
        "Cook,3,2014,2013,,red,job,x,2,3,\n"
        ",4,,,,,,1,,,\n"
        "Cook,3,2014,2013,,red,job,x,2,3,\n",
        catalogue,
    )
    said = _said(preview)
    assert [role.name for role in preview.roles] == ["Editor", "Cook"]
    expected = "'fast': expected a number from 1 to 7, or na, can't recall, skip"
    assert said["row 2, column 'pace'"].endswith(expected)
    assert "2014-13" in said["row 2, column 'started'"]
    assert "before the start" in said["row 3, column 'ended'"]
    assert "the kit has nothing of that name" in said["column 'colour'"]
    assert "'gardener': expected one of job, freelance" in said["row 2, column 'type'"]
    assert "row 3 has this text" in said["column 'mixed'"]
    assert "this already" in said["column 'hours'"]
    assert "there is nothing in it" in said["column 'empty'"]
    assert said["row 4"] == "row 4: '4 | 1': it has neither a title nor an employer"
    assert said["row 5"] == "row 5: the same as row 3"
    assert [rated.get("hours") for rated in _rated(preview)] == [1, 2]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("rownames,pace\nA,1\nB,2\n", ["A", "B"]),
        (",pace\n1,1\n2,2\n", ["1", "2"]),
        ("pace,name\n1,A\n2,B\n", ["A", "B"]),
        ("pace,firmname\n1,Acme\n2,Bolt\n", ["Acme", "Bolt"]),
        ("pace,hours\n1,2\n1,2\n", ["Row 2", "Row 3"]),
        ("employer,id,pace\nAcme,1,1\n", ["Acme"]),
        ("employer,name,pace\nAcme,Editor,1\n", ["Editor, Acme"]),
        ("title,name\nEditor,Ann\n", ["Editor"]),
        ("title\nEditor\nCook\n", ["Editor", "Cook"]),
    ],
)
def test_rows_are_named(text: str, names: list[str], catalogue: Catalogue) -> None:
    assert [role.name for role in _read(text, catalogue).roles] == names


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_dialects(delimiter: str, ends: str, encoding: str, catalogue: Catalogue) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator=ends)
    summary = f"first, second;{ends}third\tfourth | fifth"
    writer.writerows(
        [["title", "employer", "summary", "pace"], ["R\u00e9dacteur", 'The "Post"', summary, "3"]]
    )
    preview = read(out.getvalue().encode(encoding), "roles.csv", catalogue)
    (role,) = preview.roles
    assert role.facts["title"] == "R\u00e9dacteur"
    assert role.facts["employer"] == 'The "Post"'
    assert role.facts["summary"] == "first, second;\nthird\tfourth | fifth"
    assert bool(preview.notes) == (encoding == "cp1252")


def test_a_decimal_comma_is_a_number_where_commas_do_not_separate(catalogue: Catalogue) -> None:
    assert _rated(_read("title;mood\nEditor;3,5\nCook;4\n", catalogue)) == [{"mood": 3.5}, {"mood": 4}]


def test_a_preamble_is_left_out_and_said(catalogue: Catalogue) -> None:
    preview = _read(
        'Notes:\n"When you export, some rows may be missing"\n\ntitle,pace\nEditor,3\n', catalogue
    )
    assert [role.where for role in preview.roles] == ["row 5"]
    assert "row 4" in preview.notes[0]


def test_formulas_and_script_are_texts(catalogue: Catalogue) -> None:
    title = '=HYPERLINK("http://example.org";"<img src=x onerror=alert(1)>")'
    out = io.StringIO()
    csv.writer(out).writerows([["title", "employer"], [title, "\u202eemca \u0634\u0631\u0643\u0629"]])
    (role,) = _read(out.getvalue(), catalogue).roles
    assert role.facts == {"title": title, "employer": "emca \u0634\u0631\u0643\u0629"}


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "the file is empty"),
        (b"\r\n\r\n", "the file is empty"),
        (b"\xef\xbb\xbf", "the file is empty"),
        (b",,\n,,\n", "there is nothing in it"),
        (b"title,pace\nEd\x00itor,3\n", "line 2: a NUL character"),
        (b'title,pace\nEditor,3\n"Cook,4\n', "row 3, which begins on line 3: the quotation marks"),
        (b"colour,shape\nred,round\nred,square\nred,square\n", "no column is recognised"),
        (b"title\n" + b"Editor\n" * 2_001, "2,001 rows"),
        (b"title\n" + b"Editor\n" * 1_000_000, "more than 2,000 rows"),
        (b"a," * 400 + b"\n" + b"1," * 400, "400 columns"),
        (b"title\n" + b"x" * 200_000 + b"\n", "a cell is far too long"),
        (b"x" * 20_000_001, "20 MB; expected at most 20 MB"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\xd0\xcf\x11\xe0 ...", "older Office file"),
        (b"PK\x03\x04 broken", "neither a workbook nor"),
        (b"\xff\xfe\x00\xd8", "UTF-16"),
    ],
)
def test_a_bad_file_says_what_is_wrong(data: bytes, says: str, catalogue: Catalogue) -> None:
    with pytest.raises(IntakeError, match=r"^roles\.csv") as caught:
        read(data, "roles.csv", catalogue)
    assert says in str(caught.value)
    assert "expected" in str(caught.value)
    assert len(str(caught.value)) < 400


def test_a_header_alone_is_a_preview_without_roles(catalogue: Catalogue) -> None:
    preview = _read("title,employer,pace\n", catalogue)
    assert preview.roles == ()
    assert preview.frame.empty


def test_a_missing_file_is_named(tmp_path: Path, catalogue: Catalogue) -> None:
    with pytest.raises(IntakeError, match=r"gone\.csv: the file cannot be read \(No such file"):
        read(tmp_path / "gone.csv", "gone.csv", catalogue)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes")
def test_a_pipe_or_a_device_is_refused_and_not_waited_for(tmp_path: Path, catalogue: Catalogue) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    for path in (tmp_path / "pipe.csv", type(tmp_path)("/dev/zero"), tmp_path):
        with pytest.raises(IntakeError, match="a folder, a pipe or a device"):
            read(path, path.name, catalogue)


# -- XLSX


def _workbook(rows: list[list[Any]], **more: list[list[Any]]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Roles"
    for row in rows:
        sheet.append(row)
    for title, others in more.items():
        other = book.create_sheet(title)
        for row in others:
            other.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_workbook_is_read(catalogue: Catalogue) -> None:
    import datetime as dt  # noqa: PLC0415 - for one cell

    data = _workbook(
        [
            ["title", "started", "ended", "pace", "mood", "formula"],
            ["R\u00e9dacteur", dt.datetime(2014, 3, 5), 2016, 3, 55.5, "=1+1"],  # noqa: DTZ001 - as cells are
            [None, None, None, None, None, None],
            ["Cook", "Mar 2010", None, "na", 40.0, None],
        ],
        Notes=[["remember", "milk"]],
    )
    preview = read(data, "roles.xlsx", catalogue)
    editor, cook = preview.roles
    assert editor.facts == {"title": "R\u00e9dacteur", "started": "2014-03-05", "ended": "2016"}
    assert cook.where == "sheet 'Roles', row 4"
    assert cook.facts["ended"] == "now"
    assert _rated(preview) == [{"pace": 3, "mood": 55.5}, {"pace": "na", "mood": 40}]
    assert any("'Notes' is left out" in note for note in preview.notes)
    assert any("row 2, column 6: a formula whose result was not stored" in note for note in preview.notes)


def test_a_hidden_or_empty_sheet_is_passed_over(catalogue: Catalogue) -> None:
    book = openpyxl.load_workbook(
        io.BytesIO(_workbook([], Real=[["title"], ["Editor"]], Secret=[["title"], ["X"]]))
    )
    book["Secret"].sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    preview = read(out.getvalue(), "roles.xlsx", catalogue)
    assert [role.name for role in preview.roles] == ["Editor"]
    assert not preview.notes


def test_a_damaged_workbook_is_an_error_wherever_it_is_cut(catalogue: Catalogue) -> None:
    data = _workbook([["title"], ["Editor"]])
    for place in range(4, len(data), 97):
        hurt = data[:place] + bytes(255 - byte for byte in data[place : place + 40]) + data[place + 40 :]
        for broken in (data[:place], hurt):
            try:
                preview = read(broken, "roles.xlsx", catalogue)
            except IntakeError as error:
                assert str(error).startswith("roles.xlsx")  # noqa: PT017 - some damage does not hurt
            else:
                assert [role.name for role in preview.roles] == ["Editor"]


def test_an_empty_workbook_is_an_error(catalogue: Catalogue) -> None:
    with pytest.raises(IntakeError, match="no sheet holds anything"):
        read(_workbook([]), "roles.xlsx", catalogue)


def test_a_workbook_that_unpacks_to_far_more_is_refused(catalogue: Catalogue) -> None:
    import zipfile  # noqa: PLC0415 - for one test

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/workbook.xml", b"<x/>")
        with parts.open("xl/worksheets/sheet1.xml", "w") as part:
            for _ in range(210):
                part.write(b" " * 1_000_000)
    assert len(out.getvalue()) < 1_000_000
    with pytest.raises(IntakeError, match="unpacks to 210 MB"):
        read(out.getvalue(), "roles.xlsx", catalogue)


# -- laws

_CELL = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cf")) | st.sampled_from("\n,;\t|\"'=+-@<>&"),
    min_size=1,
    max_size=20,
).map(str.strip)
_NOTHING = {"na", "n/a", "#n/a", "nan", "none", "null"}
_NAME = _CELL.filter(lambda text: any(map(str.isalnum, text)) and text.casefold() not in _NOTHING)


@st.composite
def _tables(draw: st.DrawFn) -> tuple[list[list[str]], str]:
    titles = draw(st.lists(_NAME, min_size=1, max_size=6, unique_by=lambda text: " ".join(text.split())))
    blanks = ["", "na", "cant_recall", "skip"]
    cell = st.integers(1, 7).map(str) | st.sampled_from(blanks)
    rows = [[title, draw(cell), draw(cell)] for title in titles]
    return [["title", "pace", "hours"], *rows], draw(st.sampled_from([",", ";", "\t"]))


@example(([["title", "pace", "hours"], ["Cook", "4", "2"], ["MEAN", "4", "2"]], ","), "utf-8", "\n")
@example(([["title", "pace", "hours"], ["Total", "", ""]], ";"), "utf-16", "\r\n")
@given(_tables(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]), st.sampled_from(["\n", "\r\n"]))
def test_a_written_table_is_read_back(table: tuple[list[list[str]], str], encoding: str, ends: str) -> None:
    rows, delimiter = table
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator=ends, quoting=csv.QUOTE_ALL).writerows(rows)
    preview = read(out.getvalue().encode(encoding), "roles.csv", load())
    want = [" ".join(row[0].replace("\u2028", " ").split()) for row in rows[1:]]
    assert [role.facts["title"] for role in preview.roles] == want
    blank = {"na", "cant_recall", "skip"}
    for row, rated in zip(rows[1:], _rated(preview), strict=True):
        given_ = {key: text for key, text in zip(("pace", "hours"), row[1:], strict=True) if text}
        assert rated == {key: text if text in blank else int(text) for key, text in given_.items()}


@given(st.binary(max_size=400) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_are_a_preview_or_an_intake_error(data: bytes) -> None:
    for name in ("x.csv", "x.json", "x.txt", "x.xlsx", "x"):
        try:
            preview = read(data, name, load())
        except IntakeError:
            continue
        assert sentences(preview)
