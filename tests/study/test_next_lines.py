"""The portions of a person: what is asked follows what they need and do not know, and never how jobs went."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import good_on_paper as gop
from good_on_paper.catalogue import load
from good_on_paper.forms import FirstSight, FirstUnknowns, HowItWent, RatingGrid
from good_on_paper.record import FIRST_SIGHT
from good_on_paper.study.next_lines import lines_at_hand, next_lines
from good_on_paper.study.portion import WORTH

CATALOGUE = load()
CORE = [item.key for item in CATALOGUE.core]
MOST_ANSWERS = 240
"""What nine jobs were asked before a definition of success could be one's own: the default may not grow."""


@pytest.fixture
def mine(tmp_path):
    opened = gop.open(tmp_path / "person", create=True)
    yield opened
    opened.record.close()


def add_jobs(mine, count):
    sitting = mine.record.sitting("roles")
    with mine.record.batch():
        roles = [mine.record.add_unit("role", sitting=sitting) for _ in range(count)]
        for number, role in enumerate(roles):
            mine.record.answer(role, "title", f"Job {number}", sitting=sitting)
    return roles


def rate(mine, roles, lines, value=4, sitting="lines"):
    given = mine.record.sitting(sitting)
    with mine.record.batch():
        for role in roles:
            for line in lines:
                revision = CATALOGUE.item(line).revision
                mine.record.answer(role, line, value, sitting=given, revision=revision)


def say(mine, item, value):
    mine.record.answer(mine.record.person, item, value, sitting=mine.record.sitting("needs"))


def test_the_first_evening_asks_the_six_lines_of_the_start_page_of_all_jobs(mine):
    roles = add_jobs(mine, 5)
    say(mine, "guesses", ["fair_play", "body_load", "pace", "peers"])
    say(mine, "drawn", ["hours", "clarity"])
    six = next_lines(mine)
    assert set(six) == {"fair_play", "body_load", "pace", "peers", "hours", "clarity"}
    rate(mine, roles[:2], six, sitting=FIRST_SIGHT)
    assert next_lines(mine) == six  # the two jobs of the start page are asked again
    rate(mine, roles, six)
    assert len(next_lines(mine)) == 6 + 3


def test_a_page_opens_without_further_lines_until_they_are_wanted(mine):
    roles = add_jobs(mine, 3)
    assert lines_at_hand(mine) == next_lines(mine)  # the first six come unasked
    rate(mine, roles, CORE[:6])
    assert len(next_lines(mine)) == 6 + 3
    assert set(lines_at_hand(mine)) == set(CORE[:6])
    (begun, chosen, _) = next_lines(mine)[6:]
    rate(mine, roles[:1], [begun])
    assert set(lines_at_hand(mine)) == {*CORE[:6], begun}  # what was begun is gone on with
    say(mine, "lines_chosen", [chosen])
    assert set(lines_at_hand(mine)) == {*CORE[:6], begun, chosen}
    grid = RatingGrid(mine.record, mine.catalogue, lines=lines_at_hand(mine), more=lambda: next_lines(mine))
    assert set(grid.lines) == {*CORE[:6], begun, chosen}
    grid.handle({"type": "more", "n": 1, "token": "a"})
    assert set(grid.lines) == set(next_lines(mine))


def test_what_is_unknown_of_the_next_job_comes_next(mine):
    roles = add_jobs(mine, 3)
    rate(mine, roles, CORE[:6])
    sitting = mine.record.sitting("unknowns")
    target = mine.record.add_unit("target", sitting=sitting)
    mine.record.answer(target, "knows:journey", "unknown", sitting=sitting)
    mine.record.answer(target, "knows:finish", "know", sitting=sitting)
    new = next_lines(mine)[6:]
    assert new[0] == "journey"
    assert "finish" not in new


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(went=st.lists(st.integers(1, 7), min_size=4, max_size=4), best=st.integers(0, 3))
def test_the_choice_does_not_change_with_how_jobs_went(mine, went, best):
    roles = mine.record.units("role") or add_jobs(mine, 4)
    if len(next_lines(mine)) == 6:
        for role, value in zip(roles, (1, 3, 5, 7), strict=True):
            rate(mine, [role], CORE[:6], value)
        rate(mine, roles[:2], CORE[6:], 2)
        say(mine, "guesses", ["journey"])
    before = next_lines(mine)
    sitting = mine.record.sitting("outcome")
    for role, value in zip(roles, went, strict=True):
        for item in ("overall", "cost", "growth", "energy"):
            revision = CATALOGUE.item(item).revision
            mine.record.answer(role, item, value, sitting=sitting, revision=revision)
    say(mine, "went_well", roles[best].id)
    say(mine, "would_not_repeat", roles[best - 1].id)
    rate(mine, [roles[best]], CORE, 7, sitting=FIRST_SIGHT)
    rate(mine, [roles[best - 1]], CORE, 1, sitting=FIRST_SIGHT)
    assert next_lines(mine) == before


def test_all_that_is_asked_by_default_of_nine_jobs_does_not_grow(mine):
    record, overlay = mine.record, mine.overlay
    roles = add_jobs(mine, 9)
    say(mine, "guesses", CORE[:4])
    say(mine, "went_well", roles[0].id)
    say(mine, "would_not_repeat", roles[1].id)
    first = FirstSight(record, mine.catalogue, overlay).page_state()
    known = FirstUnknowns(record, mine.catalogue, overlay).page_state()
    asked = len(first["lines"]) * len(first["roles"]) + len(known["lines"])
    asked += 4 + 2 + 2  # the cards, the two jobs and a line on each
    talk = 4  # the job, where, when, whom
    lines, evenings = [], 0
    while len(lines) < WORTH:
        grid = RatingGrid(record, mine.catalogue, more=lambda: next_lines(mine), worth=WORTH)
        new = [line for line in grid.lines if line not in lines]
        rate(mine, roles, new)
        lines, evenings = lines + new, evenings + 1
    asked += len(lines) * len(roles)
    assert evenings == 5  # six lines, then three at a time
    outcome = HowItWent(record, mine.catalogue, lines=CORE[:1])
    always = len(outcome.page_state()["lines"])
    asked += always * len(roles)  # what success and going wrong mean is folded away, for another evening
    assert asked + talk <= MOST_ANSWERS


def test_the_form_asks_more_when_wanted_and_says_when_it_is_enough(mine):
    roles = add_jobs(mine, 2)
    grid = RatingGrid(mine.record, mine.catalogue, more=lambda: next_lines(mine), worth=WORTH)
    assert len(grid.lines) == 6
    rate(mine, roles, grid.lines)
    ack, state = grid.handle({"type": "more", "n": 1, "token": "a"})
    assert ack["type"] == "ack"
    assert len(state["lines"]) == 6 + 3
    assert (state["worth"], state["more"]) == (WORTH, True)
