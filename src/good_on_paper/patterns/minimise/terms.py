"""A term such as ``A*~B``, stored as two whole numbers; the first condition has the highest bit."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from good_on_paper.patterns.errors import PatternError

Rows = npt.NDArray[np.uint32]
"""Terms as an array, a row (care, value) a term."""

Masks = npt.NDArray[np.uint64]
"""Sets of up to 64 rows, a bit per row."""


class Term(NamedTuple):
    """A conjunction of conditions.

    Attributes
    ----------
    care : int
        A bit for each condition that the term names.
    value : int
        A bit for each of these that must be present; the others must be absent.
    """

    care: int
    value: int

    @property
    def literals(self) -> int:
        """How many conditions the term names."""
        return self.care.bit_count()

    def covers(self, row: int) -> bool:
        """Return whether a configuration (a bit per condition) fits the term."""
        return row & self.care == self.value

    def inside(self, other: "Term") -> bool:
        """Return whether every configuration of this term also fits the other."""
        return not other.care & ~self.care and self.value & other.care == other.value


def bit(position: int, width: int) -> int:
    """Return the bit of a condition by its place, 0 the first and highest."""
    return 1 << (width - 1 - position)


def text(term: Term, conditions: Sequence[str]) -> str:
    """Write a term as ``A*~B``; the term that holds always is ``1``."""
    return texts([term], conditions)[0]


def texts(terms: Sequence[Term], conditions: Sequence[str]) -> list[str]:
    """Write many terms."""
    present = dict(zip(range(len(conditions), 0, -1), conditions, strict=True))  # by the length of their bit
    absent = {length: f"~{name}" for length, name in present.items()}
    written = []
    for care, value in terms:
        left, parts = care, []
        while left:
            length = left.bit_length()
            here = 1 << length - 1
            left ^= here
            parts.append(present[length] if value & here else absent[length])
        written.append("*".join(parts) or "1")
    return written


def parse(written: str, conditions: Sequence[str]) -> Term:
    """Read a term as written by `text`.

    Raises
    ------
    PatternError
        A part is not one of the conditions, or is there twice.
    """
    care = value = 0
    always = written.strip() == "1" and "1" not in conditions
    for part in [] if always else written.split("*"):
        name = part.strip().removeprefix("~").strip()
        if name not in conditions:
            raise PatternError(
                f"term {written!r}: {name!r} is none of the conditions {', '.join(conditions)}"
            )
        here = bit(list(conditions).index(name), len(conditions))
        if care & here:
            raise PatternError(f"term {written!r}: {name!r} stands there twice; expected once")
        care |= here
        value |= 0 if part.strip().startswith("~") else here
    return Term(care, value)


def as_rows(terms: Iterable[tuple[int, int]]) -> Rows:
    """Return terms as an array, a row (care, value) a term."""
    return np.array(list(terms), dtype=np.uint32).reshape(-1, 2)


def distinct(terms: Rows) -> Rows:
    """Drop doubles and sort: fewest conditions first, then by their order, present before absent."""
    packed = np.sort(terms[:, 0].astype(np.uint64) << np.uint64(32) | terms[:, 1])
    packed = np.concatenate([packed[:1], packed[1:][packed[1:] != packed[:-1]]])
    care, value = (packed >> np.uint64(32)).astype(np.uint32), packed.astype(np.uint32)
    order = np.lexsort((~value, ~care, np.bitwise_count(care)))
    return np.stack([care[order], value[order]], axis=1)


def coverage(terms: Rows, rows: Sequence[int]) -> Masks:
    """Return a word per term: bit i is set where the term covers rows[i]. At most 64 rows."""
    care, value = terms.T
    return as_words(np.array(rows, dtype=np.uint32)[:, None] & care == value)


def as_words(table: npt.NDArray[np.bool_]) -> Masks:
    """Return a word per column: bit i is set where row i is true. At most 64 rows."""
    return np.asarray((np.uint64(1) << np.arange(len(table), dtype=np.uint64)) @ table)


def membership(term: Term, values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return how far each row of `values` (rows x conditions, 0 to 1) belongs to the term."""
    width = values.shape[1]
    parts = [
        values[:, i] if term.value & bit(i, width) else 1 - values[:, i]
        for i in range(width)
        if term.care & bit(i, width)
    ]
    return np.minimum.reduce(parts) if parts else np.ones(len(values))
