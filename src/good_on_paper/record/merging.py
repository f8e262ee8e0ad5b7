"""Merge another copy of a record into this one: look first, then all of it or nothing.

`union` is the law. If both copies have different answers in one cell, the person chooses, and the choice is a
new answer that comes after both.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from good_on_paper.record.connection import Connection
from good_on_paper.record.errors import RecordError
from good_on_paper.record.folder import CATALOGUE_FILE, RECORD_FILE
from good_on_paper.record.forget import forget_union, note_union
from good_on_paper.record.journal import PERSON, Record
from good_on_paper.record.merge_back import note_merge
from good_on_paper.record.merge_rows import LOOKS, Other, check_related, copy_of, lay, tables_in
from good_on_paper.record.unarchive import read_archive, tables_of
from good_on_paper.record.union import Copy, heads, says_the_same, union

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from good_on_paper.record.answers import Cell
    from good_on_paper.record.merge_rows import Tables
    from good_on_paper.record.union import Row

_IDS: Final = "SELECT id FROM answer ORDER BY seq"


@dataclass(frozen=True)
class ForkHead:
    """An answer that is last in its cell.

    Parameters
    ----------
    id : str
        The id of the answer.
    given : datetime
        When, in UTC.
    state, value
        As in `good_on_paper.record.Answer`.
    here : bool
        Whether it is the current answer in this copy.
    """

    id: str
    given: datetime
    state: str
    value: Any
    here: bool


@dataclass(frozen=True)
class Fork:
    """One cell that both copies answered since they separated, not knowing of each other.

    Parameters
    ----------
    unit, item : str
        What the answers are about.
    heads : tuple of ForkHead
        The last answers, this copy's first.
    """

    unit: str
    item: str
    heads: tuple[ForkHead, ...]

    @property
    def cell(self) -> Cell:
        """Unit and item."""
        return self.unit, self.item


@dataclass(frozen=True)
class Merge:
    """What another copy would bring; nothing is written yet.

    Parameters
    ----------
    other : Other
        The copy.
    new : tuple of Row
        Answers that are missing here, the oldest first.
    filled : frozenset of str
        Ids of answers that are withheld here but not there.
    erased : frozenset of str
        Ids of answers here that were forgotten there.
    forks : tuple of Fork
        The cells in which the person has to choose.
    units : tuple
        Id and kind of units that are missing here.
    unnoted : frozenset of str
        Ids that the union erases, but that are not noted as erased here.
    here : Copy
        The content of this copy.
    """

    other: Other
    new: tuple[Row, ...]
    filled: frozenset[str]
    erased: frozenset[str]
    forks: tuple[Fork, ...]
    units: tuple[tuple[str, str], ...]
    unnoted: frozenset[str]
    here: Copy

    @property
    def empty(self) -> bool:
        """Whether all of it is here already."""
        return not (self.new or self.filled or self.erased or self.forks or self.units)


def read_copy(
    path: Path, *, passphrase: str | None = None, key: bytes | None = None, data: bytes | None = None
) -> Other:
    """Read a copy of a record from a file that `export` or `copy` made.

    Parameters
    ----------
    path : Path
        The archive, locked or not.
    passphrase : str, optional
        Of a locked one.
    key : bytes, optional
        What the file of a secret key holds, of one that is locked to a key.
    data : bytes, optional
        The content of the file, if it was handed over and is not on this disk.

    Raises
    ------
    RecordError
        If the file is not an archive, or its rows do not fit together.
    """
    archive = read_archive(path, passphrase=passphrase, key=key, data=data)
    tables = tables_of(archive, path)
    return Other(path, tables, copy_of(tables), archive.catalogue)


def merge_preview(folder: Path, other: Other) -> Merge:
    """Return what another copy would bring into a person's record; nothing is changed, and nobody waits.

    Raises
    ------
    RecordError
        If the two are of different records, or one of them is damaged.
    """
    connection = Connection(folder / RECORD_FILE)
    try:
        with connection.reading() as sql:
            tables = tables_in(sql)
    finally:
        connection.close()
    return _merge(tables, other)


def merge_copy(
    folder: Path, other: Other, choices: Mapping[Cell, str], check: Callable[[Merge], None]
) -> Merge:
    """Merge another copy: all of it or, on any error, nothing. The record is backed up first.

    Call it through the door `good_on_paper.study.from_copy`, which passes `check`.

    Parameters
    ----------
    folder : Path
        The person's folder; the record may be open elsewhere.
    other : Other
        The copy.
    choices : mapping
        The id of the chosen answer, by unit and item of each fork.
    check : callable
        Raises if declarations would come in without passing their door.

    Raises
    ------
    RecordError
        If a choice is missing, or something was answered here meanwhile: look again.
    NotSaved
        If the disk refuses; nothing is changed.
    """
    connection = Connection(folder / RECORD_FILE)
    try:
        record = Record(connection)
        with connection.writing() as sql:
            found = _merge(tables_in(sql), other)
            check(found)
            if found.empty:
                if found.unnoted:  # answers there about a job that was erased here: we keep only their ids
                    lay(sql, other, found.here)
                return found
            _check_choices(found, choices)
            before = record.back_up(why="before-merge")
            if found.erased:
                note_union(folder)
            lay(sql, other, found.here)
            if found.forks:
                sitting = record.sitting("merge")
                for fork in found.forks:
                    _say_again(sql, record, fork, choices[fork.cell], sitting.id)
            note_merge(
                before,
                answers=[known for (known,) in sql.execute(_IDS) if known not in found.here.rows],
                filled=sorted(found.filled),
                units=[unit for unit, _ in found.units],
            )
            looks = {row["id"] for row in found.new if row["item"] in LOOKS}
            taken = {seq for seq, known in sql.execute("SELECT seq, id FROM answer") if known in looks}
        for look in (*record.history(PERSON, LOOKS[0]), *record.history(PERSON, LOOKS[1])):
            if look.seq in taken:
                record.note_look(look)
    finally:
        connection.close()
    if found.erased:
        forget_union(folder)
    _add_lines(folder, other.catalogue)
    return found


def _merge(tables: Tables, other: Other) -> Merge:
    check_related(tables, other)
    here = copy_of(tables)
    try:
        laid = union(here, other.copy)
    except RecordError as error:
        raise RecordError(f"{other.path}: {error} Nothing was changed.") from error
    kinds = {row["id"]: str(row["kind"]) for row in other.tables["unit"]}
    lost = laid.forgotten - here.forgotten
    return Merge(
        other,
        tuple(row for known, row in laid.rows.items() if known not in here.rows),
        frozenset(known for known in here.withheld if known in here.rows and known not in laid.withheld)
        - lost,
        frozenset(known for known in lost if known in here.rows or known in here.inside),
        tuple(_fork(cell, ids, laid, here) for cell, ids in heads(laid).items() if _is_fork(cell, ids, laid)),
        tuple((unit, kinds[unit]) for unit in laid.inside if unit not in here.inside),
        lost,
        here,
    )


def _is_fork(cell: Cell, ids: list[str], laid: Copy) -> bool:
    if len(ids) == 1 or cell[1] in LOOKS:  # each look counts: none replaces another
        return False
    return not says_the_same(laid.rows[known] for known in ids)


def _fork(cell: Cell, ids: list[str], laid: Copy, here: Copy) -> Fork:
    stands = [known for known in ids if known in here.rows]
    ours = stands[-1:]
    return Fork(*cell, tuple(_head(laid.rows[known], known in ours) for known in _first(ours, ids)))


def _first(ours: list[str], ids: list[str]) -> list[str]:
    return [*ours, *(known for known in ids if known not in ours)]


def _head(row: Row, here: bool) -> ForkHead:
    value = None if row["value"] is None else json.loads(row["value"])
    return ForkHead(row["id"], datetime.fromisoformat(row["given"]), row["state"], value, here)


def _check_choices(found: Merge, choices: Mapping[Cell, str]) -> None:
    for fork in found.forks:
        if choices.get(fork.cell) not in {head.id for head in fork.heads}:
            raise RecordError(
                f"{found.other.path}: {fork.item} was answered in both copies, and we do not know yet which "
                f"answer stands. Look at what it brings again, and choose. Nothing was changed."
            )


def _say_again(sql: sqlite3.Connection, record: Record, fork: Fork, chosen: str, sitting: str) -> None:
    """Write the person's choice: a new answer after all current ones."""
    state, text, revision, memory, private = sql.execute(
        "SELECT state, value, revision, memory, private FROM answer WHERE id = ?", (chosen,)
    ).fetchone()
    record.answer(
        fork.unit,
        fork.item,
        None if text is None else json.loads(text),
        sitting=sitting,
        state=state,
        revision=revision,
        memory=memory,
        private=bool(private),
    )


def _add_lines(folder: Path, text: str | None) -> None:
    """Add the own lines of the other copy that are missing here; if both have one, ours stays."""
    from good_on_paper.catalogue import CatalogueError, load  # noqa: PLC0415 - needed only here
    from good_on_paper.catalogue.loading import shipped, with_overlay  # noqa: PLC0415
    from good_on_paper.catalogue.write import add_items  # noqa: PLC0415

    if text is None:
        return
    with suppress(CatalogueError):  # lines that cannot be used are skipped; the answers are here
        known, there = load(folder / CATALOGUE_FILE), with_overlay(text, CATALOGUE_FILE)
        for item in there.items(hidden=True):
            if item.key not in known and item.key not in shipped():
                add_items(folder / CATALOGUE_FILE, [item])
