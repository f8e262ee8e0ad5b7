"""The file formats: the invented person's files are written as `export` writes them, and read back."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, NamedTuple

import good_on_paper as gop
from from_code.tables import code, table
from good_on_paper import export, intake
from good_on_paper.app.export_record import Format
from good_on_paper.brief.report import REPORT_WRITERS
from good_on_paper.brief.save import WRITERS
from good_on_paper.brief.whole_file import WHOLE_WRITERS
from good_on_paper.charts.chart import FORMATS
from good_on_paper.frames.schema import BLANKS
from good_on_paper.intake import limits
from good_on_paper.intake.log_file import holds_log, holds_more

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OPENING = """\
# File formats

## What comes in

| File | What we read in it |
|---|---|
| `.pdf`, `.docx` | A CV: jobs, employers, dates. Text only, no pictures. |
| `.json` | [JSON Resume](https://jsonresume.org/schema) and the like; an archive by `restore` or `merge`. |
| `.csv`, `.tsv`, `.xlsx` | A table: a row per job, a column per thing; or one of those below. |
| `.zip` | LinkedIn's copy of your data. |
| `.txt`, `.md` | One job per line. |
| a tracker's `.csv` | Applications and interviews: JobSync, Huntr, Teal, Reactive Resume, Notion, Fatebook. |
| `catalogue.toml` | [Your own circumstances](../../how-to/own-circumstances.md). |

A file has at most {megabytes:.0f} MB, a table {rows:,} rows and {columns:,} columns, a CV {pages} pages.

In a table of ratings, a column is a line of [the data dictionary](data-dictionary.md), by its key or its
label. A cell is a number on its scale, or one of {blanks}. A column with another name becomes a line of
your own, if you say so in the preview. `autonomy (1-5)` gives both ends of a scale.

## What goes out

`good-on-paper export FILE --as ...` writes these. We wrote each for the invented person and read it back, to
see what it holds and whether it comes back in:
"""
CLOSING = """\
The archive comes back without change, by `restore` into a new record or `merge` into yours: see
[the record](record.md). With `--encrypt` it is locked. `copy FILE --for NAME` makes one without names.

| Writes | as |
|---|---|
| `good-on-paper brief FILE` | {brief} |
| `good-on-paper report FILE` | {report} |
| `me.picture().save(FILE)` | {whole} |
| `chart.save(FILE)` | {chart} |

## The long table

`good-on-paper many` reads CSV or Parquet with the columns *person*, *role*, *line* and *value*: see
[ten thousand careers](../../how-to/ten-thousand.md).
"""
SEEN = 9
"""Columns of a table that are named here; the others are items of the data dictionary."""


class Kind(NamedTuple):
    """What `export --as` can write: how it is made, the ending of its name, and what it is."""

    write: Callable[..., str | bytes]
    ending: str
    is_: str


KINDS = {
    Format.XLSX: Kind(export.workbook, "xlsx", "all tables below, a sheet each"),
    Format.CSV: Kind(export.csv_table, "csv", "a row per job"),
    Format.DAYS: Kind(export.days_table, "csv", "a row per stretch of a day"),
    Format.EPISODES: Kind(export.episodes_table, "csv", "a row per episode of a job"),
    Format.EVENTS: Kind(export.events_table, "csv", "a row per thing that happened outside"),
    Format.DEFINITIONS: Kind(export.definitions_table, "csv", "a row per criterion"),
    Format.INTERVIEWS: Kind(export.interviews_table, "csv", "a row per step of an application"),
    Format.FATEBOOK: Kind(export.fatebook_table, "csv", "a row per chance you gave"),
    Format.JSON_RESUME: Kind(export.json_resume, "json", "a CV, with your ratings beside the jobs"),
}


def left_out() -> set[str]:
    """Name what `export --as` can write and this page does not tell of; the archive has a page of its own."""
    return {str(one) for one in Format} - {str(one) for one in (*KINDS, Format.ARCHIVE)}


def rows() -> list[list[str]]:
    """Return a row for each: what it is, its first columns, and where it comes back in."""
    with_sample = gop.sample()
    told = export.contents(with_sample.record, with_sample.catalogue)
    found = []
    for name, kind in KINDS.items():
        made = kind.write(told, with_sample.catalogue)
        data = made.encode() if isinstance(made, str) else made
        back = _back(data, f"mine.{kind.ending}", with_sample)
        found.append([code(name), f"`.{kind.ending}`", kind.is_, _holds(data, kind.ending), back])
    with_sample.record.close()
    return found


def _holds(data: bytes, ending: str) -> str:
    if ending == "csv":
        columns = next(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
        more = f" and {len(columns) - SEEN} more" if len(columns) > SEEN else ""
        return ", ".join(map(code, columns[:SEEN])) + more
    return ", ".join(map(code, json.loads(data))) if ending == "json" else ""


def _back(data: bytes, name: str, me: gop.Me) -> str:
    if holds_log(data, name):
        return "yes, and into the log" if holds_more(data, name) else "into the log"
    found = intake.read(data, name, me.catalogue)
    return "yes" if found.roles or found.received else "no"


def write(into: Path) -> None:
    """Write the page.

    Raises
    ------
    LookupError
        The command can write what is not told of here.
    """
    if lacking := left_out():
        raise LookupError(f"docs/from_code/file_formats.py lacks {sorted(lacking)}: add a row for each")
    opening = OPENING.format(
        megabytes=limits.BYTES / 1e6,
        rows=limits.ROWS,
        columns=limits.COLUMNS,
        pages=limits.PAGES,
        blanks=", ".join(map(code, BLANKS)),
    )
    heads = ("`--as`", "ending", "what it is", "holds", "comes back in")
    endings = {"brief": WRITERS, "report": REPORT_WRITERS, "whole": WHOLE_WRITERS, "chart": FORMATS}
    told = {name: ", ".join(code(f".{one}") for one in kinds) for name, kinds in endings.items()}
    text = "\n".join([opening, table(heads, rows()), CLOSING.format(**told)])
    (into / "reference" / "file-formats.md").write_text(text, encoding="utf-8")
