"""Which answer of a sitting undo and redo act on next.

An undo is an answer like any other, so the journal shows what is on the two stacks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from good_on_paper.record.answers import Answer

Step = tuple[int, int | None]
"""An answer of a sitting by its ``seq``, and the ``seq`` of the one of the same sitting that it undoes."""


def next_undo(newest_first: Iterable[Step]) -> int | None:
    """Return the answer that undo acts on next, or None.

    Parameters
    ----------
    newest_first : iterable of Step
        One sitting's answers. It reads only those since the answer that it returns, so that a long sitting
        costs no more than a short one.

    Examples
    --------
    >>> next_undo([(3, 2), (2, None), (1, None)])
    1
    """
    return _newest(newest_first, taken_back=False)


def next_redo(newest_first: Iterable[Step]) -> int | None:
    """Return the undoing answer that redo acts on next, or None; see `next_undo`.

    Examples
    --------
    >>> next_redo([(3, 2), (2, None), (1, None)])
    3
    """
    return _newest(newest_first, taken_back=True)


def _newest(newest_first: Iterable[Step], *, taken_back: bool) -> int | None:
    """Return the newest answer not undone itself whose first answer is in force, or is undone.

    An undo, its redo, the undo of that and so on lead back to one first answer; the last of them shows its
    state.
    """
    lasts: dict[int, tuple[int, bool]] = {}
    newest = floor = 0
    for seq, undoes in newest_first:
        last, back = lasts.pop(seq, (seq, False))
        if undoes is not None:
            lasts[undoes] = last, not back
            continue
        if taken_back and not floor:
            floor = seq  # after a new answer, earlier undone answers cannot be redone
        if back == taken_back and last > max(newest, floor):
            newest = last
        enough = newest or floor
        if enough and all(other < enough for other, _ in lasts.values()):
            break
    return newest or None


def stacks(given: Iterable[Answer]) -> tuple[list[Answer], list[Answer]]:
    """Return which answers of a sitting are in force and which were undone, the newest last.

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
        else:  # an answer, or one that undoes an answer of another sitting or a missing one
            done[answer.seq] = answer
            undone.clear()
    return [*done.values()], [*undone.values()]
