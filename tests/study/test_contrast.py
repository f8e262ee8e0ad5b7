"""What the looks have earned is made once, and anew as soon as it would come out otherwise."""

from __future__ import annotations

import tempfile

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper import frames
from good_on_paper.record.forget import forget_item
from good_on_paper.study import contrast, declare, looks
from good_on_paper.study.contrast import _report, all_seen, report
from good_on_paper.study.person import Person
from good_on_paper.study.sample import throw_away_record

FREEDOM = "decision_freedom"


@pytest.fixture
def looked(tmp_path):
    record = throw_away_record(tmp_path)
    mine = Person(record)
    looks.take(mine)
    yield mine
    record.close()


def test_an_edited_question_costs_no_contrast(looked, monkeypatch):
    before = all_seen(looked)
    monkeypatch.setattr(contrast, "_of_all", None)  # whoever makes one now fails
    record = looked.record
    sitting = record.sitting("questions")
    target = record.add_unit("target", sitting=sitting)
    record.answer(target, "question:pace:0", {"text": "What is a busy week like?"}, sitting=sitting)
    record.answer(record.person, "start_at", 5, sitting=sitting)
    assert all_seen(looked)[0].frame.equals(before[0].frame)
    role = record.units("role")[0]
    record.answer(role, "finish", 1, sitting=sitting)
    with pytest.raises(TypeError):
        all_seen(looked)


def test_a_new_line_waits_for_the_next_look_at_no_cost(looked, monkeypatch):
    record = looked.record
    role, line = blank_cell(looked)
    before = all_seen(looked)[0].frame
    sitting = record.sitting("lines")
    record.answer(role, line.key, 4, sitting=sitting, revision=line.revision)
    assert looks.waiting(looked)
    pd.testing.assert_frame_equal(all_seen(looked)[0].frame, before)
    monkeypatch.setattr(contrast, "_of_all", None)
    record.answer(role, line.key, 5, sitting=sitting, revision=line.revision)
    pd.testing.assert_frame_equal(all_seen(looked)[0].frame, before)


def blank_cell(mine):
    """Return a role and a line on which it has no number."""
    rated = mine.ratings()
    for line in mine.catalogue.items("circumstance"):
        for role, value in zip(frames.asked_roles(mine), rated.get(line.key, ()), strict=False):
            if pd.isna(value):
                return role, line
    raise LookupError


def rate(mine, sitting, line, role, value):
    mine.record.answer(role, line.key, value, sitting=sitting, revision=line.revision)


def ask(mine, sitting):
    target = mine.record.add_unit("target", sitting=sitting)
    mine.record.answer(target, "question:pace:0", {"text": "Which week was busy?"}, sitting=sitting)


def forget(mine, _):
    if FREEDOM in mine.ratings():
        forget_item(mine.record.folder, FREEDOM)


def rate_blank(mine, sitting):
    role, line = blank_cell(mine)
    rate(mine, sitting, line, role, 7)


def say(item, value, place=None):
    def act(mine, sitting):
        unit = mine.unit if place is None else mine.record.units("role")[place]
        mine.record.answer(unit, item, value, sitting=sitting)

    return act


ACTS = {
    "rate": lambda mine, s: rate(mine, s, mine.catalogue.item(FREEDOM), mine.record.units("role")[-1], 7),
    "new line": rate_blank,
    "question": ask,
    "undo": lambda mine, s: mine.record.undo(s),
    "rename": say("title", "Cook", 0),
    "hurt": say("hurt", "yes", 1),
    "removed": lambda mine, s: mine.record.remove_unit(mine.record.units("role")[-1], sitting=s),
    "other outcome": say("primary_outcome", "cost"),
    "look": lambda mine, _: looks.take(mine),
    "forget": forget,
}


@settings(max_examples=5)
@given(st.lists(st.sampled_from(sorted(ACTS)), min_size=1, max_size=5))
def test_what_is_kept_is_what_would_be_made_anew(acts):
    with tempfile.TemporaryDirectory() as folder, throw_away_record(folder) as record:
        mine = Person(record)
        declare.declare_second(mine, "cost")
        looks.take(mine)
        sitting = record.sitting("lines")
        for act in acts:
            all_seen(mine)
            ACTS[act](mine, sitting)
            kept, anew = list(all_seen(mine)), list(all_seen(Person(record)))
            another = Person(record)  # of which nothing is kept that a look was asked for
            for outcome in mine.outcomes:
                kept.append(report(mine, outcome))
                anew.append(_report(another, outcome, include_private=False))
                assert kept[-1].person is mine
            assert len(kept) == len(anew)
            for one, other in zip(kept, anew, strict=True):
                pd.testing.assert_frame_equal(one.frame, other.frame)
                pd.testing.assert_frame_equal(one.wide, other.wide)
                assert one.groups.equals(other.groups)
