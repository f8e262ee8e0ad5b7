"""Outside files become answers: dates, readers, preview, bringing in."""

from good_on_paper.intake.dates import NOW, DateError, PartialDate, check_span, parse_date

__all__ = ["NOW", "DateError", "PartialDate", "check_span", "parse_date"]
