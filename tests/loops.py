"""A loop of one's own: in this thread one may be running already, the browser's."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Coroutine


def on_a_loop(work: Coroutine[Any, Any, Any]) -> Any:
    """Run it to its end on a new loop in a thread of its own; give what it returns."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()
