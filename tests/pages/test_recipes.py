"""The recipes of the guesses, for those who look underneath."""

from __future__ import annotations

import csv

import pandas as pd
import pytest

import good_on_paper as gop
from good_on_paper import charts
from good_on_paper.charts import Chart
from good_on_paper.pages import show
from good_on_paper.pages.under_the_hood import recipes
from good_on_paper.patterns import SHUFFLE, WORTH
from good_on_paper.patterns.recipes import sweep


@pytest.fixture
def mine(open_on):
    sample = gop.sample()
    open_on(sample)
    yield sample
    sample.record.close()


def said(page):
    return " ".join(
        " ".join([found.title, *(found.small_print if isinstance(found, Chart) else found.said)])
        for found in page
    )


def test_nothing_before_the_first_look(mine):
    assert recipes.mixes().handle({"type": "ready"})["sentence"] == show.LATER
    assert mine.looks().empty


def test_both_endings_stand_with_their_shuffles_and_models(mine):
    mine.take_a_look()
    page = recipes.sheet(mine, "names", recipes.declared(mine))
    drawn, notation = page.sections[1].charts
    for said, ending in zip(drawn.small_print, ("What went well", "What did not"), strict=False):
        assert said.startswith(f"{ending}: Too few jobs to tell. We shuffled how your jobs went 4,000 times")
        assert said.endswith("1 model of 1 term.")
        assert any(column.startswith(f"{ending}: ") for column in drawn.table)
    assert drawn.svg("dark", bare=True)
    for formula in notation.figures:
        assert "model" in formula
        assert "of 4,000 shuffles as simple" in formula
    assert page.notes == ()


def test_more_mixes_than_fit_above_their_columns_are_numbered_and_worded_below():
    roles = [f"Job {at}" for at in range(6)]
    covers = pd.DataFrame(
        [
            ("good" if of_good else "bad", term, role, at in (0, 3), (at < 3) == of_good)
            for of_good, terms in ((True, "abc"), (False, "de"))
            for term in terms
            for at, role in enumerate(roles)
        ],
        columns=["ending", "term", "role", "inside", "ended"],
    )
    drawn = charts.mixes(covers, {term: f"much {term}" for term in "abcde"})
    assert drawn.small_print[:5] == tuple(
        f"Mix {at}: much {term}." for at, term in enumerate("abcde", start=1)
    )
    assert drawn.title == (
        "1 of my 3 jobs that went well has one of 3 combinations, and so does 1 that ended the "
        "other way; 1 of my 3 jobs that did not go well has one of 2 combinations, and so does 1 "
        "that ended the other way."
    )
    assert drawn.table["What went well: much a"].tolist() == [
        "has it",
        *["does not have it"] * 2,
        "has it, but ended the other way",
        *["does not have it"] * 2,
    ]
    assert drawn.svg("light", bare=True)


def test_letters_hide_the_jobs(mine):
    mine.take_a_look()
    page = recipes.sheet(mine, "letters", 4.5)
    tables = [table for found in page for table in found.tables]
    shown = said(page) + " ".join(table.to_string() for table in tables)
    assert "Job A" in shown
    for name in mine.roles().index:
        assert name not in shown


def test_the_slider_moves_what_counts_as_much_and_gives_no_word(mine):
    mine.take_a_look()
    panel = recipes.mixes()
    page = panel.handle({"type": "ready"})
    assert page["slider"] == {
        "label": "Counts as much from",
        "steps": ["2.5", "3.5", "4.5", "5.5"],
        "at": 2,
        "as_list": False,
        "fold": "",
    }
    moved = panel.handle({"type": "slide", "at": 1})
    assert moved["slider"]["at"] == 1
    assert "gives no word" in moved["notes"][0]
    first = panel.handle({"type": "show", "chart": 0, "names": "names"})
    assert "We shuffled how your jobs went 4,000 times" in first["small"][0]
    for word in (WORTH, SHUFFLE):
        assert word.capitalize() not in " ".join(first["small"])
    assert len(mine.looks()) == 1
    assert "no step 9" in panel.handle({"type": "slide", "at": 9})["message"]


def test_where_a_recipe_stays_is_drawn_with_its_shuffles_and_models(mine):
    mine.take_a_look()
    at = recipes.declared(mine)
    drawn = recipes.sheet(mine, "names", at)[0]
    found = mine.recipes()
    assert "1 model of 1 term. We shuffled" in drawn.small_print[0]
    for recipe, said in zip((found.good, found.bad), drawn.table.to_numpy().tolist(), strict=True):
        swept = sweep(
            mine.lines(),
            recipe.solution.simplest,
            mine.primary_outcome,
            found.roles.conditions,
            good=recipe.good,
            outcome_crossover=at,
            scales=mine.scales(mine.lines()),
        )
        assert [text == "stays" for text in said] == swept["stays"].tolist()
        assert swept.set_index("crossover")["stays"][at]
    assert drawn.svg("dark", bare=True)


def test_the_truth_table_and_the_solutions_go_out_as_csv(mine):
    mine.take_a_look()
    panel = recipes.mixes()
    total = panel.handle({"type": "ready"})["total"]
    assert panel.handle({"type": "show", "chart": total - 1, "names": "names"})["csv"]
    reply = panel.handle({"type": "save", "chart": total - 1, "names": "names", "format": "csv"})
    assert reply["type"] == "saved", reply
    table, solutions = (mine.exports / name for name in ("truth-table.csv", "solutions.csv"))
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {"decision_freedom", "finish", "hours", "OUT", "n", "incl", "PRI", "cases"} <= rows[0].keys()
    assert sum(int(row["n"]) for row in rows) == 8
    assert "decision_freedom" in solutions.read_text(encoding="utf-8")


def test_without_guesses_there_is_a_sentence(tmp_path):
    other = gop.open(tmp_path / "other", create=True)
    for number in range(4):
        role = other.record.add_unit("role", sitting=other.record.sitting("jobs"))
        for key, value in {"title": f"Job {number}", "pace": number + 1, "overall": number + 1}.items():
            revision = other.catalogue.item(key).revision
            other.record.answer(role, key, value, revision=revision, sitting=other.record.sitting("jobs"))
    other.guess(["pace"])  # too late to be one
    other.take_a_look()
    assert recipes.sheet(other, "names", 4.5) == recipes.NONE
    other.record.close()


def test_what_every_job_has_is_told_as_such_and_has_no_figure_that_is_no_number(mine):
    guess = mine.guesses[0]
    for role in mine.record.units("role"):
        revision = mine.catalogue.item(guess).revision
        mine.record.answer(role, guess, 7, revision=revision, sitting=mine.record.sitting("lines"))
    mine.take_a_look()
    page = recipes.sheet(mine, "names", recipes.declared(mine))
    (necessary,) = (one for section in page.sections for one in section.charts if "nine of ten" in one.title)
    assert "(but nearly every job has it)" in necessary.said[0]
    assert "nan" not in necessary.tables[0].to_string()
