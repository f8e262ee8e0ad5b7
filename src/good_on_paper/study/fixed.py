"""What was declared and can no longer change: since when, and why, in words for the person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import keys
from good_on_paper.language.day_names import in_full
from good_on_paper.study.declared import DRAWN, GUESSES, LOOK, LOOKS, MAIN, SECOND, drawn, first_look
from good_on_paper.study.first_word import first_word
from good_on_paper.study.lean_declared import first_outcome
from good_on_paper.study.levels import WANTED

if TYPE_CHECKING:
    from good_on_paper.frames.snapshot import Snapshot

_OUTCOME: Final = (
    "What you look at was fixed at your first look, on {}. Whoever chooses among outcomes after a look "
    "finds one."
)
_AT_A_LOOK: Final = {
    GUESSES: "What you need was fixed at your first look, on {}. A guess counts only before you see how your "
    "jobs went.",
    MAIN: _OUTCOME,
    SECOND: _OUTCOME,
    WANTED: "How much you want was fixed at your first look, on {}. Whoever tries several levels after a "
    "look finds one.",
}
_LEAN: Final = (
    "You noted how an interview ended on {}. Which way your numbers lean counts only if you say it "
    "before that."
)
_RATED: Final = "You have rated a job on one of these. Drawn again now, they would be picked, not drawn."
_JUDGED: Final = "You have said how a job went. Drawn again now, these would be picked, not drawn."


def why_fixed(snapshot: Snapshot, item: str) -> str:
    """Return why a declaration can no longer change; "" while it can, and for what is none.

    A look at how it went freezes all that is declared before a look; a look at boredom freezes all but a
    second outcome. Which way numbers lean can change until the first outcome is known. Drawn lines can change
    until a job was rated on one of them, or named as one that went well or badly.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> why_fixed(gop.sample(), "primary_outcome")
    ''
    """
    if item == keys.BAROMETER_LEAN:
        first = first_outcome(snapshot)
        return "" if first is None else _LEAN.format(in_full(first.given))
    if item == DRAWN:
        return _why_drawn(snapshot)
    what = WANTED if item.startswith(WANTED) else item
    if what not in _AT_A_LOOK:
        return ""
    look = first_look(snapshot, (LOOK,) if what == SECOND else LOOKS)
    return "" if look is None else _AT_A_LOOK[what].format(in_full(look.given))


def _why_drawn(snapshot: Snapshot) -> str:
    if first_word(snapshot) is not None:
        return _JUDGED
    roles = {unit.id for unit in snapshot.units("role")}
    rated = any(answer.unit in roles for answer in snapshot.given(items=drawn(snapshot)))
    return _RATED if rated else ""
