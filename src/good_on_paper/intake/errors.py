"""What can be wrong with a file, and how messages say it."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib

_SHOWN = 60

DAMAGED_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    IndexError,
    KeyError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What ``zipfile`` raises for a file that is not a ZIP, is locked, or is packed in an unknown way."""


def shown(value: object) -> str:
    """Return a value of a file in quotes for a message, shortened if it is long."""
    text = "null" if value is None else repr(value)
    closing = text[0] if isinstance(value, str) else ""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}\N{HORIZONTAL ELLIPSIS}{closing}"


class IntakeError(ValueError):
    """A file that cannot be imported. The record is unchanged.

    Parameters
    ----------
    file : str
        Its name.
    problem : str
        What is wrong.
    place : str
        Where: sheet, row and column, or the path of a JSON value; empty for the whole file.
    expected : str
        What we can read instead, or what to do.

    Notes
    -----
    The message contains all four, in this order.
    """

    def __init__(self, file: str, problem: str, *, place: str = "", expected: str = "") -> None:
        self.file = file
        self.problem = problem
        self.place = place
        self.expected = expected
        where = f"{file}, {place}" if place else file
        super().__init__(f"{where}: {problem}" + (f"; expected {expected}" if expected else ""))
