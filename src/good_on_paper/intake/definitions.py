"""A table of what success and a job going wrong mean: criteria with points, and sentences.

For a criterion of the person's own, the table has its wording too, so that it can be asked elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from good_on_paper.catalogue import NO_LINES, RESERVED, Item
from good_on_paper.frames.definitions import MOST_POINTS, OF_DEFINITIONS, SIDES
from good_on_paper.intake.facts import Findings
from good_on_paper.intake.plain_text import norm, norm_header
from good_on_paper.intake.preview import OwnLine, Preview, Received

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.intake.sheet import Sheet
    from good_on_paper.record import Record, Sitting

SHEET: Final = "Definitions"
"""Name of the workbook sheet with definitions."""
DEFINITION: Final = "definition"
"""Their kind in a preview."""
MEANS: Final = {side.group: name for side, name in zip(SIDES, ("success", "going wrong"), strict=True)}
"""The name of each of the two lists in the table."""
COLUMNS: Final = (
    "definition",
    "criterion",
    "points",
    "words",
    "asked",
    "said",
    "lowest",
    "highest",
    "private",
)
ASKED: Final = {"words": "label", "asked": "ask", "said": "said", "lowest": "low", "highest": "high"}
"""The columns from which an item of the person's own is made again."""
YES: Final = "yes"


def criterion_column(item: Item) -> str:
    """Return the column name of a criterion of the person's own in a table of jobs: "going wrong: my_noise".

    So a table on its own restores a criterion, not a circumstance.
    """
    return f"{MEANS[item.group]}: {item.key}"


def criterion_in(header: str) -> tuple[str | None, str]:
    """Return the list that a column's criterion belongs to, if any, and the rest of the header."""
    means, colon, name = header.partition(":")
    group = next((group for group, called in MEANS.items() if called == norm(means)), None)
    return (group, name.strip()) if colon and group and name.strip() else (None, header)


def is_definitions(sheet: Sheet) -> bool:
    """Return whether a table holds criteria and points, and no job."""
    named = {norm_header(header) for header in sheet.header}
    return {"criterion", "points"} <= named and not named & {"title", "employer"}


def read_definitions(sheet: Sheet, catalogue: Catalogue) -> Preview:
    """Find criteria, points and the person's sentences; leave out and name what cannot be read.

    Parameters
    ----------
    sheet : Sheet
        For which `is_definitions` holds.
    catalogue : Catalogue
        With the person's own criteria.
    """
    findings, new = Findings(notes=list(sheet.notes)), {}
    known = [item for item in catalogue.items(hidden=True) if item.group in OF_DEFINITIONS]
    by_name = {norm(item.worded().label): item for item in known} | {norm(item.key): item for item in known}
    at = {norm_header(header): place for place, header in enumerate(sheet.header)}
    found: dict[str, int | str] = {}
    for row in sheet.rows:
        cells: dict[str, str] = {
            name: findings.text(sheet.place(row, at[name]), row.cells[at[name]])
            for name in COLUMNS
            if name in at
        }
        place = sheet.place(row)
        item = by_name.get(norm(cells["criterion"]))
        if item is None:
            item = _own(cells, catalogue, findings, place)
            if item is None:
                continue
            by_name[norm(item.key)] = item
            new[item.key] = OwnLine(place, item, "a criterion of your own in this file")
        value = cells.get("words", "") if item.kind == "text" else cells["points"]
        if (understood := worth(item, value, findings, place)) is not None:
            found[item.key] = understood
    return Preview(
        file=sheet.file,
        source="table",
        roles=(),
        lines=tuple(new.values()),
        received=received(found),
        skipped=tuple(findings.skipped),
        notes=tuple(findings.notes),
    )


def worth(item: Item, value: object, findings: Findings, place: str) -> int | str | None:
    """Return a criterion's points, or a sentence; None for anything else, which is named."""
    if item.kind == "text":
        if isinstance(value, str) and (text := findings.text(place, value)):
            return text
        findings.skip(place, value, "expected text")
        return None
    if isinstance(value, str) and value.isdecimal():
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= MOST_POINTS:
        return value
    if value != "":  # in a table: in a table: jobs are rated on this criterion, but it has no points now
        findings.skip(place, value, f"expected 1 to {MOST_POINTS} points")
    return None


def received(found: Mapping[str, int | str]) -> tuple[Received, ...]:
    """Return points and sentences as one part of a preview; an empty tuple if there are none."""
    entries = tuple({"item": key, "value": value} for key, value in found.items())
    label = "What success and going wrong mean to you"
    return (Received(SHEET, DEFINITION, label, entries, private=False),) if entries else ()


def bring_definitions(
    record: Record,
    entries: Iterable[Mapping[str, Any]],
    item: Callable[[str], Item],
    sitting: Callable[[], Sitting],
) -> int:
    """Add points and sentences where the person never gave any, and return how many."""
    added, person = 0, record.person.id
    for entry in entries:
        key = entry["item"]
        if not record.history(person, key):
            record.answer(person, key, entry["value"], sitting=sitting(), private=item(key).private)
            added += 1
    return added


def keyed(group: str) -> int:
    """Return 1 if more of a criterion is better, as for success; -1 if it is worse."""
    return 1 if group == SIDES[0].group else -1


def _own(cells: Mapping[str, str], catalogue: Catalogue, findings: Findings, place: str) -> Item | None:
    """Make a criterion of the person's own from a row; return None if the row lacks its wording."""
    group = next((group for group, name in MEANS.items() if name == cells.get("definition")), None)
    key = cells["criterion"]
    if group is None or not cells.get("words") or key in RESERVED or key in catalogue or group in NO_LINES:
        findings.skip(place, key, "there is no such criterion")
        return None
    texts = {field: cells[column] for column, field in ASKED.items() if cells.get(column)}
    try:
        return Item.model_validate(
            {
                "key": key,
                "group": group,
                "keyed": keyed(group),
                "private": cells.get("private") == YES,
                **texts,
            }
        )
    except ValidationError as error:
        findings.skip(place, key, error.errors(include_url=False)[0]["msg"])
        return None
