"""The job one considers beside one's own: what is alike, what would differ, what is not known stays open."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest

from good_on_paper import kit
from good_on_paper.forms import ThisJob
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.pages.session import me
from good_on_paper.record import Record
from good_on_paper.study.person import Person

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LINES = ("pace", "clarity", "decision_freedom", "peers")


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Record]:
    monkeypatch.setenv("GOOD_ON_PAPER_HOME", str(tmp_path / "person"))
    with Record.open(tmp_path / "person") as opened:
        me.cache_clear()
        yield opened
        me().record.close()
    me.cache_clear()


def say(record: Record, unit: object, **said: object) -> None:
    catalogue = Snapshot(record).catalogue
    for item, value in said.items():
        key = item.replace("__", ":")
        line = key.rpartition(":")[2]
        rated = isinstance(value, int) and line in catalogue
        revision = catalogue.item(line).revision if rated else 1
        record.answer(unit, key, value, sitting=record.sitting("said"), revision=revision)


def add(record: Record, kind: str, **said: object) -> str:
    unit = record.add_unit(kind, sitting=record.sitting("said")).id
    say(record, unit, **said)
    return unit


def shown() -> list[dict[str, Any]]:
    panel = kit.beside_mine()
    total = panel.handle({"type": "ready"})["total"]
    shows = ({"type": "show", "chart": place, "names": "names", "theme": "light"} for place in range(total))
    return [panel.handle(one) for one in shows]


def two_jobs(record: Record) -> None:
    say(record, record.person, guesses=list(LINES))
    add(record, "role", title="Cook", started="2015", ended="2018", overall=7, **dict.fromkeys(LINES, 6))
    add(record, "role", title="Clerk", started="2018", ended="2020", overall=2, **dict.fromkeys(LINES, 2))


def test_nothing_is_shown_before_anything_is_known_of_the_job(record: Record) -> None:
    two_jobs(record)
    add(record, "target", title="Baker")
    assert shown() == []


def test_with_little_known_no_job_is_called_the_nearest(record: Record) -> None:
    two_jobs(record)
    add(record, "target", title="Baker", knows__pace="know", there_level__pace=6)
    (told,) = shown()
    assert told["title"] == "You know too little yet to say which of your jobs is nearest to Baker."
    assert told["small"] == []


def test_the_nearest_says_what_is_alike_what_would_differ_and_what_stays_open(record: Record) -> None:
    two_jobs(record)
    known = {
        "knows__pace": "know",
        "there_level__pace": 6,
        "knows__clarity": "know",
        "there_level__clarity": 5,
    }
    known |= {"knows__decision_freedom": "guess", "there_level__decision_freedom": 2}
    add(record, "target", title="Baker", **known, there_up_to__decision_freedom=3, knows__peers="unknown")
    (told,) = shown()
    assert told["title"] == "Nearest of your jobs to Baker: Cook."
    alike, differ, move = told["small"]
    assert alike.startswith(
        "Of 4 things that count to you, 2 are much the same, 1 would differ and 1 you can"
    )
    assert alike.endswith("What you don’t know yet could make another job the nearest.")
    assert differ == "Less of “Choosing how to do the work” than there."
    assert move == "From Clerk, your last job, it would be a new phase: 2 of 3 things would differ."


def test_a_promise_stands_beside_what_is_written_and_alone_it_is_counted(record: Record) -> None:
    said = {"promised_there__hours": "home by six", "promised_from__hours": "Ms Ardell"}
    said |= {
        "written_there__hours": "37 hours",
        "written_in__hours": "the ad",
        "written_on__hours": "2026-03-02",
    }
    add(record, "target", title="Baker", **said, promised_there__pace="quiet <i>weeks</i>")
    (told,) = shown()
    assert told["title"] == "1 promise to hold against what is in writing; 1 promise is not in writing."
    assert "37 hours (the ad, 2 March 2026)" in str(told)


def test_the_shiniest_is_drawn_against_what_is_known_to_be_good_there(record: Record) -> None:
    say(record, record.person, guesses=["pace", "clarity"])
    say(record, add(record, "target", title="Mill"), firm_shine=7, knows__pace="know", there_level__pace=6)
    say(record, add(record, "target", title="Inn"), firm_shine=2, knows__pace="know", there_level__pace=2)
    *_, told = shown()
    assert told["title"] == (
        "Mill shines brightest; I know neither of the 2 things that count to be good there. At Inn it is 1."
    )


def test_two_hundred_jobs_in_sight_beside_forty_are_there_while_one_waits(record: Record) -> None:
    with record.batch():
        say(record, record.person, guesses=list(LINES))
        for place in range(40):
            add(
                record,
                "role",
                title=f"Job {place}",
                overall=place % 7 + 1,
                **dict.fromkeys(LINES, place % 7 + 1),
            )
        for place in range(200):
            level = {"firm_shine": place % 7 + 1, "knows__pace": "know", "there_level__pace": 3}
            add(record, "target", title=f"Offer {place}", **level)
    shown()
    began = time.process_time()
    assert kit.beside_mine().handle({"type": "ready"})["total"] == 2
    kit.ask_first().handle({"type": "ready"})
    kit.unknowns().handle({"type": "ready", "n": 0, "token": "t"})
    kit.questions().handle({"type": "ready", "n": 0, "token": "t"})
    assert time.process_time() - began < 2


def test_an_ad_of_json_resume_names_the_job_once_and_is_kept_to_read(record: Record) -> None:
    form = ThisJob(record, Snapshot(record).catalogue)
    pasted = '{"title": "Baker", "company": "Mill", "description": "Bread."}'
    target = form.page_state()["target"]
    cell = {"unit": target, "item": "advert_text", "state": "value", "value": pasted}
    form.handle({"type": "answer", "n": 1, "token": "a", **cell})
    (told,) = form.handle({"type": "named_in_ad", "n": 2, "token": "b", "text": pasted})
    assert told["said"] == "Read: Baker."
    given = {item: answer.value for (_, item), answer in record.current(units=(target,)).items()}
    assert given["advert_text"] == "Baker\nMill\nDescription: Bread."
    assert (given["title"], given["employer"]) == ("Baker", "Mill")
    (again,) = form.handle(
        {"type": "named_in_ad", "n": 3, "token": "c", "text": pasted.replace("Baker", "Cook")}
    )
    assert again["said"] == ""
    assert Person(record).current(units=(target,))[target, "title"].value == "Baker"
