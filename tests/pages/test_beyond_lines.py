"""What the page says beyond single lines: each only where the record has what it needs."""

from __future__ import annotations

import pytest

import good_on_paper as gop
from good_on_paper.charts import Note
from good_on_paper.charts.lineup import STILL_THERE
from good_on_paper.pages.in_common import beyond_lines, by_definition, line_ups
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


def test_needs_keep_their_own_words_and_nobody_is_told_theirs_are_nothing():
    mine = gop.sample()
    mine.record.answer(mine.unit, "guesses", ["pace", "hours"], sitting=mine.record.sitting("said"))
    mine.take_a_look()
    four = beyond_lines.in_four(mine, "letters")
    assert four.said[0].startswith("Without “Enough time to do it well”, without “Hours that leave room")
    assert "Job F (6)" in four.said[1]  # it went well, with little time left over and hours that leave room
    assert "Time pressure" not in " ".join(four.said)
    told = beyond_lines.guessed(mine, "names")
    assert told.title == "Whether what you need made the difference, your jobs cannot tell yet."
    assert told.said[-1].endswith("Your word counts.")
    mine.record.close()


def test_what_was_lived_stands_beside_what_was_said(mine):
    chart = by_definition.stated(mine)
    assert (
        chart.title == "What I say counts and what came with how my jobs went differ most on “Being of use”."
    )
    assert chart.table.loc["Being of use"].tolist() == ["4", "0.08 (-0.22 to 0.33)"]
    assert "tau" not in " ".join([chart.title, *chart.small_print, chart.rated])
    assert chart.svg("dark")
    assert chart.narrow().svg()


def test_the_pictures_of_own_definitions_name_no_job_with_letters_and_give_no_word(mine):
    makers = (by_definition.two_axes, by_definition.money, by_definition.acclaim)
    for make in (*makers, by_definition.under_definitions):
        chart = make(mine, "letters")
        said = " ".join([chart.title, chart.alt, *chart.small_print, chart.table.to_string()])
        assert "Job A" in said
        assert not any(name in said for name in mine.roles().index)
        assert not any(word in said for word in (SHUFFLE, WORTH, TOO_FEW))
        assert chart.svg() != chart.svg("dark")
    assert any("People who do the same work" in text for text in by_definition.acclaim(mine).small_print)


def test_a_private_criterion_stays_off_the_map(mine):
    sitting = mine.record.sitting("definitions")
    mine.record.answer(mine.unit, "worn", 5, sitting=sitting, private=True)
    chart = by_definition.two_axes(mine)
    [harm] = [item.label for item in mine.catalogue.items("unsuccess") if item.key == "worn"]
    texts = " ".join(text.get_text() for text in chart.figure().axes[0].texts)
    assert "1 more, private" in texts
    assert by_definition.PRIVATE in chart.small_print  # nobody has to wonder who made it so
    assert harm not in texts + chart.alt + chart.table.to_string()


def test_an_earlier_days_points_are_a_definition_of_their_own(mine):
    assert "With my points of" not in " ".join(by_definition.under_definitions(mine).table.columns)
    mine.record.answer(mine.unit, "life_beyond", 5, sitting=mine.record.sitting("definitions"))
    heads = list(by_definition.under_definitions(mine).table.columns)
    assert heads[0] == by_definition.TODAY
    assert heads[1].startswith("With my points of")
    assert by_definition.EQUAL in heads


def test_without_a_definition_there_is_no_picture_of_one(tmp_path):
    with Record.open(tmp_path) as record:
        me = gop.Me(record)
        assert (me.two_axes(), me.stated(), me.under_definitions(), me.against_the_rest("money")) == (
            None,
        ) * 4


def test_cost_is_drawn_and_no_word_is_given(mine):
    chart = beyond_lines.cost(mine, "names")
    assert beyond_lines.NO_SHUFFLE in chart.small_print
    assert STILL_THERE in chart.small_print
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
