"""Which running kit has a person's record open, so that a second start can say so."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from good_on_paper.record.folder import OPEN_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def address_of_another(person: Path) -> str | None:
    """Return the address at which a person's record is open already, None when it is nowhere.

    Jupyter keeps a list of its servers that run, with their tokens, for their owner's eyes only.

    Parameters
    ----------
    person : Path
        The person's folder.
    """
    from jupyter_server.serverapp import list_running_servers  # noqa: PLC0415 - takes a while to load

    try:
        number = int((person / OPEN_FILE).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None
    for server in list_running_servers():
        if server.get("pid") == number != os.getpid():
            return f"{server['url'].rstrip('/')}/lab?token={server['token']}"
    return None


@contextmanager
def marked_open(person: Path) -> Iterator[None]:
    """Leave word that this process serves a record; a folder that cannot be written to goes without.

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
