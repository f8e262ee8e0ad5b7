"""The list of notebooks: links, and where one stands in each."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import nbformat
import pytest

from good_on_paper.catalogue import load
from good_on_paper.pages import session
from good_on_paper.pages.after_an_interview.three_questions import after_interview
from good_on_paper.pages.head import page
from good_on_paper.pages.start.notebook_list import rows
from good_on_paper.record import FIRST_SIGHT
from good_on_paper.study import looks

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
CORE = [item.key for item in load().core]


@pytest.fixture
def mine(tmp_path, monkeypatch):
    monkeypatch.setenv("GOOD_ON_PAPER_HOME", str(tmp_path / "person"))
    session.me.cache_clear()
    yield session.me()
    session.me().record.close()
    session.me.cache_clear()


def stands(mine):
    """Return what stands beside each notebook."""
    return {row["name"][:2]: row["stands"] for row in rows(mine)}


def answer(mine, unit, **said):
    sitting = mine.record.sitting("test")
    for item, value in said.items():
        mine.record.answer(unit, item, value, sitting=sitting)


def work(mine, **said):
    role = mine.record.add_unit("role", sitting=mine.record.sitting("roles"))
    answer(mine, role, **said)


def talk_in(mine, days):
    target = mine.record.add_unit("target", sitting=mine.record.sitting("talk"))
    day = dt.datetime.now().astimezone().date() + dt.timedelta(days=days)
    answer(mine, target, title="xyzzy-secret", talk_on=day.isoformat())


def test_every_link_leads_to_a_notebook_and_every_notebook_leads_back(mine):
    linked = {f"{row['name']}.ipynb" for row in rows(mine)}
    there = {path.name for path in NOTEBOOKS.glob("*.ipynb")}
    assert linked == there - {"00 Start here.ipynb"}
    for name in linked:
        words = [cell.source for cell in nbformat.read(NOTEBOOKS / name, as_version=4).cells]
        assert "<00 Start here.ipynb>" in "\n".join(words), name


def words(mine, number):
    return next(row["words"] for row in rows(mine) if row["name"].startswith(number))


def test_one_is_next_and_it_follows_what_was_said(mine):
    assert stands(mine)["01"] == "next"
    work(mine, title="xyzzy-secret")
    assert (stands(mine)["01"], stands(mine)["02"]) == ("begun", "next")  # one can go on without years
    assert words(mine, "01") == "1 job, 1 without years"
    answer(mine, mine.record.units("role")[0], started="2014", ended="2017")
    assert words(mine, "01") == "1 job"
    assert (stands(mine)["01"], stands(mine)["02"], stands(mine)["05"]) == ("more any time", "next", "later")
    role = mine.record.units("role")[0]
    answer(mine, role, **dict.fromkeys(CORE[:6], 4), overall=5)
    assert stands(mine)["05"] == "next"
    assert list(stands(mine).values()).count("next") == 1


def test_the_jobs_of_the_start_page_are_not_all_jobs(mine):
    for number, said in ((1, "1 job; add others"), (2, "2 jobs; add the others")):
        role = mine.record.add_unit("role", sitting=mine.record.sitting("jobs_named"))
        answer(mine, role, title="xyzzy-secret", started="2014")
        assert words(mine, "01") == said, number
        assert (stands(mine)["01"], stands(mine)["02"]) == ("next", "later")
    answer_in = mine.record.sitting("roles")
    mine.record.answer(role, "ended", "2017", sitting=answer_in)  # on that page; two may be all there are
    assert words(mine, "01") == "2 jobs"
    assert (stands(mine)["01"], stands(mine)["02"]) == ("more any time", "next")


def test_three_jobs_may_be_all_there_are_and_the_list_never_says_so(mine):
    for _ in range(3):
        role = mine.record.add_unit("role", sitting=mine.record.sitting("jobs_named"))
        answer(mine, role, title="Cook", started="2014")
    assert (words(mine, "01"), stands(mine)["01"]) == ("3 jobs", "more any time")
    assert stands(mine)["02"] == "next"


def test_a_talk_that_is_soon_comes_first(mine):
    work(mine, title="Cook")
    talk_in(mine, 40)
    assert stands(mine).get("03", "later") == "later"
    talk_in(mine, 6)
    assert stands(mine).get("03", "next") == "next"
    assert "in 6 days" in page("00").data
    answer(mine, mine.record.person, guesses=CORE[:3])
    assert (stands(mine)["03"], stands(mine)["02"]) == ("ready", "next")
    assert words(mine, "03").endswith("in 6 days; 3 questions ready")


def test_next_moves_on_after_the_first_six_and_comes_to_the_interview_that_is_soon(mine):
    work(mine, title="Cook", started="2014", ended="2017")
    role = mine.record.units("role")[0]
    answer(mine, mine.record.person, guesses=CORE[:3])
    assert stands(mine)["02"] == "next"
    answer(mine, role, **dict.fromkeys(CORE[:6], 4), overall=5)
    looks.take(mine)
    assert (stands(mine)["02"], stands(mine)["05"]) == ("more any time", "done")
    assert "next" not in stands(mine).values()
    talk_in(mine, 4)
    assert (stands(mine)["03"], words(mine, "03")[-17:]) == ("next", "3 questions ready")
    coming = after_interview().page_state()["coming"]  # the page after it knows of it
    assert coming.startswith("Your next interview is on ")
    assert (
        "Your next interview" not in page("04").data
    )  # where it would stay as it was when the page was opened


def test_the_first_pass_is_told_for_what_it_is(mine):
    work(mine, title="Cook")
    sitting = mine.record.sitting(FIRST_SIGHT)
    for key in CORE[:6]:
        mine.record.answer(mine.record.units("role")[0], key, 4, sitting=sitting)
    for number, where in (("01", "in What it was like"), ("02", "below")):
        told = page(number).data
        assert f"1 job. In Start here you rated it on 6 questions; we ask them again {where}. " in told
        assert " You have not rated it overall yet." in told
        assert "nothing rated" not in told
    work(mine, title="Baker")
    assert "2 jobs. In Start here you rated one of them on 6 questions; we ask them again" in page("02").data
    answer(mine, mine.record.units("role")[0], **{CORE[0]: 5}, overall=4)
    assert "2 jobs, 1 question begun; you have rated 1 of them overall." in page("02").data
    answer(mine, mine.record.units("role")[1], **{CORE[0]: 5, CORE[1]: 2})
    assert "2 jobs, 1 question answered and 1 begun; you have rated 1 of them overall." in page("02").data


def test_nothing_typed_is_in_it(mine):
    work(mine, title="xyzzy-secret")
    talk_in(mine, 3)
    assert "xyzzy" not in page("00").data + str(rows(mine))
