"""From a record to evidence: only what stands, only what passed the gate, every because back to its cells."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from good_on_paper import patterns
from good_on_paper.brief.compose import compose
from good_on_paper.catalogue import load, load_bank
from good_on_paper.frames import ratings
from good_on_paper.frames.bearing import no_more
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.frames.targets import WHO, chosen_or_next, day_of
from good_on_paper.language.day_names import days_left
from good_on_paper.questions import YOUR_JOBS, ask, gather, worded
from good_on_paper.questions.lines_to_know import lines_to_know
from good_on_paper.questions.prepared import prepare, rests_on
from good_on_paper.record import Record
from good_on_paper.record.targets import begin
from good_on_paper.study.contrast import Report
from good_on_paper.study.person import Person

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CATALOGUE = load()
NOISE = (3, 6, 2, 5, 4, 7, 1, 4, 6, 2)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "person") as opened:
        yield opened


@pytest.fixture
def ten_jobs(record: Record) -> list[str]:
    """Ten jobs; deciding goes with how they went, time pressure does not."""
    sitting = record.sitting("setting the stage")
    units = []
    with record.batch():
        for number, noise in enumerate(NOISE):
            unit = record.add_unit("role", sitting=sitting).id
            record.answer(unit, "title", f"Job {number}", sitting=sitting)
            for item, value in (
                ("overall", 1 + number * 6 // 9),
                ("decision_freedom", 1 + number * 6 // 9),
                ("pace", noise),
            ):
                record.answer(unit, item, value, revision=CATALOGUE.item(item).revision, sitting=sitting)
            units.append(unit)
    return units


def contrast(record: Record) -> Report:
    found = patterns.contrast(
        ratings(Snapshot(record, fixed=CATALOGUE)),
        outcome="overall",
        guesses=["decision_freedom", "pace"],
    )
    return Report(**vars(found), person=Person(record, fixed=CATALOGUE))


def test_an_empty_record_gives_nothing_to_ask(record: Record) -> None:
    assert ask(gather(Person(record, fixed=CATALOGUE)), load_bank()) == ()


@pytest.mark.usefixtures("ten_jobs")
def test_a_line_with_quotes_of_its_own_is_quoted_once(record: Record, tmp_path: Path) -> None:
    overlay = tmp_path / "own.toml"
    held = "“A boss who does not shout” held"
    overlay.write_text(f'[circumstance.decision_freedom]\nsaid = "{held}"\n', encoding="utf-8")
    (found,) = gather(Person(record, fixed=load(overlay)), [contrast(record)]).found
    assert f"in both of your 2 best jobs {held}; in none" in found.sentence


def test_jobs_speak_only_beyond_what_shuffles_give(record: Record, ten_jobs: list[str]) -> None:
    jobs = contrast(record)
    words = jobs.frame.set_index("line")["word"]
    assert words["decision_freedom"] in {patterns.WORTH, patterns.STANDS_OUT}
    assert words["pace"] == patterns.SHUFFLE
    asked = ask(gather(Person(record, fixed=CATALOGUE), [jobs]), load_bank())
    assert {(question.line, question.because.kinds) for question in asked} == {
        ("decision_freedom", (YOUR_JOBS,))
    }
    because = asked[0].because
    said = f"{words['decision_freedom'].capitalize()}: in both of your 2 best jobs"
    assert because.sentence == f"{said} “I chose how to do the work”; in none of the 3 that went least well."
    best_and_worst = {unit for unit, _ in because.cells}
    assert best_and_worst <= set(ten_jobs)
    assert {item for _, item in because.cells} == {"decision_freedom", "overall"}
    standing = record.current()
    assert all(cell in standing for cell in because.cells)


def test_shuffled_outcomes_fall_silent(record: Record, ten_jobs: list[str]) -> None:
    sitting = record.sitting("shuffled")
    for unit, value in zip(ten_jobs, NOISE[::-1], strict=True):
        record.answer(unit, "overall", value, sitting=sitting)
    assert ask(gather(Person(record, fixed=CATALOGUE), [contrast(record)]), load_bank()) == ()


def test_what_kin_or_a_hidden_line_say_is_left_out(record: Record, ten_jobs: list[str]) -> None:
    assert ten_jobs
    jobs = contrast(record)
    kin = jobs.frame.assign(kin=True)
    assert gather(Person(record, fixed=CATALOGUE), [replace(jobs, frame=kin)]).found == ()
    record.answer(record.person, "guesses", ["no_such_line", "pace"], sitting=record.sitting("start"))
    assert gather(Person(record, fixed=CATALOGUE)).needs == ("pace",)


def test_two_jobs_and_a_line_on_each(record: Record, ten_jobs: list[str]) -> None:
    sitting = record.sitting("start")
    record.answer(record.person, "went_well", ten_jobs[9], sitting=sitting)
    record.answer(record.person, "would_not_repeat", ten_jobs[0], sitting=sitting)
    record.answer(ten_jobs[0], "in_a_line", "  ", sitting=sitting)
    record.answer(ten_jobs[9], "in_a_line", "They let me be", sitting=sitting)
    evidence = gather(Person(record, fixed=CATALOGUE))
    assert {(story.name, story.well) for story in evidence.stories} == {("Job 0", False), ("Job 9", True)}
    assert evidence.pairs["decision_freedom"].differs
    asked = ask(evidence, load_bank())
    assert len(asked) >= 3
    assert "Job 0, which you would not do again, you wrote" not in str(asked)  # a blank line is no word
    record.remove_unit(ten_jobs[9], sitting=sitting)
    assert gather(Person(record, fixed=CATALOGUE)).pairs == {}


def test_the_same_record_and_another_job_in_sight_give_other_questions(record: Record) -> None:
    sitting = record.sitting("talk")
    record.answer(record.person, "guesses", ["pace", "peers", "clarity"], sitting=sitting)
    first = chosen_or_next(Snapshot(record))
    begin(record, first)
    record.answer(first, "knows:clarity", "unknown", sitting=sitting)
    one = ask(gather(Person(record, fixed=CATALOGUE)), load_bank())
    second = record.add_unit("target", sitting=sitting)
    record.answer(record.person, "target_chosen", second.id, sitting=sitting)
    record.answer(second.id, "knows:clarity", "know", sitting=sitting)
    two = ask(gather(Person(record, fixed=CATALOGUE)), load_bank())
    assert one[0].line == "clarity"
    assert {question.line for question in two} == {"pace", "peers"}


def refuse(record: Record, *worries: str) -> None:
    sitting = record.sitting("bearing")
    for worry in worries:
        record.answer(record.person, no_more(worry), value=True, private=True, sitting=sitting)


def test_a_worry_not_again_is_asked_about_by_its_line_and_stays_out_of_what_is_taken_along(
    record: Record,
) -> None:
    refuse(record, "raised_voices")
    asked = ask(gather(Person(record, fixed=CATALOGUE)), load_bank())
    assert {question.line for question in asked} == {"conflict"}
    because = asked[0].because
    assert because.cells == ((record.person.id, "not_again:raised_voices"),)
    assert because.sentence == "Raised voices: you won’t have that again."
    paper = " ".join(compose(Person(record, fixed=CATALOGUE)).texts())
    assert asked[0].text in paper
    assert "Raised voices" not in paper
    assert rests_on(Person(record, fixed=CATALOGUE), because)[0].startswith(
        "You: what you won’t have again: “Raised"
    )
    assert "conflict" in [item.key for item in lines_to_know(Person(record, fixed=CATALOGUE))]
    record.answer(record.person, "not_again", ["conflict:high"], sitting=record.sitting("start"))
    said_openly = ask(gather(Person(record, fixed=CATALOGUE)), load_bank())[0].because
    assert not said_openly.private
    assert len(said_openly.cells) == 2


def test_a_worry_that_no_line_tells_of_has_questions_of_its_own(record: Record) -> None:
    refuse(record, "plan_changes", "against_conscience")
    evidence = gather(Person(record, fixed=CATALOGUE))
    asked = ask(evidence, load_bank())
    assert [question.label for question in asked[:2]] == [
        CATALOGUE.item(worry).label for worry in ("plan_changes", "against_conscience")
    ]
    assert asked[0].because.cells == ((record.person.id, "not_again:plan_changes"),)
    assert all(question.because.private for question in asked)
    assert [worded(question.key, evidence, load_bank()) for question in asked] == list(asked)
    record.answer(record.person, no_more("plan_changes"), value=False, sitting=record.sitting("later"))
    left = ask(gather(Person(record, fixed=CATALOGUE)), load_bank())
    assert {question.key.rpartition(":")[0] for question in left} == {"-worry-against_conscience"}


def test_when_it_got_dull_becomes_a_question_with_the_answers_behind_it(
    record: Record, ten_jobs: list[str]
) -> None:
    sitting = record.sitting("boredom")
    record.answer(ten_jobs[0], "set_in_after", "8 mo", sitting=sitting)
    assert gather(Person(record, fixed=CATALOGUE)).dull is None  # one job points nowhere
    record.answer(ten_jobs[1], "set_in_after", "10 mo", sitting=sitting)
    record.answer(ten_jobs[2], "set_in_after", "14 mo", sitting=sitting)
    asked = ask(gather(Person(record, fixed=CATALOGUE)), load_bank())
    assert all("ten months" in question.text for question in asked)
    because = asked[0].because
    said = "Answered for 3 of your 10 jobs so far: in all 3 it got dull after 8 to 14 months."
    assert because.sentence == said
    assert because.cells == tuple((unit, "set_in_after") for unit in ten_jobs[:3])
    told = "I’d like to know what the work is like after about ten months."
    paper = [row.more for block in compose(Person(record, fixed=CATALOGUE)).blocks for row in block.rows]
    assert told in paper
    assert "dull" not in " ".join(paper)  # it will lie before those who could be the next manager
    record.answer(ten_jobs[1], "set_in_after", "10 mo", private=True, sitting=sitting)
    assert gather(Person(record, fixed=CATALOGUE)).dull.private
    assert told not in compose(Person(record, fixed=CATALOGUE)).texts()
    record.answer(ten_jobs[0], "hurt", "yes", private=True, sitting=sitting)
    assert (ten_jobs[0], "set_in_after") not in gather(Person(record, fixed=CATALOGUE)).dull.cells


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-12-01", "Tuesday 1 December, in 6 days"),
        ("2026-11-25", "Wednesday 25 November, today"),
        ("2026-11-24", "Tuesday 24 November, yesterday"),
        ("2026-11-20", "Friday 20 November, 5 days ago"),
    ],
)
def test_days_left_in_words(day: str, said: str) -> None:
    assert days_left(day_of(day), pd.Timestamp("2026-11-25").date()) == said


@pytest.mark.parametrize("text", ["", "soon", "2026", "March 2026", None])
def test_what_is_no_whole_date_is_no_day(text: str | None) -> None:
    assert day_of(text) is None


def test_whom_one_meets_may_be_a_word_that_only_another_version_knows(record: Record) -> None:
    sitting = record.sitting("import")
    target = record.add_unit("target", sitting=sitting)
    record.answer(target, "meets", ["manager", "astrologer"], sitting=sitting)
    page = prepare(Person(record, fixed=CATALOGUE))
    assert (page.meets, page.whom) == (("manager",), WHO["manager"])
