"""A loop of one's own: in this thread one may be running already, the browser's."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Coroutine

THREAD = ThreadPoolExecutor(1)
"""One for all: SQLite lets only the thread that opened a base use it."""


def on_a_loop(work: Coroutine[Any, Any, Any]) -> Any:
    """Run it to its end on a new loop in a thread apart; give what it returns."""
    return THREAD.submit(asyncio.run, work).result()
