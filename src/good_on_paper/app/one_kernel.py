"""One warm kernel for all pages: a page that asks for a kernel gets a seat in the running one.

A seat has its own kernel id. To JupyterLab it is a kernel like any other, so each page has its own
connection, its own widgets and its own end, in whatever order pages are closed; only the process is shared.
"""

from __future__ import annotations

import asyncio
from typing import Any

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager


class OneKernel(AsyncMappingKernelManager):
    """Jupyter's kernels, among them a warm one that gives seats. A subclass decides which kernel that is."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - whatever Jupyter hands over
        super().__init__(**settings)  # type: ignore[no-untyped-call]
        self._warm = ""
        self._seats: set[str] = set()
        self._starting = asyncio.Lock()
        self.seat_of: dict[str, str] = {}
        """The seat of each client, by the session name in its messages."""

    async def _start_warm(self) -> str:
        """Start the kernel that gives seats and return its id."""
        raise NotImplementedError

    async def warm(self) -> str:
        """Return the id of the warm kernel; start it if there is none, or if it died for good."""
        async with self._starting:
            if self._warm not in self:
                self._warm = await self._start_warm()
            return self._warm

    async def let_go(self) -> None:
        """Shut the warm kernel down, and give up all its seats."""
        async with self._starting:
            if self._warm in self:
                await self._async_shutdown_kernel(self._warm)
            self._warm = ""

    async def seat(self) -> str:
        """Return the id of a new seat in the warm kernel."""
        warm = await self.warm()
        seat = self.new_kernel_id()
        self._seats.add(seat)
        self._kernels[seat] = self._kernels[warm]
        self._kernel_ports[seat] = self._kernels[warm].ports
        self._kernel_connections[seat] = 0
        return seat

    def remove_kernel(self, kernel_id: str) -> Any:  # noqa: ANN401 - as its base
        """Forget a dead kernel; the warm one takes its seats with it."""
        if kernel_id == self._warm:
            for seat in list(self._seats):
                self._leave(seat)
        return super().remove_kernel(kernel_id)

    async def _async_shutdown_kernel(
        self, kernel_id: str, now: bool | None = False, restart: bool | None = False
    ) -> None:
        """Shut a kernel down; a seat is only given up, and the kernel stays warm for the next page."""
        if kernel_id in self._seats:
            self._leave(kernel_id)
        else:
            await super()._async_shutdown_kernel(  # type: ignore[no-untyped-call]
                kernel_id, now=now, restart=restart
            )

    shutdown_kernel = _async_shutdown_kernel  # type: ignore[assignment]  # as its base does

    def _leave(self, seat: str) -> None:
        self.stop_buffering(seat)  # type: ignore[no-untyped-call]
        for connection in ZMQChannelsWebsocketConnection._open_sockets:  # noqa: SLF001 - Jupyter's only list
            if connection.kernel_id == seat:  # else it would keep telling a closed page about restarts
                self.remove_restart_callback(seat, connection.on_kernel_restarted)
                self.remove_restart_callback(seat, connection.on_restart_failed, "dead")
        self._seats.discard(seat)
        for of_each in (self._kernels, self._kernel_ports, self._kernel_connections):
            of_each.pop(seat, None)

    def list_kernels(self) -> list[dict[str, Any]]:
        """Return the kernels that somebody asked for."""
        every = super().list_kernels()  # type: ignore[no-untyped-call]
        return [kernel for kernel in every if kernel["id"] != self._warm]
