"""One name a role, each only once."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper.frames import role_names
from good_on_paper.frames.names import name_units
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.record import Record, Sitting, Unit


def names(rec: Record, moment: int | None = None, **more: object) -> list[str]:
    return list(role_names(Snapshot(rec, moment), **more).values())


def test_title_and_employer_suffice_where_they_differ(rec: Record, add: Callable[..., Unit]) -> None:
    add(title="Editor", employer="Acme", started="2014")
    add(title="Freelance")
    add(employer="Beta")
    add()
    assert names(rec) == ["Editor, Acme", "Freelance", "Beta", "Unnamed job"]


def test_an_employer_that_the_title_ends_with_is_said_once(rec: Record, add: Callable[..., Unit]) -> None:
    told = (
        ("Night porter, Hotel Meridiana", "Hotel Meridiana", "Night porter, Hotel Meridiana"),
        ("Cook at the harbour", "The Harbour", "Cook at the harbour"),
        ("Acme", "ACME", "Acme"),
        ("Head of Macacme", "Acme", "Head of Macacme, Acme"),
        ("Acme liaison", "Acme", "Acme liaison, Acme"),
    )
    for title, employer, _ in told:
        add(title=title, employer=employer)
    assert list(role_names(Snapshot(rec)).values()) == [name for _, _, name in told]


def test_years_then_numbers_only_where_needed(rec: Record, add: Callable[..., Unit]) -> None:
    for dates in ({"started": "2010-03", "ended": "2012"}, {"started": "2015", "ended": "now"}, {}):
        add(title="Cook", employer="Inn", **dates)
    for _ in range(2):
        add(title="Nurse", started="2001", ended="2001-10")
    add(title="Tutor", started="1999")
    assert names(rec) == [
        "Cook, Inn (2010\N{EN DASH}2012)",
        "Cook, Inn (2015\N{EN DASH}now)",
        "Cook, Inn",
        "Nurse (2001) (1)",
        "Nurse (2001) (2)",
        "Tutor",
    ]


def test_a_number_never_takes_the_name_another_role_has(rec: Record, add: Callable[..., Unit]) -> None:
    for title in ("Cook", "Cook (1)", "Cook"):
        add(title=title)
    assert len(set(names(rec))) == 3
    assert "Cook (1)" in names(rec)


def test_what_no_file_can_hold_is_left_out(rec: Record, add: Callable[..., Unit]) -> None:
    add(title="  Lead\n\tof\x00 \ud83d things ", employer="編集 מערכת")
    assert names(rec) == ["Lead of things, 編集 מערכת"]
    names(rec)[0].encode()


def test_removed_roles_go_and_earlier_names_can_be_seen(
    rec: Record, add: Callable[..., Unit], sitting: Sitting
) -> None:
    unit = add(title="Cook")
    then = rec.newest
    rec.answer(unit, "title", "Chef", sitting=sitting)
    assert (names(rec), names(rec, then)) == (["Chef"], ["Cook"])
    rec.remove_unit(unit, sitting=sitting)
    assert (names(rec), names(rec, kind="episode")) == ([], [])


WORDS = st.sampled_from(["", "Cook", "Cook (1)", "Cook (1) (1)", "Cook (2010)", "Unnamed job"])


@given(st.lists(st.tuples(WORDS, st.sampled_from(["", "2010", "2010-02"])), max_size=7))
@settings(max_examples=80, deadline=None)
def test_names_are_never_shared(roles: list[tuple[str, str]]) -> None:
    class Said:  # an answer, as far as names ask
        def __init__(self, value: str) -> None:
            self.state, self.value = "value", value

    class Role:
        def __init__(self, number: int) -> None:
            self.id, self.kind = str(number), "role"

    units = [Role(i) for i in range(len(roles))]
    facts = {
        (str(i), item): Said(text)
        for i, role in enumerate(roles)
        for item, text in zip(("title", "started"), role, strict=True)
    }
    found = name_units(units, facts)
    assert list(found) == [unit.id for unit in units]
    assert len(set(found.values())) == len(roles)


@pytest.mark.parametrize(
    ("kind", "name"), [("interview", "Interview"), ("target", "Unnamed job to consider")]
)
def test_other_units_have_names_too(rec: Record, add: Callable[..., Unit], kind: str, name: str) -> None:
    add(kind=kind)
    assert names(rec, kind=kind) == [name]
