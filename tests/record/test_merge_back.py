"""One merge is taken back: what it brought goes, what was said here since stays, and it can come again."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from good_on_paper.record import NOTE, Record, RecordError
from good_on_paper.record.archive import archive_text
from good_on_paper.record.backup import backups
from good_on_paper.record.forget import forget_unit
from good_on_paper.record.inventory import strangers
from good_on_paper.record.merge_back import last_merge, take_merge_back
from good_on_paper.record.unarchive import restore_archive
from good_on_paper.record.wipe import wipe
from tests.record.copies import copied
from tests.record.test_merge import merge, other_of, say, stands
from tests.record.test_union import answers, steps, tell

SECRET = "Zyxwvut-Quandary"


@pytest.fixture
def two(tmp_path):
    """A record, and a copy of it that went another way: a job, a note, and another answer are in it."""
    first = tmp_path / "first"
    with Record.open(first) as record:
        sitting = record.sitting("roles")
        role = record.add_unit("role", sitting=sitting)
        record.answer(role, "title", "Editor", sitting=sitting)
        record.answer(role, "pace", 3, sitting=sitting)
    other = copied(first, tmp_path / "other")
    with Record.open(other) as record:
        sitting = record.sitting("roles")
        new = record.add_unit("role", sitting=sitting)
        record.answer(new, "title", "Printer", sitting=sitting)
        note = record.add_unit(NOTE, parent=new, sitting=sitting)
        record.answer(note, "note_text", SECRET, sitting=sitting)
        record.answer(role, "pace", 7, sitting=sitting)
        record.answer(role, "hours", 2, sitting=sitting)
    return first, other, role.id, new.id


def text(folder):
    return archive_text(folder / "record.sqlite3")


@pytest.mark.parametrize("mine", [True, False])
def test_what_it_brought_and_what_was_chosen_goes(two, mine):
    first, other, role, _ = two
    say(first, role, "pace", 5)
    before = stands(first)
    merge(first, other, lambda fork: fork.heads[0 if mine else 1].id)
    assert stands(first) != before
    assert take_merge_back(first) > 0
    assert stands(first) == before
    with Record.open(first) as record:
        assert not record.warnings
        assert len(record.units("role")) == 1
    assert SECRET not in text(first)
    assert [backup.why for backup in backups(first)].count("after-merge") == 1
    assert all(backup.sound for backup in backups(first))
    assert last_merge(first) is None
    with pytest.raises(RecordError, match="No merge is left"):
        take_merge_back(first)


def test_what_was_said_here_since_stays_and_the_merge_can_come_again(two):
    first, other, role, new = two
    merge(first, other)
    merged = stands(first)
    say(first, role, "pace", 6)
    say(first, role, "peers", 4)
    take_merge_back(first)
    assert stands(first) == {
        cell: value for cell, value in merged.items() if cell[0] == role and cell[1] != "hours"
    } | {(role, "pace"): 6, (role, "peers"): 4}
    assert not any(unit == new for unit, _ in stands(first))
    merge(first, other)
    assert stands(first) == merged | {(role, "pace"): 6, (role, "peers"): 4}
    assert merge(first, other).empty
    merge(other, first)
    assert stands(other) == stands(first)


def test_a_job_that_came_and_was_rated_here_since_stays_whole(two):
    first, other, role, new = two
    merge(first, other)
    say(first, new, "pace", 1)
    take_merge_back(first)
    assert stands(first)[new, "title"] == "Printer"
    assert stands(first)[new, "pace"] == 1
    assert (role, "hours") not in stands(first)


def test_only_the_newest_goes_then_the_one_before_it(two, tmp_path):
    first, other, role, _ = two
    before = stands(first)
    merge(first, other)
    between = stands(first)
    third = copied(first, tmp_path / "third")
    say(third, role, "noise", 1)
    merge(first, third)
    take_merge_back(first)
    assert stands(first) == between
    take_merge_back(first)
    assert stands(first) == before


def test_what_was_forgotten_with_it_stays_forgotten(two):
    first, other, role, _ = two
    say(first, role, "summary", SECRET)
    fresh = copied(first, other.with_name("fresh"))
    with Record.open(fresh) as record:
        late = record.add_unit("role", sitting=record.sitting("roles"))
        record.answer(late, "title", "Late", sitting=record.sitting("roles"))
    forget_unit(fresh, role)
    merge(first, fresh)
    take_merge_back(first)
    assert stands(first) == {}
    assert SECRET not in text(first)


def test_what_it_keeps_beside_the_backup_is_ids_and_goes_with_it(two):
    first, other, *_ = two
    merge(first, other)
    [kept] = first.rglob("record.merged")
    assert SECRET not in kept.read_text()
    assert "Printer" not in kept.read_text()
    assert (kept.stat().st_mode & 0o777) == 0o600
    assert strangers(first, "backups") == []
    wipe(first)
    assert not first.exists() or not list(first.rglob("*"))


def test_a_stand_in_that_was_filled_is_held_back_again(two, tmp_path):
    first, _, role, _ = two
    archive = tmp_path / "copy.json"
    [row] = [row for row in other_of(first).tables["answer"] if row["item"] == "title"]
    held = (
        text(first)
        .replace('"Editor"', '"Job"')
        .replace('"withheld":[', f'"withheld":[{{"id":"{row["id"]}","after":[]}}')
    )
    archive.write_text(held, encoding="utf-8")
    copy = tmp_path / "copy"
    restore_archive(archive, copy)
    merge(copy, first)
    assert stands(copy)[role, "title"] == "Editor"
    take_merge_back(copy)
    assert stands(copy)[role, "title"] == "Job"
    merge(copy, first)
    assert stands(copy)[role, "title"] == "Editor"


@settings(max_examples=15, deadline=None)
@given(steps, steps, steps, st.lists(answers, max_size=3))
@example([], [], [("answer", False, "a", 1)], [("answer", False, "a", 1)] * 2)  # two come after what went
@example([], [], [("name", ["a", "b"])], [("answer", False, "a", 1)])  # the first said of the person
def test_it_is_as_if_it_had_never_come_and_comes_again(begun, mine, theirs, since):
    with tempfile.TemporaryDirectory() as place:
        first = Path(place) / "first"
        with Record.open(first) as record:
            record.add_unit("role", sitting=record.sitting("roles"))
        tell(first, begun)
        other = copied(first, Path(place) / "other")
        tell(first, mine)
        tell(other, theirs)
        never = copied(first, Path(place) / "never")
        tell(never, since)
        if merge(first, other).empty:
            return
        tell(first, since)
        take_merge_back(first)
        assert stands(first) == stands(never)
        merge(first, other)
        assert merge(first, other).empty
        assert merge(other, first, lambda fork: fork.heads[-1].id) is not None
        assert stands(other) == stands(first)
