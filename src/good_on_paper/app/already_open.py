"""Find the running kit that has a person's record open, so that a second start can say so."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final
from urllib.request import Request, urlopen

from good_on_paper.record.folder import OPEN_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE: Final = 20.0
"""Seconds to wait for another kit to close its record."""


def address_of_another(person: Path) -> str | None:
    """Return the address where a person's record is open already; None if it is not open.

    Parameters
    ----------
    person : Path
        The person's folder.
    """
    server = _other_server(person)
    return f"{server['url'].rstrip('/')}/lab?token={server['token']}" if server else None


def stop_another(person: Path) -> bool:
    """Stop the kit that has a person's record open, as its own menu does; return whether there was one.

    Parameters
    ----------
    person : Path
        The person's folder.
    """
    server = _other_server(person)
    if server is None:
        return False
    asked = Request(  # noqa: S310 - a server of ours on this computer
        f"{server['url'].rstrip('/')}/api/shutdown",
        headers={"Authorization": f"token {server['token']}"},
        method="POST",
    )
    with suppress(OSError), urlopen(asked, timeout=PATIENCE):  # noqa: S310 - as above
        pass
    until = time.monotonic() + PATIENCE
    while _other_server(person) and time.monotonic() < until:
        time.sleep(0.1)
    return True


def _other_server(person: Path) -> dict[str, Any] | None:
    """Return the entry in Jupyter's list of the server that left its mark in a folder, with its token.

    Jupyter keeps a list of its running servers, with their tokens, which only their owner can read.
    """
    from jupyter_server.serverapp import list_running_servers  # noqa: PLC0415 - takes a while to load

    try:
        number = int((person / OPEN_FILE).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None
    return next((one for one in list_running_servers() if one.get("pid") == number != os.getpid()), None)


@contextmanager
def marked_open(person: Path) -> Iterator[None]:
    """Mark a record as served by this process; a folder that cannot be written to gets no mark.

    Parameters
    ----------
    person : Path
        The person's folder.
    """
    mark = person / OPEN_FILE
    ours = address_of_another(person) is None and person.is_dir()
    if ours:
        with suppress(OSError):
            mark.unlink(missing_ok=True)
            with os.fdopen(os.open(mark, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write(str(os.getpid()))
    try:
        yield
    finally:
        if ours:
            with suppress(OSError):
                mark.unlink(missing_ok=True)
