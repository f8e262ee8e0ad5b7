"""Questions that everybody asks are known again however they are put; the kit's own are none of them."""

from __future__ import annotations

import pytest

from good_on_paper.catalogue import load_bank
from good_on_paper.catalogue.rehearsed import load_rehearsed
from good_on_paper.questions.likeness import like_rehearsed


def test_forty_and_none_twice() -> None:
    common = load_rehearsed()
    assert len({text.casefold() for text in common}) == 40
    assert all(text.endswith("?") for text in common)
    assert all(like_rehearsed(text) for text in common)


@pytest.mark.parametrize(
    ("asked", "like"),
    [
        ("what's the company culture like", "What is the company culture like?"),
        ("Where do you see your company in 5 years?", "Where do you see the company in five years?"),
        ("So what would a typical day look like?", "What does a typical day look like?"),
    ],
)
def test_one_that_everybody_asks_is_known_again(asked: str, like: str) -> None:
    assert like_rehearsed(asked) == like


def test_no_question_of_the_kit_is_one_that_everybody_asks() -> None:
    bank = load_bank()
    lists = (
        *bank.lines.values(),
        *bank.worries.values(),
        bank.well,
        bank.not_again,
        bank.dull,
        bank.own,
        bank.seat,
    )
    assert [way.text for ways in lists for way in ways if like_rehearsed(way.text)] == []
