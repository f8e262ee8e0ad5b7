"""The roles with their dates."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from good_on_paper.catalogue import keys
from good_on_paper.frames.names import NAMED_BY, name_units, words
from good_on_paper.frames.schema import ROLES
from good_on_paper.frames.snapshot import day_of_looking

if TYPE_CHECKING:
    from good_on_paper.frames.snapshot import Snapshot

NOW = "now"
_ISO = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?[~?%]?", re.ASCII)
_DECEMBER = 12


def roles(snapshot: Snapshot) -> pd.DataFrame:
    """List the roles, in the person's order.

    Parameters
    ----------
    snapshot
        The person's record, as it stood at a moment.

    Returns
    -------
    pandas.DataFrame
        Index "role": unique names, as in :func:`good_on_paper.frames.ratings`. Columns: ``unit`` (its id),
        ``title``, ``employer``, ``started``, ``ended`` (as understood: "2014", "2014-03", "now"; "2014~" is
        about 2014 and "2014?" in doubt), ``start`` and ``end`` (timestamps: the first day a partial date can
        mean, and the last, whatever the doubt; for a role that goes on, the end is the day of looking),
        ``current``, ``role_kind``. Text that is no date stays in ``started`` and ``ended``, with NaT beside.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> roles(gop.sample())[["started", "ended", "current"]].tail(2)
                                       started    ended  current
    role
    Project officer, Wells for Ondera  2021-02  2023-08    False
    Analyst, Kestra Bay Transit        2023-10      now     True
    """
    return snapshot.kept("roles", lambda: _roles(snapshot), looks=False).copy()


def _roles(snapshot: Snapshot) -> pd.DataFrame:
    units = snapshot.units("role")
    facts = snapshot.current(items=(*NAMED_BY, keys.ROLE_KIND), units=units)
    names = name_units(units, facts)
    typed = {
        item: [words(facts.get((unit.id, item))) or None for unit in units]
        for item in (*NAMED_BY, keys.ROLE_KIND)
    }
    today = snapshot.today
    current = [text == NOW for text in typed["ended"]]
    ends = [today if text == NOW else last_day(text) for text in typed["ended"]]
    frame = pd.DataFrame(
        {
            "unit": [unit.id for unit in units],
            **{item: typed[item] for item in NAMED_BY},
            "start": [first_day(text) for text in typed["started"]],
            "end": ends,
            "current": current,
            keys.ROLE_KIND: typed[keys.ROLE_KIND],
        },
        index=pd.Index(list(names.values()), dtype="str", name="role"),
    )
    text = dict.fromkeys(("unit", *NAMED_BY, keys.ROLE_KIND), "str")
    return ROLES.validate(
        frame.astype({**text, "start": "datetime64[s]", "end": "datetime64[s]", "current": "bool"})
    )


def most_days(snapshot: Snapshot, unit: str) -> int | None:
    """Return the most days that a role can have lasted by its dates; None if a date is missing.

    Returns
    -------
    int or None
        Days from the first day it can have begun to the last it can have ended.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> me = gop.sample()
    >>> most_days(me, me.units("role")[1].id)
    821
    """
    dates = snapshot.current(items=("started", "ended"), units=(unit,))
    started, ended = (words(dates.get((unit, item))) for item in ("started", "ended"))
    start, end = first_day(started), day_of_looking(None) if ended == NOW else last_day(ended)
    return None if start is None or end is None else (end - start).days


def first_day(text: str | None) -> date | None:
    """Return the first day that "2014", "2014-03" or "2014-03-05" can mean; None for anything else."""
    if text is None or (parts := _ISO.fullmatch(text)) is None:
        return None
    year, month, day = (int(part) if part else None for part in parts.groups())
    return _day(year or 0, month or 1, day or 1)


def last_day(text: str | None) -> date | None:
    """Return the last day that "2014", "2014-03" or "2014-03-05" can mean; None for anything else."""
    if text is None or (parts := _ISO.fullmatch(text)) is None:
        return None
    year, month, day = (int(part) if part else None for part in parts.groups())
    first = _day(year or 0, month or _DECEMBER, day or 1)
    if first is None or day:
        return first
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
