"""What the patterns are about: offered before the first look once a definition is rated, and frozen by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import good_on_paper as gop
from good_on_paper.catalogue import load
from good_on_paper.pages.before_a_look import asked
from good_on_paper.pages.in_common import about, line_ups
from good_on_paper.panels import Choices, Tick

if TYPE_CHECKING:
    from collections.abc import Iterator

    from good_on_paper.kit.me import Me

SUCCESS, WRONG = "Success, as I define it", "Going wrong, as I define it"


@pytest.fixture
def sample(open_on) -> Iterator[Me]:
    made = gop.sample()
    open_on(made)
    yield made
    made.record.close()


def choose(panel, which: int, at: int) -> dict:
    return panel.handle({"type": "choose", "which": which, "at": at})


def test_two_lists_of_which_neither_offers_the_other(sample):
    panel = line_ups.line_ups()
    offered = panel.handle({"type": "ready"})["ask"]
    assert offered["tick"] is None
    mainly, also = offered["choices"]["of"]
    assert mainly["options"][mainly["at"]] == "how it went"
    assert also["options"][also["at"]] == about.NO_OTHER
    assert "success, as I define it" in mainly["options"]
    at = mainly["options"].index("success, as I define it")
    told = choose(panel, 0, at)
    assert (told["type"], told["which"]) == ("chosen", 0)
    mainly, also = told["choices"]["of"]
    assert mainly["at"] == at
    assert "success, as I define it" not in also["options"]
    assert "cannot count as a pattern" in told["choices"]["said"]
    assert sample.outcomes == ("by_success",)
    told = choose(panel, 1, also["options"].index("how it went"))
    assert sample.outcomes == ("by_success", "overall")
    assert choose(panel, 1, 0)["type"] == "chosen"
    assert sample.outcomes == ("by_success",)
    for which, wrong in ((2, 0), (0, 9), ("0", 0), (0, None)):
        assert choose(panel, which, wrong)["type"] == "failed"


def test_after_the_look_the_page_goes_by_the_definition_of_that_day(sample):
    sample.declare_main("by_success")
    sample.take_a_look()
    page = line_ups.line_ups().handle({"type": "ready"})
    said = next(note for note in page["notes"] if note.startswith(SUCCESS))
    assert said.startswith(f"{SUCCESS}, when you first looked: Work I am proud of (5); Being of use (4);")
    sample.record.answer(sample.unit, "use_to_others", 1, sitting=sample.record.sitting("definitions"))
    notes = line_ups.line_ups().handle({"type": "ready"})["notes"]
    assert any(note.startswith(SUCCESS) and note.endswith(about.CHANGED) for note in notes)
    assert asked(sample) is None


def test_without_a_definition_only_the_cost_is_offered(sample):
    for criterion in sample.weights:
        sample.record.answer(sample.unit, criterion, state="cleared", sitting=sample.record.sitting("x"))
    for side in ("unsuccess",):
        for item in load().items(side):
            sample.record.answer(sample.unit, item.key, state="cleared", sitting=sample.record.sitting("x"))
    offered = about.offer(sample)
    assert isinstance(offered, Tick | str)
    assert not isinstance(offered, Choices)
