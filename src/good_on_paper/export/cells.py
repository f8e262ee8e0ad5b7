"""Cells of a table that no program runs as a formula, and rows of them as CSV."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Final

from good_on_paper.intake import harmless_cell
from good_on_paper.intake.harmless import harmless_inside

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Cell = str | float | None

_ILLEGAL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
"""Characters that XML or text files cannot have: control characters except tab and line end, and others."""
_LONGEST: Final = 32_000
"""Most characters of a cell; spreadsheet programs allow 32,767."""
_CUT: Final = " [cut: longer than a cell can be]"


def as_text(text: str) -> str:
    """Return a text as a cell may hold it.

    Examples
    --------
    >>> as_text("=1+1")
    "'=1+1"
    """
    clean = _ILLEGAL.sub("", text)
    return harmless_cell(clean if len(clean) <= _LONGEST else clean[:_LONGEST] + _CUT)


def as_csv(rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return rows as CSV: UTF-8 with a mark that spreadsheet programs know.

    Examples
    --------
    >>> as_csv([["employer", "chance"], ["Fenn", 70]]).decode("utf-8-sig").splitlines()
    ['employer,chance', 'Fenn,70']
    """
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(
        [harmless_inside(cell) if isinstance(cell, str) else cell for cell in row] for row in rows
    )
    return out.getvalue().encode("utf-8-sig")
