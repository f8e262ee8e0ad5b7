"""The log of interviews to take along: a table that can be imported again, and predictions for Fatebook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from good_on_paper.catalogue import keys
from good_on_paper.export.cells import as_csv, as_text
from good_on_paper.frames.names import STAGES, words
from good_on_paper.frames.roles import first_day
from good_on_paper.frames.schema import OF_INTERVIEWS
from good_on_paper.intake.fatebook import COLUMNS, NOTES, TITLE
from good_on_paper.intake.own_interviews import ENDS, UNKNOWN_DAY
from good_on_paper.language.day_names import in_full

if TYPE_CHECKING:
    from good_on_paper.catalogue import Catalogue
    from good_on_paper.export.cells import Cell
    from good_on_paper.export.contents import Contents
    from good_on_paper.record import Answer

_IDS: Final = ("unit", "process")
_STANDS: Final = [name for name in OF_INTERVIEWS if name not in _IDS and name not in ENDS]
_AT: Final = _STANDS.index("came") + 1
LOG_COLUMNS: Final = (*_STANDS[:_AT], *ENDS, *_STANDS[_AT:])
"""The columns of the log: answers, what follows from them, and the day of each ending."""


def interviews_table(content: Contents, catalogue: Catalogue) -> bytes:
    """Return the log of interviews as CSV, one row per interview, in the order of their days.

    Parameters
    ----------
    content : Contents
    catalogue : Catalogue
    """
    del catalogue  # its columns are the same for everybody
    return as_csv(interview_rows(content))


def fatebook_table(content: Contents, catalogue: Catalogue) -> bytes:
    """Return the guesses that count as predictions that Fatebook reads, one row per guess.

    A question is answered once its day is over: YES if they said yes by then, NO if they had not, AMBIGUOUS
    if nobody can tell. It has nothing else about an interview.

    Parameters
    ----------
    content : Contents
    catalogue : Catalogue
    """
    del catalogue
    log = content.interviews
    guessed = log[log["chance"].notna() & log["due"].notna()] if len(log) else log
    rows: list[list[Cell]] = [list(COLUMNS)]
    rows += [_prediction(row) for row in guessed.to_dict("records")]
    return as_csv(rows)


def interview_rows(content: Contents) -> list[list[Cell]]:
    """Return the log as rows of cells, the column names first."""
    answers = {(answer.unit, answer.item): answer for _, answer in content.cells}
    rows: list[list[Cell]] = [[*LOG_COLUMNS]]
    for row in content.interviews.to_dict("records"):
        whole = row | {name: _day(answers.get((row["unit"], item))) for name, item in ENDS.items()}
        whole["day"] = _day(answers.get((row["unit"], keys.TALK_ON))) or whole["day"]
        rows.append([_plain(whole[name]) for name in LOG_COLUMNS])
    return rows


def _day(answer: Answer | None) -> str | None:
    """Return a day as exactly as the person gave it."""
    if answer is None:
        return None
    typed = words(answer)
    return typed if first_day(typed or None) is not None else UNKNOWN_DAY if not typed else None


def _plain(value: Any) -> Cell:  # noqa: ANN401 - whatever a frame holds
    """Return a value of a frame as a cell has it: days without a time, None if there is no value."""
    if value is None or value != value or value is pd.NaT or value is pd.NA:  # noqa: PLR0124 - NaN differs from itself
        return None
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, pd.Timestamp):
        return value.isoformat(timespec="minutes") if value.tz is not None else value.date().isoformat()
    return value if isinstance(value, int | float) else as_text(str(value))


def _prediction(row: dict[Any, Any]) -> list[Cell]:
    stage = STAGES.get(row["stage"], "") if isinstance(row["stage"], str) else ""
    employer = row["employer"] if isinstance(row["employer"], str) else row["job"]
    job = f"\nJob: {row['job']}" if isinstance(row["job"], str) and row["job"] != employer else ""
    due, given = row["due"].date(), row["guessed"].strftime("%Y-%m-%d %H:%M")
    answered = ("YES" if row["yes"] else "NO") if isinstance(row["yes"], bool) else ""
    over = not answered and row["outcome"] in ("yes", "no", "withdrew", "no_answer")
    resolved = row["yes_on"] if answered == "YES" else row["due"]
    return [
        as_text(TITLE.format(employer=employer, due=in_full(due))),
        int(row["chance"]),
        given,
        given,
        due.isoformat(),
        answered or ("AMBIGUOUS" if over else None),
        resolved.date().isoformat() if answered else None,
        as_text(", ".join(filter(None, ("interview", stage)))),
        as_text(NOTES.format(day=row["day"].date().isoformat()) + job),
    ]
