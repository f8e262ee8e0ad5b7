"""Lines over roles: which are asked, in what order, what is still open, and how the page reads them."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any, Final

from good_on_paper.catalogue import keys
from good_on_paper.forms.form import has_buttons
from good_on_paper.frames import asked_roles, quiet_roles
from good_on_paper.frames.names import ends_with
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.record import FIRST_SIGHT

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from good_on_paper.catalogue import Catalogue, Item
    from good_on_paper.record import Answer, Record, Unit

DEFAULT_LINES: Final = 6
"""How many lines are asked by default: the first half of the core."""
OFFERED: Final = keys.LINES_OFFERED
"""The item whose answer lists the lines that a sitting asked, in the order shown."""
SET_ASIDE: Final = keys.LINES_SET_ASIDE
"""The item whose answer lists skipped lines, so that rating how jobs went can open."""
DEFAULT_BOSS: Final = "my manager"
ABOUT: Final = {
    "external": "",
    "internal": "About you at that time. It does not say whose doing anything was.",
}
"""What a line is about, by its scope, where that is not the job; it stands over its ratings."""


def asked_lines(catalogue: Catalogue, keys: Sequence[str] | None) -> tuple[Item, ...]:
    """Return the lines to ask: those named, else the first six core lines.

    Raises
    ------
    CatalogueError
        If a key is not in the catalogue.
    ValueError
        If a named item is not a rating.
    """
    if keys is None:
        return catalogue.core[:DEFAULT_LINES]
    items = tuple(catalogue.item(key) for key in dict.fromkeys(keys))
    for item in items:
        if item.kind != "rating":
            raise ValueError(f"lines: {item.key!r} is of kind {item.kind!r}. Expected the key of a rating.")
    return items


def in_random_order(items: Iterable[Item], seed: int) -> list[Item]:
    """Return lines in an order that depends only on the seed and the lines, not on their given order."""
    order = sorted(items, key=lambda item: item.key)
    random.Random(seed).shuffle(order)  # noqa: S311 - an order of questions, not a secret
    return order


def offered_lines(record: Record, catalogue: Catalogue) -> tuple[Item, ...]:
    """Return the lines that were last asked of this person, else those that would be asked."""
    answer = record.current(items=(OFFERED,)).get((record.person.id, OFFERED))
    if answer is None or not isinstance(answer.value, list):
        return asked_lines(catalogue, None)
    return tuple(catalogue.item(key) for key in answer.value if key in catalogue)


def open_lines(record: Record, items: Iterable[Item]) -> dict[str, list[Unit]]:
    """Return, by key, each line that some role has no answer to, with those roles."""
    lines = list(items)
    roles = asked_roles(Snapshot(record))
    given = record.current(items=[item.key for item in lines], units=roles, unseen=FIRST_SIGHT)
    open_ = {
        item.key: [role for role in roles if not _counts(given.get((role.id, item.key)), item)]
        for item in lines
    }
    return {key: units for key, units in open_.items() if units}


def set_aside(record: Record) -> Collection[str]:
    """Return the keys of the lines that the person skipped."""
    answer = record.current(items=(SET_ASIDE,)).get((record.person.id, SET_ASIDE))
    return answer.value if answer is not None and isinstance(answer.value, list) else ()


def _counts(answer: Answer | None, item: Item) -> bool:
    return answer is not None and answer.revision == item.revision


# -- as the page reads them


def role_rows(record: Record, *, quiet: bool = False) -> list[dict[str, str]]:
    """Return the roles as rows of a line: ``unit``, ``name``, ``detail``, ``boss``.

    Quiet roles are included only if `quiet` is true: nothing is asked about them.
    """
    roles = record.units("role")
    left_out = set() if quiet else quiet_roles(Snapshot(record))
    facts = record.current(items=("title", "employer", "started", "ended", keys.BOSS_WORD), units=roles)

    def fact(role: Unit, key: str) -> str:
        answer = facts.get((role.id, key))
        return "" if answer is None or answer.value is None else str(answer.value).strip()

    rows = []
    for place, role in enumerate(roles, 1):
        if role.id in left_out:
            continue
        title, employer = fact(role, "title"), fact(role, "employer")
        where = employer if title and not ends_with(title, employer) else ""
        details = [where, years(fact(role, "started"), fact(role, "ended"))]
        rows.append(
            {
                "unit": role.id,
                "name": title or employer or f"Job {place}",
                "detail": ", ".join(filter(None, details)),
                "boss": fact(role, keys.BOSS_WORD),
            }
        )
    return rows


def years(started: str, ended: str) -> str:
    """Return a period by its years: from the first to the last or to now; empty if unknown."""
    first, last = _year(started), ended if ended == "now" else _year(ended)
    if not first or not last:
        return first or ("until " + last if last else "")
    return first if first == last else f"{first}\N{EN DASH}{last}"


def _year(text: str) -> str:
    """Return the year a date begins with; empty for a text that is not a date."""
    return text[:4] if text[:4].isdecimal() else ""


def line_row(item: Item, position: int, roles: Iterable[dict[str, str]]) -> dict[str, Any]:
    """Return a line as the page reads it, with the person's own word for ``{boss}``.

    If roles have different words, the line says "my manager" and each role's row has its own word.
    """
    words = {role["unit"]: role["boss"] for role in roles}
    named = any("{boss}" in text for text in (item.ask, item.low, item.high))
    different = set(words.values())
    common = different.pop() if len(different) == 1 else ""
    worded = item.worded(common or DEFAULT_BOSS)
    own = {unit: word for unit, word in words.items() if word} if named and not common else {}
    return {**asked(worded), "position": position, "words": own}


def asked(worded: Item) -> dict[str, Any]:
    """Return what a page needs to ask for a rating of an item in these words."""
    return {
        "key": worded.key,
        "label": worded.label,
        "ask": worded.ask,
        "low": worded.low,
        "high": worded.high,
        "min": worded.scale.min,
        "max": worded.scale.max,
        "about": ABOUT.get(worded.scope or ""),
        "wide": not has_buttons(worded),
        "revision": worded.revision,
    }
