"""The law by which two copies of a record become one: the union of their content, by permanent ids.

The result is the same in any order and however often it is repeated. An answer is the same wherever its id
is. The versions of an answer have an order, and the last one wins: only its id; a stand-in from a copy that
withheld the content; the answer as given; then, if a copy has forgotten it, the answer with a name removed,
an emptied one, nothing. If each copy removed something from an answer, we keep what both left. Nothing
forgotten comes back, and a stand-in never replaces an answer.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from good_on_paper.record.errors import RecordError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from good_on_paper.record.answers import Cell

Row = dict[str, Any]
"""An answer by the columns that are the same in every copy: all except its place and its sum."""

_EMPTY: Final = {"state": "cleared", "value": None, "memory": None}
_GONE: Final = object()
_SAYS: Final = ("state", "value", "memory", "revision", "private")
"""The columns in which two answers in one cell can differ for the person."""


@dataclass(frozen=True)
class Copy:
    """The content of a copy of a record.

    Parameters
    ----------
    rows : mapping
        Answers by id, in this copy's order.
    forgotten : frozenset of str
        Ids of what was erased: answers, removed or emptied, and units.
    withheld : mapping
        For each answer whose content is in another copy, by id: the ids it comes after. Its row, if there is
        one, is only a stand-in.
    inside : mapping
        The id of the unit that contains each unit, by id, or None.
    """

    rows: Mapping[str, Row]
    forgotten: frozenset[str] = frozenset()
    withheld: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    inside: Mapping[str, str | None] = field(default_factory=dict)


def union(one: Copy, other: Copy) -> Copy:
    """Return the content of both copies together.

    Raises
    ------
    RecordError
        If an id has two meanings, so that one of the copies is damaged.
    """
    inside = {**other.inside, **one.inside}
    gone = _with_what_lies_inside(one.forgotten | other.forgotten, inside)
    rows = {}
    for known in dict.fromkeys((*one.rows, *other.rows)):
        row = _laid_together((one, other), known)
        if row is None:
            continue
        if row["unit"] in gone:  # answered elsewhere about a forgotten unit
            gone |= {known}
        else:
            rows[known] = row
    held = {**other.withheld, **one.withheld}
    full = {known for copy in (one, other) for known in copy.rows if known not in copy.withheld}
    withheld = {known: after for known, after in held.items() if known not in full | gone}
    left = {unit: over for unit, over in inside.items() if unit not in gone}
    return Copy(rows, gone, withheld, left)


def heads(copy: Copy) -> dict[Cell, list[str]]:
    """Return the answers of each cell that no other comes after, without stand-ins.

    If two of them differ, only the person can say which one counts.
    """
    passed = {one for row in copy.rows.values() for one in row["after"]}
    passed.update(one for after in copy.withheld.values() for one in after)
    found: dict[Cell, list[str]] = {}
    for known, row in copy.rows.items():
        if known not in passed and known not in copy.withheld:
            found.setdefault((row["unit"], row["item"]), []).append(known)
    return found


def says_the_same(rows: Iterable[Row]) -> bool:
    """Return whether answers in one cell say the same, so that nobody need be asked which counts."""
    return len({_text({name: row[name] for name in _SAYS}) for row in rows}) == 1


def _with_what_lies_inside(gone: frozenset[str], inside: Mapping[str, str | None]) -> frozenset[str]:
    while more := {unit for unit, over in inside.items() if over in gone and unit not in gone}:
        gone |= more
    return gone


def _laid_together(copies: tuple[Copy, Copy], known: str) -> Row | None:
    without = [copy.rows.get(known) for copy in copies if known in copy.forgotten]
    if None in without:
        return None
    there = [copy for copy in copies if known in copy.rows]
    given = [copy.rows[known] for copy in there if known not in copy.withheld]
    found = [row for row in without if row is not None] or given or [copy.rows[known] for copy in there]
    if all(row == found[0] for row in found):
        return found[0]
    if without:
        return _what_both_left(*found)
    if given:
        raise RecordError(f"answer {known} says different things in the two copies; one of them is damaged.")
    return max(found, key=_text)  # stand-ins: any one, as long as it is the same in any order


def _what_both_left(one: Row, other: Row) -> Row:
    """Return an answer without what either copy removed; emptied if they have nothing in common."""
    if one["value"] is not None and other["value"] is not None and one | {"value": other["value"]} == other:
        left = _in_both(json.loads(one["value"]), json.loads(other["value"]))
        if left is not _GONE:
            return one | {"value": json.dumps(left, separators=(",", ":"))}
    return one | _EMPTY


def _in_both(one: Any, other: Any) -> Any:  # noqa: ANN401 - any JSON value
    if one == other:
        return one
    if isinstance(one, list) and isinstance(other, list):
        there = Counter(map(json.dumps, other))
        kept = []
        for each in one:
            if there[json.dumps(each)]:
                there[json.dumps(each)] -= 1
                kept.append(each)
        return kept
    if isinstance(one, dict) and isinstance(other, dict):
        both = {key: _in_both(one[key], other[key]) for key in one.keys() & other.keys()}
        return {key: both[key] for key in one if both.get(key, _GONE) is not _GONE}
    return _GONE


def _text(row: Row) -> str:
    return json.dumps(row, sort_keys=True)
