"""What was smaller than a job, on its page: nothing before there is a pair, a picture after the look."""

from __future__ import annotations

import json

from good_on_paper import kit
from good_on_paper.forms import Episodes
from good_on_paper.pages.what_it_was_like.episodes import LATER
from good_on_paper.study import looks
from tests.pages.test_dull_and_live_with import mine, quiet, role, sample, shown  # noqa: F401 - fixtures are found by name


def test_nothing_is_drawn_of_one_episode_alone(mine):  # noqa: F811
    assert isinstance(kit.episodes(), Episodes)
    assert quiet(kit.within_jobs())
    cook, sitting = role(mine, title="Cook"), mine.record.sitting("episodes")
    for went, pace in ((6, 2), (6, 5)):
        one = mine.record.add_unit("episode", parent=cook, sitting=sitting)
        mine.record.answer(one, "pace", pace, sitting=sitting)
        mine.record.answer(one, "overall", went, sitting=sitting)
    assert quiet(kit.within_jobs())  # they went alike


def test_the_sample_person_after_the_look(sample):  # noqa: F811
    assert shown(kit.within_jobs())[0]["sentence"] == LATER  # how things went, beside what they were like
    looks.take(sample)
    page, charts = shown(kit.within_jobs())
    assert [chart["title"] for chart in charts] == [
        "In 4 of 4 jobs, what went better had more of this: “Choosing how to do the work”."
    ]
    assert page["notes"] == [
        (
            "13 episodes of 4 jobs. A test would count jobs, not episodes, and 4 are too few to tell; "
            "so this is a picture and no more."
        )
    ]
    letters = json.dumps(shown(kit.within_jobs(), "letters")[1], ensure_ascii=False)
    assert "Job B" in letters
    assert not [name for name in ("Copper", "Velmora", "autumn menu") if name in letters]


def test_a_job_in_which_something_hurt_is_in_no_picture(sample):  # noqa: F811
    looks.take(sample)
    cook = next(unit for name, unit in sample.roles()["unit"].items() if name.startswith("Line cook"))
    sample.record.answer(cook, "hurt", "yes", sitting=sample.record.sitting("roles"))
    page, charts = shown(kit.within_jobs())
    assert "10 episodes of 3 jobs" in page["notes"][0]
    assert "Copper" not in json.dumps(charts)


def test_jobs_under_an_outside_event_stand_apart_after_the_look(sample):  # noqa: F811
    assert len(shown(kit.years(how_it_went=True))[1]) == 1
    looks.take(sample)
    charts = shown(kit.years(how_it_went=True))[1]
    assert charts[1]["title"].startswith("3 jobs during “A bank crash, and no posts anywhere” went 2 to 5")
    assert len(shown(kit.years())[1]) == 1
