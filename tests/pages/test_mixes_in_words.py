"""The guesses together: what a look of so many jobs earns, and what it keeps."""

from __future__ import annotations

import numpy as np
import pytest

import good_on_paper as gop
from good_on_paper.catalogue import load
from good_on_paper.pages.in_common.mixes_in_words import together
from good_on_paper.patterns import TOO_FEW, WORTH

CATALOGUE = load()
GUESSES = ["decision_freedom", "manager_backing", "pace"]


def person(folder, jobs, *, planted=True):
    """Freedom and backing behind what went well, pace not; other lines unrated."""
    mine = gop.open(folder, create=True)
    dice = np.random.default_rng(jobs)
    rated = dice.integers(0, 2, (jobs, 3)) * 4 + 2
    went = (
        np.where((rated[:, :2] > 4).all(axis=1), 6, 2)
        if planted
        else dice.permutation(7 * jobs)[:jobs] % 7 + 1
    )
    mine.guess(GUESSES)
    for name, row, well in zip(range(jobs), rated.tolist(), went.tolist(), strict=True):
        job(mine, f"Job {name:02}", overall=well, **dict(zip(GUESSES, row, strict=True)))
    return mine


def job(mine, name, **ratings):
    sitting = mine.record.sitting("lines")
    role = mine.record.add_unit("role", sitting=sitting)
    mine.record.answer(role, "title", name, sitting=sitting)
    for key, value in ratings.items():
        rate(mine, role, key, value)
    return role


def rate(mine, role, key, value):
    sitting = mine.record.sitting("lines")
    mine.record.answer(role, key, value, sitting=sitting, revision=CATALOGUE.item(key).revision)


def text(note):
    return " ".join([note.title, *note.said, *note.figures, *(table.to_string() for table in note.tables)])


@pytest.fixture
def sample():
    mine = gop.sample()
    mine.take_a_look()
    yield mine
    mine.record.close()


@pytest.fixture
def twenty(tmp_path):
    mine = person(tmp_path, 20)
    yield mine
    mine.record.close()


def test_so_few_jobs_say_so_and_how_many_it_takes(sample):
    note = together(sample, "names")
    assert note.title == "Combinations: with 8 jobs, we cannot tell them from chance; that takes 12."
    assert note.said == ("So we look at one thing at a time.",)
    assert all("shuffles as simple" in one for one in note.figures[:2])
    assert "“Choosing how to do the work” => “How it went”" in note.figures[0]  # and no key of ours
    assert sample.recipes().good.word == TOO_FEW
    assert "finish" not in note.title


def test_a_mix_that_earned_its_word_is_said_in_one_sentence_with_its_jobs(twenty):
    twenty.take_a_look()
    note = together(twenty, "names")
    assert twenty.recipes().good.word == WORTH
    assert note.title.startswith("Worth asking about: Whenever you had a lot of ")
    assert "Job" in note.title
    assert "jobs that went well." in note.title
    said = text(note)
    assert "We shuffled how your jobs went 4,000 times" in said
    assert "as simple" in note.said[0]


def test_noise_says_in_how_many_shuffles_a_mix_was_as_simple(tmp_path):
    mine = person(tmp_path, 14, planted=False)
    mine.take_a_look()
    note = together(mine, "names")
    assert note.title.startswith("Combinations: they could easily be chance. ")
    assert " of 4,000 shuffles for what went well" in note.title
    mine.record.close()


def test_a_word_stays_at_a_later_look_while_the_recipe_stays_the_same(twenty):
    twenty.take_a_look()
    for role in twenty.record.units("role"):
        rate(twenty, role, "hours", 3)  # a line more: nothing a recipe is made of
    twenty.take_a_look()
    assert len(twenty.looks()) == 2
    assert twenty.recipes().good.word == WORTH


def test_a_correction_can_lower_a_word_and_not_raise_it(tmp_path):
    mine = person(tmp_path, 20, planted=False)
    mine.take_a_look()
    before = mine.recipes().good.word
    for role in mine.record.units("role"):
        well = mine.record.current(items=["decision_freedom"])[role.id, "decision_freedom"].value > 4
        rate(mine, role, "overall", 6 if well else 2)
    assert len(mine.looks()) == 1
    assert before != WORTH
    assert mine.recipes().good.word != WORTH
    mine.record.close()


def test_another_outcome_after_the_first_look_earns_no_word(twenty):
    standing = twenty.record.current(items=["overall"])
    for (role, _), answer in standing.items():
        rate(
            twenty,
            next(unit for unit in twenty.record.units("role") if unit.id == role),
            "cost",
            answer.value,
        )
    twenty.take_a_look()
    sitting = twenty.record.sitting("roles")
    twenty.record.answer(twenty.record.person, "primary_outcome", "cost", sitting=sitting)
    found = twenty.recipes()
    assert WORTH not in (found.good.word, found.bad.word)


def test_jobs_that_are_not_rated_on_all_are_not_counted_as_all(tmp_path):
    mine = person(tmp_path, 8, planted=False)
    job(mine, "Job without a pace", overall=4)
    mine.take_a_look()
    title = together(mine, "names").title
    assert title.startswith(
        "Combinations: with 8 of your 9 jobs rated on all we combine, we cannot tell them"
    )
    mine.record.close()
