"""A table of episodes, one per row, in the order of the rows.

Its columns are `COLUMNS` and the keys or labels of ratings; title, employer and start identify the job, as in
any table. If the table has only one date, it is the episode's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import NO_LINES, keys
from good_on_paper.intake.column_names import fact_named
from good_on_paper.intake.days import OF_A_JOB, facts_of
from good_on_paper.intake.facts import Findings
from good_on_paper.intake.plain_text import norm, norm_header
from good_on_paper.intake.preview import EpisodeFound, Preview, Rated, RoleFound
from good_on_paper.intake.ratings import fits, read_cell
from good_on_paper.language.dates import parse_date
from good_on_paper.language.partial_date import DateError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from good_on_paper.catalogue import Catalogue, Item
    from good_on_paper.intake.sheet import Row, Sheet

SHEET: Final = "Episodes"
"""Name of the workbook sheet with episodes."""
TITLE, WHEN = "title", "started"
"""Facts that a job has too; the table of episodes has separate names for them."""
COLUMNS: Final = {
    TITLE: "episode",
    WHEN: "episode_started",
    keys.EPISODE_STORY: "story",
    keys.EPISODE_HOW: "how",
}
"""The column name of each fact of an episode; the table also has title, employer and started."""
_ALSO: Final = {
    "episode when": WHEN,
    "when it was": WHEN,
    "what happened": keys.EPISODE_STORY,
    "how you did it": keys.EPISODE_HOW,
    "how i did it": keys.EPISODE_HOW,
}
_NAMES: Final = {norm(name): item for item, name in COLUMNS.items()} | _ALSO
_LONGEST: Final = 4000
"""Characters; as in the form."""


def is_episodes(sheet: Sheet) -> bool:
    """Return whether a table holds episodes: it has a column for them, and one for the job."""
    own, job = _columns(sheet)
    return TITLE in own and bool({"title", "employer"} & set(job))


def read_episodes(sheet: Sheet, catalogue: Catalogue) -> Preview:
    """Find episodes in a table; leave out and name what cannot be read.

    Parameters
    ----------
    sheet : Sheet
        For which `is_episodes` holds.
    catalogue : Catalogue
    """
    findings = Findings(notes=list(sheet.notes))
    own, job = _columns(sheet)
    rated = _ratings(sheet, catalogue, {*own.values(), *job.values()}, findings)
    found: dict[tuple[str, ...], tuple[str, dict[str, str], list[EpisodeFound]]] = {}
    for row in sheet.rows:
        place = sheet.place(row)
        facts = facts_of(sheet, row, job, findings)
        if not facts.keys() & {"title", "employer"}:
            findings.skip(place, "", "it has neither a title nor an employer")
            continue
        answers = [*_facts(sheet, row, own, findings), *_rated(sheet, row, rated, findings)]
        if answers:
            of = tuple(facts.get(key, "") for key in OF_A_JOB)
            found.setdefault(of, (place, facts, []))[2].append(EpisodeFound(tuple(answers)))
    return Preview(
        file=sheet.file,
        source="table",
        roles=tuple(
            RoleFound(place, facts, episodes=tuple(episodes)) for place, facts, episodes in found.values()
        ),
        skipped=tuple(findings.skipped),
        notes=tuple(findings.notes),
    )


def _columns(sheet: Sheet) -> tuple[dict[str, int], dict[str, int]]:
    """Return the columns of an episode's facts, and the columns of its job's facts."""
    own: dict[str, int] = {}
    job: dict[str, int] = {}
    for number, header in enumerate(sheet.header):
        name = norm_header(header)
        if name in _NAMES:
            own.setdefault(_NAMES[name], number)
        elif (fact := fact_named(name)) in OF_A_JOB:
            job.setdefault(fact, number)
    if WHEN not in own and WHEN in job:
        own[WHEN] = job.pop(WHEN)
    return own, job


def _ratings(sheet: Sheet, catalogue: Catalogue, taken: set[int], findings: Findings) -> dict[int, Item]:
    """Return the rating that each other column holds; name a column that we do not know."""
    items = [
        item for item in catalogue.items(hidden=True) if item.kind == "rating" and item.group not in NO_LINES
    ]
    known = {norm(item.worded().label): item for item in items} | {norm(item.key): item for item in items}
    found: dict[int, Item] = {}
    for number, header in enumerate(sheet.header):
        if number in taken or not header:
            continue
        item = known.get(norm_header(header))
        if item is None or item in found.values():
            findings.skip(f"column {header!r}", "", "the kit has no rating of that name for an episode")
        else:
            found[number] = item
    return found


def _facts(sheet: Sheet, row: Row, at: Mapping[str, int], findings: Findings) -> list[Rated]:
    found = []
    for key in COLUMNS:
        if key not in at:
            continue
        place = sheet.place(row, at[key])
        text = findings.text(place, row.cells[at[key]], lines=key not in (TITLE, WHEN))
        if len(text) > _LONGEST:
            findings.skip(place, text, f"{len(text):,} characters; at most {_LONGEST:,} are taken")
        elif text:
            found.append(Rated(key, _date(text) if key == WHEN else text))
    return found


def _date(text: str) -> str:
    """Return a date as the record keeps it; any other text stays as written, as in the form."""
    try:
        return str(parse_date(text))
    except DateError:
        return text


def _rated(sheet: Sheet, row: Row, at: Mapping[int, Item], findings: Findings) -> list[Rated]:
    found = []
    for number, item in at.items():
        cell = read_cell(row.cells[number])
        if cell.state in ("na", "cant_recall", "skip"):
            found.append(Rated(item.key, None, cell.state))
        elif cell.number is not None and fits(item, [cell.number]):
            found.append(Rated(item.key, cell.number))
        elif cell.state != "empty":
            expected = f"expected a number from {item.scale.min} to {item.scale.max}"
            findings.skip(sheet.place(row, number), row.cells[number], expected)
    return found
