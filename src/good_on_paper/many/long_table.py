"""A long table, a row per person, role and line, checked and put in the order of its people."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from good_on_paper.many.long_file import PARQUET, Columns, from_file
from good_on_paper.many.long_values import as_moments, as_numbers
from good_on_paper.patterns.ends import Scales, ends_of
from good_on_paper.patterns.errors import PatternError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable

    Codes = npt.NDArray[np.int32]
    Starts = npt.NDArray[np.intp]
    Floats = npt.NDArray[np.float64]
    Mask = npt.NDArray[np.bool_]

NOBODY: Final = ""
"""The name for rows without a person."""
_BLANK: Final = -1


@dataclass(frozen=True)
class Piece:
    """The rows of a few people, as they go to a worker.

    Attributes
    ----------
    people : list of str
        Their names.
    starts : numpy.ndarray
        Shape (people + 1,): the rows of one run from its start to that of the next.
    role, line : numpy.ndarray
        A place in `roles` and in `lines` for each row.
    value : numpy.ndarray
        float64, NaN for a blank.
    roles, lines : list of str
        Names.
    problems : dict
        Place of a person to what is wrong with their rows.
    """

    people: list[str]
    starts: Starts
    role: Codes
    line: Codes
    value: Floats
    roles: list[str]
    lines: list[str]
    problems: dict[int, str]

    def __str__(self) -> str:
        """Name the first and the last person."""
        return f"the people {self.people[0]!r} to {self.people[-1]!r}"


@dataclass(frozen=True)
class LongTable:
    """A long table whose rows stand person by person, in the order in which the people first appear.

    Attributes
    ----------
    people : list
        Their names, as they were given.
    starts, role, line, value, roles, lines, problems
        As in `Piece`.
    """

    people: list[Hashable]
    starts: Starts = field(repr=False)
    role: Codes = field(repr=False)
    line: Codes = field(repr=False)
    value: Floats = field(repr=False)
    roles: list[str] = field(repr=False)
    lines: list[str]
    problems: dict[int, str]

    def piece(self, first: int, end: int) -> Piece:
        """Return the rows of the people from one place to before another."""
        rows = slice(self.starts[first], self.starts[end])
        role, roles = _used(self.role[rows], self.roles)
        line, lines = _used(self.line[rows], self.lines)
        return Piece(
            [str(person) for person in self.people[first:end]],
            self.starts[first : end + 1] - self.starts[first],
            role,
            line,
            self.value[rows],
            roles,
            lines,
            {place - first: said for place, said in self.problems.items() if first <= place < end},
        )

    def ends(self) -> pd.DataFrame:
        """Return the least and the largest value of each line over all people, in two rows."""
        found = np.full((2, len(self.lines)), np.nan)
        for row, end in zip(found, (np.fmin, np.fmax), strict=True):
            end.at(row, self.line, self.value)
        return pd.DataFrame(found, columns=self.lines)


def read(
    long: pd.DataFrame | str | Path,
    columns: Columns,
    *,
    when: str | None = None,
    scales: Scales | None = None,
    without_scale: Collection[str] = (),
) -> LongTable:
    """Read a long table and find what is wrong in it, person by person.

    Parameters
    ----------
    long
        A frame, or the path of a CSV or Parquet file.
    columns
        What its four columns are called.
    when
        The line whose values are dates or other numbers in time.
    scales
        Both ends of the scale of each line, or of all; see `good_on_paper.patterns.contrast`.
    without_scale
        The outcomes, to which that does not apply.

    Raises
    ------
    PatternError
        There is no such file or column, or no row. A fault in a row becomes a problem of the person whose row
        it is.
    """
    frame, row_name = _frame(long, columns)
    if frame.empty:
        raise PatternError("the table has no row; expected one for each person, role and line")
    person, people = _coded(frame[columns.by])
    (role, roles), (line, lines) = (_named(frame[name]) for name in (columns.role, columns.line))
    wrong = _Wrong(person, row_name)
    for name, codes in ((columns.by, person), (columns.role, role), (columns.line, line)):
        wrong.add(codes == _BLANK, None, f"there is no {name} here; expected a name")
    value = _values(frame[columns.value], line, lines, when, wrong)
    cell = (person.astype(np.int64) * len(roles) + role) * len(lines) + line
    twice = pd.Index(cell).duplicated() & (person != _BLANK) & (role != _BLANK) & (line != _BLANK)
    wrong.add(
        twice,
        lambda at: f"{lines[line[at]]!r} of {roles[role[at]]!r} is there twice; expected one row for each",
    )
    for name, (low, high) in ends_of(scales, lines).items():
        if name in lines and name not in (when, *without_scale):
            off = (line == lines.index(name)) & ((value < low) | (value > high))
            scale = f"outside the scale of {name!r}, {low:g} to {high:g}"
            wrong.add(off, lambda at: f"{value[at]:g} for {roles[role[at]]!r} is ", scale)
    return _in_order(person, people, role=(role, roles), line=(line, lines), value=value, wrong=wrong)


class _Wrong:
    """The first wrong row of each person."""

    def __init__(self, person: Codes, row_name: Callable[[int], str]) -> None:
        self.person, self.row_name = person, row_name
        self.first: dict[int, tuple[int, str]] = {}

    def add(self, rows: Mask, say: Callable[[int], str] | None, always: str = "") -> None:
        """Note rows, with what to say about each, and about all."""
        at = np.flatnonzero(rows)
        people, firsts = np.unique(self.person[at], return_index=True)
        for who, row in zip(people.tolist(), at[firsts].tolist(), strict=True):
            if who not in self.first or row < self.first[who][0]:
                self.first[who] = (row, f"{self.row_name(row)}: {say(row) if say else ''}{always}")


def _frame(long: pd.DataFrame | str | Path, columns: Columns) -> tuple[pd.DataFrame, Callable[[int], str]]:
    """Return a table with the four columns, and the word for its rows."""
    if isinstance(long, pd.DataFrame):
        columns.asked_of([str(name) for name in long.columns], "the frame")
        if not long.columns.is_unique:
            raise PatternError("two columns of the frame have one name; rename one of them")
        return long, lambda row: f"row {str(long.index[row])!r}"
    if not isinstance(long, (str, Path)):
        raise PatternError(
            f"long is a {type(long).__name__}; expected a pandas.DataFrame, or the path of a CSV or Parquet "
            "file"
        )
    head = 1 if Path(long).suffix.lower() in PARQUET else 2  # the row of names counts as one in CSV
    return from_file(long, columns), lambda row: f"row {row + head}"


def _values(column: pd.Series, line: Codes, lines: list[str], when: str | None, wrong: _Wrong) -> Floats:
    """Return the values as float64, NaN for a blank; note what is no number or no date."""
    dated = np.zeros(len(line), dtype=bool) if when not in lines else line == lines.index(when)
    if pd.api.types.is_numeric_dtype(column):
        value = column.to_numpy(dtype=float, na_value=np.nan)
        wrong.add(np.isinf(value), None, "the value is infinite; expected a number, or nothing if not known")
        return value
    codes, labels = _coded(column)
    numbers, no_number = as_numbers(labels)
    moments, no_date = as_moments(labels, np.unique(codes[dated]).tolist())

    def told(at: int) -> str:
        return repr(labels[codes[at]])

    wrong.add(no_number[codes] & ~dated, told, " is no number; expected a number, or nothing if not known")
    wrong.add(no_date[codes] & dated, told, " is no date; expected dates as 2019-03-01, years or numbers")
    return np.where(dated, moments[codes], numbers[codes])


def _coded(column: pd.Series) -> tuple[Codes, list[Any]]:
    """Return a place among the labels for each row, -1 for a blank, and the labels."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        codes, labels = column.cat.codes.to_numpy(), column.cat.categories.tolist()
    else:
        codes, found = pd.factorize(column)
        labels = list(found)
    kept = [not (isinstance(label, str) and not label.strip()) for label in labels]
    places = np.append(np.where(kept, np.arange(len(labels)), _BLANK), _BLANK).astype(np.int32)
    return places[codes], labels


def _named(column: pd.Series) -> tuple[Codes, list[str]]:
    """Return as `_coded`, with texts as labels in the order in which they first appear."""
    codes, labels = _coded(column)
    seen = [code for code in pd.unique(codes).tolist() if code != _BLANK]
    places, names = pd.factorize(np.array([str(labels[code]) for code in seen], dtype=object))
    to = np.full(len(labels) + 1, _BLANK, dtype=np.int32)
    to[seen] = places
    return to[codes], [str(name) for name in names]


def _used(codes: Codes, names: list[str]) -> tuple[Codes, list[str]]:
    used, places = np.unique(codes, return_inverse=True)
    return places.astype(np.int32), [names[code] for code in used.tolist()]


def _in_order(
    person: Codes,
    people: list[Any],
    *,
    role: tuple[Codes, list[str]],
    line: tuple[Codes, list[str]],
    value: Floats,
    wrong: _Wrong,
) -> LongTable:
    """Put the rows of each person together."""
    seen = pd.unique(person)
    rank = np.empty(len(people) + 1, dtype=np.int32)  # its last place is that of rows without a person
    rank[seen] = np.arange(len(seen))
    ranked = rank[person]
    order = np.argsort(ranked, kind="stable")
    starts = np.concatenate([[0], np.cumsum(np.bincount(ranked, minlength=len(seen)))])
    (role_codes, roles), (line_codes, lines) = role, line
    return LongTable(
        [NOBODY if who == _BLANK else people[who] for who in seen.tolist()],
        starts.astype(np.intp),
        np.maximum(role_codes, 0)[order],
        np.maximum(line_codes, 0)[order],
        value[order],
        roles,
        lines,
        {int(rank[who]): said for who, (_, said) in wrong.first.items()},
    )
