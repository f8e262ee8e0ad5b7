"""What the columns of a contrast mean."""

from __future__ import annotations

import inspect
import re
from html import escape

from IPython.display import HTML

from good_on_paper import patterns


def columns() -> HTML:
    """Return what the columns of a contrast mean, in the words of its documentation."""
    told = inspect.cleandoc(patterns.Contrast.__doc__ or "").partition("\n\nExamples\n")[0]
    text = "\n".join(_unmarked(row) for row in told.splitlines())
    return HTML(f'<pre style="white-space: pre-wrap">{escape(text)}</pre>')  # type: ignore[no-untyped-call]


def _unmarked(row: str) -> str:
    """Take the quote marks off the names in a row of documentation, and leave its columns where they are."""
    begun = re.match(r" *(``\w+``(, )?)*", row)
    names, rest = row[: begun.end()] if begun else "", row[begun.end() if begun else 0 :]
    return names.replace("``", "") + " " * (2 * names.count("``")) + rest.replace("`", "")
