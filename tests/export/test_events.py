"""Outside events, out as a table and back in."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper.catalogue import load
from good_on_paper.export import contents, events_table, workbook
from good_on_paper.frames import events
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.intake import bring_in, read
from good_on_paper.record import Record
from good_on_paper.study.sample import FOLDER, throw_away_record
from tests.export.jobs import TEXTS, a_record, brought_back

FORMATS = {"events.csv": events_table, "all.xlsx": workbook}
JOB = [{"title": "Editor", "employer": "Acme", "started": "2014"}]
EVENTS = st.lists(
    st.fixed_dictionaries(
        {"title": TEXTS},
        optional={
            "started": st.sampled_from(["2014", "2015-03", "2016-02-29", "2014~"]),
            "ended": st.sampled_from(["2020", "2019-05", "now"]),
        },
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda event: (event["title"].casefold(), event.get("started")),
)


def told(record):
    frame = events(Snapshot(record))[["title", "started", "ended"]]
    return frame.astype(object).where(frame.notna(), None).to_numpy().tolist()


@pytest.mark.parametrize("name", FORMATS)
@settings(deadline=None, max_examples=15)
@given(happened=EVENTS)
def test_what_goes_out_comes_back_in_and_twice_changes_nothing(name, happened):
    with a_record(JOB) as record:
        sitting = record.sitting("events")
        for said in happened:
            one = record.add_unit("event", sitting=sitting)
            for item, value in said.items():
                record.answer(one, item, value, sitting=sitting)
        data = FORMATS[name](contents(record, load()), load())
        with brought_back(data, name) as other:
            assert told(other) == told(record)
            newest, overlay = other.newest, Path(other.folder) / "catalogue.toml"
            again = bring_in(read(data, name, load()), other, overlay)
            assert (other.newest, again.changed, again.kept) == (newest, False, ())


def test_the_table_of_the_sample_comes_in_and_what_was_taken_off_stays_off(tmp_path):
    data = (FOLDER / "events.csv").read_bytes()
    with throw_away_record(tmp_path / "one") as sample, Record.open(tmp_path / "two") as record:
        overlay = tmp_path / "catalogue.toml"
        receipt = bring_in(read(data, "events.csv", load()), record, overlay)
        assert receipt.sentences() == ["Added from events.csv: 3 outside events."]
        assert told(record) == told(sample)
        record.remove_unit(record.units("event")[0], sitting=record.sitting("events"))
        assert not bring_in(read(data, "events.csv", load()), record, overlay).changed
