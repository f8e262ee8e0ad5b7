"""Erase answers for good: from the record, its history and every copy beside it."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from good_on_paper.record import erasure
from good_on_paper.record.answers import NOTE
from good_on_paper.record.backup import PATIENCE, only_one_copying
from good_on_paper.record.connection import Connection
from good_on_paper.record.errors import NotSaved, RecordError, explain
from good_on_paper.record.exported import LIST_FILE
from good_on_paper.record.folder import (
    BACKUPS,
    CATALOGUE_FILE,
    EXPORTS,
    FORGETTING_FILE,
    MAKING,
    RECORD_FILE,
    SET_ASIDE,
    refuse_link,
)
from good_on_paper.record.inventory import copy_folders, files_in, parts, remove_copy, strangers
from good_on_paper.record.looked import noted_looks, unnote_looks
from good_on_paper.record.migrations import APPLICATION_ID, SHAPE, migrate, shape_of
from good_on_paper.record.own_lines import drop_line
from good_on_paper.record.soundness import BESIDE, first_fault, seal, sync_folder, unseal
from good_on_paper.record.sqlite_file import READ, WRITE, connect
from good_on_paper.record.sums import add_sums, teach_sums

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What we erased, without its content.

    Parameters
    ----------
    answers, units : int
        How many were erased from the record.
    copies : int
        How many backups and set-aside files were rewritten without them.
    unreached : tuple of Path
        Exported files, and files beside the backups that the kit did not make: we cannot erase answers from
        them, so they may still have them.
    """

    answers: int
    units: int
    copies: int
    unreached: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class _Wish:
    what: str
    names: tuple[str | int, ...]
    drop_damaged: bool


_UNION: Final = _Wish("forgotten", (), drop_damaged=False)
_PLANS: Final[dict[str, Callable[..., erasure.Erasure]]] = {
    "answer": erasure.of_answer,
    "cell": erasure.of_cell,
    "item": erasure.of_item,
    "unit": erasure.of_unit,
    "forgotten": erasure.of_forgotten,
}


def forget_answer(folder: Path, seq: int, *, drop_damaged: bool = False) -> Forgotten:
    """Erase the content of one answer, and every repeat of it in its cell.

    The answer stays in the journal as a cleared one, so that undo and history keep their order. For
    parameters, return value and errors see `forget_unit`.
    """
    return _forget_next(folder, _Wish("answer", (seq,), drop_damaged))


def forget_cell(folder: Path, unit: str, item: str, *, drop_damaged: bool = False) -> Forgotten:
    """Erase every answer ever given to an item about a unit; see `forget_unit`."""
    done = _forget_next(folder, _Wish("cell", (unit, item), drop_damaged))
    unnote_looks(folder, item)
    return done


def forget_item(folder: Path, item: str, *, drop_damaged: bool = False) -> Forgotten:
    """Erase every answer ever given to an item, and the person's own wording of it; see `forget_unit`.

    Other items about it are erased too: what was known about it, the level wanted, its questions.
    """
    noted = any(note.item == item for note in noted_looks(folder))
    try:
        done = _forget_next(folder, _Wish("item", (item,), drop_damaged))
    except RecordError:
        if not noted or _noted(folder) is not None:
            raise
        done = Forgotten(0, 0, 0, ())  # only the note was left of it
    unnote_looks(folder, item)
    return done


def forget_unit(folder: Path, unit: str, *, drop_damaged: bool = False) -> Forgotten:
    """Erase a role, an interview or the like, everything inside it, and every answer about them.

    The record may be open elsewhere. We write a note of what to erase, then erase it from the copies, then
    from the record. If this is interrupted, the next opening finishes it.

    Parameters
    ----------
    folder : Path
        The person's folder.
    unit : str
        The unit's id.
    drop_damaged : bool, optional
        Whether to delete copies that are too damaged to erase anything from.

    Raises
    ------
    RecordError
        If there is no such unit, or a copy is too damaged; then nothing was changed.
    NotSaved
        If the disk refuses; try again once it works.
    """
    return _forget_next(folder, _Wish("unit", (unit,), drop_damaged))


def note_union(folder: Path) -> None:
    """Note, before another copy is brought in, that what it has forgotten must be erased from our copies too.

    Raises
    ------
    RecordError
        If a copy is too damaged to erase anything from.
    NotSaved
        If the disk refuses; then nothing was changed.
    """
    if trouble := finish_forgetting(folder):
        raise RecordError(trouble)
    _drop(damaged_copies(folder), drop_damaged=False)
    _note(folder, _UNION)


def forget_union(folder: Path) -> Forgotten:
    """Erase from backups and set-aside files what the record has forgotten; see `forget_unit`."""
    return _forget(folder, _UNION)


def finish_forgetting(folder: Path) -> str | None:
    """Finish an erasure that a kill or a full disk cut short.

    Parameters
    ----------
    folder : Path
        The person's folder.

    Returns
    -------
    str or None
        A message for the person if it is still not done; None if all is well.
    """
    wish = _noted(folder)
    if wish is None:
        return None
    try:
        _forget(folder, wish, again=True)
    except (RecordError, OSError) as error:
        return f"What you asked to forget is not gone from every copy yet: {error}"
    return None


def _forget_next(folder: Path, wish: _Wish) -> Forgotten:
    if _noted(folder) not in (None, wish) and (trouble := finish_forgetting(folder)):
        raise RecordError(trouble)
    return _forget(folder, wish)


def _noted(folder: Path) -> _Wish | None:
    try:
        what, names, drop_damaged = json.loads((folder / FORGETTING_FILE).read_bytes())
        return _Wish(what, tuple(names), bool(drop_damaged)) if what in _PLANS else None
    except (FileNotFoundError, ValueError, TypeError):
        return None


def _forget(folder: Path, wish: _Wish, *, again: bool = False) -> Forgotten:
    path = folder / RECORD_FILE
    refuse_link(path)
    if not path.is_file():
        raise RecordError(f"{path}: there is no record. Expected one; choose its folder with --home.")
    answers = units = 0
    copies: list[Path] = []
    connection = Connection(path)
    try:
        with ExitStack() as until_committed, connection.writing() as sql:
            until_committed.enter_context(_no_copying(folder))
            sql.execute("PRAGMA secure_delete = ON")
            _refuse_in_a_copy(sql, path, wish)
            act = _plan(sql, wish, again=again)
            if act:  # else the record, which comes last, is done
                _drop(damaged_copies(folder), drop_damaged=wish.drop_damaged)
                _note(folder, wish)
                copies = _copies(folder)
                for copy in copies:
                    _erase(copy, act)
                if wish.what == "item":
                    for own in (path.with_name(CATALOGUE_FILE), *_beside(folder, CATALOGUE_FILE)):
                        drop_line(own, str(wish.names[0]))
                answers, units = act(sql)
        connection.scour()
        (folder / FORGETTING_FILE).unlink(missing_ok=True)
    finally:
        connection.close()
    return Forgotten(answers, units, len(copies), tuple(_unreached(folder)))


@contextmanager
def _no_copying(folder: Path) -> Iterator[None]:
    """Wait for a running backup, and keep the next one waiting: both could contain the words."""
    with ExitStack() as lock:
        try:
            lock.enter_context(only_one_copying(folder, PATIENCE))
        except FileExistsError:
            pass  # a file has the folder's name, so there are no backups
        except OSError as error:
            raise NotSaved(
                f"NOT SAVED in {folder}: the backups cannot be reached ({error}), so nothing was erased. "
                f"What to do: close the other windows of Good on Paper and forget again."
            ) from error
        yield


def _refuse_in_a_copy(sql: sqlite3.Connection, path: Path, wish: _Wish) -> None:
    """Refuse to erase answers in a copy made for somebody, as a merge would erase the owner's too."""
    made = sql.execute("SELECT whose FROM made_for").fetchone()
    if made is None or wish.what == "forgotten":
        return
    kind = sql.execute("SELECT kind FROM unit WHERE id = ?", (wish.names[0],)).fetchone()
    if wish.what != "unit" or kind != (NOTE,):
        raise RecordError(
            f"{path}: a copy of {made[0]}’s record, so what they said is not erased one by one. "
            f"'good-on-paper wipe' erases the whole copy."
        )


def _plan(sql: sqlite3.Connection, wish: _Wish, *, again: bool) -> erasure.Erasure | None:
    try:
        return _PLANS[wish.what](sql, *wish.names)
    except RecordError:
        if again:
            return None
        raise


def _note(folder: Path, wish: _Wish) -> None:
    """Note what to erase: a copy counts as damaged from its first change to its new seal."""
    making = folder / f"{FORGETTING_FILE}.{MAKING}"
    try:
        with os.fdopen(os.open(making, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            json.dump((wish.what, wish.names, wish.drop_damaged), file)
            file.flush()
            os.fsync(file.fileno())
        making.replace(folder / FORGETTING_FILE)
        sync_folder(folder)
    except OSError as error:
        raise NotSaved(
            f"NOT SAVED in {folder}: nothing can be written there ({error}), so nothing was erased. What to "
            f"do: make room and forget again."
        ) from error


def _unreached(folder: Path) -> list[Path]:
    others = [*strangers(folder, EXPORTS, BACKUPS, SET_ASIDE), *parts(folder)["exports"]]
    files = {file for path in others for file in (path, *path.rglob("*")) if file.is_file()}
    return sorted(files - {folder / EXPORTS / LIST_FILE})


def _copies(folder: Path) -> list[Path]:
    """Return the record's files in backups and set-aside folders, including half-made ones."""
    return _beside(folder, RECORD_FILE)


def _beside(folder: Path, name: str) -> list[Path]:
    return [path for copy in copy_folders(folder) if (path := copy / name) in files_in(copy)]


def damaged_copies(folder: Path) -> list[Path]:
    """Return the record's files among the copies that cannot be read, or have a fault."""
    return [path for path in _copies(folder) if not _readable(path)]


def _readable(path: Path) -> bool:
    try:
        cut_short = path.with_name(f"{path.name}-journal").exists()  # only a writer can roll that back
        with closing(connect(path, WRITE if cut_short else READ)) as sql:
            mark: Any = sql.execute("PRAGMA application_id").fetchone()[0]
            return mark == APPLICATION_ID and shape_of(sql) <= SHAPE and not first_fault(sql)
    except sqlite3.Error:
        return False


def _drop(damaged: list[Path], *, drop_damaged: bool) -> None:
    if damaged and not drop_damaged:
        named = ", ".join(f"{path.parent.parent.name}/{path.parent.name}" for path in damaged)
        raise RecordError(
            f"{len(damaged)} copies are damaged, and nothing can be erased from them: {named}. Say "
            f"--drop-damaged to delete them whole. Nothing was erased."
        )
    for path in damaged:
        remove_copy(path.parent)


def _erase(path: Path, act: erasure.Erasure) -> None:
    """Erase from a copy and seal it again; an older copy gets today's shape."""
    unseal(path)
    try:
        with closing(connect(path, WRITE)) as sql:
            for setting in ("journal_mode = DELETE", "secure_delete = ON", "temp_store = MEMORY"):
                sql.execute(f"PRAGMA {setting}")
            teach_sums(sql)
            sql.execute("BEGIN IMMEDIATE")
            migrate(sql, path)
            act(sql)
            add_sums(sql)
            sql.execute("COMMIT")
            sql.execute("VACUUM")
    except sqlite3.Error as error:
        raise explain(error, path) from error
    for ending in BESIDE:
        path.with_name(path.name + ending).unlink(missing_ok=True)
    seal(path)
