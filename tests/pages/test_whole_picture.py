"""The whole picture: composed from what is there, calm where nothing is."""

from __future__ import annotations

import pytest

from good_on_paper import kit
from good_on_paper.pages import session, titles
from good_on_paper.pages.whole_picture.composed import composed
from good_on_paper.record import Record
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
    assert whole.counts == ((1, "job"), (1, "rating"))
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


def test_what_may_not_be_shown_is_left_out_of_what_is_saved(sample):
    hidden = set(sample.achievements().query("not may_show")["what"])
    assert hidden & {row.text for row in composed(sample).proud}
    assert not hidden & {row.text for row in composed(sample, private=False).proud}
