"""Offers side by side: what is known as bands, the hard noes first, and which questions could decide it."""

from __future__ import annotations

import datetime as dt
import random
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

import good_on_paper as gop
from good_on_paper.catalogue import keys
from good_on_paper.forms import CompareOffers
from good_on_paper.frames.offers import axis
from good_on_paper.frames.targets import at_the_offer, chosen, in_sight
from good_on_paper.questions.offer_sayings import (
    NO_LIST,
    finding,
    headline,
    noes_said,
    stays_said,
    turning_said,
    weights_said,
)
from good_on_paper.questions.offers import MONEY, OffersCompared, compare
from good_on_paper.record import Record
from good_on_paper.study.declare_offers import declare_offer
from good_on_paper.study.person import Person

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TODAY = dt.datetime.now().astimezone().date()


class Two:
    """Two offers, and a list of two things that are wanted."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.sitting = record.sitting("test")
        self.mill, self.harbour = (self.offer(name) for name in ("Mill", "Harbour"))
        for thing in ("decision_freedom", "hours"):
            self.say(record.person.id, f"take_says:{thing}", "must")

    def say(self, unit: str, item: str, value: object, **more: Any) -> None:
        self.record.answer(unit, item, value, sitting=self.sitting, **more)

    def offer(self, name: str, days_ago: int = 3) -> str:
        unit = self.record.add_unit("target", sitting=self.sitting).id
        self.say(unit, "employer", name)
        self.say(unit, keys.OFFERED_ON, (TODAY - dt.timedelta(days=days_ago)).isoformat())
        return unit

    def knows(self, unit: str, line: str, low: int, high: int | None = None) -> None:
        self.say(unit, f"there_level:{line}", low)
        if high is not None:
            self.say(unit, f"there_up_to:{line}", high)

    @property
    def compared(self) -> OffersCompared:
        return compare(Person(self.record))


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    with Record.open(tmp_path) as record:
        yield Two(record)


def test_an_offer_is_one_while_nobody_ended_it_and_for_half_a_year(two: Two) -> None:
    person = Person(two.record)
    old = two.offer("Old", days_ago=200)
    assert [unit.id for unit in at_the_offer(person)] == [two.mill, two.harbour]
    assert {two.mill, two.harbour} <= {unit.id for unit in in_sight(person)}
    assert old not in {unit.id for unit in in_sight(person)}
    two.say(two.mill, keys.WITHDREW, TODAY.isoformat())
    assert [unit.id for unit in at_the_offer(person)] == [two.harbour]
    assert two.compared.result is None


def test_a_job_with_its_interviews_still_ahead_is_meant_before_one_that_made_an_offer(two: Two) -> None:
    person = Person(two.record)
    assert chosen(person) is not None
    ahead = two.record.add_unit("target", sitting=two.sitting)
    two.offer("Quay")
    assert chosen(person) == ahead


def test_the_job_with_an_interview_ahead_is_meant_whatever_was_added_since(two: Two) -> None:
    two.say(two.mill, keys.TALK_ON, (TODAY + dt.timedelta(days=3)).isoformat())
    two.offer("Quay")
    two.record.add_unit("target", sitting=two.sitting)
    meant = chosen(Person(two.record))
    assert meant is not None
    assert meant.id == two.mill


def test_nothing_on_the_list_is_nothing_to_compare_by(two: Two) -> None:
    for thing in ("decision_freedom", "hours"):
        two.say(two.record.person.id, f"take_says:{thing}", None, state="cleared")
    assert headline(two.compared) == (NO_LIST, "")
    form = CompareOffers(Person(two.record), before="03 Before an interview")
    for item, value in ((keys.GLAD_ON_MONDAY, two.mill), (keys.OFFERS_OPENED, [])):
        declare_offer(Person(two.record), two.record.person.id, item, value, sitting=two.sitting)
    state = form.page_state()
    assert (state["headline"], state["rows"], state["asked"]) == (NO_LIST, [], [])


def test_what_is_not_known_is_the_whole_scale_and_a_guess_is_not_known(two: Two) -> None:
    two.knows(two.mill, "decision_freedom", 6)
    two.say(two.mill, "knows:decision_freedom", "guess")
    frame = two.compared.frame
    assert frame[["low", "high"]].isna().all(axis=None)
    assert (frame["worth_low"].eq(1) & frame["worth_high"].eq(7)).all()
    two.say(two.mill, "knows:decision_freedom", "know")
    assert two.compared.frame.loc[0, ["worth_low", "worth_high"]].tolist() == [6, 6]


def test_more_is_always_more_of_what_the_person_wants(two: Two) -> None:
    """Of hours one wants few: 2 of 7 on the line's own scale leaves much room."""
    two.knows(two.mill, "hours", 2, 3)
    row = two.compared.frame.set_index(["offer", "thing"]).loc[("Mill", "hours")]
    assert row[["low", "high", "turned"]].tolist() == [5, 6, True]


def test_what_is_enough_counts_no_more_beyond_it(two: Two) -> None:
    two.say(two.record.person.id, "take_level:decision_freedom", 5)
    two.knows(two.mill, "decision_freedom", 7)
    assert two.compared.frame.loc[0, ["low", "worth_low", "worth_high"]].tolist() == [7, 5, 5]


def test_one_ahead_in_everything_known_stays_ahead_and_says_so(two: Two) -> None:
    for unit, level in ((two.mill, 3), (two.harbour, 6)):
        two.knows(unit, "decision_freedom", level)
        two.knows(unit, "hours", 8 - level)
    found = two.compared
    assert headline(found)[0] == "Harbour stays ahead however you weigh these within half again"
    assert found.blanks == ()
    assert stays_said(found) == ["Harbour stays ahead of Mill whatever the blanks turn out to be."]


def test_what_the_person_will_not_have_comes_before_any_sum(two: Two) -> None:
    two.knows(two.harbour, "decision_freedom", 7)
    two.knows(two.harbour, "hours", 1)
    two.say(two.record.person.id, keys.NOT_AGAIN, ["interruptions:high"])
    assert noes_said(two.compared) == "You haven’t said yet for Mill and Harbour."
    two.say(two.harbour, f"{keys.OFFER_HAS}:interruptions:high", "yes")
    found = two.compared
    assert noes_said(found) == "Harbour has something you won’t have again."
    assert headline(found) == (
        "Only Mill is left",
        "Harbour has what you won’t have again. We weighed nothing else.",
    )
    assert found.blanks == ()


def test_a_blank_that_could_decide_it_is_a_question_with_its_turning_point(two: Two) -> None:
    two.knows(two.mill, "decision_freedom", 6)
    two.knows(two.mill, "hours", 4)
    two.knows(two.harbour, "hours", 4)
    two.knows(two.harbour, "decision_freedom", 4, 7)
    found = two.compared
    assert headline(found)[0] == "Not decided yet; this question could decide it"
    assert finding(found) == "Not decided yet; a question on the page could decide it"  # a picture has none
    (blank,) = found.blanks
    assert (blank.ahead, blank.behind, blank.otherwise) == ((7,), (4, 5), "Mill")
    assert blank.key.startswith("decision_freedom:")
    assert turning_said(blank, "must").endswith(
        "all you know is 4 to 7 out of 7. If this turns out 7, your whole list leans to Harbour. "
        "If 5 or less, it leans to Mill."
    )
    ends = ("decided for me", "all mine to choose")
    assert turning_said(blank, "must", ends).endswith(
        "If this turns out towards “all mine to choose” (7), your whole list leans to Harbour. "
        "If 5 or less, it leans to Mill."
    )


def test_a_lean_against_the_row_itself_says_who_is_ahead_on_the_rest(two: Two) -> None:
    """Mill may have more of it and still not be ahead: the sentence says that the rest speaks for Harbour."""
    two.knows(two.harbour, "decision_freedom", 2)
    two.knows(two.mill, "decision_freedom", 1, 7)
    two.knows(two.mill, "hours", 4)
    two.knows(two.harbour, "hours", 2)
    (blank,) = two.compared.blanks
    assert (blank.ahead, blank.behind, blank.rest) == ((5, 6, 7), (1, 2, 3), "Harbour")
    assert not blank.assumed
    two.knows(two.mill, "hours", 3, 5)
    open_ones = {one.thing: one for one in two.compared.blanks}
    assert "On everything else together, with what you don’t know at the middle, Harbour is ahead." in (
        turning_said(open_ones["decision_freedom"], "must")
    )
    assert turning_said(blank, "must").endswith(
        "On everything else together, Harbour is ahead. "
        "If this turns out 5 or more, your whole list leans to Mill. If 3 or less, it leans to Harbour."
    )


def test_a_lean_on_both_sides_of_a_level_names_both(two: Two) -> None:
    """Too little and too much speak against a job alike: "1 or more" would be every step there is."""
    two.say(two.record.person.id, "take_says:public_contact", "must")
    two.say(two.record.person.id, "take_level:public_contact", 4)
    for unit in (two.mill, two.harbour):
        two.knows(unit, "decision_freedom", 4)
        two.knows(unit, "hours", 4)
    two.knows(two.harbour, "public_contact", 2)
    (blank,) = two.compared.blanks
    assert (blank.offer, blank.ahead, blank.behind) == ("Mill", (3, 4, 5), (1, 7))
    said = turning_said(blank, "must", ("too little", "a lot"))
    assert said.endswith(
        "If this turns out 3 to 5, your whole list leans to Mill. If 1, or 7, it leans to Harbour."
    )


def test_every_lean_is_that_of_the_comparison_with_the_step_filled_in(two: Two) -> None:
    """Whatever the answers: a step said to lean to an offer puts it ahead once it is known."""
    lines = ("decision_freedom", "hours", "variety", "public_contact")
    draw = random.Random(7)  # noqa: S311 - answers, no secret
    seen = 0
    for _ in range(6):
        for line in lines:
            two.say(two.record.person.id, f"take_says:{line}", draw.choice(["must", "want", "live"]))
            two.say(two.record.person.id, f"take_level:{line}", draw.choice([3, 4, 7]))
            for unit in (two.mill, two.harbour):
                low, high = sorted(draw.sample(range(1, 8), 2))
                two.knows(unit, line, low, high if draw.random() < 0.7 else low)
        for blank in two.compared.blanks[:2]:
            for step in {*blank.ahead, *blank.behind}:
                way = axis(Person(two.record), blank.thing)
                told = {
                    part: two.record.current(items=(f"{part}:{blank.thing}",), units=(blank.unit,))
                    for part in ("there_level", "there_up_to")
                }
                value = int(way.wanted(step))
                two.knows(blank.unit, blank.thing, value, value)
                result = two.compared.result
                assert result is not None
                expected = blank.settles or (blank.offer if step in blank.ahead else blank.otherwise or None)
                assert result.ahead_now == expected, (blank, step)
                for part, answers in told.items():
                    for (unit, _), answer in answers.items():
                        two.say(unit, f"{part}:{blank.thing}", answer.value)
                seen += 1
    assert seen > 20  # most of them leave something open


def test_of_an_offer_one_was_told_nothing_of_it_says_just_that(two: Two) -> None:
    two.knows(two.mill, "decision_freedom", 4)
    for unit in (two.mill, two.harbour):
        two.knows(unit, "hours", 4)
    (blank,) = two.compared.blanks
    said = turning_said(blank, "must", ("decided for me", "all mine to choose"))
    assert "all you know" not in said
    assert "You don’t know yet where Harbour stands, from 1 to 7, where 7 is “all mine to choose”." in said


def test_where_no_blank_is_left_the_weights_say_what_would_change_it(two: Two) -> None:
    two.knows(two.mill, "decision_freedom", 6)
    two.knows(two.mill, "hours", 3)
    two.knows(two.harbour, "decision_freedom", 4)
    two.knows(two.harbour, "hours", 4)
    two.say(two.record.person.id, "take_says:variety", "must")
    for unit, level in ((two.mill, 4), (two.harbour, 6)):
        two.knows(unit, "variety", level)
    found = two.compared
    assert found.result is not None
    assert (found.result.ahead_now, found.result.leader) == ("Mill", None)
    said, soft = headline(found)
    assert said == "Not decided: it depends on what counts more for you"
    assert soft.endswith("You say how much under What I want from my next job, in Before an interview.")
    assert "Harbour is ahead if “Variety in what I do” counts 1.5 times what you said." in weights_said(found)


def test_a_blank_that_can_only_settle_it_says_so(two: Two) -> None:
    for unit, level in ((two.mill, 3), (two.harbour, 6)):
        two.knows(unit, "decision_freedom", level)
    two.knows(two.harbour, "hours", 4)
    two.knows(two.mill, "hours", 3, 4)
    found = two.compared
    assert headline(found)[0] == "Harbour stays ahead however you weigh these within half again"
    two.say(two.mill, "there_level:hours", 2)
    found = two.compared
    assert found.result is not None
    assert (found.result.ahead_now, found.result.leader) == ("Harbour", None)
    assert headline(found)[0] == "Harbour is ahead; this question could settle it"
    (blank,) = found.blanks
    assert (blank.offer, blank.thing, blank.ahead, blank.behind) == ("Mill", "hours", (4, 5), ())
    assert turning_said(blank, "must").endswith(
        "If it turns out 5 or less, Harbour stays ahead however you weigh these."
    )


def test_money_counts_once_two_amounts_are_named_and_a_promise_is_a_band(two: Two) -> None:
    two.say(two.mill, keys.OFFER_PAY, "£33,000")
    two.say(two.mill, keys.OFFER_PROMISED, "2,000")
    assert MONEY not in two.compared.frame["thing"].tolist()
    two.say(two.record.person.id, keys.MONEY_FIRST, "30k")
    two.say(two.record.person.id, keys.MONEY_LAST, "£36,000")
    money = two.compared.frame.set_index(["thing", "offer"]).loc[MONEY]
    assert money.loc["Mill", ["low", "high"]].tolist() == [4, 6]
    assert pd.isna(money.loc["Harbour", "low"])
    two.say(two.harbour, keys.OFFER_PAY, "€33,000")
    assert two.compared.frame.set_index("thing").loc[MONEY, "low"].isna().all()  # two currencies


def test_the_sample_is_not_decided_and_two_questions_could_decide_it() -> None:
    found = gop.sample().offers()
    assert headline(found)[0] == "Not decided yet; these two questions could decide it"
    assert finding(found) == "Not decided yet; the questions on the page could decide it"
    assert [(blank.offer, blank.thing) for blank in found.blanks] == [
        ("Dunmarrow Water", "hours"),
        ("Orrin Seed Library", "decision_freedom"),
    ]
    assert noes_said(found) == "As far as you know, neither job has any of these."
