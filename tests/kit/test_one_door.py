"""Whichever way a declaration goes into the record: after the first look it is refused, or does not count."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ipywidgets.widgets import widget

from good_on_paper import kit
from good_on_paper.catalogue import keys
from good_on_paper.forms import Form, Needs, WantedLevels
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.intake import bring_in, read
from good_on_paper.kit.me import Me
from good_on_paper.pages import before_a_look, session
from good_on_paper.patterns import look_budget
from good_on_paper.record import Record, RecordError
from good_on_paper.record.archive import archive_text
from good_on_paper.record.backup import take
from good_on_paper.record.folder import LOOKED_FILE
from good_on_paper.record.forget import forget_item
from good_on_paper.record.merging import merge_preview, read_copy
from good_on_paper.record.restore import restore
from good_on_paper.record.scratch import Scratch
from good_on_paper.record.unarchive import restore_archive
from good_on_paper.record.wipe import wipe
from good_on_paper.study import contrast
from good_on_paper.study.boredom import DULL
from good_on_paper.study.declare import declare
from good_on_paper.study.declare_about import declare_about, take_back_about
from good_on_paper.study.declared import DULL_LOOK, GUESSES, LOOK, SECOND, guesses
from good_on_paper.study.from_copy import bring_copy, to_choose
from good_on_paper.study.looks import WENT, looks
from good_on_paper.study.looks import take as take_look

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from good_on_paper.study.looks import Page

PACE, HOURS = "pace", "hours"
TOO_LATE = {GUESSES: [HOURS], SECOND: "cost", f"wanted:{PACE}": 2, f"wanted:{HOURS}": 2}
"""What is tried once a look was taken."""


@pytest.fixture
def me(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Me]:
    """Somebody who guessed and wanted, looked, and now knows how it went."""
    monkeypatch.setenv("GOOD_ON_PAPER_HOME", str(tmp_path / "person"))
    session.me.cache_clear()
    made = Me(session.me().record)
    sitting = made.record.sitting("lines")
    with made.record.batch():
        for went in range(1, 9):
            role = made.record.add_unit("role", sitting=sitting)
            for line in (PACE, HOURS, "overall", "cost"):
                revision = made.catalogue.item(line).revision
                made.record.answer(role, line, min(went, 7), sitting=sitting, revision=revision)
    made.guess([PACE])
    made.want(PACE, 4)
    yield made
    made.record.close()
    session.me.cache_clear()


def said(me: Me) -> tuple[object, ...]:
    return me.guesses, me.wanted, me.outcomes


BEFORE = ([PACE], {PACE: 4.0}, ("overall",))


def message(key: str, value: object, state: str = "value") -> dict[str, Any]:
    sent = {"type": "answer", "n": 1, "token": f"{key} {state}", "unit": "0" * 32, "item": key}
    return sent | {"state": state, "value": value}


def too_late(record: Record) -> None:
    """Write it past the door, as a file from elsewhere may hold it."""
    sitting = record.sitting("elsewhere")
    for item, value in TOO_LATE.items():
        record.answer(record.person, item, value, sitting=sitting)


def test_no_form_takes_a_declaration_after_the_first_look(me: Me) -> None:
    there = set(widget._instances)  # noqa: SLF001 - what a page has made is found nowhere else
    for page in kit.__all__:
        getattr(kit, page)()
    forms = [
        one
        for key, one in widget._instances.items()  # noqa: SLF001
        if key not in there and isinstance(one, Form)
    ]
    assert all(any(isinstance(form, kind) for form in forms) for kind in (Needs, WantedLevels))
    me.take_a_look()
    before = me.record.answers()
    looks = {LOOK: {"seq": 1, "lines": [], "roles": [], "outcomes": ["cost"]}}
    for form in forms:
        form.handle({"type": "ready"})
        for key, value in (TOO_LATE | looks | {DULL_LOOK: looks[LOOK]}).items():
            for sent in (message(key, value), message(key, None, "cleared")):
                told = form.handle(sent)
                assert [one["type"] for one in told] == ["refused"], (type(form), key)
    assert me.record.answers() == before


def test_what_was_said_before_a_look_cannot_be_taken_back_after_it(me: Me) -> None:
    needs, levels = Needs(me.record, me.catalogue, me.overlay), WantedLevels(me.record, me.catalogue)
    assert needs.handle(message(GUESSES, [PACE, HOURS]))[0]["type"] == "ack"
    assert levels.handle(message(f"wanted:{PACE}", 5))[0]["type"] == "ack"
    me.take_a_look()
    before = me.record.answers()
    for form in (needs, levels):
        for step, why in (("undo", "fixed at your first look"), ("redo", "nothing to redo")):
            (told,) = form.handle({"type": step, "n": 2, "token": f"{step} {form.name}"})
            assert why in told.get("message", told.get("said"))
    assert me.record.answers() == before
    assert said(me) == ([PACE, HOURS], {PACE: 5.0}, ("overall",))


def test_me_takes_no_declaration_after_the_first_look_at_whatever_moment(me: Me) -> None:
    then = me.record.newest
    me.take_a_look()
    before = me.record.answers(), me.record.sittings()
    for one in (me, me.as_of(then), me.as_of(1)):
        with pytest.raises(RecordError, match="fixed at your first look"):
            one.guess([HOURS])
        with pytest.raises(RecordError, match="fixed at your first look"):
            one.want(HOURS, 2)
        with pytest.raises(RecordError, match="fixed at your first look"):
            one.declare_second("cost")
        with pytest.raises(RecordError, match="fixed at your first look"):
            one.declare_second(None)
    assert (me.record.answers(), me.record.sittings()) == before


def test_the_door_takes_nothing_else_and_no_look_at_the_past(me: Me) -> None:
    sitting = me.record.sitting("x")
    for item in ("overall", "listed", "wanted", "looks"):
        with pytest.raises(RecordError, match="no declaration"):
            declare(me, item, 3, sitting=sitting)
    with pytest.raises(RecordError, match="A look is taken at what stands now"):
        declare(me.as_of(1), LOOK, {"seq": 1, "lines": [], "roles": [], "outcomes": []}, sitting=sitting)
    with pytest.raises(RecordError, match="no list of lines"):
        declare(me, GUESSES, PACE, sitting=sitting)


@pytest.mark.parametrize("name", ["jobs.csv", "resume.json"])
def test_an_import_carries_no_declaration(me: Me, name: str) -> None:
    values = TOO_LATE | {"primary_outcome": "cost", LOOK: 1}
    if name.endswith("csv"):
        heads = ["Title", "Start", *values]
        cells = ["Baker", "2011", "hours", "cost", "2", "2", "cost", "1"]
        data = "\n".join([",".join(heads), ",".join(cells)])
    else:
        job = {"position": "Baker", "startDate": "2011", **values}
        data = json.dumps({"work": [job], **values, "basics": values})
    before = {key for _, key in me.record.current(units=(me.unit,))}
    receipt = bring_in(read(data.encode(), name, me.catalogue), me.record, me.overlay)
    assert len(receipt.added) == 1
    brought = {key for _, key in me.record.current()}
    assert not brought & (TOO_LATE.keys() | {LOOK, "primary_outcome"}) - before
    assert said(me) == BEFORE


def test_a_main_outcome_that_comes_after_the_first_look_tells_nothing(me: Me) -> None:
    me.take_a_look()
    me.record.answer(me.unit, "primary_outcome", "cost", sitting=me.record.sitting("import"))
    assert me.outcomes == ("overall",)


def test_an_archive_that_declares_after_the_look_comes_in_whole_and_does_not_count(
    me: Me, tmp_path: Path
) -> None:
    me.take_a_look()
    found, folder = me.take_a_look().frame, me.record.folder
    with Scratch() as scratch, Record.open(scratch.path / "elsewhere") as other:
        file = tmp_path / "whole.json"
        file.write_text(archive_text(me.record.path), encoding="ascii")
        restore_archive(file, other.folder)
        too_late(other)
        later = tmp_path / "later.json"
        later.write_text(archive_text(other.path), encoding="ascii")
    for home in (tmp_path / "new", folder):  # as a new record, and grown to from an earlier state
        assert restore_archive(later, home).answers
        with Record.open(home) as record:
            assert record.current(items=(SECOND,))
            assert said(Me(record)) == BEFORE
            assert Me(record).take_a_look().frame.equals(found)


def test_a_restored_file_that_declares_after_the_look_does_not_count(me: Me) -> None:
    me.take_a_look()
    too_late(me.record)
    taken = me.record.back_up()
    folder = me.record.folder
    me.record.close()
    restore(folder, taken.folder.name)
    with Record.open(folder) as record:
        assert record.current(items=(SECOND,))
        assert said(Me(record)) == BEFORE


@settings(max_examples=25)
@given(steps=st.lists(st.sampled_from([LOOK, DULL_LOOK, "", PACE, HOURS]), max_size=8))
def test_the_last_guess_before_the_first_look_is_the_guess(steps: list[str]) -> None:
    with Scratch() as scratch, Record.open(scratch.path / "person") as record:
        sitting, want, looked = record.sitting("x"), [], False
        for step in steps:
            look = step in (LOOK, DULL_LOOK)
            value = (
                {"seq": 0, "lines": [], "roles": [], "outcomes": ["overall"]} if look else [step] * bool(step)
            )
            record.answer(record.person, step if look else GUESSES, value, sitting=sitting)
            looked = looked or look
            want = want if looked else value
        assert guesses(Snapshot(record)) == want


# --- another copy of the record


def other_copy(me: Me, place: Path) -> Me:
    """Return a copy of the record, to go another way."""
    file = place / "split.json"
    file.write_text(archive_text(me.record.path), encoding="ascii")
    restore_archive(file, place / "elsewhere")
    return Me(Record.open(place / "elsewhere"))


def merged(into: Me, other: Me, place: Path) -> None:
    file = place / f"{len(list(place.iterdir()))}.json"
    file.write_text(archive_text(other.record.path), encoding="ascii")
    copy = read_copy(file)
    found = merge_preview(into.record.folder, copy)
    mine = {fork.cell: fork.heads[0].id for fork in to_choose(found)}
    bring_copy(into.record.folder, copy, mine)


def test_a_copy_that_looked_does_not_come_in_behind_what_was_declared_here_since(
    me: Me, tmp_path: Path
) -> None:
    other = other_copy(me, tmp_path)
    with other.record:
        other.take_a_look()
        me.guess([HOURS])
        me.want(HOURS, 2)
        before = me.record.answers()
        with pytest.raises(RecordError, match="The other way round it works"):
            merged(me, other, tmp_path)
        assert me.record.answers() == before
        merged(other, me, tmp_path)
        assert said(other) == BEFORE
        assert len(looks(other)) == 1
        with pytest.raises(RecordError, match="holds all of this one: go on in it"):
            merged(me, other, tmp_path)


def test_two_looks_taken_in_two_copies_are_both_paid_for(me: Me, tmp_path: Path) -> None:
    other = other_copy(me, tmp_path)
    with other.record:
        me.take_a_look()
        role = other.record.add_unit("role", sitting=other.record.sitting("lines"))
        for line in (PACE, HOURS, "overall"):
            revision = other.catalogue.item(line).revision
            sitting = other.record.sitting("lines")
            other.record.answer(role, line, 2, sitting=sitting, revision=revision)
        other.take_a_look()
        merged(me, other, tmp_path)
        first, second = looks(me)
        assert role.id in second.roles
        assert me.as_of(second.seq).record is me.record
        assert second.seq < second.taken
        assert role.id in {unit.id for unit in me.as_of(second.seq).units("role")}
        assert said(me) == BEFORE
        assert [look.budget for look in contrast.each_look(me, "overall") if look][-1] <= look_budget(2)
        assert first.taken < second.seq


def test_a_guess_about_an_interview_is_not_changed_behind_its_lock_in_another_copy(
    me: Me, tmp_path: Path
) -> None:
    sitting = me.record.sitting("after")
    job = me.record.add_unit("target", sitting=sitting)
    unit = me.record.add_unit("interview", parent=job, sitting=sitting).id
    me.record.answer(unit, keys.TALK_ON, f"{me.today}", sitting=sitting)
    other = other_copy(me, tmp_path)
    with other.record:
        there = other.record.sitting("after")
        for item, value in {keys.YES_CHANCE: GUESS, keys.TAKE_IT: "yes", keys.GUESS_LOCKED: True}.items():
            declare_about(other, unit, item, value, sitting=there)
        declare_about(me, unit, keys.YES_CHANCE, LATER, sitting=sitting)
        with pytest.raises(RecordError, match="You locked a guess"):
            merged(me, other, tmp_path)
        merged(other, me, tmp_path)
        assert guess_of(other, unit) == LOCKED


# --- a guess about an interview


GUESS, LATER = {"of": 70, "within": 30}, {"of": 5, "within": 30}
GUESSED_LATER = {keys.YES_CHANCE: LATER, keys.TAKE_IT: "no", keys.GUESS_LOCKED: False}


@pytest.fixture
def locked(me: Me) -> str:
    """An interview with a guess that was locked, and its id."""
    sitting = me.record.sitting("after")
    job = me.record.add_unit("target", sitting=sitting)
    unit = me.record.add_unit("interview", parent=job, sitting=sitting).id
    me.record.answer(unit, keys.TALK_ON, f"{me.today}", sitting=sitting)
    for item, value in {keys.YES_CHANCE: GUESS, keys.TAKE_IT: "yes", keys.GUESS_LOCKED: True}.items():
        declare_about(me, unit, item, value, sitting=sitting)
    return unit


def guess_of(me: Me, unit: str) -> tuple[object, ...]:
    frame = me.interviews().set_index("unit")
    return frame.loc[unit, "chance"], frame.loc[unit, "within"], frame.loc[unit, "take_it"]


LOCKED = (70, 30, "yes")


def guess_too_late(record: Record, unit: str) -> None:
    """Write it past the door, as a file from elsewhere may hold it."""
    sitting = record.sitting("elsewhere")
    for item, value in GUESSED_LATER.items():
        record.answer(unit, item, value, sitting=sitting)
    record.answer(unit, keys.YES_CHANCE, sitting=sitting, state="cleared")


def test_the_door_changes_no_guess_that_is_locked(me: Me, locked: str) -> None:
    sitting, before = me.record.sitting("after"), me.record.answers()
    for one in (me, me.as_of(me.record.newest - 1)):
        for item, value in ((keys.TAKE_IT, "no"), (keys.GUESS_LOCKED, False)):
            with pytest.raises(RecordError, match="Your guess was locked on"):
                declare_about(one, locked, item, value, sitting=sitting)
        for item in GUESSED_LATER:
            with pytest.raises(RecordError, match="Your guess was locked on"):
                declare_about(one, locked, item, None, sitting=sitting, state="cleared")
    with pytest.raises(RecordError, match="no guess about an interview"):
        declare_about(me, locked, keys.CAME_YES, "2026-03-02", sitting=sitting)
    assert me.record.answers() == before
    declare_about(me, locked, keys.YES_CHANCE, LATER, sitting=sitting)
    assert guess_of(me, locked) == LOCKED


def test_a_locked_guess_cannot_be_taken_back(me: Me, locked: str) -> None:
    sitting = me.record.sittings("after")[-1]
    before = me.record.answers()
    with pytest.raises(RecordError, match="Your guess was locked on"):
        take_back_about(me, sitting)
    assert me.record.answers() == before
    assert guess_of(me, locked) == LOCKED


def test_no_form_changes_a_guess_that_is_locked(me: Me, locked: str) -> None:
    there = set(widget._instances)  # noqa: SLF001 - what a page has made is found nowhere else
    for page in kit.__all__:
        getattr(kit, page)()
    forms = [
        one
        for key, one in widget._instances.items()  # noqa: SLF001
        if key not in there and isinstance(one, Form)
    ]
    for form in forms:
        form.handle({"type": "ready"})
        for key, value in GUESSED_LATER.items():
            for state, said in (("value", value), ("cleared", None)):
                form.handle(message(key, said, state) | {"unit": locked})
        for step in ("undo", "redo"):
            form.handle({"type": step, "n": 2, "token": f"{step} {form.name}"})
    assert guess_of(me, locked) == LOCKED


def test_me_changes_no_guess_that_is_locked(me: Me, locked: str) -> None:
    (name,) = me.interviews().index
    me.guess_yes(name, 5)
    assert guess_of(me, locked) == LOCKED
    with pytest.raises(RecordError, match="no interview is called"):
        me.guess_yes("elsewhere", 5)
    with pytest.raises(RecordError, match="0 to 100"):
        me.guess_yes(name, 101)


@pytest.mark.parametrize("name", ["jobs.csv", "resume.json"])
def test_an_import_carries_no_guess_about_an_interview(me: Me, locked: str, name: str) -> None:
    if name.endswith("csv"):
        data = "\n".join([",".join(["Title", "Start", *GUESSED_LATER]), "Baker,2011,5,no,false"])
    else:
        data = json.dumps({"work": [{"position": "Baker", "startDate": "2011", **GUESSED_LATER}]})
    bring_in(read(data.encode(), name, me.catalogue), me.record, me.overlay)
    asked = me.record.current(items=tuple(GUESSED_LATER))
    assert {unit for unit, _ in asked} == {locked}
    assert guess_of(me, locked) == LOCKED


def test_an_archive_that_guesses_after_the_lock_comes_in_whole_and_does_not_count(
    me: Me, locked: str, tmp_path: Path
) -> None:
    folder = me.record.folder
    with Scratch() as scratch, Record.open(scratch.path / "elsewhere") as other:
        file = tmp_path / "whole.json"
        file.write_text(archive_text(me.record.path), encoding="ascii")
        restore_archive(file, other.folder)
        guess_too_late(other, locked)
        later = tmp_path / "later.json"
        later.write_text(archive_text(other.path), encoding="ascii")
    for home in (tmp_path / "new", folder):  # as a new record, and merged into what is there
        assert restore_archive(later, home).answers
        with Record.open(home) as record:
            assert guess_of(Me(record), locked) == LOCKED


def test_a_restored_file_that_guesses_after_the_lock_does_not_count(me: Me, locked: str) -> None:
    guess_too_late(me.record, locked)
    taken = me.record.back_up()
    folder = me.record.folder
    me.record.close()
    restore(folder, taken.folder.name)
    with Record.open(folder) as record:
        assert guess_of(Me(record), locked) == LOCKED


def brought_back(me: Me, look: Callable[[Me], object]) -> Me:
    """Return the record as it stood before a look, brought back from its backup after the look."""
    me.record.wait_for_backup()
    older = take(me.record.path).folder.name
    look(me)
    me.record.close()
    restore(me.record.folder, older)
    return Me(Record.open(me.record.folder))


@pytest.mark.parametrize("page", [WENT, DULL])
def test_what_was_seen_stays_seen_where_an_older_backup_is_brought_back(me: Me, page: Page) -> None:
    role = me.record.units("role")[0]
    me.record.answer(role, "set_in_after", "first_day", sitting=me.record.sitting("boredom"), revision=1)
    again = brought_back(me, lambda one: take_look(one, page))
    try:
        assert looks(again, page.item) == []
        assert said(again) == BEFORE
        for guess in (lambda: again.guess([HOURS]), lambda: again.want(HOURS, 2)):
            with pytest.raises(RecordError, match="fixed at your first look"):
                guess()
        too_late(again.record)  # from a file, past the door
        assert said(again)[:2] == BEFORE[:2]
        if page is WENT:
            with pytest.raises(RecordError, match="fixed at your first look"):
                again.declare_second("cost")
            assert again.outcomes == ("overall",)
            again.take_a_look()
            (told,) = contrast.each_look(again, "overall")
            assert told is not None
            assert told.budget <= look_budget(2)  # the first is paid for
    finally:
        again.record.close()


def test_the_page_says_that_one_looked_already(me: Me) -> None:
    again = brought_back(me, lambda one: one.take_a_look())
    asked = before_a_look.asked(again)
    assert asked is not None
    assert any("older answers you brought back" in text for text in asked.said)
    assert asked.tick is None
    again.record.close()


def test_what_is_noted_of_a_look_is_of_that_record_alone_and_goes_with_it(me: Me, tmp_path: Path) -> None:
    me.take_a_look()
    folder = me.record.folder
    note = folder / LOOKED_FILE
    assert (note.stat().st_mode & 0o777) == 0o600
    assert PACE not in note.read_text()
    me.record.close()
    with Record.open(tmp_path / "other") as other:
        other.answer(other.person, GUESSES, [PACE], sitting=other.sitting("guesses"))
        note_of_another = other.folder / LOOKED_FILE
        note_of_another.write_bytes(note.read_bytes())
        assert Me(other).guess([HOURS]) == [HOURS]
    again = Me(Record.open(folder))
    again.record.close()
    forget_item(folder, LOOK)
    assert not note.exists()
    reopened = Me(Record.open(folder))
    assert reopened.guess([HOURS]) == [HOURS]  # who erases the look is as they were before it
    reopened.take_a_look()
    reopened.record.close()
    wipe(folder)
    assert not note.exists()


def test_a_note_of_a_look_that_is_lost_can_be_erased_too(me: Me) -> None:
    again = brought_back(me, lambda one: one.take_a_look())
    again.record.close()
    forget_item(again.record.folder, LOOK)
    reopened = Me(Record.open(again.record.folder))
    assert reopened.guess([HOURS]) == [HOURS]
    reopened.record.close()
