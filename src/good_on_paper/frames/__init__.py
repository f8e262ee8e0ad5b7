"""Answers as tidy pandas frames: the one place where the record becomes data."""

from good_on_paper.frames.achievements import achievements
from good_on_paper.frames.answers import answers
from good_on_paper.frames.asked_again import asked_again
from good_on_paper.frames.asked_and_learned import asked_and_learned
from good_on_paper.frames.episodes import episode_units, episodes
from good_on_paper.frames.errors import FrameError
from good_on_paper.frames.events import events
from good_on_paper.frames.gaps import gaps
from good_on_paper.frames.interviews import interviews
from good_on_paper.frames.names import role_names
from good_on_paper.frames.paper_against_lived import paper_against_lived
from good_on_paper.frames.processes import met, processes, promises
from good_on_paper.frames.quiet import asked_roles, quiet_roles
from good_on_paper.frames.ratings import ratings
from good_on_paper.frames.roles import most_days, roles
from good_on_paper.frames.skills import skills
from good_on_paper.frames.stories import stories
from good_on_paper.frames.words_said import words_said

__all__ = [
    "FrameError",
    "achievements",
    "answers",
    "asked_again",
    "asked_and_learned",
    "asked_roles",
    "episode_units",
    "episodes",
    "events",
    "gaps",
    "interviews",
    "met",
    "most_days",
    "paper_against_lived",
    "processes",
    "promises",
    "quiet_roles",
    "ratings",
    "role_names",
    "roles",
    "skills",
    "stories",
    "words_said",
]
