"""Which answer of a sitting undo and redo turn to next.

An undo is an answer like any other, so what is on the two stacks follows from the journal alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from good_on_paper.record.answers import Answer


def next_undo(given: Iterable[Answer]) -> Answer | None:
    """Return the answer that undo takes back next, or None.

    Parameters
    ----------
    given : iterable of Answer
        One sitting's answers, oldest first.
    """
    done, _ = _stacks(given)
    return done[-1] if done else None


def next_redo(given: Iterable[Answer]) -> Answer | None:
    """Return the undoing answer that redo takes back next, or None; see `next_undo`."""
    _, undone = _stacks(given)
    return undone[-1] if undone else None


def _stacks(given: Iterable[Answer]) -> tuple[list[Answer], list[Answer]]:
    done: list[Answer] = []
    undone: list[Answer] = []
    for answer in given:
        if done and answer.undoes == done[-1].seq:
            done.pop()
            undone.append(answer)
        elif undone and answer.undoes == undone[-1].seq:
            undone.pop()
            done.append(answer)
        else:
            done.append(answer)
            undone.clear()
    return done, undone
