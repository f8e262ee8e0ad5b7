"""The three nouns of the record: units, sittings and answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from datetime import datetime

UNIT_KINDS: Final = ("person", "role", "episode", "interview", "target", "achievement", "event", "story")
"""What answers can be about. An achievement is inside a role or an episode; an event is something that
happened outside work; a story is a text with its own date and prompt, inside its subject if it has one."""
NOTE: Final = "note"
"""The kind of a note by somebody else, such as a coach. It is inside its subject. Views show it only if asked
for this kind by name, as the person did not write it."""
STATES: Final = ("value", "na", "cant_recall", "skip", "cleared")
MEMORY: Final = {1: "a guess", 2: "fairly sure", 3: "sure"}
FIRST_SIGHT: Final = "start"
"""Sittings of this name ask what two jobs were like right after the person named them as best and worst. The
same is asked again later with the first value hidden, and only the later value counts."""


class _Missing(Enum):
    MISSING = "missing"


MISSING: Final = _Missing.MISSING
"""Marks a missing argument where None has its own meaning."""
Missing = _Missing


Cell = tuple[str, str]
"""Unit and item of an answer in the record."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Something that answers can be about.

    Parameters
    ----------
    id : str
        32 hexadecimal digits.
    kind : str
        One of `UNIT_KINDS`.
    parent : str or None
        The unit that contains it: an episode's role.
    created : datetime
        In UTC.
    order : float
        Place among its kind: in the person's order, else in order of creation.
    """

    id: str
    kind: str
    parent: str | None
    created: datetime
    order: float


@dataclass(frozen=True, slots=True)
class Sitting:
    """One stretch of answering in one form.

    Parameters
    ----------
    id : str
        32 hexadecimal digits.
    name : str
        The form: ``lines``, ``roles``, ``import``.
    seed : int
        Drawn once and stored, so that a random order can be repeated.
    started : datetime
        In UTC.
    """

    id: str
    name: str
    seed: int
    started: datetime


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, given once. Nobody changes an answer; a change is a new one.

    Parameters
    ----------
    seq : int
        Place in the journal, which gives the order of answers, not the clock.
    given : datetime
        In UTC.
    unit, item, revision
        The subject, the key of the question, and the revision of its wording.
    state : str
        ``value``; ``na`` (there was no such thing), ``cant_recall``, ``skip``: three blanks; ``cleared``.
    value : Any
        Any JSON value; None unless `state` is ``value``.
    memory : int or None
        1 a guess, 2 fairly sure, 3 sure.
    private : bool
        Whether it is left out of everything that goes to others.
    sitting : str
        The sitting it was given in.
    position : int or None
        Place of the question in that sitting's order.
    undoes : int or None
        The `seq` of the answer that this one undoes.
    """

    seq: int
    given: datetime
    unit: str
    item: str
    revision: int
    state: str
    value: Any
    memory: int | None
    private: bool
    sitting: str
    position: int | None
    undoes: int | None


@dataclass(frozen=True, slots=True)
class MadeFor:
    """The mark of a record that is a copy made for somebody.

    Parameters
    ----------
    whose : str
        The name of the person, as they want it shown.
    whom : str
        The recipient of the copy.
    made : datetime
        In UTC.
    """

    whose: str
    whom: str
    made: datetime
