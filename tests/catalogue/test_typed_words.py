"""What a person typed, inside a sentence: no stop in its middle, and none is lost from their own file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from good_on_paper.catalogue import add_items, load, phrase
from good_on_paper.forms.own_need import own_criterion, own_need

NEED = "A boss who laughs."


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (NEED, "A boss who laughs"),
        ("  No shouting ;", "No shouting"),
        ("Daylight, a door,", "Daylight, a door"),
        ("Work in the U.S.", "Work in the U.S."),
        ("Time to think...", "Time to think..."),
        ("Why not?", "Why not?"),
        ("Room to grow", "Room to grow"),
        (".", "."),
        ("", ""),
    ],
)
def test_only_the_stop_at_the_end_goes(typed: str, said: str) -> None:
    assert phrase(typed) == said


@given(st.text(max_size=30))
def test_nothing_else_goes_and_once_is_enough(typed: str) -> None:
    said = phrase(typed)
    assert typed.strip().startswith(said)
    assert len(typed.strip()) - len(said) <= 1 or typed.strip()[len(said) : -1].isspace()


@pytest.mark.parametrize("make", [own_need, lambda words, known: own_criterion(words, "success", known)])
def test_the_file_keeps_what_was_typed_and_no_sentence_has_the_stop(make, tmp_path) -> None:
    overlay = tmp_path / "catalogue.toml"
    item, new = make(NEED, load(overlay))
    assert new
    add_items(overlay, [item])
    add_items(overlay, [item])  # the same again is no other line
    assert f'label = "{NEED}"' in overlay.read_text("utf-8")
    read = load(overlay).item(item.key)
    assert read.label == "A boss who laughs"
    assert (read.need or read.label) == read.label
    for text in (read.ask, read.said):
        assert "“A boss who laughs”" in text
        assert "laughs." not in text
    for again in (NEED, "a boss who laughs"):
        assert make(again, load(overlay)) == (read, False)
