"""Decode bytes by what they show, not by what the machine prefers."""

from __future__ import annotations

import codecs
from typing import Final

from good_on_paper.intake.errors import IntakeError

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)


def decode(data: bytes, file: str) -> tuple[str, str]:
    """Read bytes as text.

    A byte order mark decides. Without one it is UTF-8, else Windows-1252, which older spreadsheet programs
    use.

    Parameters
    ----------
    data : bytes
    file : str
        Its name, for messages.

    Returns
    -------
    text : str
    note : str
        What we assumed; empty for UTF-8.

    Raises
    ------
    IntakeError
        If the bytes are not text in any of these encodings, or contain NUL characters.
    """
    text, note = _decoded(data, file)
    if "\x00" in text:
        line = text.count("\n", 0, text.index("\x00")) + 1
        raise IntakeError(
            file,
            "a NUL character, so this is no text file",
            place=f"line {line}",
            expected="CSV, XLSX or JSON",
        )
    return text, note


def _decoded(data: bytes, file: str) -> tuple[str, str]:
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(codec), ""
            except UnicodeDecodeError as error:
                raise IntakeError(
                    file,
                    f"it starts as {name} but byte {error.start} is not",
                    expected="a file saved as UTF-8",
                ) from None
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError as error:
        first = error.start
    if b"\x00" in data:
        raise IntakeError(file, "NUL bytes, so this is no text file", expected="CSV, XLSX or JSON")
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        line = data.count(b"\n", 0, first) + 1
        raise IntakeError(
            file,
            "the letters are in an unknown encoding",
            place=f"line {line}",
            expected="a file saved as UTF-8",
        ) from None
    return text, "read as Windows-1252 (the letters are not UTF-8); look whether names with accents are right"
