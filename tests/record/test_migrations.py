"""Files of every older shape open as records of today, with a backup of what they were."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from good_on_paper.record import NOTE, RECORD_FILE, Record, RecordError
from good_on_paper.record.backup import backups
from good_on_paper.record.migrations import SHAPE
from good_on_paper.record.sums import first_changed_row, teach_sums

KINDS = ("achievement", "event", "story")
DUMPS = sorted((Path(__file__).parent / "shapes").glob("*.sql"))


def older(folder, dump, *, without=""):
    folder.mkdir()
    with closing(sqlite3.connect(folder / RECORD_FILE)) as sql:
        sql.executescript(dump.read_text(encoding="utf-8"))
        if without:
            sql.execute(without)
            sql.commit()
        sql.execute("PRAGMA journal_mode = WAL")
    return folder


def tables(folder, table):
    with closing(sqlite3.connect(folder / RECORD_FILE)) as sql:
        sql.row_factory = sqlite3.Row
        return [dict(row) for row in sql.execute(f"SELECT * FROM {table} ORDER BY 1")]  # noqa: S608 - our words


def schema(folder):
    with closing(sqlite3.connect(folder / RECORD_FILE)) as sql:
        return sql.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY name").fetchall()


@pytest.mark.parametrize("dump", DUMPS, ids=lambda dump: f"shape {dump.stem}")
def test_an_older_file_opens_with_everything_in_it(tmp_path, dump):
    folder = older(tmp_path / "person", dump)
    answers, units = tables(folder, "answer"), tables(folder, "unit")
    with Record.open(folder) as record:
        assert [record.current()[unit.id, "title"].value for unit in record.units("role")] == [
            "Editor",
            "Lighthouse keeper",
            "Printer",
        ]
        first = record.units("role")[0]
        assert len(record.units("episode", parent=first)) == 1
        assert [answer.value for answer in record.history(first, "decision_freedom")] == [6, 3, 6]
        sitting = record.sittings("lines")[0]
        assert record.undo(sitting).state == "cleared"
        assert record.redo(sitting).state == "na"
        record.add_unit("role", sitting=record.sitting("roles"))
    rows = tables(folder, "answer")[: len(answers)]  # what came later stands at the end
    places = {row["id"]: row["seq"] for row in rows}
    told = [
        row
        | {"sum": before.get("sum")}
        | ({} if "id" in before else {"undoes": places.get(row["undoes"])})  # once by seq
        for row, before in zip(rows, answers, strict=True)
    ]
    assert [{name: row[name] for name in answers[0]} for row in told] == answers
    assert len(tables(folder, "unit")) == len(units) + 1


@pytest.mark.parametrize("dump", DUMPS[-2:], ids=lambda dump: f"shape {dump.stem}")
def test_a_file_from_before_there_were_stories_or_notes_takes_them_and_its_units_keep_their_sums(
    tmp_path, dump
):
    folder = older(tmp_path / "person", dump)
    units = tables(folder, "unit")
    with Record.open(folder) as record:
        sitting, role = record.sitting("stories"), record.units("role")[0]
        for kind in (*KINDS, NOTE):
            record.add_unit(kind, parent=role, sitting=sitting)
    assert tables(folder, "unit")[: len(units)] == units
    assert [row["kind"] for row in tables(folder, "unit")[len(units) :]] == [*KINDS, NOTE]
    with closing(sqlite3.connect(folder / RECORD_FILE)) as sql:
        teach_sums(sql)
        assert first_changed_row(sql) is None


@pytest.mark.parametrize("dump", DUMPS, ids=lambda dump: f"shape {dump.stem}")
def test_it_is_backed_up_first_as_it_was(tmp_path, dump):
    folder = older(tmp_path / "person", dump)
    with closing(sqlite3.connect(folder / RECORD_FILE)) as sql:
        before = list(sql.iterdump())
    Record.open(folder).close()
    named = {backup.why: backup for backup in backups(folder)}
    kept = named[f"before-shape-{SHAPE}"]
    assert kept.sound
    with closing(sqlite3.connect(kept.path)) as sql:
        assert list(sql.iterdump()) == before
    Record.open(folder).close()
    assert len(backups(folder)) == len(named)


@pytest.mark.parametrize("dump", DUMPS, ids=lambda dump: f"shape {dump.stem}")
def test_it_ends_in_the_shape_of_a_new_file(tmp_path, dump):
    folder = older(tmp_path / "person", dump)
    Record.open(folder).close()
    Record.open(tmp_path / "new").close()
    assert schema(folder) == schema(tmp_path / "new")


def test_what_cannot_be_brought_up_stays_as_it_was(tmp_path):
    folder = older(tmp_path / "person", DUMPS[0], without="DELETE FROM unit WHERE kind = 'episode'")
    before = schema(folder), tables(folder, "answer")
    with pytest.raises(RecordError, match="refer to something that is not there"):
        Record.open(folder)
    assert (schema(folder), tables(folder, "answer")) == before


def test_without_room_for_a_backup_it_is_left_as_it_was(tmp_path):
    folder = older(tmp_path / "person", DUMPS[0])
    (folder / "backups").write_text("in the way")
    before = schema(folder)
    with pytest.raises(RecordError, match="no backup could be made"):
        Record.open(folder)
    assert schema(folder) == before


def test_a_kit_left_open_does_not_write_into_a_newer_shape(record):
    sitting = record.sitting("lines")
    with closing(sqlite3.connect(record.path)) as sql:
        sql.execute(f"PRAGMA user_version = {SHAPE + 1}")
    with pytest.raises(RecordError, match=r"NOT SAVED\. A newer Good on Paper"):
        record.answer(record.person, "line", 3, sitting=sitting)
