"""What a person needs to do good work: they name it before any job; the first look freezes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from good_on_paper.catalogue import keys
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.frames.targets import of_person
from good_on_paper.record import RecordError

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from good_on_paper.record import Answer
    from good_on_paper.record.looked import NotedLook

GUESSES, DRAWN = "guesses", "drawn"
LOOK, DULL_LOOK = "look", "look:dull"
LOOKS = (LOOK, DULL_LOOK)
"""What was seen and when: of how it went, and of when it got dull. Either freezes the guesses."""
MAIN, UNSAID_MAIN = keys.PRIMARY_OUTCOME, "overall"
"""The person's answer that declares the main outcome, and what it is while none was declared."""
SECOND = keys.SECOND_OUTCOME
"""The person's answer that declares an outcome beside the main one; the two share what may be spent."""


def refuse_in_a_copy(snapshot: Snapshot) -> None:
    """Refuse what only the person can declare, in a copy that was made for somebody else.

    Raises
    ------
    RecordError
        In such a copy.
    """
    if made := snapshot.record.made_for:
        raise RecordError(
            f"This is a copy of {made.whose}’s record, made for {made.whom}. Only {made.whose} can say this, "
            f"in their own record."
        )


def guesses(snapshot: Snapshot) -> list[str]:
    """Return the lines guessed before the first look, in the person's order."""
    counts = guess_that_counts(snapshot)
    return [] if counts is None else list(counts.value or ())


def guess_that_counts(snapshot: Snapshot) -> Answer | None:
    """Return the last answer before the first look that gave the guesses or emptied them."""
    first = first_look(snapshot)
    answers = given(snapshot, GUESSES, cleared=True)
    before = [answer for answer in answers if first is None or answer.seq < first.seq]
    return before[-1] if before else None


def outcomes(snapshot: Snapshot) -> tuple[str, ...]:
    """Return the declared outcomes, the main one first; after the first look as they stood then."""
    if taken := given(snapshot, LOOK):
        return tuple(taken[0].value["outcomes"])
    if gone := lost(snapshot, LOOK):
        snapshot = Snapshot(snapshot.record, gone[0].seq)
    second = of_person(snapshot, SECOND)
    return tuple(dict.fromkeys([main_outcome(snapshot), *([str(second)] if second else [])]))


def main_outcome(snapshot: Snapshot) -> str:
    """Return the outcome declared as the main one; one declared after the first look does not count."""
    return str(of_person(snapshot, MAIN) or UNSAID_MAIN)


def drawn(snapshot: Snapshot) -> list[str]:
    """Return the lines that we drew at random beside the guesses."""
    there = given(snapshot, DRAWN)
    return list(there[-1].value or ()) if there else []


def frozen(snapshot: Snapshot) -> datetime | None:
    """Return when the first look was taken; None while guesses can still be given."""
    first = first_look(snapshot)
    return None if first is None else first.given


def first_look(snapshot: Snapshot, at: Collection[str] = LOOKS) -> Answer | NotedLook | None:
    """Return the look that froze the declarations: at how it went, or at when it got dull.

    A look still counts if it is no longer in the record because an older copy was brought back.
    """
    taken: list[Answer | NotedLook] = []
    for item in at:
        taken += [*given(snapshot, item), *lost(snapshot, item)]
    return min(taken, key=lambda look: look.seq, default=None)


def lost(snapshot: Snapshot, item: str) -> list[NotedLook]:
    """Return the looks that were taken by then and are not in the record, oldest first."""
    gone = snapshot.record.lost_looks(item)
    if (moment := snapshot.moment) is None:
        return gone
    return [look for look in gone if (look.seq if isinstance(moment, int) else look.given) <= moment]  # type: ignore[operator]


def given(snapshot: Snapshot, item: str, *, cleared: bool = False) -> list[Answer]:
    """Return every answer of the person in a cell, oldest first.

    Those that emptied it come too when `cleared` is true.
    """
    states = ("value", "cleared") if cleared else ("value",)
    return [answer for answer in snapshot.history(snapshot.unit, item) if answer.state in states]
