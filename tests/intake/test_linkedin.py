"""LinkedIn’s export: an invented one, with every trap that was seen in real ones."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper.catalogue import keys, load
from good_on_paper.forms import ThreeWords
from good_on_paper.frames.stories import WORDS as WORDS_OF_MINE
from good_on_paper.intake import IntakeError, bring_in, limits, read
from good_on_paper.intake.linkedin import read_zip
from good_on_paper.record.stories import begin, unit_for
from good_on_paper.study.person import Person

if TYPE_CHECKING:
    from pathlib import Path

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.record import Record

POSITIONS = ("Company Name", "Title", "Description", "Location", "Started On", "Finished On")
RECOMMENDED = ("First Name", "Last Name", "Company", "Job Title", "Text", "Creation Date", "Status")
ENDORSED = (
    "Endorsement Date",
    "Skill Name",
    "Endorser First Name",
    "Endorser Last Name",
    "Endorser Public Url",
    "Endorsement Status",
)
JOBS = (
    ("Larkfield Press", "Senior Editor", 'Lists, contracts,\nand a "slush" pile', "Leeds", "Apr 2017", ""),
    ("Larkfield Press", "Editor", "", "Leeds", "01 Oct 2014", "Mar 2017"),
    ("Larkfield Press", "Editor", "", "Leeds", "2011", "2012"),
    ("Harbour Café, The", "Line cook", "Nights", "", "2009", "01 Sep 2011"),
    ("Harbour Café, The", "Line cook", "Nights", "", "2009", "01 Sep 2011"),
)
WORDS = (
    ("Nora", "Field", "Larkfield Press", "Publisher", "Calm,\nand exact.", "05/06/22, 09:12 PM", " VISIBLE"),
    ("Tom", "Reed", "Larkfield Press", "Author", "Not for show.", "05/07/22, 09:12 PM", "HIDDEN"),
)
SKILLS = (
    ("2022/01/15 10:12:13 UTC", "Copy-editing", "Nora", "Field", "https://x", "ACCEPTED"),
    ("2022/01/15 10:12:13 UTC", "Copy-editing", "Nora", "Field", "https://x", "ACCEPTED"),
    ("", "Juggling", "Tom", "Reed", "", "PENDING"),
)


def table(header: tuple[str, ...], rows: tuple[tuple[str, ...], ...], *, before: str = "") -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([header, *rows])
    return ("\ufeff" + before + out.getvalue()).encode()


def packed(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, data in files.items():
            parts.writestr(name, data)
    return out.getvalue()


EXPORT = packed(
    **{
        "Basic_LinkedInDataExport_01-02-2026/Positions.csv": table(POSITIONS, JOBS),
        "Basic_LinkedInDataExport_01-02-2026/Recommendations_Received.csv": table(RECOMMENDED, WORDS),
        "Basic_LinkedInDataExport_01-02-2026/Endorsement_Received_Info.csv": table(ENDORSED, SKILLS),
        "Basic_LinkedInDataExport_01-02-2026/Connections.csv": b"Notes:\r\n",
        "__MACOSX/Basic_LinkedInDataExport_01-02-2026/._Positions.csv": b"\x00\x05\x16\x07",
    }
)


def test_several_roles_at_one_employer_stay_apart(catalogue: Catalogue) -> None:
    preview = read(EXPORT, "export.zip", catalogue)
    spans = [(role.facts["title"], role.facts["started"], role.facts["ended"]) for role in preview.roles]
    assert spans == [
        ("Senior Editor", "2017-04", "now"),
        ("Editor", "2014-10-01", "2017-03"),
        ("Editor", "2011", "2012"),
        ("Line cook", "2009", "2011-09-01"),
    ]
    assert preview.roles[0].facts["summary"] == 'Lists, contracts,\nand a "slush" pile'
    assert preview.roles[3].facts["employer"] == "Harbour Café, The"
    left = [str(part) for part in preview.skipped]
    assert any("the same as row" in line for line in left)
    assert any(line.endswith("Connections.csv: these are people you know") for line in left)


def test_what_others_said_is_kept_with_the_person_and_private(record: Record, overlay: Path) -> None:
    receipt = bring_in(read(EXPORT, "export.zip", load(overlay)), record, overlay)
    assert len(receipt.added) == 4
    said = record.current(units=(record.person,))
    words = said[record.person.id, "recommendation_received"]
    assert words.private
    assert words.value == [
        {
            "from": "Nora Field",
            "employer": "Larkfield Press",
            "title": "Publisher",
            "text": "Calm,\nand exact.",
            "date": "2022-05-06",
        }
    ]
    skills = said[record.person.id, "endorsement_received"]
    assert skills.private
    assert skills.value == [{"skill": "Copy-editing", "from": "Nora Field", "date": "2022-01-15"}]


def test_what_others_said_lines_up_with_ones_own_words(record: Record, overlay: Path) -> None:
    bring_in(read(EXPORT, "export.zip", load(overlay)), record, overlay)
    mine = unit_for(record.person.id, WORDS_OF_MINE)
    begin(record, "story", mine, parent=record.person.id, facts={keys.STORY_KIND: WORDS_OF_MINE})
    record.answer(mine, keys.WORD_MINE, ["calm", "brave"], sitting=record.sitting("words"), private=True)
    lined = {head: dict(words) for head, words in ThreeWords(Person(record)).page_state()["lined"]}
    echoed, unechoed, unclaimed = lined.values()
    assert list(echoed) == ["calm"]
    assert "Nora Field" in echoed["calm"]
    assert list(unechoed) == ["brave"]
    assert "Nora Field" in unclaimed["Copy-editing"]
    assert "Juggling" not in unclaimed  # it was never accepted


def test_twice_changes_nothing_and_more_is_added(record: Record, overlay: Path) -> None:
    def bring(data: bytes) -> bool:
        return bring_in(read(data, "export.zip", load(overlay)), record, overlay).changed

    assert bring(EXPORT)
    newest = record.newest
    assert not bring(EXPORT)
    assert record.newest == newest
    more = ("Ida", "Stone", "Acme", "Head", "Reliable.", "01/02/26, 9:00 AM", "VISIBLE")
    single = table(RECOMMENDED, (*WORDS, more))
    assert bring_in(read(single, "Recommendations_Received.csv", load(overlay)), record, overlay).changed
    cell = record.person, "recommendation_received"
    assert [entry["from"] for entry in record.history(*cell)[-1].value] == ["Nora Field", "Ida Stone"]
    record.answer(*cell, state="cleared", sitting=record.sitting("x"))
    assert not bring(EXPORT), "what the person emptied stays empty"


@pytest.mark.parametrize("name", ["Positions.csv", "anything.csv", "positions (1).txt.csv"])
def test_a_single_file_is_known_by_its_columns(name: str, catalogue: Catalogue) -> None:
    before = 'Notes:\r\n"Some fields may be missing, because of privacy"\r\n\r\n'
    for start in ("", before, "Notes:,see below\r\n" + before):
        preview = read(table(POSITIONS, JOBS, before=start), name, catalogue)
        assert preview.source == "linkedin"
        assert [role.facts["started"] for role in preview.roles] == ["2017-04", "2014-10-01", "2011", "2009"]


def test_with_columns_of_ones_own_it_is_a_table_with_ratings(catalogue: Catalogue) -> None:
    rows = tuple((*job, "5") for job in JOBS[:3])
    preview = read(table((*POSITIONS, "decision_freedom"), rows), "mine.csv", catalogue)
    assert preview.source == "table"
    assert [rated.value for role in preview.roles for rated in role.ratings] == [5, 5, 5]


def test_the_same_job_from_a_resume_is_not_doubled(record: Record, overlay: Path) -> None:
    resume = {"work": [{"position": "Senior Editor", "name": "Larkfield Press", "startDate": "2017"}]}
    bring_in(read(json.dumps(resume).encode(), "resume.json", load(overlay)), record, overlay)
    receipt = bring_in(read(EXPORT, "export.zip", load(overlay)), record, overlay)
    assert len(receipt.added) == 3
    assert len(record.units("role")) == 4


def test_dates_that_are_none_are_left_out_and_named(catalogue: Catalogue) -> None:
    job = ("Acme", "Clerk", "", "", "03/04/2014", "yesterday")
    preview = read(packed(**{"Positions.csv": table(POSITIONS, (job,))}), "x.zip", catalogue)
    assert preview.roles[0].facts == {"title": "Clerk", "employer": "Acme", "started": "2014"}
    assert [part.where for part in preview.skipped] == [
        "Positions.csv, row 2, started on",
        "Positions.csv, row 2, finished on",
    ]


def test_paths_in_the_zip_lead_nowhere(catalogue: Catalogue, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("../../Positions.csv", "/etc/Positions.csv", "..\\..\\positions.csv", "C:\\Positions.csv"):
        preview = read(packed(**{name: table(POSITIONS, JOBS)}), "x.zip", catalogue)
        assert len(preview.roles) == 4
    assert list(tmp_path.iterdir()) == []


def test_of_two_files_of_one_name_the_outer_is_read(catalogue: Catalogue) -> None:
    data = packed(
        **{"a/b/Positions.csv": table(POSITIONS, JOBS[:1]), "Positions.csv": table(POSITIONS, JOBS[1:2])}
    )
    preview = read(data, "x.zip", catalogue)
    assert [role.facts["title"] for role in preview.roles] == ["Editor"]
    assert str(preview.skipped[0]) == "a/b/Positions.csv: Positions.csv is read already"


def test_a_file_that_unpacks_to_too_much_is_refused(catalogue: Catalogue) -> None:
    bomb = packed(**{"Positions.csv": b"," * (limits.BYTES + 1)})
    assert len(bomb) < 100_000
    with pytest.raises(IntakeError, match=r"Positions\.csv: it unpacks to more than 20 MB"):
        read(bomb, "x.zip", catalogue)
    lies = bytearray(bomb)
    size = (limits.BYTES + 1).to_bytes(4, "little")
    at = lies.rindex(size)
    lies[at : at + 4] = (10).to_bytes(4, "little")
    with pytest.raises(IntakeError):
        read(bytes(lies), "x.zip", catalogue)


def test_a_bomb_beside_the_positions_leaves_them_readable(catalogue: Catalogue) -> None:
    data = packed(
        **{
            "Positions.csv": table(POSITIONS, JOBS),
            "Recommendations_Received.csv": b"," * (limits.BYTES + 1),
            "Endorsement_Received_Info.csv": b"who,knows\r\n1,2\r\n",
        }
    )
    preview = read(data, "x.zip", catalogue)
    assert len(preview.roles) == 4
    named = {part.where for part in preview.skipped}
    assert {"Recommendations_Received.csv", "Endorsement_Received_Info.csv"} <= named


def test_a_zip_of_very_many_files_is_refused(catalogue: Catalogue) -> None:
    data = packed(**{f"{number}.csv": b"" for number in range(limits.ZIP_PARTS + 1)})
    with pytest.raises(IntakeError, match="this ZIP holds 5,001 files"):
        read(data, "x.zip", catalogue)


def test_a_locked_zip_says_so(catalogue: Catalogue) -> None:
    data = bytearray(packed(**{"Positions.csv": table(POSITIONS, JOBS)}))
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(IntakeError, match="locked with a password"):
        read(bytes(data), "x.zip", catalogue)


@settings(deadline=None)
@given(place=st.integers(0, len(EXPORT) - 1), bit=st.integers(0, 7), cut=st.booleans())
def test_a_damaged_zip_is_an_error_in_words(place: int, bit: int, cut: bool) -> None:
    spoilt = bytearray(EXPORT)
    spoilt[place] ^= 1 << bit
    with suppress(IntakeError):
        read(bytes(spoilt[:place] if cut else spoilt), "x.zip", load())


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_in_its_files_break_it(content: bytes) -> None:
    with suppress(IntakeError):
        read_zip(packed(**{"Positions.csv": content}), "x.zip")


def test_a_file_without_a_name_is_passed_over(catalogue: Catalogue) -> None:
    data = packed(**{"x": b"", "Positions.csv": table(POSITIONS, JOBS)})
    listed = data.rindex(b"PK\x01\x02", 0, data.rindex(b"PK\x01\x02"))
    nameless = bytearray(data)
    nameless[listed + 28 : listed + 30] = b"\0\0"  # the name's length; what follows it is a comment now
    nameless[listed + 32 : listed + 34] = b"\1\0"
    assert len(read(bytes(nameless), "x.zip", catalogue).roles) == 4


@pytest.mark.parametrize("name", ["Positions.csv", "xl/workbook.xml"])
def test_a_way_of_packing_nobody_knows_is_an_error_in_words(name: str, catalogue: Catalogue) -> None:
    data = bytearray(packed(**{name: b"x"}))
    data[8:10] = b"\x63\0"
    data[data.rindex(b"PK\x01\x02") + 10 : data.rindex(b"PK\x01\x02") + 12] = b"\x63\0"
    with pytest.raises(IntakeError, match="damaged"):
        read(bytes(data), "x.zip", catalogue)


def test_an_export_too_large_says_which_part_to_take_out():
    with pytest.raises(
        IntakeError, match=r"21 MB; expected at most 20 MB; unpack it and choose Positions\.csv"
    ):
        read(b"PK" + b"\0" * 21_000_000, "Complete_LinkedInDataExport.zip", load())
