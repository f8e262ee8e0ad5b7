"""A schema that sees for itself that a frame is in order, and asks pandera only if it may not be."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

import pandera.pandas as pa
from pandera.engines.pandas_engine import Engine

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    import pandas as pd
    from pandas.api.extensions import ExtensionDtype
    from pandera.backends.base import BaseSchemaBackend
    from pandera.dtypes import DataType


class FrameSchema(pa.DataFrameSchema):
    """A `pandera.DataFrameSchema` of exactly these columns in this order; it coerces nothing.

    Pandera takes most of a millisecond per column to find nothing wrong. On a page with many frames that is
    longer than to make them. If something is wrong, pandera itself says what.

    Examples
    --------
    >>> import pandas as pd
    >>> jobs = FrameSchema({"pace": pa.Column("Float64", pa.Check.ge(1))}, strict=True, ordered=True)
    >>> jobs.validate(pd.DataFrame({"pace": [7]}, dtype="Float64"))
       pace
    0   7.0
    """

    def validate(  # type: ignore[override] # ours are never looked at in part, or in place
        self, check_obj: pd.DataFrame
    ) -> pd.DataFrame:
        """Return the frame, if it is as declared.

        Parameters
        ----------
        check_obj : DataFrame
            A frame; we return it itself, not a copy.

        Raises
        ------
        pandera.errors.SchemaError
            The frame is not as declared.
        """
        if self._is_plainly(check_obj):
            return check_obj
        return super().validate(check_obj)

    @classmethod
    def get_backend(cls, check_obj: object = None, check_type: type | None = None) -> BaseSchemaBackend:
        """Return pandera's backend for the base class: pandera looks it up by the exact class."""
        return pa.DataFrameSchema.get_backend(check_obj, check_type)

    def _is_plainly(self, frame: pd.DataFrame) -> bool:
        if list(frame.columns) != list(self.columns):
            return False
        if self.index is not None:
            rows = frame.index
            if rows.nlevels > 1 or rows.name != self.index.name or not _fits(self.index, rows.to_series()):
                return False
        return all(
            _is_of(dtype, column.dtype) and (_any_will_do(column) or _fits(column, frame[name]))
            for (name, column), dtype in zip(self.columns.items(), frame.dtypes, strict=True)
        )


def _any_will_do(declared: pa.Column) -> bool:
    """Return whether the schema asks only for the type of a column."""
    return declared.nullable and not declared.unique and not declared.checks


def _fits(declared: pa.Column | pa.Index, values: pd.Series) -> bool:
    return _is_of(values.dtype, declared.dtype) and (
        values.empty
        or (
            (declared.nullable or not values.hasnans)
            and (not declared.unique or values.is_unique)
            and all(_holds(check, values) for check in declared.checks)
        )
    )


def _holds(check: pa.Check, values: pd.Series) -> bool:
    """Return whether values pass a check; the usual ones need none of pandera's machinery to pass."""
    plainly = _PLAINLY.get(check.name)
    there = values.dropna() if values.hasnans else values
    if plainly is not None and check.ignore_na and plainly(there, check.statistics or {}):
        return True
    return bool(check(values).check_passed)


_PLAINLY: Final[dict[str | None, Callable[[pd.Series, dict[str, Any]], bool]]] = {
    "isin": lambda values, of: set(values.tolist()) <= set(of["allowed_values"]),
    "greater_than_or_equal_to": lambda values, of: bool((values >= of["min_value"]).all()),
    "in_range": lambda values, of: (
        of["include_min"]
        and of["include_max"]
        and bool(((values >= of["min_value"]) & (values <= of["max_value"])).all())
    ),
}
"""The names of checks that most schemas make, and whether values without blanks pass."""


@cache
def _is_of(found: ExtensionDtype | np.dtype, declared: DataType) -> bool:
    """Return whether every column of the one type is of the other, whatever is in it; not so for objects."""
    if str(found) == "object":
        return str(declared) == "object"
    return declared.check(Engine.dtype(found)) is True
