"""What the patterns are about: offered before the first look once a definition is rated, and frozen by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import good_on_paper as gop
from good_on_paper import kit
from good_on_paper.catalogue import load
from good_on_paper.pages.before_a_look import asked
from good_on_paper.pages.in_common import about, line_ups
from good_on_paper.pages.whole_picture.composed import composed
from good_on_paper.panels import Choices, Tick
from good_on_paper.questions import gather
from good_on_paper.study.contrast import all_seen

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
    assert said.startswith(f"{SUCCESS}, as it counts: Money (4); Being of use (4); Work I am proud of (3);")
    assert said.endswith(about.CHANGED)  # the points of today are others
    sample.record.answer(sample.unit, "use_to_others", 1, sitting=sample.record.sitting("definitions"))
    notes = line_ups.line_ups().handle({"type": "ready"})["notes"]
    assert any(note.startswith(SUCCESS) and note.endswith(about.CHANGED) for note in notes)
    assert asked(sample) is None


def test_with_two_outcomes_each_sentence_says_by_which_it_holds(open_on, tmp_path):
    mine = gop.open(tmp_path, create=True)
    sitting = mine.record.sitting("definitions")
    criteria = ("proud_work", "life_beyond", "money")
    for criterion in criteria:
        mine.record.answer(mine.unit, criterion, 3, sitting=sitting)
    mine.record.answer(mine.unit, "success_is", "Home for dinner, and proud.", sitting=sitting)
    went, flat, mixed = (7, 6, 6, 5, 4, 3, 2, 1), (4, 1, 6, 2, 7, 3, 5, 4), (7, 4, 5, 4, 5, 4, 1, 7)
    for overall, other, pace in zip(went, flat, mixed, strict=True):
        role = mine.record.add_unit("role", sitting=mine.record.sitting("roles"))
        rated = {"decision_freedom": overall, "overall": overall, "pace": pace}
        for key, value in (rated | dict.fromkeys(criteria, other)).items():
            mine.record.answer(
                role, key, value, sitting=mine.record.sitting("lines"), revision=load().item(key).revision
            )
    mine.declare_main("by_success")
    mine.declare_second("overall")
    before = " ".join(asked(mine).said)
    assert "Until you look you can still say it in 00 Start here" in before
    assert before.endswith(about.FIRST)  # in the open, though the choice itself is folded away
    mine.take_a_look()
    open_on(mine)
    page = line_ups.line_ups()._of("names")  # noqa: SLF001 - what the page would be told
    assert any(note.endswith(" In your words: “Home for dinner, and proud.”") for note in page.notes)
    with_letters = line_ups.line_ups()._of("letters")  # noqa: SLF001 - as above
    assert not any("In your words" in note for note in with_letters.notes)  # it can name a job
    titles = [chart.title for chart in page]
    assert titles[0] == (
        f"By “{SUCCESS}”: nothing stands out from chance in what my jobs had more or less of."
    )
    assert (
        "It also covers “How it went”, as you chose: 1 is worth asking about. "
        "See “The same by what else you chose”, further down."
    ) in page.notes
    whole = next(chart for chart in page if chart.name == "Everything at once")
    assert whole.rated.startswith("Each column is a job, in the order of how far the jobs were a success.")
    (found,) = gather(mine, all_seen(mine)).found
    assert found.sentence.startswith("Worth asking about, by “How it went” over 8 jobs: in ")
    best = next(part for part in composed(mine).parts if part.key == "works_best")
    assert (best.needs, best.rows) == ("", ())  # what is drawn is not still to come, and no need was said
    assert best.finding.startswith("By “How it went”: in ")
    assert "that went least well" in best.finding
    mine.record.close()


def test_without_a_definition_only_the_cost_is_offered(sample):
    for criterion in sample.weights:
        sample.record.answer(sample.unit, criterion, state="cleared", sitting=sample.record.sitting("x"))
    for side in ("unsuccess",):
        for item in load().items(side):
            sample.record.answer(sample.unit, item.key, state="cleared", sitting=sample.record.sitting("x"))
    offered = about.offer(sample)
    assert isinstance(offered, Tick | str)
    assert not isinstance(offered, Choices)


@pytest.mark.parametrize(
    ("outcome", "best", "worst"),
    [
        ("by_success", "my 3 most successful jobs", "the 3 least successful"),
        ("by_going_wrong", "my 3 smoothest jobs", "the 3 that went most wrong"),
    ],
)
def test_by_my_own_definition_the_charts_say_what_the_jobs_are_best_by(open_on, outcome, best, worst):
    me = gop.sample()
    me.declare_main(outcome)
    shown = me.take_a_look()
    title = shown.chart("decision_freedom").title
    assert best in title
    assert worst in title
    open_on(me)
    for panel in (kit.line_ups(), kit.side_by_side(), kit.further(), kit.how_i_work_best()):
        made = panel._of("names")  # noqa: SLF001 - what the page would be told
        told = [text for chart in made for text in (chart.title, *getattr(chart, "said", ()))]
        assert not [text for text in told if "best job" in text or "went least well" in text]
    for one in gather(me, all_seen(me)).found:
        assert "best job" not in one.sentence + one.mine
