"""Whom a person worked for is said before a paper with their own words on it is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from good_on_paper.brief.employers_named import cautions, employers_of, named_in
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.frames.targets import chosen_or_next
from good_on_paper.record.targets import begin
from good_on_paper.study.person import Person

if TYPE_CHECKING:
    from good_on_paper.record import Record


def test_only_whole_names_count() -> None:
    names = ["Acme", "St. Anne", "BBC (World)"]
    assert named_in(["The Acmean way; not acme.", "Like\nst.  anne did"], names) == ("Acme", "St. Anne")
    assert named_in(["More than at the BBC (World)?"], names) == ("BBC (World)",)
    assert named_in(["Acmes, St. Annes"], names) == ()


def test_each_part_says_whom_it_names_but_never_whom_one_will_meet(record: Record) -> None:
    sitting = record.sitting("setting the stage")
    target = chosen_or_next(Snapshot(record))
    begin(record, target)
    record.answer(target, "employer", "Harbour Books", sitting=sitting)
    for employer in ("Acme", "Harbour Books", "self-employed", "Beta"):
        record.answer(record.add_unit("role", sitting=sitting), "employer", employer, sitting=sitting)
    record.answer(record.person, "guesses", ["pace", "clarity"], sitting=sitting)
    person = Person(record)
    assert employers_of(person, target) == ("Acme", "Beta")
    assert cautions(person) == {}
    price = "what I had at Acme, self-employed or at Harbour Books"
    record.answer(record.person, "take_price:pace", price, sitting=sitting)
    record.answer(target, "question:-own:1", {"text": "Is it as at Beta or Acme?"}, sitting=sitting)
    read = "Whoever sees the paper can read it."
    assert cautions(Person(record)) == {
        "take_home": f"You name “Acme” in “What I want from my next job”. {read}",
        "questions": f"You name “Acme” and “Beta” in “My questions”. {read}",
    }
