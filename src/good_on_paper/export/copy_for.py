"""A copy of a record for somebody: chosen parts, names taken out, each line to be seen before it is written.

It is built from an allow-list into a new archive, which opens like any record. What stands is in it, not what
stood before. An answer that had to be changed is marked as withheld: it never covers the person's own when
the copy comes back.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from good_on_paper.catalogue import keys
from good_on_paper.export.copy_parts import OWN, PARTS, TITLES, ticked
from good_on_paper.export.stand_ins import FIELDS, StandIns, folded, left_over, names_in, stand_ins_of
from good_on_paper.frames.names import role_names
from good_on_paper.frames.quiet import quiet_roles
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.record import NOTE, UNIT_KINDS, RecordError
from good_on_paper.record.archive import archive_text, write_new
from good_on_paper.record.encryption import lock
from good_on_paper.record.rows import now

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.record import Answer, Record

Row = dict[str, Any]

_ORDER: Final = ("listed", "order")
_BY_NAME: Final = {item: kind for kind, items in FIELDS.items() for item in items}
_YEAR: Final = re.compile(r"\b(\d{4})-\d\d(?:-\d\d)?\b")
_LEVELS: Final = (
    ("Trainee", "trainee apprentice intern student werkstudent praktikant azubi volunteer"),
    ("Assistant", "assistant aide helper junior aushilfe clerk"),
    ("Head", "head director chief president founder owner ceo leiter leiterin geschaftsfuhrer"),
    ("Lead", "lead leader manager supervisor foreman captain sous matron teamleiter"),
    ("Senior", "senior principal staff expert"),
)
"""Levels, each with the words of a title that say it; the first that fits. Without any it is a *Job*."""


@dataclass(frozen=True)
class CopyChoice:
    """What a person chose for a copy.

    Parameters
    ----------
    whom : str
        For whom it is.
    whose : str
        What the person is called in it.
    parts : frozenset of str
        Keys of `PARTS`.
    years : bool
        Dates as years only.
    levels : bool
        Job titles as levels.
    text : bool
        Free text too, with stand-ins for the names.
    private : bool
        What is marked private too.
    also : tuple of str
        Further names to take out.
    """

    whom: str
    whose: str = "Somebody"
    parts: frozenset[str] = field(default_factory=ticked)
    years: bool = False
    levels: bool = False
    text: bool = False
    private: bool = False
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class CopyLine:
    """One answer as it would be in the copy.

    Parameters
    ----------
    about, asked, says : str
        The name of what it is about, as the copy has it; what was asked; what it says.
    left : tuple of str
        What in it could still tell who or where.
    """

    about: str
    asked: str
    says: str
    left: tuple[str, ...] = ()


@dataclass(frozen=True)
class CopyFor:
    """A copy that is ready to be written.

    Parameters
    ----------
    lines : tuple of CopyLine
        Every answer in it.
    text : str
        The archive.
    left_out : int
        How many answers stand in the record and are not in it.
    names : mapping
        What the person's record keeps, so that the next copy has the same stand-ins.
    """

    lines: tuple[CopyLine, ...]
    text: str
    left_out: int
    names: Mapping[str, Any]


def copy_for(record: Record, catalogue: Catalogue, choice: CopyChoice) -> CopyFor:
    """Build a copy of a record for somebody; nothing is written.

    Parameters
    ----------
    record : Record
        The person's record.
    catalogue : Catalogue
        What can be asked, with their own lines.
    choice : CopyChoice
        What goes along, and how.

    Raises
    ------
    RecordError
        When a part is unknown, or a name that the record knows would be in it.
    """
    if unknown := choice.parts - {part.key for part in PARTS}:
        listed = ", ".join(part.key for part in PARTS)
        raise RecordError(f"{min(unknown)!r} is no part of a copy. Expected some of {listed}.")
    stand_ins = stand_ins_of(record, choice.also)
    made = _Making(record, catalogue, choice, stand_ins)
    rows = made.rows()
    text = made.archive(rows)
    _refuse_names(rows, text, stand_ins)
    left_out = sum(cell[1] not in _ORDER for cell in record.current()) - len(made.lines)
    return CopyFor(tuple(made.lines), text, max(left_out, 0), stand_ins.kept)


class _Making:
    """Chooses the rows and changes what has to be changed."""

    def __init__(self, record: Record, catalogue: Catalogue, choice: CopyChoice, stand_ins: StandIns) -> None:
        self._record, self._catalogue, self._choice, self._stand_ins = record, catalogue, choice, stand_ins
        self._told = json.loads(archive_text(record.path))
        self._by_seq: dict[int, Row] = {row["seq"]: row for row in self._told["answers"]}
        self._changed: set[str] = set()
        self.lines: list[CopyLine] = []

    def rows(self) -> list[Row]:
        units = self._units()
        parents = {row["id"]: row["parent"] for row in self._told["units"]}
        standing = sorted(self._standing(units), key=lambda answer: answer.seq)
        items = {unit: {answer.item for answer in standing if answer.unit == unit} for unit in units}
        kept = {unit for unit, said in items.items() if said.difference(_ORDER)}
        for unit in list(kept):
            while unit := parents.get(unit) or "":
                kept.add(unit)
        chosen = [self._by_seq[answer.seq] for answer in standing if answer.unit in kept]
        found = [self._made(row) for row in chosen if self._names_only(row, kept)]
        self.lines = self._shown(found, {unit: units[unit] for unit in kept if unit in units})
        return found

    def _units(self) -> dict[str, str]:
        """Return the units that may go along, with their kind."""
        snapshot = Snapshot(self._record)
        quiet = set() if self._choice.private else quiet_roles(snapshot)
        kinds = (*UNIT_KINDS[1:], *([NOTE] if "notes" in self._choice.parts else []))
        there = [unit for kind in kinds for unit in snapshot.units(kind)]
        inside = {unit.id: unit.parent for unit in there}

        def hurts(unit: str | None) -> bool:
            return unit is not None and (unit in quiet or hurts(inside.get(unit)))

        found = {unit.id: unit.kind for unit in there if not hurts(unit.id)}
        return {snapshot.unit.id: "person", **found}

    def _standing(self, units: Mapping[str, str]) -> list[Answer]:
        current = self._record.current(units=list(units))
        parts = [part for part in PARTS if part.key in self._choice.parts]
        kinds = {"jobs": ("role", "person"), "search": ("target", "interview"), "notes": (NOTE,)}
        found = []
        for (unit, item), answer in current.items():
            if item in _ORDER:
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

    def _is_private(self, answer: Answer) -> bool:
        known = self._catalogue.item(answer.item) if answer.item in self._catalogue else None
        return not self._choice.private and (answer.private or (known is not None and known.private))

    def _may_be_said(self, answer: Answer, part: str) -> bool:
        """Keep free text out but for names, titles and notes; and the person's own lines, which are text."""
        item = answer.item.partition(":")[0]
        if item in TITLES or item in _BY_NAME or part == "notes" or self._choice.text:
            return True
        if any(line in self._own_lines for line in answer.item.split(":")):
            return False
        known = self._catalogue.item(item) if item in self._catalogue else None
        return known is None or known.kind != "text"

    @property
    def _own_lines(self) -> set[str]:
        from good_on_paper.catalogue.loading import shipped  # noqa: PLC0415 - needed only here

        return {item.key for item in self._catalogue.items(hidden=True) if item.key not in shipped()}

    def _names_only(self, row: Row, kept: set[str]) -> bool:
        """Leave out what names a unit that stays behind."""
        known = {each["id"] for each in self._told["units"]}
        return not any(one in known and one not in kept for one in _texts(row["value"]))

    def _made(self, row: Row) -> Row:
        """Return an answer as the copy has it."""
        value = row["value"]
        item = row["item"].partition(":")[0]
        if isinstance(value, str) and row["state"] == "value":
            value = self._said(item, value)
        elif row["item"] in ("guesses", "drawn", keys.LINES_OFFERED, keys.LINES_CHOSEN, keys.LINES_SET_ASIDE):
            value = [line for line in value if self._choice.text or line not in self._own_lines]
        if value == row["value"]:
            return row
        self._changed.add(row["id"])
        return row | {"value": value}

    def _said(self, item: str, value: str) -> str:
        kind = _BY_NAME.get(item)
        if kind == "Person":
            named = [self._stand_ins.standing_for(name) for name in names_in(value)]
            return ", ".join(dict.fromkeys(named)) or "somebody"
        if kind is not None:
            return self._stand_ins.standing_for(value)
        if item == "title" and self._choice.levels:
            return _level(value)
        known = self._catalogue.item(item) if item in self._catalogue else None
        if known is not None and known.kind == "date":
            return _YEAR.sub(r"\1", value) if self._choice.years else value
        if known is not None and known.kind in ("choice", "rating", "number"):
            return value
        return self._stand_ins.replaced(value)

    def _shown(self, rows: list[Row], units: Mapping[str, str]) -> list[CopyLine]:
        snapshot = Snapshot(self._record)
        named = [role_names(snapshot, kind=kind) for kind in UNIT_KINDS[1:]]
        names = {unit: name for each in named for unit, name in each.items()}
        said = {(row["unit"], row["item"]): row["value"] for row in rows}
        lines = []
        for row in rows:
            if row["item"] in _ORDER:
                continue
            unit = row["unit"]
            about = ", ".join(str(said[unit, item]) for item in TITLES if (unit, item) in said)
            if not about:
                about = "You" if units.get(unit) == "person" else (units.get(unit) or "").capitalize()
                about = self._stand_ins.replaced(names.get(unit, about)) if self._choice.text else about
            says = _in_words(row, self._catalogue)
            left = left_over(says) if isinstance(row["value"], str) and row["item"] != "employer" else []
            known = self._catalogue.item(row["item"]) if row["item"] in self._catalogue else None
            if known is not None and known.kind != "text":
                left = []
            lines.append(CopyLine(about, _asked(row["item"], self._catalogue), says, tuple(left)))
        return lines

    def archive(self, rows: list[Row]) -> str:
        units = {row["unit"] for row in rows}
        sittings = {row["sitting"] for row in rows}
        parents = {row["id"]: row["parent"] for row in self._told["units"]}
        for unit in list(units):
            while (unit := parents.get(unit)) is not None:
                units.add(unit)
        forgotten = set(self._told["forgotten"])
        told = self._told | {
            "catalogue": None,  # the person's own wording is their text
            "units": [row for row in self._told["units"] if row["id"] in units],
            "sittings": [row for row in self._told["sittings"] if row["id"] in sittings],
            "answers": rows,
            "forgotten": sorted(forgotten & {row["id"] for row in rows} - self._changed),
            "withheld": self._withheld(rows),
            "made_for": [
                {"number": 1, "whose": self._choice.whose, "whom": self._choice.whom, "made": now()}
            ],
        }
        return json.dumps(told, separators=(",", ":"))

    def _withheld(self, rows: list[Row]) -> list[Row]:
        """Name what had to be changed, and what came before what stands, so that the order stays known."""
        known = {row["id"]: row for row in self._told["answers"]}
        held = {row["id"]: row["after"] for row in self._told["withheld"]}
        there = {row["id"] for row in rows}
        found: dict[str, list[str]] = {}
        ahead = [one for row in rows for one in (*row["after"], row["undoes"]) if one] + sorted(self._changed)
        while ahead:
            one = ahead.pop()
            if one in found or (one in there and one not in self._changed):
                continue
            found[one] = known[one]["after"] if one in known else held.get(one, [])
            ahead += found[one]
        return [{"id": one, "after": after} for one, after in sorted(found.items())]


def _level(title: str) -> str:
    words = set(re.findall(r"[^\W\d_]+", folded(title)))
    return next((level for level, said in _LEVELS if words & set(said.split())), "Job")


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        value = [*value, *value.values()]
    return [text for each in value for text in _texts(each)] if isinstance(value, list) else []


def _asked(item: str, catalogue: Catalogue) -> str:
    key, _, about = item.partition(":")
    parts = [
        catalogue.item(one).worded().label if one in catalogue else _CALLED.get(one, one.replace("_", " "))
        for one in (key, about)
        if one
    ]
    return ", ".join(parts)


_CALLED: Final = {
    "guesses": "What you need",
    "knows": "How well you know it",
    "helped": "How much it helped",
    "wanted": "How much you want",
}
"""Items beside a line of the catalogue that no line words."""
_BLANKS: Final = {"na": "does not apply", "cant_recall": "can’t remember", "skip": "skipped"}


def _in_words(row: Row, catalogue: Catalogue) -> str:
    value = row["value"]
    if row["state"] != "value":
        return _BLANKS.get(row["state"], "")
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict) and "lines" in value:
        return f"a look at {len(value['roles'])} jobs and {len(value['lines'])} questions"
    known = catalogue.item(row["item"]) if row["item"] in catalogue else None
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        lines = [catalogue.item(one).worded().label if one in catalogue else one for one in value]
        return ", ".join(line.replace("_", " ") for line in lines)
    if isinstance(value, str) and known is not None and known.options:
        value = value.replace("_", " ")
    return " ".join(value.split()) if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _refuse_names(rows: list[Row], text: str, stand_ins: StandIns) -> None:
    """Search everything for every name that the record knows; a copy that holds one is not made."""
    for row in rows:
        for said in _texts(row["value"]):
            if not re.fullmatch(r"[a-z0-9_:\-]+", said) and (found := stand_ins.first_in(said)):
                raise RecordError(
                    f"{row['item']}: {said!r} still holds the name that {found} stands for. Nothing was "
                    f"written; leave that part out, or change the answer."
                )
    whole = folded(json.dumps(json.loads(text), ensure_ascii=False))
    for name, stand_in in stand_ins.of.items():
        if " " in name and name in whole:
            raise RecordError(
                f"The name that {stand_in} stands for is still in the copy. Nothing was written."
            )


def write_copy(record: Record, made: CopyFor, path: Path, passphrase: str) -> None:
    """Keep the stand-ins in the person's record, then write the copy into a new file, locked.

    Parameters
    ----------
    record : Record
        The record that it was made of.
    made : CopyFor
        The copy.
    path : Path
        The file to make; only its owner may read it.
    passphrase : str
        Locks it.

    Raises
    ------
    RecordError
        When the file is there already or cannot be written; nothing half-made stays.
    """
    data = lock(made.text.encode(), passphrase)
    if os.path.lexists(path):
        raise RecordError(f"{path}: there is such a file already. Choose another name.")
    cell = (record.person.id, keys.STAND_INS)
    stands = record.current(items=(keys.STAND_INS,), units=(record.person,)).get(cell)
    if stands is None or stands.value != made.names:
        record.answer(*cell, dict(made.names), sitting=record.sitting("copy"), private=True)
    write_new(path, data)
