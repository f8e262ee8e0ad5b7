"""The same sheet again: a row more, a higher value, dates put right are the same lines and the same jobs."""

# ruff: noqa: E501 - an input and what is read from it stand on one line

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from good_on_paper.catalogue import load
from good_on_paper.intake import Receipt, bring_in, read, read_lines
from good_on_paper.intake.compare import compared
from good_on_paper.intake.preview_text import told_of
from good_on_paper.intake.put_right import put_right, say_same
from good_on_paper.record import Record

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "title,employer,started,ended,autonomy"
COOK, CLERK = "Cook,Bar,2015,2018,5", "Clerk,Office,2010,2012,3"


def bring(record: Record, overlay: Path, *rows: str, head: str = HEAD) -> Receipt:
    text = "\n".join((head, *rows)) + "\n"
    return bring_in(read(text.encode(), "jobs.csv", load(overlay)), record, overlay)


def own(overlay: Path) -> dict[str, tuple[int, int]]:
    shipped = {item.key for item in load().items(hidden=True)}
    return {
        item.key: (item.scale.min, item.scale.max)
        for item in load(overlay).items(hidden=True)
        if item.key not in shipped
    }


def spans(record: Record) -> list[tuple[str, str, str]]:
    facts = record.current(items=("title", "started", "ended"))
    return [
        tuple(
            str(facts[unit.id, key].value) if (unit.id, key) in facts else ""
            for key in ("title", "started", "ended")
        )
        for unit in record.units("role")
    ]  # type: ignore[misc]


def test_a_row_more_is_a_job_more(record: Record, overlay: Path) -> None:
    bring(record, overlay, COOK)
    receipt = bring(record, overlay, COOK, CLERK)
    assert receipt.added == ("Clerk, Office",)
    assert own(overlay) == {"autonomy": (1, 7)}


@pytest.mark.parametrize(
    ("head", "rows", "ends"),
    [
        (HEAD, (COOK, "Waiter,Inn,2019,2020,9"), (0, 10)),
        (HEAD, ("Cook,Bar,2015,2018,5", "Waiter,Inn,2019,2020,60"), (0, 100)),
        (HEAD, (COOK, "Waiter,Inn,2019,2020,4.5"), (0, 10)),
        ("title,employer,started,ended,autonomy (1-5)", (COOK, CLERK), (1, 5)),
        ("title,employer,started,ended,Autonomy", (COOK, CLERK), (1, 7)),
    ],
)
def test_a_higher_value_or_a_named_scale_is_the_same_line(
    head: str, rows: tuple[str, ...], ends: tuple[int, int], record: Record, overlay: Path
) -> None:
    bring(record, overlay, COOK, CLERK)
    receipt = bring(record, overlay, *rows, head=head)
    assert own(overlay) == {"autonomy": ends}
    assert bool(receipt.rescaled) == (ends != (1, 7))
    newest, text = record.newest, overlay.read_text("utf-8")
    assert not bring(record, overlay, *rows, head=head).changed
    assert (record.newest, overlay.read_text("utf-8")) == (newest, text)


@pytest.mark.parametrize(
    ("row", "stands"),
    [
        ("Cook,Bar,2016,2018,5", ("Cook", "2016", "2018")),
        ("Cook,Bar,2015-03,2018-12,5", ("Cook", "2015-03", "2018-12")),
        ("Cook,Bar,2014,,5", ("Cook", "2014", "now")),
        ("cook, BAR,2015,2019,5", ("Cook", "2015", "2019")),
    ],
)
def test_dates_put_right_are_the_same_job(
    row: str, stands: tuple[str, str, str], record: Record, overlay: Path
) -> None:
    bring(record, overlay, COOK, CLERK)
    receipt = bring(record, overlay, row, CLERK)
    assert receipt.added == ()
    assert spans(record)[0] == stands
    assert receipt.put_right
    newest = record.newest
    assert not bring(record, overlay, row, CLERK).changed
    assert record.newest == newest


def test_dates_that_were_missing_are_filled_in(record: Record, overlay: Path) -> None:
    bring(record, overlay, "Koch,L\u00f6wen", head="Stelle,Firma")
    receipt = bring(record, overlay, "Koch,L\u00f6wen,2015 - 2018", head="Stelle,Firma,Zeitraum")
    assert receipt.added == ()
    assert spans(record) == [("Koch", "2015", "2018")]


def test_a_date_the_person_typed_stays(record: Record, overlay: Path) -> None:
    bring(record, overlay, COOK)
    record.answer(record.units("role")[0], "started", "2014", sitting=record.sitting("roles"))
    receipt = bring(record, overlay, "Cook,Bar,2016,2018,5")
    assert spans(record) == [("Cook", "2014", "2018")]
    assert [kept.other for kept in receipt.kept] == ["2016"]


def test_another_time_at_the_same_place_is_asked(record: Record, overlay: Path) -> None:
    bring(record, overlay, COOK)
    again = read(f"{HEAD}\n{COOK}\nCook,Bar,2020,2021,4\n".encode(), "jobs.csv", load(overlay))
    assert bring_in(again, record, overlay).added == ("Cook, Bar",)  # two rows of one file are two jobs
    preview = compared(
        read(b"title,employer,started,ended\nCook,Bar,1999,2001\n", "x.csv", load(overlay)), record
    )
    (role,) = preview.roles
    assert not role.taken
    assert role.same is not None
    assert role.same.answer == ""
    receipt = bring_in(preview, record, overlay)
    assert receipt.unsure == ("Cook, Bar",)
    assert len(record.units("role")) == 2
    assert bring_in(say_same(preview, "row 2", "another"), record, overlay).added == ("Cook, Bar",)
    assert len(record.units("role")) == 3


def test_the_same_job_can_be_said(record: Record, overlay: Path) -> None:
    bring(record, overlay, COOK)
    preview = compared(
        read(b"title,employer,started,place\nCook,Bar,1999,Ulm\n", "x.csv", load(overlay)), record
    )
    preview = say_same(preview, "row 2", "same")
    receipt = bring_in(preview, record, overlay)
    assert receipt.known == ("Cook, Bar",)
    assert [answer.value for answer in record.current(items=("place",)).values()] == ["Ulm"]


def test_two_titles_at_one_employer_at_one_time_are_asked(record: Record) -> None:
    lines = "Fieldwork lead, Harrowfen, Sept 2013 - Oct 2015\nCrew lead, Harrowfen, 2013-2015\nCook, Bar, 2013-2015"
    preview = compared(read_lines(lines), record)
    assert [role.taken for role in preview.roles] == [True, False, True]
    called = say_same(preview, "line 2", "theirs")
    assert [(role.facts["title"], role.taken) for role in called.roles][:2] == [
        ("Crew lead", True),
        ("Crew lead", False),
    ]
    both = say_same(preview, "line 2", "another")
    assert all(role.taken for role in both.roles)


def test_the_main_outcome_never_changes_by_itself(record: Record, overlay: Path) -> None:
    head = "title,employer,rating"
    bring(record, overlay, "Cook,Bar,5", "Clerk,Inn,3", head=head)  # how it went, on 1 to 7
    receipt = bring(record, overlay, "Cook,Bar,5", "Clerk,Inn,3", "Waiter,Pub,9", head=head)
    assert receipt.outcome is None
    assert receipt.lines == ()
    assert receipt.added == ("Waiter, Pub",)
    assert record.current(items=("primary_outcome",)) == {}
    bring(record, overlay, "Cook,Bar,50", head="title,employer,success")
    assert record.current(items=("primary_outcome",)) == {}


# -- laws


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Cook", "Clerk"]), st.integers(1990, 2010), st.integers(0, 8), st.integers(0, 12)
        ),
        min_size=1,
        max_size=4,
        unique_by=lambda job: job[:2],
    )
)
def test_bringing_in_again_is_the_identity(
    tmp_path_factory: pytest.TempPathFactory, found: list[tuple[str, int, int, int]]
) -> None:
    folder = tmp_path_factory.mktemp("person")
    rows = [f"{title},Bar,{start},{start + years},{mood}" for title, start, years, mood in found]
    with Record.open(folder) as record:
        overlay = folder / "catalogue.toml"
        bring(record, overlay, *rows)
        newest, units = record.newest, record.units()
        for order in (rows, rows[::-1]):
            assert not bring(record, overlay, *order).changed
        assert (record.newest, record.units()) == (newest, units)


@pytest.mark.parametrize(
    ("line", "key", "text", "settled"),
    [
        ("Cook \N{EN DASH} pastry and bread, Thirsk, 2011-2012", "employer", "Thirsk Hall", True),
        ("Cook \N{EN DASH} pastry and bread, Thirsk, 2011-2012", "title", "Cook", True),
        ("Cook \N{EN DASH} pastry and bread, Thirsk, 2011-2012", "ended", "2013", False),
        ("Waiter, Leeds, 2010-2012", "place", "York", True),
        ("Waiter, Leeds, 2010-2012", "title", "Cook", False),
        ("Editor, Acme Ltd, 2011", "started", "2010", True),
        ("Editor, Acme Ltd, 2011", "title", "Writer", False),
    ],
)
def test_a_doubt_goes_once_its_field_is_put_right(line: str, key: str, text: str, settled: bool) -> None:
    preview = read_lines(line)
    assert len(preview.notes) == 1
    assert len(put_right(preview, "line 1", key, text).notes) == (not settled)


def test_a_date_with_two_readings_is_no_question_once_it_is_said() -> None:
    preview = read_lines("Cook, Bar, 03/04/2014 - 05/06/2016")
    assert len(told_of(preview).doubts["line 1"]) == 2
    once = put_right(preview, "line 1", "started", "April 2014")
    (left,) = told_of(once).doubts["line 1"]
    assert "5 June 2016" in left
    assert told_of(put_right(once, "line 1", "title", "Chef")).doubts == {"line 1": [left]}
    assert told_of(put_right(once, "line 1", "ended", "June 2016")).doubts == {}


def test_put_right_refuses_in_words() -> None:
    preview = read_lines("Cook, Bar, 2015-2018")
    assert put_right(preview, "line 1", "ended", "now").roles[0].facts["ended"] == "now"
    assert "started" not in put_right(preview, "line 1", "started", " ").roles[0].facts
    for key, text, says in (
        ("started", "soon", "could not read 'soon'"),
        ("ended", "2010", "before the start"),
    ):
        with pytest.raises(ValueError, match=says):
            put_right(preview, "line 1", key, text)
    with pytest.raises(ValueError, match="needs a title or an employer"):
        put_right(put_right(preview, "line 1", "title", ""), "line 1", "employer", "")
