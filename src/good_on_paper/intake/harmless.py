"""Texts that a spreadsheet program would run as a formula: guard them on export, unguard them on import."""

from __future__ import annotations

import re
from typing import Final

_ACTS: Final = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""Texts that a spreadsheet program may run as a formula; full-width signs count too."""
_BEHIND: Final = '([;\t\r\n|][\\s"]*)'
"""What another program may read as the end of a cell, with spaces and quotes after it."""
_ACTS_INSIDE: Final = re.compile(f"{_BEHIND}(?='*[=+\\-@\uff1d\uff0b\uff0d\uff20])")
_GUARDED_INSIDE: Final = re.compile(f"{_BEHIND}'(?='*[=+\\-@\uff1d\uff0b\uff0d\uff20])")


def harmless_cell(text: str) -> str:
    """Return a text with an apostrophe before it if a spreadsheet program would run it as a formula.

    The signs are those that such programs act on at the start of a cell, after any apostrophes already there,
    so that `plain_cell` returns exactly the same text.
    """
    return f"'{text}" if _ACTS.match(text) else text


def plain_cell(text: str) -> str:
    """Return a text without the apostrophe that `harmless_cell` or another program's export added."""
    return text[1:] if text.startswith("'") and _ACTS.match(text) else text


def harmless_csv_cell(text: str) -> str:
    r"""Do as `harmless_cell`, and also guard the text after a semicolon, bar, tab or line break inside it.

    If a program separates cells by semicolons, it cuts a CSV line there despite the quotes, and what follows
    begins a cell.

    Examples
    --------
    >>> harmless_csv_cell("lists; =1+1")
    "lists; '=1+1"
    """
    return harmless_inside(harmless_cell(text))


def harmless_inside(text: str) -> str:
    """Return a text guarded inside, its beginning being harmless; see `harmless_csv_cell`."""
    return _ACTS_INSIDE.sub(r"\1'", text)


def plain_inside(text: str) -> str:
    """Return a text without the apostrophes that `harmless_csv_cell` added inside."""
    return _GUARDED_INSIDE.sub(r"\1", text)
