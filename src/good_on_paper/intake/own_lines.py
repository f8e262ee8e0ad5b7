"""The person's own catalogue file during an import or its undo: changed, or as it was."""

from __future__ import annotations

import shutil
import uuid
from contextlib import contextmanager
from typing import TYPE_CHECKING

from good_on_paper.catalogue import add_items, change_item
from good_on_paper.intake.errors import IntakeError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from good_on_paper.catalogue import Item, Scale


@contextmanager
def own_lines_or_none(overlay: Path) -> Iterator[Callable[[Callable[[], None]], None]]:
    """Let the caller change the person's catalogue file; restore it if anything fails later.

    A copy is made beside the file first, so that restoring is one renaming and needs no disk space.

    Parameters
    ----------
    overlay : Path
        The file; it need not exist.

    Yields
    ------
    callable
        Takes a function that changes the file, and calls it; use it once.

    Raises
    ------
    IntakeError
        If the file cannot be written.
    """
    overlay = overlay.resolve()
    copy: Path | None = None
    written: bytes | None = None

    def write(change: Callable[[], None]) -> None:
        nonlocal copy, written
        try:
            if overlay.exists():
                twin = overlay.with_name(f".{overlay.name}.{uuid.uuid4().hex}")
                shutil.copy2(overlay, twin)
                copy = twin
            change()
            written = overlay.read_bytes()
        except OSError as error:
            raise IntakeError(
                str(overlay),
                f"your own lines cannot be written there ({error.strerror})",
                expected="a folder that can be written to; nothing was changed",
            ) from error

    try:
        yield write
    except BaseException as error:
        try:
            if written is not None and overlay.read_bytes() == written:  # else it is another program's
                _restore(overlay, copy)
        except OSError as also:
            error.add_note(f"The new lines stay in {overlay} ({also.strerror}); they have no answers.")
        raise
    finally:
        if copy is not None:
            copy.unlink(missing_ok=True)


def _restore(overlay: Path, copy: Path | None) -> None:
    if copy is None:
        overlay.unlink()
    else:
        copy.replace(overlay)


def write_own_lines(overlay: Path, new: Sequence[Item], scales: Mapping[str, Scale]) -> None:
    """Add lines to the person's catalogue file, and set another scale for some, by key."""
    if new:
        add_items(overlay, new)
    for key, scale in scales.items():
        change_item(overlay, key, {"scale": scale.model_dump()})
