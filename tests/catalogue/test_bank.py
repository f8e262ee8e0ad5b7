"""The ways of asking: some for every line, each only once, each fit to be said aloud."""

from __future__ import annotations

import re

import pytest

from good_on_paper.catalogue import Asking, CatalogueError, load, load_bank
from good_on_paper.catalogue.bank import LINE, WHEN, read_bank

BANK = load_bank()
LINES = [item.key for item in load().items("circumstance")]
WAYS = [(line, way) for line, ways in BANK.lines.items() for way in ways]
WORRIES = [(worry, way) for worry, ways in BANK.worries.items() for way in ways]
FRAMES = [
    *(("own", way) for way in (*BANK.own, *BANK.own_free)),
    *(("job", way) for way in (*BANK.well, *BANK.not_again)),
    *(("dull", way) for way in BANK.dull),
    *WORRIES,
]

every = pytest.mark.parametrize(
    ("line", "way"), WAYS + FRAMES, ids=[f"{line}: {way.text[:30]}" for line, way in WAYS + FRAMES]
)
# a question that begins so can be answered by yes or no
YES_OR_NO = re.compile(
    r"(do|does|did|is|are|was|were|can|could|may|will|would|should|has|have|had)\b", re.IGNORECASE
)


def test_every_line_has_two_ways_of_asking_and_no_other_has_any() -> None:
    assert set(BANK.lines) == set(LINES)
    assert [line for line in LINES if len(BANK.lines[line]) < 2] == []
    assert min(len(BANK.own), len(BANK.well), len(BANK.not_again), len(BANK.dull)) >= 3


def test_each_worry_that_no_line_tells_of_can_be_asked_about_in_a_first_talk() -> None:
    assert set(BANK.worries) == {item.key for item in load().items("worry") if not item.line}
    for worry, ways in BANK.worries.items():
        assert len({(way.kind, way.who) for way in ways}) > 1, worry
        assert not any(way.discloses or way.when != "now" for way in ways), worry


def test_a_time_is_asked_about_by_its_words() -> None:
    ways = BANK.when_dull("ten months")
    assert all("ten months" in way.text and WHEN not in way.text for way in ways)
    assert not any(way.discloses or "dull" in way.text or "bor" in way.text for way in ways)


def test_the_core_can_be_asked_of_whoever_sits_there() -> None:
    everybody = {"recruiter", "manager", "peer", "senior", "report"}
    for item in load().core:
        assert {way.who for way in BANK.lines[item.key]} == everybody, item.key


def test_each_line_can_be_asked_in_a_first_talk_without_telling_of_oneself() -> None:
    safe = {line for line, way in WAYS if way.when == "now" and not way.discloses}
    assert [line for line in LINES if line not in safe] == []


def test_the_ways_for_one_line_differ_in_kind_or_in_whom_to_ask() -> None:
    for line, ways in BANK.lines.items():
        assert len({(way.kind, way.who) for way in ways}) > 1, line


@every
def test_a_question_can_be_said_aloud(line: str, way: object) -> None:
    text = way.text
    assert 20 <= len(text) <= 120
    assert "?" in text
    assert text[0].isupper()
    assert not YES_OR_NO.match(text)
    assert "'" not in text + way.good + way.bad
    assert (LINE in text) == (line == "own")
    assert (WHEN in text) == (line == "dull")
    for tell in (way.good, way.bad):
        assert 4 < len(tell) <= 75
        assert tell[-1] in ".?”"
    assert way.good != way.bad


def test_no_tell_or_text_stands_twice() -> None:
    said = [text for _, way in WAYS + FRAMES for text in (way.text, way.good, way.bad)]
    assert sorted({text for text in said if said.count(text) > 1}) == []


@pytest.mark.parametrize(
    ("words", "frames"),
    [
        ("A boss who stays out of my way", BANK.own),
        ("Notice of changes", BANK.own),
        ("No night shifts", BANK.own_free),
        ("Fewer meetings", BANK.own_free),
        ("Free from shouting", BANK.own_free),
    ],
)
def test_an_own_need_is_asked_about_in_its_own_words_and_by_frames_that_fit_them(
    words: str, frames: tuple[Asking, ...]
) -> None:
    ways = BANK.ways("my_own", words)
    assert [way.text for way in ways] == [frame.text.replace(LINE, words) for frame in frames]
    for way in ways:
        assert f"“{words}”" in way.text
        assert way.discloses
        assert way.when == "now"
        assert LINE not in way.text + way.good + way.bad
    assert {way.who for way in ways} == {"recruiter", "manager", "peer", "senior", "report"}
    assert len(ways) > 5  # five needs of one's own and each its question
    assert BANK.ways("pace", "whatever") == BANK.lines["pace"]


def test_a_question_about_an_own_need_does_not_take_it_to_be_missing() -> None:
    for way in BANK.own:
        assert not re.search(r"in the way|have to change|not true|when was it not", way.text), way.text


GOOD = 'text = "How is it?"\nkind = "last"\nwho = "peer"\ngood = "So."\nbad = "Not so."\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            GOOD.join(["[[ask.pace]]\n", ""]).replace('"peer"', '"pier"'),
            "my.toml, [[ask.pace]] 1, who: found 'pier'",
        ),
        (
            GOOD.join(["[[ask.pace]]\n", ""]).replace("good = ", "goof = "),
            "good is missing; expected how a good",
        ),
        ("[[asks.pace]]\n" + GOOD, "there is no 'asks' (did you mean ask"),
        ("[ask.pace]\n" + GOOD, "my.toml, [[ask.pace]]: found"),
        ("[[ask.pace]]\n" + GOOD + "[[ask.hours]]\n" + GOOD, "'How is it?' stands there twice"),
        ("[[ask.pace]", "my.toml cannot be read as TOML"),
        ("worry = 1", "my.toml, worry: found 1; expected lists [[worry.<worry>]]"),
        ("ask = 1", "my.toml, ask: found 1"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(text: str, said: str) -> None:
    with pytest.raises(CatalogueError) as error:
        read_bank(text, "my.toml")
    assert said in str(error.value)
