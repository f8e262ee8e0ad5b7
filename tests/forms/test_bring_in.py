"""Bringing in by the form: the kernel's half on a real record."""

from __future__ import annotations

import itertools
import json
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from good_on_paper.forms import BringIn

if TYPE_CHECKING:
    from good_on_paper.catalogue import Catalogue
    from good_on_paper.record import Record

COUNT = itertools.count(1)
ATTITUDE = Path(__file__).parents[1] / "reference" / "attitude.csv"


def message(kind: str, **more: Any) -> dict[str, Any]:
    return {"type": kind, "n": next(COUNT), "token": str(uuid.uuid4()), **more}


def only(replies: list[dict[str, Any]]) -> dict[str, Any]:
    assert len(replies) == 1
    return replies[0]


@pytest.fixture
def form(record: Record, lines: Catalogue) -> BringIn:
    return BringIn(record, lines, record.folder / "catalogue.toml")


def test_a_table_is_looked_at_then_brought_in(form: BringIn, record: Record) -> None:
    looked = only(form.handle(message("look", file="attitude.csv", data=ATTITUDE.read_bytes())))
    look = looked["look"]
    assert looked["type"] == "looked"
    assert len(look["roles"]) == 30
    assert look["outcome"] == "rating"
    assert record.newest == 0
    places = [part["where"] for part in (*look["roles"], *look["lines"])]
    asked = message("bring_in", look=look["token"], places=places)
    told = only(form.handle(asked))
    assert told["type"] == "ack"
    counts = "30 new jobs, 210 ratings, 7 questions of your own"
    assert told["receipt"][0] == f"Added from attitude.csv: {counts}."
    newest = record.newest
    assert only(form.handle(asked)) == told
    assert record.newest == newest
    state = only(form.handle({"type": "ready"}))
    assert (state["receipt"], state["look"]) == (told["receipt"], None)


def test_only_what_is_ticked_comes_in(form: BringIn, record: Record) -> None:
    look = only(form.handle(message("look", text="Editor, Acme, 2014\nCook")))["look"]
    form.handle(message("bring_in", look=look["token"], places=["line 2"]))
    assert [answer.value for answer in record.current(items=("title",)).values()] == ["Cook"]


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"file": "bad.json", "data": b'{"work": ['}, "bad.json, line 1"),
        ({"file": "no.csv", "data": b""}, "no.csv: the file is empty"),
        ({"file": "no.csv"}, "no.csv: the file is empty"),
        ({"text": " "}, "pasted lines: there is nothing in it"),
    ],
)
def test_a_bad_file_is_refused_in_words(
    more: dict[str, Any], says: str, form: BringIn, record: Record
) -> None:
    told = only(form.handle(message("look", **more)))
    assert told["type"] == "refused"
    assert says in told["message"]
    assert record.newest == 0


def test_a_file_that_is_gone_is_asked_for_again(form: BringIn, record: Record) -> None:
    look = only(form.handle(message("look", text="Editor")))["look"]
    form.handle(message("put_away"))
    told = only(form.handle(message("bring_in", look=look["token"], places=["line 1"])))
    assert told["type"] == "refused"
    assert "choose it again" in told["message"]
    assert record.newest == 0


def test_a_catalogue_in_the_way_is_told_in_words(form: BringIn, record: Record) -> None:
    look = only(form.handle(message("look", file="t.csv", data=b"title,mood\nEditor,60\n")))["look"]
    (record.folder / "catalogue.toml").mkdir()
    told = only(form.handle(message("bring_in", look=look["token"], places=["row 2", "column 'mood'"])))
    assert told["type"] == "refused"
    assert "catalogue.toml" in told["message"]
    assert record.newest == 0


def test_nothing_personal_is_in_the_widget(form: BringIn) -> None:
    form.handle(message("look", text="Secret keeper, Hidden & Co"))
    state = json.dumps(form.get_state(), default=str)
    assert "Secret keeper" not in state
    assert "Secret" not in repr(form)


def test_this_form_takes_no_single_answers(form: BringIn) -> None:
    told = only(form.handle(message("answer", unit="0" * 32, item="title", value="x")))
    assert told["type"] == "refused"


def test_what_others_said_is_offered_and_comes_in_alone(form: BringIn, record: Record) -> None:
    words = (
        b"First Name,Last Name,Company,Job Title,Text,Creation Date,Status\r\n"
        b"Nora,Field,Acme,Head,Calm.,2022,VISIBLE\r\n"
    )
    look = only(form.handle(message("look", file="Recommendations_Received.csv", data=words)))["look"]
    assert look["roles"] == []
    [part] = look["received"]
    assert (part["label"], part["more"]) == ("Recommendations you received", "1, kept private")
    form.handle(message("bring_in", look=look["token"], places=[part["where"]]))
    [answer] = record.current(items=("recommendation_received",)).values()
    assert answer.private
