"""Answers as tidy pandas frames: the one place where the record becomes data."""

from good_on_paper.frames.answers import answers
from good_on_paper.frames.errors import FrameError
from good_on_paper.frames.guesses import MOST_GUESSES, checked_guesses, drawn, frozen, guesses
from good_on_paper.frames.names import role_names
from good_on_paper.frames.quiet import asked_roles, quiet_roles
from good_on_paper.frames.ratings import ratings
from good_on_paper.frames.roles import most_days, roles
from good_on_paper.frames.wanted import NEAR, WANTED, checked_level, wanted

__all__ = [
    "MOST_GUESSES",
    "NEAR",
    "WANTED",
    "FrameError",
    "answers",
    "asked_roles",
    "checked_guesses",
    "checked_level",
    "drawn",
    "frozen",
    "guesses",
    "most_days",
    "quiet_roles",
    "ratings",
    "role_names",
    "roles",
    "wanted",
]
