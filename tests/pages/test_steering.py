"""Steering: the order is the person's, each choice is seen as it stands, and no history is lost."""

from __future__ import annotations

import pytest

from good_on_paper import kit
from good_on_paper.catalogue import keys
from good_on_paper.forms.form import Refusal
from good_on_paper.frames.quiet import HURT
from good_on_paper.pages import titles
from good_on_paper.pages.road import PAGES
from good_on_paper.pages.start.notebook_list import rows
from good_on_paper.pages.whole_picture.choices import KEPT, choices
from good_on_paper.record import Record
from good_on_paper.study import looks
from good_on_paper.study.person import Person
from good_on_paper.study.sample import throw_away_record


@pytest.fixture
def mine(tmp_path, open_on):
    throw_away_record(tmp_path).close()
    with Record.open(tmp_path) as record:
        open_on(person := Person(record))
        yield person


def following(mine):
    return next((row["name"] for row in rows(mine) if row["stands"] == "next"), "")


def order(mine, *numbers):
    mine.record.answer(mine.unit, keys.NEXT_ORDER, list(numbers), sitting=mine.record.sitting("steering"))


def test_what_comes_next_goes_by_the_persons_order(mine):
    assert following(mine) == titles.OFFERS
    order(mine, "05", "10")
    assert following(mine) == titles.COMMON  # it waits for the first look
    looks.take(mine)
    assert following(mine) == titles.OFFERS
    order(mine, "05")
    assert following(mine) == ""  # nothing waits on the only page that they want


def test_a_page_that_has_enough_is_no_next_one_and_one_that_is_unknown_is_none(mine):
    order(mine, "99", "02", "10")
    assert following(mine) == titles.OFFERS


@pytest.mark.parametrize("wrong", [["05", "05"], ["99"], 0, 366, True, "05"])
@pytest.mark.usefixtures("mine")
def test_an_order_names_each_page_once_and_days_are_whole(wrong):
    form = kit.steering()
    with pytest.raises(Refusal, match="expected"):
        form.understood(None, wrong)


def test_each_choice_is_seen_as_it_stands_and_says_when_a_look_froze_it(mine):
    told = {one.what: one for one in choices(mine)}
    assert told["What you said you need"].stands.startswith("Choosing how to do the work; ")
    assert told["How much your list counts, where you gave no number"].stands.startswith("must 5, ")
    assert not any(one.fixed for one in told.values())
    assert {one.page for one in told.values()} <= {entry.title for entry in PAGES}
    looks.take(mine)
    frozen = {one.what for one in choices(mine) if one.fixed == KEPT}
    assert frozen == {"What you said you need", "What the patterns are about", "Looked at beside it"}


def ask(form, kind, **more):
    return form.handle({"type": kind, "n": 1, "token": f"{kind}-{more}", **more})[0]


def test_history_is_found_by_words_and_given_again_as_a_new_answer(mine):
    cook = mine.units("role")[1]
    then = mine.record.current(items=("pace",), units=(cook,))[cook.id, "pace"]
    mine.record.answer(cook, "pace", 1, sitting=mine.record.sitting("lines"))
    form = kit.changes()
    first = ask(form, "find")["found"][0]
    assert first[:4] == [cook.id, "pace", "Line cook, The Copper Ladle", "Time pressure"]
    told = ask(form, "history", unit=cook.id, item="pace")["history"]
    assert [said for _, _, said in told] == ["1", str(then.value)]
    many = len(mine.record.history(cook, "pace"))
    assert ask(form, "again", unit=cook.id, item="pace", seq=then.seq)["type"] == "ack"
    assert len(mine.record.history(cook, "pace")) == many + 1
    assert mine.record.current(items=("pace",), units=(cook,))[cook.id, "pace"].value == then.value


def test_what_hurt_and_what_locks_cannot_be_reached(mine):
    form = kit.changes()
    interview = mine.units("interview")[0].id
    assert ask(form, "again", unit=interview, item=keys.YES_CHANCE, seq=1)["type"] == "refused"
    assert ask(form, "again", unit=mine.unit.id, item="guesses", seq=1)["type"] == "refused"
    cook = mine.units("role")[1]
    mine.record.answer(cook, HURT, "yes", sitting=mine.record.sitting("roles"))
    assert ask(form, "history", unit=cook.id, item="pace")["type"] == "refused"
    assert ask(form, "find", words="Copper Ladle")["found"] == []
