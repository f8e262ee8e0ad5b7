"""Words line up by plain matching: the order and the case change nothing, and what was joined comes apart."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from good_on_paper.language.lemmas import LEMMAS
from good_on_paper.patterns.words_matched import (
    ECHOED,
    OTHER,
    UNCLAIMED,
    UNECHOED,
    bare,
    words_by_place,
    words_matched,
)

VOICES = ("mine", "wanted", "guessed", "said")
WORDS = ("calm", "Calmly", "bold", "steady", "Zuverlässig", "heure d’or", "רגוע", "هادئ", "don't")
uses = st.lists(st.tuples(st.sampled_from(VOICES), st.sampled_from(WORDS)), max_size=12)
pairs = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(WORDS)), max_size=4)


def matched(told, alike=()):
    frame = pd.DataFrame(told, columns=["voice", "word"])
    return words_matched(frame, lemmas=LEMMAS, alike=alike).frame


def told(frame):
    """What stands, whatever the order: which forms are one, and how often in which voice."""
    return {
        frozenset(map(bare, row["forms"])): tuple(row[[*VOICES, "stands"]]) for _, row in frame.iterrows()
    }


@given(uses, pairs, st.randoms())
def test_neither_the_order_nor_the_case_changes_what_lines_up(told_of, alike, chance):
    shuffled, turned = list(told_of), [pair[::-1] for pair in alike]
    chance.shuffle(shuffled)
    chance.shuffle(turned)
    loud = [(voice, word.upper()) for voice, word in told_of]
    assert told(matched(shuffled, turned)) == told(matched(told_of, alike))
    assert [*told(matched(loud, alike)).values()] == [*told(matched(told_of, alike)).values()]


@given(uses, pairs, st.tuples(st.sampled_from(WORDS), st.sampled_from(WORDS)))
def test_joining_is_undone_by_parting(told_of, alike, pair):
    before = matched(told_of, alike)
    joined = [*alike, pair]
    matched(told_of, joined)
    joined.remove(pair) if pair in alike else joined.pop()
    pd.testing.assert_frame_equal(matched(told_of, alike), before)
    counted = matched(told_of, [*alike, pair])[list(VOICES)].to_numpy().sum()
    assert counted == before[list(VOICES)].to_numpy().sum() == len(told_of)  # no use is lost or made


def test_how_a_word_stands():
    frame = matched(
        [
            ("mine", "calm"),
            ("said", "Calmness"),
            ("wanted", "brave"),
            ("said", "stubborn"),
            ("guessed", "odd"),
        ]
    )
    assert frame["stands"].to_dict() == {
        "calm": ECHOED,
        "brave": UNECHOED,
        "stubborn": UNCLAIMED,
        "odd": OTHER,
    }
    joined = matched([("mine", "brave"), ("said", "fearless")], [("fearless", "brave")])
    assert joined["stands"].tolist() == [ECHOED]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zuverla\u0308ssig", "zuverlässig"),
        ("don\u2019t", "Don't"),
        (" רגוע ", "רגוע"),
        ("هادئ", "هادئ."),
        ("STRASSE", "straße"),
    ],
)
def test_one_word_in_two_spellings(one, other):
    assert bare(one) == bare(other)
    assert len(matched([("mine", one), ("said", other)])) == 1


def test_a_base_form_is_no_form_of_another():
    assert set(LEMMAS).isdisjoint(LEMMAS.values())


@given(st.lists(st.tuples(st.sampled_from(VOICES), st.sampled_from(WORDS), st.sampled_from("ab"))), pairs)
def test_place_by_place_no_word_moves_and_what_landed_was_wanted(told_of, alike):
    words = pd.DataFrame(told_of, columns=["voice", "word", "about"])
    frame = words_by_place(words, lemmas=LEMMAS, alike=alike)
    assert set(frame.index) == set(words["about"])
    for about, row in frame.iterrows():
        there = matched(words.loc[words["about"].eq(about), ["voice", "word"]].itertuples(index=False), alike)
        assert {voice: len(row[voice]) for voice in VOICES} == there[list(VOICES)].gt(0).sum().to_dict()
        assert len(row["echoed"]) == there["stands"].eq(ECHOED).sum()
        assert set(row["landed"]) <= set(row["wanted"])
