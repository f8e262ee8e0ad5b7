"""What we found in a file, before anything is written: roles, own lines, what we leave out and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pandas as pd

from good_on_paper.intake.parts_found import OwnLine, Recognised, Scaled, Skipped
from good_on_paper.intake.role_found import DayFound, EpisodeFound, Rated, Received, RoleFound, Same, span_of

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = [
    "DayFound",
    "EpisodeFound",
    "OwnLine",
    "Preview",
    "Rated",
    "Received",
    "Recognised",
    "RoleFound",
    "Same",
    "Scaled",
    "Skipped",
    "span_of",
]

_STATES = {"na": "not applicable", "cant_recall": "can't recall", "skip": "skip"}


@dataclass(frozen=True)
class Preview:
    """Everything we found in one file. None of it is in the record yet.

    Parameters
    ----------
    file : str
        The file's name.
    source : str
        "json-resume", "table", "lines" or "linkedin"; part of the fingerprint of a role.
    roles : tuple of RoleFound
    lines : tuple of OwnLine
    recognised : tuple of Recognised
    skipped : tuple of Skipped
    notes : tuple of str
        What we assumed, in sentences.
    outcome : str or None
        Key of the item proposed as the main outcome, if the file has one of its own.
    received : tuple of Received
    scaled : tuple of Scaled
        The columns of ratings, with the scales on which they are read.
    ours : bool
        Whether this kit wrote the file.
    log : bool
        Whether the rows look like applications, which belong in the log of interviews.
    compared : bool
        Whether its roles were compared with the record.
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
        """Whether nothing in it is ticked."""
        return not (any(role.taken for role in self.roles) or any(part.taken for part in self.received))

    @property
    def outcome_label(self) -> str:
        """The label of the outcome proposed as the main one; empty if there is none."""
        named = {part.item: part.label for part in self.recognised}
        named |= {part.item: part.label for part in self.scaled}
        named |= {line.item.key: line.item.label for line in self.lines}
        return named.get(self.outcome, self.outcome) if self.outcome else ""

    def choose(self, places: Collection[str]) -> Preview:
        """Return the preview with exactly the parts at these places ticked: roles, own lines, received parts.

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
        """One row per ticked role: its place as index, facts, then ratings under their item's key.

        Blanks are "not applicable", "can't recall" or "skip"; cells without an answer are empty strings.
        """
        taken = [role for role in self.roles if role.taken]
        left_out = {line.item.key for line in self.lines if not line.taken}
        facts = list(dict.fromkeys(key for role in taken for key in role.facts))
        items = list(dict.fromkeys(rated.item for role in taken for rated in role.ratings))
        items = [item for item in items if item not in left_out]
        table: list[list[object]] = []
        for role in taken:
            ratings = {
                rated.item: rated.value if rated.state == "value" else _STATES[rated.state]
                for rated in role.ratings
            }
            table.append(
                [*(role.facts.get(key, "") for key in facts), *(ratings.get(item, "") for item in items)]
            )
        index = pd.Index([role.where for role in taken], name="where", dtype="str")
        return pd.DataFrame(table, index=index, columns=[*facts, *items], dtype="object")
