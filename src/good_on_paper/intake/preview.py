"""What was found in a file, before anything is written: roles, own lines, what is left out and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pandas as pd

from good_on_paper.language.dates import NOW, PartialDate

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from good_on_paper.catalogue import Item

_STATES = {"na": "not applicable", "cant_recall": "can't recall", "skip": "skip"}


@dataclass(frozen=True)
class Rated:
    """A rating, or another answer to a line, as it stands in the file.

    Parameters
    ----------
    item : str
        Key of a line of the catalogue, or of an own line of the same preview.
    value : int, float, str, list of str or None
        None for a blank.
    state : str
        "value", "na", "cant_recall" or "skip".
    memory : int or None
        How sure, where the file says so: 1 a guess, 2 fairly, 3 sure.
    private : bool
        Whether the file marks it so.
    """

    item: str
    value: float | str | list[str] | None
    state: str = "value"
    memory: int | None = None
    private: bool = False


@dataclass(frozen=True)
class DayFound:
    """A day of a role, told by the minute.

    Parameters
    ----------
    kind : str
        "ordinary", "best", "worst" or "dull".
    stretches : tuple of tuple of Rated
        In order; what is said of each.
    """

    kind: str
    stretches: tuple[tuple[Rated, ...], ...]


@dataclass(frozen=True)
class RoleFound:
    """A role in the file.

    Parameters
    ----------
    where : str
        Its place: "row 3", "work[0]"; no two of a preview are the same.
    facts : mapping
        Fact key to value as the record keeps it: title, employer, started ("2014-03"), ended ("now") ...
    ratings : tuple of Rated
    taken : bool
        Whether it is brought in unless the person says otherwise.
    days : tuple of DayFound
    written : str
        What stands in the file, as it was written; empty where that is not kept.
    """

    where: str
    facts: Mapping[str, str]
    ratings: tuple[Rated, ...] = ()
    taken: bool = True
    days: tuple[DayFound, ...] = ()
    written: str = ""

    @property
    def by_the_minute(self) -> str:
        """How many days are told of it: "2 days by the minute"; nothing where none is."""
        return f"{_count(len(self.days), 'day')} by the minute" if self.days else ""

    @property
    def name(self) -> str:
        """Title and employer, as far as they are known."""
        return ", ".join(self.facts[key] for key in ("title", "employer") if self.facts.get(key))

    @property
    def span(self) -> str:
        """Start and end as they were understood: "March 2014 to now", "2014"."""
        started, ended = (
            text if text in ("", NOW) else PartialDate.of(text).words()
            for text in (self.facts.get("started", ""), self.facts.get("ended", ""))
        )
        if started == ended:
            return started
        return f"{started or '?'} to {ended or '?'}"


@dataclass(frozen=True)
class Received:
    """What others said of the person, kept with the person and not with a job; private unless told otherwise.

    Parameters
    ----------
    where : str
        Its place in the preview.
    item : str
        Under which it is kept: "recommendation_received", "endorsement_received".
    label : str
    entries : tuple of mappings
        A text each by name: "from", "text", "skill", "date" ...
    taken : bool
        Whether it is brought in unless the person says otherwise.
    """

    where: str
    item: str
    label: str
    entries: tuple[Mapping[str, str], ...]
    taken: bool = True


@dataclass(frozen=True)
class OwnLine:
    """A line the catalogue does not have; it is added to the person's own.

    Parameters
    ----------
    where : str
        The column it comes from: "column 'complaints'".
    item : Item
        With a scale that holds the column's values as they are.
    why : str
        Why it became a line of its own.
    taken : bool
        Whether it is added unless the person says otherwise.
    """

    where: str
    item: Item
    why: str
    taken: bool = True


@dataclass(frozen=True)
class Recognised:
    """A part of the file and what it is in the kit: a column and its line."""

    where: str
    item: str
    label: str


@dataclass(frozen=True)
class Skipped:
    """A part of the file that is not brought in: where it stands, what it says, and why."""

    where: str
    what: str
    why: str

    def __str__(self) -> str:
        """Give one line for a list."""
        return f"{self.where}: {self.what}: {self.why}" if self.what else f"{self.where}: {self.why}"


@dataclass(frozen=True)
class Preview:
    """Everything that was found in one file. Nothing of it is in the record yet.

    Parameters
    ----------
    file : str
        The file's name.
    source : str
        "json-resume", "table", "lines" or "linkedin"; part of what a role is known again by.
    roles : tuple of RoleFound
    lines : tuple of OwnLine
    recognised : tuple of Recognised
    skipped : tuple of Skipped
    notes : tuple of str
        What was assumed, in sentences.
    outcome : str or None
        Key of the item proposed as the main outcome, where the file has one of its own.
    received : tuple of Received
    """

    file: str
    source: str
    roles: tuple[RoleFound, ...]
    lines: tuple[OwnLine, ...] = ()
    recognised: tuple[Recognised, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[str, ...] = ()
    outcome: str | None = None
    received: tuple[Received, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing of it is to be brought in."""
        return not (any(role.taken for role in self.roles) or any(part.taken for part in self.received))

    def choose(self, places: Collection[str]) -> Preview:
        """Take exactly the parts (roles, own lines, what was received) that stand at these places.

        Raises
        ------
        KeyError
            If there is no such place in the preview.
        """
        known = {role.where for role in self.roles} | {line.where for line in self.lines}
        known |= {part.where for part in self.received}
        if unknown := sorted(set(places) - known):
            raise KeyError(f"{unknown[0]!r} is no place of {self.file}")
        return replace(
            self,
            roles=tuple(replace(role, taken=role.where in places) for role in self.roles),
            lines=tuple(replace(line, taken=line.where in places) for line in self.lines),
            received=tuple(replace(part, taken=part.where in places) for part in self.received),
        )

    @property
    def frame(self) -> pd.DataFrame:
        """A row a role that is taken: its place as index, facts, then ratings under their item's key.

        Blanks read "not applicable", "can't recall", "skip"; cells without an answer are empty strings.
        """
        taken = [role for role in self.roles if role.taken]
        left_out = {line.item.key for line in self.lines if not line.taken}
        facts = list(dict.fromkeys(key for role in taken for key in role.facts))
        items = list(dict.fromkeys(rated.item for role in taken for rated in role.ratings))
        items = [item for item in items if item not in left_out]
        table: list[list[object]] = []
        for role in taken:
            said = {
                rated.item: rated.value if rated.state == "value" else _STATES[rated.state]
                for rated in role.ratings
            }
            table.append(
                [*(role.facts.get(key, "") for key in facts), *(said.get(item, "") for item in items)]
            )
        index = pd.Index([role.where for role in taken], name="where", dtype="str")
        return pd.DataFrame(table, index=index, columns=[*facts, *items], dtype="object")

    def sentences(self) -> list[str]:
        """Say in plain words what was recognised, what is added, and what is left out and why."""
        taken = [role for role in self.roles if role.taken]
        said = [f"{self.file}: {_count(len(taken), 'job')} found."]
        said += [f"  {role.name}{_more(role.span, role.by_the_minute)}" for role in taken]
        said += [f"{part.label}: {len(part.entries)}, kept private." for part in self.received if part.taken]
        if untaken := [role for role in self.roles if not role.taken]:
            said.append("Also found, but not brought in:")
            said += [f"  {role.where}: {role.name}" for role in untaken]
        if self.recognised:
            said.append("Recognised:")
            said += [f"  {part.where} is {part.label!r}" for part in self.recognised]
        if lines := [line for line in self.lines if line.taken]:
            said.append("Becomes a line of your own:")
            said += [f"  {line.where}: {line.why}" for line in lines]
        if self.outcome:
            said.append(f"{self.outcome!r} is proposed as your main outcome.")
        said += self.notes
        if self.skipped:
            said.append("Left out:")
            said += [f"  {part}" for part in self.skipped]
        return said


def _more(*parts: str) -> str:
    told = ", ".join(filter(None, parts))
    return f" ({told})" if told else ""


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
