"""Notes that somebody else writes beside a record: kept, and never among what the person said."""

from __future__ import annotations

from good_on_paper.frames import answers as answer_frame
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.record import NOTE, Record
from good_on_paper.record.archive import export_archive
from good_on_paper.record.forget import forget_unit
from good_on_paper.record.unarchive import restore_archive

SAID = "talks faster about the archive than about the shop"


def test_only_who_asks_for_notes_by_name_is_shown_them(record, tmp_path):
    sitting = record.sitting("roles")
    role = record.add_unit("role", sitting=sitting)
    record.answer(role, "pace", 3, sitting=sitting)
    before = record.units(), record.current(), record.answers(), record.current(items=("listed", "pace"))
    note = record.add_unit(NOTE, parent=role, sitting=sitting)
    record.answer(note, "note", SAID, sitting=sitting)
    record.answer(note, "pace", 7, sitting=sitting)
    assert before == (
        record.units(),
        record.current(),
        record.answers(),
        record.current(items=("listed", "pace")),
    )
    assert {answer.unit for answer in record.answers(items=("listed", "pace"))} == {role.id}
    assert note.id not in set(answer_frame(Snapshot(record))["unit"])
    assert record.units(NOTE) == record.units(NOTE, parent=role) == [note]
    assert record.current(units=(note,))[note.id, "note"].value == SAID
    assert [answer.value for answer in record.answers(units=(note,))] == [True, SAID, 7]
    assert record.current(items=("note",), units=(note,))

    export_archive(record, tmp_path / "one.json")
    restore_archive(tmp_path / "one.json", tmp_path / "other")
    with Record.open(tmp_path / "other") as other:
        assert other.units(NOTE) == [note]
    forget_unit(record.folder, note.id)
    assert record.units(NOTE) == []
    assert SAID.encode() not in record.path.read_bytes()
