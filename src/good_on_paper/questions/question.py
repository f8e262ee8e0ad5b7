"""A question, and why we ask it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from good_on_paper.record.answers import Cell

YOUR_WORD: Final = "you said so"


YOUR_JOBS: Final = "seen in your jobs"


BLANK: Final = "not known yet"


Reason = Literal["you said so", "seen in your jobs", "not known yet"]


@dataclass(frozen=True)
class Because:
    """Why a question is asked.

    Attributes
    ----------
    kinds : tuple of str
        Which of `YOUR_WORD`, `YOUR_JOBS` and `BLANK` it is, in the order of the sentence.
    sentence : str
        In the person's terms.
    cells : tuple
        The answers it rests on.
    private : bool
        Whether the sentence stays out of what others may see.
    """

    kinds: tuple[Reason, ...]
    sentence: str
    cells: tuple[Cell, ...]
    private: bool = False


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
