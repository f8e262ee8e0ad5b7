"""Steering: the order is the person's, each choice is seen as it stands, and no history is lost."""

from __future__ import annotations

import pytest

from good_on_paper import kit, patterns
from good_on_paper.catalogue import keys
from good_on_paper.forms.needs import draw_lines
from good_on_paper.frames.quiet import HURT
from good_on_paper.pages import titles
from good_on_paper.pages.in_common import which_jobs
from good_on_paper.pages.road import PAGES
from good_on_paper.pages.start.notebook_list import rows
from good_on_paper.pages.whole_picture.choices import choices
from good_on_paper.questions.listed import listed
from good_on_paper.questions.offers import compare
from good_on_paper.record import Record
from good_on_paper.study import contrast, looks
from good_on_paper.study.declared import drawn
from good_on_paper.study.offered import Offered, offered
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


def ask(form, kind, **more):
    return form.handle({"type": kind, "n": 1, "token": f"{kind}-{more}", **more})[0]


def give(mine, form, key, value=None, state="value"):
    return ask(form, "answer", unit=mine.unit.id, item=key, value=value, state=state)


def row(mine, what):
    return next(one for one in choices(mine) if one.what == what)


WRONG = (
    *((keys.NEXT_ORDER, wrong) for wrong in (["05", "05"], ["99"], "05")),
    *((keys.ANSWER_WITHIN, wrong) for wrong in (0, 366, True, "05")),
    *((keys.JOBS_COMPARED, "quarters"), (f"{keys.TAKE_COUNTS_AS}:must", 8), ("proud_work", 6), ("order", 3)),
    *(("guesses", ["no such line"]), ("guesses", ["pace", "pace"]), ("primary_outcome", "pace")),
)


def test_what_is_no_choice_is_refused_and_the_sentence_says_what_was_expected(mine):
    before, form = mine.record.newest, kit.steering()
    for key, wrong in WRONG:
        told = ask(form, "answer", unit=mine.unit.id, item=key, value=wrong, state="value")
        assert told["type"] == "refused", key
        assert "xpected" in told["message"]
    assert mine.record.newest == before


def test_each_choice_is_seen_as_it_stands_and_says_when_a_look_froze_it(mine):
    told = {one.what: one for one in choices(mine)}
    assert told["What you said you need"].stands.startswith("Choosing how I do the work; ")
    assert told["How much your list counts, where you gave no number"].stands.startswith("need 5, ")
    assert {one.page for one in told.values()} <= {entry.title for entry in PAGES} | {""}
    assert "before you see" not in " ".join(one.fixed for one in told.values())
    looks.take(mine)
    frozen = {one.what for one in choices(mine) if "at your first look" in one.fixed}
    assert frozen == {
        *("What you said you need", "What the patterns are about", "Looked at beside it"),
        "How much of it is best",
    }


def test_before_a_look_each_can_be_changed_in_place_and_taken_back(mine):
    form = kit.steering()
    assert give(mine, form, "guesses", ["pace"])["type"] == "ack"
    assert give(mine, form, "primary_outcome", "by_success")["type"] == "ack"
    assert give(mine, form, "second_outcome", "cost")["type"] == "ack"
    assert give(mine, form, "proud_work", 3)["type"] == "ack"
    assert (mine.guesses, mine.outcomes) == (["pace"], ("by_success", "cost"))
    assert row(mine, "What success means").stands.startswith("Being of use 4; Work I am proud of 3")
    assert "cost" not in str(row(mine, "What the patterns are about").controls)  # one is chosen once
    for _ in range(3):
        assert ask(form, "undo", times=_)["type"] == "ack"
    assert (mine.guesses, mine.outcomes) == (["pace"], ("overall",))


def test_after_a_look_the_door_is_shut_and_what_no_word_hangs_on_stays_open(mine):
    form = kit.steering()
    give(mine, form, "guesses", ["pace"])
    looks.take(mine)
    told = give(mine, form, "guesses", ["hours"])
    assert told["type"] == "refused"
    assert "fixed at your first look" in told["message"]
    assert ask(form, "undo")["type"] == "refused"
    assert give(mine, form, keys.JOBS_COMPARED, patterns.MEDIAN)["type"] == "ack"
    assert which_jobs.chosen(mine) == patterns.MEDIAN
    assert ask(form, "undo", times=2)["type"] == "ack"  # of what came after the look
    assert which_jobs.chosen(mine) == patterns.THIRDS
    assert mine.guesses == ["pace"]


def test_which_jobs_are_compared_is_one_choice_here_and_over_the_charts(mine):
    looks.take(mine)
    words = [line["word"] for line in contrast.report(mine).frame.to_dict("records")]
    give(mine, kit.steering(), keys.JOBS_COMPARED, patterns.MEDIAN)
    panel = kit.line_ups()
    assert panel.handle({"type": "ready"})["slider"]["at"] == 1
    panel.handle({"type": "slide", "at": 0})
    assert row(mine, "Which jobs are compared").stands == which_jobs.CALLED[patterns.THIRDS]
    assert [line["word"] for line in contrast.report(mine).frame.to_dict("records")] == words


def test_how_much_the_list_counts_holds_wherever_no_number_was_given(mine):
    before = listed(mine)
    give(mine, kit.steering(), f"{keys.TAKE_COUNTS_AS}:want", 6)
    after = listed(mine)
    unsaid = after["counts"].isna() & after["stands"].eq("want")
    assert unsaid.any()
    assert after["weighs"][unsaid].eq(6).all()
    assert after["weighs"][~unsaid].equals(before["weighs"][~unsaid])
    held = compare(mine).frame
    assert held.loc[held["thing"].isin(after.index[unsaid]), "counts"].eq(6).all()


def test_others_are_drawn_by_chance_until_a_job_is_rated_on_one(tmp_path, open_on):
    with Record.open(tmp_path) as record:
        open_on(mine := Person(record))
        sitting = record.sitting("needs")
        record.answer(mine.unit, "guesses", ["pace"], sitting=sitting)
        first = draw_lines(record, mine.catalogue)
        form = kit.steering()
        assert ask(form, "draw")["type"] == "ack"
        assert len(drawn(mine)) == len(first)
        assert not {*drawn(mine)} & {*first, "pace"}
        role = record.add_unit("role", sitting=sitting)
        line = drawn(mine)[0]
        record.answer(role, line, 3, sitting=sitting)
        assert "picked, not drawn" in row(mine, "Added at random, beside your needs").fixed
        assert ask(form, "draw", times=2)["type"] == "refused"
        assert ask(form, "undo")["type"] == "refused"
        assert line in drawn(mine)


def test_a_never_can_be_taken_back(mine):
    form = kit.steering()
    give(mine, form, keys.THEN_AND_NOW_OFFER, state="na")
    assert row(mine, "Offered once in a while").stands == "never: What you said then, and now"
    assert offered(mine) != Offered(keys.THEN_AND_NOW_OFFER, 6)
    give(mine, form, keys.THEN_AND_NOW_OFFER, state="cleared")
    assert offered(mine) == Offered(keys.THEN_AND_NOW_OFFER, 6)


def test_jobs_are_put_in_order_here_too(mine):
    first, second = (unit.id for unit in mine.units("role")[:2])
    form = kit.steering()
    assert ask(form, "move", unit=second, to=0)["type"] == "ack"
    assert [unit.id for unit in mine.units("role")[:2]] == [second, first]
    assert ask(form, "undo")["type"] == "ack"
    assert [unit.id for unit in mine.units("role")[:2]] == [first, second]


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
