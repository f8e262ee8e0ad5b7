"""The bar on top of every page: where one is, what comes next, and every page there is, once."""

from __future__ import annotations

import datetime as dt
import re
from html import unescape

import pytest

from good_on_paper.catalogue import keys
from good_on_paper.pages import session, titles
from good_on_paper.pages.bar import bar, onward
from good_on_paper.pages.road import GROUPS, PAGES
from good_on_paper.pages.start.ten_minutes import STEPS, start

LINK = re.compile(r'<a (?:href="[^"]*"|(aria-current="page"))>([^<]*)</a>')

ROW = re.compile(r'<li data-page="(\d\d)">.*?<span>(?:<b>(.*?)</b> )?(.*?)</span>', re.DOTALL)


@pytest.fixture
def mine(tmp_path, monkeypatch):
    monkeypatch.setenv("GOOD_ON_PAPER_HOME", str(tmp_path / "person"))
    session.me.cache_clear()
    yield session.me()
    session.me().record.close()
    session.me.cache_clear()


def called_next(mine, title):
    return re.findall(r"Next: <a[^>]*>([^<]*)</a>", bar(mine, title[:2]))


def test_every_page_stands_in_one_group_or_apart():
    grouped = [title for group in GROUPS.values() for title in group]
    assert sorted([*grouped, titles.START, titles.HOOD]) == sorted(page.title for page in PAGES)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.title)
def test_every_page_is_linked_but_the_one_in_sight_which_is_marked(mine, page):
    links = LINK.findall(bar(mine, page.number))
    assert {name for _, name in links} == {page.title[3:] for page in PAGES}
    assert {name for marked, name in links if marked} == {page.title[3:]}


def test_what_comes_next_is_on_the_bar_but_on_its_own_page(mine):
    assert called_next(mine, titles.LIKE) == [titles.WORK[3:]]
    told = onward(titles.LIKE[:2]).data
    assert (told["name"], told["words"]) == (titles.WORK, titles.WORK[3:])
    assert "Next:" not in bar(mine, titles.WORK[:2])
    told = onward(titles.WORK[:2]).data
    assert (told["name"], told["words"]) == ("", "")


def test_on_start_here_its_own_steps_come_next_until_all_are_taken(mine):
    assert len(start().forms) == STEPS
    for step in range(1, STEPS + 1):
        mine.record.answer(mine.record.person, keys.START_AT, step, sitting=mine.record.sitting("steps"))
        assert called_next(mine, titles.START) == ([] if step < STEPS else [titles.WORK[3:]])
        assert bool(onward("00").data["name"]) == (step == STEPS)


def test_an_interview_to_ask_about_is_called_by_its_question_and_said_again_as_it_changes(mine):
    target = mine.record.add_unit("target", sitting=mine.record.sitting("talk"))
    day = dt.datetime.now().astimezone().date() - dt.timedelta(days=1)
    for item, value in {"employer": "Brightwater", keys.TALK_ON: day.isoformat()}.items():
        mine.record.answer(target, item, value, sitting=mine.record.sitting("talk"))
    told = onward(titles.LIKE[:2]).data
    assert (told["name"], told["words"]) == (titles.AFTER, "How did Brightwater go?")
    assert called_next(mine, titles.LIKE) == ["How did Brightwater go?"]
    assert called_next(mine, titles.START) == ["How did Brightwater go?"], "it cannot wait for the steps"


def test_the_list_of_pages_is_told_anew_as_it_is_written(mine):
    for page in PAGES:
        written = ROW.findall(bar(mine, page.number))
        told = onward(page.number).data["pages"]
        assert {number: [lead, unescape(words)] for number, lead, words in written}.items() <= told.items()
        assert len(written) == sum(map(len, GROUPS.values()))


def test_the_list_of_pages_says_where_one_is(mine):
    listed = bar(mine, titles.DULL[:2])
    assert listed.count("you are here:") == 1
    assert (
        listed.index(">When it got dull<")
        < listed.index("you are here:")
        < listed.index(">Before an interview<")
    )


def test_a_persons_name_is_text(mine, monkeypatch):
    monkeypatch.setenv("GOOD_ON_PAPER_PERSON", "<b>Anna")
    assert '<bdi class="who">&lt;b&gt;Anna</bdi>' in bar(mine, "00")
