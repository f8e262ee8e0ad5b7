"""Limits on how much of a file we read: many careers fit, a mistaken or hostile file does not."""

import io
import zipfile
from typing import Final

from good_on_paper.intake.errors import DAMAGED_ZIP

BYTES: Final = 20_000_000
UNPACKED_BYTES: Final = 200_000_000
"""Most bytes of a workbook's parts when unpacked."""
ZIP_PARTS: Final = 5_000
ROWS: Final = 2_000
BLANK_ROWS: Final = 20_000
CELLS: Final = 150_000
"""Filled cells of one table; we read about 100,000 a second."""
COLUMNS: Final = 300
COLUMNS_READ: Final = 20_000
"""Cells of one row, including empty ones; spreadsheet programs have 16,384."""
CELLS_WRITTEN: Final = 400_000
"""Cells written in a workbook, including empty ones, and texts stored for them."""
SKIPPED: Final = 500
"""Parts left out that are named one by one; the rest are only counted."""
NAMED: Final = 30
"""Fields named in one sentence."""
LOOKED_AT: Final = 1_000_000
"""Characters of a table that are read to find its delimiter."""
CELL: Final = 20_000
"""Characters of one text; a longer one is left out and named."""
LABEL: Final = 120
"""Characters of a column's name."""
PAGES: Final = 40
"""Pages of a PDF; the longest CV of an academic has fewer."""
DOCX_BYTES: Final = 60_000_000
DOCX_TEXT_BYTES: Final = 10_000_000
"""Most bytes of a Word file when unpacked: with its pictures, and without."""
DOCX_MARKS: Final = 200_000
"""Start and end tags in its text; ten pages have a tenth of this."""
PDF_OBJECTS: Final = 20_000
PDF_SECONDS: Final = 1.5
PDF_SECONDS_A_PAGE: Final = 0.1
"""Seconds of work that a PDF may take; a CV of two pages takes a tenth of one."""


def parts_of(data: bytes) -> list[str]:
    """Return the names of the files in a ZIP, [] if it cannot be opened; unpack nothing."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            return parts.namelist()
    except DAMAGED_ZIP:
        return []
