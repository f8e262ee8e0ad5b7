"""The forms of *Your stories*: each is opened by the person, and left when they like."""

from __future__ import annotations

from good_on_paper.forms import (
    AboutMe,
    Achievements,
    KeepOrLeave,
    Lineage,
    Postmortem,
    Prewriting,
    SkillsShown,
    ThreeWords,
    WhatStays,
    Yardsticks,
)
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.session import me


@in_words
def achievements() -> Achievements:
    """Return the form that asks what you have done, and how."""
    return Achievements(me())


@in_words
def keep_or_leave() -> KeepOrLeave:
    """Return the three lists: what to keep, to grow and to leave."""
    return KeepOrLeave(me())


@in_words
def lineage() -> Lineage:
    """Return the lists of what you learned from whom, and taught to whom."""
    return Lineage(me())


@in_words
def postmortem() -> Postmortem:
    """Return the form that looks back on a job or an interview, when you open one."""
    return Postmortem(me())


@in_words
def three_words() -> ThreeWords:
    """Return the form that asks for three words, and lines them up with those of others."""
    return ThreeWords(me())


@in_words
def what_stays() -> WhatStays:
    """Return the form that asks what stays of each job."""
    return WhatStays(me())


@in_words
def about_me() -> AboutMe:
    """Return two or three lines for others, of sentences you choose."""
    return AboutMe(me())


@in_words
def prewriting() -> Prewriting:
    """Return the prompts to write to, one at a time."""
    return Prewriting(me())


@in_words
def skills_shown() -> SkillsShown:
    """Return the form that asks which skills you showed in a job."""
    return SkillsShown(me())


@in_words
def yardsticks() -> Yardsticks:
    """Return the form that asks how efficient you were, and by whose yardstick."""
    return Yardsticks(me())
