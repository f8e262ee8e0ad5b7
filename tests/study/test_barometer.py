"""Which interviews the barometer counts, in which order, and what was declared beforehand."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from good_on_paper.catalogue import keys
from good_on_paper.kit.me import Me
from good_on_paper.record import Record, RecordError
from good_on_paper.record.rows import told_at
from good_on_paper.study.barometer import reading
from good_on_paper.study.declare import declare
from good_on_paper.study.lean_declared import declared_lean
from good_on_paper.study.person import Person

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from good_on_paper.record import Unit
    from good_on_paper.study.barometer import Reading

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
WAIT = 30


@pytest.fixture
def rec(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "person") as record:
        yield record


def on(day: float) -> dt.datetime:
    return NOON + dt.timedelta(days=day)


def date(day: float) -> str:
    return on(day).date().isoformat()


def say(rec: Record, unit: Unit | str, item: str, value: Any, *, day: float, state: str = "value") -> None:
    with told_at(on(day)):
        rec.answer(unit, item, value, sitting=rec.sitting("x"), state=state)


def met(
    rec: Record, employer: str, day: float, chance: int | None = 80, *, job: Unit | None = None
) -> tuple[Unit, Unit]:
    """An interview on that day, with the number given on it."""
    with told_at(on(day)):
        job = job or rec.add_unit("target", sitting=rec.sitting("x"))
        unit = rec.add_unit("interview", parent=job, sitting=rec.sitting("x"))
    say(rec, job, "employer", employer, day=day)
    say(rec, unit, keys.TALK_ON, date(day), day=day)
    if chance is not None:
        say(rec, unit, keys.YES_CHANCE, {"of": chance, "within": WAIT}, day=day)
    return unit, job


def ended(rec: Record, unit: Unit, item: str, day: float, *, noted: float | None = None) -> None:
    say(rec, unit, item, date(day), day=day if noted is None else noted)


def read(rec: Record, day: float) -> Reading:
    return reading(Person(rec, on(day)))


def stands(rec: Record, day: float) -> list[str]:
    return read(rec, day).told["stands"].tolist()


def test_each_counts_once_the_day_after_its_due_day(rec: Record) -> None:
    unit, _ = met(rec, "Brightwater", 0)
    ended(rec, unit, keys.CAME_NO, 6)
    assert stands(rec, WAIT) == ["not due"]
    found = read(rec, WAIT + 1)
    assert found.told["stands"].tolist() == ["counted"]
    assert (found.result.counted, found.result.yes) == (1, 0)
    assert found.result.frame.index.tolist() == ["Brightwater"]


def test_one_of_which_nothing_was_said_holds_up_those_behind_it(rec: Record) -> None:
    first, _ = met(rec, "Brightwater", 0)
    second, _ = met(rec, "Tessel", 3)
    ended(rec, second, keys.CAME_YES, 8)
    assert stands(rec, 40) == ["asked", "behind"]
    assert read(rec, 40).result.counted == 0
    assert read(rec, 40).result.held_up == 1
    ended(rec, first, keys.CAME_NOTHING, 41)
    assert stands(rec, 41) == ["counted", "counted"]
    assert read(rec, 41).silent.index.tolist() == ["Brightwater"]
    assert (read(rec, 41).without_silent().counted, read(rec, 41).without_silent().yes) == (1, 1)


def test_to_have_looked_before_its_day_says_nothing_of_that_day(rec: Record) -> None:
    unit, _ = met(rec, "Brightwater", 0)
    ended(rec, unit, keys.CAME_NOTHING, 12)
    assert stands(rec, 40) == ["asked"]


def test_a_late_yes_is_shown_and_counts_as_none_by_then(rec: Record) -> None:
    unit, _ = met(rec, "Brightwater", 0)
    ended(rec, unit, keys.CAME_NOTHING, 33)
    ended(rec, unit, keys.CAME_YES, 41)
    found = read(rec, 50)
    assert (found.result.counted, found.result.yes) == (1, 0)
    assert found.told[["late", "recounted"]].to_numpy().tolist() == [[True, False]]


def test_a_yes_noted_late_with_an_earlier_day_counts_again_and_says_so(rec: Record) -> None:
    unit, _ = met(rec, "Brightwater", 0)
    ended(rec, unit, keys.CAME_NOTHING, 33)
    before = read(rec, 40)
    assert (before.result.yes, before.told["recounted"].tolist()) == (0, [False])
    ended(rec, unit, keys.CAME_YES, 20, noted=45)
    after = read(rec, 46)
    assert (after.result.counted, after.result.yes) == (1, 1)
    assert after.told[["late", "recounted"]].to_numpy().tolist() == [[False, True]]


def test_a_yes_on_its_day_noted_only_later_was_never_counted_otherwise(rec: Record) -> None:
    unit, _ = met(rec, "Brightwater", 0)
    ended(rec, unit, keys.CAME_YES, 20, noted=45)
    assert read(rec, 46).told["recounted"].tolist() == [False]
    other, _ = met(rec, "Tessel", 0)
    ended(rec, other, keys.CAME_NO, 3)  # pressed by mistake, put right at once
    say(rec, other, keys.CAME_NO, None, day=3, state="cleared")
    ended(rec, other, keys.CAME_YES, 3)
    assert not read(rec, 46).told["recounted"].any()


def test_of_two_open_ones_at_an_employer_the_later_counts(rec: Record) -> None:
    first, job = met(rec, "Brightwater", 0, 60)
    second, _ = met(rec, "Brightwater", 10, 80, job=job)
    other, _ = met(rec, " brightwater ", 12, 70)  # another job there
    for unit in (first, second, other):
        ended(rec, unit, keys.CAME_NO, 20)
    found = read(rec, 60)
    assert found.told["stands"].tolist() == ["earlier", "earlier", "counted"]
    assert found.result.frame["chance"].tolist() == [70]


def test_both_count_where_the_first_was_answered_before_the_second(rec: Record) -> None:
    first, job = met(rec, "Brightwater", 0, 60)
    ended(rec, first, keys.CAME_YES, 5)
    second, _ = met(rec, "Brightwater", 10, 80, job=job)
    ended(rec, second, keys.CAME_NO, 20)
    assert stands(rec, 60) == ["counted", "counted"]


def test_who_withdrew_before_the_day_holds_nobody_up(rec: Record) -> None:
    first, _ = met(rec, "Brightwater", 0)
    ended(rec, first, keys.WITHDREW, 4)
    second, _ = met(rec, "Tessel", 3)
    ended(rec, second, keys.CAME_YES, 8)
    assert stands(rec, 60) == ["withdrew", "counted"]


def test_neither_what_was_remembered_later_nor_what_hurt_is_in_it(rec: Record) -> None:
    first, _ = met(rec, "Brightwater", 0)
    say(rec, first, keys.REMEMBERED, True, day=0)
    second, _ = met(rec, "Tessel", 0)
    say(rec, second, "hurt", "yes", day=1)
    met(rec, "Acme", 0, None)
    assert read(rec, 60).told.empty


def test_ties_go_by_id_and_the_order_of_typing_changes_nothing(tmp_path: Path) -> None:
    found = []
    for turn in (False, True):
        with Record.open(tmp_path / f"person {turn}") as rec:
            names = ["Acme", "Beta", "Delta", "Echo"]
            units = {name: met(rec, name, place % 2)[0] for place, name in enumerate(names)}
            for name in reversed(names) if turn else names:
                ended(rec, units[name], keys.CAME_NO if name < "Delta" else keys.CAME_YES, 9)
            told = read(rec, 60).told
            ids = told["unit"].tolist()
            assert ids[:2] == sorted(ids[:2])
            assert ids[2:] == sorted(ids[2:])
            found.append(read(rec, 60).result.word)
    assert found[0] == found[1]


def test_which_way_it_leans_is_declared_before_the_first_outcome(rec: Record) -> None:
    unit, _ = met(rec, "Brightwater", 0)
    with told_at(on(1)):
        declare(Person(rec), keys.BAROMETER_LEAN, "high", sitting=rec.sitting("x"))
    assert declared_lean(Person(rec)) == "high"
    ended(rec, unit, keys.CAME_NO, 6)
    with told_at(on(7)), pytest.raises(RecordError, match="how an interview ended on 8 March 2026"):
        declare(Person(rec), keys.BAROMETER_LEAN, "low", sitting=rec.sitting("x"))
    say(rec, rec.person, keys.BAROMETER_LEAN, "low", day=8)  # as a history that is brought back could
    assert declared_lean(Person(rec)) == "high"
    found = read(rec, 60).result
    assert found.declared == "high"
    assert set(found.spending["side"]) == {"high"}


def test_a_declaration_can_be_emptied_and_is_one_of_two(rec: Record) -> None:
    me = Person(rec)
    with pytest.raises(RecordError, match="'rosy' is no way that numbers lean; expected high or low"):
        declare(me, keys.BAROMETER_LEAN, "rosy", sitting=rec.sitting("x"))
    declare(me, keys.BAROMETER_LEAN, "low", sitting=rec.sitting("x"))
    declare(me, keys.BAROMETER_LEAN, None, state="cleared", sitting=rec.sitting("x"))
    assert declared_lean(me) is None


def test_an_interview_from_memory_closes_nothing(rec: Record) -> None:
    unit, _ = met(rec, "Brightwater", 0, None)
    say(rec, unit, keys.REMEMBERED, True, day=0)
    ended(rec, unit, keys.CAME_NO, 0)
    declare(Person(rec), keys.BAROMETER_LEAN, "high", sitting=rec.sitting("x"))
    assert declared_lean(Person(rec)) == "high"


def test_four_noes_to_eighty_run_high_and_stay_so(rec: Record) -> None:
    for place in range(4):
        unit, _ = met(rec, f"Place {place}", place)
        ended(rec, unit, keys.CAME_NO, 9)
    assert read(rec, 33).result.word == "too few"
    found = Me(rec).as_of(on(34)).barometer()
    assert (found.word, found.called) == ("high", 4)
    assert found.frame.index.tolist() == [f"Place {place}" for place in range(4)]
