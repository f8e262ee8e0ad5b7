"""The forms of *Your stories*: each is opened by the person, and left when they like."""

from __future__ import annotations

from good_on_paper.forms import Achievements, Postmortem
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.session import me


@in_words
def achievements() -> Achievements:
    """Return the form that asks what you have done, and how."""
    return Achievements(me())


@in_words
def postmortem() -> Postmortem:
    """Return the form that looks back on a job or an interview, when you open one."""
    return Postmortem(me())
