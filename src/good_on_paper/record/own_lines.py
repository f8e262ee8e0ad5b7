"""Read, write and erase the person's own wording of what can be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from good_on_paper.record.folder import MAKING
from good_on_paper.record.lock_keys import any_known
from good_on_paper.record.soundness import write_private

if TYPE_CHECKING:
    from pathlib import Path


def read_lines(path: Path) -> bytes:
    """Return the content of the person's own catalogue, locked or not.

    Raises
    ------
    OSError
        If it cannot be read.
    CatalogueError
        If it is locked, and nobody gave the passphrase in this process.
    """
    if not any_known():
        data = path.read_bytes()
        if not data.startswith(b"GoP"):
            return data
    from good_on_paper.catalogue.own_file import read_own  # noqa: PLC0415 - loads pydantic

    return read_own(path)


def as_kept(path: Path, data: bytes) -> bytes:
    """Return the bytes to write as the person's own catalogue: locked if the record beside it is."""
    if not any_known():
        return data
    from good_on_paper.catalogue.own_file import as_kept as kept  # noqa: PLC0415 - loads pydantic

    return kept(path, data)


def drop_line(path: Path, key: str) -> None:
    """Remove a line from the person's own catalogue, and from the kin of the others.

    Parameters
    ----------
    path : Path
        A ``catalogue.toml``; nothing happens if it does not exist or does not have the key.
    key : str
        The item's key.
    """
    if not path.is_file():
        return
    import tomlkit  # noqa: PLC0415 - takes long to import, and is needed only here

    before = read_lines(path).decode("utf-8-sig")
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
    write_private(making, as_kept(path, tomlkit.dumps(lines).encode()))
    making.replace(path)
