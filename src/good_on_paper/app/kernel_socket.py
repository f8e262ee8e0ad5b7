"""The kernel's words reach the page when they are said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection

if TYPE_CHECKING:
    import asyncio


class PromptConnection(ZMQChannelsWebsocketConnection):
    """Jupyter's connection between page and kernel, without Nagle's algorithm (RFC 896).

    A kernel says "busy", the answer and "idle": three small messages in a row. With Nagle's algorithm the
    second waits until the browser has acknowledged the first, which it puts off (40 ms on Linux): longer than
    the kernel takes to commit an answer to the disk.
    """

    # its base says a coroutine, Jupyter's own connection returns a future
    def connect(self) -> asyncio.Future[None] | None:  # type: ignore[override]
        """Connect to the kernel."""
        self.websocket_handler.set_nodelay(True)
        return super().connect()
