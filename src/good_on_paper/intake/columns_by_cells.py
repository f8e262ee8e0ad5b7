"""Columns of a table whose names do not say what they hold: their cells show it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.column_names import HOUSES, WHERE, header_words
from good_on_paper.intake.facts import kind_of
from good_on_paper.intake.job_words import title_score
from good_on_paper.intake.row_dates import looks_dated
from good_on_paper.intake.row_kinds import kind_of_section
from good_on_paper.intake.towns import is_known_place

if TYPE_CHECKING:
    from good_on_paper.intake.columns import Column
    from good_on_paper.intake.sheet import Sheet

_HOUSES: Final = frozenset(map(header_words, HOUSES.split(", ")))
_TIMES: Final = ("started", "ended", "period")
BY_ITS_CELLS: Final = (8, 0)
"""The rank of a column whose cells, not its name, show what it is."""
_FEW: Final = 60
"""Most characters of a job title."""


def by_their_cells(columns: list[Column], sheet: Sheet) -> list[Column]:
    """Return the columns of a table; dates, titles and employers found by cells where no name says them.

    Parameters
    ----------
    columns : list of Column
        As their names say.
    sheet : Sheet
    """
    columns = _with_ends([_not_of_numbers(column, sheet) for column in columns], sheet)
    return _with_employer(_in_few_words(_with_title(columns, sheet), sheet), sheet)


def _not_of_numbers(column: Column, sheet: Sheet) -> Column:
    """Return a column called "rank" as unknown if it has numbers, as in a list from best to worst."""
    if column.part != "fact" or header_words(column.header) != "rank":
        return column
    texts = [row.cells[column.number] for row in sheet.rows]
    worded = any(any(map(str.isalpha, text)) for text in texts)
    return column if worded else replace(column, part="unknown", key="", rank=(9, 0))


def _with_title(columns: list[Column], sheet: Sheet) -> list[Column]:
    """Read a column called "category" or "type" as the title if there is none, and it has no kinds."""
    facts = {column.key for column in columns if column.part == "fact"}
    if "title" in facts or "section" not in facts:
        return columns
    [section] = [column for column in columns if column.part == "fact" and column.key == "section"]
    words = {row.cells[section.number] for row in sheet.rows} - {""}
    if any(kind_of_section(word) or kind_of(word) for word in words):
        return columns
    return [replace(column, key="title") if column is section else column for column in columns]


def _with_ends(columns: list[Column], sheet: Sheet) -> list[Column]:
    """Read two columns of dates whose names we do not know as start and end, if no other column is one."""
    if any(column.part == "fact" and column.key.startswith(_TIMES) for column in columns):
        return columns
    dated = [
        column
        for column in columns
        if column.part == "unknown" and looks_dated([row.cells[column.number] for row in sheet.rows])
    ]
    if len(dated) != len(_TIMES[:2]):
        return columns
    named = dict(zip((column.number for column in dated), _TIMES, strict=False))
    return [
        replace(column, part="fact", key=named[column.number], rank=BY_ITS_CELLS)
        if column.number in named
        else column
        for column in columns
    ]


def _in_few_words(columns: list[Column], sheet: Sheet) -> list[Column]:
    """Read a column that has job titles in few words as the title if there is none: "What I did"."""
    facts = {column.key for column in columns if column.part == "fact"}
    if "title" in facts:
        return columns
    for column in columns:
        if column.key != "summary" and not (column.part == "unknown" and "employer" in facts):
            continue
        texts = [row.cells[column.number] for row in sheet.rows if row.cells[column.number]]
        titled = sum(title_score(text) > 0 for text in texts)
        if texts and max(map(len, texts)) <= _FEW and 2 * titled > len(texts):
            found = replace(column, part="fact", key="title", rank=BY_ITS_CELLS)
            return [found if column.number == found.number else column for column in columns]
    return columns


def _with_employer(columns: list[Column], sheet: Sheet) -> list[Column]:
    """Read a column called "place" or "where" as the employer if there is none, and it has employers."""
    facts = {column.key: column for column in columns if column.part == "fact"}
    if "employer" in facts:
        return columns
    unknown = [column for column in columns if column.part == "unknown"]
    houses = [column for column in unknown if header_words(column.header) in _HOUSES]
    firms = houses or [replace(column, rank=BY_ITS_CELLS) for column in unknown if _has_firms(column, sheet)]
    if len(firms) == 1:
        found = replace(firms[0], part="fact", key="employer")
        return [found if column.number == found.number else column for column in columns]
    if "place" not in facts:
        return columns
    place = facts["place"]
    texts = [row.cells[place.number] for row in sheet.rows if row.cells[place.number]]
    if any(title_score(text) < 0 for text in texts):
        return [replace(column, key="employer") if column is place else column for column in columns]
    known = sum(map(is_known_place, texts))
    if header_words(place.header) not in {*WHERE, "place"} or 2 * known >= len(texts):
        return columns
    found = replace(place, key="employer", rank=BY_ITS_CELLS)  # "Where": no towns stand below it
    return [found if column is place else column for column in columns]


def _has_firms(column: Column, sheet: Sheet) -> bool:
    """Return whether most cells of a column say in few words where somebody worked."""
    texts = [row.cells[column.number] for row in sheet.rows if row.cells[column.number]]
    firms = sum(title_score(text) < 0 for text in texts)
    return bool(texts) and max(map(len, texts)) <= _FEW and 2 * firms > len(texts)


def with_names(sheet: Sheet, headers: list[str]) -> str:
    """Return the first of these columns whose cells are names: all short, most with a capital."""
    for header in headers:
        at = sheet.header.index(header)
        texts = [row.cells[at] for row in sheet.rows if row.cells[at]]
        capital = sum(text[:1].isupper() for text in texts)  # "adidas" is a name too
        if (
            max(map(len, texts), default=_FEW + 1) <= _FEW
            and len(set(texts)) > 1
            and 2 * capital > len(texts)
        ):
            return header
    return ""
