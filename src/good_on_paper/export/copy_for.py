"""A copy of a record for somebody: chosen parts without names, each line shown before it is written.

It is built from an allow-list into a new archive, which opens like any record. It has the current answers,
not earlier ones. A changed answer is marked as withheld, so that it never replaces the person's own when the
copy comes back. `copy_choice` says what is included, `copy_redaction` how it is changed.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from good_on_paper.catalogue import keys
from good_on_paper.export.copy_choice import ORDER, ChosenAnswers
from good_on_paper.export.copy_lines import copy_lines
from good_on_paper.export.copy_parts import PARTS
from good_on_paper.export.copy_redaction import Redaction
from good_on_paper.export.stand_ins import StandIns, folded, stand_ins_of
from good_on_paper.record import RecordError
from good_on_paper.record.archive import archive_text, write_new
from good_on_paper.record.encryption import lock
from good_on_paper.record.rows import now

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.export.copy_choice import CopyChoice
    from good_on_paper.export.copy_lines import CopyLine
    from good_on_paper.record import Record

Row = dict[str, Any]


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
        How many current answers of the record are not in the copy.
    names : mapping
        What the person's record keeps so that the next copy has the same stand-ins.
    stays : tuple of str
        What is private and stays, of the parts that go along.
    """

    lines: tuple[CopyLine, ...]
    text: str
    left_out: int
    names: Mapping[str, Any]
    stays: tuple[str, ...] = ()


def copy_for(record: Record, catalogue: Catalogue, choice: CopyChoice) -> CopyFor:
    """Build a copy of a record for somebody; write nothing.

    Parameters
    ----------
    record : Record
        The person's record.
    catalogue : Catalogue
        What can be asked, with their own lines.
    choice : CopyChoice
        What to include, and how.

    Raises
    ------
    RecordError
        If a part is unknown, or a name that the record knows would be in it.
    """
    if unknown := choice.parts - {part.key for part in PARTS}:
        listed = ", ".join(part.key for part in PARTS)
        raise RecordError(f"{min(unknown)!r} is no part of a copy. Expected some of {listed}.")
    stand_ins = stand_ins_of(record, choice.also)
    chosen = ChosenAnswers(record, catalogue, choice)
    redaction = Redaction(catalogue, choice, stand_ins, chosen.own_lines)
    made = _Making(json.loads(archive_text(record.path)))
    units = chosen.units()
    rows = made.rows([answer.seq for answer in chosen.standing(units)], redaction)
    text = made.archive(rows, choice)
    _refuse_names(rows, text, stand_ins)
    lines = copy_lines(record, rows, units, redaction)
    left_out = sum(cell[1] not in ORDER for cell in record.current()) - len(lines)
    return CopyFor(lines, text, max(left_out, 0), stand_ins.kept, chosen.private_stays(units))


class _Making:
    """Makes an archive from some of the rows of another."""

    def __init__(self, content: dict[str, Any]) -> None:
        self._content = content
        self._by_seq: dict[int, Row] = {row["seq"]: row for row in content["answers"]}
        self._changed: set[str] = set()

    def rows(self, chosen: Iterable[int], redaction: Redaction) -> list[Row]:
        """Return the answers as the copy has them, the oldest first."""
        parents = {row["id"]: row["parent"] for row in self._content["units"]}
        standing = [self._by_seq[seq] for seq in sorted(chosen)]
        kept = {row["unit"] for row in standing if row["item"] not in ORDER}
        for unit in list(kept):
            while unit := parents.get(unit) or "":
                kept.add(unit)
        stay = parents.keys() - kept
        return [
            self._made(row, redaction)
            for row in standing
            if row["unit"] in kept and stay.isdisjoint(_texts(row["value"]))
        ]

    def _made(self, row: Row, redaction: Redaction) -> Row:
        value = redaction.redacted(row["item"], row["state"], row["value"])
        if value == row["value"]:
            return row
        self._changed.add(row["id"])
        return row | {"value": value}

    def archive(self, rows: list[Row], choice: CopyChoice) -> str:
        """Return the archive with these answers."""
        units = {row["unit"] for row in rows}
        sittings = {row["sitting"] for row in rows}
        parents = {row["id"]: row["parent"] for row in self._content["units"]}
        for unit in list(units):
            while (unit := parents.get(unit)) is not None:
                units.add(unit)
        forgotten = set(self._content["forgotten"])
        archive = self._content | {
            "catalogue": None,  # the person's own wording is their text
            "units": [row for row in self._content["units"] if row["id"] in units],
            "sittings": [row for row in self._content["sittings"] if row["id"] in sittings],
            "answers": rows,
            "forgotten": sorted(forgotten & {row["id"] for row in rows} - self._changed),
            "withheld": self._withheld(rows),
            "made_for": [{"number": 1, "whose": choice.whose, "whom": choice.whom, "made": now()}],
        }
        return json.dumps(archive, separators=(",", ":"))

    def _withheld(self, rows: list[Row]) -> list[Row]:
        """Return the ids of changed answers and of answers before the current ones, to keep the order."""
        known = {row["id"]: row for row in self._content["answers"]}
        held = {row["id"]: row["after"] for row in self._content["withheld"]}
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


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        value = [*value, *value.values()]
    return [text for each in value for text in _texts(each)] if isinstance(value, list) else []


def _refuse_names(rows: list[Row], text: str, stand_ins: StandIns) -> None:
    """Search everything for every name that the record knows; refuse a copy that contains one."""
    for row in rows:
        for text_part in _texts(row["value"]):
            if not re.fullmatch(r"[a-z0-9_:\-]+", text_part) and (found := stand_ins.first_in(text_part)):
                raise RecordError(
                    f"{row['item']}: {text_part!r} still holds the name that {found} stands for. Nothing was "
                    f"written; leave that part out, or change the answer."
                )
    whole = folded(json.dumps(json.loads(text), ensure_ascii=False))
    for name, stand_in in stand_ins.of.items():
        if " " in name and name in whole:
            raise RecordError(
                f"The name that {stand_in} stands for is still in the copy. Nothing was written."
            )


def write_copy(
    record: Record,
    made: CopyFor,
    path: Path,
    passphrase: str | None,
    *,
    public: tuple[str, ...] = (),
    label: str = "",
) -> None:
    """Keep the stand-ins in the person's record, then write the copy into a new file, locked.

    Parameters
    ----------
    record : Record
        The record that it was made from.
    made : CopyFor
        The copy.
    path : Path
        The file to make; only its owner may read it.
    passphrase : str or None
        Locks it.
    public : tuple of str, optional
        Public keys to lock it to, in place of a passphrase.
    label : str, optional
        What can be read on the file without opening it.

    Raises
    ------
    RecordError
        If the file is there already or cannot be written; nothing half-made stays.
    """
    data = lock(made.text.encode(), passphrase, keys=public, label=label)
    if os.path.lexists(path):
        raise RecordError(f"{path}: there is such a file already. Choose another name.")
    cell = (record.person.id, keys.STAND_INS)
    stands = record.current(items=(keys.STAND_INS,), units=(record.person,)).get(cell)
    if stands is None or stands.value != made.names:
        record.answer(*cell, dict(made.names), sitting=record.sitting("copy"), private=True)
    write_new(path, data)
