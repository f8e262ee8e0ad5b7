"""Before an interview, over a whole record: the sample person's questions, and that asking is no look."""

from __future__ import annotations

import datetime as dt

import pytest

from good_on_paper import frames, kit
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.kit.me import Me
from good_on_paper.pages.session import me
from good_on_paper.pages.so_far import so_far
from good_on_paper.questions import BLANK
from good_on_paper.record import Record
from good_on_paper.study.contrast import all_seen
from good_on_paper.study.person import Person
from good_on_paper.study.sample import throw_away_record


@pytest.fixture
def sample(tmp_path, monkeypatch):
    monkeypatch.setenv("GOOD_ON_PAPER_HOME", str(tmp_path / "person"))
    record = throw_away_record(tmp_path / "person")
    me.cache_clear()
    yield Me(record)
    me.cache_clear()
    record.close()


def shown(sheet):
    return sheet.page_state()["questions"]


@pytest.mark.usefixtures("sample")
def test_the_sample_person_has_a_page_alive():
    questions = shown(kit.questions())
    assert 3 <= len(questions) <= 5
    assert "you do not know" in questions[0]["sentence"]  # and no mark says it a second time
    assert all(BLANK not in question["kinds"] for question in questions)
    assert questions[0]["key"].startswith("decision_freedom:")
    assert all(question["sentence"] and question["rests"] for question in questions)
    assert not any(question["key"].startswith("pace:") for question in questions)  # known
    assert "in 6 days" in kit.questions().page_state()["day"]


def test_opening_the_questions_is_no_look_and_jobs_speak_only_after_one(sample):
    record = sample.record
    target = record.units("target")[0]
    sitting = record.sitting("setting the stage")
    for line in ("decision_freedom", "hours", "manager_backing", "clarity", "interruptions"):
        record.answer(target, f"knows:{line}", "know", sitting=sitting)
    record.answer(target, "knows:finish", "unknown", sitting=sitting)
    before = record.newest
    first = shown(kit.questions())
    assert record.newest == before
    assert sample.looks().empty
    assert "best job" not in str(first)
    assert kit.questions().page_state()["needs"]
    sample.take_a_look()  # the look
    open_still = kit.questions()
    assert not open_still.page_state()["needs"]  # whoever has nothing to ask is not sent to name one
    assert "best job" in str(shown(open_still))
    role = next(
        unit for unit in record.units("role") if "Fieldwork" in frames.role_names(Snapshot(record))[unit.id]
    )
    record.answer(role, "title", "Called otherwise since", sitting=sitting)
    assert "best job" in next(q["sentence"] for q in shown(kit.questions()) if q["key"].startswith("finish:"))
    record.answer(role, "hurt", "yes", sitting=sitting)
    assert shown(open_still) == shown(kit.questions())  # both count without the job that is quiet since
    assert "Called otherwise since" not in str(shown(open_still))
    answered = all_seen(sample)[0].because("finish")
    assert len(answered)
    assert role.id not in set(answered["unit"])


def test_the_head_says_how_long_it_is_to_the_talk(tmp_path, monkeypatch):
    monkeypatch.setenv("GOOD_ON_PAPER_HOME", str(tmp_path / "person"))
    me.cache_clear()
    with Record.open(tmp_path / "person") as record:
        assert "You have not said yet what you need; Start here asks." in kit.page("03").data
        sitting = record.sitting("talk")
        target = record.add_unit("target", sitting=sitting)
        tomorrow = dt.datetime.now().astimezone().date() + dt.timedelta(days=1)
        record.answer(target, "talk_on", tomorrow.isoformat(), sitting=sitting)
        record.answer(record.person, "guesses", ["pace"], sitting=sitting)
        head = kit.page("03").data
        assert ", tomorrow. You named 1 need." in head
    me.cache_clear()


def test_after_a_look_the_head_sends_nobody_to_say_a_need_that_no_longer_counts(tmp_path):
    with Record.open(tmp_path / "person") as record:
        look = {"seq": 1, "lines": [], "roles": [], "outcomes": ["overall"]}
        record.answer(record.person, "look", look, sitting=record.sitting("look"))
        assert so_far(Person(record), "03") == (
            "You looked before you said what you need. In your list below you can still say what you want."
        )
