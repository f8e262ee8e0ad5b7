from __future__ import annotations

import uuid

import pytest

from good_on_paper.record import UNIT_KINDS, RecordError


def test_units_stand_in_order_of_creation_until_the_person_orders_them(record):
    sitting = record.sitting("roles")
    first, second, third = (record.add_unit("role", sitting=sitting) for _ in range(3))
    assert [unit.id for unit in record.units("role")] == [first.id, second.id, third.id]
    record.answer(third, "order", (first.order + second.order) / 2, sitting=sitting)
    assert [unit.id for unit in record.units("role")] == [first.id, third.id, second.id]


def test_a_removed_unit_keeps_its_answers_and_comes_back_by_undo(record):
    sitting = record.sitting("roles")
    role = record.add_unit("role", sitting=sitting)
    record.answer(role, "title", "Editor", sitting=sitting)
    record.remove_unit(role, sitting=sitting)
    assert record.units("role") == []
    assert record.history(role, "title")[-1].value == "Editor"
    record.undo(sitting)
    assert record.units("role") == [role]


def test_episodes_lie_in_their_role(record):
    sitting = record.sitting("roles")
    one, two = (record.add_unit("role", sitting=sitting) for _ in range(2))
    episode = record.add_unit("episode", parent=one, sitting=sitting)
    assert record.units("episode", parent=one) == [episode]
    assert record.units("episode", parent=two) == []
    assert episode.parent == one.id


def test_a_unit_sent_twice_is_added_once(record):
    sitting = record.sitting("roles")
    name = uuid.uuid4()
    once = record.add_unit("role", unit=name.hex, sitting=sitting)
    assert record.add_unit("role", unit=str(name), sitting=sitting) == once
    assert record.units() == [once]
    assert len(record.answers()) == 1


def test_there_is_one_person_and_it_is_no_item_of_a_list(record):
    assert record.person == record.person
    assert record.person.kind == "person"
    assert record.units() == []


def test_what_is_no_unit_is_refused(record):
    sitting = record.sitting("roles")
    role = record.add_unit("role", sitting=sitting)
    for act, said in [
        (lambda: record.add_unit("boss", sitting=sitting), "kind 'boss' cannot be added"),
        (lambda: record.add_unit("person", sitting=sitting), "kind 'person' cannot be added"),
        (lambda: record.add_unit("role", unit="x", sitting=sitting), "Expected 32 hexadecimal digits"),
        (lambda: record.add_unit("episode", unit=role.id, sitting=sitting), "is a role already"),
        (lambda: record.add_unit("episode", parent="f" * 32, sitting=sitting), "is not in"),
    ]:
        with pytest.raises(RecordError, match=said):
            act()
    assert record.units() == [role]


def test_every_kind_but_the_person_can_be_added(record):
    sitting = record.sitting("roles")
    made = [record.add_unit(kind, sitting=sitting) for kind in UNIT_KINDS[1:]]
    assert [unit.kind for unit in record.units()] == [unit.kind for unit in made] == list(UNIT_KINDS[1:])
