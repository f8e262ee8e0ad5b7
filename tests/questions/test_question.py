"""What stands beside a question: the same is not said twice, and no mark says what its sentence says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from good_on_paper.questions import BLANK, RATED, WRITTEN, YOUR_JOBS, YOUR_WORD, ask
from good_on_paper.questions.grounds import Grounds
from good_on_paper.questions.question import Because, Question, reasons, telling
from tests.questions.test_ask import BANK, LINES, PERSON, TARGET, pair

TWO = Grounds(
    person=PERSON,
    target=TARGET,
    lines={key: replace(words, keyed=-1) if key == "pace" else words for key, words in LINES.items()},
    needs=("clarity", "pace"),
    known={"clarity": "unknown", "pace": "guess"},
)


def asked(*kinds: tuple[str, ...]) -> list[Question]:
    because = [Because(of, f"Reason {place}.", ()) for place, of in enumerate(kinds)]
    return [Question("", "", "", "", "", "", "now", False, "", "", one) for one in because]


@pytest.mark.parametrize(
    ("rated", "short"),
    [
        ({"clarity": (7, 4), "pace": (2, 6)}, "The same two jobs: more like that in the one that went well."),
        (
            {"clarity": (7, 4), "pace": (6, 2)},
            (
                "Your jobs say otherwise so far, the same two: more like that in the one you would not do "
                "again. Ask anyway; your word counts."
            ),
        ),
    ],
)
def test_two_jobs_are_named_once(rated: dict[str, tuple[int, int]], short: str) -> None:
    person = replace(TWO, pairs={line: pair(line, of) for line, of in rated.items()})
    one, other, *_ = ask(person, BANK)
    first, second = reasons([one, other])
    assert first == one.because.sentence
    assert "Editor" in first
    assert second.endswith(short)
    assert second.partition(". ")[0] == other.because.sentence.partition(". ")[0]
    assert reasons([other, one])[0] == other.because.sentence  # whichever comes first has the names
    assert reasons([other, one])[1].endswith("The same two jobs: more of it in the one that went well.")


def test_a_second_way_to_ask_of_the_same_says_so() -> None:
    person = replace(TWO, needs=("clarity",), known={"clarity": "unknown"})
    asked_twice = ask(person, BANK)
    assert len(asked_twice) > 1
    assert reasons(asked_twice)[1:] == ["For the same reason as question 1."] * (len(asked_twice) - 1)


def test_a_mark_says_what_its_sentence_does_not() -> None:
    alike = asked((YOUR_WORD, BLANK), (YOUR_WORD, BLANK), (YOUR_WORD, RATED))
    assert telling(alike) == {RATED}  # their word is behind all of them
    assert telling(asked((YOUR_WORD, BLANK), (WRITTEN,), (YOUR_JOBS, BLANK))) == {YOUR_WORD, YOUR_JOBS}
    assert telling(asked((YOUR_JOBS,), (YOUR_JOBS,))) == {YOUR_JOBS}  # the page explains this one
    assert telling(asked((YOUR_WORD, RATED), (YOUR_WORD, RATED))) == set()
