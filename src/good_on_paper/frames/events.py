"""What happened outside the jobs: a row each, with its dates; and which roles it fell into."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper.frames.names import role_names, words
from good_on_paper.frames.roles import NOW, first_day, last_day
from good_on_paper.frames.schema import EVENTS

if TYPE_CHECKING:
    from good_on_paper.frames.snapshot import Snapshot

FACTS: Final = ("title", "started", "ended")
"""What is typed of an event, all of it optional."""


def events(snapshot: Snapshot) -> pd.DataFrame:
    """List what happened outside the jobs, in the person's order.

    Parameters
    ----------
    snapshot
        The person's record, as it stood at a moment.

    Returns
    -------
    pandas.DataFrame
        Index "event": unique names. Columns: ``unit`` (its id), ``title``, ``started``, ``ended`` (as
        understood: "2014-03", "now"), ``start`` and ``end`` (the first day and the last that these can mean;
        an event without an end lasted as long as its one date says, and one that goes on ends today).

    Examples
    --------
    >>> import good_on_paper as gop
    >>> events(gop.sample())[["started", "ended"]].head(1)
                                         started ended
    event
    A bank crash, and no posts anywhere  2008-09  2010
    """
    units = snapshot.units("event")
    names = role_names(snapshot, kind="event")
    said = snapshot.current(items=FACTS, units=units)
    typed = {item: [words(said.get((unit.id, item))) or None for unit in units] for item in FACTS}
    ends = [
        snapshot.today if ended == NOW else last_day(ended or started)
        for started, ended in zip(typed["started"], typed["ended"], strict=True)
    ]
    frame = pd.DataFrame(
        {
            "unit": [unit.id for unit in units],
            **typed,
            "start": [first_day(text) for text in typed["started"]],
            "end": ends,
        },
        index=pd.Index([names[unit.id] for unit in units], dtype="str", name="event"),
    )
    text = dict.fromkeys(("unit", *FACTS), "str")
    return EVENTS.validate(frame.astype({**text, "start": "datetime64[s]", "end": "datetime64[s]"}))
