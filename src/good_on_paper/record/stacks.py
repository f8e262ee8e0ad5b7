"""Which answer of a sitting undo and redo turn to next.

An undo is an answer like any other, so the journal alone says what is on the two stacks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from good_on_paper.record.answers import Answer

Step = tuple[int, int | None]
"""An answer of a sitting by its ``seq``, and the one of the same sitting that it takes back."""


def next_undo(newest_first: Iterable[Step]) -> int | None:
    """Return the answer that undo takes back next, or None.

    Parameters
    ----------
    newest_first : iterable of Step
        One sitting's answers. Only as many are read as there are since the one that is returned, so that a
        long sitting costs no more than a short one.

    Examples
    --------
    >>> next_undo([(3, 2), (2, None), (1, None)])
    1
    """
    return _newest(newest_first, taken_back=False)


def next_redo(newest_first: Iterable[Step]) -> int | None:
    """Return the undoing answer that redo takes back next, or None; see `next_undo`.

    Examples
    --------
    >>> next_redo([(3, 2), (2, None), (1, None)])
    3
    """
    return _newest(newest_first, taken_back=True)


def _newest(newest_first: Iterable[Step], *, taken_back: bool) -> int | None:
    """Return the newest answer that nobody undid and that leaves its first answer standing, or not.

    An undo, its redo, the undo of that and so on lead back to one first answer; the last of them says what
    became of it.
    """
    lasts: dict[int, tuple[int, bool]] = {}
    newest = floor = 0
    for seq, undoes in newest_first:
        last, back = lasts.pop(seq, (seq, False))
        if undoes is not None:
            lasts[undoes] = last, not back
            continue
        if taken_back and not floor:
            floor = seq  # a new answer leaves nothing to be done again of what was taken back before it
        if back == taken_back and last > max(newest, floor):
            newest = last
        enough = newest or floor
        if enough and all(other < enough for other, _ in lasts.values()):
            break
    return newest or None


def stacks(given: Iterable[Answer]) -> tuple[list[Answer], list[Answer]]:
    """Return which answers of a sitting stand and which were undone, the newest last.

    Parameters
    ----------
    given : iterable of Answer
        All of one sitting's answers, oldest first.
    """
    done: dict[int, Answer] = {}
    undone: dict[int, Answer] = {}
    for answer in given:
        if answer.undoes in done:
            del done[answer.undoes]
            undone[answer.seq] = answer
        elif answer.undoes in undone:
            del undone[answer.undoes]
            done[answer.seq] = answer
        else:  # an answer, or one that takes back what is of another sitting or gone
            done[answer.seq] = answer
            undone.clear()
    return [*done.values()], [*undone.values()]
