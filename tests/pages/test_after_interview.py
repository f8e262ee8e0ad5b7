"""After an interview: what waits there, what the list of pages says of it, and the search on request only."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

import good_on_paper as gop
from good_on_paper import kit
from good_on_paper.catalogue import keys
from good_on_paper.forms import InterviewLog
from good_on_paper.pages import session, titles
from good_on_paper.pages.bar import bar
from good_on_paper.pages.start.notebook_list import rows
from good_on_paper.study.interviews import to_ask_about

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from good_on_paper.study.person import Person


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Person]:
    monkeypatch.setenv("GOOD_ON_PAPER_HOME", str(tmp_path / "person"))
    session.me.cache_clear()
    yield session.me()
    session.me().record.close()
    session.me.cache_clear()


@pytest.fixture
def sample(monkeypatch: pytest.MonkeyPatch) -> Person:
    made = gop.sample()
    for module in ("three_questions", "whole_search"):
        where = f"good_on_paper.pages.after_an_interview.{module}"
        monkeypatch.setattr(
            f"{where}.me" if module == "three_questions" else "good_on_paper.pages.show.me", lambda: made
        )
    return made


def met_yesterday(mine: Person, employer: str = "Brightwater") -> str:
    sitting = mine.record.sitting("x")
    job = mine.record.add_unit("target", sitting=sitting)
    yesterday = (mine.today - dt.timedelta(days=1)).isoformat()
    for item, value in {"employer": employer, keys.TALK_ON: yesterday}.items():
        mine.record.answer(job, item, value, sitting=sitting)
    return job.id


def row_of(mine: Person) -> dict[str, str]:
    return next(row for row in rows(mine) if row["name"] == titles.AFTER)


def message(kind: str, **said: object) -> dict[str, object]:
    return {"type": kind, "n": 1, "token": f"{kind} {said}", **said}


def test_the_list_of_pages_sends_there_until_something_was_said(mine: Person) -> None:
    assert row_of(mine)["stands"] != "next"
    met_yesterday(mine)
    assert row_of(mine) == {
        "name": titles.AFTER, "words": "three short questions, about ninety seconds", "stands": "next",
    }  # fmt: skip
    form = kit.after_interview()
    unit = form.page_state()["interview"]["unit"]
    (told, *_) = form.handle(message("answer", unit=unit, item=keys.TO_REMEMBER, value="The greenhouse"))
    assert told["type"] == "ack"
    assert row_of(mine)["stands"] == "done"
    assert to_ask_about(mine) is None


def test_the_bar_asks_it_by_name_and_what_was_typed_is_text(mine: Person) -> None:
    met_yesterday(mine, "<b>Bright & water")
    assert ">How did &lt;b&gt;Bright &amp; water go?</a>" in bar(mine, "00")
    assert "How did" not in bar(mine, "04")


def test_the_page_of_the_guess_says_nothing_of_how_any_ended(sample: Person) -> None:
    del sample
    state = kit.after_interview().page_state()
    told = str({key: value for key, value in state.items() if key != "others"})
    for item in (keys.CAME_YES, keys.CAME_NO, keys.CAME_NOTHING, keys.WITHDREW):
        assert item not in told


def test_the_search_is_shown_on_request_only(sample: Person) -> None:
    del sample
    panel = kit.search()
    before = panel.handle({"type": "ready"})
    assert before["total"] == 0
    assert before["ask"]["button"] == "Show my search"
    after = panel.handle({"type": "reveal"})
    heads = [head["heading"] for head in after["heads"]]
    assert heads == [
        "They wanted me, I wanted it",
        "How far each one went",
        "Month by month",
        "Advice I followed",
    ]


def test_for_a_day_after_a_no_no_chart_and_one_line(sample: Person) -> None:
    form = kit.interviews()
    unit = form.page_state()["rows"][0]["unit"]
    said = message("answer", unit=unit, item=keys.CAME_NO, value=sample.today.isoformat())
    assert form.handle(said)[0]["type"] == "ack"
    assert kit.search().handle({"type": "ready"})["total"] == 0
    assert (
        "ask" not in kit.search().handle({"type": "ready"})
        or not kit.search().handle({"type": "ready"})["ask"]
    )
    assert form.page_state()["hush"]
    assert kit.after_interview().page_state()["hush"]


def test_three_fields_from_memory_are_marked_and_have_no_guess(mine: Person) -> None:
    form = InterviewLog(mine, before=titles.BEFORE)
    told = form.handle(message("remember", text="Fenn", day="March 2025", words="no"))
    assert told[0]["type"] == "ack"
    (row,) = mine.interviews().to_dict("records")
    assert (row["employer"], row["outcome"], row["remembered"]) == ("Fenn", "no", True)
    assert row["day"].date() == dt.date(2025, 3, 1)
    assert not form.page_state()["hush"]
    for text, day, words in (("", "2025", "no"), ("Fenn", "soon", "no"), ("Fenn", "2025", "perhaps")):
        refused = form.handle(message("remember", text=text, day=day, words=words))
        assert refused[0]["type"] == "refused"
    assert len(mine.interviews()) == 1


def test_a_silence_is_raised_with_a_note_and_never_closed_by_itself(mine: Person) -> None:
    job = met_yesterday(mine)
    long_ago = (mine.today - dt.timedelta(days=60)).isoformat()
    mine.record.answer(job, keys.TALK_ON, long_ago, sitting=mine.record.sitting("x"))
    form = kit.after_interview()
    unit = form.page_state()["interview"]["unit"]
    form.handle(message("answer", unit=unit, item=keys.TO_REMEMBER, value="x"))
    log = kit.interviews()
    silence = log.page_state()["silence"]
    assert "has passed. Has Brightwater written?" in silence["ask"]
    assert silence["note"].startswith("Dear ")
    log.handle(message("answer", unit=unit, item=keys.SILENCE_RAISED, value=mine.today.isoformat()))
    assert log.page_state()["silence"] is None
    assert log.page_state()["rows"][0]["state"] == "no answer"
    log.handle(message("answer", unit=unit, item=keys.CAME_YES, value=mine.today.isoformat()))
    assert log.page_state()["rows"][0]["state"].startswith("yes, on day 60; no answer before")
