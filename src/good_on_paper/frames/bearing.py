"""What the person can bear, and how often it was there in a role; we never mix the two."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper import frames
from good_on_paper.catalogue import keys
from good_on_paper.frames.schema import BEARING, BEARS_IN_ROLES
from good_on_paper.frames.standing import standing

if TYPE_CHECKING:
    from good_on_paper.frames.snapshot import Snapshot

BEARS: Final = {"fine": "fine", "while": "for a while", "no": "no"}
"""What a person can say of a worry, in words."""
SPANS: Final = {"day": "a day of it", "moment": "a moment of it", "micro": "a few seconds of it"}
"""How long it lasts, from the longest to the shortest, in words."""


def bears(worry: str) -> str:
    """Return the item that says whether the person can bear a worry."""
    return f"bears:{worry}"


def bears_for(worry: str, span: str) -> str:
    """Return the item that says how well the person can bear a span of a worry, 1 to 7."""
    return f"bears:{worry}:{span}"


def no_more(worry: str) -> str:
    """Return the item that says the person will not have a worry again."""
    return f"not_again:{worry}"


def keys_of(worry: str) -> tuple[str, ...]:
    """Return all items about the person and a worry."""
    return (bears(worry), *(bears_for(worry, span) for span in SPANS), no_more(worry))


def bearing(snapshot: Snapshot) -> pd.DataFrame:
    """Return a row per worry with what the person can bear.

    `good_on_paper.frames.ratings` says, under the same key, how often it was there in each role.

    Parameters
    ----------
    snapshot
        What the person had said by a moment, and what can be asked.

    Returns
    -------
    pandas.DataFrame
        Index "worry": keys in catalogue order. Columns: ``unit`` (the person's id); ``label``;
        ``bears``: "fine", "while", "no", or ""
        without an answer; ``day``, ``moment``, ``micro``: 1 (not at all) to 7 (easily); ``not_again``.
    """
    return snapshot.kept("bearing", lambda: _bearing(snapshot), looks=False).copy()


def _bearing(snapshot: Snapshot) -> pd.DataFrame:
    worries = snapshot.catalogue.items("worry")
    asked = {key: worry for worry in worries for key in keys_of(worry.key)}
    latest = standing(snapshot, asked, (snapshot.unit,))
    person = snapshot.unit.id
    rows = [
        {
            "unit": person,
            "label": worry.worded().label,
            "bears": said if (said := latest.get((person, bears(worry.key)))) in tuple(BEARS) else "",
            **{span: latest.get((person, bears_for(worry.key, span))) for span in SPANS},
            keys.NOT_AGAIN: latest.get((person, no_more(worry.key))) is True,
        }
        for worry in worries
    ]
    index = pd.Index([worry.key for worry in worries], dtype="str", name="worry")
    frame = pd.DataFrame(rows, columns=["unit", "label", "bears", *SPANS, keys.NOT_AGAIN], index=index)
    text = dict.fromkeys(("unit", "label", "bears"), "str")
    return BEARING.validate(frame.astype({**text, **dict.fromkeys(SPANS, "Float64"), keys.NOT_AGAIN: "bool"}))


def bears_in_roles(snapshot: Snapshot) -> pd.DataFrame:
    """Return a row for each role in which the person could bear a worry more or less easily than in general.

    The answer is about the role, under the item that `bears` gives. Quiet roles are left out.

    Returns
    -------
    pandas.DataFrame
        Columns: ``worry`` (its key), ``role`` (its name), ``unit`` (its id), ``bears``: "fine", "while" or
        "no".
    """
    general = bearing(snapshot)["bears"]
    names = frames.role_names(snapshot)
    roles = frames.asked_roles(snapshot)
    worries = snapshot.catalogue.items("worry")
    latest = standing(snapshot, {bears(worry.key): worry for worry in worries}, roles)
    rows = [
        (worry.key, names[role.id], role.id, value)
        for worry in worries
        for role in roles
        if (value := latest.get((role.id, bears(worry.key)))) in list(BEARS) and value != general[worry.key]
    ]
    return BEARS_IN_ROLES.validate(
        pd.DataFrame(rows, pd.RangeIndex(len(rows)), ["worry", "role", "unit", "bears"], dtype="str")
    )
