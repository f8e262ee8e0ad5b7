"""Whoever had the job before: what was written of them is known, and no longer asked."""

from __future__ import annotations

import pytest

from good_on_paper.catalogue import keys, load_bank
from good_on_paper.forms import QuestionSheet
from good_on_paper.frames.quiet import HURT
from good_on_paper.frames.stories import SEAT
from good_on_paper.kit.me import sample
from good_on_paper.record.stories import begin, unit_for


def test_what_was_written_of_the_one_before_is_known_and_not_asked_again() -> None:
    me = sample()
    sheet = QuestionSheet(me)
    before = sheet.page_state()
    assert [one["text"] for one in before["seat"]] == [way.text for way in load_bank().seat]
    unit, sitting = unit_for(before["target"], SEAT), me.record.sitting("seat")
    begin(me.record, "story", unit, parent=before["target"], facts={keys.STORY_KIND: SEAT})
    me.record.answer(unit, "seat_now", "At a <museum>", sitting=sitting, private=True)
    me.record.answer(unit, "seat_said", "They miss her.", sitting=sitting, private=True)
    state = sheet.page_state()
    told = ["Where they are now: At a <museum>", "What people still say: They miss her."]
    assert [one for one in state["known"] if one not in before["known"]] == told
    left = [one["text"] for one in state["seat"]]
    gone = {way.text for way in load_bank().seat if way.known_by in ("seat_now", "seat_said")}
    assert len(gone) == len(("now", "said"))
    assert left == [one["text"] for one in before["seat"] if one["text"] not in gone]
    me.record.answer(before["target"], HURT, "yes", sitting=sitting, private=True)
    assert not set(told) & set(sheet.page_state()["known"])


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("Ms  Vey", "What is Ms Vey doing now?"),
        ("שרה לוי", "What is שרה לוי doing now?"),
        ("someone who left", "Who did this job before, and what are they doing now?"),
        ("They didn’t say, only that it was short", "Who did this job before, and what are they doing now?"),
    ],
)
def test_with_a_name_nobody_is_asked_who_it_was(typed: str, asked: str) -> None:
    me = sample()
    sheet = QuestionSheet(me)
    target = sheet.page_state()["target"]
    unit = unit_for(target, SEAT)
    begin(me.record, "story", unit, parent=target, facts={keys.STORY_KIND: SEAT})
    me.record.answer(unit, "seat_who", typed, sitting=me.record.sitting("seat"), private=True)
    left = [one["text"] for one in sheet.page_state()["seat"]]
    assert (left[0], len(left)) == (asked, len(load_bank().seat))
    if asked.startswith("What is"):
        assert all(" ".join(typed.split()) in text for text in left)
