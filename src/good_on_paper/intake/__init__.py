"""Outside files become answers: dates, readers, preview, bringing in."""

from good_on_paper.intake.bring_in import bring_in
from good_on_paper.intake.dates import NOW, DateError, PartialDate, check_span, parse_date
from good_on_paper.intake.days import COLUMNS as DAY_COLUMNS
from good_on_paper.intake.days import OF_A_JOB
from good_on_paper.intake.days import SHEET as DAYS_SHEET
from good_on_paper.intake.durations import Duration, DurationError, parse_duration
from good_on_paper.intake.errors import IntakeError
from good_on_paper.intake.facts import NOT_SAID
from good_on_paper.intake.pasted import read_lines
from good_on_paper.intake.preview import (
    DayFound,
    OwnLine,
    Preview,
    Rated,
    Received,
    Recognised,
    RoleFound,
    Same,
    Scaled,
    Skipped,
)
from good_on_paper.intake.reading import read
from good_on_paper.intake.receipt import Kept, Receipt
from good_on_paper.intake.sheet import harmless_cell
from good_on_paper.intake.table_reading import Given

__all__ = [
    "DAYS_SHEET",
    "DAY_COLUMNS",
    "NOT_SAID",
    "NOW",
    "OF_A_JOB",
    "DateError",
    "DayFound",
    "Duration",
    "DurationError",
    "Given",
    "IntakeError",
    "Kept",
    "OwnLine",
    "PartialDate",
    "Preview",
    "Rated",
    "Receipt",
    "Received",
    "Recognised",
    "RoleFound",
    "Same",
    "Scaled",
    "Skipped",
    "bring_in",
    "check_span",
    "harmless_cell",
    "parse_date",
    "parse_duration",
    "read",
    "read_lines",
]
