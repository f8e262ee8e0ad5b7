"""A guess found the other way round: whoever needs short hours must not read that long ones are best."""

from __future__ import annotations

import pytest

import good_on_paper as gop
from good_on_paper.catalogue import load
from good_on_paper.pages.in_common import line_ups, over_time
from good_on_paper.patterns import STANDS_OUT, WORTH
from good_on_paper.questions import gather
from good_on_paper.study.contrast import all_seen

CATALOGUE = load()
WENT = (7, 6, 6, 5, 4, 3, 2, 1)
OTHERWISE = "speaks against what you said"


@pytest.fixture(params=[1, -1], ids=["against", "as guessed"])
def way(request):
    return request.param


@pytest.fixture
def levels():
    return {}


@pytest.fixture
def mine(tmp_path, way, levels):
    """Somebody who needs hours that leave room, in whose jobs they follow how it went, or its reverse."""
    made = gop.open(tmp_path, create=True)
    made.guess(["hours", "decision_freedom"])
    for line, level in levels.items():
        made.want(line, level)
    for went in WENT:
        role = made.record.add_unit("role", sitting=made.record.sitting("roles"))
        sitting = made.record.sitting("lines")
        for key, value in {
            "overall": went,
            "hours": went if way > 0 else 8 - went,
            "decision_freedom": went,
        }.items():
            made.record.answer(role, key, value, sitting=sitting, revision=CATALOGUE.item(key).revision)
    yield made
    made.record.close()


def test_it_is_said_with_the_word_in_the_guesses_and_in_the_question(mine, way):
    result = mine.take_a_look()
    assert set(result.frame["word"]) <= {WORTH, STANDS_OUT}
    sections = {part.heading: part for part in line_ups.line_up_sections(mine, result, "names")}
    guesses = sections[line_ups.NEEDED].charts
    assert sections["What else stood out"].sentence == line_ups.NOTHING_ELSE  # two needs do, just above
    small = {chart.name: chart.small_print[0] for chart in guesses}
    label, need = (getattr(CATALOGUE.item("hours"), field) for field in ("label", "need"))
    assert (OTHERWISE in small[label]) == (way > 0)
    assert way < 0 or (need in small[label] and "had more of" in small[label])
    assert not any(OTHERWISE in said for name, said in small.items() if name != label)
    assert ("1 is worth asking about, but the other way round" in over_time.guessed(mine, "names").title) == (
        way > 0
    )
    found = {one.line: one.sentence for one in gather(mine, all_seen(mine)).found}
    assert ("which speaks against what you need" in found["hours"]) == (way > 0)
    assert "other way round" not in found["decision_freedom"]


@pytest.mark.parametrize("levels", [{"hours": 7}])
def test_where_a_level_is_wanted_it_is_the_nearness_to_it_that_counts(mine, way, levels):
    """Hours are by themselves harder; whoever wants as many as there are was right if the best had them."""
    assert mine.wanted == levels
    result = mine.take_a_look()
    assert set(result.frame["word"]) <= {WORTH, STANDS_OUT}
    guesses = line_ups.line_up_sections(mine, result, "names")[1].charts
    label = CATALOGUE.item("hours").label
    small = next(chart.small_print[0] for chart in guesses if chart.name.startswith(label))
    assert (OTHERWISE in small) == (way < 0)
    assert ("the other way round" in over_time.guessed(mine, "names").title) == (way < 0)
    found = {one.line: one.sentence for one in gather(mine, all_seen(mine)).found}
    assert "was close to 7, as you want it" in found["hours"]
    assert found["hours"].endswith(", which speaks against what you want") == (way < 0)
