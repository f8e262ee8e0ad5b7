"""Applications and interviews as trackers export them and people keep them: ``logs/*``.

The columns of the exports are those that the programs' public code writes or reads (JobSync, Huntr, Teal,
Reactive Resume, CareerForge, LinkedIn), or that public templates and guides show (Notion, spreadsheets); all
names are invented.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest

from good_on_paper.catalogue import load
from good_on_paper.intake import IntakeError, read
from good_on_paper.intake.log_file import holds_log, read_log, read_log_text

if TYPE_CHECKING:
    from good_on_paper.intake.log_preview import LogEntry, LogPreview

LOGS = Path(__file__).parent / "logs"
EXPORTS = {
    "jobsync.csv": [
        "x application Gardener, Brightwater 2026-02-02",
        "- interview Gardener, Brightwater",
        "- application Clerk, Fenn",
        "x application Clerk, Oakley 2026-02-05 came_no",
    ],
    "huntr.csv": [
        "x application Gardener, Brightwater",
        "x application Clerk, Fenn",
        "- interview Clerk, Fenn",
        "- application Driver, Oakley",
    ],
    "huntr_full.csv": [
        "x application Gardener, Brightwater came_no",
        "x application Clerk, Fenn offered_on",
        "- interview Clerk, Fenn",
    ],
    "teal.csv": [
        "x application Gardener, Brightwater 2026-01-05",
        "- interview Gardener, Brightwater",
        "- application Clerk, Fenn",
    ],
    "reactive_resume.csv": [
        "x application Gardener, Brightwater",
        "- interview Gardener, Brightwater",
        "- application Clerk, Fenn",
        "x application Driver, Oakley offered_on",
        "- interview Driver, Oakley",
    ],
    "notion.csv": [
        "x application Gardener, Brightwater 2026-01-05 came_no",
        "x interview Gardener, Brightwater 2026-01-19",
        "x application Clerk, Fenn 2026-02-02",
        "- interview Clerk, Fenn",
        "x application Driver, Oakley 2026-02-09",
    ],
    "careerforge.csv": [
        "x application Gardener, Brightwater 2026-01-05 came_no",
        "x application Clerk, Fenn 2026-01-08 came_nothing",
    ],
    "linkedin.csv": [
        "x application Gardener, Brightwater 2025-11-20",
        "x application Clerk, Fenn 2025-12-03",
    ],
}
KEPT = {
    "coach_outcomes.txt": [
        "x interview Nurse, Fenn 2026-03-01 came_yes",
        "x interview Nurse, Fenn 2026-03-09",
        "x interview Nurse, Oakley 2026-03-12 came_no",
    ],
    "german_rounds.csv": [
        "x application Pflegekraft, Fenn 2026-03-01 came_no",
        "x interview Pflegekraft, Fenn 2026-03-10 came_yes",
        "x interview Pflegekraft, Fenn 2026-03-20",
        "x application Pflegekraft, Oakley 2026-03-05 came_nothing",
    ],
    "french.csv": [
        "x application Infirmière, Fenn 2026-02-03 came_no",
        "x interview Infirmière, Fenn 2026-02-17",
        "x application Infirmière, Oakley 2026-02-16",
    ],
    "interviews_only.txt": [
        "x interview Brightwater 2026-03-05 came_yes",
        "x interview Fenn 2026-03-12 came_no",
        "- interview Oakley",
    ],
    "same_day.csv": [
        "x interview Nurse, Fenn 2026-03-10 came_yes",
        "x interview Nurse, Fenn 2026-03-10 came_yes",
        "x interview Nurse, Fenn 2026-03-24 came_no",
    ],
    "hunches.csv": [
        "x interview Nurse, Fenn 2026-03-10 came_no 70 of 100",
        "x interview Nurse, Oakley 2026-03-12 offered_on 70 of 100",
        "x interview Gardener, Brightwater 2026-03-13 came_nothing",
    ],
    "doubtful.csv": [
        "- application Nurse, Fenn 2026",
        "- application Nurse, Oakley 2026",
        "- application Gardener, Brightwater 2026-02-01",
    ],
    "flat.json": ["x application Nurse, Fenn 2026-03-01 came_no", "- application Nurse, Oakley"],
    "messy_header.csv": ["x application Nurse, Fenn 2026-03", "x application Cook, Oakley 2026-03"],
    "spaces_twice.csv": [
        "x application Nurse, Fenn 2026-03-01 came_no",
        "- application Nurse, Fenn 2026-03-01 came_no",
    ],
}


def line(entry: LogEntry) -> str:
    chance = f"{entry.chance.of} of 100" if entry.chance else ""
    parts = ("x" if entry.taken else "-", entry.kind, entry.name, entry.day, *entry.ends, chance)
    return " ".join(filter(None, parts))


def log(name: str) -> LogPreview:
    return read_log(LOGS / name, name)


@pytest.mark.parametrize(("name", "found"), (EXPORTS | KEPT).items())
def test_each_row_is_read_as_what_it_is(name: str, found: list[str]) -> None:
    assert [line(entry) for entry in log(name).entries] == found
    assert holds_log(LOGS / name, name)


@pytest.mark.parametrize("name", EXPORTS | KEPT)
def test_nothing_is_dropped_unnamed(name: str) -> None:
    preview = log(name)
    told = " ".join([*map(str, preview.skipped), *(part.where for part in preview.recognised)])
    text = (LOGS / name).read_text(encoding="utf-8-sig")
    if name.endswith((".csv", ".txt")) and "|" not in text and name != "messy_header.csv":
        separator = next(sign for sign in "\t;," if sign in text.partition("\n")[0])
        header, *rows = [line.split(separator) for line in text.splitlines()]
        for number, column in enumerate(header):
            if any(len(row) > number and row[number].strip('" ') for row in rows) and '"' not in text:
                assert f"column {column.strip()!r}" in told
    assert all(entry.why for entry in preview.entries if not entry.taken)
    places = [entry.where for entry in preview.entries]
    assert len(set(places)) == len(places)


def test_words_of_a_table_become_the_logs_own() -> None:
    told = {entry.where: entry.facts for entry in log("coach_outcomes.txt").entries}
    assert told["row 3"] == {
        "interview_stage": "call",
        "interview_channel": "phone",
        "notes_pasted": "kind",
    }
    assert log("interviews_only.txt").entries[1].facts == {
        "interview_channel": "in_person",
        "meets_name": "Mr Vell",
    }
    assert log("huntr_full.csv").entries[0].facts == {"advert_text": "Plants & people"}
    assert log("careerforge.csv").entries[0].facts == {"found_how": "Referral"}


def test_what_is_unsure_is_said_and_not_ticked() -> None:
    why = [entry.why for entry in log("doubtful.csv").entries]
    assert "may be 3 April 2026 or 4 March 2026" in why[0]
    assert "may mean that they said no, or that you did" in why[1]
    assert "'purple' is no state we know" in why[2]
    assert any("neither an employer nor a job" in str(part) for part in log("doubtful.csv").skipped)
    assert any("it does not say what they answered" in str(part) for part in log("messy_header.csv").skipped)


def test_all_sheets_of_a_workbook_are_read() -> None:
    book = openpyxl.Workbook()
    rows = {
        "Applications": [["Company", "Role", "Date applied"], ["Fenn", "Nurse", "2026-03-01"]],
        "Interviews": [["Company", "Role", "Date", "Round"], ["Fenn", "Nurse", "2026-03-10", "1st"]],
        "Budget": [["Rent", "Food"], ["700", "200"]],
    }
    book.remove(book.active)
    for title, cells in rows.items():
        sheet = book.create_sheet(title)
        for row in cells:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    preview = read_log(out.getvalue(), "search.xlsx")
    assert preview.found() == "1 application and 1 interview"
    assert any("'Budget'" in note for note in preview.notes)


@pytest.mark.parametrize("text", ["", "Fenn said no", "Rent,Food\n700,200", "{}", "[1]", "%PDF-1.7"])
def test_what_is_no_log_is_refused_in_words(text: str) -> None:
    with pytest.raises(IntakeError):
        read_log_text(text)


def test_jobs_one_had_are_no_log(tmp_path: Path) -> None:
    path = tmp_path / "jobs.csv"
    path.write_text("Title,Employer,Start,End\nNurse,Fenn,2014,2017\n", encoding="utf-8")
    assert not holds_log(path, path.name)


@pytest.mark.parametrize("name", ["jobsync.csv", "teal.csv", "notion.csv", "linkedin.csv"])
def test_the_page_of_jobs_says_where_a_log_goes(name: str) -> None:
    preview = read(LOGS / name, name, load())
    assert preview.log
    assert not any(role.taken for role in preview.roles)
