"""Which jobs to compare can be chosen: the sentences name it, and the words of evidence stay."""

from __future__ import annotations

import pytest

import good_on_paper as gop
from good_on_paper import patterns
from good_on_paper.pages.in_common import line_ups, which_jobs


@pytest.fixture
def mine(open_on):
    """The sample person, who has looked."""
    sample = gop.sample()
    open_on(sample)
    sample.take_a_look()
    yield sample
    sample.record.close()


def name_two(sample):
    """Say which job went well, not the best rated, and which one not to repeat."""
    roles = {name: unit for unit, name in gop.frames.role_names(sample).items()}
    order = sample.lines()[sample.primary_outcome].sort_values(ascending=False).index
    sitting = sample.record.sitting("start")
    sample.record.answer(sample.record.person, "went_well", roles[order[1]], sitting=sitting)
    sample.record.answer(sample.record.person, "would_not_repeat", roles[order[-2]], sitting=sitting)
    return order[1], order[-2]


def shown(panel, place=1):  # below the mirrored chart
    return panel.handle({"type": "show", "chart": place, "names": "names"})


def test_thirds_come_first_and_halves_are_named_in_words(mine):
    looks = len(mine.looks())
    panel = line_ups.line_ups()
    page = panel.handle({"type": "ready"})
    assert page["slider"]["steps"] == [which_jobs.CALLED["thirds"], which_jobs.CALLED["median"]]
    assert (page["slider"]["at"], page["slider"]["fold"]) == (0, "Which jobs to compare")
    thirds = shown(panel)
    assert "best" in thirds["title"]
    halved = panel.handle({"type": "slide", "at": 1})
    assert [head["heading"] for head in halved["heads"]] == [head["heading"] for head in page["heads"]]
    halves = shown(panel)
    groups = patterns.parted(mine.take_a_look(), patterns.MEDIAN).groups
    better, worse = (int(groups.eq(group).sum()) for group in ("best", "worst"))
    assert f"of my {better} better jobs" in halves["title"]
    assert f"of the {worse} that went less well" in halves["title"]
    assert any("the half of the jobs that went better" in said for said in halves["small"])
    assert any("Shift from the lower end to the better" in said for said in halves["figures"])
    assert len(mine.looks()) == looks  # parting them otherwise is no look


def test_own_marks_are_offered_once_both_are_given(mine):
    well, not_again = name_two(mine)
    panel = line_ups.line_ups()
    assert panel.handle({"type": "ready"})["slider"]["steps"][2] == which_jobs.CALLED["marks"]
    page = panel.handle({"type": "slide", "at": 2})
    assert not any(which_jobs.NOT_MARKED in note for note in page["notes"])
    chart = shown(panel)
    assert "the one that went well" in chart["title"]
    assert "the one I would not do again" in chart["title"]
    rows = chart["tables"][0]["rows"]
    assert (rows[0][0], rows[-1][0]) == (well, not_again)
    assert "the one I would not do again" in " ".join(chart["small"])
    unit = mine.record.current()[mine.record.person.id, "went_well"].value
    mine.record.answer(unit, "hurt", "yes", private=True, sitting=mine.record.sitting("start"))
    assert panel.handle({"type": "seen"})["notes"][0] == which_jobs.NOT_MARKED


@pytest.mark.parametrize("way", ["thirds", "median", "marks"])
def test_the_words_stay_whatever_is_compared(mine, way):
    name_two(mine)
    result = mine.take_a_look()
    said, counted = which_jobs.counted(mine, result, way)
    assert not said
    assert counted.split == way
    words = [one.frame.set_index("line")["word"].to_dict() for one in (counted, result)]
    assert words[0] == words[1]
    assert counted.frame["word"].map(patterns.WORDS.index).is_monotonic_decreasing  # the strongest first


def test_before_the_first_look_nothing_is_chosen(open_on):
    sample = gop.sample()
    open_on(sample)
    page = line_ups.line_ups().handle({"type": "ready"})
    assert page["ask"]
    assert page["slider"] is None
    sample.record.close()
