"""One page of Chromium for all tests of a folder: each finds it as if it had just been opened."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.patience import PATIENCE_MS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page, Route

    from good_on_paper.forms import Form
    from good_on_paper.panels import Panel

HOME = "http://localhost/"  # a secure context, as JupyterLab's own address is; nothing listens there


@dataclass
class BarePage:
    """A page that Chromium need not make again: what it serves and hears is the newest test's."""

    browser: Browser
    document: Path
    width: int = 1280
    modules: dict[str, Form | type[Panel]] = field(default_factory=dict)
    """What may be loaded, by the name of its file without ending."""
    hear: Callable[[str, Any], Any] = lambda *_: None
    errors: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    context: BrowserContext | None = None

    def anew(self, **modules: Form | type[Panel]) -> Page:
        """Load the page for another test, with the modules that it loads at once."""
        if self.context is None:
            self._open()
        self.hear = lambda *_: None  # what the page before still says, nobody hears
        self.modules = modules
        for kept in (self.errors, self.asked):
            kept.clear()
        self.page.mouse.move(0, 0)
        self.page.set_viewport_size({"width": self.width, "height": 900})
        self.page.goto(HOME)
        return self.page

    def close(self) -> None:
        """Close the page; the next test finds another."""
        if self.context is not None:
            self.context.close()
        self.context = None

    def _open(self) -> None:
        self.context = self.browser.new_context()
        self.context.route("**/*", self._serve)
        self.context.expose_function("toPython", self._hear)
        self.page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE_MS)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda said: said.type == "error" and self.errors.append(said.text))

    def _hear(self, name: str, said: dict[str, Any], data: str | None = None) -> Any:
        return self.hear(name, said if data is None else said | {"data": base64.b64decode(data)})

    def _serve(self, route: Route) -> None:
        self.asked.append(route.request.url)
        path = route.request.url.removeprefix(HOME)
        made = self.modules.get(path.removesuffix(".js"))
        if path == "":
            route.fulfill(path=self.document, content_type="text/html")
        elif made is None:
            route.fulfill(status=404)
        else:
            module, css = str(made._esm), json.dumps(str(made._css))  # noqa: SLF001 - what the browser gets
            style = f"Object.assign(document.createElement('style'), {{textContent: {css}}})"
            body = f"{module}\ndocument.head.append({style});"
            route.fulfill(body=body, content_type="text/javascript")
