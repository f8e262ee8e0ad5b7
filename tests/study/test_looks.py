"""Looks are dated, counted and paid for; guesses are frozen at the first."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

import good_on_paper as gop
from good_on_paper.catalogue import CatalogueError, keys, load, load_bank
from good_on_paper.patterns import SHUFFLE, STANDS_OUT, TOO_FEW, WORTH, look_budget
from good_on_paper.questions import YOUR_JOBS, ask, gather
from good_on_paper.questions.prepared import rests_on
from good_on_paper.record import FIRST_SIGHT, Record, RecordError
from good_on_paper.study import looks
from good_on_paper.study.boredom import DULL
from good_on_paper.study.contrast import all_seen
from good_on_paper.study.declared import DULL_LOOK, LOOK

CATALOGUE = load()
LINES = [item.key for item in CATALOGUE.items("circumstance") if not item.private][:8]
FREEDOM = "decision_freedom"
WENT = [7, 6, 6, 5, 4, 3, 2, 1]


class Person:
    """Somebody who answers."""

    def __init__(self, folder):
        self.record = Record.open(folder)
        self.sitting = self.record.sitting("lines")
        self.me = gop.open(folder)
        self.roles = []

    def rate(self, role, line, value):
        item = CATALOGUE.item(line)
        self.record.answer(role, line, value, sitting=self.sitting, revision=item.revision)

    def work(self, went, **ratings):
        role = self.record.add_unit("role", sitting=self.sitting)
        self.roles.append(role)
        self.rate(role, "overall", went)
        for line, value in ratings.items():
            self.rate(role, line, value)

    def career(self, lines=(), jobs=8):
        """Freedom follows how it went; the other lines do not."""
        dice = np.random.default_rng(5)
        noise = dice.permuted(np.tile(np.arange(1, 8), (len(WENT), 2)), axis=1)
        for went, row in list(zip(WENT, noise, strict=True))[:jobs]:
            others = dict(zip((line for line in lines if line != FREEDOM), row.tolist(), strict=False))
            self.work(went, **{FREEDOM: went}, **others)

    def word(self, line=FREEDOM):
        return self.me.take_a_look().frame.set_index("line")["word"][line]


@pytest.fixture
def person(tmp_path):
    made = Person(tmp_path)
    yield made
    made.record.close()
    made.me.record.close()


def test_a_look_is_taken_when_there_is_something_to_see_and_only_then(person):
    assert person.me.looks().empty
    person.career(LINES)
    assert person.me.looks().empty
    person.me.take_a_look()
    person.me.take_a_look()
    looks = person.me.looks()
    assert looks[["lines", "roles", "outcomes"]].to_numpy().tolist() == [[8, 8, "overall"]]
    person.rate(person.roles[0], FREEDOM, 1)  # rated anew: no new look
    person.me.take_a_look()
    assert len(person.me.looks()) == 1
    person.work(4, pace=3)
    person.me.take_a_look()
    assert person.me.looks()["roles"].tolist() == [8, 9]


def test_a_page_on_the_past_is_no_look(person):
    person.career(LINES)
    before = person.record.newest
    person.me.as_of(before).take_a_look()
    assert person.me.looks().empty
    person.me.take_a_look()
    assert person.me.as_of(before).looks().empty


def test_guesses_are_frozen_at_the_first_look(person):
    person.me.guess(["pace"])
    assert person.me.guess([FREEDOM, "pace", FREEDOM]) == person.me.guesses == [FREEDOM, "pace"]
    person.career(LINES)
    families = person.me.take_a_look().frame.set_index("line")["family"]
    assert set(families.index[families == "guess"]) == {FREEDOM, "pace"}
    with pytest.raises(RecordError, match="fixed at your first look"):
        person.me.guess(["hours"])
    sitting = person.record.sitting("other")
    person.record.answer(person.record.person, "guesses", ["hours"], sitting=sitting)
    assert person.me.guesses == [FREEDOM, "pace"]


@pytest.mark.parametrize(
    ("lines", "error", "words"),
    [
        (LINES[:6], RecordError, "6 guesses; expected at most 5"),
        ("pace", RecordError, r"expected a list of lines: guess\(\['pace'\]\)"),
        (["pase"], CatalogueError, "pase"),
        (["overall"], RecordError, "'overall' is no line on circumstances"),
    ],
)
def test_guesses_that_cannot_be_are_refused(person, lines, error, words):
    with pytest.raises(error, match=words):
        person.me.guess(lines)


def test_a_look_that_can_tell_nothing_costs_nothing(person):
    person.me.guess([FREEDOM])
    person.career(LINES, jobs=3)
    assert person.word() == TOO_FEW
    for went, row in zip(WENT[3:], (5, 4, 3, 2, 1), strict=True):
        person.work(went, **{FREEDOM: row}, pace=went % 3 + 1, hours=went % 4 + 1)
    frame = person.me.take_a_look().frame.set_index("line")
    assert frame["word"][FREEDOM] in (WORTH, STANDS_OUT)
    assert frame["look"][FREEDOM] == 2


def test_a_later_look_can_tell_less(person):
    person.career([])
    for role, pace in zip(person.roles, (4, 1, 6, 2, 7, 3, 5, 4), strict=True):
        person.rate(role, "pace", pace)
    for role, freedom in zip(person.roles, (7, 6, 5, 6, 4, 2, 3, 1), strict=True):
        person.rate(role, FREEDOM, freedom)
    person.me.take_a_look()
    assert person.word("pace") == SHUFFLE
    for role, hours in zip(person.roles, (7, 6, 5, 6, 4, 2, 3, 1), strict=True):
        person.rate(role, "hours", hours)
    assert gop.contrast(person.me.lines()).frame.set_index("line")["p_adjusted"]["hours"] < 0.018
    assert person.word("hours") == SHUFFLE  # at a first look it would have been more
    assert person.word() in (WORTH, STANDS_OUT)  # what the first look earned stays
    assert person.me.take_a_look().frame.set_index("line")["look"].to_dict() == {
        FREEDOM: 1,
        "pace": 2,
        "hours": 2,
    }


def test_a_correction_can_lower_a_word_and_not_raise_it(person):
    person.career(LINES)
    assert person.word() in (WORTH, STANDS_OUT)
    pace = person.word("pace")
    assert pace == SHUFFLE
    for role, went in zip(person.roles, WENT, strict=True):
        person.rate(role, "pace", went)
    assert person.word("pace") == SHUFFLE
    for role, freedom in zip(person.roles, (4, 1, 6, 2, 7, 3, 5, 4), strict=True):
        person.rate(role, FREEDOM, freedom)
    assert person.word() == SHUFFLE


def test_another_outcome_after_the_first_look_gets_no_word(person):
    person.career(LINES)
    for role, went in zip(person.roles, WENT, strict=True):
        person.rate(role, "cost", went)
    person.me.take_a_look()
    sitting = person.record.sitting("roles")
    person.record.answer(person.record.person, "primary_outcome", "cost", sitting=sitting)
    assert set(person.me.take_a_look().frame["word"]) <= {TOO_FEW, SHUFFLE}


def test_a_second_outcome_declared_before_halves_the_budget(person):
    person.career(LINES)
    sitting = person.record.sitting("roles")
    person.record.answer(person.record.person, "second_outcome", "cost", sitting=sitting)
    budget = person.me.take_a_look().budget
    assert person.me.looks()["outcomes"].tolist() == ["overall, cost"]
    assert budget == look_budget(1, outcomes=2)


def test_private_lines_count_among_those_looked_at_and_are_not_shown(person):
    private = next(item.key for item in CATALOGUE.items("circumstance") if item.private)
    person.career(LINES)
    for role in person.roles:
        person.rate(role, private, 4)
    frame = person.me.take_a_look().frame
    assert private not in set(frame["line"])
    assert set(frame["among"]) == {9}
    assert private in set(person.me.take_a_look(include_private=True).frame["line"])


def test_what_was_rated_at_first_sight_is_no_evidence(person):
    """A best and a worst job rated as such would show what was looked for."""
    person.career(LINES)
    before = person.me.take_a_look().frame
    person.sitting = person.record.sitting(FIRST_SIGHT)
    for role, value in ((person.roles[0], 1), (person.roles[-1], 7)):
        for line in LINES:
            person.rate(role, line, value)
    assert len(person.me.looks()) == 1
    pd.testing.assert_frame_equal(person.me.take_a_look().frame, before)


def test_on_noise_what_is_answered_again_after_a_look_earns_no_word_at_the_next(person):
    """Whoever knows what goes with what, and answers again to suit it, finds nothing by another look."""
    pace = (4, 1, 6, 2, 7, 3, 5, 4)
    person.career([])
    for role, value in zip(person.roles, pace, strict=True):
        person.rate(role, FREEDOM, value)
        person.rate(role, "pace", 8 - value)
    assert person.word() == SHUFFLE
    for role, went in zip(person.roles, WENT, strict=True):
        person.rate(role, FREEDOM, went)
    person.work(7, **{FREEDOM: 7, "pace": 3})
    person.work(1, **{FREEDOM: 1, "pace": 4})
    assert person.word() == SHUFFLE
    assert len(person.me.looks()) == 2
    assert person.me.ratings()[FREEDOM].tolist() == [*WENT, 7, 1]  # the newer answers stand, in pictures


def middle_is_best(person, level=None):
    """Pace was the nearer to 4 the better it went; freedom says nothing."""
    if level is not None:
        person.me.want("pace", level)
    person.career([])
    for role, (pace, freedom) in zip(
        person.roles, [(4, 4), (4, 1), (3, 6), (5, 2), (2, 7), (6, 3), (1, 5), (7, 4)], strict=True
    ):
        person.rate(role, "pace", pace)
        person.rate(role, FREEDOM, freedom)


def test_where_the_middle_is_best_the_level_wanted_counts_in_place_of_the_amount(person):
    person.me.guess(["pace"])
    middle_is_best(person, level=4)
    assert person.me.wanted == {"pace": 4}
    report = person.me.take_a_look()
    frame = report.frame.set_index("line")
    assert set(frame.index) == {"near:pace", FREEDOM}  # one line, paid for once
    assert frame["word"]["near:pace"] in (WORTH, STANDS_OUT)
    assert frame["family"]["near:pace"] == "guess"
    assert (frame["best_high"]["near:pace"], frame["worst_high"]["near:pace"]) == (3, 0)
    chart = report.chart("near:pace")
    assert "within 1 step of 4, as I want it; in none of the 3 that went least well" in chart.title
    assert chart.table.iloc[:, 0].tolist()[:2] == ["4", "4"]  # as it was rated
    answers = report.because("near:pace")
    assert set(answers["item"]) == {"pace", "overall"}
    assert len(answers) == 16


def test_a_level_wanted_makes_its_question_with_the_answers_behind_it(person):
    person.me.guess([FREEDOM])
    middle_is_best(person, level=4)
    assert gather(person.me, all_seen(person.me)).found == ()  # before the first look
    assert person.word("near:pace") in (WORTH, STANDS_OUT)
    asked = ask(gather(person.me, all_seen(person.me)), load_bank())
    question = next(one for one in asked if one.line == "pace")
    assert question.key.startswith("pace:")
    because = question.because
    assert YOUR_JOBS in because.kinds
    label = CATALOGUE.item("pace").worded().label
    assert (
        f"in 3 of your 3 best jobs “{label}” was close to 4, as you want it; in none of the 3 that went"
        in because.sentence
    )
    assert {item for _, item in because.cells} == {"pace", "overall", "wanted:pace"}
    standing = person.record.current()
    assert all(cell in standing for cell in because.cells)
    rests = rests_on(person.me, because)
    assert any(said.startswith(f"You: how much you want of “{label}”") for said in rests)


def test_without_a_wanted_level_the_middle_is_not_seen(person):
    person.me.guess(["pace"])
    middle_is_best(person)
    assert person.word("pace") == SHUFFLE


def test_levels_are_frozen_at_the_first_look(person):
    middle_is_best(person, level=1)
    word = person.word("near:pace")
    with pytest.raises(RecordError, match="fixed at your first look"):
        person.me.want("pace", 4)
    revision = CATALOGUE.item("pace").revision
    person.record.answer(
        person.record.person, "wanted:pace", 4, sitting=person.record.sitting("other"), revision=revision
    )
    assert person.me.wanted == {"pace": 1}
    assert person.word("near:pace") == word


@pytest.mark.parametrize("look", [LOOK, DULL_LOOK])
def test_levels_and_guesses_stand_as_they_were_at_the_first_look_of_either_kind(person, look):
    """However they came in: the form refuses them, a file brought in later does not know of the look."""
    record, revision = person.record, CATALOGUE.item("pace").revision
    middle_is_best(person)
    person.me.want("pace", 1)
    person.me.guess([FREEDOM])
    value = {"seq": record.newest, "lines": [], "roles": [], "outcomes": []}
    record.answer(record.person, look, value, sitting=record.sitting("look"))
    for item, later in (("wanted:pace", 4), ("guesses", ["pace"])):
        record.answer(record.person, item, later, sitting=record.sitting("other"), revision=revision)
    assert (person.me.wanted, person.me.guesses) == ({"pace": 1}, [FREEDOM])


@pytest.mark.parametrize(("line", "level"), [("pace", 8), ("pace", "much"), ("overall", 4)])
def test_levels_that_cannot_be_are_refused(person, line, level):
    with pytest.raises(RecordError, match="level"):
        person.me.want(line, level)
    assert person.me.wanted == {}


def test_kin_of_the_outcome_never_gets_a_word(person):
    outcome = CATALOGUE.item("overall")
    person.career([])
    person.record.answer(
        person.record.person, "primary_outcome", "energy", sitting=person.record.sitting("roles")
    )
    for role, went in zip(person.roles, WENT, strict=True):
        person.rate(role, "energy", went)
    frame = person.me.take_a_look().frame.set_index("line")
    for line in frame.index[frame["kin"]]:
        assert frame["word"][line] in (TOO_FEW, SHUFFLE)
    assert outcome.kin is not None


def test_every_word_of_evidence_occurs_in_the_sample():
    words = gop.sample().take_a_look().frame.set_index("line")["word"]
    assert set(words) == {TOO_FEW, SHUFFLE, WORTH, STANDS_OUT}
    assert words[FREEDOM] == STANDS_OUT
    assert words["finish"] == WORTH
    assert words["hours"] == SHUFFLE
    assert words["others_suffering"] == TOO_FEW


def test_a_look_at_when_it_got_dull_makes_no_contrast_anew(person):
    person.career(LINES)
    person.me.take_a_look()
    frame = all_seen(person.me)[0].frame
    for role in person.roles:
        person.record.answer(role, keys.DULL_WORST, 3, sitting=person.sitting)
    before = all_seen(person.me)[0].person.moment
    assert looks.waiting(person.me, DULL) is not None
    looks.take(person.me, DULL)
    assert all_seen(person.me)[0].person.moment == before
    pd.testing.assert_frame_equal(all_seen(person.me)[0].frame, frame)


def test_a_line_that_cannot_be_compared_yet_spends_no_look(person):
    person.career([FREEDOM, *LINES[:3]])
    person.me.take_a_look()
    line = next(one for one in LINES[3:] if one != FREEDOM)
    for number, role in enumerate(person.roles[:4], start=1):
        person.rate(role, line, number)
        assert (looks.waiting(person.me) is not None) == (number == 4)
        person.me.take_a_look()
        assert len(looks.looks(person.me)) == 1 + (number == 4)


def test_with_few_jobs_every_look_is_free_and_none_is_held_back(person):
    person.career([FREEDOM], jobs=3)
    person.me.take_a_look()
    person.rate(person.roles[0], LINES[-1], 4)
    assert looks.waiting(person.me) is not None
