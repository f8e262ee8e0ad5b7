"""The text of a PDF in reading order. Pictures are not read and nothing in it is run."""

from __future__ import annotations

import io
import logging
import re
import time
import unicodedata
from contextlib import contextmanager
from itertools import groupby
from typing import TYPE_CHECKING, Final

from pypdf import PasswordType, PdfReader, apply_configuration, get_configuration
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, PyPdfError

from good_on_paper.intake import limits
from good_on_paper.intake.errors import IntakeError
from good_on_paper.intake.page_layout import in_reading_order
from good_on_paper.intake.page_parts import plain_letters
from good_on_paper.intake.page_tables import with_tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pypdf import PageObject

_OBJECT: Final = (b" obj", b" 00000 n", b"startxref")
"""Marks that a PDF has once for each of its objects."""
_BOUNDS: Final = {
    "zlib_maximum_output_length": 4_000_000,
    **dict.fromkeys(("lzw_maximum_output_length", "run_length_maximum_output_length"), 4_000_000),
    **dict.fromkeys(
        ("array_based_stream_maximum_output_length", "zlib_maximum_recovery_input_length"), 4_000_000
    ),
    **dict.fromkeys(("array_maximum_element_count", "dictionary_maximum_element_count"), 20_000),
    "stream_decoding_work_maximum_length": 20_000_000,
    "stream_filters_maximum_length": 4,
    "stream_parsing_work_maximum_count": 100_000,
    "page_tree_maximum_entries": 2_000,
    "page_tree_maximum_page_entries": 20_000,
    "xform_maximum_invocations_per_extraction": 50,
}
"""How much of each kind pypdf reads from one page; a page of a CV has at most a tenth of it."""
_BROKEN: Final = (
    PyPdfError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What pypdf raises for a file that is not a PDF."""
_MISSING: Final = re.compile(r"incomplete|content is skipped")
"""Words of pypdf's warnings when it leaves text out."""
_ALMOST_ALL: Final = 0.9
_UNREADABLE: Final = 0.2
_EXPECTED: Final = "a PDF with text in it; or copy the text and paste it below"
_SCAN: Final = "we found no text in this PDF, only pictures of it, as a scanner makes them"
_TOO_MUCH: Final = "this PDF holds far more than a CV does"
_COLUMNS: Final = "It has two columns: we read the left one first, then the right one."


def read_pdf(data: bytes, file: str) -> tuple[list[str], list[str]]:
    """Read the text of a PDF.

    Parameters
    ----------
    data : bytes
    file : str
        Its name, for messages.

    Returns
    -------
    lines : list of str
        In reading order, two columns one after the other; a tab separates parts that are apart on the page.
    notes : list of str
        What we assumed, and what we could not read.

    Raises
    ------
    IntakeError
        If it is locked or damaged, has too many pages, no text, or letters without a meaning.
    """
    if max(map(data.count, _OBJECT)) > limits.PDF_OBJECTS:
        raise IntakeError(file, _TOO_MUCH, expected=_EXPECTED)
    try:
        with _warnings() as warned:
            parts, without = _parts(data, file)
    except LimitReachedError:
        raise IntakeError(file, _TOO_MUCH, expected=_EXPECTED) from None
    except (FileNotDecryptedError, DependencyError):
        raise _locked(file) from None
    except _BROKEN as error:
        if isinstance(error, IntakeError):
            raise
        raise IntakeError(file, "this PDF is damaged", expected=_EXPECTED) from error
    letters = [sign for part in parts for line in part for sign in line if not sign.isspace()]
    if not letters:
        raise IntakeError(file, _SCAN if without else "this PDF has no pages", expected=_EXPECTED)
    if sum(map(_stands_for_nothing, letters)) > len(letters) * _UNREADABLE:
        problem = "the letters in this PDF are only drawn, so we can’t tell which they are"
        raise IntakeError(file, problem, expected=_EXPECTED)
    lines, columns = _in_order(parts)
    notes = [_COLUMNS] if columns else []
    if without:
        which = ", ".join(map(str, without[: limits.NAMED]))
        one = len(without) == 1
        notes.append(
            f"{'Page' if one else 'Pages'} {which} {'holds' if one else 'hold'} no text we can read."
        )
    if any(_MISSING.search(message) for message in warned):
        notes.append(
            "Some text of this PDF may be missing here: it is turned, or its letters are only drawn."
        )
    return lines, notes


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """Collect pypdf's warnings, which otherwise go where nobody reads them."""
    messages: list[str] = []
    logger, handler = logging.getLogger("pypdf"), logging.Handler()
    handler.emit = lambda record: messages.append(record.getMessage())  # type: ignore[method-assign]
    propagated, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield messages
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagated


def _in_order(parts: Sequence[str | list[str]]) -> tuple[list[str], bool]:
    """Return the lines of all pages in reading order, and whether there were columns."""
    lines: list[str] = []
    columns = False
    for is_table, group in groupby(parts, key=lambda part: isinstance(part, list)):
        if is_table:
            lines += [row for table in group for row in table]
        else:
            read, two = in_reading_order(part for part in group if isinstance(part, str))
            lines += read
            columns = columns or two
    return lines, columns


def _parts(data: bytes, file: str) -> tuple[list[str | list[str]], list[int]]:
    """Return the text of the pages, each table apart, and the numbers of pages without text."""
    begun = time.thread_time()  # without the work of other programs
    parts: list[str | list[str]] = []
    without: list[int] = []
    with apply_configuration(get_configuration().with_overwrites(**_BOUNDS)):
        reader = PdfReader(io.BytesIO(data))
        # a PDF may be locked with an empty password, only against printing or changes
        if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
            raise _locked(file)
        number = len(reader.pages)
        if number > limits.PAGES:
            most = f"at most {limits.PAGES}; save the pages with your jobs as a PDF of their own"
            raise IntakeError(file, f"this PDF has {number:,} pages", expected=most)
        for place, page in enumerate(reader.pages, start=1):
            text = "\n".join(_lines(page))
            if text.strip():
                parts += with_tables(page, text, goes_on=bool(parts) and isinstance(parts[-1], list))
            else:
                without.append(place)
            if time.thread_time() - begun > limits.PDF_SECONDS + limits.PDF_SECONDS_A_PAGE * number:
                raise IntakeError(file, _TOO_MUCH, expected=_EXPECTED)
    return parts, without


def _lines(page: PageObject) -> Iterator[str]:
    """Yield the lines of a page as drawn; as written if the drawing leaves out separate parts."""
    text = page.extract_text(extraction_mode="layout", layout_mode_space_vertically=False)
    if not text.strip() or "/XObject" in page.get("/Resources", {}).get_object():
        written = page.extract_text()
        if len("".join(text.split())) < len("".join(written.split())) * _ALMOST_ALL:
            text = written
    for line in text.splitlines():
        yield plain_letters(line)


def _stands_for_nothing(sign: str) -> bool:
    return sign == "\N{REPLACEMENT CHARACTER}" or unicodedata.category(sign) in ("Co", "Cn", "Cc")


def _locked(file: str) -> IntakeError:
    problem = "this PDF is locked with a password"
    return IntakeError(file, problem, expected="a copy without one: open it and print it to a new PDF")
