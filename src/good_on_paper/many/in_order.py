"""Calls on many workers, with results in the order of the calls; a lost call is made again."""

from __future__ import annotations

from collections import deque
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable

Given = TypeVar("Given")
Found = TypeVar("Found")
Kept = TypeVar("Kept")
Found_co = TypeVar("Found_co", covariant=True)
Given_contra = TypeVar("Given_contra", contravariant=True)

TRIES: Final = 3
"""How often we make a call again after its worker was lost."""
_IN_A_SCRIPT: Final = '(In a script, begin below `if __name__ == "__main__":`.)'


class LostError(RuntimeError):
    """Workers were lost over a call again and again; the results before it are not lost.

    Examples
    --------
    >>> class Gone(InThisProcess):
    ...     def submit(self, *_, **__):
    ...         raise BrokenExecutor("switched off")
    >>> next(in_order(lambda one, attempt: one, ["ann"], Gone, ahead=1))
    Traceback (most recent call last):
        ...
    good_on_paper.many.in_order.LostError: workers were lost 3 times over ann; ... (In a script, ...
    """


class InThisProcess(Executor):
    """Does each call at once, where it is asked for."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401
        """Do it."""
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


class Store(Protocol[Given_contra, Kept]):
    """Where results are kept, so that they need not be found again."""

    def load(self, given: Given_contra, /) -> Kept | None:
        """Return the result of a call, None if it is not there."""

    def keep(self, given: Given_contra, found: Kept, /) -> None:
        """Keep the result of a call."""


class Call(Protocol[Given_contra, Found_co]):
    """What a worker does; it hears how often the same was asked before."""

    def __call__(self, given: Given_contra, attempt: int, /) -> Found_co:
        """Do it."""


def in_order(
    call: Call[Given, Found],
    given: Iterable[Given],
    make: Callable[[], Executor],
    ahead: int,
    store: Store[Given, Found] | None = None,
) -> Generator[Found, None, None]:
    """Yield the results of a call in the order of what is given, whatever the order of the work.

    Parameters
    ----------
    call
        A function of a module (or a partial of one) that raises nothing by itself: an error means that its
        worker was lost.
    given
        The things to call it with; taken only as far as needed.
    make
        Makes an executor. A pool of the standard library that lost a process is broken and made anew;
        ipyparallel tells of each lost call, which is made again; dask does so by itself.
    ahead
        So many calls are under way at most, or done and not taken yet.
    store
        We make no call whose result it has, and keep every result in it.

    Raises
    ------
    LostError
        A call was lost `TRIES` times.

    Examples
    --------
    >>> from concurrent.futures import ThreadPoolExecutor
    >>> list(in_order(lambda one, attempt: one * 2, [1, 2, 3], ThreadPoolExecutor, ahead=2))
    [2, 4, 6]
    """
    workers = _Workers(call, make, store)
    try:
        for one in given:
            workers.add(one)
            if len(workers.waiting) >= ahead:
                yield workers.first()
        while workers.waiting:
            yield workers.first()
    finally:
        workers.close()


class _Task(Generic[Given, Found]):
    """A call, and where its result will be."""

    def __init__(self, given: Given) -> None:
        self.given = given
        self.lost = 0
        self.kept = False
        self.future: Future[Found] | None = None

    @property
    def done(self) -> bool:
        future = self.future
        return future is not None and future.done() and not future.cancelled() and not future.exception()


class _Workers(Generic[Given, Found]):
    def __init__(
        self, call: Call[Given, Found], make: Callable[[], Executor], store: Store[Given, Found] | None
    ) -> None:
        self.call, self.make, self.store = call, make, store
        self.executor: Executor | None = None
        self.waiting: deque[_Task[Given, Found]] = deque()

    def add(self, given: Given) -> None:
        task: _Task[Given, Found] = _Task(given)
        self.waiting.append(task)
        known = None if self.store is None else self.store.load(given)
        if known is None:
            self._begin(task)
        else:
            task.kept, task.future = True, Future()
            task.future.set_result(known)

    def first(self) -> Found:
        """Wait for the first call, make it again if need be, and let go of it."""
        task = self.waiting[0]
        while True:
            if task.future is None:
                self._begin(task)
            try:
                assert task.future is not None  # noqa: S101 - for the type checker
                found = task.future.result()
            except Exception as error:  # noqa: BLE001 - each kind of executor has its own
                self._lost(task, error)
            else:
                self._keep(task, found)
                self.waiting.popleft()
                return found

    def _keep(self, task: _Task[Given, Found], found: Found) -> None:
        if self.store is not None and not task.kept:
            self.store.keep(task.given, found)

    def _begin(self, task: _Task[Given, Found]) -> None:
        if self.executor is None:
            self.executor = self.make()
        try:
            task.future = self.executor.submit(self.call, task.given, task.lost)
        except BrokenExecutor:  # it broke since the last result, so we start another
            task.future = Future()
            task.future.set_exception(BrokenExecutor("the pool of workers is broken"))

    def _lost(self, task: _Task[Given, Found], error: Exception) -> None:
        task.lost += 1
        task.future = None
        if task.lost >= TRIES:
            raise LostError(
                f"workers were lost {TRIES} times over {task.given}; the last said: "
                f"{type(error).__name__}: {error} {_IN_A_SCRIPT}"
            ) from error
        if isinstance(error, BrokenExecutor):
            self._let_go(wait=False)
            for other in self.waiting:
                if not other.done:
                    self._begin(other)

    def close(self) -> None:
        """Keep what is done, and let go of the rest."""
        for task in self.waiting:
            if task.future is None:
                continue
            with suppress(Exception):  # a cluster that is gone has nothing to give or to cancel
                if task.done:
                    self._keep(task, task.future.result())
                task.future.cancel()
        self.waiting.clear()
        self._let_go(wait=True)

    def _let_go(self, *, wait: bool) -> None:
        executor, self.executor = self.executor, None
        if executor is not None:
            with suppress(Exception):  # as above
                executor.shutdown(wait=wait)
