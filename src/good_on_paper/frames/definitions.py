"""What success means to a person, and what a job going wrong means: criteria with their weights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper.catalogue import keys
from good_on_paper.frames.schema import DEFINITION

if TYPE_CHECKING:
    from good_on_paper.frames.snapshot import Snapshot

FEWEST, MOST = 3, 6
"""How many criteria a person chooses."""
MOST_POINTS: Final = 5


@dataclass(frozen=True)
class Side:
    """One of the two definitions.

    Attributes
    ----------
    outcome : str
        The key of the outcome: the figure of each job under it.
    group : str
        The group of the catalogue that its criteria are of.
    sentence : str
        The key of the person's own sentence about it.
    """

    outcome: str
    group: str
    sentence: str


SIDES: Final = (
    Side(keys.BY_SUCCESS, "success", keys.SUCCESS_IS),
    Side(keys.BY_GOING_WRONG, "unsuccess", keys.GOING_WRONG_IS),
)
OF_DEFINITIONS: Final = (*(side.group for side in SIDES), "definition")
"""Groups of the catalogue that an answer about the person, not about a job, can be of."""


def side_of(outcome: str) -> Side | None:
    """Return the definition behind an outcome; None if it is another outcome."""
    return next((side for side in SIDES if side.outcome == outcome), None)


def definition(snapshot: Snapshot, outcome: str) -> pd.DataFrame:
    """Return what success means to the person, or what a job going wrong means, at that moment.

    Parameters
    ----------
    snapshot
        The person's record and their own criteria, as they stood at a moment.
    outcome
        ``"by_success"`` or ``"by_going_wrong"``.

    Returns
    -------
    pandas.DataFrame
        A row per criterion that is not hidden, the heaviest first. Index "criterion", its key. ``label`` in
        words; ``weight`` in points from 1 to 5; ``private`` whether it stays out of charts.
        ``attrs["sentence"]`` holds the person's own sentence, empty without one; ``attrs["unit"]`` the
        person's id for each criterion.

    Raises
    ------
    KeyError
        `outcome` is neither of the two.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> definition(gop.sample(), "by_success")["weight"].to_dict()
    {'proud_work': 5, 'use_to_others': 4, 'life_beyond': 2, 'money': 1, 'acclaim': 1}
    """
    side = side_of(outcome)
    if side is None:
        raise KeyError(f"{outcome!r} is no definition; expected one of {[one.outcome for one in SIDES]}")
    items = {item.key: item for item in snapshot.catalogue.items(side.group) if item.kind == "rating"}
    given = snapshot.current(items=[*items, side.sentence], units=(snapshot.unit,))
    points = {
        key: answer.value
        for (_, key), answer in given.items()
        if key in items and answer.state == "value" and isinstance(answer.value, int)
    }
    order = sorted(points, key=lambda key: (-points[key], list(items).index(key)))
    frame = pd.DataFrame(
        {
            "label": pd.Series([items[key].worded().label for key in order], dtype="str"),
            "weight": pd.Series([points[key] for key in order], dtype="int64"),
            "private": pd.Series([items[key].private for key in order], dtype="bool"),
        }
    ).set_axis(pd.Index(order, dtype="str", name="criterion"))
    made = DEFINITION.validate(frame)
    said = given.get((snapshot.unit.id, side.sentence))
    made.attrs["unit"] = dict.fromkeys(order, snapshot.unit.id)
    made.attrs["sentence"] = "" if said is None or said.value is None else str(said.value)
    return made
