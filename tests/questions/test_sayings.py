"""Sentences on boredom and on what one can live with, and the answers behind them."""

from __future__ import annotations

from typing import Any

import pytest

from good_on_paper import catalogue
from good_on_paper.frames.boredom import boredom, means
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.language.lengths import MONTH, aloud, amount, amounts
from good_on_paper.questions.sayings import Saying, bearing_sayings, boredom_sayings
from good_on_paper.record import Record

CATALOGUE = catalogue.load()


@pytest.fixture
def record(tmp_path: Any) -> Any:
    with Record.open(tmp_path / "person") as opened:
        yield opened


def role(record: Record, **said: Any) -> str:
    sitting = record.sitting("roles")
    unit = record.add_unit("role", sitting=sitting).id
    for item, value in {"title": "xyzzy-secret", "started": "2010", "ended": "2014", **said}.items():
        record.answer(unit, item, value, sitting=sitting)
    return unit


def sayings(record: Record) -> tuple[Saying, ...]:
    jobs = boredom(Snapshot(record, fixed=CATALOGUE))
    return boredom_sayings(jobs, means(Snapshot(record, fixed=CATALOGUE), jobs), CATALOGUE)


def texts(record: Record) -> list[str]:
    return [saying.text for saying in sayings(record)]


def test_a_career_in_sentences(record: Record) -> None:
    role(record, set_in_after="8 mo", dull_because=["no_point"], renewed_by=["new_task"], other_task="helped")
    role(record, set_in_after="14 mo", dull_because=["too_little", "no_point"], other_task="helped")
    role(record, set_in_after="10 mo", renewed_by=["new_task", "time_off"], other_task="did_not")
    role(record, set_in_after="not_before_i_left", made_game="did_not")
    role(record, ended="now", set_in_after="still_not")
    role(record, set_in_after="first_day", renewed_by=["nothing"], made_game="helped")
    role(record)
    assert texts(record) == [
        (
            "In 3 of your 6 jobs it got dull after 8 to 14 months, in 1 from the first day; "
            "in 1 it had not got dull when the job ended, in 1 it has not so far."
        ),
        "Ask what an ordinary day is like there after about ten months.",
        (
            "Of the 2 jobs you gave a reason for, 2 had no point, 1 had too little to do. "
            "Some had more than one."
        ),
        "What woke it up again was a new task (2 jobs), time off (1 job); in 1 nothing did.",
        (
            "What got you through the day: getting a different task (2 of 3 jobs), making a game "
            "of it (1 of 2 jobs)."
        ),
    ]


def test_how_much_of_it_in_the_lengths_and_counts_that_were_said(record: Record) -> None:
    first = role(record, set_in_after="8 mo", dull_spell="20 min", dull_days=6, dull_share=5)
    role(record, set_in_after="2 mo", dull_spell="90 min", dull_days=4, dull_restless=7)
    role(record, set_in_after="2 mo", dull_spell="a while")  # kept as typed, and no length
    (said,) = (saying for saying in sayings(record) if "spell" in saying.text)
    assert said.text == (
        "A dull spell lasted 20 min to 1 h 30 min (in 2 jobs). Most days were dull in 1 of 2 "
        "jobs. Most of an ordinary day was dull in the one job you answered for. You were "
        "restless rather than listless in the one job you answered for."
    )
    assert (first, "dull_spell") in said.because
    assert len(said.because) == 6


def test_of_one_job_there_is_no_count_and_what_was_not_so_is_said_so(record: Record) -> None:
    role(record, dull_because=["too_little", "no_point"], dull_days=2, dull_share=4, dull_restless=1)
    role(record)
    assert texts(record) == [
        (
            "Most days were not dull in the one job you answered for. Most of an ordinary day was "
            "not dull in the one job you answered for. You were listless rather than restless in the "
            "one job you answered for."
        ),
        "The one job you gave a reason for had too little to do, and no point.",
    ]


def test_several_jobs_come_to_an_end_each(record: Record) -> None:
    for _ in range(3):
        role(record, set_in_after="8 mo", ended_how="ran_out")
    assert "How it ended: of 3 jobs where it had got dull, 3 came to an end." in texts(record)


def test_how_jobs_ended_stands_beside_boredom_and_goes_back_to_both_answers(record: Record) -> None:
    first = role(record, set_in_after="8 mo", ended_how="left")
    role(record, set_in_after="2 mo", ended_how="let_go")
    role(record, set_in_after="not_before_i_left", ended_how="left")
    role(record, ended_how="left")  # when it got dull is not said
    (said,) = (saying for saying in sayings(record) if saying.text.startswith("How it ended"))
    assert said.text == (
        "How it ended: of 2 jobs where it had got dull, you left 1, the employer ended 1. You left "
        "the one where it had not got dull."
    )
    assert {(first, "ended_how"), (first, "set_in_after")} <= set(said.because)
    assert len(said.because) == 6


def test_every_sentence_rests_on_answers_that_stand_and_names_no_job(record: Record) -> None:
    first = role(record, set_in_after="8 mo", dull_because=["no_point"], made_game="helped")
    second = role(record, set_in_after="2 mo", renewed_by=["nothing"], made_game="did_not")
    said = sayings(record)
    assert len(said) == 5
    for saying in said:
        assert saying.because
        standing = record.current(units=[first, second])
        assert set(saying.because) <= set(standing)
        assert "xyzzy" not in saying.text
    assert said[3].text == "In 1 job, nothing woke it up again."
    assert said[4].because == ((first, "made_game"), (second, "made_game"))


def test_who_said_nothing_gets_no_sentence_and_one_job_points_nowhere(record: Record) -> None:
    assert texts(record) == []
    role(record)
    assert texts(record) == []
    role(record, set_in_after="8 mo")
    assert texts(record) == ["In your one job it got dull after 8 months."]


def test_what_can_be_borne_in_sentences(record: Record) -> None:
    person, sitting = record.person, record.sitting("bearing")
    assert bearing_sayings(Snapshot(record, fixed=CATALOGUE)) == ()
    for item, value in {
        "not_again:raised_voices": True,
        "not_again:could_end": True,
        "bears:pain_near:day": 5,
        "bears:pain_near:micro": 2,
        "bears:too_much_at_once:day": 2,
        "bears:too_much_at_once:moment": 6,
    }.items():
        record.answer(person, item, value, sitting=sitting)
    again, odd = bearing_sayings(Snapshot(record, fixed=CATALOGUE))
    assert again.text == "You won’t have again: a job that could end any week; raised voices."
    assert again.because == ((person.id, "not_again:could_end"), (person.id, "not_again:raised_voices"))
    assert odd.text == "A whole day is easier for you than a moment: someone in pain near me."
    assert odd.because == ((person.id, "bears:pain_near:day"), (person.id, "bears:pain_near:micro"))


@pytest.mark.parametrize(
    ("weeks", "words", "spoken"),
    [
        (0.1, "1 week", "a week"),
        (6, "6 weeks", "six weeks"),
        (9, "9 weeks", "two months"),
        (13, "3 months", "three months"),
        (8 * MONTH, "8 months", "eight months"),
        (12 * MONTH, "1 year", "a year"),
        (15 * MONTH, "1 year 3 months", "15 months"),
        (25 * MONTH, "2 years 1 month", "two years"),
        (156.6, "3 years", "three years"),
    ],
)
def test_a_length_is_said_as_one_thinks_of_it_and_as_one_says_it_aloud(
    weeks: float, words: str, spoken: str
) -> None:
    assert (amount(weeks), aloud(weeks), amounts([weeks])) == (words, spoken, words)


def test_from_what_to_what() -> None:
    assert amounts([14 * MONTH, 8 * MONTH]) == "8 to 14 months"
    assert amounts([12 * MONTH, 8 * MONTH]) == "8 months to 1 year"
    assert amounts([30 * MONTH, 8 * MONTH]) == "8 months to 2 years 6 months"
    assert amounts([11 * MONTH, 8 * MONTH]) == "8 to 11 months"
    assert amounts([2, 160]) == "2 weeks to 3 years 1 month"
    assert amounts([24 * MONTH, 12 * MONTH]) == "1 to 2 years"
