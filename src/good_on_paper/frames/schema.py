"""What the frames promise, declared: column by column, also when there is no row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandera.pandas as pa

from good_on_paper.catalogue import keys

if TYPE_CHECKING:
    from collections.abc import Iterable

    from good_on_paper.catalogue import Item

BLANKS = ("na", "cant_recall", "skip")
STATES = ("value", *BLANKS, "cleared")


def _text(*, nullable: bool = True) -> pa.Column:
    return pa.Column("str", nullable=nullable)


def _names(name: str) -> pa.Index:
    return pa.Index("str", unique=True, name=name)


ROLES = pa.DataFrameSchema(
    {
        "unit": pa.Column("str", unique=True),
        "title": _text(),
        "employer": _text(),
        "started": _text(),
        "ended": _text(),
        "start": pa.Column("datetime64[s]", nullable=True),
        "end": pa.Column("datetime64[s]", nullable=True),
        "current": pa.Column("bool"),
        keys.ROLE_KIND: _text(),
    },
    index=_names("role"),
    strict=True,
    ordered=True,
)
"""A row a role: names and dates as typed, and as timestamps where they could be read."""

ANSWERS = pa.DataFrameSchema(
    {
        "given": pa.Column("datetime64[us, UTC]"),
        "unit": _text(nullable=False),
        "kind": _text(),
        "name": _text(),
        "item": _text(nullable=False),
        "label": _text(),
        "group": _text(),
        "revision": pa.Column("int64", pa.Check.ge(1)),
        "state": pa.Column("str", pa.Check.isin(STATES)),
        "value": pa.Column("object", nullable=True),
        "number": pa.Column("Float64", nullable=True),
        "memory": pa.Column("Int64", pa.Check.isin([1, 2, 3]), nullable=True),
        "private": pa.Column("bool"),
        "sitting": _text(nullable=False),
        "position": pa.Column("Int64", nullable=True),
        "undoes": pa.Column("Int64", nullable=True),
    },
    index=pa.Index("int64", unique=True, name="seq"),
    strict=True,
    ordered=True,
)
"""A row an answer, in the order in which they were given."""


def ratings_schema(items: Iterable[Item], *, kind: str = "role", blanks: str = "NA") -> pa.DataFrameSchema:
    """Declare the wide frame of these items.

    What is in a cell is not declared: each was held against its item's scale as it was read, with the words
    for it, and once more for forty columns takes as long as all the rest.

    Parameters
    ----------
    items
        The columns, in order.
    kind
        The kind of unit of the rows; rows that are episodes begin with the name of their role.
    blanks
        "NA": numbers; "reason": why a cell is blank, "" where it is not.
    """
    columns = {} if kind != "episode" else {"role": _text(nullable=False)}
    dtype = "Float64" if blanks == "NA" else "str"
    columns |= {item.key: pa.Column(dtype, nullable=blanks == "NA") for item in items}
    return pa.DataFrameSchema(columns, index=_names(kind), strict=True, ordered=True)
