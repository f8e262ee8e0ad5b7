"""A day by the minute: what the record keeps of it, by every road out of it and back."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper import frames
from good_on_paper.catalogue import load
from good_on_paper.export import contents, csv_table, workbook
from good_on_paper.forms import Minutes
from good_on_paper.frames.days import DAYS, day_shares, stretches
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.language.lengths import hours
from good_on_paper.record import Record
from good_on_paper.record.archive import export_archive
from good_on_paper.record.days import LENGTH, WHAT, day_unit
from good_on_paper.record.forget import forget_unit
from good_on_paper.record.unarchive import restore_archive

LINES = load()
SAID = st.fixed_dictionaries(
    {},
    optional={
        "stretch_what": st.text(min_size=1, max_size=30).map(str.strip).filter(bool),
        "stretch_length": st.sampled_from(["20", "1 h 30", "half an hour", "3m", "2 days", "?"]),
        "stretch_absorbed": st.integers(1, 7),
        "stretch_dull": st.sampled_from(["dull", "not_dull"]),
        "stretch_margin": st.sampled_from(["spent", "wasted"]),
    },
)
TOLD = st.lists(st.tuples(st.integers(0, 2), st.sampled_from(list(DAYS)), SAID), max_size=4)


def a_record(folder: str, names: tuple[str, ...] = ("Editor", "Cook", "Tutor")) -> Record:
    record = Record.open(Path(folder) / "person")
    sitting = record.sitting("roles")
    for name in names:
        record.answer(record.add_unit("role", sitting=sitting), "title", name, sitting=sitting)
    return record


class Teller:
    """Tells a day through the form, as the page does."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.form = Minutes(record, LINES)
        self.n = 0

    def send(self, **message: Any) -> dict[str, Any]:
        self.n += 1
        reply: dict[str, Any] = self.form.handle({**message, "n": self.n, "token": f"{self.n}"})[0]
        assert reply["type"] == "ack", reply
        return reply

    def stretch(self, place: int, day: str, said: dict[str, Any]) -> str:
        unit = f"{self.n + 1:032x}"
        role = self.record.units("role")[place].id
        self.send(type="add_stretch", unit=unit, role=role, day=day)
        for item, value in said.items():
            self.send(type="answer", unit=unit, item=item, value=value)
        return unit

    def tell(self, told: list[tuple[int, str, dict[str, Any]]]) -> list[str]:
        return [self.stretch(*one) for one in told]


@settings(max_examples=10, deadline=None)
@given(TOLD)
def test_out_by_archive_and_back_and_undone_to_the_first(told: list[tuple[int, str, dict[str, Any]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        record = a_record(folder)
        teller = Teller(record)
        teller.tell(told)
        frame = stretches(Snapshot(record, fixed=LINES))
        assert len(frame) == len(told)
        assert sorted(frame["what"]) == sorted(said.get("stretch_what", "") for _, _, said in told)
        export_archive(record, Path(folder) / "archive.json")
        restore_archive(Path(folder) / "archive.json", Path(folder) / "other")
        with Record.open(Path(folder) / "other") as other:
            pd.testing.assert_frame_equal(stretches(Snapshot(other, fixed=LINES)), frame)
        steps = sum(1 + len(said) for _, _, said in told)
        for _ in range(steps):
            teller.send(type="undo")
        assert stretches(Snapshot(record, fixed=LINES)).empty
        for _ in range(steps):
            teller.send(type="redo")
        pd.testing.assert_frame_equal(stretches(Snapshot(record, fixed=LINES)), frame)
        record.close()


@settings(max_examples=10, deadline=None)
@given(TOLD.filter(bool), st.data())
def test_moving_and_taking_off_keep_the_others_in_order(
    told: list[tuple[int, str, dict[str, Any]]], data: Any
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        record = a_record(folder)
        teller = Teller(record)
        model = teller.tell([(0, "ordinary", said) for _, _, said in told])
        for _ in range(6):
            unit = data.draw(st.sampled_from(model))
            what = data.draw(st.sampled_from(["move", "move", "add", "remove"]))
            if what == "move":
                to = data.draw(st.integers(0, len(model) - 1))
                teller.send(type="move_stretch", unit=unit, to=to)
                model.remove(unit)
                model.insert(to, unit)
            elif what == "add":
                model.append(teller.stretch(0, "ordinary", {}))
            elif len(model) > 1:
                teller.send(type="remove_stretch", unit=unit)
                model.remove(unit)
        frame = stretches(Snapshot(record, fixed=LINES))
        assert frame["stretch"].tolist() == model
        assert frame["place"].tolist() == list(range(1, len(model) + 1))
        record.close()


@pytest.fixture
def record(tmp_path: Path) -> Any:
    with a_record(str(tmp_path)) as opened:
        yield opened


@pytest.fixture
def teller(record: Record) -> Teller:
    return Teller(record)


def test_a_day_is_one_unit_wherever_it_is_told(record: Record, teller: Teller) -> None:
    role = record.units("role")[0]
    teller.stretch(0, "ordinary", {WHAT: "Mail"})
    Teller(record).send(type="add_stretch", unit="f" * 32, role=role.id, day="ordinary")
    days = record.units("episode", parent=role)
    assert [day.id for day in days] == [day_unit(role.id, "ordinary")]
    assert len(record.units("episode", parent=days[0])) == 2
    assert stretches(Snapshot(record, fixed=LINES))["place"].tolist() == [1, 2]


def test_the_first_undo_takes_back_what_was_said_not_the_day(record: Record, teller: Teller) -> None:
    teller.stretch(0, "ordinary", {})
    assert teller.send(type="undo")["steps"] == [0, 1]
    assert stretches(Snapshot(record, fixed=LINES)).empty
    assert "nothing to undo" in teller.send(type="undo")["said"]


def test_forgetting_a_job_takes_its_days_along_for_good(
    record: Record, teller: Teller, tmp_path: Path
) -> None:
    teller.stretch(0, "ordinary", {WHAT: "xyzzy-secret"})
    teller.stretch(1, "ordinary", {WHAT: "Service"})
    role = record.units("role")[0].id
    done = forget_unit(tmp_path / "person", role)
    assert done.units == 3
    assert stretches(Snapshot(record, fixed=LINES))["what"].tolist() == ["Service"]
    record.close()  # its file may be read only when nobody holds it
    files = [path for path in (tmp_path / "person").rglob("*") if path.is_file()]
    assert files
    assert not [path for path in files if b"xyzzy" in path.read_bytes()]


def test_a_job_off_the_list_or_that_hurt_has_no_days(record: Record, teller: Teller) -> None:
    for place in range(3):
        teller.stretch(place, "dull", {WHAT: f"{place}"})
    first, second, _ = record.units("role")
    sitting = record.sitting("roles")
    record.answer(first, "hurt", "yes", sitting=sitting, private=True)
    record.remove_unit(second, sitting=sitting)
    assert stretches(Snapshot(record, fixed=LINES))["what"].tolist() == ["2"]
    record.answer(first, "hurt", "no", sitting=sitting, private=True)
    assert stretches(Snapshot(record, fixed=LINES))["what"].tolist() == ["0", "2"]


def test_as_of_a_moment_it_is_as_it_was(record: Record, teller: Teller) -> None:
    unit = teller.stretch(0, "ordinary", {WHAT: "Mail", LENGTH: "1 h"})
    then = record.newest
    teller.send(type="answer", unit=unit, item=LENGTH, value="2 h")
    teller.send(type="remove_stretch", unit=unit)
    assert stretches(Snapshot(record, fixed=LINES)).empty
    assert stretches(Snapshot(record, then, LINES))["minutes"].tolist() == [60]


def test_days_are_no_rated_episodes_and_are_named_after_their_job(record: Record, teller: Teller) -> None:
    teller.stretch(0, "ordinary", {WHAT: "Mail", "stretch_absorbed": 3})
    teller.stretch(0, "ordinary", {})
    assert frames.ratings(Snapshot(record, fixed=LINES), kind="episode").empty
    assert "stretch_absorbed" not in frames.ratings(Snapshot(record, fixed=LINES))
    assert list(frames.role_names(Snapshot(record), kind="episode").values()) == [
        "An ordinary day, Editor",
        "Mail (an ordinary day, Editor)",
        "A stretch (an ordinary day, Editor)",
    ]


def test_tables_to_take_along(record: Record, teller: Teller) -> None:
    teller.stretch(0, "ordinary", {WHAT: "=1+1", LENGTH: "20"})
    told = contents(record, LINES)
    sheet = openpyxl.load_workbook(io.BytesIO(workbook(told, LINES)))["Answers"]
    rows = [[cell.value for cell in row][:4] for row in sheet.iter_rows()]
    assert ["'=1+1 (an ordinary day, Editor)", "stretch_what", "What it was", "'=1+1"] in rows
    assert [row[1] for row in rows].count("stretch_length") == 1
    jobs = list(csv.reader(io.StringIO(csv_table(told, LINES).decode("utf-8-sig"))))
    assert jobs[0] == ["title", "employer"]  # a row a job: days are not in it


def test_shares_of_a_day_leave_out_what_is_not_said(record: Record, teller: Teller) -> None:
    teller.stretch(0, "ordinary", {LENGTH: "1 h", "stretch_dull": "dull", "stretch_margin": "wasted"})
    teller.stretch(0, "ordinary", {LENGTH: "2 h", "stretch_dull": "not_dull"})
    teller.stretch(0, "ordinary", {LENGTH: "3 h"})
    teller.stretch(0, "ordinary", {"stretch_dull": "dull"})  # how long is not said
    teller.stretch(0, "ordinary", {LENGTH: "2 days"})  # no stretch of a day
    teller.stretch(1, "best", {LENGTH: "1 h"})
    shares = day_shares(stretches(Snapshot(record, fixed=LINES)))
    assert shares.drop(columns="unit").to_dict("index") == {
        "Editor": {"told": 360, "dull": 60, "not_dull": 120, "spent": 0, "wasted": 60}
    }
    assert day_shares(stretches(Snapshot(record, fixed=LINES)), "worst").empty
    assert list(day_shares(stretches(Snapshot(record, fixed=LINES)), "worst")) == list(shares)


def test_minutes_as_they_are_said() -> None:
    assert [hours(minutes) for minutes in (0, 5, 60, 89.6, 150, 1440)] == [
        *("0 min", "5 min", "1 h", "1 h 30 min", "2 h 30 min", "24 h"),
    ]
