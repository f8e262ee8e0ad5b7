"""What the jobs cost as a second outcome: declared before the first look, at half the budget each."""

from __future__ import annotations

import datetime as dt

import pytest

import good_on_paper as gop
from good_on_paper.catalogue import CatalogueError, load, load_bank
from good_on_paper.charts.errors import ChartError
from good_on_paper.pages.in_common import cost, earlier_day, line_ups, over_time
from good_on_paper.pages.under_the_hood import noise
from good_on_paper.patterns import SHUFFLE, STANDS_OUT, TOO_FEW, WORDS, WORTH, look_budget
from good_on_paper.questions import YOUR_JOBS, ask, gather
from good_on_paper.record import RecordError
from good_on_paper.record.archive import export_archive
from good_on_paper.record.unarchive import restore_archive
from good_on_paper.study import recipes
from good_on_paper.study.contrast import FOR_RECIPES, all_seen, price

CATALOGUE = load()
LINES = [item.key for item in CATALOGUE.items("circumstance") if not item.private][:8]
FREEDOM, HOURS = "decision_freedom", "hours"
WENT = (7, 6, 6, 5, 4, 3, 2, 1)
NOISE = (4, 1, 6, 2, 7, 3, 5, 4)


@pytest.fixture
def mine(tmp_path):
    """Somebody whose freedom follows how it went and whose hours follow what it cost, in another order."""
    made = gop.open(tmp_path, create=True)
    made.guess([FREEDOM, HOURS])
    for went, freedom, cost_, pace in zip(WENT, WENT, NOISE, NOISE[::-1], strict=True):
        add(made, overall=went, decision_freedom=freedom, cost=cost_, hours=cost_, pace=pace)
    yield made
    made.record.close()


@pytest.fixture
def sample(open_on):
    made = gop.sample()
    own = [*made.definition("by_success").weights, *made.definition("by_going_wrong").weights]
    for criterion in own:  # somebody without a definition
        made.record.answer(made.unit, criterion, state="cleared", sitting=made.record.sitting("x"))
    open_on(made)
    yield made
    made.record.close()


def add(mine, **ratings):
    role = mine.record.add_unit("role", sitting=mine.record.sitting("roles"))
    rate(mine, role, **ratings)
    return role


def rate(mine, role, **ratings):
    sitting = mine.record.sitting("lines")
    for key, value in ratings.items():
        state = "cleared" if value is None else "value"
        revision = CATALOGUE.item(key).revision
        mine.record.answer(role, key, value, state=state, sitting=sitting, revision=revision)


def word(report, line):
    return report.frame.set_index("line")["word"][line]


def tick(panel, *, on):
    return panel.handle({"type": "tick", "on": on})


# --- declared -------------------------------------------------------------------------------------


def test_each_tick_is_one_answer_and_the_last_one_stands(mine):
    before = mine.record.newest
    assert mine.declare_second("cost") == mine.outcomes == ("overall", "cost")
    assert mine.declare_second(None) == mine.outcomes == ("overall",)
    assert mine.record.newest == before + 2
    mine.take_a_look()
    assert mine.looks()["outcomes"].tolist() == ["overall"]


def test_a_tick_taken_back_gives_the_whole_budget_back(mine):
    mine.declare_second("cost")
    mine.declare_second(None)
    assert mine.take_a_look().budget == look_budget()
    assert (mine.second_outcomes, len(all_seen(mine))) == ((), 1)


def test_after_the_first_look_it_is_frozen_as_it_stood(mine):
    mine.declare_second("cost")
    mine.take_a_look()
    for choice in (None, "cost", "energy"):
        with pytest.raises(RecordError, match="fixed at your first look"):
            mine.declare_second(choice)
    sitting = mine.record.sitting("other")
    mine.record.answer(mine.record.person, "second_outcome", None, state="cleared", sitting=sitting)
    assert mine.outcomes == ("overall", "cost")
    assert [report.outcome for report in all_seen(mine)] == ["overall", "cost"]


def test_what_was_seen_of_how_it_went_is_told_without_working_out_what_it_cost(mine):
    asked = []

    class Listening(gop.Me):
        """Notes of which outcomes something is worked out."""

        def kept(self, what, make, *, looks=True):
            asked.append(what)
            return super().kept(what, make, looks=looks)

    mine.declare_second("cost")
    mine.take_a_look()
    seen = Listening(mine.record).seen()
    assert seen.outcome == "overall"
    worked_out = {what[:2] for what in asked if what[0] in ("contrast", "each look", "now")}
    assert worked_out == {("contrast", "overall"), ("each look", "overall"), ("now", "overall")}


@pytest.mark.parametrize(
    ("outcome", "error", "words"),
    [
        ("overall", RecordError, "no second outcome"),
        ("pace", RecordError, "no second outcome"),
        ("title", RecordError, "no second outcome"),
        ("cots", CatalogueError, "cots"),
    ],
)
def test_what_is_no_second_outcome_is_refused(mine, outcome, error, words):
    with pytest.raises(error, match=words):
        mine.declare_second(outcome)
    assert mine.outcomes == ("overall",)


def test_it_goes_along_into_an_archive_and_back(mine, tmp_path):
    mine.declare_second("cost")
    mine.take_a_look()
    export_archive(mine.record, tmp_path / "all.zip")
    restore_archive(tmp_path / "all.zip", tmp_path / "other")
    other = gop.open(tmp_path / "other")
    assert other.outcomes == ("overall", "cost")
    assert other.take_a_look(outcome="cost").frame.equals(mine.take_a_look(outcome="cost").frame)
    assert len(other.looks()) == 1
    other.record.close()


# --- what it gives --------------------------------------------------------------------------------


def test_both_outcomes_have_half_the_budget_each(mine):
    mine.declare_second("cost")
    reports = [mine.take_a_look(), mine.take_a_look(outcome="cost")]
    assert [report.budget for report in reports] == [look_budget() / 2] * 2
    assert len(mine.looks()) == 1


def test_the_recipes_are_of_the_main_outcome_and_live_on_its_half(mine):
    for went, cost_, pace in zip(WENT, NOISE, NOISE[::-1], strict=True):
        add(mine, overall=went, decision_freedom=went, cost=cost_, hours=cost_, pace=pace)
    mine.declare_second("cost")
    half = look_budget() / 2
    assert [price(mine, outcome) for outcome in mine.outcomes] == [half * (1 - FOR_RECIPES), half]
    spent = recipes.spend(1, mine.outcomes, 16)
    assert spent + float(price(mine, "overall") + price(mine, "cost")) == pytest.approx(float(look_budget()))


def test_to_take_the_second_for_the_main_one_later_raises_no_word(mine):
    mine.declare_second("cost")
    before = {
        (report.outcome, *row)
        for report in (mine.take_a_look(), mine.take_a_look(outcome="cost"))
        for row in zip(report.frame["line"], report.frame["word"], strict=True)
    }
    mine.record.answer(mine.record.person, "primary_outcome", "cost", sitting=mine.record.sitting("roles"))
    assert [report.outcome for report in all_seen(mine)] == ["cost", "overall"]
    after = {
        (report.outcome, *row)
        for report in all_seen(mine)
        for row in zip(report.frame["line"], report.frame["word"], strict=True)
    }
    assert after == before
    both = mine.recipes()
    assert {both.good.word, both.bad.word} <= {TOO_FEW, SHUFFLE}


def test_what_cost_least_is_what_is_better(mine):
    mine.declare_second("cost")
    report = mine.take_a_look(outcome="cost")
    frame = report.frame.set_index("line")
    assert word(report, HOURS) in (WORTH, STANDS_OUT)
    assert frame["tau"][HOURS] < 0  # the less of them, the less it cost
    assert word(report, FREEDOM) == SHUFFLE
    assert word(mine.take_a_look(), FREEDOM) in (WORTH, STANDS_OUT)
    assert word(mine.take_a_look(), HOURS) == SHUFFLE
    best = report.groups.index[report.groups.eq("best")]
    assert mine.ratings()["cost"][best].max() < mine.ratings()["cost"].median()
    chart = report.chart(HOURS)
    assert chart.title.startswith("In none of my 3 least costly jobs, but in 3 of my 3 costliest, ")
    assert chart.title.endswith(", the work took most of my week.")
    shown = chart.table["What it cost me"].tolist()
    assert shown == sorted(map(str, NOISE))  # as answered, the least on top
    assert "ways of shuffling what the jobs cost" in chart.small_print[0]
    assert chart.detail().title.startswith("Shift from the lower end to the least costly")
    answers = report.because(HOURS)
    assert set(answers["item"]) == {HOURS, "cost"}


def test_what_was_not_declared_gets_no_word_however_neat(mine):
    mine.take_a_look()
    assert set(mine.take_a_look(outcome="cost").frame["word"]) <= {TOO_FEW, SHUFFLE}
    assert word(mine.take_a_look(), FREEDOM) in (WORTH, STANDS_OUT)


def test_a_cost_said_later_waits_for_a_look_and_pays_for_it(mine):
    roles = mine.record.units("role")
    for role in roles[:2]:
        rate(mine, role, cost=None)
    mine.declare_second("cost")
    mine.take_a_look(outcome="cost")
    assert mine.waiting is None
    first = word(mine.take_a_look(outcome="cost"), HOURS)
    for role, value in zip(roles[:2], NOISE[:2], strict=True):
        rate(mine, role, cost=value)
    assert mine.waiting is not None
    assert (mine.waiting.more_roles, mine.waiting.more_lines) == (0, 0)
    after = mine.take_a_look(outcome="cost")
    assert len(mine.looks()) == 2
    assert WORDS.index(word(after, HOURS)) >= WORDS.index(first)  # what was earned stays
    assert price(mine, "cost", 2) == look_budget(2) / 2


def test_cost_as_the_main_outcome_is_turned_round_too(mine):
    mine.record.answer(mine.record.person, "primary_outcome", "cost", sitting=mine.record.sitting("outcomes"))
    assert cost.offer(mine) == ""
    report = mine.take_a_look()
    assert report.frame.set_index("line")["tau"][HOURS] < 0
    assert report.chart(HOURS).table["What it cost me"].tolist() == sorted(map(str, NOISE))


def test_questions_quote_the_word_of_what_it_cost(mine):
    mine.declare_second("cost")
    said = word(mine.take_a_look(outcome="cost"), HOURS)
    asked = ask(gather(mine, all_seen(mine)), load_bank())
    because = next(one for one in asked if one.line == HOURS).because
    assert YOUR_JOBS in because.kinds
    by = "by “What it cost me” over 8 jobs"
    assert (
        f"{said.capitalize()}, {by}: in none of your 3 jobs that cost you least, but in" in because.sentence
    )
    assert "that cost you most" in because.sentence
    assert {item for _, item in because.cells} >= {HOURS, "cost"}
    standing = mine.record.current()
    assert all(cell in standing for cell in because.cells)


# --- offered --------------------------------------------------------------------------------------


def test_it_is_offered_only_when_both_could_tell_something(mine):
    assert cost.offer(mine).on is False
    roles = mine.record.units("role")
    for role in roles[:4]:
        rate(mine, role, cost=None)
    assert "once you answer that for 5 jobs (now 4)" in cost.offer(mine)
    for role in roles:
        rate(mine, role, cost=4)
    assert "the same for all 8 jobs" in cost.offer(mine)


def test_with_few_jobs_it_would_leave_too_little_of_either(tmp_path):
    mine = gop.open(tmp_path, create=True)
    for went, cost_ in zip((5, 4, 3, 2, 1), (1, 3, 2, 5, 4), strict=True):
        add(mine, overall=went, cost=cost_, pace=went, hours=cost_, variety=went)
    assert cost.offer(mine) == cost.TOO_FEW
    mine.record.close()


def test_what_is_declared_can_be_taken_back_even_when_too_little_is_left(mine):
    mine.declare_second("cost")
    for role in mine.record.units("role")[:4]:
        rate(mine, role, cost=None)
    offered = cost.offer(mine)
    assert offered.on
    assert "once you answer that for 5 jobs" in offered.said
    offered.choose(False)
    assert mine.outcomes == ("overall",)


def test_how_many_jobs_are_left_out_is_said(mine):
    rate(mine, mine.record.units("role")[0], cost=None)
    assert "You answered it for 7 of 8 jobs; we leave the others out." in cost.offer(mine).said


# --- the page -------------------------------------------------------------------------------------


def test_the_tick_stands_before_the_button_and_is_gone_after_it(sample):
    panel, below = line_ups.line_ups(), line_ups.what_it_cost()
    page = panel.handle({"type": "ready"})
    assert page["ask"]["tick"] == {
        "label": "Also look at what it cost me",
        "said": cost.SHARE,
        "on": False,
    }
    assert (below.handle({"type": "ready"})["sentence"], len(sample.looks())) == ("", 0)
    assert tick(panel, on=True) == {"type": "ticked", "on": True}
    assert panel.handle({"type": "seen"}) is None  # the page is not made anew under the hand
    assert line_ups.line_ups().handle({"type": "ready"})["ask"]["tick"]["on"] is True
    assert tick(panel, on=False) == {"type": "ticked", "on": False}
    assert tick(panel, on=True)["on"] is True
    page = panel.handle({"type": "reveal"})
    assert (page["ask"], sample.looks()["outcomes"].tolist()) == (None, ["overall, cost"])
    assert page["notes"][1].startswith("It also covers “What it cost me”, as you chose: ")
    assert page["notes"][1].endswith(" See “The same by what else you chose”, further down.")
    late = tick(panel, on=False)
    assert (late["type"], late["on"]) == ("failed", False)
    page = below.handle({"type": "seen"})
    assert [head["heading"] for head in page["heads"]] == [
        "What it cost me: about the job, and about you",
        "What it cost me: what you said you need",
        "What it cost me: what else stood out",
        "",
        "What it cost me: one at a time",
    ]
    assert "the least costly on top, as you chose" in page["heads"][0]["sentence"]
    assert len(page["heads"][-1]["listed"]) == sample.lines().shape[1] - 1


@pytest.mark.usefixtures("sample")
def test_without_the_tick_the_page_is_as_it_was():
    line_ups.line_ups().handle({"type": "reveal"})
    page = line_ups.what_it_cost().handle({"type": "ready"})
    assert (page["sentence"], page["total"], page["heads"]) == ("", 0, [])
    assert len(line_ups.line_ups().handle({"type": "ready"})["notes"]) == 1


def test_a_tick_in_another_window_after_the_look_is_refused_in_words(sample):
    panel = line_ups.line_ups()
    panel.handle({"type": "ready"})
    offered = cost.offer(sample)
    sample.take_a_look()
    with pytest.raises(ChartError, match="fixed at your first look"):
        offered.choose(True)


def test_a_word_of_each_kind_stands_in_the_sample_with_both(sample):
    sample.declare_second("cost")
    assert word(sample.take_a_look(), FREEDOM) == WORTH  # stands out where it does not share
    assert word(sample.take_a_look(outcome="cost"), HOURS) == WORTH
    assert word(sample.take_a_look(), HOURS) == SHUFFLE


def test_letters_hide_names_in_the_second_set_too(sample):
    sample.declare_second("cost")
    sample.take_a_look()
    page = line_ups.what_it_cost()
    page.handle({"type": "ready"})
    drawn = page.handle({"type": "show", "chart": 0, "names": "letters"})
    shown = str({key: value for key, value in drawn.items() if key != "svg"})
    assert "Job " in shown
    assert not [name for name in sample.roles().index if name in shown]


def test_noise_runs_by_both_outcomes(sample):
    sample.declare_second("cost")
    panel = noise.on_noise()
    panel.handle({"type": "ready"})
    page = panel.handle({"type": "reveal"})
    lines = sample.lines().shape[1] - 1
    assert page["total"] == 2 * lines
    assert "; by “What it cost me”, " in page["ask"]["said"][0]
    head = page["heads"][1]
    assert (head["start"], head["heading"], head["sentence"]) == (lines, "What it cost me", "")
    drawn = panel.handle({"type": "show", "chart": lines, "names": "names"})
    assert drawn["title"].startswith("Made-up noise: ")
    assert "costl" in drawn["title"]
    assert sample.looks().empty
    went, by_cost = (noise.noise_of(sample, 1, outcome).wide for outcome in ("overall", "cost"))
    assert went[FREEDOM].equals(by_cost[FREEDOM])  # the same made-up jobs


# --- over time ------------------------------------------------------------------------------------


def test_guesses_and_changes_are_told_by_both(sample):
    sample.declare_second("cost")
    sample.take_a_look()
    note = over_time.guessed(sample, "names")
    assert note.said[0] == "By “What it cost me”: 1 is worth asking about, 2 could easily be chance."
    assert note.tables[0].columns.tolist()[-1] == "What it cost me, now"
    before = over_time.every_word(sample)
    for role, value in zip(sample.record.units("role"), NOISE, strict=True):
        rate(sample, role, cost=value)
    add(sample, overall=3, hours=3, cost=3)
    sample.take_a_look()
    changed = over_time.then_and_now(sample, "names")
    assert before["cost", HOURS] == WORTH
    assert (
        "Hours it took, by “What it cost me”: “worth asking about” then, “could easily be chance” now."
        in (changed.said)
    )


def test_an_earlier_day_shows_both(sample):
    sample.declare_second("cost")
    sample.take_a_look()
    day = dt.datetime.now(dt.UTC).date()
    made = earlier_day.sheet(sample, "names", day, sample.record.newest)
    headings = [section.heading for section in made.sections]
    said = f"On {day.day} {day:%B %Y}"
    assert f"{said}: what you said you need" in headings
    assert f"{said}, by “What it cost me”: what you said you need" in headings
