"""What goes with boredom: asked for by a button, looks dated and paid for, apart from how it went."""

from __future__ import annotations

import json

import numpy as np
import pytest

from good_on_paper import kit
from good_on_paper.catalogue import load
from good_on_paper.pages import session
from good_on_paper.patterns import SHUFFLE, STANDS_OUT, TOO_FEW, WORTH
from good_on_paper.record import RecordError
from good_on_paper.study import declare, looks
from good_on_paper.study.boredom import DULL, LATER, dull_report
from good_on_paper.study.declared import DULL_LOOK
from good_on_paper.study.sample import throw_away_record

CATALOGUE = load()
BEGAN = 0  # in this order of the years few orders as alike are as neat
LINES = [item.key for item in CATALOGUE.items("circumstance") if not item.private][:8]
FOUND = {WORTH, STANDS_OUT}


@pytest.fixture
def opened(tmp_path, monkeypatch):
    monkeypatch.setenv("GOOD_ON_PAPER_HOME", str(tmp_path / "person"))
    session.me.cache_clear()
    yield session.me
    session.me().record.close()
    session.me.cache_clear()


@pytest.fixture
def sample(tmp_path, opened):
    throw_away_record(tmp_path / "person").close()
    return opened()


def answer(mine, role, **said):
    for item, value in said.items():
        revision = CATALOGUE.item(item).revision
        mine.record.answer(role, item, value, revision=revision, sitting=mine.record.sitting("x"))


def career(mine, jobs=10, *, planted=True, in_order=False):
    """Invent jobs that got dull the later the more variety they had; of some one left before.

    Where they are `in_order`, both rose from job to job.
    """
    dice = np.random.default_rng(3)
    began = np.arange(jobs) if in_order else np.random.default_rng(BEGAN).permutation(jobs)
    roles = []
    with mine.record.batch():
        for number in range(jobs):
            role = mine.record.add_unit("role", sitting=mine.record.sitting("x")).id
            ratings = dict(zip(LINES, dice.integers(1, 8, len(LINES)).tolist(), strict=True))
            ratings["variety"] = 1 + number * 6 // (jobs - 1) if planted else int(dice.integers(1, 8))
            when = "not_before_i_left" if number >= jobs - 2 else f"{2 + 3 * number} mo"
            year = 1990 + 4 * int(began[number])
            answer(mine, role, title=f"Job {number}", started=f"{year}", **ratings)
            answer(mine, role, ended=f"{year + 4}", set_in_after=when, overall=int(dice.integers(1, 8)))
            roles.append(role)
    return roles


def page(names="names", *, press=False):
    panel = kit.goes_with_dull()
    if press:
        panel.handle({"type": "reveal"})
    told = panel.handle({"type": "ready"})
    charts = [
        panel.handle({"type": "show", "chart": chart, "names": names, "theme": "light"})
        for chart in range(told["total"])
    ]
    assert all(chart["type"] == "chart" for chart in charts)
    return told, charts


def word(mine, line="variety"):
    return dull_report(mine).lines[LATER].frame.set_index("line")["word"][line]


def test_from_nothing_said_to_the_button(opened):
    mine = opened()
    role = mine.record.add_unit("role", sitting=mine.record.sitting("x")).id
    assert page()[0]["sentence"] == ""  # the top of the page says what to do
    answer(mine, role, set_in_after="3 mo")
    assert "not rated your jobs side by side" in page()[0]["sentence"]
    answer(mine, role, variety=3)
    told, charts = page()
    assert told["ask"]["button"] == "Show what the dull jobs had in common"
    assert charts == []
    assert not looks.looks(mine, DULL_LOOK)
    fixes = "you can no longer change what you said you need"
    assert fixes in json.dumps(told["ask"])
    answer(mine, role, overall=5)
    looks.take(mine)  # at how it went: that has fixed them already
    assert fixes not in json.dumps(page()[0]["ask"])
    for _ in range(8):
        mine.record.add_unit("role", sitting=mine.record.sitting("x"))
    told, _ = page()  # one of nine: no first look is spent on that
    assert told["sentence"].startswith("Say when 5 jobs got dull")
    assert not told.get("ask")


def test_the_sample_person(sample):
    told, charts = page(press=True)
    heads = [head["heading"] for head in told["heads"]]
    assert heads == [
        "When it got dull",
        "How dull it was at its worst",
        "What made it dull",
        "How it went is another question",
        "How it went and how it ended",
    ]
    sentences = [head["sentence"] for head in told["heads"]]
    assert sentences[2] == "Too few jobs to tell. You answered this for 6 jobs."
    when, deep, apart, ending = charts
    assert when["title"] == (
        "In none of the 3 that took longest to get dull, but in 3 of the 3 that got dull soonest, "
        "the work took most of my week."
    )
    assert when["small"][0].startswith(
        "It stands out. We tried all 40,320 ways of shuffling when the jobs got dull."
    )
    assert deep["title"] == (
        "In 3 of my 3 least dull jobs I chose how to do the work; in none of my 3 dullest."
    )
    assert deep["small"][0].startswith(
        "It stands out. We tried all 40,320 ways of shuffling how dull the jobs were."
    )
    differed = "Dull and less dull jobs differed in: "
    assert apart["title"] == differed + "Choosing how to do the work; Hours it took."
    assert "it has a button of its own" in json.dumps(apart)
    assert ending["title"].startswith("Of two jobs, the better one was less dull at the end in 21 of 27")
    assert ending["small"][1] == "Too few jobs to tell."
    assert ending["small"][0].startswith("How dull: ")  # what the marks are stands first
    assert len(looks.looks(sample, DULL_LOOK)) == 1
    assert looks.looks(sample) == []  # no look at how it went


def test_what_is_planted_is_a_line_up_in_the_order_of_when_it_got_dull(opened):
    mine = opened()
    career(mine)
    told, charts = page(press=True)
    assert word(mine) in FOUND
    first = charts[0]
    assert first["title"].startswith("In 3 of the 3 that took longest to get dull")
    assert first["title"].endswith("in none of the 3 that got dull soonest.")
    assert "We shuffled when the jobs got dull" in first["small"][0]
    assert "best" not in json.dumps([first["title"], first["small"], first["alt"]])
    assert "not before it ended" in json.dumps(first["tables"])
    assert told["heads"][0]["start"] == 0
    looks.take(mine)
    assert "Better and worse jobs differed in: " in json.dumps(page()[1])


def test_what_only_changed_over_the_years_is_no_finding(opened):
    mine = opened()
    career(mine, in_order=True)
    page(press=True)
    assert word(mine) == SHUFFLE
    found = dull_report(mine).lines[LATER].frame.set_index("line")
    assert (found["drift"]["variety"], found["look"]["variety"]) == (True, 1)


def curves():
    """What stands below the step curve on what parts the jobs, and its pictures."""
    panel = kit.step_curve()
    panel.handle({"type": "reveal"})
    told = panel.handle({"type": "ready"})
    places = range(told["heads"][2]["start"], told["total"])
    drawn = [panel.handle({"type": "show", "chart": place, "theme": "light"}) for place in places]
    return told["heads"][2]["sentence"], [chart["title"] for chart in drawn]


def test_two_curves_by_a_line_only_once_it_earned_a_word(opened):
    mine = opened()
    career(mine)
    guess = next(line for line in LINES if line != "variety")
    declare.guess(mine, ["variety", guess])
    assert curves() == (
        "We split your jobs here once you have looked at what the dull jobs had in common, above.",
        [],
    )
    page(press=True)
    sentence, titles = curves()
    assert len(titles) == 1
    assert titles[0].startswith("Half of my 5 jobs with more “Variety of tasks” had got dull after")
    label = CATALOGUE.item(guess).worded().label
    assert sentence == f"Not drawn for “{label}”, which you need: could easily be chance."


def test_no_curve_by_a_line_that_nobody_may_speak_of(opened):
    mine = opened()
    career(mine, planted=False)
    page(press=True)
    sentence, titles = curves()
    assert titles == []
    assert sentence.startswith("Nothing here stands out from chance, and two curves")


def test_of_few_jobs_no_line_parts_them(opened):
    mine = opened()
    career(mine, 4)
    page(press=True)
    assert curves() == ("Too few jobs that differ, so we cannot tell.", [])


def test_a_line_with_a_word_and_too_few_jobs_on_a_side_is_named(opened):
    mine = opened()
    career(mine, 7)
    declare.guess(mine, ["variety"])
    page(press=True)
    assert word(mine) in FOUND
    assert curves() == (
        "Not drawn for “Variety of tasks”: too few jobs with more of it, or less, for two curves.",
        [],
    )


def test_what_comes_later_waits_and_can_tell_less(opened):
    mine = opened()
    roles = career(mine)
    page(press=True)
    assert page()[0].get("ask") is None
    before = word(mine)
    for role in roles:  # said after the look: a line that follows how late it got dull just as well
        at = roles.index(role)
        answer(mine, role, own_goals=1 + at * 6 // 9)
    told, _ = page()
    assert told["ask"]["heading"] == "You have new answers"
    assert "own_goals" not in looks.seen(mine, DULL).lines()
    page(press=True)
    assert len(looks.looks(mine, DULL_LOOK)) == 2
    assert word(mine) == before
    with pytest.raises(RecordError, match="fixed at your first look"):
        declare.guess(mine, ["own_goals"])


def test_a_correction_can_lower_a_word_and_never_raise_one(opened):
    mine = opened()
    roles = career(mine, planted=False)
    page(press=True)
    assert word(mine) in {SHUFFLE, TOO_FEW}
    for at, role in enumerate(roles):  # the cells were seen: no new look, and no word for a correction
        answer(mine, role, variety=1 + at * 6 // 9)
    assert page()[0].get("ask") is None
    assert word(mine) in {SHUFFLE, TOO_FEW}


def test_private_lines_and_jobs_that_hurt_are_not_shown(opened):
    mine = opened()
    roles = career(mine)
    secret = next(item.key for item in CATALOGUE.items("circumstance") if item.private)
    for at, role in enumerate(roles):
        mine.record.answer(role, secret, 1 + at * 6 // 9, private=True, sitting=mine.record.sitting("x"))
    mine.record.answer(roles[0], "hurt", "yes", private=True, sitting=mine.record.sitting("x"))
    told, charts = page(press=True)
    said = json.dumps([told, charts])
    assert CATALOGUE.item(secret).label not in said
    assert "Job 0" not in said


def test_with_letters_no_name_is_left(sample):
    names = [title for name in sample.roles().index for title in name.split(", ")]
    told = json.dumps(page("letters", press=True)[1], ensure_ascii=False)
    assert "Job A" in told
    assert [name for name in names if name in told] == []


def test_of_jobs_all_alike_it_is_not_said_that_they_are_too_few(opened):
    mine = opened()
    for number in range(9):
        role = mine.record.add_unit("role", sitting=mine.record.sitting("x")).id
        ratings = dict.fromkeys(LINES, 1 + number % 7)
        answer(mine, role, title=f"Job {number}", set_in_after="183 d", dull_worst=4, **ratings)
        answer(mine, role, dull_because=["no_point"])
    panel = kit.goes_with_dull()
    panel.handle({"type": "reveal"})
    said = [head["sentence"] for head in panel.handle({"type": "ready"})["heads"]][:3]
    assert said == [
        f"{what} is the same in all 9 jobs, so there is nothing to compare."
        for what in ("When it got dull", "How dull it was at its worst", "What made it dull")
    ]
