"""What goes into a copy: what a person chose, and the units and answers that follow from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue.loading import shipped
from good_on_paper.export.copy_parts import OWN, PARTS, TITLES, ticked
from good_on_paper.export.stand_ins import FIELDS
from good_on_paper.frames.quiet import quiet_roles
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.language.counts import count
from good_on_paper.record import NOTE, UNIT_KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.record import Answer, Record

ORDER: Final = ("listed", "order")
"""Items that go with a unit, whatever was chosen."""
_TEXTS: Final = ("questions", "notes")
"""Parts that are only text: ticking one includes its texts, with stand-ins for the names."""
_DEFINED: Final = {"success": "success means", "unsuccess": "going wrong means"}
"""What the criteria of a group are parts of."""
NAMED: Final = {item: kind for kind, items in FIELDS.items() for item in items}
"""The kind of name, by the item that has it."""


@dataclass(frozen=True)
class CopyChoice:
    """What a person chose for a copy.

    Parameters
    ----------
    whom : str
        The recipient.
    whose : str
        The person's name in the copy.
    parts : frozenset of str
        Keys of `PARTS`.
    years : bool
        Whether dates become years.
    levels : bool
        Whether job titles become levels.
    text : bool
        Whether to include free text, with stand-ins for the names.
    private : bool
        Whether to include private answers.
    also : tuple of str
        Further names to remove.
    """

    whom: str
    whose: str = "Somebody"
    parts: frozenset[str] = field(default_factory=ticked)
    years: bool = False
    levels: bool = False
    text: bool = False
    private: bool = False
    also: tuple[str, ...] = ()


class ChosenAnswers:
    """The units and answers of a record that a choice includes.

    Parameters
    ----------
    record, catalogue, choice
        As for `good_on_paper.export.copy_for.copy_for`.
    """

    def __init__(self, record: Record, catalogue: Catalogue, choice: CopyChoice) -> None:
        self._record, self._catalogue, self._choice = record, catalogue, choice

    def units(self) -> dict[str, str]:
        """Return the units that may be included, with their kind."""
        snapshot = Snapshot(self._record)
        quiet = set() if self._choice.private else quiet_roles(snapshot)
        kinds = (*UNIT_KINDS[1:], *([NOTE] if "notes" in self._choice.parts else []))
        there = [unit for kind in kinds for unit in snapshot.units(kind)]
        inside = {unit.id: unit.parent for unit in there}

        def hurts(unit: str | None) -> bool:
            return unit is not None and (unit in quiet or hurts(inside.get(unit)))

        found = {unit.id: unit.kind for unit in there if not hurts(unit.id)}
        return {snapshot.unit.id: "person", **found}

    def standing(self, units: Mapping[str, str]) -> list[Answer]:
        """Return the current answers about these units that may be included."""
        current = self._record.current(units=list(units))
        parts = [part for part in PARTS if part.key in self._choice.parts]
        kinds = {"jobs": ("role", "person"), "search": ("target", "interview"), "notes": (NOTE,)}
        found = []
        for (unit, item), answer in current.items():
            if item in ORDER:
                found.append(answer)
                continue
            holding = [
                part
                for part in parts
                if part.holds(item, self._catalogue) and units[unit] in kinds.get(part.key, (units[unit],))
            ]
            own = any(part.key in OWN for part in holding)
            if (
                holding
                and (own or not self._is_private(answer))
                and self._may_be_said(answer, holding[0].key)
            ):
                found.append(answer)
        return found

    def private_stays(self, units: Mapping[str, str]) -> tuple[str, ...]:
        """Return sentences on what is private and stays, of the parts that go along."""
        if self._choice.private:
            return ()
        parts = [part for part in PARTS if part.key in self._choice.parts and part.key not in OWN]
        found: dict[str, set[str]] = {}
        for (_, item), answer in self._record.current(units=list(units)).items():
            if item in ORDER or not self._is_private(answer):
                continue
            if held := next((part for part in parts if part.holds(item, self._catalogue)), None):
                group = self._catalogue.item(item).group if item in self._catalogue else ""
                found.setdefault(_DEFINED.get(group, held.label), set()).add(item)
        return tuple(
            f"{count(len(items), 'part')} of what {what} to you"
            if what in _DEFINED.values()
            else f"{count(len(items), 'question')} of “{what}”"
            for what, items in found.items()
        )

    def _is_private(self, answer: Answer) -> bool:
        known = self._catalogue.item(answer.item) if answer.item in self._catalogue else None
        return not self._choice.private and (answer.private or (known is not None and known.private))

    def _may_be_said(self, answer: Answer, part: str) -> bool:
        """Return whether an answer is not free text, or is a name, a title or a note."""
        item = answer.item.partition(":")[0]
        if item in TITLES or item in NAMED or part in _TEXTS or self._choice.text:
            return True
        if any(line in self.own_lines for line in answer.item.split(":")):
            return False
        known = self._catalogue.item(item) if item in self._catalogue else None
        return known is None or known.kind != "text"

    @cached_property
    def own_lines(self) -> frozenset[str]:
        """Keys of the lines that the person worded."""
        ours = shipped()
        return frozenset(item.key for item in self._catalogue.items(hidden=True) if item.key not in ours)
