"""The formats in which JupyterLab offers to save a notebook, listed once for all its pages."""

from __future__ import annotations

import asyncio
from functools import cache
from importlib.metadata import entry_points
from typing import Final

from jupyter_server.auth.decorator import authorized
from jupyter_server.base.handlers import APIHandler
from tornado import web

FORMATS: Final = "/api/nbconvert"
"""Where JupyterLab asks for them, as soon as it loads."""


@cache
def formats() -> dict[str, dict[str, str]]:
    """Return each format with its MIME type, under the name of what writes it."""
    found = sorted(entry_points(group="nbconvert.exporters"), key=lambda one: one.name)
    return {one.name: {"output_mimetype": one.load().output_mimetype} for one in found}


class FormatsHandler(APIHandler):
    """Answers as Jupyter does, which would make each writer anew, for half a second, while a page loads."""

    auth_resource = "nbconvert"

    @web.authenticated
    @authorized
    async def get(self) -> None:
        """Tell the formats."""
        self.finish(await asyncio.to_thread(formats))
