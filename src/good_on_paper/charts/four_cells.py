"""They wanted me by I wanted it: four cells, and every interview by its name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper.charts.chart import Chart
from good_on_paper.charts.name_cells import COLUMNS, WIDTH, CellRows, Cells, TallCells
from good_on_paper.charts.name_lists import interview_names
from good_on_paper.charts.tall_rows import PHONE
from good_on_paper.frames.names import STAGES
from good_on_paper.language.counts import count
from good_on_paper.language.day_names import in_full
from good_on_paper.language.findings import proves_nothing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from good_on_paper.charts.names import Naming


def _wanted(total: str, many: Mapping[tuple[str, str], int]) -> str:
    """Count only what there is; that neither wanted it is worth a word if there is nothing else."""
    both, mine, theirs, nobody = (many[mine, theirs] for mine in ("yes", "no") for theirs in ("yes", "no"))
    did = "did" if both else "wanted it"
    one_sided = [f"in {mine} only I {did}"] * bool(mine) + [f"in {theirs} only they {did}"] * bool(theirs)
    there = [f"in {both} they wanted me and I wanted it"] * bool(both)
    there += [", ".join(one_sided)] * bool(one_sided)
    if nobody and not there:
        there = [f"in {nobody} neither of us wanted it"]
    return f"{total}: {'; '.join(there)}." if there else f"{total}, none with an answer from both sides yet."


def _felt(total: str, many: Mapping[tuple[str, str], int]) -> str:
    """Count only what there is: nobody needs to read how often there was nothing."""
    felt = {"well": "felt good", "badly": "felt bad"}
    there = [f"{number} {felt[row]} and got a {came}" for (row, came), number in many.items() if number]
    return f"{total}: {', '.join(there)}." if there else f"{total}, none with a yes or a no yet."


TAKE_IT: Final = CellRows(
    "take_it",
    {
        "yes": "I would take it",
        "no": "I would not take it",
        "not_sure": "I was not sure",
        "": "I did not say",
    },
    {
        ("yes", "yes"): "We both wanted it",
        ("yes", "no"): "I wanted it, they did not",
        ("no", "yes"): "They wanted me, I did not want it",
        ("no", "no"): "Neither of us wanted it",
    },
    _wanted,
    "What they said, by what I said on the day: \N{LEFT DOUBLE QUOTATION MARK}Would you take it today?"
    "\N{RIGHT DOUBLE QUOTATION MARK} Every interview by its name.",
    "Would take it",
)
"""Whether the person would have taken it."""
FELT: Final = CellRows(
    "felt",
    {"well": "It felt good: over 50", "badly": "It felt bad: under 50", "even": "Just 50"},
    {
        ("well", "yes"): "Felt good, and a yes",
        ("well", "no"): "Felt good, and a no",
        ("badly", "yes"): "Felt bad, and a yes",
        ("badly", "no"): "Felt bad, and a no",
    },
    _felt,
    "What they said, by the chance you gave it on the day. Every interview by its name.",
    "How it felt",
)
"""Whether the person gave it more or less than 50."""
_ALIVE: Final = "An employer that has not answered may still write. We show a later yes with its day."
_MINE: Final = "Their no and {} no are two different answers."
_NO_CLAIM: Final = "What stands in which box proves nothing."


def four_cells(frame: pd.DataFrame, rows: CellRows = TAKE_IT, *, names: Naming = "names") -> Chart:
    """Draw how interviews ended by whether the person would have taken the job, each by its name.

    Parameters
    ----------
    frame
        A row per interview, as `good_on_paper.frames.interviews` gives: ``employer``, ``job``, ``stage``,
        ``take_it``, ``outcome``, ``day``, ``yes_on``, ``due``.
    rows
        What divides them into rows, if not whether the person would have taken the job.
    names
        "names", or "letters": one letter for all interviews at one place.

    Returns
    -------
    Chart
        Names of interviews in cells; its table has a row per interview.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> four_cells(gop.sample().interviews()).title.partition(";")[0]
    '14 interviews: in 4 they wanted me and I wanted it'
    """
    told = frame.assign(row=frame[rows.column].fillna(""))
    shown = interview_names(told, names)
    picture, tall = Cells(told, shown, rows), TallCells(told, shown, rows)
    which = "" if rows == TAKE_IT else " by how it felt"
    no_claim = proves_nothing("interviews") if rows == TAKE_IT else _NO_CLAIM
    chart = Chart(
        name=f"The four cells{which}{' without names' if names == 'letters' else ''}",
        title=_finding(told, rows),
        alt=picture.alt(),
        table=_table(told, shown, rows),
        small_print=tuple(part for part in (rows.said, *_besides(told, rows), no_claim) if part),
        body=picture.body(),
        width=WIDTH,
    )
    return replace(chart, narrow=lambda: replace(chart, body=tall.body(), width=PHONE))


def _besides(told: pd.DataFrame, rows: CellRows) -> tuple[str, ...]:
    """Write what to know about interviews without an answer, and those the person turned down."""
    alive = told["outcome"].isin(["open", "no_answer"]).any()
    mine = told["outcome"].eq("withdrew") | (told["row"].eq("no") & (rows == TAKE_IT))
    return (_ALIVE if alive else "", _MINE.format("my" if rows == TAKE_IT else "your") if mine.any() else "")


def _finding(told: pd.DataFrame, rows: CellRows) -> str:
    if told.empty:
        return "No interviews yet."
    many = {
        (row, came): int((told["row"].eq(row) & told["outcome"].eq(came)).sum()) for row, came in rows.cells
    }
    return rows.finding(count(len(told), "interview"), many)


def _table(told: pd.DataFrame, shown: list[str], rows: CellRows) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Stage": [STAGES.get(stage, "") for stage in told["stage"]],
            "Day": ["" if pd.isna(day) else in_full(day) for day in told["day"]],
            rows.heading: [rows.words[row] for row in told["row"]],
            "How it stands": [COLUMNS[outcome] for outcome in told["outcome"]],
        },
        index=pd.Index(shown, name="Interview"),
        dtype="str",
    )
