"""The kernel's messages reach the page that they are meant for, without delay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from tornado.websocket import WebSocketClosedError

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

PARENT = 2
"""Position of the parent header in a message from the kernel, after signature and header."""


class PageConnection(ZMQChannelsWebsocketConnection):
    """Jupyter's connection between page and kernel, for pages that share a kernel, without Nagle's delay.

    A kernel tells everybody what it does. A page gets only what it asked for itself: else each page would
    build the widgets of all others.

    A kernel sends "busy", the answer and "idle": three small messages in a row. With Nagle's algorithm (RFC
    896) the second waits until the browser has acknowledged the first, which it delays (40 ms on Linux):
    longer than the kernel takes to commit an answer to the disk.
    """

    @property
    def kernel_id(self) -> str:
        """The page's seat; the kernel behind it has its own id."""
        seat: str = self.websocket_handler.kernel_id
        return seat

    # its base declares a coroutine, Jupyter's own connection returns a future
    def connect(self) -> asyncio.Future[None] | None:  # type: ignore[override]
        """Connect to the kernel."""
        self.multi_kernel_manager.seat_of[self.session_id] = self.kernel_id
        self.websocket_handler.set_nodelay(True)
        return super().connect()

    @property
    def write_message(self) -> Callable[..., asyncio.Future[None]]:
        """What sends a message to the page; nobody waits for it, so a page that has gone is no news."""

        def send(*given: Any, **named: Any) -> asyncio.Future[None]:  # noqa: ANN401 - as Tornado takes them
            sent: asyncio.Future[None] = self.websocket_handler.write_message(*given, **named)
            sent.add_done_callback(_hear)
            return sent

        return send

    def handle_outgoing_message(self, stream: Any, outgoing_msg: list[Any]) -> None:  # noqa: ANN401 - Jupyter's
        """Pass on a message of the kernel, unless it is another page's."""
        if getattr(stream, "channel", stream) != "iopub" or self._is_for_here(outgoing_msg):
            super().handle_outgoing_message(stream, outgoing_msg)

    def _is_for_here(self, message: list[Any]) -> bool:
        _, parts = self.session.feed_identities(message)
        asked_by = self.session.unpack(parts[PARENT]).get("session")
        # messages that nobody asked for are for all, and so are those asked for by something that is not a
        # page
        seat: str = self.multi_kernel_manager.seat_of.get(asked_by, self.kernel_id)
        return seat == self.kernel_id


def _hear(sent: asyncio.Future[None]) -> None:
    """Take note of how a message went: else Python writes a traceback into the window of the kit."""
    problem = None if sent.cancelled() else sent.exception()
    if problem and not isinstance(problem, WebSocketClosedError):
        raise problem
