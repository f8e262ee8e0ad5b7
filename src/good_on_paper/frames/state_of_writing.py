"""The state a person wrote in, beside the ratings of the same day: to catch a bad day's colouring."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper.catalogue import keys
from good_on_paper.frames.quiet import asked_roles
from good_on_paper.frames.ratings import number_of
from good_on_paper.frames.schema import OF_STATE_OF_WRITING, STATE_OF_WRITING

if TYPE_CHECKING:
    import datetime as dt

    from good_on_paper.frames.snapshot import Snapshot

STATES: Final = ("tired", "fine", "up")
"""From low to high."""
_LOW, _HIGH = 1.0, 7.0


def state_of_writing(snapshot: Snapshot) -> pd.DataFrame:
    """Return a row per sitting in which jobs were rated on a day with a state, oldest first.

    Parameters
    ----------
    snapshot
        The person's record, as it stood at a moment.

    Returns
    -------
    pandas.DataFrame
        Columns: ``day`` (where the person is); ``state``: "tired", "fine" or "up", whichever was ticked last
        that day in Writing before the writing; ``ratings``: how many ratings of jobs the sitting has, on
        lines of 1 to 7 steps that are by themselves nicer or harder; ``mean`` of them, turned so that higher
        is nicer. Jobs in which something hurt are left out.

    Raises
    ------
    FrameError
        A rating is not a number on its item's scale; the message names role, item and value.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> state_of_writing(gop.sample())["state"].value_counts().to_dict()
    {'fine': 4, 'tired': 3, 'up': 3}
    """
    stories = snapshot.units("story")
    ticks = snapshot.given(items=(keys.WRITING_STATE,), units=stories)
    states: dict[dt.date, str] = {
        tick.given.astimezone().date(): str(tick.value) for tick in ticks if tick.value in STATES
    }
    items = {
        item.key: item
        for item in snapshot.catalogue.items(hidden=True)
        if item.kind == "rating" and item.keyed and (item.scale.min, item.scale.max) == (_LOW, _HIGH)
    }
    told: dict[str, list[float]] = {}
    day_of: dict[str, dt.date] = {}
    for answer in snapshot.given(items=tuple(items), units=asked_roles(snapshot)) if states else ():
        day = day_of.setdefault(answer.sitting, answer.given.astimezone().date())
        if answer.state != "value" or answer.undoes is not None or day not in states:
            continue
        item = items[answer.item]
        value = float(str(number_of(answer, item, answer.unit)))
        told.setdefault(answer.sitting, []).append(value if item.keyed > 0 else _LOW + _HIGH - value)
    rows = [
        {
            "day": day_of[one],
            "state": states[day_of[one]],
            "ratings": len(found),
            "mean": sum(found) / len(found),
        }
        for one, found in told.items()
    ]
    frame = pd.DataFrame(rows, columns=list(OF_STATE_OF_WRITING)).astype(OF_STATE_OF_WRITING)
    return STATE_OF_WRITING.validate(frame.sort_values("day", kind="stable").reset_index(drop=True))
