"""What a person needs to do good work: named before any job, dated, frozen at the first look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from good_on_paper.catalogue import keys
from good_on_paper.record import RecordError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from good_on_paper.frames.snapshot import Snapshot
    from good_on_paper.record import Answer

GUESSES, DRAWN = "guesses", "drawn"
LOOK, DULL_LOOK = "look", "look:dull"
LOOKS = (LOOK, DULL_LOOK)
"""What was seen and when: of how it went, and of when it got dull. Either freezes the guesses."""
MOST_GUESSES = 5
SECOND = keys.SECOND_OUTCOME
"""The person's answer that declares an outcome beside the main one; the two share what may be spent."""


def guesses(snapshot: Snapshot) -> list[str]:
    """Return the lines guessed before the first look, in the person's order."""
    first = first_look(snapshot)
    before = [
        answer for answer in given(snapshot, GUESSES, cleared=True) if first is None or answer.seq < first.seq
    ]
    return list(before[-1].value or ()) if before else []


def outcomes(snapshot: Snapshot, main: str) -> tuple[str, ...]:
    """Return the declared outcomes, the main one first; after the first look as they stood then."""
    if taken := given(snapshot, LOOK):
        return tuple(taken[0].value["outcomes"])
    person = snapshot.unit
    second = snapshot.current(items=(SECOND,), units=(person,)).get((person.id, SECOND))
    return tuple(dict.fromkeys([main, *([second.value] if second is not None and second.value else [])]))


def drawn(snapshot: Snapshot) -> list[str]:
    """Return the lines the kit drew beside the guesses, so that not only what was thought of is asked."""
    there = given(snapshot, DRAWN)
    return list(there[-1].value or ()) if there else []


def frozen(snapshot: Snapshot) -> datetime | None:
    """Return when the first look was taken; None while guesses can still be given."""
    first = first_look(snapshot)
    return None if first is None else first.given


def first_look(snapshot: Snapshot) -> Answer | None:
    """Return the look that froze what was declared: at how it went, or at when it got dull."""
    taken = [answer for look in LOOKS for answer in given(snapshot, look)]
    return min(taken, key=lambda answer: answer.seq, default=None)


def checked_guesses(snapshot: Snapshot, lines: Iterable[str]) -> list[str]:
    """Return guesses as they may be written down, each once.

    Raises
    ------
    RecordError
        After the first look, or for more than five, or for a line that is no circumstance.
    CatalogueError
        There is no such line.
    """
    chosen = list(dict.fromkeys(lines))
    if since := frozen(snapshot):
        raise RecordError(
            f"The guesses were frozen at the first look, on {since:%Y-%m-%d}: a guess counts only "
            "before how it went with the lines is seen."
        )
    if len(chosen) > MOST_GUESSES:
        raise RecordError(f"{len(chosen)} guesses; expected at most {MOST_GUESSES}: each one more tells less")
    known = [item.key for item in snapshot.catalogue.items("circumstance", hidden=True)]
    for line in chosen:
        if snapshot.catalogue.item(line).key not in known:
            raise RecordError(
                f"guess {line!r} is no line on circumstances; expected one of: {', '.join(known)}"
            )
    return chosen


def given(snapshot: Snapshot, item: str, *, cleared: bool = False) -> list[Answer]:
    """Return every answer of the person in a cell, oldest first.

    Those that emptied it come too when `cleared` is true.
    """
    states = ("value", "cleared") if cleared else ("value",)
    return [answer for answer in snapshot.history(snapshot.unit, item) if answer.state in states]
