"""Answers as tidy pandas frames: the one place where the record becomes data."""

from good_on_paper.frames.answers import answers
from good_on_paper.frames.errors import FrameError
from good_on_paper.frames.guesses import MOST_GUESSES, checked_guesses, drawn, frozen, guesses
from good_on_paper.frames.names import role_names
from good_on_paper.frames.ratings import ratings
from good_on_paper.frames.roles import roles

__all__ = [
    "MOST_GUESSES",
    "FrameError",
    "answers",
    "checked_guesses",
    "drawn",
    "frozen",
    "guesses",
    "ratings",
    "role_names",
    "roles",
]
