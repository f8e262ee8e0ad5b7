"""Where a person's record lives."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from platformdirs import user_data_path

from good_on_paper.record.errors import RecordError

RECORD_FILE = "record.sqlite3"
CATALOGUE_FILE = "catalogue.toml"
"""The person's own lines and words, beside the record."""


def person_folder(explicit: Path | str | None = None) -> Path:
    """Return the folder that holds one person's record; it need not exist yet.

    Parameters
    ----------
    explicit : Path or str, optional
        A folder chosen by the person; it wins.

    Returns
    -------
    Path
        `explicit`, else the environment variable ``GOOD_ON_PAPER_HOME``, else ``me`` in the data folder that
        the system keeps for programs of this user: never inside the downloaded kit, which a new download or
        a clean-up would destroy.
    """
    chosen = explicit or os.environ.get("GOOD_ON_PAPER_HOME")
    if chosen:
        return Path(chosen).expanduser().resolve()
    return user_data_path("good-on-paper", appauthor=False) / "me"


def make_private(folder: Path) -> Path:
    """Make the folder and an empty record file in it, for the owner's eyes only.

    Parameters
    ----------
    folder : Path
        The person's folder.

    Returns
    -------
    Path
        The record's file. The files SQLite lays beside it take over its permissions.

    Raises
    ------
    RecordError
        When the folder cannot be made or written to.
    """
    path = folder / RECORD_FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
        _make_empty(path)
        path.chmod(0o600)
    except OSError as error:
        raise RecordError(
            f"{path}: the record cannot be kept there ({error.strerror}). Expected a folder that belongs to "
            f"you and can be written to; choose one with --home or GOOD_ON_PAPER_HOME."
        ) from error
    return path


def _make_empty(path: Path) -> None:
    """Make the file when it is missing, and never open one that is there.

    On POSIX, closing any handle on a file drops all of this process's locks on it, SQLite's among them: the
    next process to close would then delete the journal under a record that is still open here.
    """
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        if not os.access(path, os.R_OK | os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES)) from None
