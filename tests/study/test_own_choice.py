"""The person may choose which circumstance comes next; chosen after the verdict it makes a picture only."""

from __future__ import annotations

import pytest

import good_on_paper as gop
from good_on_paper.catalogue import add_items, load
from good_on_paper.forms import HowItWent, RatingGrid
from good_on_paper.forms.own_need import own_need
from good_on_paper.intake import bring_in, read
from good_on_paper.pages.in_common.drawn import LATE, PICTURE
from good_on_paper.patterns import FOUND
from good_on_paper.study.boredom import dull_report
from good_on_paper.study.next_lines import next_lines
from good_on_paper.study.own_choice import early_guesses, opened, pictures_only

CATALOGUE = load()
SIX = [item.key for item in CATALOGUE.core[:6]]
ON_REQUEST = {item.key for item in CATALOGUE.items("circumstance") if item.on_request}
WENT = (7, 6, 6, 5, 4, 3, 2, 1)


@pytest.fixture
def mine(tmp_path):
    opened_ = gop.open(tmp_path / "person", create=True)
    sitting = opened_.record.sitting("roles")
    for number in range(8):
        role = opened_.record.add_unit("role", sitting=sitting)
        opened_.record.answer(role, "title", f"Job {number}", sitting=sitting)
    yield opened_
    opened_.record.close()


def rate(mine, line, values=(4, 4, 5, 3, 4, 4, 3, 5)):
    sitting = mine.record.sitting("lines")
    for role, value in zip(mine.units("role"), values, strict=False):
        mine.record.answer(role, line, value, sitting=sitting)


def choose(mine, line):
    grid = RatingGrid(mine.record, mine.catalogue, more=lambda: next_lines(mine))
    ack, state = grid.handle({"type": "choose", "line": line, "n": 1, "token": line})
    assert ack["type"] == "ack"
    return state


def words(mine):
    return mine.take_a_look().frame.set_index("line")["word"]


def test_what_is_asked_on_request_never_comes_without_being_chosen(mine):
    for _ in range(40):
        new = [line for line in next_lines(mine) if line not in mine.ratings()]
        assert not ON_REQUEST.intersection(new)
        for line in new:
            rate(mine, line)
    state = RatingGrid(mine.record, mine.catalogue, more=lambda: next_lines(mine)).page_state()
    assert {key for key, *_ in state["choices"]} == ON_REQUEST
    assert not state["more"]


def test_the_chosen_one_comes_next(mine):
    assert "asked_help" not in next_lines(mine)
    for line in SIX:
        rate(mine, line)
    state = choose(mine, "asked_help")
    assert state["lines"][6]["key"] == "asked_help"  # behind it lie the six that are whole
    assert len(state["lines"]) == 6 + 3
    refused, *_ = RatingGrid(mine.record, mine.catalogue, more=lambda: next_lines(mine)).handle(
        {"type": "choose", "line": "asked_help", "n": 2, "token": "again"}
    )
    assert refused["type"] == "refused"


def test_chosen_and_rated_before_the_verdict_it_counts_like_any_other(mine):
    for line in SIX:
        rate(mine, line)
    choose(mine, "said_no")
    rate(mine, "said_no", WENT)
    assert opened(mine) is None
    rate(mine, "overall", WENT)
    assert opened(mine) is not None
    assert pictures_only(mine) == set()
    assert words(mine)["said_no"] in FOUND


@pytest.mark.parametrize("before", [True, False], ids=["chosen before, rated after", "chosen after"])
def test_chosen_or_rated_after_the_verdict_it_makes_a_picture_only(mine, before):
    for line in SIX:
        rate(mine, line)
    if before:
        choose(mine, "said_no")
        rate(mine, "said_no", WENT[:7])  # not whole yet
    rate(mine, "overall", WENT)
    if not before:
        choose(mine, "said_no")
    rate(mine, "said_no", WENT)
    assert pictures_only(mine) == {"said_no"}
    look = mine.take_a_look()
    assert look.frame.set_index("line")["word"]["said_no"] not in FOUND
    assert look.chart("said_no").small_print[0] == PICTURE
    others = words(mine).drop("said_no")
    assert len(others) == 6


def test_a_line_in_the_kit_s_own_order_counts_after_the_verdict_too(mine):
    for line in SIX:
        rate(mine, line)
    rate(mine, "overall", WENT)
    (line, *_) = [line for line in next_lines(mine) if line not in SIX]
    rate(mine, line, WENT)
    assert pictures_only(mine) == set()
    assert words(mine)[line] in FOUND


@pytest.mark.parametrize("before", [True, False], ids=["before the verdict", "after it"])
def test_a_question_of_one_s_own_counts_only_if_it_was_whole_before_the_verdict(mine, before):
    item, _ = own_need("Daylight", CATALOGUE)
    if before:
        add_items(mine.record.folder / "catalogue.toml", [item])
        rate(mine, item.key, WENT)
    for line in SIX:
        rate(mine, line)
    rate(mine, "overall", WENT)
    if not before:
        add_items(mine.record.folder / "catalogue.toml", [item])
        rate(mine, item.key, WENT)
    assert (item.key in pictures_only(mine)) is not before
    assert (words(mine)[item.key] in FOUND) is before


def test_what_one_file_brings_with_the_verdict_is_no_choice(tmp_path):
    rows = [f"Job {number},{2000 + number},{went},{went}" for number, went in enumerate(WENT)]
    table = "\n".join(["title,started,Daylight,overall", *rows]).encode()
    with gop.open(tmp_path / "other", create=True).record as record:
        overlay = record.folder / "catalogue.toml"
        bring_in(read(table, "mine.csv", load(overlay)), record, overlay)
        other = gop.Me(record)
        assert {item.key for item in other.catalogue.items() if item.key not in CATALOGUE} <= set(
            other.ratings()
        )
        assert pictures_only(other) == set()


def test_what_was_named_as_a_need_stays_one(mine):
    mine.guess(["said_no"])
    rate(mine, "overall", WENT)
    sitting = mine.record.sitting("x")
    mine.record.answer(mine.record.person, "lines_chosen", ["said_no"], sitting=sitting)
    assert pictures_only(mine) == set()


@pytest.mark.parametrize("named", ["before", "after, whole by then", "after"])
def test_a_need_counts_as_one_only_if_named_before_the_verdict(mine, named):
    for line in SIX:
        rate(mine, line)
    if named == "before":
        mine.guess(["said_no"])
    if named == "after, whole by then":
        rate(mine, "said_no", WENT)
    rate(mine, "overall", WENT)
    if named != "before":
        mine.guess(["said_no"])
    if named != "after, whole by then":
        rate(mine, "said_no", WENT)
    found = mine.take_a_look().frame.set_index("line").loc["said_no"]
    assert found["family"] == ("guess" if named == "before" else "exploratory")
    assert (found["word"] in FOUND) is (named != "after")
    assert (pictures_only(mine) == {"said_no"}) is (named == "after")


def test_to_drop_a_need_after_the_verdict_makes_the_others_no_cheaper(mine):
    for line in SIX:
        rate(mine, line)
    mine.guess(SIX[:4])
    rate(mine, "overall", WENT)
    mine.guess(SIX[:1])
    assert early_guesses(mine) == SIX[:4]
    assert mine.take_a_look().frame["family"].eq("guess").sum() == 4


def test_a_need_named_once_the_dull_jobs_are_known_is_not_checked_first_there(mine):
    for line in SIX:
        rate(mine, line)
    sitting = mine.record.sitting("dull")
    for role, value in zip(mine.units("role"), WENT, strict=True):
        mine.record.answer(role, "dull_worst", value, sitting=sitting)
    mine.guess(SIX[:2])
    frames = [result.frame for result in dull_report(mine).lines.values()]
    assert not any(frame["family"].eq("guess").any() for frame in frames)
    assert early_guesses(mine) == SIX[:2]  # how it went is not said yet


def test_how_it_went_stays_open_once_six_are_whole(mine):
    form = HowItWent(mine.record, mine.catalogue, shown=lambda: next_lines(mine))
    for line in SIX[:5]:
        rate(mine, line)
    assert not form.is_open
    rate(mine, SIX[5])
    choose(mine, "asked_help")  # three more are asked for, and none of them is answered
    assert form.is_open
    assert form.page_state()["open"]


NEAR_FOUR = (4, 4, 3, 5, 2, 6, 1, 7)
"""The nearer to 4, the better it went."""


@pytest.mark.parametrize("when", ["before", "after", "changed after"])
def test_a_level_wanted_counts_only_as_it_was_said_before_the_verdict(mine, when):
    """Whoever knows how the jobs went finds the level that goes with it."""
    if when != "after":
        mine.want("pace", 4 if when == "before" else 1)
    rate(mine, "pace", NEAR_FOUR)
    rate(mine, "overall", WENT)
    if when != "before":
        mine.want("pace", 4)
    assert mine.wanted == {"pace": 4}
    assert mine.wanted_in_time == {"before": {"pace": 4}, "after": {}, "changed after": {"pace": 1}}[when]
    look = mine.take_a_look()
    (line,) = look.frame["line"]
    assert line == ("pace" if when == "after" else "near:pace")
    assert (look.frame["word"].iloc[0] in FOUND) is (when == "before")
    small = look.chart(line).small_print
    assert small[0].endswith(LATE) is (when == "after")
    assert any(f"{1 if when == 'changed after' else 4}, how much I want" in said for said in small)
