"""Erase from the person's own wording of what can be asked."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from good_on_paper.record.folder import MAKING

if TYPE_CHECKING:
    from pathlib import Path


def drop_line(path: Path, key: str) -> None:
    """Take a line out of the person's own catalogue, and out of the kin of the others.

    Parameters
    ----------
    path : Path
        A ``catalogue.toml``; nothing is done when it is not there or does not name the key.
    key : str
        The item's key.
    """
    if not path.is_file():
        return
    import tomlkit  # noqa: PLC0415 - takes long to import, and is needed only here

    before = path.read_bytes().decode("utf-8-sig")
    if key not in before:
        return
    lines = tomlkit.parse(before)
    for group in lines.values():
        if isinstance(group, dict):
            group.pop(key, None)
            for line in group.values():
                kin = line.get("kin") if isinstance(line, dict) else None
                if isinstance(kin, list) and key in kin:
                    kin.remove(key)
    making = path.with_name(f".{path.name}.{MAKING}")
    with os.fdopen(os.open(making, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(tomlkit.dumps(lines).encode())
        file.flush()
        os.fsync(file.fileno())
    making.replace(path)
