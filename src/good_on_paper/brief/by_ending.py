"""A new file whose ending chooses its kind: the one way to save a paper, a picture or a report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from good_on_paper.brief.errors import BriefError
from good_on_paper.record.archive import write_new

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_Made = TypeVar("_Made")
_TWO = 2


def write_by_ending(made: _Made, path: Path | str, writers: Mapping[str, Callable[[_Made], bytes]]) -> Path:
    """Write to a new file that only its owner can read, and return its path.

    Parameters
    ----------
    made
        What to write.
    path
        The file; its ending chooses the writer.
    writers
        The writer of each kind of file, by its ending without the dot.

    Raises
    ------
    BriefError
        If there is no writer for the file's ending.
    RecordError
        If the file exists already, or cannot be written.
    """
    where = Path(path).expanduser().resolve()
    ending = where.suffix.lower().removeprefix(".")
    if ending not in writers:
        endings = [f".{known}" for known in writers]
        one_of = " or ".join(endings) if len(endings) == _TWO else f"one of {', '.join(endings)}"
        raise BriefError(
            f"{where.name}: we cannot write a file that ends in {where.suffix or 'nothing'}. "
            f"Expected {one_of}."
        )
    write_new(where, writers[ending](made))
    return where
