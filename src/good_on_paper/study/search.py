"""Run long searches in a process beside the kernel, so that a page that waits holds up no other.

Plain calls make a page from top to bottom. If one of them needs a search that is not done yet, the page ends
there with `Pending`. Once the search is done, the page is made again, and this time the result is there.
Anybody else who calls `search` gets the result from the call itself.
"""

from __future__ import annotations

import asyncio
import io
import os
import pickle
import signal
from collections import OrderedDict
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_context
from threading import Thread
from typing import TYPE_CHECKING, Any, Final, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

Given = ParamSpec("Given")
Found = TypeVar("Found")

KEPT: Final = 64
"""How many results stay, the latest asked for: more than all pages of one record need."""
_waiter: ContextVar[Callable[[], None] | None] = ContextVar("waiter", default=None)


class Pending(Exception):  # noqa: N818 - no error: the result comes later
    """A search is under way. Whoever waits for it is called when it is done."""


@contextmanager
def waiting(wake: Callable[[], None]) -> Iterator[None]:
    """Let searches run beside the kernel for as long as this lasts.

    Parameters
    ----------
    wake : callable
        Called on the kernel's own loop when a search is done that ended in `Pending` here.
    """
    token = _waiter.set(wake)
    try:
        yield
    finally:
        _waiter.reset(token)


def search(function: Callable[Given, Found], /, *args: Given.args, **kwargs: Given.kwargs) -> Found:
    """Return ``function(*args, **kwargs)``; for a page that waits, find it in a process beside the kernel.

    Parameters
    ----------
    function : callable
        A function of a module, whose arguments and result can be pickled.

    Raises
    ------
    Pending
        While `waiting`, as long as the result is not there.

    Examples
    --------
    >>> search(max, [1, 3, 2])
    3
    """
    wake = _waiter.get()
    call = partial(function, *args, **kwargs)
    return call() if wake is None else SEARCHES.result(call, wake)


@dataclass
class _Search:
    """A search that a page asked for, and that is not done yet."""

    call: Callable[[], Any]
    asked_by: list[Callable[[], None]] = field(default_factory=list)


class Searches:
    """Runs the searches that pages wait for, one after another, in one process that stays ready."""

    def __init__(self) -> None:
        self._open: OrderedDict[bytes, _Search] = OrderedDict()
        self._found: OrderedDict[bytes, tuple[bool, Any]] = OrderedDict()
        self._alone: set[bytes] = set()  # calls over which the process ended
        self._running: bytes | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._process: SpawnProcess | None = None
        self._way: Connection | None = None
        self.expected = False
        """Whether a page may ask soon: so it is in the kernel of the pages, and nowhere else."""

    def result(self, call: partial[Found], wake: Callable[[], None]) -> Found:
        """Return what a call gives if it is known; otherwise start to find it.

        Raises
        ------
        Pending
            The result is not there yet; `wake` is called once it is.
        """
        self._loop = asyncio.get_running_loop()
        key = _key(call)
        if key in self._alone:
            return call()
        if key in self._found:
            self._found.move_to_end(key)
            done, found = self._found[key]
            if not done:
                raise found
            result: Found = found
            return result
        asked_by = self._open.setdefault(key, _Search(call)).asked_by
        if wake not in asked_by:
            asked_by.append(wake)
        self._go_on()
        raise Pending

    def leave(self, wake: Callable[[], None]) -> None:
        """Forget who waits, and stop what nobody waits for any more."""
        for key, one in list(self._open.items()):
            if wake in one.asked_by:
                one.asked_by.remove(wake)
            if not one.asked_by:
                del self._open[key]
        if self._running is not None and self._running not in self._open:
            self._stop()
        self._go_on()

    def warm_up(self) -> None:
        """Start the process if searches are expected here, so that the first need not wait for it."""
        if self.expected:
            self._start()

    def _start(self) -> None:
        if self._process is not None:
            return
        context = get_context("spawn")
        here, there = context.Pipe()
        self._process = context.Process(target=_serve, args=(there,), daemon=True)
        self._process.start()
        there.close()
        self._way = here
        Thread(target=self._listen, args=(here,), daemon=True).start()

    def _go_on(self) -> None:
        if self._running is not None or not self._open:
            return
        key, one = next(iter(self._open.items()))
        try:
            self._start()
            assert self._way is not None  # noqa: S101 - for the type checker: it was just made
            self._way.send(one.call)
        except OSError:  # no process to be had, or it is ending: whoever waits makes it themselves
            self._stop()
            self._alone.add(key)
            self._on_the_loop(self._wake, key)
            return
        self._running = key

    def _listen(self, way: Connection) -> None:
        with suppress(EOFError, OSError):
            while True:
                answer = way.recv()
                self._on_the_loop(self._arrived, way, answer)
        self._on_the_loop(self._ended, way)

    def _on_the_loop(self, act: Callable[..., None], *given: Any) -> None:  # noqa: ANN401 - as `act` takes
        if self._loop is not None:
            with suppress(RuntimeError):  # it is closed: the kernel ends
                self._loop.call_soon_threadsafe(act, *given)

    def _arrived(self, way: Connection, answer: tuple[bool, Any]) -> None:
        if way is not self._way or self._running is None:
            return
        key, self._running = self._running, None
        self._found[key] = answer
        while len(self._found) > KEPT:
            self._found.popitem(last=False)
        self._wake(key)
        self._go_on()

    def _ended(self, way: Connection) -> None:
        """Drop the process that ended by itself, and do not start another for the search that ended it."""
        if way is not self._way:
            return
        key = self._running
        self._stop()
        if key is not None:
            self._alone.add(key)
            self._wake(key)
        self._go_on()

    def _stop(self) -> None:
        if self._process is not None and self._way is not None:
            self._process.kill()
            self._way.close()
        self._process = self._way = self._running = None

    def _wake(self, key: bytes) -> None:
        one = self._open.pop(key, None)
        for wake in one.asked_by if one else ():
            wake()


SEARCHES: Final = Searches()
"""The searches of this kernel."""


def _key(call: partial[Any]) -> bytes:
    """Return the same bytes for equal calls, whether or not equal parts are the same object."""
    written = io.BytesIO()
    pickler = pickle.Pickler(written, protocol=pickle.HIGHEST_PROTOCOL)
    pickler.fast = True
    pickler.dump((call.func, call.args, call.keywords))
    return written.getvalue()


def _serve(way: Connection) -> None:
    """Answer calls until the kernel has no more, at low priority."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # meant for the kernel
    if hasattr(os, "nice"):
        os.nice(10)
    import good_on_paper.patterns  # noqa: F401, PLC0415 - loaded while nobody waits

    with suppress(EOFError, OSError):
        while True:
            call = way.recv()
            try:
                answer = True, call()
            except Exception as error:  # noqa: BLE001 - it is the caller's
                answer = False, error
            way.send(answer)
