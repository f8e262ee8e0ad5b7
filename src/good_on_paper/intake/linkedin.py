"""LinkedIn's copy of your data: positions, volunteering, what others wrote. The ZIP, or one CSV from it.

We recognise its tables by their columns, as an account in English has them. Over the years LinkedIn has
changed what surrounds the tables (folders, a preamble of notes) but kept these columns.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import keys
from good_on_paper.intake import limits
from good_on_paper.intake.csv_text import read_csv
from good_on_paper.intake.errors import DAMAGED_ZIP, IntakeError
from good_on_paper.intake.facts import Findings
from good_on_paper.intake.linkedin_tables import (
    FILES,
    LEFT,
    MORE,
    POSITIONS,
    POSITIONS_TOO,
    RECEIVED,
    ROLES,
    Did,
    Testimony,
)
from good_on_paper.intake.not_mine import POSITIONS_INSTEAD
from good_on_paper.intake.plain_text import norm
from good_on_paper.intake.preview import Preview, Received, RoleFound
from good_on_paper.language.dates import parse_date
from good_on_paper.language.partial_date import DateError, PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from good_on_paper.intake.sheet import Row, Sheet


_LOOK: Final = 20
"""How many rows are searched for the column names below a preamble."""
_US_DATE: Final = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{2})(?:,? .*)?")
_EXPECTED: Final = "the ZIP as LinkedIn sent it, or Positions.csv out of it"


def is_table(sheet: Sheet) -> bool:
    """Return whether a table is one of LinkedIn's export that we read."""
    found = _table(sheet)
    if found is None:
        return False
    table, kind = found
    more = {norm(name) for name in table.header if name} - POSITIONS_TOO
    if kind in ROLES and kind != POSITIONS:
        return {norm(name) for name in table.header if name} - kind <= MORE
    return kind != POSITIONS or not more  # with columns of the person's own it is an ordinary table


def read_one(sheet: Sheet) -> Preview:
    """Read one table of the export.

    Raises
    ------
    IntakeError
        If it is what the person wrote about others; its columns are the same as those of what others wrote.
    """
    if _name(sheet.file) == "recommendations_given.csv":
        problem = "this is what you wrote of others, and their jobs"
        raise IntakeError(sheet.file, problem, expected=POSITIONS_INSTEAD)
    findings = Findings(notes=list(sheet.notes))
    found = _found_in(sheet, findings, "")
    return _preview(sheet.file, [found], findings)


def is_export(data: bytes) -> bool:
    """Return whether these bytes are a ZIP with one of the files that we read."""
    return any(_name(part) in FILES for part in limits.parts_of(data))


def read_zip(data: bytes, file: str) -> Preview:
    """Find the roles, recommendations and endorsements in an export.

    Nothing is unpacked to the disk, so a path in the ZIP cannot lead anywhere. Each file is read up to the
    size limit of any file, whatever size the ZIP states.

    Parameters
    ----------
    data : bytes
    file : str
        Its name, for messages.

    Raises
    ------
    IntakeError
        If it is damaged or locked, or its positions cannot be read. Other files that cannot be read are left
        out and named.
    """
    findings = Findings()
    found: list[RoleFound | Received] = []
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            members = [part for part in parts.infolist() if _name(part.filename) and not _is_shadow(part)]
            chosen = _chosen(members, findings)
            for part in chosen:
                name = PurePosixPath(part.filename).name
                try:
                    sheet = read_csv(_content(parts, part, file), f"{file}, {name}")
                    found += _found_in(sheet, findings, f"{name}, ")
                except IntakeError as error:
                    if _name(part.filename) == FILES[0]:
                        raise
                    findings.skip(part.filename, "", f"{error.problem}; expected {error.expected}")
    except DAMAGED_ZIP as error:
        if isinstance(error, IntakeError):
            raise
        raise IntakeError(file, f"the ZIP is damaged ({type(error).__name__})", expected=_EXPECTED) from error
    _name_others([part.filename for part in members if _name(part.filename) not in FILES], findings)
    return _preview(file, [found], findings)


def _name_others(paths: list[str], findings: Findings) -> None:
    """Name the files that are left out, and say what they are if we know."""
    for path in paths:
        if why := LEFT.get(_name(path)):
            findings.skip(path, "", why)
    if others := [path for path in paths if _name(path) not in LEFT]:
        first, more = others[: limits.NAMED], len(others) - limits.NAMED
        named = ", ".join(path[: limits.LABEL] for path in first)
        findings.skip(
            f"{named} and {more:,} more" if more > 0 else named, "", "not read; the kit knows no such file"
        )


def _preview(file: str, found: Iterable[list[RoleFound | Received]], findings: Findings) -> Preview:
    parts = [part for some in found for part in some]
    return Preview(
        file,
        "linkedin",
        tuple(part for part in parts if isinstance(part, RoleFound)),
        received=tuple(part for part in parts if isinstance(part, Received)),
        skipped=tuple(findings.skipped),
        notes=tuple(findings.notes),
    )


def _name(path: str) -> str:
    """Return the file's name without its folders; empty for a folder."""
    return path.replace("\\", "/").rpartition("/")[2].casefold()


def _is_shadow(part: zipfile.ZipInfo) -> bool:
    """Return whether it is one of the files that macOS adds beside each file of a ZIP."""
    return "__MACOSX" in part.filename or _name(part.filename).startswith("._")


def _chosen(members: list[zipfile.ZipInfo], findings: Findings) -> list[zipfile.ZipInfo]:
    """Return one file of each name, the one in the fewest folders; name the others."""
    chosen = []
    for name in FILES:
        same = [part for part in members if _name(part.filename) == name]
        same.sort(key=lambda part: (part.filename.count("/"), part.filename))
        chosen += same[:1]
        for part in same[1:]:
            findings.skip(part.filename, "", f"{same[0].filename} is read already")
    return chosen


def _content(parts: zipfile.ZipFile, part: zipfile.ZipInfo, file: str) -> bytes:
    if part.flag_bits & 1:
        raise IntakeError(file, "the ZIP is locked with a password", place=part.filename, expected=_EXPECTED)
    with parts.open(part) as content:
        data = content.read(limits.BYTES + 1)
    if len(data) > limits.BYTES:
        most = f"at most {limits.BYTES / 1e6:.0f} MB"
        raise IntakeError(file, f"it unpacks to more than {most[8:]}", place=part.filename, expected=most)
    return data


def _table(sheet: Sheet) -> tuple[Sheet, frozenset[str]] | None:
    """Find the row of column names, also below a preamble; return the table from there, and its kind."""
    rows = [(None, sheet.header), *((number, row.cells) for number, row in enumerate(sheet.rows[:_LOOK]))]
    for number, cells in rows:
        names = {norm(cell) for cell in cells}
        for kind in (*ROLES, *RECEIVED):
            if kind <= names:
                below = sheet.rows if number is None else sheet.rows[number + 1 :]
                return replace(sheet, header=tuple(cells), rows=below), kind
    return None


def _found_in(sheet: Sheet, findings: Findings, place: str) -> list[RoleFound | Received]:
    found = _table(sheet)
    if found is None:
        raise IntakeError(sheet.file, "its columns are not known", expected=_EXPECTED)
    table, kind = found
    columns = {norm(name): number for number, name in reversed(list(enumerate(table.header)))}
    rows = list(_each_once(table, findings, place))
    if did := ROLES.get(kind):
        return list(filter(None, (_role(row, columns, did, findings, place) for row in rows)))
    testimony = RECEIVED[kind]
    entries = [entry for row in rows if (entry := _entry(row, columns, testimony, findings, place))]
    return [Received(testimony.label, testimony.item, testimony.label, tuple(entries))] if entries else []


def _each_once(table: Sheet, findings: Findings, place: str) -> Iterable[Row]:
    seen: dict[tuple[str, ...], int] = {}
    for row in table.rows:
        if row.cells in seen:
            findings.skip(f"{place}row {row.number}", "", f"the same as row {seen[row.cells]}")
        else:
            seen[row.cells] = row.number
            yield row


def _role(row: Row, columns: Mapping[str, int], did: Did, findings: Findings, place: str) -> RoleFound | None:
    where = f"{place}row {row.number}"

    def cell(name: str) -> tuple[str, str]:
        return f"{where}, {name}", row.cells[columns[name]] if name in columns else ""

    facts = {
        "title": findings.text(*cell(did.title)),
        "employer": findings.text(*cell(did.employer)),
        "place": findings.text(*cell("location")),
        "summary": findings.text(*cell(did.summary), lines=True),
    }
    facts |= {} if did.kind == "job" else {keys.ROLE_KIND: did.kind}
    facts |= findings.span(cell(did.started), cell(did.ended), open_end=did.taken)
    facts = {key: found_text for key, found_text in facts.items() if found_text}
    if "title" not in facts and "employer" not in facts:
        company = did.employer.replace("company name", "a company name")
        findings.skip(
            where, "", f"it has neither a {did.title} nor {company or 'anything else to call it by'}"
        )
        return None
    names = (did.title, did.employer, did.started, did.ended)
    written = " | ".join(text for name in names if (text := cell(name)[1].strip()))
    return RoleFound(where, facts, taken=did.taken, written=written, why=did.why)


def _entry(
    row: Row, columns: Mapping[str, int], kind: Testimony, findings: Findings, place: str
) -> dict[str, str] | None:
    where = f"{place}row {row.number}"
    status = row.cells[columns[kind.status]].strip()
    if status.casefold() != kind.counts:
        findings.skip(where, status, f"only those marked {kind.counts.upper()} are kept")
        return None
    entry = {}
    for key, names in kind.kept.items():
        texts = (row.cells[columns[name]] for name in names if name in columns)
        parts = [findings.text(f"{where}, {key}", text, lines=key == "text") for text in texts]
        entry[key] = " ".join(filter(None, parts))
    entry["date"] = _date(entry["date"])
    if not entry[kind.needed]:
        findings.skip(where, "", f"no {kind.needed} stands in it")
        return None
    return {key: parts for key, parts in entry.items() if parts}


def _date(text: str) -> str:
    """Return a date in ISO form if we can read it; LinkedIn writes days in US order."""
    try:
        if found := _US_DATE.fullmatch(text):
            month, day, year = map(int, found.groups())
            return str(PartialDate(2000 + year, month, day))
        return str(parse_date(text))
    except (DateError, ValueError):
        return text
