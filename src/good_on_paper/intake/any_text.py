"""Text by its content, whatever its file is called: JSON, YAML, a table, a CV, or one job per line."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from good_on_paper.intake import limits
from good_on_paper.intake.column_names import fact_named
from good_on_paper.intake.csv_text import read_csv
from good_on_paper.intake.cv_shape import is_cv
from good_on_paper.intake.cv_text import read_cv
from good_on_paper.intake.days import is_days, read_days
from good_on_paper.intake.definitions import is_definitions, read_definitions
from good_on_paper.intake.episodes import is_episodes, read_episodes
from good_on_paper.intake.errors import IntakeError
from good_on_paper.intake.events import is_events, read_events
from good_on_paper.intake.headed_tables import read_around
from good_on_paper.intake.json_resume import is_flow_yaml, is_resume_yaml, read_json, read_yaml
from good_on_paper.intake.labelled_jobs import jobs_apart
from good_on_paper.intake.labelled_text import labelled_sheet
from good_on_paper.intake.line_parts import as_line, is_dates
from good_on_paper.intake.log_shape import is_log
from good_on_paper.intake.mail_text import out_of_mail
from good_on_paper.intake.names_apart import with_names_apart
from good_on_paper.intake.odd_names import with_odd_names
from good_on_paper.intake.pasted import read_lines
from good_on_paper.intake.places_joined import with_places_apart, with_places_joined
from good_on_paper.intake.plain_text import norm_header
from good_on_paper.intake.sheet import Sheet, make_sheet
from good_on_paper.intake.sheet_dates import with_dates
from good_on_paper.intake.sheet_shape import upright, without_names_again
from good_on_paper.intake.survey import as_answers, is_timestamp
from good_on_paper.intake.table import read_table
from good_on_paper.intake.vacancy import without_a_vacancy

if TYPE_CHECKING:
    from good_on_paper.catalogue import Catalogue
    from good_on_paper.intake.preview import Preview
    from good_on_paper.intake.table_reading import Given

PASTED: Final = "pasted lines"
"""What pasted text is called in messages."""
_YAML: Final = (".yaml", ".yml")
_RULE: Final = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?)?\s*\|?\s*")
_SEPARATORS: Final = "\t,;|"
_KNOWN: Final = 2
"""How many columns must have names we know before a text is read as a table."""
_LOOK: Final = 5
"""How many of the first lines may hold the column names."""


def read_text(text: str, catalogue: Catalogue, file: str = PASTED) -> Preview:
    r"""Find jobs in a text that was typed or pasted, or in a file whose ending does not say what it holds.

    Parameters
    ----------
    text : str
    catalogue : Catalogue
        With the person's own lines.
    file : str
        What messages call the text.

    Raises
    ------
    IntakeError
        If the text is empty or too long.

    Examples
    --------
    >>> from good_on_paper.catalogue import load
    >>> [role.name for role in read_text("Title\tEmployer\tFrom\nEditor\tAcme\t2014", load()).roles]
    ['Editor, Acme']
    """
    plain, left = out_of_mail(text)
    found = _read(plain, catalogue, file)
    return with_odd_names(replace(found, skipped=(*left, *found.skipped)) if left else found)


def _read(text: str, catalogue: Catalogue, file: str) -> Preview:
    """Return what is found in a text of any kind."""
    if _is_json(text):
        return read_json(text.encode("utf-8", "replace"), file, catalogue)
    if is_resume_yaml(text) or is_flow_yaml(text):
        said = file.lower().endswith(_YAML)  # else it may be "Jobs:" above a list of the person's own
        try:
            found = read_yaml(text, file, catalogue)
        except IntakeError:
            if said:
                raise
        else:
            if said or found.roles:
                return found
    if sheet := markdown_table(text, file) or labelled_sheet(text, file):
        return read_sheet(sheet, catalogue)
    if _is_table(text) or _is_log(text, file):
        return read_sheet(read_csv(text.encode("utf-8", "replace"), file), catalogue)
    others, jobs = jobs_apart(text.splitlines(), file, catalogue)
    if jobs:
        return read_around(others, jobs, file)
    return without_a_vacancy(read_cv(text, file) if is_cv(text) else read_lines(text, file), text)


def read_sheet(sheet: Sheet, catalogue: Catalogue, *, given: Given | None = None) -> Preview:
    """Read a table: definitions, days, episodes, events, a survey export, jobs with or without column names.

    Parameters
    ----------
    sheet : Sheet
    catalogue : Catalogue
    given : Given, optional
        What the person says about its columns.

    Raises
    ------
    IntakeError
        If no column is known, or `given` names a column that does not exist.
    """
    if is_definitions(sheet):
        return read_definitions(sheet, catalogue)
    if is_events(sheet):
        return read_events(sheet, catalogue)
    if is_days(sheet):
        return read_days(sheet, catalogue)
    if is_episodes(sheet):
        return read_episodes(sheet, catalogue)
    sheet = with_names_apart(upright(without_names_again(sheet)))
    if not (given and given.named()):
        if _is_without_header(sheet):
            return _without_header(sheet)
        sheet = with_places_apart(with_places_joined(sheet))
    return read_table(with_dates(as_answers(sheet)), catalogue, given=given)


def _is_without_header(sheet: Sheet) -> bool:
    """Return whether the first row of a table is a job instead of column names."""
    known = any(fact_named(norm_header(name)) and not is_dates(name, end=True) for name in sheet.header)
    return not known and any(is_dates(cell) for cell in sheet.header)


def _without_header(sheet: Sheet) -> Preview:
    """Find a job in each row of a table without column names; read the cells as in a pasted line."""
    rows = [sheet.header, *(row.cells for row in sheet.rows)]
    preview = read_lines("\n".join(map(as_line, rows)), sheet.file)
    note = "No row of column names: the cells are read as what you were, where, a place, and dates."
    return replace(preview, notes=(*sheet.notes, note, *preview.notes))


def _is_json(text: str) -> bool:
    tidy = text.lstrip("\ufeff \t\r\n")
    if re.match(r'\{\s*("|\})', tidy):
        return True
    if not tidy.startswith("["):
        return False
    try:  # "[2009] Nurse" is a line
        json.loads(text[: limits.LOOKED_AT])
    except (ValueError, RecursionError):
        return bool(re.match(r'\[\s*\{\s*"', tidy))
    return True


def markdown_table(text: str, file: str) -> Sheet | None:
    """Read a Markdown table (bars, with dashes below the names); return None if there is none."""
    lines = text.splitlines()
    rule = next(
        (at for at, line in enumerate(lines[: limits.ROWS]) if "|" in line and _RULE.fullmatch(line)), 0
    )
    if not rule:
        return None
    rows = [(rule, lines[rule - 1])]
    for at, line in enumerate(lines[rule + 1 :], start=rule + 2):
        if "|" not in line:
            break
        rows.append((at, line))
    end = rule + len(rows)
    around = [line for line in (*lines[: rule - 1], *lines[end:]) if line.strip()]
    notes = (
        (f"{len(around)} line(s) around the table are left out, the first: {around[0][:80]}",)
        if around
        else ()
    )
    cells = ((number, re.split(r"(?<!\\)\|", line.strip().strip("|"))) for number, line in rows)
    plain = ((number, [cell.replace("\\|", "|").strip(" *`") for cell in row]) for number, row in cells)
    return make_sheet(plain, file, notes=notes)


def _is_log(text: str, file: str) -> bool:
    """Return whether a text is a table of applications or interviews: its columns are not those of jobs."""
    try:
        sheet = read_csv(text.encode("utf-8", "replace"), file)
    except IntakeError:
        return False
    return len(sheet.header) > 1 and is_log(sheet)


def _is_table(text: str) -> bool:
    """Return whether one of the first lines names columns of jobs, with one separator between them."""
    lines = [line for line in text.splitlines()[: limits.ROWS] if line.strip()]
    if len(lines) < 2:  # noqa: PLR2004 - names and a row
        return False
    for line in lines[:_LOOK]:
        for separator in _SEPARATORS:
            cells = next(
                csv.reader(io.StringIO(line[: limits.CELL]), delimiter=separator, skipinitialspace=True)
            )
            if len(cells) > _KNOWN and is_timestamp(cells[0]):
                return True
            known = sum(bool(fact_named(norm_header(cell))) for cell in cells)
            if known >= _KNOWN and known * 2 >= len(cells):
                return True
    return False
