"""Dates in JSON that a program counted: they are read with a word of doubt, or named."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from good_on_paper.catalogue import load
from good_on_paper.intake import Preview, read
from good_on_paper.intake.json_stamps import date_of_stamp
from good_on_paper.intake.preview_text import told_of

KNOWN = load()
MARCH = int(dt.datetime(2014, 3, 1, 8, tzinfo=dt.UTC).timestamp())
MAY = int(dt.datetime(2017, 5, 17, tzinfo=dt.UTC).timestamp())


def found(**fields: object) -> Preview:
    job = {"title": "Cook", "employer": "Harbour Bar"} | fields
    return read(json.dumps({"v2": {"work_experiences": [job]}}).encode(), "x.json", KNOWN)


@pytest.mark.parametrize(
    "fields",
    [
        {"start_timestamp": MARCH, "end_timestamp": MAY, "timestamp": MAY},
        {"startTimestamp": MARCH * 1000, "endTimestamp": MAY * 1000},
        {"startDate": MARCH, "endDate": MAY},
        {"startDate": str(MARCH), "endDate": str(MAY * 1000)},
        {"start_time": MARCH, "end_time": MAY},
        {"from_unix": MARCH, "to_unix": MAY},
        {"startDate": 20140301, "endDate": 20170517},
    ],
)
def test_counted_dates_are_read_and_doubted(fields: dict[str, object]) -> None:
    preview = found(**fields)
    (role,) = preview.roles
    assert role.facts["started"] in ("2014-03", "2014-03-01")
    assert role.facts["ended"] == "2017-05-17"
    assert len(told_of(preview).doubts[role.where]) >= 2


def test_a_start_alone_goes_on() -> None:
    (role,) = found(start_timestamp=MARCH, timestamp=MAY).roles
    assert (role.facts["started"], role.facts["ended"]) == ("2014-03", "now")


@pytest.mark.parametrize(
    "fields",
    [{"timestamp": MAY}, {"start_timestamp": 0}, {"hired_date": {"x": 1}}, {"created_at": "yesterday"}],
)
def test_what_is_like_a_date_and_not_read_is_named_at_the_job(fields: dict[str, object]) -> None:
    preview = found(**fields)
    (role,) = preview.roles
    assert "started" not in role.facts
    named = " ".join(told_of(preview).doubts.get(role.where, [])) + " ".join(map(str, preview.skipped))
    assert fields == {"start_timestamp": 0} or next(iter(fields)) in named


@given(st.dates(dt.date(1972, 1, 2), dt.date(2024, 12, 30)), st.sampled_from((1, 1000)))
def test_a_day_counted_in_the_morning_is_that_day_or_its_month(day: dt.date, times: int) -> None:
    stamp = int(dt.datetime(day.year, day.month, day.day, 9, tzinfo=dt.UTC).timestamp()) * times
    date = date_of_stamp(stamp)
    assert date == day.isoformat()[: 7 if day.day == 1 else 10]


@pytest.mark.parametrize("value", [2014, 0, True, None, "2014", 10**15, -(10**13), [1], "Mar 2014", 42])
def test_other_values_are_no_dates(value: object) -> None:
    assert date_of_stamp(value) == ""
