"""Grounds -> what to ask, of whom, and what a good answer is to this person. No because, no question.

`gather` reads a record, `ask` chooses; both only read. Which target is meant, and what the person knows of
it, is in `good_on_paper.frames.targets`.
"""

from good_on_paper.questions.ask import ask, others, worded
from good_on_paper.questions.gather import gather
from good_on_paper.questions.grounds import Grounds
from good_on_paper.questions.question import BLANK, YOUR_JOBS, YOUR_WORD, Because, Question

__all__ = [
    "BLANK",
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
