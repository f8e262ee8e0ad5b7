"""Pictures of one's own choice: the code below each runs, and none with an outcome comes before a look."""

from __future__ import annotations

import itertools
import json

import pytest
from matplotlib.figure import Figure

import good_on_paper as gop
from good_on_paper.charts.explored import BEGAN, KINDS, WHICH, PictureChoice, explored
from good_on_paper.pages.under_the_hood import explore
from good_on_paper.panels import Layout
from good_on_paper.record import Record


@pytest.fixture(scope="module")
def looked():
    me = gop.sample()
    me.take_a_look()
    return me


@pytest.fixture
def mine():
    return gop.sample()


@pytest.fixture(scope="module")
def few(tmp_path_factory):
    """Four dated jobs on three lines: enough for every picture, and quickly drawn."""
    with Record.open(tmp_path_factory.mktemp("few")) as record:
        sitting = record.sitting("x")
        for place in range(4):
            role = record.add_unit("role", sitting=sitting)
            said = {"title": f"Job {place}", "started": f"{2010 + place}", "ended": f"{2011 + place}"}
            rated = {
                "pace": 1 + place,
                "hours": 6 - place,
                "peers": 4,
                "overall": 2 + place,
                "cost": 5 - place,
            }
            for item, value in (said | rated).items():
                record.answer(role, item, value, sitting=sitting)
        me = gop.Me(record)
        me.take_a_look()
        yield me


def test_the_code_of_every_picture_runs_as_copied(few, monkeypatch):
    saved: list[str] = []
    monkeypatch.setattr(Figure, "savefig", lambda _figure, path: saved.append(path))
    for name in ("sample", "open"):
        monkeypatch.setattr(gop, name, lambda: few)
    every = [*itertools.product(KINDS, [BEGAN, "overall", "cost"], WHICH, [True])]
    every += itertools.product(KINDS, [BEGAN, "overall"], ["all"], [False])
    for kind, by, which, sample in every:
        exec(PictureChoice(kind, "pace", by, which, sample).code(few.words(), few.scales()), {})  # noqa: S102
    assert saved == ["picture.png"] * len(every)


@pytest.mark.parametrize("kind", KINDS)
def test_the_picture_and_its_program_are_drawn_by_the_same_lines(looked, kind, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(gop, "sample", lambda: looked)
    chart = explored(looked, PictureChoice(kind, "pace", "overall", "later"))
    assert chart.svg("dark", bare=True).startswith("<?xml")
    drawn = PictureChoice(kind, "pace", "overall", "later").drawing_code(looked.words(), looked.scales())
    assert drawn in chart.code
    exec(chart.code, {})  # noqa: S102
    assert (tmp_path / "picture.png").stat().st_size > 5_000
    assert chart.table.shape[0] == 4


def test_a_picture_with_how_it_went_is_a_look_and_says_so_first(mine):
    _, drawn, panel = explore.choices(mine)
    before = panel.handle({"type": "ready"})
    assert (before["total"], before["ask"]) == (1, None)  # by the years: no look
    drawn["by"].value = "overall"
    asked = panel.handle({"type": "ready"})
    assert asked["total"] == 0
    assert asked["ask"]["button"] == "Look, and draw it"
    assert asked["ask"]["said"][0].startswith("A picture with how it went is a look")
    assert mine.looks().empty
    after = panel.handle({"type": "reveal"})
    assert (after["total"], after["ask"]) == (1, None)
    assert len(mine.looks()) == 1
    drawn["kind"].value = "scatter"
    assert panel.handle({"type": "ready"})["total"] == 1
    assert len(mine.looks()) == 1


def test_the_sample_s_pictures_are_no_look_of_mine(mine):
    made = explore.sheet(mine, PictureChoice("strip", "pace", "overall"))
    assert isinstance(made, Layout)
    assert made.ask is None
    assert "me.take_a_look()" not in made[0].code
    assert mine.looks().empty


def test_new_answers_wait_for_a_new_look(few):
    own = PictureChoice("strip", "pace", "overall", sample=False)
    assert explore.sheet(few, own).ask is None
    assert "me.take_a_look()" in explore.sheet(few, own)[0].code
    for role in few.units("role"):
        few.record.answer(role, "variety", 4, sitting=few.record.sitting("y"))
    assert explore.sheet(few, own).ask.said[0].startswith("A picture with how it went")
    assert "not rated" in explore.sheet(few, PictureChoice("strip", "variety", "overall", sample=False))


def test_what_is_missing_is_said(mine):
    unrated = "worn"
    assert unrated not in mine.outcomes, "the sample says nothing of it"
    assert "not rated" in explore.sheet(mine, PictureChoice("strip", "pace", unrated))
    mine.take_a_look()
    assert "not rated" in explore.sheet(mine, PictureChoice("strip", "pace", unrated, sample=False))


def test_the_choices_hold_nothing_personal(mine):
    box, drawn, _ = explore.choices(mine)
    assert len(drawn["line"].options) > 30
    state = json.dumps([choice.get_state() for choice in (box, *drawn.values())], default=str)
    assert not any(employer in state for employer in mine.roles()["employer"])
