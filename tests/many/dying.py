"""Workers that die once, in the middle of their work: as lost as one whose computer is switched off."""

from __future__ import annotations

from concurrent.futures import Executor
from functools import partial
from types import FunctionType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future
    from pathlib import Path


def die_once(marker, call, *given):
    """Kill this process if nothing stands at `marker` yet; otherwise do the call."""
    import os  # noqa: PLC0415 - the function may travel without its module
    import signal  # noqa: PLC0415 - as above

    if not os.path.exists(marker):  # noqa: PTH110 - as above
        with open(marker, "w"):  # noqa: PTH123 - as above
            os.kill(os.getpid(), signal.SIGKILL)
    return call(*given)


def by_value() -> FunctionType:
    """Return `die_once` for workers that cannot import the tests."""
    travelling = FunctionType(die_once.__code__, {}, die_once.__name__)
    travelling.__module__ = "__main__"
    return travelling


class Dying(Executor):
    """Passes all on to real workers; whoever gets one of the people for the first time dies over it."""

    def __init__(self, real: Executor, person: str, marker: Path, die: Callable[..., object]) -> None:
        self.real, self.person, self.die = real, person, partial(die, str(marker))

    def submit(self, fn, /, piece, attempt) -> Future:
        call = partial(self.die, fn) if self.person in piece.people else fn
        return self.real.submit(call, piece, attempt)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        del cancel_futures  # the others do not know it
        self.real.shutdown(wait)
