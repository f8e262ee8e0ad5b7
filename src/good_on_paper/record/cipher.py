"""SQLite with a lock on every page: the only file that knows SQLCipher.

Its connections and their errors behave like the standard library's, so that no other module needs to know.
"""

# ruff: noqa: ANN401 - whatever the standard library's own methods take

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any, Final, cast

from good_on_paper.record.errors import RecordError

try:
    from sqlcipher3 import dbapi2
except ImportError as error:
    raise RecordError(
        f"A locked record needs a package that is not installed here. Install it with:  "
        f'"{sys.executable}" -m pip install "sqlcipher3>=0.6.4"  Nothing was changed.'
    ) from error

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from good_on_paper.record.lock_keys import Key


_MARKS: Final = ("user_version", "application_id")
"""The pragmas that SQLCipher's export leaves out."""


@contextmanager
def _as_sqlite() -> Iterator[None]:
    try:
        yield
    except dbapi2.Error as error:
        converted = getattr(sqlite3, type(error).__name__, sqlite3.DatabaseError)(*error.args)
        converted.sqlite_errorcode = getattr(error, "sqlite_errorcode", 0)
        converted.sqlite_errorname = getattr(error, "sqlite_errorname", "")
        raise converted from error


class _Cursor(dbapi2.Cursor):  # type: ignore[misc]
    def execute(self, *given: Any) -> Any:
        with _as_sqlite():
            return super().execute(*given)

    def executemany(self, *given: Any) -> Any:
        with _as_sqlite():
            return super().executemany(*given)

    def fetchone(self) -> Any:
        with _as_sqlite():
            return super().fetchone()

    def fetchall(self) -> Any:
        with _as_sqlite():
            return super().fetchall()

    def __next__(self) -> Any:
        with _as_sqlite():
            return super().__next__()


class _Connection(dbapi2.Connection):  # type: ignore[misc]
    def cursor(self, factory: type[_Cursor] = _Cursor) -> Any:
        return super().cursor(factory)

    def backup(self, target: Any, **how: Any) -> None:
        with _as_sqlite():
            super().backup(target, **how)

    def close(self) -> None:
        with _as_sqlite():
            super().close()


def keyed(address: str, key: Key | None, **settings: Any) -> sqlite3.Connection:
    """Open a file that is locked with a key, or, with None, one that is not.

    Parameters
    ----------
    address : str
        As for ``sqlite3.connect``.
    key : Key or None
        The key of the lock; a new file gets it.
    **settings
        As for ``sqlite3.connect``.
    """
    with _as_sqlite():
        sql = dbapi2.connect(address, factory=_Connection, **settings)
    sql.execute("PRAGMA cipher_log_level = NONE")  # else it writes to the terminal
    if key is not None:
        sql.execute(f'PRAGMA key = "{_raw(key)}"')
    sql.execute("PRAGMA temp_store = MEMORY")
    return cast("sqlite3.Connection", sql)


def rewrite(source: str, key: Key | None, made: Path, new: Key | None) -> None:
    """Write a record's file again under another key; None means without a lock.

    Parameters
    ----------
    source : str
        The address of the file.
    key : Key or None
        The key of its lock.
    made : Path
        The new file; it must not exist yet.
    new : Key or None
        The key of the new lock.
    """
    with closing(keyed(source, key, uri=True, isolation_level=None)) as sql:
        marks = {name: sql.execute(f"PRAGMA {name}").fetchone()[0] for name in _MARKS}
        sql.execute(f'ATTACH DATABASE ? AS made KEY "{_raw(new) if new else ""}"', (str(made),))
        sql.execute("SELECT sqlcipher_export('made')").fetchall()
        for name, mark in marks.items():
            sql.execute(f"PRAGMA made.{name} = {int(mark)}")
        sql.execute("DETACH DATABASE made")


def _raw(key: Key) -> str:
    return f"x'{(key.record + key.salt).hex()}'"
