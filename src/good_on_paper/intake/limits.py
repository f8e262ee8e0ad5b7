"""How much of a file is taken. A career fits many times over; a mistaken or hostile file does not."""

from typing import Final

BYTES: Final = 20_000_000
UNPACKED_BYTES: Final = 200_000_000
"""What the parts of a workbook may come to when unpacked."""
ZIP_PARTS: Final = 5_000
ROWS: Final = 2_000
BLANK_ROWS: Final = 20_000
COLUMNS: Final = 300
CELL: Final = 20_000
"""Characters of one text; a longer one is left out and named."""
LABEL: Final = 120
"""Characters of a column's name."""
