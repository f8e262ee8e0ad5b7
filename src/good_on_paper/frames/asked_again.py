"""Ratings that were given twice: the pairs that show how much the same answers stay."""

from __future__ import annotations

from datetime import timedelta
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper.catalogue import keys
from good_on_paper.frames.names import role_names
from good_on_paper.frames.quiet import YES, asked_roles
from good_on_paper.frames.ratings import number_of
from good_on_paper.frames.schema import ASKED_AGAIN, HIDDEN, IN_SIGHT, OF_ASKED_AGAIN, START_HERE
from good_on_paper.record import FIRST_SIGHT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from good_on_paper.frames.snapshot import Snapshot
    from good_on_paper.record import Answer, Sitting

    Pair = tuple[str, Answer, Answer]

SITTING: Final = "asked_again"
"""Sittings of this name ask again with the earlier answer out of sight."""
APART: Final = timedelta(days=14)
"""Sooner than this, people still remember what they said."""


def asked_again(snapshot: Snapshot) -> pd.DataFrame:
    """Return a row per rating of a job that was given twice.

    Of one sitting only the last answer counts, and what was undone does not. If a cell was asked again more
    than once, the latest pair of each kind counts. Answers to another revision of an item are left out.

    Parameters
    ----------
    snapshot
        What the person had said by a moment.

    Returns
    -------
    pandas.DataFrame
        Columns: ``unit``, ``role``, ``line``, ``label``; ``first`` and ``again``, on the scale of the item;
        ``first_given`` and ``again_given`` (UTC); ``how``; ``changed``: whether they say that they changed
        their mind, NA where they did not say; ``private``: whether the line or either answer is.

        ``how`` is "hidden" (asked again in a sitting called "asked_again", 14 days or more after, with the
        first answer out of sight), "in sight" (given anew as long after, where the first answer could be
        seen: mostly to change it, so these are no fair draw) or "start here" (the two jobs of Start here,
        asked again on purpose, often the same day). The three do not belong together.

    Raises
    ------
    FrameError
        A rating is not a number on its item's scale; the message names role, item and value.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> me = gop.sample()
    >>> cook = me.units("role")[1]
    >>> for form, value in (("start", 2), ("lines", 3)):
    ...     kept = me.record.answer(cook, "clarity", value, sitting=me.record.sitting(form))
    >>> made = asked_again(me)
    >>> made.loc[made["how"] == "start here", ["first", "again"]].to_dict("records")
    [{'first': 2.0, 'again': 3.0}]
    """
    names = role_names(snapshot)
    items = {item.key: item for item in snapshot.catalogue.items(hidden=True) if item.kind == "rating"}
    forms = {sitting.id: sitting.name for sitting in snapshot.record.sittings()}
    cells: dict[tuple[str, str], list[Answer]] = {}
    for answer in _standing(snapshot.given(items=tuple(items), units=tuple(names))):
        if answer.state == "value" and answer.revision == items[answer.item].revision:
            cells.setdefault((answer.unit, answer.item), []).append(answer)
    latest = {(cell, pair[0]): pair for cell, told in cells.items() for pair in _pairs(told, forms)}
    changed = snapshot.current(items=[changed_mind(line) for line in items], units=tuple(names))
    made = []
    for ((unit, line), how), (_, *both) in sorted(latest.items(), key=lambda row: row[1][2].seq):
        item, name = items[line], names[unit]
        made.append(
            [
                *(unit, name, line, item.worded().label),
                *(number_of(answer, item, name) for answer in both),
                *(answer.given for answer in both),
                *(how, _changed(changed.get((unit, changed_mind(line))), both[1])),
                item.private or any(answer.private for answer in both),
            ]
        )
    return ASKED_AGAIN.validate(pd.DataFrame(made, columns=list(OF_ASKED_AGAIN)).astype(OF_ASKED_AGAIN))


def changed_mind(line: str) -> str:
    """Return the key under which they say whether they changed their mind about a line in a job."""
    return f"{keys.CHANGED_MIND}:{line}"


def _changed(said: Answer | None, again: Answer) -> bool | None:
    """Return what they said of this pair; an answer about an earlier pair does not count for it."""
    if said is None or said.state != "value" or said.seq < again.seq:
        return None
    return bool(said.value == YES)


def said_in(snapshot: Snapshot, sitting: Sitting) -> dict[tuple[str, str], Answer]:
    """Return the last answer about each job in a sitting, without what was taken back and what hurt.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> me = gop.sample()
    >>> cook, sitting = me.units("role")[1], me.record.sitting("asked_again")
    >>> for value in (2, 3):
    ...     kept = me.record.answer(cook, "clarity", value, sitting=sitting)
    >>> [answer.value for answer in said_in(me, sitting).values()]
    [3]
    """
    mine = [answer for answer in snapshot.given(units=asked_roles(snapshot)) if answer.sitting == sitting.id]
    return {(answer.unit, answer.item): answer for answer in _standing(mine)}


def _standing(given: Iterable[Answer]) -> list[Answer]:
    """Return the answers that were given and not taken back; an undo is no answer, and can be undone."""
    every = list(given)
    taken_back: set[int] = set()
    for answer in reversed(every):
        if answer.undoes is not None and answer.seq not in taken_back:
            taken_back.add(answer.undoes)
    return [answer for answer in every if answer.undoes is None and answer.seq not in taken_back]


def _pairs(told: list[Answer], forms: dict[str, str]) -> Iterator[Pair]:
    """Pair the answers in one cell, oldest first."""
    visits = [[*answers][-1] for _, answers in groupby(told, key=lambda answer: answer.sitting)]
    at_first = [answer for answer in visits if forms[answer.sitting] == FIRST_SIGHT]
    later = [answer for answer in visits if forms[answer.sitting] != FIRST_SIGHT]
    after = [answer for answer in later if at_first and answer.seq > at_first[-1].seq]
    if after:
        yield START_HERE, at_first[-1], after[0]
    for first, again in pairwise(later):
        if again.given - first.given >= APART:
            yield HIDDEN if forms[again.sitting] == SITTING else IN_SIGHT, first, again
