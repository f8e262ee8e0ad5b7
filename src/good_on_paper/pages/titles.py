"""The title of each page, which is the name of its notebook's file: said here and nowhere else."""

from typing import Final

START: Final = "00 Start here"
WORK: Final = "01 Your work so far"
LIKE: Final = "02 What it was like"
BEFORE: Final = "03 Before an interview"
AFTER: Final = "04 After an interview"
COMMON: Final = "05 What your better jobs had in common"
DULL: Final = "06 When it got dull"
LIVE: Final = "07 What you can live with"
BAROMETER: Final = "08 Your barometer"
STORIES: Final = "09 Your stories"
OFFERS: Final = "10 Comparing offers"
WHOLE: Final = "11 The whole picture"
HOOD: Final = "12 Under the hood"
EVERY: Final = (
    *(START, WORK, LIKE, BEFORE, AFTER, COMMON, DULL),
    *(LIVE, BAROMETER, STORIES, OFFERS, WHOLE, HOOD),
)
"""All of them; where a sentence below a chart names one, it is a link."""
