"""A list of the exports that the kit wrote, so that a wipe removes no others."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

LIST_FILE: Final = ".good-on-paper"
"""One name per line, in the folder of the exports."""


def note_exported(*paths: Path) -> None:
    """Note that the kit made these files, once they are complete.

    If we cannot write the list, they count as the person's own: a wipe keeps and names them.

    Parameters
    ----------
    *paths : Path
        Files in the folder of the exports.
    """
    for path in paths:
        try:
            handle = os.open(path.with_name(LIST_FILE), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        except OSError:
            return
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(f"{path.name}\n")


def exported(folder: Path) -> list[str]:
    """Return the names of the files that the kit wrote into the folder of the exports, each once."""
    try:
        lines = (folder / LIST_FILE).read_text(encoding="utf-8", errors="replace").split("\n")
    except OSError:
        return []
    return sorted(
        {line for line in lines if line and line not in (".", "..") and not set("/\\\0") & set(line)}
    )
