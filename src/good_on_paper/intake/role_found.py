"""A job as a file describes it: facts, ratings, days, and the job of the record that it may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from good_on_paper.language.counts import count
from good_on_paper.language.partial_date import NOW, PartialDate

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any


@dataclass(frozen=True)
class Rated:
    """A rating, or another answer to an item, as written in the file.

    Parameters
    ----------
    item : str
        Key of a line of the catalogue, or of an own line of the same preview.
    value : int, float, str, list of str or None
        None for a blank.
    state : str
        "value", "na", "cant_recall" or "skip".
    memory : int or None
        How sure, if the file says so: 1 a guess, 2 fairly, 3 sure.
    private : bool
        Whether the file marks it private.
    """

    item: str
    value: float | str | list[str] | None
    state: str = "value"
    memory: int | None = None
    private: bool = False


@dataclass(frozen=True)
class DayFound:
    """A day of a role, described by the minute.

    Parameters
    ----------
    kind : str
        "ordinary", "best", "worst" or "dull".
    stretches : tuple of tuple of Rated
        The answers about each stretch, in order.
    """

    kind: str
    stretches: tuple[tuple[Rated, ...], ...]


@dataclass(frozen=True)
class EpisodeFound:
    """An episode of a role: the answers about it, among them its title and its time.

    Parameters
    ----------
    answers : tuple of Rated
    """

    answers: tuple[Rated, ...]

    @property
    def name(self) -> str:
        """Its title; empty if it has none."""
        return next((str(one.value) for one in self.answers if one.item == "title"), "")


@dataclass(frozen=True)
class Same:
    """A job that a role of a file is, or may be: one in the record, or an earlier one in the file.

    Parameters
    ----------
    unit, where : str
        Its id in the record, or its place in the file; one of the two is empty.
    name, span : str
        As they are there.
    answer : str
        "same" or "another", as we assume or the person says; empty while unknown.
    asks : bool
        Whether to ask the person.
    """

    name: str
    span: str
    unit: str = ""
    where: str = ""
    answer: str = ""
    asks: bool = True


@dataclass(frozen=True)
class RoleFound:
    """A role in the file.

    Parameters
    ----------
    where : str
        Its place: "row 3", "work[0]"; unique in a preview.
    facts : mapping
        Values by fact key, as the record keeps them: title, employer, started ("2014-03"), ended ("now") ...
    ratings : tuple of Rated
    taken : bool
        Whether it is brought in unless the person says otherwise.
    days : tuple of DayFound
    episodes : tuple of EpisodeFound
    written : str
        The text in the file, as written; empty if we do not keep it.
    why : str
        Why it is not ticked, or what is in doubt about it, in a sentence.
    same : Same or None
        The job of the record that this role is, or may be.
    """

    where: str
    facts: Mapping[str, str]
    ratings: tuple[Rated, ...] = ()
    taken: bool = True
    days: tuple[DayFound, ...] = ()
    episodes: tuple[EpisodeFound, ...] = ()
    written: str = ""
    why: str = ""
    same: Same | None = None

    @property
    def inside(self) -> str:
        """The days and episodes in it: "2 days by the minute, 1 episode"; empty if there are none."""
        days = f"{count(len(self.days), 'day')} by the minute" if self.days else ""
        episodes = count(len(self.episodes), "episode") if self.episodes else ""
        return ", ".join(filter(None, (days, episodes)))

    @property
    def name(self) -> str:
        """Title and employer, as far as they are known."""
        return ", ".join(self.facts[key] for key in ("title", "employer") if self.facts.get(key))

    @property
    def span(self) -> str:
        """Start and end as we read them: "March 2014 to now", "2014"."""
        return span_of(self.facts)


@dataclass(frozen=True)
class Received:
    """What is kept with the person, not with a job: others' words, outside events, definitions.

    Parameters
    ----------
    where : str
        Its place in the preview.
    item : str
        The item under which it is kept: "recommendation_received", "endorsement_received".
    label : str
    entries : tuple of mappings
        The fields of each, by name: "from", "text", "skill", "date" ...
    taken : bool
        Whether it is brought in unless the person says otherwise.
    private : bool
        Whether it is kept private.
    """

    where: str
    item: str
    label: str
    entries: tuple[Mapping[str, Any], ...]
    taken: bool = True
    private: bool = True

    @property
    def amount(self) -> str:
        """The number of entries, and whether they are kept private."""
        return f"{len(self.entries)}, kept private" if self.private else f"{len(self.entries)}"


def span_of(facts: Mapping[str, str]) -> str:
    """Return start and end in words: "March 2014 to now", "2014"; empty if neither is known."""
    started, ended = (
        text if text in ("", NOW) else PartialDate.of(text).words()
        for text in (facts.get("started", ""), facts.get("ended", ""))
    )
    if started == ended:
        return started
    return f"{started or '?'} to {ended or '?'}"
