"""What to ask about first: what counts, is not known, has evidence, and can be answered by who one meets."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from good_on_paper.catalogue import load, load_bank
from good_on_paper.frames.schema import TAKE_HOME
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.frames.take_home import take_home
from good_on_paper.questions.ask import worded
from good_on_paper.questions.considered import wishes
from good_on_paper.questions.gather import gather
from good_on_paper.questions.grounds import Found, Grounds, Wording
from good_on_paper.questions.listed import listed, that_count
from good_on_paper.questions.prepared import prepare
from good_on_paper.questions.still_open import board, still_open
from good_on_paper.record import Record
from good_on_paper.study.person import Person

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CATALOGUE, BANK = load(), load_bank()
LINES = {item.key: Wording(item.need, item.label) for item in CATALOGUE.items("circumstance")}
NOTHING = pd.DataFrame(columns=[*TAKE_HOME.columns])


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "person") as opened:
        yield opened


def say(record: Record, unit: object, item: str, value: object) -> None:
    record.answer(unit, item, value, sitting=record.sitting("said"))


def order(record: Record, **more: Any) -> list[str]:
    grounds = Grounds(record.person.id, "job", LINES, **more)
    things = take_home(Snapshot(record, fixed=CATALOGUE), needs=grounds.needs)
    return [one.line for one in still_open(grounds, things, BANK)]


def test_what_is_known_is_never_asked_and_nothing_said_is_nothing_open(record: Record) -> None:
    assert order(record) == []
    assert order(record, needs=("pace",), known={"pace": "know", "clarity": "know"}) == []


def test_a_must_comes_before_a_want_and_the_persons_own_number_before_both(record: Record) -> None:
    known = dict.fromkeys(("pace", "clarity", "finish"), "unknown")
    say(record, record.person, "take_says:clarity", "want")
    assert order(record, needs=("pace", "clarity"), known=known) == ["pace", "clarity", "finish"]
    say(record, record.person, "take_counts:clarity", 7)
    assert order(record, needs=("pace", "clarity"), known=known) == ["clarity", "pace", "finish"]


def test_the_questions_stand_in_this_order_until_the_person_ordered_them(record: Record) -> None:
    job = record.add_unit("target", sitting=record.sitting("said"))
    say(record, job, "title", "Cook")
    say(record, record.person, "guesses", ["pace", "clarity", "finish"])
    for line in ("pace", "clarity", "finish"):
        say(record, job, f"knows:{line}", "guess" if line == "pace" else "unknown")
    say(record, record.person, "take_counts:finish", 7)
    asked = prepare(Person(record)).questions
    assert [one.line for one in asked] == ["finish", "clarity", "pace"]
    say(record, job, "question:-order", {"order": " ".join(one.key for one in asked[::-1])})
    assert [one.line for one in prepare(Person(record)).questions] == ["pace", "clarity", "finish"]


def test_it_follows_the_questions_on_the_page_and_names_whom_they_ask() -> None:
    known = {"pace": "unknown", "manager_backing": "unknown", "clarity": "guess"}
    grounds = Grounds("me", "job", LINES, known=known, meets=("peer",))

    def told(*keys: str) -> list[tuple[str, str]]:
        asked = [one for key in keys if (one := worded(key, grounds, BANK))]
        found = still_open(grounds, NOTHING, BANK, asked=asked)
        return [(one.line, one.why.rpartition(", and ")[2]) for one in found]

    whom = {one: [way.who for way in BANK.lines[one]] for one in known}
    backing = whom["manager_backing"].index("manager")
    clarity = [whom["clarity"].index(one) for one in ("manager", "peer")]
    peer = "a future colleague can tell you."
    best = "your future manager would know best."
    assert told() == [("pace", peer), ("manager_backing", peer), ("clarity", peer)]
    assert told(f"manager_backing:{backing}") == [
        ("manager_backing", best),
        ("pace", peer),
        ("clarity", peer),
    ]
    first, second = (f"clarity:{one}" for one in clarity)
    assert told(first, "pace:0", second)[:2] == [("clarity", best), ("pace", peer)]
    assert told("pace:0", second)[:2] == [("pace", peer), ("clarity", peer)]


def test_a_guess_comes_after_what_is_not_known(record: Record) -> None:
    known = {"pace": "guess", "clarity": "unknown"}
    assert order(record, needs=("pace", "clarity"), known=known) == ["clarity", "pace"]


def test_evidence_brings_forward_and_out_of_reach_puts_back(record: Record) -> None:
    known = dict.fromkeys(("pace", "clarity"), "unknown")
    found = (Found("clarity", "Stands out: in 3 of your 3 best jobs", (), "clarity"),)
    assert order(record, needs=("pace", "clarity"), known=known, found=found) == ["clarity", "pace"]
    ways = {line: {way.who for way in BANK.lines[line]} for line in LINES if line in BANK.lines}
    near, far = next(
        (one, other) for one in ways for other in ways if (ways[one] - ways[other]) and one != other
    )
    meets = tuple(ways[near] - ways[far])
    both = dict.fromkeys((far, near), "unknown")
    assert order(record, needs=(far, near), known=both, meets=meets) == [near, far]


@given(st.dictionaries(st.sampled_from(sorted(LINES)), st.sampled_from(["know", "guess", "unknown"])))
def test_each_open_line_is_there_once_with_a_reason(known: dict[str, str]) -> None:
    grounds = Grounds("me", "job", LINES, known=known)
    found = still_open(grounds, NOTHING, BANK)
    assert {one.line for one in found} == {line for line, said in known.items() if said != "know"}
    assert len({one.line for one in found}) == len(found)
    assert [one.weight for one in found] == sorted((one.weight for one in found), reverse=True)
    for one in found:
        assert one.why.endswith(".")
        assert ("job", f"knows:{one.line}") in one.cells


def test_what_is_open_falls_by_the_day_and_rises_when_something_is_taken_back(record: Record) -> None:
    target = record.add_unit("target", sitting=record.sitting("said"))
    lines = ["pace", "clarity"]

    def open_by_day() -> dict[object, int]:
        return (~board(Person(record), target.id, lines)).sum().to_dict()

    assert open_by_day() == {}
    say(record, target, "knows:pace", "unknown")
    say(record, target, "knows:pace", "know")
    today = dt.datetime.now().astimezone().date()
    assert open_by_day() == {today: 1}
    say(record, target, "known_on:pace", "2026-11-03")  # told before it was written down
    assert open_by_day() == {dt.date(2026, 11, 3): 1}
    say(record, target, "knows:pace", "guess")
    assert open_by_day() == {today: 2}


def test_what_counts_is_on_the_list_and_not_what_we_ask_everybody_about(record: Record) -> None:
    say(record, record.person, "guesses", ["pace"])
    say(record, record.person, "not_again", ["interruptions:high"])
    target = record.add_unit("target", sitting=record.sitting("said"))
    say(record, target, "knows:clarity", "guess")
    person = Person(record)
    counting = that_count(listed(person), gather(person).lines)
    assert counting == {"pace": "pace", "interruptions": "interruptions:high"}
    assert [one.line for one in wishes(person, listed(person))] == list(counting)
