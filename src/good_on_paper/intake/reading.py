"""Turn a file into a preview: its first bytes, and else its name, show its kind."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import Catalogue
from good_on_paper.intake import limits, linkedin
from good_on_paper.intake.any_text import read_sheet, read_text
from good_on_paper.intake.csv_text import read_csv
from good_on_paper.intake.days import with_parts
from good_on_paper.intake.encoding import decode
from good_on_paper.intake.errors import IntakeError
from good_on_paper.intake.json_resume import read_json
from good_on_paper.intake.odd_names import with_odd_names
from good_on_paper.intake.table_reading import Given

if TYPE_CHECKING:
    from good_on_paper.intake.preview import Preview

_TAKEN: Final = (
    "a CV (.pdf, .docx, .json), a table (.csv, .tsv, .xlsx), LinkedIn’s export (.zip) or text (.txt)"
)
_FOREIGN: Final = (
    (
        b"\xd0\xcf\x11\xe0",
        "this is an older Office file, or one locked with a password; save it anew as .docx, .xlsx or PDF",
    ),
    (b"{\\rtf", "this is a rich text file; save it as PDF or .docx, or paste the text"),
    (b"\x89PNG", "this is a picture, and we can’t read pictures; paste the text"),
    (b"\xff\xd8\xff", "this is a picture, and we can’t read pictures; paste the text"),
)
_PDF: Final = b"%PDF-"
_PDF_WITHIN: Final = 1_024
"""How many bytes are searched for the mark of a PDF; some programs write something before it."""
_ZIP: Final = b"PK"
_WORD: Final = "word/document.xml"
_PART: Final = b"PK\x01\x02"
"""The bytes at the start of each entry in a ZIP's list of contents."""


def read(
    source: Path | bytes,
    name: str,
    catalogue: Catalogue,
    *,
    outcome: str | None = None,
    given: Given | None = None,
) -> Preview:
    """Find roles and ratings in a file. Nothing is written anywhere.

    Parameters
    ----------
    source : Path or bytes
        The file, or its content.
    name : str
        Its name, for messages; its ending shows its kind.
    catalogue : Catalogue
        With the person's own lines.
    outcome : str, optional
        The column of a table that rates how jobs went, if its name does not show it.
    given : Given, optional
        Everything that the person says about a table's columns: outcome, scales, steps of words.

    Raises
    ------
    IntakeError
        If it cannot be read, is too large or of a kind we do not read; the message names place, value and
        what we expected.
    """
    return with_odd_names(_read(bytes_of(source, name), name, catalogue, given or Given(outcome)))


def _read(data: bytes, name: str, catalogue: Catalogue, given: Given) -> Preview:
    """Return what is found in a file of any kind."""
    if not data.strip():
        raise IntakeError(name, "the file is empty", expected=_TAKEN)
    for mark, problem in _FOREIGN:
        if data.startswith(mark):
            raise IntakeError(name, problem, expected=_TAKEN)
    if _PDF in data[:_PDF_WITHIN]:
        return _read_cv(data, name, catalogue)
    if data.startswith(_ZIP):
        return _read_zip(data, name, catalogue, given)
    ending = Path(name).suffix.lower()
    if ending == ".json" or (ending not in (".csv", ".tsv", ".txt") and _looks_like_json(data)):
        return read_json(data, name, catalogue)
    if ending in (".txt", ".md", ".yaml", ".yml", ".text"):
        return read_text(decode(data, name)[0], catalogue, name)
    sheet = read_csv(data, name)
    return linkedin.read_one(sheet) if linkedin.is_table(sheet) else read_sheet(sheet, catalogue, given=given)


def _read_zip(data: bytes, name: str, catalogue: Catalogue, given: Given) -> Preview:
    if (parts := data.count(_PART)) > limits.ZIP_PARTS:
        most = f"at most {limits.ZIP_PARTS:,}"
        raise IntakeError(name, f"this ZIP holds {parts:,} files", expected=most)
    if linkedin.is_export(data):
        return linkedin.read_zip(data, name)
    if _WORD in limits.parts_of(data) or name.lower().endswith(".docx"):
        return _read_cv(data, name, catalogue)
    from good_on_paper.intake.workbook import is_workbook, read_xlsx  # noqa: PLC0415 - slow to load, seldom used

    if not is_workbook(data):
        problem = "this ZIP holds neither a workbook nor a CV nor LinkedIn’s Positions.csv; unpack it"
        raise IntakeError(name, problem, expected=_TAKEN)
    sheet, *others = read_xlsx(data, name)
    beside_it = [read_sheet(part, catalogue) for part in others]
    own = [line.item for part in beside_it for line in part.lines]  # jobs may be rated on them
    preview = read_sheet(sheet, Catalogue((*catalogue.lines, *own)), given=given)
    for part in beside_it:
        preview = with_parts(preview, part)
    return preview


def _read_cv(data: bytes, name: str, catalogue: Catalogue) -> Preview:
    from good_on_paper.intake.cv_file import read_cv  # noqa: PLC0415 - slow to load, seldom used

    return read_cv(data, name, catalogue)


def bytes_of(source: Path | bytes, name: str) -> bytes:
    """Return the content of a file.

    Raises
    ------
    IntakeError
        If it cannot be read or is too large.
    """
    if isinstance(source, bytes):
        size = len(source)
    else:
        try:
            looked = source.stat()
        except OSError as error:
            raise IntakeError(name, f"the file cannot be read ({error.strerror})", expected=_TAKEN) from error
        if not stat.S_ISREG(looked.st_mode):  # reading from a pipe or a device could wait for ever
            raise IntakeError(name, "this is a folder, a pipe or a device, not a file", expected=_TAKEN)
        size = looked.st_size
    if size > limits.BYTES:
        zipped = Path(name).suffix.lower() == ".zip"
        instead = "; unpack it and choose Positions.csv alone" if zipped else ""
        most = f"at most {limits.BYTES / 1e6:.0f} MB{instead}"
        raise IntakeError(name, f"{size / 1e6:,.0f} MB", expected=most)
    if isinstance(source, bytes):
        return source
    try:
        with source.open("rb") as file:
            return file.read(limits.BYTES + 1)
    except OSError as error:
        raise IntakeError(name, f"the file cannot be read ({error.strerror})", expected=_TAKEN) from error


def _looks_like_json(data: bytes) -> bool:
    return data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")
