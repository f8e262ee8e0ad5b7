"""A day by the minute: the stretches of a role's days, and how much of a day was dull, spent or wasted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from good_on_paper import frames
from good_on_paper.frames.boredom import length_of
from good_on_paper.frames.names import DAYS
from good_on_paper.frames.schema import DAY_SHARES, STRETCHES
from good_on_paper.frames.standing import standing
from good_on_paper.record.days import ABSORBED, DULL, MARGIN, OF_A_STRETCH, stretches_of_days

if TYPE_CHECKING:
    from good_on_paper.catalogue import Item
    from good_on_paper.frames.snapshot import Snapshot

WORDS: Final = {
    DULL: {"dull": "dull", "not_dull": "not dull"},
    MARGIN: {"spent": "well spent", "wasted": "wasted"},
}
WHOLE_DAY: Final = 24 * 60
_COLUMNS: Final = ["role", "unit", "day", "place", "stretch", "what", "minutes", "absorbed", "dull", "margin"]


def stretches(snapshot: Snapshot) -> pd.DataFrame:
    """Return a row per stretch of a day, in order, without quiet roles.

    Parameters
    ----------
    snapshot
        What the person had said by a moment, and what can be asked.

    Returns
    -------
    pandas.DataFrame
        Columns: ``role`` (its unique name), ``unit`` (its id), ``day`` (ordinary, best, worst, dull),
        ``place`` (1, 2, ... within the day), ``stretch`` (its id), ``what``, ``minutes`` (NA without a length
        that we understand, or if longer than a day), ``absorbed`` (1 on the clock, 7 in the work), ``dull``
        (NA where it was not said), ``margin``: "spent" or "wasted" for time in between, else "". Roles in the
        person's order, days in that of `DAYS`.
    """
    names = frames.role_names(snapshot)
    asked = [role.id for role in frames.asked_roles(snapshot)]
    items = {key: snapshot.catalogue.item(key) for key in OF_A_STRETCH}
    inside = stretches_of_days(snapshot.record, as_of=snapshot.moment)
    latest = standing(snapshot, items, [one for day in inside.values() for one in day])
    rows = [
        (names[role], role, day, place, stretch, *_said(stretch, latest, items))
        for role in asked
        for day in DAYS
        for place, stretch in enumerate(inside.get((role, day), ()), 1)
    ]
    frame = pd.DataFrame(rows, columns=_COLUMNS)
    text = dict.fromkeys(("role", "unit", "day", "stretch", "what", "margin"), "str")
    numbers = dict.fromkeys(("minutes", "absorbed"), "Float64")
    return STRETCHES.validate(frame.astype({**text, **numbers, "place": "int64", "dull": "boolean"}))


def day_shares(frame: pd.DataFrame, day: str = "ordinary") -> pd.DataFrame:
    """Return how a day of each role was spent, in minutes.

    Parameters
    ----------
    frame
        As `stretches` gives.
    day
        Which day.

    Returns
    -------
    pandas.DataFrame
        Index "role": the roles whose day has a length. Columns: ``unit`` (its id), ``told``, and its
        parts ``dull``, ``not_dull``, ``spent``, ``wasted``: minutes without an answer are in none of these.
    """
    here = frame[frame["day"].eq(day) & frame["minutes"].notna()]
    parts = {
        "told": here["minutes"],
        "dull": here["minutes"].where(here["dull"].fillna(value=False), 0.0),
        "not_dull": here["minutes"].where(~here["dull"].fillna(value=True), 0.0),
        **{kind: here["minutes"].where(here["margin"].eq(kind), 0.0) for kind in WORDS[MARGIN]},
    }
    by_role = here["role"]
    table = pd.DataFrame(parts).groupby(by_role, sort=False).sum().astype("float64")
    table.insert(0, "unit", here.groupby(by_role, sort=False)["unit"].first())
    table.index.name = "role"
    return DAY_SHARES.validate(table)


def minutes_of(value: object) -> float | None:
    """Return the minutes of a length as a record holds it; None for text that we could not read."""
    length = length_of(value)
    return None if length is None else length.minutes


def _said(
    stretch: str, latest: dict[tuple[str, str], Any], items: dict[str, Item]
) -> tuple[str, float | None, float | None, bool | None, str]:
    what, length, absorbed, dull, margin = (latest.get((stretch, key)) for key in OF_A_STRETCH)
    long = minutes_of(length)
    return (
        what if isinstance(what, str) else "",
        long if long is not None and long <= WHOLE_DAY else None,
        absorbed if absorbed in items[ABSORBED].scale else None,
        {"dull": True, "not_dull": False}.get(dull) if isinstance(dull, str) else None,
        margin if isinstance(margin, str) and margin in WORDS[MARGIN] else "",
    )
