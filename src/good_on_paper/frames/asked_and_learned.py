"""Asked against told: how many questions somebody asked in each interview, and how much they learned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper.catalogue import keys
from good_on_paper.frames.names import role_names
from good_on_paper.frames.quiet import quiet_roles
from good_on_paper.frames.schema import ASKED_AND_LEARNED, OF_ASKED

if TYPE_CHECKING:
    from good_on_paper.frames.snapshot import Snapshot

_ASKED: Final = (keys.HEARD, keys.HEARD_SIGN, keys.HEARD_TOLD)
_LEARNED: Final = (keys.HEARD, keys.PROMISE_WHAT)


def asked_and_learned(snapshot: Snapshot) -> pd.DataFrame:
    """Return a row per interview with a question that the person noted, without those that hurt.

    Parameters
    ----------
    snapshot
        The person's record, as it stood at a moment.

    Returns
    -------
    pandas.DataFrame
        Index "interview": names. Columns: ``unit``; ``asked``: the questions with any note;
        ``learned``: answers and promises noted.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> int(asked_and_learned(gop.sample())["learned"].sum())
    1
    """
    quiet = quiet_roles(snapshot)
    parents = {unit.id: unit.parent or "" for unit in snapshot.units("interview")}
    names = role_names(snapshot, kind="interview")
    asked: dict[str, set[str]] = {}
    learned: dict[str, int] = {}
    for (unit, item), answer in snapshot.current(units=list(parents)).items():
        part, _, about = item.partition(":")
        if answer.state != "value" or not about or {unit, parents[unit]} & quiet:
            continue
        if part in _ASKED:
            asked.setdefault(unit, set()).add(about)
        learned[unit] = learned.get(unit, 0) + (part in _LEARNED)
    units = [unit for unit in names if asked.get(unit) or learned.get(unit)]
    frame = pd.DataFrame(
        {
            "unit": units,
            "asked": [len(asked.get(unit, ())) for unit in units],
            "learned": [learned.get(unit, 0) for unit in units],
        },
        index=pd.Index([names[unit] for unit in units], dtype="str", name="interview"),
    )
    return ASKED_AND_LEARNED.validate(frame.astype(OF_ASKED))
