"""A bar for work that takes longer than a second; an interrupt of the program or the kernel stops it."""

import sys
from collections.abc import Iterator, Sequence
from time import monotonic
from typing import TypeVar

PATIENCE = 1.0
"""Seconds before the bar appears."""

_WIDE = 20
_T = TypeVar("_T")


class Watch:
    """Shows on the error stream how far some work is, once it takes longer than `PATIENCE`.

    Parameters
    ----------
    what
        What is done.
    total
        Steps that it takes at most.
    """

    def __init__(self, what: str, total: int) -> None:
        self._what = what
        self._total = total
        self._next = monotonic() + PATIENCE
        self._told = ""

    def at(self, step: int) -> None:
        """Note that a step is done, and show the bar if it is time."""
        now = monotonic()
        if now < self._next:
            return
        self._next = now + PATIENCE / 5
        done = round(_WIDE * step / self._total)
        bar = f"{'#' * done}{'.' * (_WIDE - done)}"
        self._tell(f"{self._what} [{bar}] {step / self._total:.0%}, interrupt to stop")

    def close(self) -> None:
        """Wipe the bar away."""
        if self._told:
            self._tell(" " * len(self._told))
            self._tell("")

    def _tell(self, text: str) -> None:
        self._told = text
        sys.stderr.write(f"\r{text}")
        sys.stderr.flush()


def watched(items: Sequence[_T], what: str) -> Iterator[_T]:
    """Yield items one by one, with a bar if they take long."""
    watch = Watch(what, len(items))
    try:
        for step, item in enumerate(items):
            watch.at(step)
            yield item
    finally:
        watch.close()
