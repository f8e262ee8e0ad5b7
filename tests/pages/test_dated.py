"""The years on the pages: dates come from the record, what they took back is said, noise can drift."""

from __future__ import annotations

import json

import numpy as np
import pytest

import good_on_paper as gop
from good_on_paper import kit
from good_on_paper.catalogue import load
from good_on_paper.pages.dated import FOR_LIFE
from good_on_paper.pages.under_the_hood.noise import NOISE_DRIFTS, noise_of
from good_on_paper.patterns import SHUFFLE, WORTH

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
    assert (found["word"], found["drift"], found["rotations"]) == (SHUFFLE, True, 20)
    small, figures = of_freedom(shown)["small"][0], " ".join(of_freedom(shown)["figures"])
    assert "Both rose over the years, so we cannot tell whether" in small
    assert "shuffl" not in small
    assert "So we also kept your jobs in the order of the years" in figures
    assert "Of these 20 ways, the real one included, 2 were this clear." in figures
    assert not any("start date" in note for note in told["notes"])


def test_what_followed_how_it_went_both_ways_keeps_its_word(mine):
    work(mine, [RISEN[at] for at in MIXED], range(2000, 2010), [FREE[at] for at in MIXED])
    assert mine.take_a_look().frame.set_index("line")["word"][FREEDOM] == WORTH
    assert "only the real one was this clear" in " ".join(of_freedom(page()[1])["figures"])


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
    assert (mine.take_a_look().frame["p_rotated"].notna().any()) == (dated >= 8)


def test_dates_given_later_can_take_a_word_back_and_never_give_one(mine):
    work(mine, RISEN, [None] * 10, FREE)
    assert mine.take_a_look().frame.set_index("line")["word"][FREEDOM] == WORTH
    roles = mine.record.units("role")
    for year, role in zip(range(2000, 2010), roles, strict=True):
        mine.record.answer(role, "started", str(year), sitting=mine.record.sitting("x"))
    found = mine.take_a_look().frame.set_index("line").loc[FREEDOM]
    assert (found["word"], found["drift"]) == (SHUFFLE, True)


def test_two_declared_outcomes_are_turned_round_together(mine):
    went = [RISEN[place] for place in MIXED]
    cost = [8 - went[(place + 5) % 10] for place in range(10)]
    work(mine, went, range(2000, 2010), went, cost=cost)
    mine.declare_second("cost")
    by_both = [mine.take_a_look(outcome=outcome) for outcome in ("overall", "cost")]
    assert all("cost" not in set(report.frame["line"]) for report in by_both)
    assert all(list(report.wide.columns)[-1] == report.outcome for report in by_both)
    # what it cost follows freedom as well, five jobs later: a rotation is as neat as what is there
    assert by_both[0].frame.set_index("line")["p_rotated"][FREEDOM] > 0.05


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
