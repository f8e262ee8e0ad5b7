"""What we found in a table of applications or interviews, before anything is written."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from good_on_paper.catalogue import keys
from good_on_paper.language.counts import count
from good_on_paper.language.partial_date import PartialDate

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from good_on_paper.intake.preview import Recognised, Skipped

APPLICATION: Final = "application"
INTERVIEW: Final = "interview"
_ENDED: Final = {
    keys.CAME_YES: "they said yes",
    keys.CAME_NO: "they said no",
    keys.CAME_NOTHING: "no answer",
    keys.WITHDREW: "you withdrew",
    keys.OFFERED_ON: "they made an offer",
}


@dataclass(frozen=True)
class GuessFound:
    """A guess in a file. A guess from a file never counts.

    Parameters
    ----------
    of : int
        The chance of a yes, out of 100.
    within : int or None
        Days after the interview within which the yes is expected; None if the file does not say.
    """

    of: int
    within: int | None = None


@dataclass(frozen=True)
class LogEntry:
    """An application or an interview that we found.

    Parameters
    ----------
    where : str
        Its position in the file: unique; a tick refers to it.
    kind : str
        `APPLICATION` or `INTERVIEW`.
    employer, job : str
        As written in the file; one of them may be empty.
    day : str
        When the application was sent or the interview was held, as the record keeps a date; may be empty.
    facts : mapping
        Values of the application or interview, by item key.
    ends : mapping
        Days by the item that says how it ended; None if the file does not have the day.
    chance : GuessFound or None
    take_it : str
        "yes", "no", "not_sure", or empty.
    remembered : bool
        Whether the file says that it was typed later from memory.
    sent : bool
        For an application: whether it was sent, with or without a day.
    row : str
        The row it comes from; entries of one row belong to one job.
    taken : bool
        Whether it is ticked: False if we are unsure.
    why : str
        Why it is not ticked.
    written : str
        The row as written in the file.
    """

    where: str
    kind: str
    employer: str
    job: str = ""
    day: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    ends: Mapping[str, str | None] = field(default_factory=dict)
    chance: GuessFound | None = None
    take_it: str = ""
    remembered: bool = False
    sent: bool = True
    row: str = ""
    taken: bool = True
    why: str = ""
    written: str = ""

    @property
    def name(self) -> str:
        """Its name in a list."""
        return ", ".join(part for part in (self.job, self.employer) if part)

    @property
    def when(self) -> str:
        """Its day in words."""
        return PartialDate.of(self.day).words() if self.day else "no day"

    @property
    def ended(self) -> str:
        """How it ended, in words; empty while it is open."""
        return ", ".join(_ENDED[item] for item in self.ends if item in _ENDED)


@dataclass(frozen=True)
class LogPreview:
    """Everything we found in one file.

    Parameters
    ----------
    file : str
    source : str
        "table", "interviews" (as this kit exports them) or "fatebook".
    entries : tuple of LogEntry
    recognised : tuple of Recognised
        The columns that we recognised.
    skipped : tuple of Skipped
        What we left out, each with its reason.
    notes : tuple of str
        What we assumed.
    """

    file: str
    source: str
    entries: tuple[LogEntry, ...]
    recognised: tuple[Recognised, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[str, ...] = ()

    def choose(self, places: Collection[str]) -> LogPreview:
        """Return the preview with only the named entries ticked."""
        chosen = set(places)
        return replace(self, entries=tuple(replace(one, taken=one.where in chosen) for one in self.entries))

    def found(self, *, taken: bool = True) -> str:
        """Return what was found in words: "3 applications and 2 interviews"."""
        return counted([one for one in self.entries if one.taken or not taken])


def counted(entries: Collection[LogEntry]) -> str:
    """Return the number of applications and interviews in words."""
    kinds = [(kind, sum(one.kind == kind for one in entries)) for kind in (APPLICATION, INTERVIEW)]
    return " and ".join(count(number, kind) for kind, number in kinds if number) or "nothing"
