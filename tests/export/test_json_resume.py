"""A JSON Resume that other programs read, and that comes back in without change."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings

from good_on_paper.catalogue import Item, add_items, load
from good_on_paper.export import contents, json_resume
from good_on_paper.forms.own_need import own_criterion
from good_on_paper.frames.definitions import definition
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.intake import bring_in, read
from tests.export.jobs import JOBS, a_record, brought_back, stands, write_jobs

SCHEMA = json.loads(
    (Path(__file__).parents[1] / "reference" / "resume" / "jsonresume_schema.json").read_text("utf-8")
)
BLOCK = "x-good-on-paper"


def exported(record, *, include_private=False, lines=None):
    lines = lines or load()
    return json_resume(contents(record, lines, include_private=include_private), lines)


@settings(deadline=None, max_examples=60)
@given(JOBS)
def test_what_goes_out_comes_back_in_without_change(jobs):
    with a_record(jobs) as record:
        data = exported(record)
        jsonschema.validate(json.loads(data), SCHEMA)
        preview = read(data, "mine.json", load())
        assert all(role.taken for role in preview.roles)
        assert preview.skipped == ()
        with brought_back(data, "mine.json") as other:
            assert stands(other) == stands(record)


def test_lengths_and_several_of_the_options_come_back_too(record):
    said = {
        "set_in_after": "6 mo",
        "dull_spell": "3m, or so",
        "dull_because": ["too_little", "no_point"],
        "made_game": "did_not",
        "dull_worst": 5,
        "raised_voices": 3,
    }
    write_jobs(record, [{"title": "Editor", "employer": "Acme", "started": "2014", **said}])
    data = exported(record, include_private=True)
    assert read(data, "mine.json", load()).skipped == ()
    with brought_back(data, "mine.json") as other:
        (role,) = other.units("role")
        back = {item: answer.value for (_, item), answer in other.current(units=[role]).items()}
        assert {item: back[item] for item in said} == said


def test_definitions_go_out_and_come_back_in_their_own_words_too(record):
    own = own_criterion("I stopped laughing", "unsuccess", load())[0]
    add_items(record.folder / "catalogue.toml", [own])
    lines = load(record.folder / "catalogue.toml")
    said = {"proud_work": 5, "worn": 4, own.key: 2, "success_is": "Work I would show to a friend."}
    write_jobs(
        record, [{"title": "Editor", "employer": "Acme", "started": "2014", "proud_work": 6, "worn": 2}]
    )
    for key, value in said.items():
        record.answer(record.person, key, value, sitting=record.sitting("definitions"))
    assert "worn" not in json.loads(exported(record, lines=lines))[BLOCK]["definitions"]  # it is private
    data = exported(record, lines=lines, include_private=True)
    with brought_back(data, "mine.json") as other:
        back = {item: answer.value for (_, item), answer in other.current(units=(other.person,)).items()}
        assert {key: back.get(key) for key in said} == said
        for outcome in ("by_success", "by_going_wrong"):
            told = [definition(Snapshot(one), outcome) for one in (record, other)]
            assert told[0].equals(told[1])
            assert told[0].attrs["sentence"] == told[1].attrs["sentence"]
        again = exported(other, lines=load(other.folder / "catalogue.toml"), include_private=True)
        assert json.loads(again)[BLOCK]["definitions"] == json.loads(data)[BLOCK]["definitions"]


def test_what_is_no_definition_is_left_out_and_named(record):
    block = {"version": 1, "definitions": {"money": 9, "pace": 3, "success_is": 4, "growth": 2, "nowhere": 1}}
    document = {BLOCK: block, "work": [{"position": "Editor", "startDate": "2014"}]}
    preview = read(json.dumps(document).encode(), "mine.json", load())
    assert [part.entries for part in preview.received] == [({"item": "growth", "value": 2},)]
    assert len(preview.skipped) == 4
    record.answer(record.person, "growth", 5, sitting=record.sitting("definitions"))
    bring_in(preview, record, record.folder / "catalogue.toml")
    assert record.current(items=("growth",))[record.person.id, "growth"].value == 5  # what stands, stays


def test_back_into_the_same_record_changes_nothing(record):
    write_jobs(record, [{"title": "Editor", "employer": "Acme", "started": "2014", "decision_freedom": 5}])
    before = stands(record)
    data = exported(record)
    for _ in range(2):
        bring_in(read(data, "mine.json", load()), record, record.folder / "catalogue.toml")
        assert stands(record) == before


def test_a_present_job_and_one_with_an_unknown_end_differ(record):
    write_jobs(
        record,
        [
            {"title": "A", "employer": "x", "started": "2014", "ended": "now"},
            {"title": "B", "employer": "x", "started": "2014"},
            {"title": "C", "employer": "x", "started": "2014", "ended": "2015", "role_kind": "study"},
        ],
    )
    data = exported(record)
    assert "endDate" not in json.loads(data)["work"][0]
    with brought_back(data, "x.json") as other:
        assert stands(other) == stands(record)


def test_own_lines_memory_and_the_main_outcome_come_along(record):
    own = Item.model_validate(
        {"key": "my_line", "group": "circumstance", "label": "Mine", "scale": {"min": 0, "max": 100}}
    )
    overlay = record.folder / "catalogue.toml"
    add_items(overlay, [own])
    write_jobs(record, [{"title": "A", "employer": "x"}])
    [unit] = record.units("role")
    sitting = record.sitting("lines")
    record.answer(unit, "my_line", 62, sitting=sitting, memory=1)
    record.answer(unit, "cost", 3, sitting=sitting, revision=load().item("cost").revision)
    record.answer(record.person, "primary_outcome", "cost", sitting=sitting)
    data = exported(record, lines=load(overlay))
    with brought_back(data, "x.json") as other:
        assert stands(other) == stands(record)
        assert load(other.folder / "catalogue.toml").item("my_line").scale == own.scale
        declared = other.current(items=("primary_outcome",))
        assert declared[other.person.id, "primary_outcome"].value == "cost"


def test_own_lines_keep_their_kin_as_far_as_it_is_known(record):
    overlay = record.folder / "catalogue.toml"
    fields = {"group": "circumstance", "label": "Mine"}
    own = [
        Item.model_validate({"key": "my_line", "kin": ["growth", "my_other"], **fields}),
        Item.model_validate({"key": "my_other", **fields}),
    ]
    add_items(overlay, own)
    write_jobs(record, [{"title": "A", "employer": "x"}])
    [unit] = record.units("role")
    record.answer(unit, "my_line", 6, sitting=record.sitting("lines"))
    with brought_back(exported(record, lines=load(overlay)), "x.json") as other:
        assert load(other.folder / "catalogue.toml").item("my_line").kin == ("growth",)
    record.answer(unit, "my_other", 2, sitting=record.sitting("lines"))
    with brought_back(exported(record, lines=load(overlay)), "x.json") as other:
        lines = load(other.folder / "catalogue.toml")
        assert lines.item("my_line").kin == load(overlay).item("my_line").kin
        assert lines.item("my_other").kin == ("my_line",)


def test_what_is_private_stays_unless_asked_for(record):
    write_jobs(record, [{"title": "A", "employer": "x"}])
    [unit] = record.units("role")
    sitting = record.sitting("lines")
    record.answer(unit, "summary", "SECRET words", sitting=sitting, private=True)
    record.answer(unit, "decision_freedom", 2, sitting=sitting, private=True)
    for line in load().items(hidden=True):
        if line.private and line.kind == "rating":
            record.answer(unit, line.key, 7, sitting=sitting, revision=line.revision)
    data = exported(record)
    assert b"SECRET" not in data
    assert json.loads(data)["work"][0][BLOCK]["answers"] == []
    with brought_back(exported(record, include_private=True), "x.json") as other:
        told = other.current(items=("decision_freedom",))
        assert [answer.private for answer in told.values()] == [True]
        assert b"SECRET" in exported(record, include_private=True)


@pytest.mark.parametrize(
    "block",
    [
        *(None, [], "x", 3, {"facts": []}, {"facts": {"listed": True}}, {"facts": {"started": "yesterday"}}),
        *({"facts": {"origin": ["x"]}}, {"facts": {"title": 3}}, {"facts": {"role_kind": "spy"}}),
        *(
            {"answers": {}},
            {"answers": [None]},
            {"answers": [{"item": "nothing", "revision": 1, "value": 1}]},
        ),
        {"answers": [{"item": "decision_freedom", "revision": 99, "value": 1}]},
        {"answers": [{"item": "decision_freedom", "revision": 1, "value": 8}]},
        {"answers": [{"item": "decision_freedom", "revision": 1, "value": True}]},
        {"answers": [{"item": "decision_freedom", "revision": 1, "value": 3, "memory": "sure"}]},
        {"answers": [{"item": "title", "revision": 1, "value": "x"}]},
        {"answers": [{"item": ["a"], "revision": 1, "value": "x"}]},
    ],
)
def test_a_block_that_was_changed_is_left_out_and_named(block):
    entry = {"name": "Acme", "position": "Editor", "startDate": "2014", BLOCK: block}
    preview = read(json.dumps({"work": [entry], BLOCK: {"version": 1}}).encode(), "x.json", load())
    [role] = preview.roles
    assert role.ratings == ()
    assert (role.facts["title"], role.facts["started"], role.facts["role_kind"]) == ("Editor", "2014", "job")
    assert any(BLOCK in part.where for part in preview.skipped)


def test_the_block_of_a_newer_kit_is_left_out_and_the_jobs_are_read():
    entry = {"name": "Acme", "position": "Editor", BLOCK: {"answers": []}}
    preview = read(json.dumps({"work": [entry], BLOCK: {"version": 2}}).encode(), "x.json", load())
    assert len(preview.roles) == 1
    assert "update the kit" in str(preview.skipped[0])


def test_lines_that_are_none_are_named():
    lines = [3, {"key": "x"}, {"key": "origin", "group": "circumstance", "label": "x"}, {"key": "../x"}]
    lines.append(
        {"key": "decision_freedom", "group": "circumstance", "label": "x", "scale": {"min": 0, "max": 9}}
    )
    document = {"work": [{"name": "Acme"}], BLOCK: {"version": 1, "lines": lines, "main_outcome": "origin"}}
    preview = read(json.dumps(document).encode(), "x.json", load())
    assert preview.lines == ()
    assert preview.outcome is None
    assert len(preview.skipped) == 5
