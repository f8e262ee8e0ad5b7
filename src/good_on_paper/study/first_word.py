"""The first word a person said on how a job went; it cannot have coloured what was declared before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from good_on_paper.intake.take_back import SITTING as IMPORT

if TYPE_CHECKING:
    from collections.abc import Collection

    from good_on_paper.frames.snapshot import Snapshot
    from good_on_paper.record import Answer

_HOW_IT_WENT = ("outcome", "success", "unsuccess")


def first_word(snapshot: Snapshot, about: Collection[str] = ()) -> Answer | None:
    """Return the first answer that says how a job went; None if there is none yet.

    Parameters
    ----------
    snapshot
        The person's record.
    about
        Items that say it, where that is not how it went: when it got dull.
    """
    return snapshot.kept(("first word", *about), lambda: _first_word(snapshot, about), looks=False)


def _first_word(snapshot: Snapshot, about: Collection[str]) -> Answer | None:
    went = (item.key for group in _HOW_IT_WENT for item in snapshot.catalogue.items(group, hidden=True))
    roles = {unit.id for unit in snapshot.units("role")}
    said = (answer for answer in snapshot.given(items=about or [*went]) if answer.unit in roles)
    return min(said, key=lambda answer: answer.seq, default=None)


def by_then(snapshot: Snapshot, first: Answer) -> int:
    """Return the last answer that the first word cannot have coloured; a file says everything at once."""
    if first.sitting not in {sitting.id for sitting in snapshot.record.sittings(IMPORT)}:
        return first.seq - 1
    return max(answer.seq for answer in snapshot.given() if answer.sitting == first.sitting)
