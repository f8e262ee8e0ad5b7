"""The door through which another copy of a record comes in, so that no declaration slips past a look.

What is said before a look, or before an outcome is known, counts by its place in the journal. What another
copy brings goes to the end of ours. So a look taken there would stand behind what was declared here after it.
Such a copy is refused: the other way round, with this record brought into that one, the order is right.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import keys
from good_on_paper.frames.interview_guess import CAME, GUESSED
from good_on_paper.record import RecordError
from good_on_paper.record.merging import merge_copy
from good_on_paper.study.declared import GUESSES, LOOKS, MAIN, SECOND
from good_on_paper.study.levels import WANTED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from good_on_paper.record.answers import Cell
    from good_on_paper.record.merge_rows import Other
    from good_on_paper.record.merging import Fork, Merge
    from good_on_paper.record.union import Row


@dataclass(frozen=True)
class _Rule:
    """Answers that close others: those of the same unit, or of the person where `apart` is false."""

    closes: Callable[[str], bool]
    closed: Callable[[str], bool]
    apart: bool
    seen: str


_RULES: Final = (
    _Rule(
        lambda item: item in LOOKS,
        lambda item: item in (GUESSES, MAIN, SECOND) or item.startswith(WANTED),
        apart=False,
        seen="You looked at what your better jobs had in common",
    ),
    _Rule(
        lambda item: item in CAME,
        lambda item: item == keys.BAROMETER_LEAN,
        apart=False,
        seen="You noted how an interview ended",
    ),
    _Rule(
        lambda item: item == keys.GUESS_LOCKED or item in CAME,
        lambda item: item in GUESSED,
        apart=True,
        seen="You locked a guess about an interview",
    ),
    _Rule(
        lambda item: item == keys.PREDICTION_LOCKED,
        lambda item: item.startswith(f"{keys.PREDICTED}:"),
        apart=True,
        seen="You locked what you expect of a job",
    ),
    _Rule(
        lambda item: item == keys.OFFERS_OPENED,
        lambda item: item == keys.GLAD_ON_MONDAY,
        apart=False,
        seen="You opened the comparison of offers",
    ),
)
KEPT_IN_ORDER: Final = frozenset(
    {
        *("order", "origin", keys.START_AT, keys.TARGET_CHOSEN, keys.LINES_OFFERED, keys.LINES_SET_ASIDE),
        *(keys.OFFERS_OPENED, keys.ASK_AGAIN_ON, keys.SILENCE_RAISED, keys.LINES_BROUGHT_IN),
        *(keys.STAND_INS, keys.HOMEWORK, keys.HOMEWORK_BACK),
    }
)
"""Items with which the kit keeps order; we ask nobody which of two answers stands."""


def bring_copy(folder: Path, other: Other, choices: Mapping[Cell, str]) -> Merge:
    """Bring another copy of a record in, all of it or nothing.

    Parameters
    ----------
    folder : Path
        The person's folder.
    other : Other
        The copy, as `good_on_paper.record.merging.read_copy` gives it.
    choices : mapping
        Unit and item of each of the `to_choose` to the id of the answer that shall stand.

    Returns
    -------
    Merge
        What was brought.

    Raises
    ------
    RecordError
        When a declaration would come in past its door, or a choice is missing. Nothing is changed then.
    """
    filled: dict[Cell, str] = {}

    def check(found: Merge) -> None:
        check_order(found)
        filled.update(_by_themselves(found) | dict(choices))

    return merge_copy(folder, other, filled, check)


def to_choose(found: Merge) -> tuple[Fork, ...]:
    """Return the cells in which the person has to say which of several answers stands."""
    settled = _by_themselves(found)
    return tuple(fork for fork in found.forks if fork.cell not in settled)


def check_order(found: Merge) -> None:
    """Refuse a copy that would make a declaration count although more was known by then.

    Raises
    ------
    RecordError
        It says which way round the two can be brought together.
    """
    if found.other.whom is not None:
        _refuse_declared_by_others(found)
        return
    here = {known: place for place, known in enumerate(found.here.rows)}
    there = {known: place for place, known in enumerate(found.other.copy.rows)}
    for rule in _RULES:
        theirs = _first(rule, found.new)
        ours = _first(rule, found.here.rows.values())
        for row in found.here.rows.values():
            unit = row["unit"] if rule.apart else ""
            if not rule.closed(row["item"]) or unit not in theirs:
                continue
            closing, own = theirs[unit], ours.get(unit)
            counts = own is None or here[row["id"]] < here[own["id"]]
            later = there.get(row["id"], len(there)) > there[closing["id"]]
            if counts and later and (own is None or _when(closing) < _when(own)):
                raise _out_of_order(found, rule, closing, all_there=here.keys() <= there.keys())


def _out_of_order(found: Merge, rule: _Rule, closing: Row, *, all_there: bool) -> RecordError:
    way = (
        "That copy holds all of this one: go on in it."
        if all_there
        else "The other way round it works: write this record to a file with 'good-on-paper export', and "
        "bring that into the other copy with 'good-on-paper merge'."
    )
    return RecordError(
        f"{found.other.path}: {rule.seen} in that copy on {closing['given'][:10]}, and changed here what "
        f"counts only if it was said before. {way} Nothing was changed."
    )


def _refuse_declared_by_others(found: Merge) -> None:
    for row in found.new:
        for rule in _RULES:
            if rule.closed(row["item"]) or (rule.closes(row["item"]) and row["item"] not in CAME):
                raise RecordError(
                    f"{found.other.path}: made for {found.other.whom}, and it holds {row['item']!r}, which "
                    f"only the person can say, in their own record. Nothing was changed."
                )


def _by_themselves(found: Merge) -> dict[Cell, str]:
    """Return the choices that are not the person's: the kit's own order, and what a look has fixed."""
    looked = any(row["item"] in LOOKS for row in (*found.here.rows.values(), *found.new))
    fixed = _RULES[0].closed
    return {
        fork.cell: fork.heads[0].id
        for fork in found.forks
        if fork.item in KEPT_IN_ORDER or (looked and fixed(fork.item))
    }


def _first(rule: _Rule, rows: Iterable[Row]) -> dict[str, Row]:
    """Return the first answer that closes something, by the unit it is about; under "" for the person."""
    found: dict[str, Row] = {}
    for row in rows:
        if rule.closes(row["item"]) and row["state"] == "value":
            unit = row["unit"] if rule.apart else ""
            if unit not in found or _when(row) < _when(found[unit]):
                found[unit] = row
    return found


def _when(row: Row) -> tuple[str, str]:
    return row["given"], row["id"]
