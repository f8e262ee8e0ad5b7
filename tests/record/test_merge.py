"""Two copies of a record on disk become one: looked at first, all or nothing, and twice changes nothing."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from good_on_paper.record import NOTE, Record, RecordError, connection, merge_back, merging
from good_on_paper.record.archive import archive_text, export_archive
from good_on_paper.record.backup import backups
from good_on_paper.record.forget import forget_cell, forget_item, forget_unit
from good_on_paper.record.merging import merge_copy, merge_preview, read_copy
from tests.record.copies import copied, rows
from tests.record.test_union import erase, erasures, read, steps, tell

SECRET = "Zyxwvut-Quandary"


@pytest.fixture
def two(tmp_path):
    """A record, and a copy of it that went another way."""
    first = tmp_path / "first"
    with Record.open(first) as record:
        sitting = record.sitting("roles")
        role = record.add_unit("role", sitting=sitting)
        record.answer(role, "title", "Editor", sitting=sitting)
        record.answer(role, "pace", 3, sitting=sitting)
        record.answer(role, "summary", SECRET, sitting=sitting)
        record.back_up()
    return first, copied(first, tmp_path / "other"), role.id


def let_in(found):
    """Who calls `merge_copy` passes the rule for declarations, which stands a floor higher."""


def other_of(folder):
    file = folder.with_name(f"{folder.name}-{len(list(folder.parent.iterdir()))}.json")
    with Record.open(folder) as record:
        export_archive(record, file)
    return read_copy(file)


def merge(folder, other, choose=None):
    """Merge one folder's record into another's; where both said something, by default ours stands."""
    copy = other if not isinstance(other, Path) else other_of(other)
    forks = merge_preview(folder, copy).forks
    choices = {fork.cell: (choose(fork) if choose else fork.heads[0].id) for fork in forks}
    return merge_copy(folder, copy, choices, let_in)


def say(folder, unit, item, value, **more):
    with Record.open(folder) as record:
        return record.answer(unit, item, value, sitting=record.sitting("lines"), **more)


def stands(folder):
    with Record.open(folder) as record:
        return {cell: answer.value for cell, answer in record.current().items()}


def test_what_was_said_in_either_is_in_both(two):
    first, other, role = two
    say(first, role, "hours", 5)
    say(other, role, "peers", 2)
    with Record.open(other) as record:
        new = record.add_unit("role", sitting=record.sitting("roles"))
        record.answer(new, "title", "Printer", sitting=record.sitting("roles"))
    before = archive_text(first / "record.sqlite3")
    assert len(merge_preview(first, other_of(other)).new) == 3
    assert archive_text(first / "record.sqlite3") == before, "looking changes nothing"
    merge(first, other)
    merge(other, first)
    assert stands(first) == stands(other)
    assert stands(first)[role, "hours"] == 5
    assert stands(first)[new.id, "title"] == "Printer"
    after = archive_text(first / "record.sqlite3")
    assert merge(first, other).empty
    assert archive_text(first / "record.sqlite3") == after, "twice changes nothing"
    assert [backup.why for backup in backups(first)].count("before-merge") == 1


@pytest.mark.parametrize("mine", [True, False])
def test_where_both_said_something_the_person_chooses_and_the_choice_is_a_new_answer(two, mine):
    first, other, role = two
    say(first, role, "pace", 5)
    say(other, role, "pace", 7)
    [fork] = merge_preview(first, other_of(other)).forks
    assert [(head.value, head.here) for head in fork.heads] == [(5, True), (7, False)]
    with pytest.raises(RecordError, match="pace was answered in both copies"):
        merge_copy(first, other_of(other), {}, let_in)
    assert stands(first)[role, "pace"] == 5
    merge(first, other, lambda fork: fork.heads[0 if mine else 1].id)
    assert stands(first)[role, "pace"] == (5 if mine else 7)
    told = {row["id"]: row for row in rows(first)}
    choice = [row for row in told.values() if row["item"] == "pace"][-1]
    assert {told[one]["value"] for one in choice["after"]} == {"5", "7"}
    assert not rows(first, "beside")
    assert not merge(other, first).forks, "the choice goes with it"
    assert stands(other)[role, "pace"] == (5 if mine else 7)
    assert merge(first, other).empty


def test_the_same_answer_in_both_asks_nobody_and_the_next_comes_after_both(two):
    first, other, role = two
    for folder in (first, other):
        say(folder, role, "hours", 4)
    assert not merge(first, other).forks
    assert len(rows(first, "beside")) == 1
    say(first, role, "hours", 5)
    assert len(rows(first)[-1]["after"]) == 2
    assert not rows(first, "beside")


@pytest.mark.parametrize("how", ["cell", "item", "unit"])
def test_what_one_has_forgotten_comes_back_from_none_and_goes_from_the_other_with_its_backups(two, how):
    first, other, role = two
    forget = {
        "cell": lambda: forget_cell(other, role, "summary"),
        "item": lambda: forget_item(other, "summary"),
        "unit": lambda: forget_unit(other, role),
    }[how]
    forget()
    say(first, role, "peers", 2)
    merge(other, first)
    assert SECRET not in str(stands(other))
    assert len(merge_preview(first, other_of(other)).erased) >= 1
    merge(first, other)
    held = [path.name for path in first.rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes()]
    assert held == []
    assert stands(first) == stands(other)
    assert merge(first, other).empty
    assert merge(other, first).empty


def test_a_choice_is_asked_again_where_something_was_said_since_the_look(two):
    first, other, role = two
    copy = other_of(other)
    say(other, role, "pace", 7)
    copy = other_of(other)
    say(first, role, "pace", 4)
    with pytest.raises(RecordError, match="Look at what it brings again"):
        merge_copy(first, copy, {}, let_in)


def test_a_copy_of_another_record_and_one_that_is_damaged_are_refused(two, tmp_path):
    first, other, _ = two
    with Record.open(tmp_path / "else") as record:
        record.answer(record.person, "pace", 1, sitting=record.sitting("lines"))
    before = archive_text(first / "record.sqlite3")
    with pytest.raises(RecordError, match="the two have nothing in common"):
        merge(first, tmp_path / "else")
    with Record.open(other) as record:
        export_archive(record, tmp_path / "whole.json")
    told = json.loads((tmp_path / "whole.json").read_bytes())
    told["answers"][2]["value"] = 6
    (tmp_path / "changed.json").write_text(json.dumps(told))
    with pytest.raises(RecordError, match="says different things in the two copies"):
        merge(first, read_copy(tmp_path / "changed.json"))
    assert archive_text(first / "record.sqlite3") == before


def test_notes_come_in_and_stay_apart(two):
    first, other, role = two
    with Record.open(other) as record:
        sitting = record.sitting("notes")
        note = record.add_unit(NOTE, parent=role, sitting=sitting)
        record.answer(note, "note", "lights up at the archive", sitting=sitting)
    before = stands(first)
    merge(first, other)
    assert stands(first) == before
    with Record.open(first) as record:
        assert record.current(units=(note,))[note.id, "note"].value == "lights up at the archive"
    assert {row["origin"] for row in rows(first) if row["unit"] == note.id} != {rows(first)[0]["origin"]}


@settings(max_examples=int(os.environ.get("GOOD_ON_PAPER_MERGES", "80")) // 20, deadline=None)
@given(steps, st.lists(st.tuples(steps, st.none() | erasures, steps), min_size=2, max_size=3))
@example([], [([], None, [("answer", True, "a", 1)]), ([], ("unit",), [])])  # about a job erased elsewhere
@example([], [([], None, [("answer", True, "a", n)]) for n in (1, 2)] + [([], ("unit",), [])])
def test_any_order_leaves_the_same_answers_and_the_same_questions(begun, ways):
    with tempfile.TemporaryDirectory() as place:
        first = Path(place) / "first"
        with Record.open(first) as record:
            record.add_unit("role", sitting=record.sitting("roles"))
        tell(first, begun)
        told = []
        for number, (before, erasure, after) in enumerate(ways):
            folder = copied(first, Path(place) / str(number))
            tell(folder, before)
            if erasure is not None:
                erase(folder, erasure)
            tell(folder, after)
            told.append(folder)
        made = []
        for number, order in enumerate((told, told[::-1])):
            folder = copied(order[0], Path(place) / f"merged {number}")
            asked, chosen = [], set()
            for one in order[1:]:
                asked += [fork.cell for fork in merge(folder, one).forks]
                chosen |= {row["id"] for row in rows(folder) if _given_in(folder, row) == "merge"}
            again = [merge(folder, one).empty for one in order[1:]]
            assert all(again)
            copy = read(folder)
            # a choice is a row of its own in each order; the next copy may have erased what it was about
            kept = {known: row for known, row in copy.rows.items() if known not in chosen}
            made.append((kept, copy.forgotten - chosen))
            assert len(asked) >= len(chosen) >= 0
        assert made[0] == made[1]


def _given_in(folder, row):
    return {each["id"]: each["name"] for each in rows(folder, "sitting")}[row["sitting"]]


def test_whoever_looks_at_a_merge_lets_others_save(two, monkeypatch):
    first, other, role = two
    say(other, role, "hours", 2)
    copy = other_of(other)
    merge(first, copy)
    monkeypatch.setattr(connection, "PATIENCE", 0.5)
    seen = []
    with Record.open(first) as open_elsewhere:

        def saved_meanwhile(read):
            def reading(sql):
                before = read(sql)
                seen.append(open_elsewhere.answer(role, "pace", 5, sitting=open_elsewhere.sitting("lines")))
                assert read(sql) == before, "it is looked at as of one moment"
                return before

            return reading

        monkeypatch.setattr(merging, "tables_in", saved_meanwhile(merging.tables_in))
        monkeypatch.setattr(merge_back, "_there", saved_meanwhile(merge_back._there))  # noqa: SLF001
        assert merge_preview(first, copy).empty
        assert merge_back.last_merge(first) is not None
        assert len(seen) == 2
        assert open_elsewhere.history(role, "pace")[-2:] == seen
