"""Where a person's record lives."""

from __future__ import annotations

import errno
import os
import re
import stat
from pathlib import Path, PurePath
from typing import Final

from platformdirs import user_data_path

from good_on_paper.record.errors import RecordError
from good_on_paper.record.opened import refuse_moved

RECORD_FILE: Final = "record.sqlite3"
CATALOGUE_FILE: Final = "catalogue.toml"
"""The person's own lines and words, beside the record."""
BACKUPS: Final = "backups"
SET_ASIDE: Final = "set-aside"
"""The folder for records that a restore replaced."""
EXPORTS: Final = "exports"
"""Charts and sheets the person saved from a page."""
PERSON_FILE: Final = "record.person"
"""The file with the name of a folder's owner, if several people use this computer; it has no answers."""
OPEN_FILE: Final = "record.open"
"""The file beside the record while a kit serves it: the number of its process, nothing else."""
SEAL_FILE: Final = "record.seal"
UNCLOSED_FILE: Final = "record.unclosed"
"""Exists while the record is open with a journal beside it, and after a kill."""
RESTORING_FILE: Final = "record.restoring"
"""Exists while one record replaces another: it names the folder with both."""
FORGETTING_FILE: Final = "record.forgetting"
"""Exists while something is being erased from the record and its copies: what, by id."""
LOOKED_FILE: Final = "record.looked"
"""The looks that were taken, and when: a restored older copy would not know them."""
MERGED_FILE: Final = "record.merged"
"""The file beside the backup from before a merge: what the merge brought, by id."""
MAKING: Final = "making"
"""The name, or part of the name, of anything unfinished."""
STAMP: Final = "%Y-%m-%dT%H%M%S.%fZ"
STAMPED: Final = re.compile(
    r"(\d{4}-\d\d-\d\dT\d{6}\.\d{6}Z)(?:-(before-shape-\d+|before-merge|after-merge))?"
)
"""Names of backup and set-aside folders: the moment they were made, and for some the reason."""

ME: Final = "me"
"""The owner of the computer; the only person without a name."""
NO_FOLDER: Final = "No folder is named. Expected one, such as --home ~/career; a dot is the one you are in."
_OWN: Final = "good-on-paper"


def people_folder() -> Path:
    """Return the system's folder for this program and user: each person has a folder in it."""
    return user_data_path(_OWN, appauthor=False)


def person_folder(explicit: Path | str | None = None) -> Path:
    """Return the folder that holds one person's record; it need not exist yet.

    Parameters
    ----------
    explicit : Path or str, optional
        A folder chosen by the person; it comes first.

    Returns
    -------
    Path
        `explicit`, else the folder in the environment variable ``GOOD_ON_PAPER_HOME``, else ``me`` in
        `people_folder`: never inside the downloaded kit, which a new download or a clean-up would destroy. If
        the folder existed before, is open to other users and holds no record, its permissions stay and the
        person's folder is ``good-on-paper`` inside it.

    Raises
    ------
    RecordError
        If `explicit` is empty.
    """
    if explicit is not None and not str(explicit).strip():
        raise RecordError(NO_FOLDER)
    chosen = explicit or os.environ.get("GOOD_ON_PAPER_HOME")
    if chosen:
        return _not_open_to_others(Path(chosen).expanduser().resolve())
    return people_folder() / ME


def _not_open_to_others(folder: Path) -> Path:
    """Return a folder; if others can open it and it holds no record yet, our own folder inside it."""
    try:
        open_to_others = os.name == "posix" and stat.S_IMODE(folder.stat().st_mode) & 0o077
        return folder / _OWN if open_to_others and not holds_record(folder) else folder
    except OSError:  # it does not exist yet, or we may not look into it
        return folder


def holds_record(folder: Path) -> bool:
    """Return whether a folder holds a record, or a backup of one."""
    if any(os.path.lexists(folder / name) for name in (RECORD_FILE, SEAL_FILE, CATALOGUE_FILE)):
        return True
    backups = folder / BACKUPS
    return backups.is_dir() and any(STAMPED.fullmatch(entry.name) for entry in backups.iterdir())


def make_private(folder: Path) -> Path:
    """Make the folder and an empty record file in it, which only the owner can read.

    Parameters
    ----------
    folder : Path
        The person's folder.

    Returns
    -------
    Path
        The record's file. SQLite's files beside it get the same permissions. A folder that existed before
        keeps its own.

    Raises
    ------
    RecordError
        If the folder cannot be made or written to, the file is a link, or an open record was moved away from
        here.
    """
    path = folder / RECORD_FILE
    refuse_link(path)
    refuse_moved(path)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _make_empty(path)
        path.chmod(0o600)
    except OSError as error:
        raise RecordError(
            f"{path}: the record cannot be kept there ({error.strerror}). Expected a folder that belongs to "
            f"you and can be written to; choose one with --home or GOOD_ON_PAPER_HOME."
        ) from error
    return path


def refuse_link(path: Path) -> None:
    """Refuse a record's file that is a link to a file elsewhere.

    SQLite keeps its journal beside that other file, where we would never look for it.

    Raises
    ------
    RecordError
        If it is a link; nothing was changed.
    """
    if path.is_symlink():
        raise RecordError(
            f"{path}: this is a link to {path.readlink()}. Expected the file itself: move it here, or choose "
            f"its folder with --home. Nothing was changed."
        )


def _make_empty(path: Path) -> None:
    """Make the file if it is missing, and never open an existing one.

    On POSIX, closing any handle on a file drops all of this process's locks on it, SQLite's among them: the
    next process to close would then delete the journal under a record that is still open here.
    """
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        if not os.access(path, os.R_OK | os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES)) from None


def uri_of(path: PurePath) -> str:
    """Return SQLite's address of a file. SQLite takes no host in it, so we give a Windows share as a path.

    Examples
    --------
    >>> from pathlib import PureWindowsPath
    >>> uri_of(PureWindowsPath("D:/kit/record.sqlite3"))
    'file:///D:/kit/record.sqlite3'
    >>> uri_of(PureWindowsPath("//server/jo/record.sqlite3"))
    'file:////server/jo/record.sqlite3'
    """
    uri = path.as_uri()
    return uri if uri.startswith("file:///") else uri.replace("file://", "file:////", 1)
