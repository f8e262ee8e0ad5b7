"""The picture of everything: a row per circumstance, a column per job, in the order of how they went."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper import patterns
from good_on_paper.charts.chance import CHANCE, DOWN, alike, words_by_line
from good_on_paper.charts.chart import Body, Chart
from good_on_paper.charts.grid_of_ratings import Grid, counted
from good_on_paper.charts.job_rows import BEST, ENDS, WORST, rows_of
from good_on_paper.charts.text import plain
from good_on_paper.charts.words import Words, blanks
from good_on_paper.language.counts import count, number

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Mapping

    from good_on_paper.charts.names import Naming
    from good_on_paper.charts.words import Line
    from good_on_paper.patterns import Contrast

RATED: Final = "Each column is a job, in the order of {}. Each number is my rating."
APART: Final = "The job I still have stands apart; it counts like the others."
SHADES: Final = (
    "The stronger the colour, the more of it. A dash: did not apply. ?: can\N{RIGHT SINGLE QUOTATION MARK}t "
    "remember. An empty frame: left blank. A dot: I said I need it."
)
_WIDE, _NARROW = 8.6, 3.9


def everything(
    result: Contrast,
    words: Mapping[str, Line] | None = None,
    *,
    scope: Mapping[str, str | None] | None = None,
    needs: Collection[str] = (),
    current: Collection[Hashable] = (),
    reasons: pd.DataFrame | None = None,
    names: Naming = "names",
    ends: tuple[str, str] = ENDS,
    by: str = "how the jobs went",
) -> Chart:
    """Draw all ratings at once, grouped by the word of evidence, with the counts beside each row.

    Parameters
    ----------
    result
        What :func:`good_on_paper.patterns.contrast` gave.
    words
        The words of the lines; for a line without, we use its name.
    scope
        Line to "external" or "internal".
    needs
        Lines that the person said they need: they have a dot.
    current
        Jobs that still go on: they are apart at the right.
    reasons
        Why cells are blank, in the shape of :func:`good_on_paper.frames.ratings` with ``blanks="reason"``.
    names
        "names", or "letters" for Job A, B, C.
    ends
        What the jobs at both ends did: "went best", "went least well".
    by
        What puts the jobs in order.

    Returns
    -------
    Chart
        A row per rated line and a column per job, each rating on the scale of its line.

    Examples
    --------
    >>> import pandas as pd
    >>> from good_on_paper import patterns
    >>> jobs = pd.DataFrame({"overall": [7, 1], "pace": [2, 6], "hours": [3, 7]}, index=["Editor", "Cook"])
    >>> everything(patterns.contrast(jobs, scales=(1, 7))).table.index.tolist()
    ['hours', 'pace']
    """
    rows = rows_in_order(result, scope or {})
    rows["label"] = [plain(((words or {}).get(line) or Words(line)).label) for line in rows["line"]]
    jobs = sorted(rows_of(result, names).rows, key=lambda job: job.role in current)
    cells = {
        (role, line): None if pd.isna(value) else float(value)
        for line in rows["line"]
        for role, value in result.wide[line].items()
    }
    said = pd.DataFrame() if reasons is None else reasons
    why = {line: said[line].to_dict() if line in said else {} for line in rows["line"]}
    grid = partial(Grid, rows, tuple(jobs), cells, why, frozenset(needs), frozenset(current), ends)
    name = f"Everything at once{' without names' * (names == 'letters')}"
    return replace(_chart(grid(_WIDE), name, by), narrow=lambda: _chart(grid(_NARROW), name, by))


def rows_in_order(result: Contrast, scope: Mapping[str, str | None]) -> pd.DataFrame:
    """Return the rated lines in the order of the picture: by word, outer before inner, the largest gap first.

    Examples
    --------
    >>> import pandas as pd
    >>> from good_on_paper import patterns
    >>> jobs = pd.DataFrame({"overall": [7, 1], "pace": [2, 6], "hours": [3, 7]}, index=["Editor", "Cook"])
    >>> rows_in_order(patterns.contrast(jobs, scales=(1, 7)), {"hours": "internal"})["line"].tolist()
    ['pace', 'hours']
    """
    frame = result.frame
    rated = frame[[bool(result.wide[line].notna().any()) for line in frame["line"]]]
    told = rated.assign(
        line=[str(line) for line in rated["line"]],
        inner=[scope.get(str(line)) == patterns.INTERNAL for line in rated["line"]],
        word=(words := [*words_by_line(rated).values()]),
        rank=[DOWN.index(word) for word in words],
        by=-rated["difference"].fillna(0).abs(),
    )
    return told.sort_values(["rank", "inner", "by", "line"], kind="stable").reset_index(drop=True)


def _chart(grid: Grid, name: str, by: str) -> Chart:
    jobs = count(len(grid.jobs), "job")
    some = any(job.role in grid.current for job in grid.jobs)
    return Chart(
        name=name,
        title=_title(grid.rows["word"]),
        alt=(
            f"{count(len(grid.rows), 'circumstance')} by {jobs}, grouped by how far each goes beyond chance. "
            "Every number is in the table."
        ),
        table=_table(grid),
        small_print=(
            SHADES,
            *alike(grid.rows),
            *((APART,) if some else ()),
            f"{jobs}. With so few jobs, all of it is something to ask about.",
        ),
        body=Body(grid.draw, grid.height, grid.edge, grid.edge, above=0.1, below=0.1),
        width=grid.wide,
        rated=RATED.format(by),
    )


def _title(words: pd.Series) -> str:
    told = words.value_counts()
    out, worth, few = (
        int(told.get(word, 0)) for word in (patterns.STANDS_OUT, patterns.WORTH, patterns.TOO_FEW)
    )
    chance = [f"{told[word]} {word}" for word in CHANCE if word in told]
    total = count(len(words), "circumstance")
    if not out and not worth:
        return f"{total}: {'nothing here stands out from chance' if chance else 'too few jobs to tell'}."
    found = [f"{out} {'stands' if out == 1 else 'stand'} out"] if out else []
    found += [f"{worth} {'is' if worth == 1 else 'are'} worth asking about"] if worth else []
    rest = chance + [f"{few} {'has' if few == 1 else 'have'} too few jobs to tell"] * bool(few)
    return f"Of {total}, {' and '.join(found)}{'; ' * bool(rest)}{', '.join(rest)}."


def _table(grid: Grid) -> pd.DataFrame:
    rows = grid.rows.to_dict("records")
    columns: dict[str, list[str]] = {}
    for job in grid.jobs:
        columns[job.shown] = [_cell(grid, row["line"], job.role) for row in rows]
    for end, did in zip((BEST, WORST), grid.ends, strict=True):
        columns[f"High in those that {did}"] = [counted(row, end) for row in rows]
    columns["About"] = ["me" if row["inner"] else "the job" for row in rows]
    columns["Word"] = [str(row["word"]) for row in rows]
    return pd.DataFrame(columns, pd.Index(grid.rows["label"], name="Circumstance"), dtype="str")


def _cell(grid: Grid, line: str, role: Hashable) -> str:
    value = grid.cells[role, line]
    if value is not None:
        return number(value)
    why = pd.DataFrame({line: pd.Series({role: grid.why[line].get(role, "")})})
    return blanks(why, [role], line)[role]
