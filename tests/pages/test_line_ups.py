"""The page of patterns: its sections, its notes, and what it never does."""

from __future__ import annotations

import pytest

import good_on_paper as gop
from good_on_paper.catalogue import load
from good_on_paper.pages import before_a_look
from good_on_paper.pages.in_common import line_ups
from good_on_paper.pages.under_the_hood import contrast_columns, noise
from good_on_paper.panels import Layout
from good_on_paper.patterns import SHUFFLE, WORDS
from good_on_paper.record import Record
from good_on_paper.study.contrast import report

CATALOGUE = load()


@pytest.fixture
def mine(open_on):
    sample = gop.sample()
    open_on(sample)
    yield sample
    sample.record.close()


def sheet(panel, naming="names"):
    panel.handle({"type": "reveal"})
    made = panel._of(naming)  # noqa: SLF001 - what the page would be told
    assert isinstance(made, Layout)
    return made


def test_the_few_that_matter_stand_open_and_everything_in_a_fold(mine):
    page = sheet(line_ups.line_ups())
    assert [(section.heading, bool(section.fold)) for section in page.sections] == [
        ("About the job, and about you", False),
        ("What you said you need", False),
        ("What else stood out", False),
        ("", True),
        ("One at a time", True),
    ]
    mirror, guesses, other, whole, each = page.sections
    assert mirror.charts[0].title == guesses.charts[0].title  # it claims what stands out, and no more
    assert [chart.small_print[0].split(".")[0] for chart in guesses.charts] == [
        "It stands out",
        "Worth asking about",
        "This could easily be chance",
    ]
    assert len(other.charts) == 0
    assert other.sentence.startswith("Nothing else stands out from chance")
    assert whole.fold == each.fold == "Show all: 34 circumstances at once"
    assert whole.charts[0].table.index.tolist() == [label.partition(":")[0] for label in each.listed]
    assert "high in 3 of 3 that went best, none of 3 that went least well" in each.listed[0]
    assert len(each.charts) == len(each.listed) == mine.lines().notna().any().sum() - 1
    for label, chart in zip(each.listed, each.charts, strict=True):
        assert chart.name == label.partition(":")[0]


@pytest.mark.usefixtures("mine")
def test_what_stands_below_what_stood_out_is_folded_away():
    sheet(line_ups.line_ups())  # the look
    for made in (line_ups.side_by_side(), line_ups.further()):
        assert all(section.fold for section in sheet(made).sections)


@pytest.mark.usefixtures("mine")
def test_notes_say_the_look_and_warn_of_nothing_where_answers_go_their_own_way():
    (look,) = sheet(line_ups.line_ups()).notes
    assert look.startswith("Look 1, ")
    assert "8 jobs, 35 circumstances (1 private: counted too, and not shown)." in look
    assert "jobs" in look


@pytest.mark.usefixtures("mine")
def test_no_figures_at_a_glance():
    *_, each = sheet(line_ups.line_ups()).sections
    for chart in each.charts:
        said = " ".join([chart.title, *chart.small_print])
        assert "tau" not in said
        assert " p " not in said
        assert "interval" not in said
        assert "luck" not in said
        assert any("tau-b" in text for text in chart.figures) or "Too few" in said


def test_headings_and_notes_hold_no_name_of_a_job(mine):
    page = sheet(line_ups.line_ups(), "letters")
    said = " ".join(
        [
            *page.notes,
            *(section.heading + section.sentence for section in page.sections),
            *(text for chart in page for text in (*chart.small_print, *chart.figures)),
        ]
    )
    for name in mine.roles().index:
        assert name not in said


def rate(mine, line, values):
    sitting = mine.record.sitting("lines")
    for role, value in zip(mine.record.units("role"), values, strict=False):
        mine.record.answer(role, line, value, sitting=sitting, revision=CATALOGUE.item(line).revision)


def test_opening_the_page_is_no_look_and_says_what_one_is(mine):
    page = line_ups.line_ups().handle({"type": "ready"})
    assert page["total"] == 0
    assert page["notes"] == []
    assert page["ask"]["button"] == "Show what they had in common"
    said = " ".join(page["ask"]["said"])
    assert "8 jobs, 35 circumstances" in said
    assert "you can no longer change what you said you need" in said
    assert "Your first look tells you most" in said
    for guess in mine.guesses:
        assert CATALOGUE.item(guess).need in said
    for panel in (line_ups.side_by_side(), line_ups.further()):  # the top of the page has said it
        below = panel.handle({"type": "ready"})
        assert (below["sentence"], below["total"], below["heads"]) == ("", 0, [])
    assert mine.looks().empty


def test_the_button_takes_one_look_and_the_page_stays_open(mine):
    panel = line_ups.line_ups()
    panel.handle({"type": "ready"})
    page = panel.handle({"type": "reveal"})
    assert page["revealed"]
    assert page["total"] > 0
    assert page["ask"] is None
    assert panel.handle({"type": "seen"}) is None
    again = line_ups.line_ups().handle({"type": "ready"})
    assert (again["total"], again["ask"]) == (page["total"], None)
    line_ups.side_by_side().handle({"type": "ready"})
    panel.handle({"type": "reveal"})
    assert len(mine.looks()) == 1


def test_what_is_new_asks_again_and_the_last_look_stays_in_sight(mine):
    panel = line_ups.line_ups()
    before = panel.handle({"type": "reveal"})
    freedom = mine.take_a_look().frame.set_index("line").loc["decision_freedom", "word"]
    role = mine.record.add_unit("role", sitting=mine.record.sitting("roles"))
    sitting = mine.record.sitting("lines")
    for key in ("overall", "pace"):
        revision = CATALOGUE.item(key).revision
        mine.record.answer(role, key, 3, sitting=sitting, revision=revision)
    page = panel.handle({"type": "seen"})
    assert page["ask"]["button"] == "Show it with my new answers"
    assert "1 more job" in page["ask"]["said"][0]
    assert "less than the first" in page["ask"]["said"][1]
    assert page["total"] == before["total"]
    assert "8 jobs" in page["notes"][0]
    assert len(mine.looks()) == 1
    assert mine.seen().units == 8
    page = panel.handle({"type": "reveal"})
    assert page["ask"] is None
    assert page["notes"][0].startswith("Look 2")
    assert mine.seen().units == 9
    word = mine.seen().frame.set_index("line").loc["decision_freedom", "word"]
    assert WORDS.index(SHUFFLE) < WORDS.index(word) <= WORDS.index(freedom)


def test_a_cell_rated_anew_shows_at_once_and_asks_nothing(mine):
    panel = line_ups.line_ups()
    panel.handle({"type": "reveal"})
    rate(mine, "decision_freedom", [1])
    assert panel.handle({"type": "seen"})["ask"] is None
    assert len(mine.looks()) == 1


def test_the_page_on_noise_runs_at_a_button_says_so_and_is_no_look(mine):
    newest = mine.record.newest
    panel = noise.on_noise()
    page = panel.handle({"type": "ready"})
    assert (page["total"], page["ask"]["button"]) == (0, noise.DEAL)
    page = panel.handle({"type": "reveal"})
    assert page["total"] == mine.lines().shape[1] - 1
    assert page["ask"]["button"] == noise.DEAL_AGAIN
    assert page["ask"]["said"][0].startswith("This is noise shaped like your record")
    drawn = panel.handle({"type": "show", "chart": 0, "names": "names"})
    assert drawn["title"].startswith("Made-up noise: ")
    assert drawn["small"][0].startswith("Made-up noise: not my jobs")
    cells = [name for table in drawn["tables"] for name, *_ in table["rows"]]
    assert cells
    assert all(name.startswith("Made-up job") for name in cells)
    assert not set(mine.roles().index) & set(cells)
    saved = panel.handle({"type": "save", "chart": 0, "names": "names", "format": "svg"})
    assert "made-up-noise" in saved["path"]
    assert panel.handle({"type": "reveal"})["total"] == page["total"]
    assert mine.looks().empty
    assert mine.record.newest == newest


def test_each_press_deals_other_noise_that_keeps_what_was_answered(mine):
    one, other = (noise.noise_of(mine, seed, "overall").wide for seed in (1, 2))
    rated = mine.lines()
    for line in rated.columns:
        dealt, given = (frame[line].dropna().astype(float).sort_values() for frame in (one, rated))
        assert dealt.tolist() == given.tolist()
    assert not one.equals(other)


def test_three_jobs_show_pictures_and_no_words(tmp_path, open_on):
    with Record.open(tmp_path) as record:
        sitting = record.sitting("lines")
        for overall in (2, 4, 6):
            role = record.add_unit("role", sitting=sitting)
            for item in ("overall", "pace"):
                revision = CATALOGUE.item(item).revision
                record.answer(role, item, overall, sitting=sitting, revision=revision)
    mine = gop.open(tmp_path)
    open_on(mine)
    page = sheet(line_ups.line_ups())
    mirror, whole, each = page.sections
    assert mirror.charts[0].title.endswith("too few jobs to tell it from chance.")
    assert whole.charts[0].title.endswith("too few jobs to tell.")
    assert each.sentence.startswith("These show what you said. With so few jobs")
    assert each.charts[0].small_print[0] == "Too few jobs to tell."
    assert "we need 5 jobs with “How it went”; you have 3." in " ".join(page.notes)
    mine.record.close()


def test_of_jobs_that_went_equally_well_it_is_not_said_that_they_are_too_few(tmp_path, open_on):
    with Record.open(tmp_path / "alike") as record:
        sitting = record.sitting("x")
        for number in range(9):
            role = record.add_unit("role", sitting=sitting)
            for item, value in {"title": f"Job {number}", "hours": 1 + number % 7, "overall": 4}.items():
                record.answer(role, item, value, revision=CATALOGUE.item(item).revision, sitting=sitting)
        mine = gop.Me(record)
        open_on(mine)
        _, each = sheet(line_ups.line_ups()).sections
    assert "All 9 jobs have the same" in each.sentence


def test_jobs_liked_are_said_to_come_off_better_only_where_they_do(tmp_path, open_on):
    record = Record.open(tmp_path)
    mine = gop.Me(record)
    sitting = record.sitting("roles")
    for name in "ABCDEFGH":
        record.answer(record.add_unit("role", sitting=sitting), "title", name, sitting=sitting)
    went = [1, 2, 3, 4, 5, 6, 7, 7]
    nicer = [item.key for item in CATALOGUE.items("circumstance") if item.keyed > 0][:6]
    for line in nicer[:5]:
        rate(mine, line, went)
    rate(mine, nicer[5], [4, 4, 5, 4, 4, 4, 5, 4])  # nearly even
    rate(mine, "overall", went)
    open_on(mine)
    look = mine.take_a_look()
    assert look is not None
    said = " ".join(line_ups._notes(mine, report(mine), "names"))  # noqa: SLF001 - as the page says it
    assert "come off better on 5 of the 6 circumstances." in said
    record.close()


def test_before_a_look_one_thing_is_said_of_how_many_answers_are_plenty(tmp_path):
    record = Record.open(tmp_path)
    mine = gop.Me(record)
    sitting = record.sitting("roles")
    for name in "AB":
        record.answer(record.add_unit("role", sitting=sitting), "title", name, sitting=sitting)
    every = [item.key for item in CATALOGUE.items("circumstance")]
    for line in every[:6]:
        rate(mine, line, [3, 5])
    assert before_a_look._when(mine) == (  # noqa: SLF001 - as the page says it
        "You can look now. Your first look tells you most, and with 18 questions answered it tells you more "
        "than with 6: you choose. A question that we choose still counts after you said how your jobs went."
    )
    for line in every[6:18]:
        rate(mine, line, [3, 5])
    assert "you have answered plenty" in before_a_look._when(mine)  # noqa: SLF001 - as the page says it
    record.close()


def test_what_the_columns_mean_is_read_without_the_marks_of_documentation():
    text = contrast_columns.columns().data
    assert "Examples" not in text
    assert "`" not in text
    there = [
        row.index(says)
        for row in text.splitlines()
        for says in ("name of the column", "both ends")
        if says in row
    ]
    assert len(there) == 2  # named once, or twice in a row: what they mean begins in one column
    assert len(set(there)) == 1
