"""Every answer as a row, for those who know pandas."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from good_on_paper.frames.names import role_names
from good_on_paper.frames.schema import ANSWERS
from good_on_paper.record import UNIT_KINDS

if TYPE_CHECKING:
    from good_on_paper.frames.snapshot import Snapshot

_NAMED = UNIT_KINDS[1:]


def answers(snapshot: Snapshot) -> pd.DataFrame:
    """Return every answer as a row of a tidy frame.

    Parameters
    ----------
    snapshot
        The person's record, up to a moment.

    Returns
    -------
    pandas.DataFrame
        Index ``seq``: the order in which they were given. Columns: ``given`` (UTC), ``unit`` (id), ``kind``
        and ``name`` of the unit (NA once it is off the list), ``item``, ``label``, ``group``, ``revision``,
        ``state``, ``value`` (as given), ``number`` (the value if it is one, or NA), ``memory`` (1 a guess,
        2 fairly, 3 sure), ``private``, ``sitting``, ``position``, ``undoes`` (the ``seq`` it takes back).

    Examples
    --------
    >>> import good_on_paper as gop
    >>> answers(gop.sample())[["name", "item", "value"]].iloc[1:3]
                                           name    item          value
    seq
    2    Lab assistant, Tirenne Soil Laboratory  listed           True
    3    Lab assistant, Tirenne Soil Laboratory   title  Lab assistant
    """
    given = snapshot.given()
    kinds = {unit.id: unit.kind for unit in snapshot.units()} | {snapshot.unit.id: "person"}
    names = {unit: name for kind in _NAMED for unit, name in role_names(snapshot, kind=kind).items()}
    items = {item.key: item for item in snapshot.catalogue.items(hidden=True)}
    frame = pd.DataFrame(
        {
            "given": [answer.given for answer in given],
            "unit": [answer.unit for answer in given],
            "kind": [kinds.get(answer.unit) for answer in given],
            "name": [names.get(answer.unit) for answer in given],
            "item": [answer.item for answer in given],
            "label": [items[answer.item].label if answer.item in items else None for answer in given],
            "group": [items[answer.item].group if answer.item in items else None for answer in given],
            "revision": [answer.revision for answer in given],
            "state": [answer.state for answer in given],
            "value": pd.Series([answer.value for answer in given], dtype="object").array,
            "number": [_number(answer.value) for answer in given],
            "memory": [answer.memory for answer in given],
            "private": [answer.private for answer in given],
            "sitting": [answer.sitting for answer in given],
            "position": [answer.position for answer in given],
            "undoes": [answer.undoes for answer in given],
        },
        index=pd.Index([answer.seq for answer in given], dtype="int64", name="seq"),
    )
    return ANSWERS.validate(
        frame.astype({name: str(column.dtype) for name, column in ANSWERS.columns.items()})
    )


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
