"""Texts that a spreadsheet program would take for a formula: guarded on the way out, plain on the way in."""

from __future__ import annotations

import re
from typing import Final

_ACTS: Final = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""Texts a spreadsheet program may take for a formula; its full-width signs too."""
_BEHIND: Final = '([;\t\r\n|][\\s"]*)'
"""What another program may take for the end of a cell, with spaces and quotes after it."""
_ACTS_INSIDE: Final = re.compile(f"{_BEHIND}(?='*[=+\\-@\uff1d\uff0b\uff0d\uff20])")
_GUARDED_INSIDE: Final = re.compile(f"{_BEHIND}'(?='*[=+\\-@\uff1d\uff0b\uff0d\uff20])")


def harmless_cell(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet program would take for a formula.

    The signs are those that such programs act on at the start of a cell, behind any apostrophes that stand
    there already, so that `plain_cell` gives back the very text.
    """
    return f"'{text}" if _ACTS.match(text) else text


def plain_cell(text: str) -> str:
    """Take off the apostrophe that `harmless_cell`, or another program's export, put there."""
    return text[1:] if text.startswith("'") and _ACTS.match(text) else text


def harmless_csv_cell(text: str) -> str:
    r"""Do as `harmless_cell`, and inside the text too, behind a semicolon, a bar, a tab or a line's end.

    Where a semicolon is what parts the cells, a program cuts a line of a CSV there whatever its quotes say,
    and what follows begins a cell.

    Examples
    --------
    >>> harmless_csv_cell("lists; =1+1")
    "lists; '=1+1"
    """
    return harmless_inside(harmless_cell(text))


def harmless_inside(text: str) -> str:
    """Guard the inside of a text whose beginning is harmless; see `harmless_csv_cell`."""
    return _ACTS_INSIDE.sub(r"\1'", text)


def plain_inside(text: str) -> str:
    """Take off the apostrophes that `harmless_csv_cell` put inside a text."""
    return _GUARDED_INSIDE.sub(r"\1", text)
