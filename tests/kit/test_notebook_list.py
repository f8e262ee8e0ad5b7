"""The list of notebooks: links, and where one stands in each."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import nbformat
import pytest

from good_on_paper.catalogue import load
from good_on_paper.kit import session
from good_on_paper.kit.notebooks import rows
from good_on_paper.kit.page import page

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


def test_one_is_next_and_it_follows_what_was_said(mine):
    assert stands(mine)["01"] == "next"
    work(mine, title="xyzzy-secret")
    assert (stands(mine)["01"], stands(mine)["02"], stands(mine)["05"]) == ("done", "next", "later")
    role = mine.record.units("role")[0]
    answer(mine, role, **dict.fromkeys(CORE[:6], 4), overall=5)
    assert stands(mine)["05"] == "next"
    assert list(stands(mine).values()).count("next") == 1


def test_a_talk_that_is_soon_comes_first(mine):
    work(mine, title="Cook")
    talk_in(mine, 40)
    assert stands(mine).get("03", "later") == "later"
    talk_in(mine, 6)
    assert stands(mine).get("03", "next") == "next"
    assert "in 6 days" in page("00").data


def test_nothing_typed_is_in_it(mine):
    work(mine, title="xyzzy-secret")
    talk_in(mine, 3)
    assert "xyzzy" not in page("00").data + str(rows(mine))
