"""The kit's notebooks, copied where a person can change them, and updated without touching their changes.

A list beside them says what was copied last. A notebook with the same content is the kit's and is replaced by
its new version. One with other content is the person's, and the new version goes beside it.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

LIST: Final = ".laid.json"
"""Name of the list, in the folder above the notebooks; Jupyter does not show it."""


def lay_notebooks(shipped: Path, folder: Path) -> dict[str, str]:
    """Update a folder to the notebooks of this version; what the person made or changed there stays.

    Parameters
    ----------
    shipped : Path
        The notebooks of this version.
    folder : Path
        Where the person opens them; made if missing. The list of what was copied is beside it.

    Returns
    -------
    dict of str to str
        The notebooks that the person changed and that have a new version beside them, with its name.

    Raises
    ------
    OSError
        If the folder cannot be made or written to.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as kit:
    ...     shipped, mine = Path(kit, "shipped"), Path(kit, "kit", "notebooks")
    ...     shipped.mkdir()
    ...     _ = (shipped / "Page.ipynb").write_text('{"cells": []}')
    ...     lay_notebooks(shipped, mine)
    ...     _ = (mine / "Page.ipynb").write_text("mine")
    ...     _ = (shipped / "Page.ipynb").write_text('{"cells": [{"cell_type": "code", "source": "1"}]}')
    ...     lay_notebooks(shipped, mine)
    ...     (mine / "Page.ipynb").read_text()
    {}
    {'Page.ipynb': 'Page (new).ipynb'}
    'mine'
    """
    folder.mkdir(parents=True, exist_ok=True)
    laid = _read_list(folder.parent / LIST)
    now: dict[str, str] = {}
    lies = {page.name: _lay(page, folder, laid, now) for page in sorted(shipped.glob("*.ipynb"))}
    for name in laid.keys() - now.keys():  # a page that this version does not have, or not beside another
        if _what_it_says(folder / name) == laid[name]:
            (folder / name).unlink()
    _write(folder.parent / LIST, (json.dumps(now, indent=2, ensure_ascii=False) + "\n").encode())
    return {page: name for page, name in lies.items() if name != page}


def _lay(page: Path, folder: Path, laid: dict[str, str], now: dict[str, str]) -> str:
    """Copy a page where nothing of the person's is lost, note it in `now`, and return its name there."""
    new = _what_it_says(page) or ""
    for name in _names(page):
        there, before = _what_it_says(folder / name), laid.get(name)
        if there is None and before == new and name != page.name:  # the person deleted the new one
            now[name] = new
            break
        if there in (None, new, before):
            if there != new:
                _write(folder / name, page.read_bytes())
            now[name] = new
            return name
        if before == new:  # they changed this very version
            now[name] = new
            return name
        if before is not None:  # they changed an older one: it keeps its name
            now[name] = before
    return page.name


def _names(page: Path) -> Iterator[str]:
    yield page.name
    yield f"{page.stem} (new){page.suffix}"
    yield from (f"{page.stem} (new {number}){page.suffix}" for number in count(2))


def _what_it_says(path: Path) -> str | None:
    """Return a fingerprint of a notebook's words, code and pictures; None if there is no file.

    How Jupyter formats a file, and what is folded in it, does not count as a change by the person.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError:  # a folder, or an unreadable file: not from the kit
        return "unreadable"
    try:
        cells = json.loads(content)["cells"]
        content_said = [
            (cell["cell_type"], "".join(cell["source"]), cell.get("attachments") or {}) for cell in cells
        ]
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return hashlib.sha256(content).hexdigest()
    return hashlib.sha256(json.dumps(content_said, sort_keys=True).encode()).hexdigest()


def _read_list(path: Path) -> dict[str, str]:
    """Return what was copied last; if unknown, everything there counts as the person's."""
    try:
        listed = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return {str(name): str(code) for name, code in listed.items()} if isinstance(listed, dict) else {}


def _write(path: Path, content: bytes) -> None:
    """Write a file completely or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".making")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
