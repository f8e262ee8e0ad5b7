"""What the page says beyond single lines: each only where the record has what it needs."""

from __future__ import annotations

import pytest

import good_on_paper as gop
from good_on_paper.charts import Note
from good_on_paper.pages.in_common import beyond_lines, line_ups
from good_on_paper.patterns import SHUFFLE, TOO_FEW, WORTH
from good_on_paper.record import Record


@pytest.fixture
def mine():
    sample = gop.sample()
    sample.take_a_look()
    yield sample
    sample.record.close()


def text(note):
    return " ".join([note.title, *note.said, *note.figures, *(table.to_string() for table in note.tables)])


def test_nothing_of_a_job_is_named_with_letters(mine):
    found = [note for note in beyond_lines.notes(mine, "letters") if isinstance(note, Note)]
    assert len(found) > 3
    said = " ".join(map(text, found))
    assert "Job A" in said
    for name in mine.roles().index:
        assert name not in said


def test_guesses_are_told_look_by_look(mine):
    note = beyond_lines.guessed(mine, "names")
    words = "1 stands out, 1 is worth asking about, 1 could easily be chance."
    assert note.title == f"Of the 3 needs you named, {words}"
    assert note.tables[0].shape == (3, 1)


def test_what_was_lived_stands_beside_what_was_said(mine):
    note = beyond_lines.said_and_lived(mine, "names")
    assert note.title.startswith("What you say and how your jobs went differ most on")
    assert "tau" not in " ".join([note.title, *note.said])


def test_cost_is_drawn_and_no_word_is_given(mine):
    chart = beyond_lines.cost(mine, "names")
    assert beyond_lines.NO_SHUFFLE in chart.small_print
    assert not any(word in " ".join(chart.small_print).lower() for word in (TOO_FEW, SHUFFLE, WORTH))


def test_what_changed_since_the_first_look_is_said_from_the_second_on(mine):
    assert beyond_lines.then_and_now(mine, "names") is None
    role = mine.record.add_unit("role", sitting=mine.record.sitting("roles"))
    sitting = mine.record.sitting("lines")
    for key, value in {"overall": 1, "decision_freedom": 7}.items():
        revision = mine.catalogue.item(key).revision
        mine.record.answer(role, key, value, sitting=sitting, revision=revision)
    mine.take_a_look()
    note = beyond_lines.then_and_now(mine, "names")
    assert "changed." in note.title
    assert any("Choosing how to do the work" in one for one in note.said)


def test_a_definition_that_moved_is_told_with_the_jobs_under_each(mine):
    assert beyond_lines.meanings(mine, "names") is None
    sitting = mine.record.sitting("outcome")
    for key, points in {"proud_work": 1, "life_beyond": 5}.items():
        mine.record.answer(mine.record.person, key, points, sitting=sitting)
    note = beyond_lines.meanings(mine, "names")
    assert "in 2 ways" in note.title
    assert len({said.split(": ")[1] for said in note.said[:2]}) == 2
    assert note.tables[0].loc["Work I am proud of"].tolist() == ["5", "1"]


def test_an_empty_record_says_nothing_further(tmp_path, open_on):
    with Record.open(tmp_path) as record:
        sitting = record.sitting("roles")
        record.answer(record.add_unit("role", sitting=sitting), "overall", 5, sitting=sitting)
    mine = gop.open(tmp_path)
    open_on(mine)
    assert line_ups.further().handle({"type": "ready"})["sentence"] == "", (
        "the first panel says what is missing"
    )
    mine.record.close()
