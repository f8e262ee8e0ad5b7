"""Start here opens with something of one's own, and with how jobs looked against how they went."""

from __future__ import annotations

from pathlib import Path

import pytest

import good_on_paper as gop
from good_on_paper.catalogue import HOW_IT_WENT, keys
from good_on_paper.forms.lines import ABOUT
from good_on_paper.frames.quiet import HURT, YES
from good_on_paper.pages.head import page
from good_on_paper.pages.start.highlight import highlight
from good_on_paper.pages.start.paper_against_lived import TWO_SCALES, good_on_paper
from good_on_paper.pages.what_it_was_like.lines import lines
from good_on_paper.record import Record
from good_on_paper.study.portion import FIRST


@pytest.fixture
def mine(open_on):
    sample = gop.sample()
    open_on(sample)
    yield sample
    sample.record.close()


@pytest.mark.usefixtures("mine")
def test_the_picture_is_there_and_seeing_it_is_no_look():
    told = good_on_paper().handle({"type": "ready"})
    assert (told["total"], told["sentence"], told["ask"]) == (1, "", None)
    assert told["heads"][0]["heading"] == "Good on paper"
    drawn = good_on_paper().handle(
        {"type": "show", "chart": 0, "names": "names", "theme": "light", "narrow": True}
    )
    assert drawn["title"].startswith("4 of my 8 jobs turned out better")
    assert drawn["share"]
    assert "as I remember it" in drawn["rated"]


def test_with_one_job_rated_twice_there_is_nothing_yet(tmp_path, open_on):
    with Record.open(tmp_path) as record:
        me = gop.Me(record)
        open_on(me)
        sitting = record.sitting("x")
        for place in range(2):
            role = record.add_unit("role", sitting=sitting)
            record.answer(role, keys.ON_PAPER, 4, sitting=sitting)
            told = good_on_paper().handle({"type": "ready"})
            assert (told["total"], told["heads"], told["sentence"]) == (0, [], "")  # no heading over nothing
            record.answer(role, HOW_IT_WENT, 3 + place, sitting=sitting)
        assert good_on_paper().handle({"type": "ready"})["total"] == 1


def test_what_is_saved_for_a_friend_is_a_png_and_an_svg_without_a_name(mine):
    panel = good_on_paper()
    panel.handle({"type": "ready"})
    saved = panel.handle({"type": "share", "chart": 0, "names": "names"})
    paths = [Path(path) for path in saved["path"].split(", ")]
    assert [path.name for path in paths] == [
        "good-on-paper-to-show-a-friend.png",
        "good-on-paper-to-show-a-friend.svg",
    ]
    assert saved["file"].endswith(".png")
    drawn = paths[1].read_text(encoding="utf-8")
    jobs = mine.roles()
    assert "Job A" in drawn
    for name in [*jobs["title"], *jobs["employer"]]:
        assert name not in drawn


def test_two_scales_are_said_in_a_sentence(mine):
    (mine.record.folder / "catalogue.toml").write_text(
        "[outcome.overall]\nrevision = 2\nscale = {min = 0, max = 10}\n", "utf-8"
    )
    assert good_on_paper().handle({"type": "ready"})["sentence"] == TWO_SCALES


def test_how_it_looked_is_no_circumstance_and_in_no_look(mine):
    assert keys.ON_PAPER in mine.ratings()
    assert keys.ON_PAPER not in mine.lines()
    assert keys.ON_PAPER not in mine.take_a_look().frame["line"].tolist()


def test_start_here_opens_with_what_was_good(mine):
    assert "Led a crew of seven" in page("00").data
    best = mine.units("role")[5]
    sitting = mine.record.sitting("two_jobs")
    mine.record.answer(mine.unit, keys.WENT_WELL, best.id, sitting=sitting)
    mine.record.answer(best, keys.IN_A_LINE, "They <b>left</b> me alone", sitting=sitting)
    told = page("00").data
    assert "They &lt;b&gt;left&lt;/b&gt; me alone" in told
    assert told.index("left") < told.index("Your next interview")
    mine.record.answer(best, HURT, YES, sitting=sitting)
    assert highlight(mine).words.startswith("Led a crew")  # nothing of a job that hurt


def test_what_was_said_of_a_bad_job_is_no_highlight(tmp_path):
    with Record.open(tmp_path) as record:
        me, sitting = gop.Me(record), record.sitting("x")
        assert highlight(me) is None
        role = record.add_unit("role", sitting=sitting)
        record.answer(role, "title", "Cook", sitting=sitting)
        record.answer(role, keys.IN_A_LINE, "Never again the night shift", sitting=sitting)
        assert highlight(me) is None


def test_by_default_one_rating_a_job_is_asked_more_and_no_other(tmp_path, open_on):
    with Record.open(tmp_path) as record:
        me, sitting = gop.Me(record), record.sitting("x")
        open_on(me)
        for place in range(8):
            record.answer(record.add_unit("role", sitting=sitting), "title", f"Job {place}", sitting=sitting)
        asked = lines().page_state()["lines"]
        assert [asked[0]["key"], len(asked)] == [keys.ON_PAPER, 1 + FIRST]
        group = {one["key"]: me.catalogue.item(one["key"]).group for one in asked}
        assert sorted(group.values()) == ["circumstance"] * FIRST + ["paper"]
        assert {one["about"] for one in asked[1:]} <= set(ABOUT.values())
