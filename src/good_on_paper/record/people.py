"""The people whose records are on this computer: each with their own folder and name."""

from __future__ import annotations

import difflib
import json
import os
import sqlite3
import unicodedata
from contextlib import closing, suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Final

from good_on_paper.record.errors import Locked, RecordError
from good_on_paper.record.folder import (
    MAKING,
    ME,
    OPEN_FILE,
    PERSON_FILE,
    RECORD_FILE,
    SEAL_FILE,
    holds_record,
    people_folder,
)
from good_on_paper.record.folder_name import as_typed, folder_name
from good_on_paper.record.soundness import BESIDE, pending, sync_folder
from good_on_paper.record.sqlite_file import CLOSED, READ, connect

if TYPE_CHECKING:
    from pathlib import Path

_LIKE: Final = 0.6
"""How alike two names must be, from 0 to 1, for one to be suggested for the other."""


@dataclass(frozen=True, slots=True)
class PersonHere:
    """One of the people on this computer: what is known without opening their record.

    Parameters
    ----------
    folder : Path
        Where their record is.
    name : str
        The name as they write it; empty for the owner of the computer.
    archived : date, optional
        The day on which the record was put away.
    agreed : str, optional
        What was agreed with them about their record.
    until : date, optional
        The last day of the agreement.
    """

    folder: Path
    name: str
    archived: date | None = None
    agreed: str = ""
    until: date | None = None

    @property
    def shown(self) -> str:
        """The name, or `me` for the owner of the computer."""
        return self.name or ME

    def due(self, today: date) -> bool:
        """Return whether the agreed time for keeping the record is over."""
        return self.until is not None and self.until <= today

    @property
    def opened(self) -> datetime | None:
        """When the record was last opened or closed, in UTC; None if never."""
        names = (RECORD_FILE, SEAL_FILE, *(RECORD_FILE + ending for ending in BESIDE))
        moments = []
        for name in names:
            with suppress(OSError):
                moments.append((self.folder / name).stat().st_mtime)
        return datetime.fromtimestamp(max(moments), UTC) if moments else None

    @property
    def copy_words(self) -> str:
        """Whose copy the record is, and for whom; empty for their own record, and while it is locked."""
        path = self.folder / RECORD_FILE
        with suppress(sqlite3.Error, OSError, Locked), closing(connect(path, _how(path))) as sql:
            for whose, whom in sql.execute("SELECT whose, whom FROM made_for"):
                return f"a copy of {whose}’s record, for {whom}"
        return ""

    @property
    def may_be_open(self) -> bool:
        """Whether a kit has left a sign that it shows the record; one that was killed leaves it too."""
        return (self.folder / OPEN_FILE).exists()


def _how(path: Path) -> str:
    return READ if pending(path) else CLOSED


def people() -> list[PersonHere]:
    """Return everybody who has a record or a name on this computer: the owner first, then by name."""
    home = people_folder()
    try:
        folders = [entry for entry in home.iterdir() if entry.is_dir() and not entry.name.startswith(".")]
    except OSError:
        return []
    found = [kept(folder) for folder in folders if (folder / PERSON_FILE).is_file() or holds_record(folder)]
    return sorted(found, key=lambda one: (bool(one.name), _plain(one.name), one.folder.name))


def kept(folder: Path) -> PersonHere:
    """Return the owner of a folder; without a name of its own it is named like the folder.

    A folder elsewhere (``--home``) without a name of its own belongs to the owner of the computer.
    """
    says = _read(folder)
    name = as_typed(str(says.get("name", "")))
    if not name and folder.parent == people_folder() and folder.name != ME:
        name = folder.name
    days = _day(says.get("archived")), _day(says.get("until"))
    return PersonHere(folder, name, days[0], as_typed(str(says.get("agreed", ""))), days[1])


def find(name: str) -> PersonHere:
    """Return the person with that name, in any case; `me` is the owner of the computer.

    Parameters
    ----------
    name : str
        As typed. The name of a folder, or its path, works too.

    Raises
    ------
    RecordError
        If nobody has that name; the message names similar ones. If several have it; the message names their
        folders.
    """
    asked = _plain(name)
    if asked == ME:
        return PersonHere(people_folder() / ME, "")
    everybody = people()
    found = [
        one for one in everybody if _plain(one.name) == asked or name in (one.folder.name, str(one.folder))
    ]
    if len(found) == 1:
        return found[0]
    if found:
        folders = " or ".join(f'"{one.folder}" ({one.shown})' for one in found)
        raise RecordError(f"{len(found)} people here go by {name!r}. Give a folder for the name: {folders}")
    raise RecordError(_nobody(name, everybody))


def names_of(folder: Path) -> tuple[str, ...]:
    """Return the name of a folder's person, and their name when the folder was made.

    Redacting a text removes both, however the folder was given to us.
    """
    one = kept(folder)
    made = folder.name if folder.parent == people_folder() and folder.name != ME else ""
    return tuple(dict.fromkeys(name for name in (one.name, made.rstrip("0123456789 ")) if name))


def _nobody(name: str, everybody: list[PersonHere]) -> str:
    shown = as_typed(name) or name
    names = {_plain(one.name): one.name for one in everybody if one.name}
    asked = _plain(name)
    near = difflib.get_close_matches(asked, names, n=3, cutoff=_LIKE)
    near += [each for each in names if asked and asked in each and each not in near]
    meant = f" Did you mean {' or '.join(names[each] for each in near[:3])}?" if near else ""
    return (
        f"There is nobody called {shown!r} here.{meant} For a new record of theirs: "
        f'good-on-paper people new "{shown}"'
    )


def new(name: str) -> PersonHere:
    """Make a folder for a new person; another of the same name gets another folder.

    Raises
    ------
    RecordError
        If it is not a name, or the folder cannot be made.
    """
    shown_name, stem = as_typed(name), refuse_no_name(name)
    home = people_folder()
    number = 1
    while True:
        folder = home / (stem if number == 1 else f"{stem} {number}")
        number += 1
        if folder.name == ME or os.path.lexists(folder):
            continue
        try:
            home.mkdir(mode=0o700, parents=True, exist_ok=True)
            folder.mkdir(mode=0o700)
        except FileExistsError:  # another process just made it
            continue
        except OSError as error:
            raise _refused(folder, error) from error
        one = PersonHere(folder, shown_name)
        _write(one)
        return one


def refuse_no_name(name: str) -> str:
    """Return the name of a folder for a person's name.

    Raises
    ------
    RecordError
        If nothing was typed, or it is not a name.
    """
    if not as_typed(name):
        raise RecordError("Type a name first. Nothing was changed.")
    return folder_name(name)


def named(one: PersonHere, name: str) -> PersonHere:
    """Return a person under the name that was asked for, and keep it if their folder has none yet."""
    if not one.name or (one.folder / PERSON_FILE).is_file():
        return one
    return rename(one, name)


def rename(one: PersonHere, name: str) -> PersonHere:
    """Change a person's name. The folder keeps its own, so that nothing that points to it breaks.

    Raises
    ------
    RecordError
        If it is not a name, the person is the owner of the computer, or it cannot be written.
    """
    _refuse_owner(one)
    refuse_no_name(name)
    return _write(replace(one, name=as_typed(name)))


def archive(one: PersonHere, *, back: bool = False) -> PersonHere:
    """Put a person's record away, or bring it back; nothing in it changes.

    Raises
    ------
    RecordError
        If the person is the owner of the computer, or it cannot be written.
    """
    _refuse_owner(one)
    return _write(replace(one, archived=None if back else datetime.now(UTC).astimezone().date()))


def agree(one: PersonHere, agreed: str, until: date | None) -> PersonHere:
    """Note what was agreed with a person about their record, and until when; empty removes the note.

    Raises
    ------
    RecordError
        If it cannot be written.
    """
    return _write(replace(one, agreed=as_typed(agreed), until=until))


def _refuse_owner(one: PersonHere) -> None:
    if not one.name:
        raise RecordError("That is your own record: it has no name, and cannot be put away.")


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", as_typed(name)).casefold())


def _day(text: object) -> date | None:
    with suppress(ValueError, TypeError):
        return date.fromisoformat(str(text)) if text else None
    return None


def _read(folder: Path) -> dict[str, Any]:
    """Return what a folder says about its person; empty if the file is not ours or broken."""
    try:
        says = json.loads((folder / PERSON_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return says if isinstance(says, dict) else {}


def _write(one: PersonHere) -> PersonHere:
    """Write what a folder says about its person, in one step, readable only by the owner."""
    path, making = one.folder / PERSON_FILE, one.folder / f"{PERSON_FILE}.{MAKING}"
    says = {key: value for key, value in asdict(one).items() if value and key != "folder"}
    text = json.dumps(says, default=str, ensure_ascii=False, indent=1)
    try:
        with os.fdopen(os.open(making, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(text.encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())
        making.replace(path)
        sync_folder(one.folder)
    except OSError as error:
        raise _refused(path, error) from error
    return one


def _refused(path: Path, error: OSError) -> RecordError:
    return RecordError(
        f"{path}: cannot be written ({error.strerror}). Make room, or allow writing there. Nothing was "
        f"changed."
    )
