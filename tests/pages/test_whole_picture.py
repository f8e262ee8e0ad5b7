"""The whole picture: composed from what is there, calm where nothing is."""

from __future__ import annotations

import pytest

from good_on_paper import kit
from good_on_paper.brief.compose import BEST, compose
from good_on_paper.pages import session, titles
from good_on_paper.pages.road import PAGES
from good_on_paper.pages.whole_picture.composed import composed
from good_on_paper.record import Record
from good_on_paper.study import looks
from good_on_paper.study.person import Person
from good_on_paper.study.sample import throw_away_record


@pytest.fixture
def mine(tmp_path, monkeypatch):
    monkeypatch.setenv("GOOD_ON_PAPER_HOME", str(tmp_path / "person"))
    session.me.cache_clear()
    yield session.me()
    session.me().record.close()
    session.me.cache_clear()


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    home = tmp_path_factory.mktemp("sample")
    throw_away_record(home).close()
    record = Record.open(home)
    yield Person(record)
    record.close()


def job(mine, **said):
    sitting = mine.record.sitting("test")
    role = mine.record.add_unit("role", sitting=sitting)
    for item, value in said.items():
        mine.record.answer(role, item, value, sitting=sitting)
    return role


def test_an_empty_record_is_one_sentence_and_where_to_begin(mine):
    whole = composed(mine)
    assert (whole.is_empty, whole.proud, whole.counts) == (True, (), ())
    assert kit.whole_picture().page_state()["begin"] == titles.WORK


def test_one_job_opens_with_what_made_it_good_and_counts_no_blank(mine):
    role = job(mine, title="Editor", summary="Kept the list.", overall=6, decision_freedom=5)
    mine.record.answer(role, "pace", None, state="skip", sitting=mine.record.sitting("test"))
    whole = composed(mine)
    assert [(row.text, row.label) for row in whole.proud] == [("Kept the list.", "Editor")]
    assert whole.counts == ((1, "job"), (1, "rating of what it was like"))
    assert kit.whole_picture().page_state()["begin"] == ""


def test_the_sample_opens_with_three_things_of_three_jobs(sample):
    whole = composed(sample)
    assert [row.label.partition(",")[0] for row in whole.proud] == [
        "Analyst",
        "Project officer",
        "Freelance translator",
    ]
    counts = {words: number for number, words in whole.counts}
    assert (counts["jobs"], counts["things you did"], counts["people you met"]) == (8, 12, 12)
    assert all(whole.counts)


def test_letters_name_no_job(sample):
    assert all(row.label.startswith("Job ") for row in composed(sample, "letters").proud)


def test_what_one_can_live_with_is_said_in_their_own_word_and_not_counted_for_paper(sample):
    whole = composed(sample)
    labels = [row.label for row in part(whole, "live_with").rows]
    assert set(labels) <= {"you won’t have again", "you said no", "for a while", "fine"}
    assert part(whole, "live_with").private
    assert not any("worr" in words for _, words in whole.counts)


def test_what_may_not_be_shown_is_left_out_of_what_is_saved(sample):
    hidden = set(sample.achievements().query("not may_show")["what"])
    assert hidden & {row.text for row in composed(sample).proud}
    assert not hidden & {row.text for row in composed(sample, private=False).proud}


def test_what_stays_off_the_paper_is_marked_on_the_page(sample):
    released = composed(sample, private=False).proud
    assert not any(row.private for row in released)
    for row in composed(sample).proud:
        assert row.private == (row not in released), row.text
    assert any(row.private for row in composed(sample).proud)


def part(whole, key):
    return next(part for part in whole.parts if part.key == key)


def test_each_part_that_is_there_has_its_reason_and_its_page(sample):
    for found in composed(sample).parts:
        assert found.is_there, found.key
        assert found.because, found.key
        assert found.page in {entry.title for entry in PAGES}
        assert len(found.rows) <= 6


def test_a_part_with_nothing_in_it_says_what_it_needs(mine):
    job(mine, title="Editor")
    lacking = {found.key: found.needs for found in composed(mine).parts if not found.is_there}
    assert set(lacking) == {found.key for found in composed(mine).parts}
    assert lacking["got_dull"] == "when one job got dull"
    assert all(lacking.values())
    pages = {found.key: found.page for found in composed(mine).parts}
    assert pages["paper_and_lived"] == pages["works_best"] == titles.WORK  # where a second job is named
    job(mine, title="Tutor")
    pages = {found.key: found.page for found in composed(mine).parts}
    assert pages["paper_and_lived"] == pages["works_best"] == titles.LIKE  # where jobs are rated
    assert pages["barometer"] == titles.AFTER  # where one says how likely a yes is


def test_before_a_look_it_says_what_the_paper_says_and_that_the_look_is_to_come(mine):
    sitting = mine.record.sitting("test")
    mine.record.answer(mine.unit, "guesses", ["clarity"], sitting=sitting)
    good = job(mine, title="Cook", clarity=7, overall=6)
    bad = job(mine, title="Clerk", clarity=2, overall=2)
    for key, role in (("went_well", good), ("would_not_repeat", bad)):
        mine.record.answer(mine.unit, key, role.id, sitting=sitting)
    found = part(composed(mine), "works_best")
    on_paper = [row.text for block in compose(mine, parts=(BEST,)).blocks for row in block.rows]
    assert [row.text for row in found.rows] == on_paper == ["Knowing what counts as good work"]
    assert found.because.startswith("This rests on two jobs:")
    assert found.needs == "your first look"


def test_words_say_whose_they_are(sample):
    rows = {row.label: row.text for row in part(composed(sample), "known_as").rows}
    assert rows["steady"] == "you say it, and so does Ina Weld"
    assert rows["clear"] == "said by Tam Orrel; you want it"
    assert "Weld" not in str(part(composed(sample, "letters"), "known_as").rows)


def test_after_a_look_it_shows_what_stood_out_and_takes_no_other(tmp_path):
    throw_away_record(tmp_path).close()
    with Record.open(tmp_path) as record:
        own = Person(record)
        looks.take(own)
        found = part(composed(own), "works_best")
        assert found.finding.startswith("In 3 of my 3 best jobs I chose how to do the work")
        assert found.because.startswith("It stands out.")
        assert len(looks.looks(own)) == 1


@pytest.mark.parametrize(
    ("said", "what", "page"),
    [
        ({}, "How Editor went.", titles.LIKE),
        ({"overall": 6}, "One more job, even a short one.", titles.WORK),
    ],
)
def test_one_thing_is_most_worth_adding(mine, said, what, page):
    job(mine, title="Editor", **said)
    adding = composed(mine).adding
    assert (adding.what, adding.page) == (what, page)


def test_enough_jobs_ask_for_what_is_needed_then_for_a_time_within_one(mine):
    jobs = [job(mine, title=f"Job {n}", overall=n % 7 + 1, started=str(2000 + n)) for n in range(6)]
    sitting = mine.record.sitting("test")
    mine.record.answer(mine.unit.id, "guesses", ["pace"], sitting=sitting)
    for role in jobs[:4]:
        mine.record.answer(role, "pace", 3, sitting=sitting)
    assert composed(mine).adding.why == "You said you need it, and it has 4 of 6 jobs to go by."
    assert composed(mine).adding.what == "“Time pressure” for 2 jobs."
