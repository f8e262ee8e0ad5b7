"""Comparing offers: on the road only with two of them, one picture once it is open, nothing private in it."""

from __future__ import annotations

import datetime as dt
import re

import pytest

import good_on_paper as gop
from good_on_paper import charts, kit
from good_on_paper.catalogue import keys
from good_on_paper.charts import Chart
from good_on_paper.frames.asked_again import changed_mind
from good_on_paper.pages import session, titles
from good_on_paper.pages.offers.progress import progress
from good_on_paper.pages.start.notebook_list import rows
from good_on_paper.panels import Layout
from good_on_paper.questions.offer_sayings import headline
from good_on_paper.questions.offers import compare
from good_on_paper.record import Record
from good_on_paper.record.archive import export_archive
from good_on_paper.record.rows import told_at
from good_on_paper.record.unarchive import restore_archive
from good_on_paper.study import steadiness
from good_on_paper.study.declare_offers import declare_offer, is_open
from good_on_paper.study.person import Person

TODAY = dt.datetime.now().astimezone().date()


@pytest.fixture
def mine(tmp_path, monkeypatch):
    monkeypatch.setenv("GOOD_ON_PAPER_HOME", str(tmp_path / "person"))
    session.me.cache_clear()
    yield session.me()
    session.me().record.close()
    session.me.cache_clear()


def say(mine, unit, **said):
    for item, value in said.items():
        mine.record.answer(unit, item, value, sitting=mine.record.sitting("test"))


def offer(mine, name):
    unit = mine.record.add_unit("target", sitting=mine.record.sitting("test")).id
    say(mine, unit, employer=name, offered_on=TODAY.isoformat())
    return unit


def declare(mine, unit, item, value):
    declare_offer(mine, unit, item, value, sitting=mine.record.sitting("offers"))


def drawn():
    """Return what the panel shows."""
    return kit.offers_drawn()._make("names")


def open_it(mine, glad):
    declare(mine, mine.unit.id, keys.GLAD_ON_MONDAY, glad)
    declare(mine, mine.unit.id, keys.OFFERS_OPENED, [])


def stands(mine):
    return {row["name"]: (row["words"], row["stands"]) for row in rows(mine)}[titles.OFFERS]


def test_the_road_leads_there_with_two_offers_and_not_before(mine):
    assert stands(mine) == ("for the day you have an offer", "later")
    mill = offer(mine, "Mill")
    assert stands(mine) == ("for the day you have an offer", "later")
    offer(mine, "Harbour")
    assert stands(mine) == ("2 offers side by side", "next")
    job = mine.record.add_unit("role", sitting=mine.record.sitting("test")).id
    say(mine, job, title="Cook", employer="Harbour", started="2020", ended="now")
    say(mine, job, **{keys.STAYING: TODAY.isoformat()})
    assert stands(mine)[0] == "2 offers beside staying"
    open_it(mine, mill)
    assert stands(mine)[1] == "open"


def test_after_its_day_the_prediction_is_looked_back_on(mine):
    mill = offer(mine, "Mill")
    with told_at(dt.datetime.now(dt.UTC) - dt.timedelta(days=400)):
        for thing in ("hours", "overall"):
            declare(mine, mill, f"{keys.PREDICTED}:{thing}", 5)
        say(
            mine,
            mill,
            look_back_on=(TODAY + dt.timedelta(days=30)).isoformat(),
            offer_taken=TODAY.isoformat(),
        )
        declare(mine, mill, keys.PREDICTION_LOCKED, True)
    assert not progress(mine).ready
    say(mine, mill, look_back_on=TODAY.isoformat())
    assert progress(mine).words == "how is it, beside what you predicted?"
    for thing, level in (("hours", 3), ("overall", 5)):
        declare(mine, mill, f"{keys.TURNED_OUT}:{thing}", level)
    assert progress(mine).done


def test_the_picture_comes_once_it_is_open_and_holds_no_private_thing(mine):
    mill = offer(mine, "Mill")
    offer(mine, "Harbour")
    say(mine, mine.unit.id, **{"take_says:hours": "must", "take_says:-worry-raised_voices": "live"})
    assert drawn() == ""
    open_it(mine, mill)
    sheet = drawn()
    assert isinstance(sheet, Layout)
    (chart,) = sheet.sections[0].charts
    assert isinstance(chart, Chart)
    assert chart.table.index.tolist() == ["Hours that leave room for the rest of life"]
    assert chart.table.iloc[0].tolist() == ["not known", "not known"]
    assert chart.small_print[1] == "1 private thing counted too, and not shown."
    assert not re.search("voices", chart.alt + str(chart.table))
    say(mine, mill, **{"knows:hours": "know"})  # the same as on the page, where nobody is asked about it
    assert drawn().sections[0].charts[0].table.iloc[0].tolist() == ["known, no number", "not known"]
    named = charts.offers(compare(mine).frame, title="x", names="letters")
    assert named.table.columns.tolist() == ["Job A", "Job B"]


def test_all_of_it_comes_back_from_an_archive(mine, tmp_path):
    mill, harbour = offer(mine, "Mill"), offer(mine, "Harbour")
    say(mine, mine.unit.id, **{"take_says:hours": "must"}, money_first="30k", money_last="38k")
    say(mine, mill, **{"there_level:hours": 2, "offer_pay": "£33,400", "offer_hours": 37.5})
    say(mine, harbour, **{"offer_has:interruptions:high": "no"})
    open_it(mine, mill)
    before = compare(mine)
    file = tmp_path / "mine.json"
    export_archive(mine.record, file)
    restore_archive(file, tmp_path / "again")
    with Record.open(tmp_path / "again") as record:
        after = compare(Person(record))
        assert is_open(Person(record))
    assert after.names == before.names
    assert after.frame.equals(before.frame)
    assert after.terms.equals(before.terms)
    assert after.noes.equals(before.noes)


def test_the_picture_says_money_as_the_page_does(open_on):
    me = gop.sample()
    open_on(me)
    open_it(me, compare(me).frame["unit"].iloc[0])
    (chart,) = drawn()
    assert chart.table.loc["Money"].tolist() == ["£33,400 to £34,400", "£35,100"]
    assert "£35,100" in chart.alt


def test_single_answers_that_a_day_could_turn_are_grey_and_no_word_or_weight_is(open_on):
    me = gop.sample()
    open_on(me)
    open_it(me, compare(me).frame["unit"].iloc[0])
    grey = compare(me)
    assert 2 <= grey.within < 3
    assert grey.close == {"finish", "manager_backing", "variety"}  # 6 and 5, 5 and 4, 4 and 6; not 3 and 6
    (chart,) = drawn()
    assert "Grey: up to 2 steps, I might answer differently on another day." in chart.small_print
    assert chart.table.loc["Variety in what I do"].tolist() == ["4", "6"]  # said as it was
    for unit, line in steadiness.pairs(me)[["unit", "line"]].itertuples(index=False):
        say(me, unit, **{changed_mind(line): "yes"})  # no noise is known any more
    plain = compare(me)
    assert (plain.within, plain.close) == (None, frozenset())
    assert headline(plain) == headline(grey)
    assert plain.result.weights.equals(grey.result.weights)
    assert plain.result.margin.equals(grey.result.margin)
    assert (plain.blanks, plain.decide, plain.steady) == (grey.blanks, grey.decide, grey.steady)
    assert not any(text.startswith("Grey") for text in drawn()[0].small_print)
