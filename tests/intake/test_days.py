"""A table of days by the minute, as somebody writes one by hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from good_on_paper.intake import bring_in, read
from good_on_paper.intake.preview_text import sentences
from good_on_paper.record.days import stretches_of_days

if TYPE_CHECKING:
    from good_on_paper.catalogue import Catalogue
    from good_on_paper.intake import Preview, Receipt
    from good_on_paper.record import Record

TABLE = """Job Title;Company;Which day;What it was;How long;How far in it;Dull or not;In between
Editor;Acme;An ordinary day;Mail;20;2;dull;
Editor;Acme;ordinary;Coffee;a quarter of an hour;;;spent
Editor;Acme;the best day;The book;3h;7;not dull;
Cook;Bar;ordinary;Service;3m;9;yes;
Cook;Bar;Tuesday;Mail;1 h;;;
;;ordinary;Mail;1 h;;;
Clerk;Dun;ordinary;;;;;
"""


def preview(catalogue: Catalogue, text: str = TABLE) -> Preview:
    return read(text.encode(), "days.csv", catalogue)


def brought(record: Record, overlay: Path, catalogue: Catalogue, text: str = TABLE) -> Receipt:
    return bring_in(preview(catalogue, text), record, overlay)


def values(record: Record, role: str, day: str) -> list[dict[str, object]]:
    units = stretches_of_days(record)[role, day]
    given = record.current(units=units)
    return [
        {
            item.removeprefix("stretch_"): answer.value
            for (unit, item), answer in given.items()
            if unit == one and item.startswith("stretch_")
        }
        for one in units
    ]


def test_days_are_read_as_they_are_said(catalogue: Catalogue) -> None:
    found = preview(catalogue)
    assert [(role.name, role.inside) for role in found.roles] == [
        ("Editor, Acme", "2 days by the minute"),
        ("Cook, Bar", "1 day by the minute"),
    ]
    assert "  Editor, Acme (2 days by the minute)" in sentences(found)
    assert found.notes == ("row 5, column 'How long': '3m' is kept as it is written; it is no length.",)
    assert [str(part) for part in found.skipped] == [
        "row 5, column 'How far in it': '9': expected a whole number from 1 to 7",
        "row 5, column 'Dull or not': 'yes': expected one of dull, not_dull",
        "row 6, column 'Which day': 'Tuesday': expected one of ordinary, best, worst, dull",
        "row 7: it has neither a title nor an employer",
    ]


def test_the_days_of_the_sample_person_are_such_a_table(catalogue: Catalogue) -> None:
    path = Path(__file__).parents[2] / "data" / "sample" / "days.csv"
    found = read(path, path.name, catalogue)
    assert found.skipped == found.notes == ()
    assert [len(role.days) for role in found.roles] == [1, 1, 1, 2, 2, 1, 1]


def test_they_stand_in_their_job_in_their_order(record: Record, overlay: Path, catalogue: Catalogue) -> None:
    receipt = brought(record, overlay, catalogue)
    assert receipt.added == ("Editor, Acme", "Cook, Bar")
    editor = record.units("role")[0].id
    assert values(record, editor, "ordinary") == [
        {"what": "Mail", "length": "20 min", "absorbed": 2, "dull": "dull"},
        {"what": "Coffee", "length": "15 min", "margin": "spent"},
    ]
    assert values(record, editor, "best") == [
        {"what": "The book", "length": "180 min", "absorbed": 7, "dull": "not_dull"}
    ]
    cook = record.units("role")[1].id
    assert values(record, cook, "ordinary") == [{"what": "Service", "length": "3m"}]


def test_what_was_told_of_a_day_is_kept(record: Record, overlay: Path, catalogue: Catalogue) -> None:
    brought(record, overlay, catalogue)
    newest = record.newest
    other = TABLE.replace("Coffee", "Tea")
    receipt = brought(record, overlay, catalogue, other)
    assert record.newest == newest
    assert [str(kept) for kept in receipt.kept] == [
        "Editor, Acme, ordinary day by the minute: yours is '2 stretches', the file says '2 stretches'"
    ]


def test_a_day_taken_off_stays_off(record: Record, overlay: Path, catalogue: Catalogue) -> None:
    brought(record, overlay, catalogue)
    editor = record.units("role")[0].id
    for one in stretches_of_days(record)[editor, "best"]:
        record.remove_unit(one, sitting=record.sitting("minutes"))
    receipt = brought(record, overlay, catalogue)
    assert [kept.yours for kept in receipt.kept] == [None]
    assert stretches_of_days(record)[editor, "best"] == []


def test_a_table_of_jobs_with_a_day_in_it_is_still_one_of_jobs(catalogue: Catalogue) -> None:
    found = preview(catalogue, "title,employer,day\nEditor,Acme,4\nCook,Bar,5\n")
    assert [role.days for role in found.roles] == [(), ()]
    assert [line.item.key for line in found.lines] == ["day"]
