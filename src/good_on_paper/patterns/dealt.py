"""Values dealt out in many orders at once."""

from typing import Any

import numpy as np
import numpy.typing as npt

Places = npt.NDArray[np.integer]
Figures = npt.NDArray[np.floating]

_BYTE = 256
_SMALL = 127


def narrow(places: npt.NDArray[np.intp]) -> Places:
    """Return places as bytes if there are few: in an eighth of the room they stay in the cache."""
    few = len(places) < _BYTE
    return np.ascontiguousarray(places, dtype=np.uint8 if few else np.intp)


def dealt(values: npt.NDArray[Any], places: Places, kind: type[np.floating]) -> Figures:
    """Return values in these places, as `values.take(places)` does.

    Parameters
    ----------
    values : numpy.ndarray
        Shape (n,), whole numbers.
    places : numpy.ndarray
        Of any shape, from 0 to n - 1; see `narrow`.
    kind : type
        Of the result, which holds the values exactly.

    Examples
    --------
    >>> dealt(np.array([-3, 1, 2]), narrow(np.array([[2, 0], [1, 1], [0, 2]])), np.float32).tolist()
    [[2.0, -3.0], [1.0, 1.0], [-3.0, 2.0]]
    """
    if places.dtype == np.uint8 and np.abs(values).max(initial=0) <= _SMALL:
        table = np.zeros(_BYTE, dtype=np.int8)
        table[: len(values)] = values
        # bytes look up bytes far faster than numpy looks up places
        found = np.frombuffer(places.tobytes().translate(table.tobytes()), dtype=np.int8)
        return found.reshape(places.shape).astype(kind)
    return values.astype(kind).take(places.astype(np.intp, copy=False), mode="clip")  # none is beyond
