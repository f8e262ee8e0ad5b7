"""A new file whose ending says what kind it is: the one way a paper, a picture or a report is saved."""

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
    """Write it to a new file, readable by its owner alone, and return where.

    Parameters
    ----------
    made
        What is written.
    path
        The file; its ending chooses the writer.
    writers
        An ending, without its dot, to the bytes of such a file.

    Raises
    ------
    BriefError
        There is no writer for the file's ending.
    RecordError
        The file is there already, or cannot be written.
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
