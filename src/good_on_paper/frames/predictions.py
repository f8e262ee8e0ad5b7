"""What was predicted of an offer that was taken, and how it turned out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from good_on_paper.catalogue import HOW_IT_WENT, keys
from good_on_paper.frames.names import role_names
from good_on_paper.frames.schema import OF_PREDICTIONS, PREDICTIONS
from good_on_paper.frames.take_home import label_of as list_label
from good_on_paper.frames.take_home import line_of
from good_on_paper.frames.targets import day_of

if TYPE_CHECKING:
    import datetime as dt

    from good_on_paper.frames.snapshot import Snapshot

MOST: Final = 3
"""How many circumstances are predicted, beside how it goes as a whole."""
WHOLE: Final = HOW_IT_WENT
"""The thing that is the job as a whole."""
PARTS: Final = (keys.PREDICTED, keys.TURNED_OUT)


def taken(snapshot: Snapshot) -> str:
    """Return the id of the offer that the person took; empty while they have taken none."""
    told = snapshot.current(items=(keys.OFFER_TAKEN,), units=snapshot.units("target"))
    last = max(told.values(), key=lambda answer: answer.seq, default=None)
    return "" if last is None else last.unit


def look_back_day(snapshot: Snapshot, unit: str) -> dt.date | None:
    """Return the day on which to ask how it is; None without one."""
    told = snapshot.current(items=(keys.LOOK_BACK_ON,), units=(unit,))
    answer = told.get((unit, keys.LOOK_BACK_ON))
    return None if answer is None else day_of(answer.value)


def locked_on(snapshot: Snapshot, unit: str) -> dt.datetime | None:
    """Return when the prediction was locked; None while it is open."""
    told = snapshot.current(items=(keys.PREDICTION_LOCKED,), units=(unit,))
    answer = told.get((unit, keys.PREDICTION_LOCKED))
    return None if answer is None or answer.value is not True else answer.given


def predictions(snapshot: Snapshot) -> pd.DataFrame:
    """Return a row per thing that was predicted of an offer.

    Parameters
    ----------
    snapshot
        What the person had said by a moment.

    Returns
    -------
    pandas.DataFrame
        Columns: ``unit``, ``offer``, ``thing``, ``label``; ``predicted`` and ``came``, 1 to 7, more is more
        of what the person wanted; ``locked``: when the prediction was locked, NA while it is open, and then
        it counts nothing; ``look_back``: the day on which to ask how it is.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> len(predictions(gop.sample()))
    0
    """
    names = role_names(snapshot, kind="target")
    told = snapshot.current(units=list(names)) if names else {}
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    for (unit, item), answer in told.items():
        part, _, thing = item.partition(":")
        if part in PARTS and answer.state == "value":
            rows.setdefault((unit, thing), {})[part] = answer.value
    made = [
        [
            *(unit, names[unit], thing, label_of(snapshot, thing)),
            *(said.get(part) for part in PARTS),
            locked_on(snapshot, unit),
            look_back_day(snapshot, unit),
        ]
        for (unit, thing), said in rows.items()
        if keys.PREDICTED in said
    ]
    return PREDICTIONS.validate(pd.DataFrame(made, columns=list(OF_PREDICTIONS)).astype(OF_PREDICTIONS))


def label_of(snapshot: Snapshot, thing: str) -> str:
    """Name what is predicted: a circumstance as something wanted, or the job as a whole."""
    if thing == WHOLE:
        return "The job as a whole"
    return list_label(thing, snapshot.catalogue) if line_of(thing) in snapshot.catalogue else thing
