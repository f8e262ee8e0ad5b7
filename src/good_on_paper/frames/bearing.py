"""What one can bear: said of oneself, apart from how often it was there in a role; never blended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper import frames
from good_on_paper.catalogue import keys
from good_on_paper.frames.standing import standing

if TYPE_CHECKING:
    from good_on_paper.frames.snapshot import Snapshot

BEARS: Final = {"fine": "fine", "while": "for a while", "no": "no"}
"""What can be said of a worry, and its words."""
SPANS: Final = {"day": "a day of it", "moment": "a moment of it", "micro": "a micro moment of it"}
"""How long it lasts, from the longest to the shortest, and the words."""


def bears(worry: str) -> str:
    """Return the item under which the person's answer on a worry is kept."""
    return f"bears:{worry}"


def bears_for(worry: str, span: str) -> str:
    """Return the item under which it is kept how well a span of a worry can be borne, 1 to 7."""
    return f"bears:{worry}:{span}"


def no_more(worry: str) -> str:
    """Return the item under which it is kept that the person will not have a worry again."""
    return f"not_again:{worry}"


def keys_of(worry: str) -> tuple[str, ...]:
    """Return all items under which something about the person and a worry is kept."""
    return (bears(worry), *(bears_for(worry, span) for span in SPANS), no_more(worry))


def bearing(snapshot: Snapshot) -> pd.DataFrame:
    """Return a row a worry with what the person can bear of it.

    How often it was there in each role is another thing, and stands in `good_on_paper.frames.ratings` under
    the same key.

    Parameters
    ----------
    snapshot
        What the person had said by a moment, and what can be asked.

    Returns
    -------
    pandas.DataFrame
        Index "worry": keys in catalogue order. Columns: ``label``; ``bears``: "fine", "while", "no", or ""
        where it is not said; ``day``, ``moment``, ``micro``: 1 (not at all) to 7 (easily); ``not_again``.
    """
    worries = snapshot.catalogue.items("worry")
    asked = {key: worry for worry in worries for key in keys_of(worry.key)}
    told = standing(snapshot, asked, (snapshot.unit,))
    person = snapshot.unit.id
    rows = [
        {
            "label": worry.worded().label,
            "bears": told.get((person, bears(worry.key))) or "",
            **{span: told.get((person, bears_for(worry.key, span))) for span in SPANS},
            keys.NOT_AGAIN: told.get((person, no_more(worry.key))) is True,
        }
        for worry in worries
    ]
    index = pd.Index([worry.key for worry in worries], dtype="str", name="worry")
    frame = pd.DataFrame(rows, columns=["label", "bears", *SPANS, keys.NOT_AGAIN], index=index)
    return frame.astype(
        {"label": "str", "bears": "str", **dict.fromkeys(SPANS, "Float64"), keys.NOT_AGAIN: "bool"}
    )


def bears_in_roles(snapshot: Snapshot) -> pd.DataFrame:
    """Return a row for each role in which a worry could be borne otherwise than `bearing` says in general.

    Kept of the role under the item that `bears` gives. A job in which something hurt is left out.

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
    told = standing(snapshot, {bears(worry.key): worry for worry in worries}, roles)
    rows = [
        (worry.key, names[role.id], role.id, value)
        for worry in worries
        for role in roles
        if (value := told.get((role.id, bears(worry.key)))) in list(BEARS) and value != general[worry.key]
    ]
    return pd.DataFrame(rows, columns=["worry", "role", "unit", "bears"], dtype="str")
