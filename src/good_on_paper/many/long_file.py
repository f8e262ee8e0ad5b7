"""A long table from a file: CSV, or Parquet through DuckDB, each column as categories to keep it small."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper.patterns.errors import PatternError

if TYPE_CHECKING:
    from collections.abc import Collection

PARQUET: Final = frozenset({".parquet", ".pq"})
EXTRA: Final = "pip install 'good-on-paper[many]'"
_NUMBERS: Final = frozenset(
    [
        *("tinyint", "smallint", "integer", "bigint", "hugeint"),
        *("utinyint", "usmallint", "uinteger", "ubigint", "uhugeint"),
        *("float", "double", "decimal", "boolean"),
    ]
)
_SEPARATORS: Final = ",;\t"


@dataclass(frozen=True)
class Columns:
    """The names of the four columns of a long table."""

    by: str = "person"
    role: str = "role"
    line: str = "line"
    value: str = "value"

    @property
    def names(self) -> list[str]:
        """All four names."""
        return [self.by, self.role, self.line, self.value]

    def asked_of(self, there: Collection[str], where: str) -> None:
        """Refuse a table that lacks one of these columns.

        Raises
        ------
        PatternError
            The message names the column, the table and the columns that are there.
        """
        for argument, name in zip(("by", "role", "line", "value"), self.names, strict=True):
            if name not in there:
                held = ", ".join(map(str, there)) or "none"
                raise PatternError(
                    f"{where} has no column {name!r}, asked for by {argument}={name!r}; there are: {held}"
                )


def from_file(path: str | Path, columns: Columns) -> pd.DataFrame:
    """Read the four columns of a long table.

    Returns
    -------
    pandas.DataFrame
        Categories of text; the values are float64 where the file holds numbers.

    Raises
    ------
    PatternError
        There is no such file, it lacks a column, or its content is of another kind.
    ModuleNotFoundError
        Parquet needs DuckDB; the message says how to get it.
    """
    path = Path(path)
    if not path.is_file():
        raise PatternError(f"there is no file {str(path)!r}; expected a long table as CSV or Parquet")
    return _parquet(path, columns) if path.suffix.lower() in PARQUET else _csv(path, columns)


def _csv(path: Path, columns: Columns) -> pd.DataFrame:
    try:
        separator = _separator(path, columns)
        # all columns: with only four, a row with too many cells would pass
        table = pd.read_csv(path, sep=separator, dtype="category", na_filter=False, encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise PatternError(f"{path.name!r} is not UTF-8 ({error}); save it as CSV in UTF-8") from error
    except (pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        raise PatternError(f"{path.name!r} is no table: {error}; expected CSV with a row of names") from error
    if not isinstance(table.index, pd.RangeIndex):  # what pandas makes of more cells than names
        raise PatternError(
            f"{path.name!r} is no table: row 2 has more cells than there are names; is a comma in a value?"
        )
    if table.empty:
        raise PatternError(f"{path.name!r} has no row; expected one for each person, role and line")
    return table[columns.names]


def _separator(path: Path, columns: Columns) -> str:
    """Return what separates the columns: the first with which all four are there."""
    heads = {
        separator: pd.read_csv(path, sep=separator, nrows=0, encoding="utf-8-sig").columns
        for separator in _SEPARATORS
    }
    for separator, head in heads.items():
        if set(columns.names) <= set(head):
            return separator
    columns.asked_of(max(heads.values(), key=len), repr(path.name))
    raise AssertionError


def _parquet(path: Path, columns: Columns) -> pd.DataFrame:
    try:
        import duckdb  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(f"to read Parquet, type: {EXTRA}") from error

    # DuckDB would fetch what is not built in from the network
    with duckdb.connect(config={"autoinstall_known_extensions": "false"}) as connection:
        try:
            table = connection.from_parquet(_literally(path))
            columns.asked_of(table.columns, repr(path.name))
            table.create_view("long")
            kinds = dict(zip(table.columns, table.types, strict=True))
            parts = []
            for place, name in enumerate(columns.names):
                quoted = '"' + name.replace('"', '""') + '"'
                if name == columns.value and kinds[name].id in _NUMBERS:
                    parts.append(f"CAST({quoted} AS DOUBLE) AS {quoted}")
                    continue
                text = f"CAST({quoted} AS VARCHAR)"  # as an enumeration it arrives as categories
                held = f"SELECT DISTINCT {text} FROM long WHERE {quoted} IS NOT NULL"  # noqa: S608 - quoted
                connection.execute(f"CREATE TEMP TYPE labels_{place} AS ENUM ({held})")
                parts.append(f"CAST({text} AS labels_{place}) AS {quoted}")
            return connection.execute(f"SELECT {', '.join(parts)} FROM long").df()  # noqa: S608 - quoted
        except duckdb.Error as error:
            raise PatternError(f"{path.name!r} is no Parquet file that we can read: {error}") from error


def _literally(path: Path) -> str:
    """Return a path in which no sign matches other files."""
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in str(path))
