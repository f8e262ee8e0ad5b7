"""What to ask first, on the page; and that a paper of many jobs is there at once."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest

from good_on_paper import kit
from good_on_paper.brief.compose import compose
from good_on_paper.brief.to_pdf import can_pdf, to_pdf
from good_on_paper.frames.targets import YOURS
from good_on_paper.pages.session import me
from good_on_paper.questions.prepared import prepare
from good_on_paper.record import Record
from good_on_paper.study.contrast import all_seen
from good_on_paper.study.person import Person
from good_on_paper.study.sample import throw_away_record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from good_on_paper.questions.question import Question


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Record]:
    monkeypatch.setenv("GOOD_ON_PAPER_HOME", str(tmp_path / "person"))
    with Record.open(tmp_path / "person") as opened:
        me.cache_clear()
        yield opened
        me().record.close()
    me.cache_clear()


def say(record: Record, unit: object, **said: object) -> None:
    for item, value in said.items():
        record.answer(unit, item.replace("__", ":"), value, sitting=record.sitting("said"))


def shown() -> list[Any]:
    panel = kit.ask_first()
    total = panel.handle({"type": "ready"})["total"]
    shows = ({"type": "show", "chart": place, "names": "names", "theme": "light"} for place in range(total))
    return [panel.handle(show) for show in shows]


def notes() -> list[tuple[str, ...]]:
    return [(told["title"], *told["small"]) for told in shown()]


def test_nothing_is_shown_before_anything_was_said_of_the_job(record: Record) -> None:
    say(record, record.person, guesses=["pace"])
    assert notes() == []


def test_it_says_what_to_ask_first_and_why_and_how_much_is_open(record: Record) -> None:
    say(record, record.person, guesses=["pace", "clarity"])
    target = record.add_unit("target", sitting=record.sitting("said"))
    say(record, target, title="Cook", knows__pace="guess", knows__clarity="unknown", meets=["manager"])
    ((title, why, open_now),) = notes()
    assert title == "Ask first about “Knowing what counts as good work”."
    assert why.startswith("You need it, you don’t know it yet, and your future manager can tell you.")
    assert why.endswith("After that: “Enough time to do it well”.")
    assert open_now == "2 of the 2 things that count to you are still open."
    say(record, target, knows__clarity="know")
    _, board = notes()  # what is known by now, as a picture
    assert notes()[0][2] == board[0] == "1 of the 2 things that count to you is still open."
    say(record, target, knows__pace="know")
    assert notes() == []


def test_what_is_private_is_on_the_page_and_neither_on_paper_nor_in_the_picture(record: Record) -> None:
    (record.folder / "catalogue.toml").write_text("[circumstance.pace]\nprivate = true\n", "utf-8")
    say(record, record.person, guesses=["pace", "clarity"])
    target = record.add_unit("target", sitting=record.sitting("said"))
    say(record, target, title="Cook", knows__pace="guess", knows__clarity="know")
    note, board = shown()
    assert note["title"] == "Ask first about “Enough time to do it well”."
    assert (note["off_paper"], board["off_paper"]) == (True, False)
    assert "Enough time" not in board["alt"] + str(board["tables"])
    assert board["small"][-1] == "1 private thing left out."
    say(record, target, knows__pace="know", knows__clarity="guess")
    assert [told["off_paper"] for told in shown()] == [False]


def test_what_to_ask_first_and_whom_is_what_the_list_of_questions_says(record: Record) -> None:
    say(record, record.person, guesses=["manager_backing", "clarity", "finish"])
    target = record.add_unit("target", sitting=record.sitting("said"))
    known = {"knows__manager_backing": "unknown", "knows__clarity": "guess", "knows__finish": "guess"}
    say(record, target, title="Cook", meets=["manager", "peer"], **known)

    def agrees(lead: str = "Ask first about") -> list[Question]:
        asked = list(prepare(me(), all_seen(me())).questions)
        top = next(one for one in asked if one.line in ("manager_backing", "clarity", "finish"))
        title, why, *_ = notes()[0]
        assert title == f"{lead} “{me().catalogue.item(top.line).worded().need}”."
        assert f"and {YOURS[top.who]} can tell you." in why
        return asked

    backing, *others = agrees()
    assert (backing.line, backing.who) == ("manager_backing", "peer")
    say(record, target, **{f"question__{backing.key}": {"gone": "another"}})  # the same of somebody else
    backing, *others = agrees()
    assert (backing.line, backing.who) == ("manager_backing", "manager")
    placed = [*others, backing]
    say(record, target, **{"question__-order": {"order": " ".join(one.key for one in placed)}})
    assert [one.key for one in agrees()] == [one.key for one in placed]
    say(record, target, **{"question__-own:a": {"text": "Who left last?"}})
    mine = ["-own:a", *(one.key for one in placed)]
    say(record, target, **{"question__-order": {"order": " ".join(mine)}})
    assert [one.key for one in agrees("Of what is still open, ask first about")] == mine


def test_where_an_answer_could_change_the_order_of_offers_it_says_so(record: Record) -> None:
    say(record, record.person, guesses=["pace", "clarity"])
    for name, level in (("Mill", 4), ("Inn", 3)):
        target = record.add_unit("target", sitting=record.sitting("said"))
        known = {"knows__pace": "unknown", "knows__clarity": "know", "there_level__clarity": level}
        say(record, target, title=name, talk_round="offer", **known)
    turns = "The answer could change the order of your offers."
    assert turns not in notes()[0][1]  # before the comparison is open nothing is said of it
    say(record, record.person, offers_opened=[unit.id for unit in record.units("target")])
    assert turns in notes()[0][1]


@pytest.mark.skipif(not can_pdf(), reason="typst has no wheel here")
def test_a_paper_of_many_jobs_is_there_while_one_waits(tmp_path: Path) -> None:
    """200 jobs being considered, beside the sample's own."""
    with throw_away_record(tmp_path / "sample") as many:
        sitting = many.sitting("said")
        with many.batch():
            for place in range(200):
                target = many.add_unit("target", sitting=sitting)
                many.answer(target, "title", f"Job {place}", sitting=sitting)
                many.answer(target, "knows:pace", "unknown", sitting=sitting)
        person = Person(many)
        to_pdf(compose(person))
        began = time.process_time()
        leaf = compose(person)
        gathered = time.process_time()
        to_pdf(leaf)
        assert gathered - began < 2
        assert time.process_time() - gathered < 0.5
