"""What success and a job going wrong mean, out as a table and back in."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from good_on_paper.catalogue import add_items, keys, load
from good_on_paper.export import contents, csv_table, definitions_table, workbook
from good_on_paper.forms.own_need import own_criterion
from good_on_paper.frames.definitions import SIDES, definition
from good_on_paper.frames.gaps import gaps
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.intake import bring_in, read
from good_on_paper.record import Record
from good_on_paper.record.archive import export_archive
from good_on_paper.record.unarchive import restore_archive
from good_on_paper.study.sample import FOLDER, throw_away_record
from tests.export.jobs import TEXTS, WORDS, a_record, brought_back

FORMATS = {"definitions.csv": definitions_table, "all.xlsx": workbook}
JOB = [{"title": "Editor", "employer": "Acme", "started": "2014", "proud_work": 6, "worn": 2}]
CRITERIA = [item.key for side in SIDES for item in load().items(side.group)]


def told(record):
    lines = load(record.folder / "catalogue.toml")
    found = [definition(Snapshot(record, fixed=lines), side.outcome) for side in SIDES]
    return [
        (one.reset_index().to_dict("records"), one.attrs["sentence"])
        for one in (one.sort_index() for one in found)
    ]


@pytest.mark.parametrize("name", FORMATS)
@settings(deadline=None, max_examples=6)
@given(
    points=st.dictionaries(st.sampled_from(CRITERIA), st.integers(1, 5), min_size=1, max_size=6),
    sentence=TEXTS,
    own=st.none() | WORDS,
)
def test_what_goes_out_comes_back_in_and_twice_changes_nothing(name, points, sentence, own):
    with a_record(JOB) as record:
        said = {**points, "success_is": sentence}
        if own is not None:
            item, new = own_criterion(own, "unsuccess", load())
            if new:
                add_items(record.folder / "catalogue.toml", [item])
            said[item.key] = 3
            (role,) = record.units("role")
            record.answer(role, item.key, 5, sitting=record.sitting("definitions"))
        for key, value in said.items():
            record.answer(record.person, key, value, sitting=record.sitting("definitions"))
        lines = load(record.folder / "catalogue.toml")
        data = FORMATS[name](contents(record, lines, include_private=True), lines)
        with brought_back(data, name) as other:
            assert told(other) == told(record)
            if own is not None and name.endswith("xlsx"):
                rated = other.current(items=(item.key,), units=other.units("role"))
                assert [answer.value for answer in rated.values()] == [5]
            newest, overlay = other.newest, Path(other.folder) / "catalogue.toml"
            again = bring_in(read(data, name, load(overlay)), other, overlay)
            assert (other.newest, again.changed, again.kept) == (newest, False, ())


@settings(deadline=None, max_examples=10)
@given(own=WORDS, group=st.sampled_from([side.group for side in SIDES]), value=st.integers(1, 7))
def test_a_criterion_of_one_s_own_stays_one_when_the_jobs_come_alone(own, group, value):
    item, new = own_criterion(own, group, load())
    assume(new)
    with a_record(JOB) as record:
        add_items(record.folder / "catalogue.toml", [item])
        (role,) = record.units("role")
        record.answer(role, item.key, value, sitting=record.sitting("definitions"))
        lines = load(record.folder / "catalogue.toml")
        data = csv_table(contents(record, lines), lines)
        with brought_back(data, "jobs.csv") as other:
            there = load(other.folder / "catalogue.toml")
            assert (there.item(item.key).group, there.item(item.key).keyed) == (group, item.keyed)
            assert csv_table(contents(other, there), there) == data
            newest, overlay = other.newest, other.folder / "catalogue.toml"
            again = bring_in(read(data, "jobs.csv", load(overlay)), other, overlay)
            assert (other.newest, again.changed, again.kept) == (newest, False, ())


def test_a_table_of_the_criteria_alone_comes_in_and_what_is_none_is_named(tmp_path):
    rows = (FOLDER / "criteria.csv").read_text() + "nowhere,2\nworn,9\n"
    with Record.open(tmp_path) as record:
        preview = read(rows.encode(), "criteria.csv", load())
        assert not preview.empty
        assert [str(part) for part in preview.skipped] == [
            "row 10: 'nowhere': there is no such criterion",
            "row 11: 9: expected 1 to 5 points",
        ]
        receipt = bring_in(preview, record, tmp_path / "catalogue.toml")
        assert receipt.sentences() == ["Added from criteria.csv: what success and going wrong mean to you."]
        assert definition(Snapshot(record), "by_success")["weight"].to_dict()["proud_work"] == 5


def test_an_archive_brings_back_criteria_gaps_and_what_gets_one_through_the_day(tmp_path):
    def says(snapshot):
        lines = snapshot.current(items=keys.THROUGH, units=(snapshot.unit,))
        return [answer.value for answer in lines.values()], gaps(snapshot)[
            ["what", "margin"]
        ].to_numpy().tolist()

    with throw_away_record(tmp_path / "one") as one:
        export_archive(one, tmp_path / "mine.json")
        restore_archive(tmp_path / "mine.json", tmp_path / "two")
        with Record.open(tmp_path / "two") as two:
            assert told(two) == told(one)
            there = says(Snapshot(one))
            assert says(Snapshot(two)) == there
            assert all(map(any, (there[0], *there[1:])))


def test_what_is_private_stays_at_home_unless_it_is_asked_for():
    with a_record(JOB) as record:
        record.answer(record.person, "worn", 4, sitting=record.sitting("definitions"))
        assert b"worn" not in definitions_table(contents(record, load()), load())
        assert b"worn" in definitions_table(contents(record, load(), include_private=True), load())
