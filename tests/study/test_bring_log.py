"""A log out of a file into the record: nothing overwritten, nothing twice, no guess of it ever counted."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper.catalogue import keys, load
from good_on_paper.export import contents, fatebook_table, interviews_table
from good_on_paper.frames.interviews import interviews
from good_on_paper.frames.processes import processes
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.intake.log_file import read_log, read_log_text
from good_on_paper.intake.take_back import newest_import, take_back
from good_on_paper.record import Record, RecordError
from good_on_paper.record.rows import told_at
from good_on_paper.study.bring_log import LogReceipt, bring_log
from good_on_paper.study.declare_about import declare_about, remember_guess
from good_on_paper.study.interviews import after_a_no, silences, to_ask_about
from good_on_paper.study.log_entries import add_interview

if TYPE_CHECKING:
    from collections.abc import Iterator

ROUNDS = (
    "Company,Role,Date applied,1st interview,2nd interview,Status\n"
    "Fenn,Nurse,2026-03-01,2026-03-10,2026-03-20,Rejected\n"
    "Oakley,Nurse,2026-03-02,,,Ghosted\n"
    "Brightwater,Gardener,2026-03-03,2026-03-12,,Offer\n"
)


@pytest.fixture
def rec(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "person") as record:
        yield record


def bring(rec: Record, text: str) -> LogReceipt:
    return bring_log(read_log_text(text), Snapshot(rec))


def exported(rec: Record) -> bytes:
    return interviews_table(contents(rec, load()), load())


def a_guess(rec: Record, *, days_ago: int, chance: int = 70) -> str:
    """An interview some days ago with a guess of that day, locked."""
    now = Snapshot(rec)
    day = now.today - dt.timedelta(days=days_ago)
    with told_at(dt.datetime.combine(day, dt.time(18), dt.UTC)):
        unit = add_interview(now, "Fenn", day.isoformat())
        sitting = rec.sitting("after")
        value = {"of": chance, "within": 30}
        declare_about(now, unit, keys.YES_CHANCE, value, sitting=sitting)
        declare_about(now, unit, keys.GUESS_LOCKED, value=True, sitting=sitting)
    return unit


def test_a_table_becomes_jobs_and_rounds_with_states(rec: Record) -> None:
    receipt = bring(rec, ROUNDS)
    assert receipt.sentences() == ["Added 3 applications and 3 interviews."]
    jobs = processes(Snapshot(rec))
    assert jobs[["furthest", "outcome"]].to_numpy().tolist() == [
        ["talk", "no"],
        ["send", "no_answer"],
        ["offer", "yes"],
    ]
    log = interviews(Snapshot(rec))
    assert log[["stage", "outcome"]].fillna("").to_numpy().tolist() == [
        ["first", "yes"],
        ["first", "yes"],
        ["second", "no"],
    ]
    assert log["remembered"].all()
    assert log["chance"].isna().all()
    assert log["process"].nunique() == 2


def test_the_same_file_twice_changes_nothing_and_undo_takes_it_back(rec: Record, tmp_path: Path) -> None:
    first = bring(rec, ROUNDS)
    before = rec.newest
    again = bring(rec, ROUNDS)
    assert (again.answers, again.kept, rec.newest) == (0, (), before)
    sitting = newest_import(rec)
    assert sitting is not None
    assert sitting.id == first.sitting
    take_back(rec, tmp_path / "catalogue.toml", sitting.id)
    assert rec.units("interview") == rec.units("target") == []


def test_what_stands_is_kept_and_what_differs_is_named(rec: Record) -> None:
    unit = add_interview(Snapshot(rec), "Fenn", "2026-03-10", facts={keys.MEETS_NAME: "Ms Sill"})
    receipt = bring(rec, "Company,Date,Interviewer,Round,Result\nFENN,2026-03-10,Mr Vell,First,no\n")
    assert (receipt.interviews, receipt.filled) == (0, 1)
    assert receipt.kept == (
        "FENN, Their names, if you know them: yours is 'Ms Sill', the file says 'Mr Vell'",
    )
    row = interviews(Snapshot(rec)).iloc[0]
    assert (row["unit"], row["met"], row["stage"], row["outcome"]) == (unit, "Ms Sill", "first", "no")


def test_no_page_hushes_nags_or_asks_for_what_a_file_told(rec: Record) -> None:
    bring(rec, ROUNDS)
    now = Snapshot(rec)
    assert not after_a_no(now)
    assert silences(now) == []
    assert to_ask_about(now) is None


def test_an_interview_of_last_week_that_is_open_is_still_asked_about(rec: Record) -> None:
    week_ago = (Snapshot(rec).today - dt.timedelta(days=7)).isoformat()
    receipt = bring(rec, f"Company,Date,Round,My guess,Result\nFenn,{week_ago},First,90,pending\n")
    assert (receipt.guesses, receipt.refused) == (0, 1)  # it is to be given on the page, where it counts
    asked = to_ask_about(Snapshot(rec))
    assert asked is not None
    assert asked.employer == "Fenn"
    assert interviews(Snapshot(rec))["chance"].isna().all()


# -- locked guesses


def test_a_guess_of_a_file_is_remembered_and_never_counted(rec: Record) -> None:
    receipt = bring(rec, "Company,Date,Round,My guess,Result\nFenn,2026-03-10,First,90,no\n")
    assert receipt.guesses == 1
    row = interviews(Snapshot(rec)).iloc[0]
    assert pd.isna(row["chance"])
    assert pd.isna(row["locked"])
    said = {answer.item: answer.value for answer in rec.current().values()}
    assert said[keys.YES_CHANCE] == {"of": 90, "within": 30}


def test_no_file_changes_a_locked_guess(rec: Record) -> None:
    unit = a_guess(rec, days_ago=40)
    before = exported(rec)
    day = (Snapshot(rec).today - dt.timedelta(days=40)).isoformat()
    bring(rec, f"Company,Date,Round,My guess,Result\nFenn,{day},,5,\n")
    bring(rec, before.decode("utf-8-sig").replace(",70,", ",5,"))
    row = interviews(Snapshot(rec)).iloc[0]
    assert (row["unit"], row["chance"]) == (unit, 70)
    assert exported(rec) == before


def test_the_door_keeps_a_guess_only_where_it_is_remembered(rec: Record) -> None:
    unit = add_interview(Snapshot(rec), "Fenn", "2026-03-10")
    with pytest.raises(RecordError, match="remembered later"):
        remember_guess(Snapshot(rec), unit, chance={"of": 90, "within": 30}, sitting=rec.sitting("import"))


# -- our own table

names = st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=12).filter(
    lambda text: text.strip() and text == " ".join(text.split()) and not text.startswith("'")
)
days = st.dates(dt.date(2023, 1, 1), dt.date(2026, 11, 1)).map(str)
ends = st.dictionaries(
    st.sampled_from([keys.CAME_YES, keys.CAME_NO, keys.CAME_NOTHING, keys.WITHDREW]),
    st.one_of(st.none(), days),
    max_size=3,
)
rows = st.fixed_dictionaries(
    {
        "employer": names,
        "job": st.one_of(st.just(""), names),
        "day": st.one_of(days, st.sampled_from(["2025", "2025-03"])),
        "stage": st.sampled_from(["", "call", "first", "second", "later", "offer"]),
        "remember": st.one_of(st.just(""), names),
        "ends": ends,
        "guess": st.one_of(st.none(), st.integers(0, 100)),
    }
)


def fill(rec: Record, told: list[dict[str, Any]]) -> None:
    sitting = rec.sitting("log")
    jobs: dict[tuple[str, str], str] = {}
    for row in told:
        name = row["employer"], row["job"]
        if name not in jobs:
            jobs[name] = rec.add_unit("target", sitting=sitting).id
            rec.answer(jobs[name], "employer", row["employer"], sitting=sitting)
            if row["job"]:
                rec.answer(jobs[name], "title", row["job"], sitting=sitting)
        unit = rec.add_unit("interview", parent=jobs[name], sitting=sitting).id
        facts = {keys.TALK_ON: row["day"], keys.STAGE: row["stage"], keys.TO_REMEMBER: row["remember"]}
        for item, value in facts.items():
            if value:
                rec.answer(unit, item, value, sitting=sitting)
        if row["guess"] is None:
            rec.answer(unit, keys.REMEMBERED, value=True, sitting=sitting)
        else:
            value = {"of": row["guess"], "within": 30}
            declare_about(Snapshot(rec), unit, keys.YES_CHANCE, value, sitting=sitting)
        for item, day in row["ends"].items():
            rec.answer(unit, item, day, sitting=sitting, state="value" if day else "cant_recall")


@settings(max_examples=8)
@given(st.lists(rows, min_size=1, max_size=5))
def test_our_own_table_comes_back_in_as_it_was(told: list[dict[str, Any]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        with Record.open(Path(folder) / "one") as one:
            fill(one, told)
            table = exported(one)
            newest = one.newest
            receipt = bring_log(read_log(table, "log.csv"), Snapshot(one))
            assert (receipt.answers, receipt.kept, one.newest) == (0, (), newest)
            assert exported(one) == table
        with Record.open(Path(folder) / "other") as other:
            bring_log(read_log(table, "log.csv"), Snapshot(other))
            again = exported(other)
            if all(row["guess"] is None for row in told):
                assert sorted(again.splitlines()) == sorted(table.splitlines())
            log = interviews(Snapshot(other))
            assert len(log) == len(told)
            assert log["chance"].isna().all()  # no guess of a file counts
            states = ["outcome", "yes_on", "no_on", "withdrew_on"]
            with Record.open(Path(folder) / "one") as one:
                before = interviews(Snapshot(one))
            assert sorted(map(str, log[states].to_numpy().tolist())) == sorted(
                map(str, before[states].to_numpy().tolist())
            )  # and no state is lost


# -- Fatebook


def test_guesses_go_to_fatebook_with_their_answer_and_come_back_uncounted(rec: Record) -> None:
    unit = a_guess(rec, days_ago=40)
    told = contents(rec, load())
    day = interviews(Snapshot(rec)).iloc[0]["day"].date()
    header, line = fatebook_table(told, load()).decode("utf-8-sig").splitlines()[:2]
    assert header.startswith("questionTitle,forecast,fCreatedAt")
    assert ",70," in line
    assert "AMBIGUOUS" in line  # silence that nobody looked at
    rec.answer(unit, keys.CAME_YES, (day + dt.timedelta(days=9)).isoformat(), sitting=rec.sitting("log"))
    table = fatebook_table(contents(rec, load()), load())
    assert "YES" in table.decode("utf-8-sig")
    (entry,) = read_log(table, "fatebook.csv").entries
    assert entry.chance is not None
    assert (entry.employer, entry.day, entry.chance.of, entry.chance.within) == ("Fenn", str(day), 70, 30)
    assert bring_log(read_log(table, "fatebook.csv"), Snapshot(rec)).answers == 0
    assert interviews(Snapshot(rec))["chance"].tolist() == [70]


def test_what_fatebook_exports_is_read_on_its_own_scale(rec: Record) -> None:
    fenn = (
        '"Will Fenn say yes by 9 April 2026?",,me,{},{},me,2026-03-10 18:05:7,2026-04-09 10:00:0,NO,'
        '2026-04-10 09:00:3,0.98,,"Interview on 2026-03-10\nJob: Nurse",,false,,interview\n'
    )
    text = (
        "Question title,Multiple choice option,Forecast created by,Forecast (scale = 0-1),"
        "Forecast created at,"
        "Question created by,Question created at,Question resolve by,Resolution,Resolved at,"
        "Your Brier score for this question,Your relative Brier score for this question,Question notes,"
        "Question shared with,Question shared publicly,Question comments,Question tags\n"
        + fenn.format("0.7", "2026-03-10 18:05:7")
        + fenn.format("0.2", "2026-03-20 18:05:7")
        + '"Will it rain?",,me,0.9,2026-03-10 18:05:7,me,2026-03-10 18:05:7,,YES,,0.1,,,,false,,\n'
    )
    preview = read_log_text(text)
    first, rain = preview.entries
    assert (first.employer, first.job, first.day) == ("Fenn", "Nurse", "2026-03-10")
    assert (first.chance.of, first.chance.within, dict(first.ends)) == (  # type: ignore[union-attr]
        70,
        30,
        {keys.CAME_NOTHING: "2026-04-10"},
    )
    assert not rain.taken
    assert any("a later forecast" in str(part) for part in preview.skipped)
    receipt = bring_log(preview, Snapshot(rec))
    assert (receipt.interviews, receipt.guesses) == (1, 1)
    log = interviews(Snapshot(rec))
    assert log["chance"].isna().all()
    assert log[["outcome", "remembered"]].to_numpy().tolist() == [["no_answer", True]]
