"""A criterion in the person's own words can be worded anew and hidden, where all own words are."""

from __future__ import annotations

import pytest

import good_on_paper as gop
from good_on_paper.catalogue import add_items, load
from good_on_paper.forms import OwnWords
from good_on_paper.forms.own_need import own_criterion
from good_on_paper.frames.definitions import definition
from good_on_paper.pages.in_common.about import offer


@pytest.fixture
def mine():
    me = gop.sample()
    (me.record.folder / "catalogue.toml").touch()
    yield me
    me.record.close()


def test_it_is_worded_anew_and_hidden_and_what_it_has_stays(mine):
    overlay = mine.record.folder / "catalogue.toml"
    item, _ = own_criterion("I laughed at work", "success", load(overlay))
    add_items(overlay, [item])
    sitting = mine.record.sitting("definitions")
    mine.record.answer(mine.record.person, item.key, 4, sitting=sitting)
    form = OwnWords(mine.record, mine.catalogue, overlay)
    assert [line["key"] for line in form.page_state()["lines"] if line["stays"]] == [item.key]
    form.handle({"type": "word", "key": item.key, "field": "label", "text": "Laughing", "n": 1, "token": "a"})
    assert definition(mine, "by_success").loc[item.key, ["label", "weight"]].tolist() == ["Laughing", 4]
    assert "your own words" not in offer(mine).said  # of how it went, nothing is in own words
    mine.declare_main("by_success")
    assert "as your own words: “Laughing”." in offer(mine).said
    form.handle({"type": "hide", "key": item.key, "hidden": True, "n": 2, "token": "b"})
    assert item.key not in definition(mine, "by_success").index
    refused, *_ = form.handle({"type": "move", "key": item.key, "by": 1, "n": 3, "token": "c"})
    assert "no place" in refused["problem"]
    form.handle({"type": "hide", "key": item.key, "hidden": False, "n": 4, "token": "d"})
    assert definition(mine, "by_success")["weight"][item.key] == 4
