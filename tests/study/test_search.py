"""Searches in a process beside the kernel: who waits, who need not, and what is stopped."""

from __future__ import annotations

import asyncio
import math
import operator
import time
from functools import partial
from multiprocessing import active_children
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

from good_on_paper import patterns
from good_on_paper.study.search import Pending, Searches, search, waiting
from tests.loops import on_a_loop
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def searches() -> Iterator[Searches]:
    made = Searches()
    yield made
    for process in active_children():
        process.kill()
        process.join()


async def waited_for(searches: Searches, call: partial[Any]) -> Any:
    """Ask as a page does: again once it is called."""
    while True:
        done = asyncio.Event()
        try:
            return searches.result(call, done.set)
        except Pending:
            await asyncio.wait_for(done.wait(), PATIENCE)


def test_who_does_not_wait_gets_the_result_at_once() -> None:
    assert search(math.gcd, 12, 18) == 6


def test_who_waits_is_called_when_it_is_there(searches: Searches) -> None:
    frame = pd.DataFrame({"pace": [1, 2, 3, 4, 5, 7], "overall": [1, 3, 2, 5, 4, 6]})

    async def page() -> patterns.Contrast:
        return await waited_for(searches, partial(patterns.contrast, frame, guesses=["pace"]))

    pd.testing.assert_frame_equal(on_a_loop(page()).frame, patterns.contrast(frame, guesses=["pace"]).frame)


def test_only_who_waits_is_kept_waiting(monkeypatch: pytest.MonkeyPatch, searches: Searches) -> None:
    monkeypatch.setattr("good_on_paper.study.search.SEARCHES", searches)

    async def page() -> int:
        with waiting(lambda: None), pytest.raises(Pending):
            search(time.sleep, PATIENCE)
        return search(math.gcd, 12, 18)

    begin = time.monotonic()
    assert on_a_loop(page()) == 6
    assert time.monotonic() - begin < PATIENCE


def test_equal_calls_are_one_search_whatever_their_parts_are_made_of(searches: Searches) -> None:
    def call() -> partial[Any]:
        line = str(b"pace", "ascii")
        frame = pd.DataFrame({line: [1, 2, 3, 4], "overall": [1, 3, 2, 4]}, index=list("abcd"))
        return partial(patterns.contrast, frame, guesses=[line, str(b"pace", "ascii")][:1], kin=())

    async def page() -> None:
        first = await waited_for(searches, call())
        assert searches.result(call(), lambda: None) is first

    on_a_loop(page())


def test_what_goes_wrong_is_raised_where_it_was_asked_for(searches: Searches) -> None:
    async def page() -> None:
        with pytest.raises(ZeroDivisionError):
            await waited_for(searches, partial(operator.truediv, 1, 0))
        assert await waited_for(searches, partial(math.gcd, 12, 18)) == 6

    on_a_loop(page())


def test_what_nobody_waits_for_any_more_is_stopped_and_the_next_goes_on(searches: Searches) -> None:
    async def page() -> None:
        def gone() -> None:
            raise AssertionError("who left is not called")

        with pytest.raises(Pending):
            searches.result(partial(time.sleep, 100 * PATIENCE), gone)
        (first,) = active_children()
        searches.leave(gone)
        first.join(PATIENCE)
        assert first.exitcode is not None
        assert await waited_for(searches, partial(math.gcd, 12, 18)) == 6

    on_a_loop(page())


def test_one_that_another_page_waits_for_too_goes_on(searches: Searches) -> None:
    async def page() -> None:
        def gone() -> None: ...

        with pytest.raises(Pending):
            searches.result(partial(time.sleep, 0.5), gone)
        other = asyncio.create_task(waited_for(searches, partial(time.sleep, 0.5)))
        await asyncio.sleep(0)
        (process,) = active_children()
        searches.leave(gone)
        await other
        assert active_children() == [process]

    on_a_loop(page())


def test_without_the_process_it_is_found_all_the_same(searches: Searches) -> None:
    async def page() -> None:
        call = partial(time.sleep, 1)
        asked = asyncio.create_task(waited_for(searches, call))
        await asyncio.sleep(0)
        (process,) = active_children()
        process.kill()
        assert await asked is None

    on_a_loop(page())


def test_the_process_is_started_beforehand_only_where_searches_are_expected(searches: Searches) -> None:
    before = set(active_children())
    searches.warm_up()
    assert set(active_children()) == before
    searches.expected = True
    for _ in range(2):
        searches.warm_up()
    (_one,) = set(active_children()) - before
