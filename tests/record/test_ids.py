"""What outlasts a file: ids, the copy an answer was given in, what it came after, that it was forgotten."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing

import pytest

from good_on_paper.record import RECORD_FILE, Record
from good_on_paper.record.archive import archive_text, export_archive
from good_on_paper.record.backup import backups, take
from good_on_paper.record.damage import trust
from good_on_paper.record.forget import forget_answer, forget_cell, forget_item, forget_unit
from good_on_paper.record.migrations import SHAPE
from good_on_paper.record.restore import restore
from good_on_paper.record.unarchive import restore_archive
from tests.record.copies import SHAPES, copied, forgotten, older, rows

ID = re.compile("[0-9a-f]{32}")
OLDER = range(1, SHAPE)


@pytest.mark.parametrize("shape", OLDER)
def test_two_copies_of_an_older_record_get_the_same_ids(tmp_path, shape):
    for name in ("one", "other"):
        Record.open(older(tmp_path / name, shape)).close()
    one, other = rows(tmp_path / "one"), rows(tmp_path / "other")
    assert one == other
    assert len({row["id"] for row in one}) == len(one)
    assert all(ID.fullmatch(row["id"]) for row in one)
    here = {row["origin"] for row in rows(tmp_path / "one", "this_copy")}  # none before answers had origins
    assert len({row["origin"] for row in one} - here) == 1
    last = {}
    for row in one:
        cell = row["unit"], row["item"]
        assert row["after"] == ([last[cell]] if cell in last else [])
        last[cell] = row["id"]
    assert all(
        rows(tmp_path / "one", table) == [] for table in ("forgotten", "withheld", "beside", "made_for")
    )


@pytest.mark.parametrize(
    ("archive", "shape"), [("archive-1.json", 3), ("archive-2.json", 4), ("archive-3.json", 5)]
)
def test_an_older_archive_and_an_older_file_of_one_record_become_the_same(tmp_path, archive, shape):
    with Record.open(older(tmp_path / "file", shape)) as record:
        of_file = archive_text(record.path)
        begun = record.answers()
        restore_archive(SHAPES / archive, tmp_path / "archive")
        assert archive_text(tmp_path / "archive" / RECORD_FILE) == of_file
        assert restore_archive(SHAPES / archive, record.folder).answers == 0
        later = record.answer(record.person, "pace", 1, sitting=record.sitting("lines"))
    with Record.open(tmp_path / "archive") as other:
        assert other.answers() == begun
        assert other.answer(other.person, "pace", 1, sitting=other.sitting("lines")).seq == later.seq


def test_an_older_archive_that_does_not_fit_together_is_named_by_its_row(tmp_path):
    for change, expected in [
        ({"undoes": 99}, "answers, row 2, undoes: there is no answer 99"),
        ({"undoes": 2}, "answers, row 2, undoes: .* is no earlier answer"),
        ({"given": "2026-99-22T20:52:47.022337Z"}, "answers, row 2, given: .* is no moment"),
    ]:
        data = json.loads((SHAPES / "archive-1.json").read_bytes())
        data["answers"][1].update(change)
        (tmp_path / "forged.json").write_text(json.dumps(data))
        with pytest.raises(Exception, match=expected):
            restore_archive(tmp_path / "forged.json", tmp_path / "other")
        assert not (tmp_path / "other").exists()


def test_an_answer_comes_after_what_stood_in_its_cell(record):
    sitting, role = record.sitting("lines"), record.add_unit("role", sitting=record.sitting("roles"))
    for value in (1, 2, 3):
        record.answer(role, "pace", value, sitting=sitting)
        record.answer(record.person, "pace", value, sitting=sitting)
    record.undo(sitting)
    record.redo(sitting)
    told = [row for row in rows(record.folder) if (row["unit"], row["item"]) == (record.person.id, "pace")]
    ids = [row["id"] for row in told]
    assert [row["after"] for row in told] == [[], *([one] for one in ids[:-1])]
    assert [row["undoes"] for row in told] == [None, None, None, ids[2], ids[3]]
    assert [answer.undoes for answer in record.history(record.person, "pace")][-1] == told[3]["seq"]


def test_each_copy_gives_its_own_origin_to_what_is_said_in_it(tmp_path):
    def say(folder, value):
        with Record.open(folder) as record:
            record.answer(record.person, "pace", value, sitting=record.sitting("lines"))
        return rows(folder)[-1]["origin"]

    first, copy = tmp_path / "first", tmp_path / "copy"
    origin = say(first, 1)
    assert say(first, 2) == origin
    copied(first, copy)
    Record.open(copy).close()
    assert rows(copy, "this_copy") == rows(first, "this_copy")  # looking makes nothing
    assert say(copy, 3) == say(copy, 4) != origin
    assert say(first, 5) == origin
    restore(first)
    assert say(first, 6) not in (origin, say(copy, 7))
    assert rows(first)[0]["origin"] == origin


def test_what_is_forgotten_leaves_its_ids_here_in_every_copy_and_in_archives(tmp_path):
    folder = tmp_path / "person"
    with Record.open(folder) as record:
        sitting = record.sitting("roles")
        kept, person = record.add_unit("role", sitting=sitting), record.person.id
        record.answer(kept, "title", "Editor", sitting=sitting)
        take(record.path, why="before-shape-1")  # a copy that never had what comes now
        gone = record.add_unit("role", sitting=sitting)
        record.answer(gone, "title", "Printer", sitting=sitting)
        record.answer(kept, "pace", 3, sitting=sitting)
        one = record.answer(kept, "peers", 3, sitting=sitting)
        record.answer(kept, "line", 3, sitting=sitting)
        record.answer(record.person, "guesses", ["line", "pace"], sitting=sitting)
    ids = {(row["unit"], row["item"]): row["id"] for row in rows(folder)}
    forget_unit(folder, gone.id)
    forget_cell(folder, kept.id, "pace")
    forget_answer(folder, one.seq)
    forget_item(folder, "line")
    names = [
        (gone.id, "listed"),
        (gone.id, "title"),
        (kept.id, "pace"),
        (kept.id, "peers"),
        (kept.id, "line"),
    ]
    expected = {gone.id, *(ids[name] for name in names)}
    edited = {ids[person, "guesses"]}  # the line's name was taken out of it
    assert forgotten(folder) == expected | edited
    assert [backup.why for backup in backups(folder)] == ["before-shape-1"]
    assert forgotten(backups(folder)[0].folder) == expected
    told = {row["id"]: row for row in rows(folder)}
    assert told.keys() & expected == {ids[kept.id, "peers"]}
    assert told[ids[kept.id, "peers"]]["state"] == "cleared"
    with Record.open(folder) as record:
        export_archive(record, tmp_path / "archive.json")
    restore_archive(tmp_path / "archive.json", tmp_path / "other")
    assert forgotten(tmp_path / "other") == forgotten(folder)
    assert archive_text(tmp_path / "other" / RECORD_FILE) == archive_text(folder / RECORD_FILE)


def test_a_changed_row_of_an_older_record_is_found_and_can_be_accepted(tmp_path):
    folder = older(tmp_path / "person", 3)
    with closing(sqlite3.connect(folder / RECORD_FILE)) as sql:
        sql.execute("UPDATE answer SET value = '\"mine\"' WHERE seq = 15")
        sql.commit()
    with pytest.raises(Exception, match="answer 15 is not as it was written"):
        Record.open(folder)
    trust(folder / RECORD_FILE)
    with Record.open(folder) as record:
        assert "mine" in [answer.value for answer in record.answers()]
