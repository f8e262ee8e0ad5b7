"""A job in which something hurt: no chart, no count, no question is made of it, and nothing said is lost."""

from __future__ import annotations

import pytest

from good_on_paper import frames
from good_on_paper.catalogue import load
from good_on_paper.export import contents
from good_on_paper.forms import RatingGrid, RoleList
from good_on_paper.forms.lines import role_rows
from good_on_paper.forms.two_jobs import two_jobs
from good_on_paper.kit.me import Me
from good_on_paper.questions import gather
from good_on_paper.study.next_lines import whole_lines
from good_on_paper.study.sample import throw_away_record


@pytest.fixture
def mine(tmp_path):
    record = throw_away_record(tmp_path / "person")
    yield Me(record)
    record.close()


def tick(mine, role, value="yes"):
    mine.record.answer(role, "hurt", value, private=True, sitting=mine.record.sitting("roles"))


def test_nothing_is_made_of_it_and_nothing_is_lost(mine):
    role = mine.record.units("role")[2]
    name = frames.role_names(mine)[role.id]
    before = frames.ratings(mine)
    assert name in mine.lines().index
    tick(mine, role)
    for table in (mine.ratings(), mine.ratings(blanks="reason"), mine.lines(), mine.take_a_look().wide):
        assert name not in table.index
        assert len(table) == len(before) - 1
    assert name not in set(mine.ratings(kind="episode")["role"])
    assert name not in set(mine.take_a_look().because("pace")["name"])
    assert name in mine.roles().index  # it stays a job
    assert frames.ratings(mine).equals(before)
    tick(mine, role, "no")
    assert name in mine.lines().index


def test_nothing_more_is_asked_about_it(mine):
    role = mine.record.units("role")[2]
    person, sitting = mine.record.person, mine.record.sitting("two jobs")
    mine.record.answer(person, "would_not_repeat", role.id, sitting=sitting)
    mine.record.answer(role, "in_a_line", "What happened there", sitting=sitting)
    assert [story.unit for story in gather(mine).stories] == [role.id]
    tick(mine, role)
    assert role.id not in {row["unit"] for row in role_rows(mine.record)}
    grid = RatingGrid(mine.record, load(), lines=["pace"])
    assert role.id not in {row["unit"] for row in grid.page_state()["roles"]}
    assert two_jobs(mine.record) == []
    assert gather(mine).stories == ()
    assert whole_lines(mine)  # what was whole for the others stays whole
    assert role.id in RoleList(mine.record, load()).page_state()["roles"]  # where it can be taken back


def test_a_word_is_never_raised_by_it(mine):
    words = mine.take_a_look().frame.set_index("line")["word"]
    order = [
        "too few jobs to tell",
        "could easily be chance",
        "worth asking about",
        "stands out",
    ]
    for role in mine.record.units("role")[:3]:
        tick(mine, role)
        now = mine.take_a_look().frame.set_index("line")["word"]
        assert all(order.index(now[line]) <= order.index(words[line]) for line in now.index)
        tick(mine, role, "no")


def test_the_tick_stays_out_of_what_goes_to_others(mine):
    role = mine.record.units("role")[2]
    tick(mine, role)
    told = contents(mine.record, mine.catalogue)
    assert "hurt" not in {answer.item for _, answer in told.cells}
    assert all("hurt" not in job.facts for job in told.jobs)
