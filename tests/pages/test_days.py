"""The page on days by the minute: from nothing told to all told."""

from __future__ import annotations

import json

from good_on_paper import kit
from good_on_paper.forms import Minutes
from good_on_paper.record.days import day_unit
from tests.pages.test_dull_and_live_with import mine, quiet, role, sample, shown  # noqa: F401 - fixtures are found by name


def stretch(mine, of, day, **said):  # noqa: F811 - the fixture's value
    sitting = mine.record.sitting("minutes")
    unit = day_unit(of.id, day)
    mine.record.add_unit("episode", parent=of, sitting=sitting, unit=unit)
    mine.record.answer(unit, "day_kind", day, sitting=sitting)
    made = mine.record.add_unit("episode", parent=unit, sitting=sitting)
    for item, value in said.items():
        mine.record.answer(made, f"stretch_{item}", value, sitting=sitting)


def test_nothing_is_drawn_from_nothing(mine):  # noqa: F811
    assert isinstance(kit.minutes(), Minutes)
    cook = role(mine, title="Cook")
    assert quiet(kit.days())  # the form above offers to tell one
    stretch(mine, cook, "ordinary", what="Service")
    assert "No lengths yet" in shown(kit.days())[0]["sentence"]
    stretch(mine, cook, "ordinary", what="Service", length="240 min", dull="not_dull")
    page, charts = shown(kit.days())
    assert [chart["title"] for chart in charts] == [
        "In one job an ordinary day was dull for none of its 4 h."
    ]
    assert "not said yet of any ordinary day" in page["heads"][1]["sentence"]


def test_the_sample_person_by_the_minute(sample):  # noqa: F811
    page, charts = shown(kit.days())
    assert [chart["title"] for chart in charts] == [
        "In 3 of 7 jobs at least half of an ordinary day was dull.",
        "In one job the best day was dull for none of its 7 h.",
        "In one job a dull day was dull for all of its 8 h.",
        (
            "In 4 of 7 jobs more of the time in between was well spent than wasted; in 3 it was the "
            "other way round."
        ),
        "Of 15 waits and gaps, 8 were well spent and 6 wasted, 1 not said.",
    ]
    assert page["heads"][1]["heading"] == "Time in between, over the years"
    assert len(sample.ratings(kind="episode")) == 13  # days are no episodes that are rated
    letters = json.dumps(shown(kit.days(), "letters")[1], ensure_ascii=False)
    assert "Job " in letters
    assert not [name for name in ("Editor", "Velmora", "Marking", "Commas") if name in letters]


def test_a_job_in_which_something_hurt_is_in_no_strip(sample):  # noqa: F811
    editor = next(unit for name, unit in sample.roles()["unit"].items() if name.startswith("Editor"))
    sample.record.answer(editor, "hurt", "yes", sitting=sample.record.sitting("roles"))
    told = json.dumps(shown(kit.days())[1])
    assert "Quill" not in told
    assert "Commas" not in told
