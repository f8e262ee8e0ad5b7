"""From grounds to what to ask, who to ask, and what makes a good answer for them. No because, no question.

`gather` reads a record, and `ask` chooses; neither writes. `good_on_paper.frames.targets` says which target
is meant, and what the person knows about it.
"""

from good_on_paper.questions.ask import ask, others, worded
from good_on_paper.questions.gather import gather
from good_on_paper.questions.grounds import Grounds
from good_on_paper.questions.question import (
    BLANK,
    RATED,
    WRITTEN,
    YOUR_JOBS,
    YOUR_WORD,
    Because,
    Question,
)

__all__ = [
    "BLANK",
    "RATED",
    "WRITTEN",
    "YOUR_JOBS",
    "YOUR_WORD",
    "Because",
    "Grounds",
    "Question",
    "ask",
    "gather",
    "others",
    "worded",
]
