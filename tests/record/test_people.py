"""The people on this computer: found by name, never begun by a slip of the finger."""

from __future__ import annotations

import datetime as dt

import pytest

from good_on_paper.record import Record, RecordError, person_folder
from good_on_paper.record.people import agree, archive, find, kept, named, names_of, new, people, rename
from good_on_paper.record.wipe import wipe


@pytest.fixture(autouse=True)
def home(monkeypatch, tmp_path):
    monkeypatch.setattr("good_on_paper.record.people.people_folder", lambda: tmp_path)
    monkeypatch.setattr("good_on_paper.record.folder.people_folder", lambda: tmp_path)
    monkeypatch.delenv("GOOD_ON_PAPER_HOME", raising=False)
    return tmp_path


def test_a_name_is_kept_as_it_is_written_and_found_in_any_case(home):
    made = [new(name) for name in ("Anna B.", "Søren", "Zoe\N{COMBINING DIAERESIS} Con")]
    assert [find(name).folder for name in ("anna b.", " SØREN ", "Zoë  con")] == [one.folder for one in made]
    assert [one.shown for one in people()] == ["Anna B.", "Søren", "Zoë Con"]
    assert all(one.folder.parent == home for one in made)
    assert kept(made[0].folder).name == "Anna B."


def test_a_name_that_is_not_here_names_the_nearest_and_makes_nothing(home):
    new("Anna Berg")
    new("Søren")
    before = sorted(home.rglob("*"))
    for slip, nearest in {"Ana Berg": "Anna Berg", "anna": "Anna Berg", "Soren": "Søren"}.items():
        with pytest.raises(RecordError, match=rf"nobody called '{slip}' here. Did you mean {nearest}\\?"):
            find(slip)
    with pytest.raises(RecordError, match=r"nobody called 'Wei' here. For a new .* people new \"Wei\""):
        find("Wei")
    assert sorted(home.rglob("*")) == before


def test_two_of_one_name_have_a_folder_each_and_are_told_apart_by_it():
    one, two = new("Anna B."), new("anna b.")
    assert one.folder != two.folder
    with pytest.raises(RecordError, match="2 people here go by") as told:
        find("Anna B.")
    assert str(one.folder) in str(told.value)
    assert str(two.folder) in str(told.value)
    assert find(str(two.folder)) == two
    rename(two, "Anna Berg")
    assert find("Anna B.") == one


def test_the_owner_of_the_computer_is_me_and_nobody_else_is(home):
    assert find("Me").folder == home / "me" == person_folder()
    assert new("Me").folder != home / "me"
    for act in (archive, lambda one: rename(one, "Ada")):
        with pytest.raises(RecordError, match="your own record"):
            act(find("me"))


def test_a_record_from_before_names_were_kept_is_found_and_gets_its_name(home):
    Record.open(home / "ada lovelace").close()
    [one] = people()
    assert one.shown == "ada lovelace"
    assert named(find("Ada Lovelace"), "Ada Lovelace").name == kept(one.folder).name == "Ada Lovelace"
    assert one.opened is not None


def test_what_was_agreed_is_due_on_its_day_and_goes_with_the_record():
    one = agree(new("Søren"), "Six sessions; then deleted", dt.date(2026, 12, 1))
    archive(one)
    one = find("Søren")
    assert (one.agreed, one.until) == ("Six sessions; then deleted", dt.date(2026, 12, 1))
    assert one.archived
    assert not archive(one, back=True).archived
    assert [one.due(dt.date(2026, 11, 30)), one.due(dt.date(2026, 12, 1))] == [False, True]
    assert "Søren" not in wipe(one.folder).replace(str(one.folder), "")
    assert not one.folder.exists()
    assert people() == []


def test_a_broken_note_of_the_name_loses_nobody():
    one = new("Wei")
    (one.folder / "record.person").write_text("{")
    assert [each.shown for each in people()] == ["wei"]
    assert find("wei").folder == one.folder


def test_the_name_of_one_that_is_the_folder_of_another_asks():
    one, two = new("anna b"), new("anna b")
    one = rename(one, "Berta")
    assert (find("Berta"), find("Anna B")) == (one, two)
    with pytest.raises(RecordError, match="2 people here go by 'anna b'"):
        find("anna b")
    assert names_of(one.folder) == ("Berta", "anna b")
    assert names_of(two.folder) == ("anna b",)
