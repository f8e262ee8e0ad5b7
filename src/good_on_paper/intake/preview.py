"""What was found in a file, before anything is written: roles, own lines, what is left out and why."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pandas as pd

from good_on_paper.language.counts import count
from good_on_paper.language.partial_date import NOW, PartialDate

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from good_on_paper.catalogue import Item, Scale

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
class Same:
    """A job that a role of a file is, or may be: one of the record, or one further up in the file.

    Parameters
    ----------
    unit, where : str
        Its id in the record, or its place in the file; the other is empty.
    name, span : str
        As it stands there.
    answer : str
        "same" or "another", assumed or as the person says; "" while nobody knows.
    asks : bool
        Whether it should be asked.
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
        Its place: "row 3", "work[0]"; no two of a preview are the same.
    facts : mapping
        Fact key to value as the record keeps it: title, employer, started ("2014-03"), ended ("now") ...
    ratings : tuple of Rated
    taken : bool
        Whether it is brought in unless the person says otherwise.
    days : tuple of DayFound
    written : str
        What stands in the file, as it was written; empty where that is not kept.
    why : str
        Why it is not taken by itself, or what is in doubt about it, in a sentence.
    same : Same or None
        The job of the record that this is, or may be.
    """

    where: str
    facts: Mapping[str, str]
    ratings: tuple[Rated, ...] = ()
    taken: bool = True
    days: tuple[DayFound, ...] = ()
    written: str = ""
    why: str = ""
    same: Same | None = None

    @property
    def by_the_minute(self) -> str:
        """How many days are told of it: "2 days by the minute"; nothing where none is."""
        return f"{count(len(self.days), 'day')} by the minute" if self.days else ""

    @property
    def name(self) -> str:
        """Title and employer, as far as they are known."""
        return ", ".join(self.facts[key] for key in ("title", "employer") if self.facts.get(key))

    @property
    def span(self) -> str:
        """Start and end as they were understood: "March 2014 to now", "2014"."""
        return span_of(self.facts)


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
        Why it became a line of its own, or why it is not taken.
    taken : bool
        Whether it is added unless the person says otherwise.
    was : Scale or None
        The scale it had, where it is a line of the person's own that gets a wider or better known one.
    """

    where: str
    item: Item
    why: str
    taken: bool = True
    was: Scale | None = None


@dataclass(frozen=True)
class Recognised:
    """A part of the file and what it is in the kit: a column and its line."""

    where: str
    item: str
    label: str


@dataclass(frozen=True)
class Scaled:
    """The scale a column of ratings is read on.

    Parameters
    ----------
    where, header : str
        The column, as named in messages and as the file has it.
    item, label : str
        The line it belongs to.
    low, high : int
        Both ends.
    how : str
        Who says so: "as the file says", "assumed" ...
    asks : bool
        Whether it should be asked: the ends are assumed and no value reaches the high one.
    words : mapping
        Words of the column, each with the step it is read as.
    highest : float or None
        The highest number in it.
    """

    where: str
    header: str
    item: str
    label: str
    low: int
    high: int
    how: str
    asks: bool = False
    words: Mapping[str, float] = field(default_factory=dict)
    highest: float | None = None

    def __str__(self) -> str:
        """Give one line for a list."""
        return f"{self.where}: {self.low} to {self.high}, {self.how}{self.question}{self.steps}"

    @property
    def question(self) -> str:
        """What is to be asked about the scale, as a sentence after its ends; nothing where nothing is."""
        if not self.asks:
            return ""
        return f" (no value goes above {self.highest:g}; is {self.high} the highest there is?)"

    @property
    def steps(self) -> str:
        """Words and the steps they are read as: "; low = 1, high = 3"."""
        said = sorted(self.words.items(), key=lambda step: step[1])
        return "; " + ", ".join(f"{word} = {number:g}" for word, number in said) if said else ""


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
    scaled : tuple of Scaled
        The columns of ratings and the scales they are read on.
    ours : bool
        Whether this kit wrote the file.
    log : bool
        Whether the rows look like applications, so that the log of interviews is their place.
    log : bool
        Whether the rows look like applications: their place is the log of interviews.
    compared : bool
        Whether its roles were looked for in the record.
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
    scaled: tuple[Scaled, ...] = ()
    ours: bool = False
    compared: bool = False
    log: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing of it is to be brought in."""
        return not (any(role.taken for role in self.roles) or any(part.taken for part in self.received))

    @property
    def outcome_label(self) -> str:
        """What the outcome proposed as the main one is called; nothing where there is none."""
        named = {part.item: part.label for part in self.recognised}
        named |= {part.item: part.label for part in self.scaled}
        named |= {line.item.key: line.item.label for line in self.lines}
        return named.get(self.outcome, self.outcome) if self.outcome else ""

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


def span_of(facts: Mapping[str, str]) -> str:
    """Say start and end in words: "March 2014 to now", "2014"; nothing where neither is known."""
    started, ended = (
        text if text in ("", NOW) else PartialDate.of(text).words()
        for text in (facts.get("started", ""), facts.get("ended", ""))
    )
    if started == ended:
        return started
    return f"{started or '?'} to {ended or '?'}"
