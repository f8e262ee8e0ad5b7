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
    done, _ = stacks(given)
    return done[-1] if done else None


def next_redo(given: Iterable[Answer]) -> Answer | None:
    """Return the undoing answer that redo takes back next, or None; see `next_undo`."""
    _, undone = stacks(given)
    return undone[-1] if undone else None


def stacks(given: Iterable[Answer]) -> tuple[list[Answer], list[Answer]]:
    """Return what stands of a sitting and what was taken back, the newest last; see `next_undo`."""
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
