"""Write a person's answers into files that other programs read."""

from good_on_paper.export.contents import Contents, Day, Episode, Job, contents
from good_on_paper.export.interviews import fatebook_table, interviews_table
from good_on_paper.export.json_resume import json_resume
from good_on_paper.export.spreadsheet import (
    csv_table,
    days_table,
    definitions_table,
    episodes_table,
    events_table,
    workbook,
)

__all__ = [
    "Contents",
    "Day",
    "Episode",
    "Job",
    "contents",
    "csv_table",
    "days_table",
    "definitions_table",
    "episodes_table",
    "events_table",
    "fatebook_table",
    "interviews_table",
    "json_resume",
    "workbook",
]
