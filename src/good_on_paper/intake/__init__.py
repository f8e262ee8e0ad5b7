"""Outside files become answers: dates, readers, preview, bringing in."""

from good_on_paper.intake.dates import NOW, DateError, PartialDate, check_span, parse_date
from good_on_paper.intake.errors import IntakeError
from good_on_paper.intake.pasted import read_lines
from good_on_paper.intake.preview import OwnLine, Preview, Rated, Recognised, RoleFound, Skipped
from good_on_paper.intake.reading import read

__all__ = [
    "NOW",
    "DateError",
    "IntakeError",
    "OwnLine",
    "PartialDate",
    "Preview",
    "Rated",
    "Recognised",
    "RoleFound",
    "Skipped",
    "check_span",
    "parse_date",
    "read",
    "read_lines",
]
