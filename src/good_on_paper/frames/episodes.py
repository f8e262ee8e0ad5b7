"""Episodes: what was smaller than a job, a row each, with its time and its story, without its ratings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper.catalogue import keys
from good_on_paper.frames.names import role_names, words
from good_on_paper.frames.roles import first_day
from good_on_paper.frames.schema import EPISODES
from good_on_paper.record.days import DAY

if TYPE_CHECKING:
    from good_on_paper.frames.snapshot import Snapshot
    from good_on_paper.record import Unit

FACTS: Final = ("title", "started", keys.EPISODE_STORY, keys.EPISODE_HOW)
"""What is typed of an episode, all of it optional."""


def episode_units(snapshot: Snapshot) -> list[Unit]:
    """Return the episodes of the roles on the list, in the person's order; a day by the minute is none.

    Returns
    -------
    list of Unit
        One for each episode; ``parent`` is the id of its role.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> len(episode_units(gop.sample()))
    13
    """
    roles = {role.id for role in snapshot.units("role")}
    days = {unit for unit, _ in snapshot.current(items=(DAY,))}
    return [unit for unit in snapshot.units("episode") if unit.parent in roles and unit.id not in days]


def episodes(snapshot: Snapshot) -> pd.DataFrame:
    """List the episodes, in the person's order.

    Parameters
    ----------
    snapshot
        The person's record, as it stood at a moment.

    Returns
    -------
    pandas.DataFrame
        Index "episode": unique names, as in ``ratings(snapshot, kind="episode")``. Columns: ``unit`` (its
        id), ``role`` (the name of its role), ``title``, ``started`` (as understood: "2014-03"), ``start``
        (the first day that can mean, NaT where it is no date), ``story``, ``how`` (the person did it).

    Examples
    --------
    >>> import good_on_paper as gop
    >>> episodes(gop.sample())[["role", "started"]].head(2)
                                                   role  started
    episode
    The new autumn menu      Line cook, The Copper Ladle  2008-10
    The night both ovens failed  Line cook, The Copper Ladle  2009-12
    """
    units = episode_units(snapshot)
    names, roles = role_names(snapshot, kind="episode"), role_names(snapshot)
    said = snapshot.current(items=FACTS, units=units)
    typed = {item: [words(said.get((unit.id, item))) or None for unit in units] for item in FACTS}
    frame = pd.DataFrame(
        {
            "unit": [unit.id for unit in units],
            "role": [roles[unit.parent or ""] for unit in units],
            "title": typed["title"],
            "started": typed["started"],
            "start": [first_day(text) for text in typed["started"]],
            "story": typed[keys.EPISODE_STORY],
            "how": typed[keys.EPISODE_HOW],
        },
        index=pd.Index([names[unit.id] for unit in units], dtype="str", name="episode"),
    )
    text = dict.fromkeys(("unit", "role", "title", "started", "story", "how"), "str")
    return EPISODES.validate(frame.astype({**text, "start": "datetime64[s]"}))
