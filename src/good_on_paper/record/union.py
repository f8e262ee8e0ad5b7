"""The law by which two copies of a record become one: the union of what they hold, by permanent ids.

It is the same in any order and however often. An answer is the same wherever its id is. Of each we keep what
says most, up to where somebody erased: nothing but its id; a stand-in from a copy that held the content back;
the answer as it was given; then, where any copy has forgotten it, the answer with a name taken out, an
emptied one, and nothing. Of an answer from which each copy took something, we keep what both left. Nothing
forgotten comes back, and a stand-in never covers an answer.
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
"""An answer by the columns that are the same in every copy: all but its place and its sum."""

_EMPTY: Final = {"state": "cleared", "value": None, "memory": None}
_GONE: Final = object()
_SAYS: Final = ("state", "value", "memory", "revision", "private")
"""The columns in which two answers to one thing can differ for the person."""


@dataclass(frozen=True)
class Copy:
    """What a copy of a record holds.

    Parameters
    ----------
    rows : mapping
        Id to answer, in the order in which this copy has them.
    forgotten : frozenset of str
        Ids of what was erased: of answers, gone or emptied, and of units.
    withheld : mapping
        Id to the ids it comes after, of each answer whose content is in another copy. Its row, if there is
        one, only stands in for it.
    inside : mapping
        Id of each unit to that of the unit it lies in, or None.
    """

    rows: Mapping[str, Row]
    forgotten: frozenset[str] = frozenset()
    withheld: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    inside: Mapping[str, str | None] = field(default_factory=dict)


def union(one: Copy, other: Copy) -> Copy:
    """Return what both copies hold together.

    Raises
    ------
    RecordError
        When an id stands for two things: one of the copies is damaged.
    """
    inside = {**other.inside, **one.inside}
    gone = _with_what_lies_inside(one.forgotten | other.forgotten, inside)
    rows = {}
    for known in dict.fromkeys((*one.rows, *other.rows)):
        row = _laid_together((one, other), known)
        if row is None:
            continue
        if row["unit"] in gone:  # said elsewhere of what is forgotten
            gone |= {known}
        else:
            rows[known] = row
    held = {**other.withheld, **one.withheld}
    full = {known for copy in (one, other) for known in copy.rows if known not in copy.withheld}
    withheld = {known: after for known, after in held.items() if known not in full | gone}
    left = {unit: over for unit, over in inside.items() if unit not in gone}
    return Copy(rows, gone, withheld, left)


def heads(copy: Copy) -> dict[Cell, list[str]]:
    """Return the answers of each cell that no other comes after, stand-ins left out.

    Where there are two that say different things, only the person can say which one stands.
    """
    passed = {one for row in copy.rows.values() for one in row["after"]}
    passed.update(one for after in copy.withheld.values() for one in after)
    found: dict[Cell, list[str]] = {}
    for known, row in copy.rows.items():
        if known not in passed and known not in copy.withheld:
            found.setdefault((row["unit"], row["item"]), []).append(known)
    return found


def says_the_same(rows: Iterable[Row]) -> bool:
    """Return whether answers to one thing say the same, so that nobody need be asked which one stands."""
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
    return max(found, key=_text)  # stand-ins: any, as long as it is the same one in any order


def _what_both_left(one: Row, other: Row) -> Row:
    """Return an answer without what was taken out of either; emptied where they have nothing in common."""
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
