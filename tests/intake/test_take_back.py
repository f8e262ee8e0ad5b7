"""One undo takes back a whole import, and nothing of what was there before or was said since."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from good_on_paper.catalogue import CatalogueError, load
from good_on_paper.intake import bring_back, bring_in, newest_import, read, read_lines, take_back

if TYPE_CHECKING:
    from pathlib import Path

    from good_on_paper.intake import Receipt
    from good_on_paper.record import Record

JOBS = "Editor, Acme, 2014-2017\nCook, The Harbour, since 2019"


def stands(record: Record) -> dict[tuple[str, str], object]:
    return {cell: answer.value for cell, answer in record.current().items()}


def bring(record: Record, overlay: Path, text: str = JOBS) -> Receipt:
    return bring_in(read_lines(text), record, overlay)


def test_doubles_go_in_one_act_and_come_back_in_one(record: Record, overlay: Path) -> None:
    bring(record, overlay)
    before, newest = stands(record), record.newest
    doubles = bring(record, overlay, "Redakteur, Acme, 2014-2017\nKoch, The Harbour, 2019-now")
    assert len(record.units("role")) == 4
    after = stands(record)
    assert doubles.sitting is not None
    taken = take_back(record, overlay, doubles.sitting)
    assert taken.sentences() == ["Undone: 2 jobs removed again. The rest is as it was before."]
    assert stands(record) == before
    assert len(record.units("role")) == 2
    kept = record.answers()  # nothing was taken out of the journal
    assert [answer.seq for answer in kept] == [*range(1, len(kept) + 1)]
    assert {answer.sitting for answer in kept[newest:]} == {doubles.sitting}
    bring_back(record, overlay, taken)
    assert stands(record) == after
    assert len(record.units("role")) == 4


def test_a_table_goes_with_its_own_lines_and_comes_in_anew(
    record: Record, overlay: Path, reference: Path
) -> None:
    path = reference / "attitude.csv"
    receipt = bring_in(read(path, path.name, load(overlay)), record, overlay)
    lines = {item.key: item for item in load(overlay).lines}
    newest = newest_import(record)
    assert newest is not None
    assert newest.id == receipt.sitting
    taken = take_back(record, overlay, newest.id)
    assert "30 jobs removed again, 7 questions of your own removed." in taken.sentences()[0]
    assert stands(record) == {}
    assert {item.key for item in load(overlay).lines} == {item.key for item in load().lines}
    assert newest_import(record) is None
    bring_back(record, overlay, taken)
    assert {item.key: item for item in load(overlay).lines} == lines
    assert newest_import(record) == newest
    take_back(record, overlay, newest.id)
    again = bring_in(read(path, path.name, load(overlay)), record, overlay)
    assert len(again.added) == 30


def test_what_was_said_since_is_kept_and_a_line_with_other_answers_stays(
    record: Record, overlay: Path
) -> None:
    table = b"title,employer,Daylight\nEditor,Acme,4\nCook,The Harbour,2\n"
    receipt = bring_in(read(table, "jobs.csv", load(overlay)), record, overlay)
    (own,) = [item for item in load(overlay).lines if item.key not in load()]
    editor, cook = record.units("role")
    mine = record.sitting("lines")
    record.answer(editor, "title", "Chief editor", sitting=mine)
    record.answer(editor, "pace", 6, sitting=mine)
    record.answer(cook, own.key, 5, sitting=mine)
    assert receipt.sitting is not None
    taken = take_back(record, overlay, receipt.sitting)
    assert taken.sentences() == [
        "Undone: 2 jobs removed again. The rest is as it was before.",
        "We keep what you have said about 2 of them since, out of sight.",
    ]
    assert stands(record) == {
        (editor.id, "title"): "Chief editor",
        (editor.id, "pace"): 6,
        (cook.id, own.key): 5,
    }
    assert own.key in load(overlay)
    bring_back(record, overlay, taken)
    assert record.current()[editor.id, "title"].value == "Chief editor"
    assert [unit.id for unit in record.units("role")] == [editor.id, cook.id]


def test_where_the_lines_cannot_be_taken_out_no_answer_is_taken_back(
    record: Record, overlay: Path, reference: Path
) -> None:
    path = reference / "attitude.csv"
    receipt = bring_in(read(path, path.name, load(overlay)), record, overlay)
    text, before = overlay.read_bytes(), stands(record)
    assert receipt.sitting is not None
    overlay.write_bytes(text + b"\n[circumstance.leans]\nlabel = 5\n")  # by hand, and wrong
    with pytest.raises(CatalogueError):
        take_back(record, overlay, receipt.sitting)
    assert stands(record) == before
    overlay.write_bytes(text)
    assert take_back(record, overlay, receipt.sitting).jobs == 30


def test_a_scale_that_an_import_made_longer_is_as_it_was_and_comes_back_with_it(
    record: Record, overlay: Path
) -> None:
    first = b"title,employer,Daylight\nEditor,Acme,4\nCook,The Harbour,2\n"
    bring_in(read(first, "jobs.csv", load(overlay)), record, overlay)
    (own,) = [item for item in load(overlay).lines if item.key not in load()]
    more = b"title,employer,Daylight (1-10)\nEditor,Acme,4\nCook,The Harbour,2\nClerk,Beta,9\n"
    receipt = bring_in(read(more, "jobs.csv", load(overlay)), record, overlay)
    assert receipt.rescaled
    longer = load(overlay).item(own.key).scale
    assert longer.max == 10
    assert receipt.sitting is not None
    taken = take_back(record, overlay, receipt.sitting)
    assert load(overlay).item(own.key).scale == own.scale
    assert len(record.units("role")) == 2
    bring_back(record, overlay, taken)
    assert load(overlay).item(own.key).scale == longer
    mine = record.sitting("lines")
    record.answer(
        record.units("role")[0], own.key, 10, sitting=mine, revision=load(overlay).item(own.key).revision
    )
    take_back(record, overlay, receipt.sitting)
    assert load(overlay).item(own.key).scale == longer  # an answer of its own needs it
