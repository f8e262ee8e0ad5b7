"""The three nouns of the record: units, sittings and answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from datetime import datetime

UNIT_KINDS: Final = ("person", "role", "episode", "interview", "target", "achievement", "event", "story")
"""What answers can be about. An achievement lies in a role or an episode; an event is something that happened
outside work; a story is a text with its own date and prompt, and lies in what it is about, if in anything."""
NOTE: Final = "note"
"""The kind of what somebody else writes beside the record, a coach for one. It lies in what it is about.
Views show it only to whoever asks for it by name: nothing in it was said by the person."""
STATES: Final = ("value", "na", "cant_recall", "skip", "cleared")
MEMORY: Final = {1: "a guess", 2: "fairly sure", 3: "sure"}
FIRST_SIGHT: Final = "start"
"""Sittings of this name ask what two jobs were like right after they were named as a best and a worst.
It is asked again later, with the first value out of sight, and only the later one counts."""


class _Missing(Enum):
    MISSING = "missing"


MISSING: Final = _Missing.MISSING
"""Says that nothing was given where None has a meaning of its own."""
Missing = _Missing


Cell = tuple[str, str]
"""Unit and item of an answer in the record."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Something answers can be about.

    Parameters
    ----------
    id : str
        32 hexadecimal digits.
    kind : str
        One of `UNIT_KINDS`.
    parent : str or None
        The unit it lies in: an episode's role.
    created : datetime
        In UTC.
    order : float
        Place among its kind: as the person ordered, else in order of creation.
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
        Drawn once and stored, so that a random order can be made again.
    started : datetime
        In UTC.
    """

    id: str
    name: str
    seed: int
    started: datetime


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing said once. Nobody changes an answer; a change is a new one.

    Parameters
    ----------
    seq : int
        Place in the journal; the order of answers is this, not the clock.
    given : datetime
        In UTC.
    unit, item, revision
        What it is about, the key of what was asked, and the wording's revision.
    state : str
        ``value``; ``na`` (there was no such thing), ``cant_recall``, ``skip``: three blanks; ``cleared``.
    value : Any
        Any JSON value; None unless `state` is ``value``.
    memory : int or None
        1 a guess, 2 fairly sure, 3 sure.
    private : bool
        Marked to be left out of everything that goes to others.
    sitting : str
        The sitting it was given in.
    position : int or None
        Place of the question in that sitting's order.
    undoes : int or None
        The `seq` of the answer this one takes back.
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
    """Says that a record is a copy made for somebody.

    Parameters
    ----------
    whose : str
        The name of the person it is about, as they want it shown.
    whom : str
        For whom it was made.
    made : datetime
        In UTC.
    """

    whose: str
    whom: str
    made: datetime
