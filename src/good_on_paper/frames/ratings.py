"""The wide frame: a row per role, a column per line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd

from good_on_paper.frames.episodes import episode_units
from good_on_paper.frames.errors import FrameError
from good_on_paper.frames.names import role_names
from good_on_paper.frames.schema import BLANKS, ratings_schema

if TYPE_CHECKING:
    from good_on_paper.catalogue import Item
    from good_on_paper.frames.snapshot import Snapshot
    from good_on_paper.record import Answer


def ratings(
    snapshot: Snapshot,
    *,
    kind: str = "role",
    blanks: Literal["NA", "reason"] = "NA",
) -> pd.DataFrame:
    """Return the ratings of a record as numbers, side by side.

    Parameters
    ----------
    snapshot
        The person's record and their own lines, as they stood at a moment.
    kind
        The kind of unit of the rows: "role", or for instance "episode".
    blanks
        "NA": numbers, and NA for blanks. "reason": a frame of the same shape that says why a cell is blank:
        "na" (not applicable), "cant_recall", "skip"; "" if it has a number or no answer yet.

    Returns
    -------
    pandas.DataFrame
        Index "role" (or the kind): unique names in the person's order. Columns: the keys of all rating items
        that have an answer, hidden ones too, in catalogue order; for episodes first "role", the name of their
        role. Float64. ``attrs["unit"]`` maps each name to the id of its unit. Answers to an earlier revision
        of an item are left out, since it meant something else, and so are those of the first pass
        (`good_on_paper.record.FIRST_SIGHT`).

    Raises
    ------
    FrameError
        A rating is not a number on its item's scale; the message names role, item and value.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> me = gop.sample()
    >>> ratings(me)[["overall", "finish"]].head(2)
                                            overall  finish
    role
    Lab assistant, Tirenne Soil Laboratory      5.0     4.0
    Line cook, The Copper Ladle                 4.0     6.0
    >>> sorted(set(ratings(me, blanks="reason").stack()))
    ['', 'cant_recall', 'na', 'skip']
    """
    if blanks not in ("NA", "reason"):
        raise FrameError(f"blanks={blanks!r}; expected 'NA' or 'reason'")
    names = role_names(snapshot, kind=kind)
    parents = _parents(snapshot) if kind == "episode" else {}
    if kind == "episode":
        names = {unit: name for unit, name in names.items() if unit in parents}
    items = {item.key: item for item in snapshot.catalogue.items(hidden=True) if item.kind == "rating"}
    given = snapshot.counted(items=tuple(items), units=tuple(names))
    standing = {
        cell: answer
        for cell, answer in given.items()
        if cell[0] in names and cell[1] in items and answer.revision == items[cell[1]].revision
    }
    answered = {item for _, item in standing}
    columns = [item for item in items.values() if item.key in answered]

    read = number_of if blanks == "NA" else _reason
    cells = {
        item.key: [read(standing.get((unit, item.key)), item, name) for unit, name in names.items()]
        for item in columns
    }
    index = pd.Index(list(names.values()), dtype="str", name=kind)
    if blanks == "NA":
        frame = pd.DataFrame({key: _numbers(column) for key, column in cells.items()}, index=index)
    else:
        frame = pd.DataFrame(cells, index=index, dtype="str")
    if kind == "episode":
        frame.insert(0, "role", pd.Series([parents[unit] for unit in names], index=index, dtype="str"))
    whole = ratings_schema(columns, kind=kind, blanks=blanks).validate(frame)
    whole.attrs["unit"] = {name: unit for unit, name in names.items()}
    return whole


def _numbers(column: list[object]) -> pd.api.extensions.ExtensionArray:
    """Make a column of numbers and NA; left alone, pandas takes far longer to find out what is in a list."""
    blank = np.array([value is pd.NA for value in column], dtype=bool)
    numbers = [0.0 if value is pd.NA else value for value in column]
    return pd.arrays.FloatingArray(np.array(numbers, dtype=float), blank)


def number_of(answer: Answer | None, item: Item, name: str) -> object:
    """Return a rating as a number, NA for a blank; `name` is of the unit, for the message.

    Raises
    ------
    FrameError
        It is not a number on its item's scale.
    """
    if answer is None or answer.state != "value":
        return pd.NA
    value, scale = answer.value, item.scale
    if isinstance(value, bool) or not isinstance(value, int | float) or not scale.min <= value <= scale.max:
        raise FrameError(
            f"{name!r}, {item.key!r}: {value!r} is not a rating; we expected a number from {scale.min:g} to "
            f"{scale.max:g}: rate it again"
        )
    return float(value)


def _reason(answer: Answer | None, _item: Item, _name: str) -> object:
    return answer.state if answer is not None and answer.state in BLANKS else ""


def _parents(snapshot: Snapshot) -> dict[str, str]:
    """Name the role of each episode; removing a role removes its episodes too."""
    of_roles = role_names(snapshot)
    return {unit.id: of_roles[unit.parent or ""] for unit in episode_units(snapshot)}
