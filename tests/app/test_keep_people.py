"""``people``, as it is typed."""

from __future__ import annotations

import datetime as dt
import re
import sys
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from good_on_paper.app.coaching_hour import PARTS, coaching_hour
from good_on_paper.app.command import cli
from good_on_paper.app.people_html import page
from good_on_paper.app.room import Room
from good_on_paper.pages import titles
from good_on_paper.record import Record

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.delenv("GOOD_ON_PAPER_HOME", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")


def said(*words: str, code: int = 0, typed: str = "") -> str:
    result = CliRunner().invoke(cli, list(words), input=typed)
    assert result.exit_code == code, result.output
    return " ".join(result.output.split())


def test_a_practice_of_two_from_the_first_name_to_the_receipt(tmp_path: Path) -> None:
    assert "Nobody yet" in said("people")
    assert 'open --person "Anna B."' in said("people", "new", "Anna B.")
    said("people", "new", "Søren")
    (tmp_path / "jobs.txt").write_text("Analyst, Acme, 2014-2017\n", "utf-8")
    said("import", str(tmp_path / "jobs.txt"), "--yes", "--person", "anna b.")
    said("people", "note", "Søren", "--agreed", "Six sessions", "--until", "March 2020")
    listed = said("people")
    assert "Anna B. last opened 20" in listed
    assert "Søren never opened until 2020-03-31 Six sessions" in listed
    assert "Due: Søren, agreed until 2020-03-31." in listed
    said("people", "rename", "Anna B.", "Anna Berg")
    said("people", "archive", "Søren")
    assert said("people").index("Anna Berg") < said("people").index("Søren never opened archived on")
    where = said("where", "--person", "anna berg")
    with Record.open(where) as record:
        assert len(record.units("role")) == 1
    receipt = tmp_path / "receipt.txt"
    told = said("people", "delete", "Anna Berg", "--yes", "--receipt", str(receipt))
    assert "wiped on" in told
    assert " ".join(receipt.read_text("utf-8").split()) == told
    assert "Anna" not in said("people")


def test_a_slip_of_the_finger_begins_no_record(tmp_path: Path) -> None:
    said("people", "new", "Anna B.")
    before = sorted(tmp_path.rglob("*"))
    for words in (
        ("where",),
        ("check",),
        ("open", "--no-browser"),
        ("import", str(tmp_path / "x.txt")),
        ("backup",),
    ):
        assert "Did you mean Anna B.?" in said(*words, "--person", "Ana B.", code=2)
    for words in (
        ("people", "open", "Ana B."),
        ("people", "delete", "Ana B."),
        ("people", "close", "Ana B."),
    ):
        assert "Did you mean Anna B.?" in said(*words, code=1)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_record_that_lies_elsewhere_is_in_the_list_and_leads_back(tmp_path: Path) -> None:
    said("people", "new", "Anna B.")
    room = Room.__new__(Room)
    room.began = room.shown = tmp_path / "elsewhere"
    here = {"today": dt.date(2026, 11, 30), "xsrf": "", "everyone": True}
    for shown, one_can in ((room.began, "Close"), (None, "Open")):
        listed = page(room.people(), shown, **here)
        assert re.findall(r"<h2><bdi>(.*?)</bdi>", listed) == ["me", "Anna B."]
        own = listed.partition("Anna B.")[0]
        assert f'value="{room.began}"><button>{one_can}</button>' in own
        assert ("you · open now" in own) == (one_can == "Close")
    assert f"in a folder of its own in {tmp_path / 'good-on-paper'}." in listed


def test_without_a_name_one_is_asked_for_first() -> None:
    assert "Type a name first." in said("people", "new", "", code=1)
    listed = page([], None, today=dt.date(2026, 11, 30), xsrf="", theirs="Anna B.")
    assert listed.count(" required") == 2
    assert "<details open><summary>From a file they gave you" in listed
    assert 'value="Anna B." autocomplete="off" required' in listed


def test_a_first_hour_begins_where_the_needs_are_asked() -> None:
    first, _, how = PARTS[:3]
    assert first.where[0] == titles.START
    assert how.ask.startswith("How did each job go")
    led = re.findall(r"<li>.*?</li>", coaching_hour(lambda title: title, ""))
    assert f">{titles.START[3:]}</a>" in led[0]


def test_nobody_is_deleted_or_named_by_half() -> None:
    said("people", "new", "Anna B.")
    assert "Nothing was deleted" in said("people", "delete", "Anna B.", code=2)
    assert "--until" in said("people", "note", "Anna B.", "--until", "the summer", code=2)
    assert "cannot be a person’s name" in said("people", "rename", "Anna B.", "!!", code=1)
    assert "is not open" in said("people", "close", "Anna B.")
    assert "Anna B. never opened" in said("people")
