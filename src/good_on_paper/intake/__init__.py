"""Outside files become answers: dates, readers, preview, bringing in."""

from good_on_paper.intake.any_text import read_text
from good_on_paper.intake.bring_in import bring_in
from good_on_paper.intake.days import COLUMNS as DAY_COLUMNS
from good_on_paper.intake.days import OF_A_JOB
from good_on_paper.intake.days import SHEET as DAYS_SHEET
from good_on_paper.intake.definitions import ASKED as CRITERION_TEXTS
from good_on_paper.intake.definitions import COLUMNS as DEFINITION_COLUMNS
from good_on_paper.intake.definitions import MEANS, YES, criterion_column
from good_on_paper.intake.definitions import SHEET as DEFINITIONS_SHEET
from good_on_paper.intake.episodes import COLUMNS as EPISODE_COLUMNS
from good_on_paper.intake.episodes import SHEET as EPISODES_SHEET
from good_on_paper.intake.errors import IntakeError
from good_on_paper.intake.events import COLUMNS as EVENT_COLUMNS
from good_on_paper.intake.events import SHEET as EVENTS_SHEET
from good_on_paper.intake.facts import NOT_SAID
from good_on_paper.intake.harmless import harmless_cell, harmless_csv_cell
from good_on_paper.intake.pasted import read_lines
from good_on_paper.intake.preview import (
    DayFound,
    EpisodeFound,
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
from good_on_paper.intake.table_reading import Given
from good_on_paper.intake.take_back import TakenBack, bring_back, newest_import, take_back

__all__ = [
    "CRITERION_TEXTS",
    "DAYS_SHEET",
    "DAY_COLUMNS",
    "DEFINITIONS_SHEET",
    "DEFINITION_COLUMNS",
    "EPISODES_SHEET",
    "EPISODE_COLUMNS",
    "EVENTS_SHEET",
    "EVENT_COLUMNS",
    "MEANS",
    "NOT_SAID",
    "OF_A_JOB",
    "YES",
    "DayFound",
    "EpisodeFound",
    "Given",
    "IntakeError",
    "Kept",
    "OwnLine",
    "Preview",
    "Rated",
    "Receipt",
    "Received",
    "Recognised",
    "RoleFound",
    "Same",
    "Scaled",
    "Skipped",
    "TakenBack",
    "bring_back",
    "bring_in",
    "criterion_column",
    "harmless_cell",
    "harmless_csv_cell",
    "newest_import",
    "read",
    "read_lines",
    "read_text",
    "take_back",
]
