"""A question, and why we ask it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from good_on_paper.record.answers import Cell

YOUR_WORD: Final = "you said so"


WRITTEN: Final = "you wrote it"


RATED: Final = "you rated it"


YOUR_JOBS: Final = "seen in your jobs"


BLANK: Final = "not known yet"


Reason = Literal["you said so", "you wrote it", "you rated it", "seen in your jobs", "not known yet"]


def telling(questions: Iterable[Question]) -> set[Reason]:
    """Return the kinds of because that say something beside the sentences.

    What a person does not know yet, or wrote, the sentence says itself. What all have in common is no news,
    but for what their jobs showed, which the page explains.

    Examples
    --------
    >>> telling([])
    set()
    """
    of: list[set[Reason]] = [set(one.because.kinds) for one in questions]
    if not of:
        return set()
    common = set.intersection(*of) - {YOUR_JOBS}
    return set.union(*of) - common - {BLANK, WRITTEN}


def reasons(questions: Iterable[Question]) -> list[str]:
    """Return why each is asked, below those above it: the two jobs are named once, a sentence stands once.

    Examples
    --------
    >>> reasons([])
    []
    """
    told: list[str] = []
    place: dict[Because, int] = {}
    named = False
    for number, one in enumerate(questions, start=1):
        because = one.because
        if (first := place.setdefault(because, number)) < number:
            told.append(f"For the same reason as question {first}.")
            continue
        told.append((because.again if named else "") or because.sentence)
        named = named or bool(because.again)
    return told


def whose_signs(original: str) -> str:
    """Write that the signs below are those of the kit's wording, for a question in other words.

    Examples
    --------
    >>> whose_signs("Who decides?")
    'These go with the original question: “Who decides?”'
    """
    return f"These go with the original question: “{original}”"


@dataclass(frozen=True)
class Because:
    """Why a question is asked.

    Attributes
    ----------
    kinds : tuple of str
        Which of `YOUR_WORD`, `WRITTEN`, `RATED`, `YOUR_JOBS` and `BLANK` it is, in the order of the sentence.
    sentence : str
        In the person's terms.
    cells : tuple
        The answers it rests on.
    private : bool
        Whether the sentence stays out of what others may see.
    again : str
        The sentence where the two jobs that it compares are named above; empty if it compares none.
    """

    kinds: tuple[Reason, ...]
    sentence: str
    cells: tuple[Cell, ...]
    private: bool = False
    again: str = ""


@dataclass(frozen=True)
class Question:
    """One question for the next interview.

    Attributes
    ----------
    key : str
        Its name in the record: the line, and which way of asking: ``"pace:0"``.
    line : str
        The line it is about; empty if it is about a worry, boredom or a job the person described.
    label : str
        The line's short name.
    text : str
        What to say.
    who, kind, when, discloses, good, bad
        As in `good_on_paper.catalogue.Asking`.
    because : Because
        Why it is asked.
    original : str
        The kit's wording, where the person put it into other words; else empty.
    """

    key: str
    line: str
    label: str
    text: str
    who: str
    kind: str
    when: str
    discloses: bool
    good: str
    bad: str
    because: Because
    original: str = ""

    @property
    def signs(self) -> tuple[str, ...]:
        """What a good and a bad answer sound like, below whose signs these are if the person reworded it."""
        found = [f"Good sign: {self.good}"] * bool(self.good) + [f"Bad sign: {self.bad}"] * bool(self.bad)
        first = [whose_signs(self.original)] * bool(found and self.original)
        return (*first, *found)
