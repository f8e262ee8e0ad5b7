"""The years on the pages: dates come from the record, what they took back is said, noise can drift."""

from __future__ import annotations

import json

import numpy as np
import pytest

import good_on_paper as gop
from good_on_paper import kit
from good_on_paper.catalogue import load
from good_on_paper.pages.dates_missing import FOR_LIFE
from good_on_paper.pages.under_the_hood.noise import NOISE_DRIFTS, noise_of
from good_on_paper.patterns import SHUFFLE, WORTH, look_budget

CATALOGUE = load()
FREEDOM, HOURS = "decision_freedom", "hours"
RISEN = [1, 1, 2, 3, 3, 5, 6, 7, 7, 6]
FREE = [1, 2, 2, 2, 3, 4, 6, 6, 7, 7]
MIXED = [8, 4, 7, 0, 1, 2, 5, 9, 6, 3]
ALIKE = "jobs next to each other are alike, and that alone can make a picture like this."


@pytest.fixture
def mine(tmp_path, open_on):
    made = gop.open(tmp_path / "person", create=True)
    open_on(made)
    yield made
    made.record.close()


def work(mine, went, years, free, cost=None):
    """Jobs with how they went, how free one was, and hours at random; a year of None leaves the date out."""
    dice = np.random.default_rng(2)
    record = mine.record
    with record.batch():
        for place, (value, year) in enumerate(zip(went, years, strict=True)):
            sitting = record.sitting("x")
            role = record.add_unit("role", sitting=sitting)
            said = {FREEDOM: free[place], HOURS: int(dice.integers(1, 8)), "overall": value}
            said |= {} if cost is None else {"cost": cost[place]}
            for item, answer in said.items():
                record.answer(role, item, answer, sitting=sitting, revision=CATALOGUE.item(item).revision)
            record.answer(role, "title", f"Job {place}", sitting=sitting)
            if year is not None:
                record.answer(role, "started", str(year), sitting=sitting)


def page():
    panel = kit.line_ups()
    panel.handle({"type": "reveal"})
    told = panel.handle({"type": "ready"})
    shown = [panel.handle({"type": "show", "chart": at, "theme": "light"}) for at in range(told["total"])]
    return told, {chart["title"]: chart for chart in shown}


def of_freedom(shown):
    return next(chart for title, chart in shown.items() if "chose how to do the work" in title)


def test_what_only_rose_over_the_years_is_no_finding_and_the_chart_says_why(mine):
    work(mine, RISEN, range(2000, 2010), FREE)
    told, shown = page()
    found = mine.take_a_look().frame.set_index("line").loc[FREEDOM]
    assert (found["word"], found["drift"]) == (SHUFFLE, True)
    small, figures = of_freedom(shown)["small"][0], " ".join(of_freedom(shown)["figures"])
    assert "Both rose over the years" in small
    assert "shuffl" not in small
    assert "keep neighbours about as alike as they were" in figures
    orders, as_neat = int(found["orders_in_time"]), round(found["p_in_time"] * found["orders_in_time"])
    assert f"Of these {orders:,} ways, the real one included, {as_neat:,} were this clear." in figures
    assert not any("start date" in note for note in told["notes"])


def test_what_followed_how_it_went_both_ways_keeps_its_word(mine):
    work(mine, [RISEN[at] for at in MIXED], range(2000, 2010), [FREE[at] for at in MIXED])
    assert mine.take_a_look().frame.set_index("line")["word"][FREEDOM] == WORTH
    assert "the real one included" in " ".join(of_freedom(page()[1])["figures"])


@pytest.mark.parametrize(
    ("dated", "said"),
    [
        (9, "1 job has no start date: when we check what the years alone could do, it stays where it is."),
        (3, "We can check for that once 8 jobs have a start date; 3 of your 10 have one."),
        (0, "We can check for that once 8 jobs have a start date; none of your 10 has one."),
    ],
)
def test_jobs_without_a_date_are_said(mine, dated, said):
    work(mine, RISEN, [2000 + place if place < dated else None for place in range(10)], FREE)
    told, _ = page()
    assert said in " ".join(told["notes"])
    assert (mine.take_a_look().frame["p_in_time"].notna().any()) == (dated >= 8)


def test_dates_given_later_can_take_a_word_back_and_never_give_one(mine):
    work(mine, RISEN, [None] * 10, FREE)
    assert mine.take_a_look().frame.set_index("line")["word"][FREEDOM] == WORTH
    roles = mine.record.units("role")
    for year, role in zip(range(2000, 2010), roles, strict=True):
        mine.record.answer(role, "started", str(year), sitting=mine.record.sitting("x"))
    found = mine.take_a_look().frame.set_index("line").loc[FREEDOM]
    assert (found["word"], found["drift"]) == (SHUFFLE, True)


def test_two_declared_outcomes_share_what_the_years_are_held_to(mine):
    """What it cost only rose, how it went did not: each is asked of its own years, at half the price."""
    work(mine, RISEN, range(2000, 2010), [FREE[at] for at in MIXED], cost=[8 - RISEN[at] for at in MIXED])
    mine.declare_second("cost")
    went, cost = (mine.take_a_look(outcome=outcome) for outcome in ("overall", "cost"))
    for report in (went, cost):
        assert not {"cost", "overall"} & set(report.frame["line"])
        assert list(report.wide.columns)[-1] == report.outcome
        assert report.budget == look_budget(1, 2)
    followed = cost.frame.set_index("line").loc[FREEDOM]
    assert (followed["word"], followed["drift"]) == (WORTH, False)
    assert cost.tau_time < 0.5 < went.tau_time


def test_noise_can_drift_and_the_page_says_how_few_people_ever_see_a_word(mine):
    work(mine, RISEN, range(2000, 2010), FREE)
    panel = kit.on_noise()
    told = panel.handle({"type": "ready"})
    assert FOR_LIFE in told["ask"]["said"]
    assert (told["ask"]["tick"]["label"], told["ask"]["tick"]["on"]) == (NOISE_DRIFTS, False)
    assert panel.handle({"type": "tick", "on": True})["type"] == "ticked"
    told = panel.handle({"type": "reveal"})
    assert told["ask"]["tick"]["on"] is True
    assert "Job 1" not in json.dumps(panel.handle({"type": "show", "chart": 0})).replace("Made-up job", "")
    dealt = [noise_of(mine, seed, "overall", 0.8).wide["overall"] for seed in range(30)]
    still = [noise_of(mine, seed, "overall").wide["overall"] for seed in range(30)]
    assert np.mean([one.autocorr() for one in dealt]) > np.mean([one.autocorr() for one in still]) + 0.3
    assert sorted(dealt[0]) == sorted(map(float, RISEN))
