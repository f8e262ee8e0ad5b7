"""What questions may rest on: plain facts that a person has given."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from good_on_paper.record.answers import Cell


@dataclass(frozen=True)
class Wording:
    """A line in words.

    Attributes
    ----------
    need : str
        As something a person needs: "Choosing how I do the work".
    label : str
        Its short name.
    ends : mapping
        What "low" and "high" mean.
    private : bool
        Whether it stays out of what may be shown to others.
    keyed : int
        Whether the need is for more of it (1) or less (-1); 0 if neither.
    """

    need: str
    label: str = ""
    ends: Mapping[str, str] = field(default_factory=dict)
    private: bool = False
    keyed: int = 1


@dataclass(frozen=True)
class Found:
    """A finding: a line that stands out in the person's jobs, beyond chance.

    Attributes
    ----------
    line : str
        Its key.
    sentence : str
        What was found, in counts.
    cells : tuple
        The answers behind it.
    thing : str
        What to take home for it, as `good_on_paper.frames.take_home.take_home` names it.
    mine : str
        The sentence as the person says it: "my 3 best jobs".
    against : bool
        Whether it speaks against what the person said they need.
    """

    line: str
    sentence: str
    cells: tuple[Cell, ...] = ()
    thing: str = ""
    mine: str = ""
    against: bool = False


@dataclass(frozen=True)
class Story:
    """What the person wrote of a job.

    Attributes
    ----------
    unit, name : str
        The job.
    well : bool
        Whether it went well; else it is one not to repeat.
    text : str
        The person's own words.
    """

    unit: str
    name: str
    well: bool
    text: str


@dataclass(frozen=True)
class JobPair:
    """One line in the job that went well and in the one not to repeat.

    Attributes
    ----------
    well, not_again : float
        The two ratings.
    names : tuple of str
        Of the two jobs.
    cells : tuple
        Where the ratings stand.
    within : float
        How far two single answers of this person can lie apart by the day they were given on, in steps; 0
        while that is not known.
    rated : int
        How many jobs are rated on it by now, these two among them.
    jobs : int
        How many jobs there are.
    """

    well: float
    not_again: float
    names: tuple[str, str]
    cells: tuple[Cell, Cell]
    within: float = 0.0
    rated: int = 2
    jobs: int = 2

    @property
    def differs(self) -> bool:
        """Whether they are more than a step apart, and further than the person's own answers vary."""
        return abs(self.well - self.not_again) > max(1.0, self.within)


@dataclass(frozen=True)
class Refused:
    """A worry that the person will not have again.

    Attributes
    ----------
    worry, label : str
        Its key, and its name in words.
    end : str
        The end of a line that means the same for a job, ``"pace:high"``; empty if there is none.
    cells : tuple
        The answer that says so.
    private : bool
        Whether it stays out of what may be shown to others.
    """

    worry: str
    label: str
    end: str
    cells: tuple[Cell, ...]
    private: bool = True


@dataclass(frozen=True)
class Dull:
    """When the person's jobs got dull.

    Attributes
    ----------
    when : str
        "ten months".
    sentence : str
        In how many jobs, after how long, and what became of the others.
    cells : tuple
        The answers it rests on.
    private : bool
        Whether it stays out of what may be shown to others.
    """

    when: str
    sentence: str
    cells: tuple[Cell, ...]
    private: bool = False


@dataclass(frozen=True)
class Grounds:
    """All that questions may be made of.

    Attributes
    ----------
    person, target : str
        The units of the person and of the target; cells point there.
    lines : mapping
        Key to words, in catalogue order, of every line that may be asked about.
    needs : tuple of str
        What the person needs to do good work, in their order.
    not_again : tuple of str
        Ends of lines they will not have again: ``"pace:high"``.
    refused : tuple of Refused
        Worries they will not have again.
    dull : Dull, optional
        When their jobs got dull.
    known : mapping
        Line to "know", "guess" or "unknown": what the person knows of the target.
    found : tuple of Found
        The findings, the strongest first.
    pairs : mapping
        Line to how it was in the two jobs of the first pass.
    stories : tuple of Story
        What the person wrote about those two jobs.
    nearest : mapping
        A need in the person's own words to the line that they say it is closest to.
    meets : tuple of str
        Who the person meets; empty if unknown.
    talk : str
        "first", "later" or "offer".
    has : frozenset of str
        Of what they will not have again: the things of which they said whether this job has them.
    """

    person: str = ""
    target: str = ""
    lines: Mapping[str, Wording] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    not_again: tuple[str, ...] = ()
    refused: tuple[Refused, ...] = ()
    dull: Dull | None = None
    known: Mapping[str, str] = field(default_factory=dict)
    found: tuple[Found, ...] = ()
    pairs: Mapping[str, JobPair] = field(default_factory=dict)
    stories: tuple[Story, ...] = ()
    nearest: Mapping[str, str] = field(default_factory=dict)
    meets: tuple[str, ...] = ()
    talk: str = "first"
    has: frozenset[str] = frozenset()
