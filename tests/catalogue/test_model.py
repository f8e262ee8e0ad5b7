"""One item: what it takes and what it fills in."""

import math

import pytest
from pydantic import ValidationError

from good_on_paper.catalogue import CatalogueError, Item, Scale, load


def test_a_bare_name_is_enough_for_a_rating() -> None:
    item = Item(key="raises", group="circumstance", label="Raises")
    assert (item.ask, item.low, item.high) == ("Raises", "lowest", "highest")
    assert item.said == "“Raises” was high"
    assert item.revision == 1
    assert item.keyed == 0


def test_texts_become_single_lines() -> None:
    item = Item(key="k", group="circumstance", label="  two\nlines\t\x00 ")
    assert item.label == "two lines"


def test_a_text_of_blanks_is_no_label() -> None:
    with pytest.raises(ValidationError):
        Item(key="k", group="circumstance", label=" ")


@pytest.mark.parametrize("key", ["", "A", "1a", "a-b", "a b", "a\n", "a" * 65, "ä"])
def test_keys_are_plain(key: str) -> None:
    with pytest.raises(ValidationError):
        Item(key=key, group="circumstance", label="L")


def test_an_item_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        Item(key="k", group="circumstance", label="L").label = "M"  # type: ignore[misc]


def test_a_scale_knows_its_steps() -> None:
    scale = Scale(min=0, max=10)
    assert 0 in scale
    assert 10 in scale
    assert 11 not in scale
    assert True not in scale
    assert "5" not in scale
    assert math.inf not in scale
    with pytest.raises(ValidationError):
        Scale(min=7, max=1)


def test_an_unknown_key_offers_the_nearest() -> None:
    with pytest.raises(CatalogueError, match=r"no item 'desicion_freedom'.*did you mean decision_freedom"):
        load().item("desicion_freedom")
    with pytest.raises(KeyError):
        load().item("nothing_like_it")
    assert "decision_freedom" in load()
    assert "desicion_freedom" not in load()


def test_an_unknown_group_is_said() -> None:
    with pytest.raises(CatalogueError, match=r"no group 'circumstances'.*did you mean circumstance"):
        load().items("circumstances")
