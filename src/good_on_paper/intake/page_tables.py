"""Tables of jobs on a page of a PDF: taken out of its text, cell by cell."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.form_labels import kind_of_label
from good_on_paper.intake.header_of_jobs import names_columns
from good_on_paper.intake.open_tables import open_tables
from good_on_paper.intake.page_drawing import RULES, drawn_on, letters_in
from good_on_paper.intake.page_parts import BREAK, GAP, parts_in
from good_on_paper.intake.ruled_tables import ruled_tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pypdf import PageObject

    from good_on_paper.intake.page_drawing import PageTable


_COLUMNS: Final = 3
_FORM: Final = 2
_LABELS: Final = 3
"""Fewest questions about a job that make a form."""
_LABEL: Final = 40
"""Most characters of a question of a form."""
_ASKED: Final = ("title", "employer", "place", "started", "ended", "period")


def with_tables(page: PageObject, text: str, *, goes_on: bool = False) -> list[str | list[str]]:
    """Divide the text of a page into what is drawn freely, and tables of jobs with rules.

    Parameters
    ----------
    page : pypdf.PageObject
    text : str
        Its lines, of fixed width.
    goes_on : bool
        Whether the page before ends in such a table.

    Returns
    -------
    list of str or list of str
        In order: text as it was, and the rows of a table. A gap separates two cells of a row. The whole text
        if there is no such table, or if a letter of it would be lost.
    """
    lines = text.split("\n")
    if not (goes_on or _may_have(lines)):
        return [text]
    made: list[str | list[str]] = []
    drawn = drawn_on(page)
    if len(drawn.across) + len(drawn.down) > RULES:
        return [text]  # some are missing
    tables = list(ruled_tables(drawn))
    if not any(names_columns(row) for table in tables for row in table.rows):
        tables += open_tables(drawn)
    for table in tables:
        rows = _of_jobs(table.rows, goes_on=goes_on and not made)
        found = _where(lines, table) if rows else None
        if rows and found:
            made += ["\n".join(lines[: found[0]]), rows]
            lines = lines[found[1] :]
    return [part for part in (*made, "\n".join(lines)) if part] or [text]


def _may_have(lines: Iterable[str]) -> bool:
    """Return whether some lines name the columns of a table of jobs, or ask for the parts of one."""
    asked = 0
    for line in lines:
        parts = [part.text for part in parts_in(line)]
        if names_columns(parts):
            return True
        asked += len(parts) == _FORM and kind_of_label(parts[0]) in _ASKED
    return asked >= _LABELS


def _of_jobs(table: Sequence[Sequence[str]], *, goes_on: bool) -> list[str] | None:
    """Return the rows of a table of jobs, or of a form that asks for the parts of one; None for others."""
    rows = [row for row in table if any(row)]
    if not rows or len(rows[0]) < _FORM:
        return None
    if len(rows[0]) == _FORM:
        return [GAP.join(row).replace(BREAK, " ") for row in rows] if _is_form(rows) else None
    if len(rows[0]) < _COLUMNS or not (goes_on or any(names_columns(row) for row in rows[:2])):
        return None
    return [GAP.join(row) if sum(map(bool, row)) > 1 else "".join(row).replace(BREAK, " ") for row in rows]


def _is_form(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether the first cell of each row is what a form asks for: "Full name", "Job title"."""
    asked = sum(kind_of_label(label) in _ASKED for label, _ in rows)
    labels = all(label[:1].isalpha() and len(label) <= _LABEL and label.isprintable() for label, _ in rows)
    told = all(value for _, value in rows) and not any(map(str.isdecimal, "".join(row[0] for row in rows)))
    return asked >= _LABELS or (len(rows) > 1 and labels and told)


def _where(lines: Sequence[str], table: PageTable) -> tuple[int, int] | None:
    """Return the first line of a table and the line after it: together they have exactly its letters."""
    letters = Counter(table.letters)
    for begin, line in enumerate(lines):
        if not line.strip():
            continue
        left, count = Counter(letters), letters.total()
        for end in range(begin, len(lines)):
            own = Counter(letters_in(lines[end]))
            if not own <= left:
                break
            left -= own
            count -= own.total()
            if not count:
                return begin, end + 1
    return None
