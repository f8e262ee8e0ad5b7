"""How much of a file is taken. A career fits many times over; a mistaken or hostile file does not."""

import io
import zipfile
from typing import Final

from good_on_paper.intake.errors import DAMAGED_ZIP

BYTES: Final = 20_000_000
UNPACKED_BYTES: Final = 200_000_000
"""What the parts of a workbook may come to when unpacked."""
ZIP_PARTS: Final = 5_000
ROWS: Final = 2_000
BLANK_ROWS: Final = 20_000
CELLS: Final = 150_000
"""Filled cells of one table; they are read at some 100,000 a second."""
COLUMNS: Final = 300
COLUMNS_READ: Final = 20_000
"""Cells of one row, empty ones too; spreadsheet programs have 16,384."""
CELLS_WRITTEN: Final = 400_000
"""Cells, and texts kept for them, that are written out in a workbook, empty ones too."""
SKIPPED: Final = 500
"""Parts left out that are named one by one; of the rest the number is told."""
NAMED: Final = 30
"""Fields named in one sentence."""
LOOKED_AT: Final = 1_000_000
"""Characters of a table from which its delimiter is told."""
CELL: Final = 20_000
"""Characters of one text; a longer one is left out and named."""
LABEL: Final = 120
"""Characters of a column's name."""
PAGES: Final = 40
"""Pages of a PDF; the longest CV of an academic has fewer."""
DOCX_BYTES: Final = 60_000_000
DOCX_TEXT_BYTES: Final = 10_000_000
"""What a Word file may come to when unpacked: with its pictures, and without."""
DOCX_MARKS: Final = 200_000
"""Begins and ends of elements in its text; ten pages have a tenth of it."""
PDF_OBJECTS: Final = 20_000
PDF_SECONDS: Final = 1.5
PDF_SECONDS_A_PAGE: Final = 0.1
"""Seconds of work that a PDF may take; a CV of two pages takes a tenth of one."""


def parts_of(data: bytes) -> list[str]:
    """Return the names of the files in a ZIP, none when it is not to be opened. Nothing is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            return parts.namelist()
    except DAMAGED_ZIP:
        return []
