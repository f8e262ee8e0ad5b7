"""Text in which each line has a label, "Job title: Nurse": a table with one row per job."""

from __future__ import annotations

import re
from typing import Final

from good_on_paper.intake import limits
from good_on_paper.intake.column_names import fact_named
from good_on_paper.intake.plain_text import norm_header
from good_on_paper.intake.sheet import Row, Sheet
from good_on_paper.intake.survey import fact_asked

_LABELLED: Final = re.compile(
    r"\s*(?:[-*\u2022]|[0-9]{1,2}[.)])?\s*\**(?P<label>[^\W\d_][^:\n]{0,40}?)\**\s*:\**\s*(?P<value>.*)"
)
_CALLED: Final = frozenset({"title", "employer"})
_MOST: Final = 0.6
"""The least share of lines that must have a known label."""


def labelled_sheet(text: str, file: str) -> Sheet | None:
    r"""Read labelled lines as a table; a label that appears again begins another job.

    Parameters
    ----------
    text : str
    file : str
        What messages call it.

    Returns
    -------
    Sheet or None
        None if the lines have no such labels. A row has the number of its first line.

    Examples
    --------
    >>> labelled_sheet("Job: Nurse\nEmployer: Hull Royal\nFrom: 2014", "x.txt").rows[0].cells
    ('Nurse', 'Hull Royal', '2014')
    """
    if text.count("\n") > 2 * limits.ROWS:
        return None
    lines = _folded(
        [(number, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
    )
    found = [(number, line, _LABELLED.fullmatch(line[: limits.CELL])) for number, line in lines]
    labels = [part["label"].strip() for *_, part in found if part]
    facts = {fact for label in labels if (fact := fact_named(norm_header(label)))}
    known = sum(bool(fact_named(norm_header(label))) for label in labels)
    if known < _MOST * len(lines) or len(facts) < 2 or not facts & _CALLED:  # noqa: PLR2004 - as of a table
        return None
    header = list(dict.fromkeys(labels))
    jobs: list[tuple[int, dict[str, str]]] = []
    notes: list[str] = []
    last = ""
    for number, line, part in found:
        if part is None:
            if last and jobs:  # a text that continues
                jobs[-1][1][last] += f"\n{line.strip()}"
            else:
                notes.append(f"line {number} is left out: {line.strip()[: limits.LABEL]}")
            continue
        last = part["label"].strip()
        if not jobs or last in jobs[-1][1]:
            jobs.append((number, {}))
        jobs[-1][1][last] = part["value"].strip()
    rows = tuple(Row(number, tuple(job.get(name, "") for name in header)) for number, job in jobs)
    return Sheet(file, "", tuple(header), rows, notes=tuple(notes))


def _folded(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Write a label that stands alone before the line below it, as a form shows question and answer."""
    labels = [_label(line) for _, line in lines]
    made: list[tuple[int, str]] = []
    for (number, line), label, above in zip(lines, labels, ["", *labels], strict=False):
        if above and not label:
            made[-1] = (made[-1][0], f"{above}: {line.strip()}")
        else:
            made.append((number, line))
    return made


def _label(line: str) -> str:
    name = line.strip().rstrip("*").rstrip()
    if ":" in name:
        return ""
    return fact_asked(name) or (name if fact_named(norm_header(name)) else "")
