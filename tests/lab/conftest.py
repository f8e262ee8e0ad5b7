"""A real JupyterLab, started by the kit's own command, and a real Chromium in front of it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

import psutil
import pytest
from playwright.sync_api import Error as PlaywrightError

from good_on_paper.record import Record
from tests.app.jupyter import Kit
from tests.app.jupyter import Page as Seat
from tests.patience import PATIENCE, PATIENCE_MS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page
    from websocket import WebSocket

START = "00 Start here.ipynb"
PANEL = ".jp-NotebookPanel"
SHOWN = f"{PANEL}:not(.lm-mod-hidden)"
FEWER = "([panel, left]) => document.querySelectorAll(panel).length < left"
CLOSE = """(shown) => {
  const cell = document.querySelector(`${shown} .jp-Cell`);
  const key = { key: "w", code: "KeyW", keyCode: 87, altKey: true, bubbles: true };
  cell.focus();
  cell.dispatchEvent(new KeyboardEvent("keydown", key));
}"""  # at once: a page that came into sight may take the focus to a form, where no shortcut is heard
FORGET = """() => {
  globalThis[Symbol.for("good-on-paper.channels.1")]?.clear();
  for (const name of ["goodOnPaperNames", "printed"]) delete globalThis[name];
}"""  # what a page keeps for one that is made anew on the same record
GO_TO = "path => (history.pushState(null, '', path), dispatchEvent(new PopStateEvent('popstate')))"
LET_GO = "from good_on_paper.pages import session as s; s.me().record.close(); s.me.cache_clear()"


class Lab:
    """JupyterLab as `good-on-paper open` starts it, on the record in `home`."""

    get, ask = Kit.get, Kit.ask

    def __init__(self, home: Path, browser: Browser, *options: str, **settings: str) -> None:
        self.home = home
        self._own = browser.contexts[0]
        self._tab: Page | None = None  # the first, for tests that look in turn
        self._options = options
        self._settings = settings
        self.asked: list[str] = []
        self.refused: list[str] = []  # what a page would have done but for the server's policy
        self.sockets: list[WebSocket] = []
        self.log = home.with_suffix(".log")  # a pipe that nobody empties would stop the server
        self._start("0")

    def _start(self, port: str) -> None:
        command = [sys.executable, "-m", "good_on_paper", "open", "--no-browser", "--port", port]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [*command, *self._options],
                env={**os.environ, **self._settings, "GOOD_ON_PAPER_HOME": str(self.home)},
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self.address = self._address()
        self._own.pages[0].goto(f"{self.origin}/api")  # stays open, and with it the process of all tabs

    def _address(self) -> str:
        while self.process.poll() is None:
            if found := re.search(r"http://127\.0\.0\.1:\d+/\S+token=\w+", self.log.read_text()):
                return found.group()
            time.sleep(0.05)
        raise AssertionError(f"the kit did not start:\n{self.log.read_text()}")

    @property
    def origin(self) -> str:
        parts = urlsplit(self.address)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def base(self) -> str:
        return self.origin

    @property
    def token(self) -> str:
        return self.address.partition("token=")[2]

    @property
    def socket(self) -> str:
        return self.origin.replace("http", "ws", 1)

    def begin_anew(self) -> None:
        """Lay the record aside: who opens a page next finds none, and no page that ran before.

        A test that failed half-way may have left the kit dead or stopped: the next finds it running.
        """
        self.thaw()
        if self.process.poll() is not None:
            self.start_again()
        self._leave_all()  # first: what a page that is gone still asks for would open the record again
        seat = Seat(self, START)
        said = seat.until_idle(seat.send("execute_request", {"code": LET_GO, "silent": False}))
        assert "error" not in {message["msg_type"] for message in said}, said
        seat.socket.close()
        self._leave_all()
        self.home.rename(tempfile.mkdtemp(dir=self.home.parent))
        self.asked.clear()

    def _leave_all(self) -> None:
        for session in self.ask("GET", "/api/sessions"):
            self.ask("DELETE", f"/api/sessions/{session['id']}")

    def hang_kernels(self) -> None:
        """Let the kernels answer nothing more."""
        for kernel in psutil.Process(self.process.pid).children(recursive=True):
            kernel.suspend()

    def stop_kernels(self) -> None:
        """Kill the kernels as a crash would."""
        for kernel in psutil.Process(self.process.pid).children(recursive=True):
            kernel.kill()

    def kill(self) -> None:
        """Kill the kit and its kernels as a power cut would."""
        self.stop_kernels()
        self.process.kill()
        self.process.wait()

    def start_again(self) -> None:
        """Start the kit again after `kill`: at the same port, with a token of its own."""
        self._start(str(urlsplit(self.address).port))

    def open(
        self,
        notebook: str,
        *,
        theme: str = "light",
        width: int = 1280,
        before_loading: Callable[[Page], None] = lambda _: None,
    ) -> Page:
        """Open a notebook in a tab; the kit runs it by itself."""
        page = self._own.new_page()
        if self._tab is None or self._tab.is_closed():
            self._tab = page
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        page.on("request", lambda request: self.asked.append(request.url))
        page.on(
            "console", lambda said: "Content Security Policy" in said.text and self.refused.append(said.text)
        )
        page.set_default_timeout(PATIENCE_MS)
        before_loading(page)
        query = urlsplit(self.address).query
        page.goto(f"{self.origin}/lab/tree/{quote(f'notebooks/{notebook}')}?{query}")
        self._wait_for_all_of_it(page)
        return page

    def open_anew(self, notebook: str, *, theme: str = "light", width: int = 1280, height: int = 900) -> Page:
        """Open a notebook as nobody has seen it yet, in the tab that is open: JupyterLab need not load anew.

        What was open in the tab is closed by JupyterLab's own key; then the address leads to the notebook.
        """
        if self._tab is None or self._tab.is_closed():
            page = self.open(notebook, theme=theme, width=width)
            page.set_viewport_size({"width": width, "height": height})
            return page
        page = self._tab
        self._arrange(page, theme, width, height)
        self.leave_notebooks()
        if page.is_closed():
            return self.open_anew(notebook, theme=theme, width=width, height=height)
        page.evaluate(GO_TO, f"/lab/tree/{quote(f'notebooks/{notebook}')}")
        page.locator(SHOWN).wait_for()
        self._wait_for_all_of_it(page)
        return page

    def _arrange(self, page: Page, theme: str, width: int, height: int) -> None:
        page.bring_to_front()  # another kit's may lie over it, and one that lies below draws nothing
        page.emulate_media(media="null", color_scheme=theme)
        page.set_viewport_size({"width": width, "height": height})

    def leave_notebooks(self) -> None:
        """Close all notebooks of the tab that is open, and let it forget them; it stays."""
        if self._tab is None or self._tab.is_closed():
            return
        try:
            while left := self._tab.locator(PANEL).count():
                self._tab.evaluate(CLOSE, SHOWN)
                self._tab.wait_for_function(FEWER, arg=[PANEL, left], timeout=10_000)
            self._tab.evaluate(FORGET)
        except PlaywrightError:  # where no shortcut is heard, another tab is as new
            self._tab.close()

    def look(self, notebook: str, *, theme: str = "light", width: int = 1280) -> Page:
        """Go on to a notebook in the tab that is open already, as a person does; the first test opens it."""
        if self._tab is None or self._tab.is_closed():
            return self.open(notebook, theme=theme, width=width)
        if not self._tab.locator(PANEL).count():
            return self.open_anew(notebook, theme=theme, width=width)
        self._arrange(self._tab, theme, width, 900)
        self.go_on(self._tab, notebook)
        return self._tab

    def go_on(self, page: Page, notebook: str) -> None:
        """Go on to another notebook in the same tab, by the bar: JupyterLab need not load anew."""
        title = notebook[3:].removesuffix(".ipynb")
        bar = page.locator(f"{SHOWN} .gop-nav")
        if bar.locator("[aria-current]").first.text_content() != title:  # no page leads to itself
            bar.get_by_role("button", name="All pages").click()
            bar.get_by_role("link", name=title).first.click()
        page.locator(SHOWN).get_by_role("heading", level=1, name=title).wait_for()
        self._wait_for_all_of_it(page)

    def _wait_for_all_of_it(self, page: Page) -> None:
        page.locator(f"{SHOWN} .jp-CodeCell").last.locator(".jp-OutputArea-output > *").first.wait_for(
            state="attached"  # a chart with nothing to show yet takes no room
        )

    def freeze(self) -> None:
        self.process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let server and kernels go on; where they do, or are dead, nothing happens."""
        self.process.send_signal(signal.SIGCONT)
        with suppress(psutil.NoSuchProcess):
            for kernel in psutil.Process(self.process.pid).children(recursive=True):
                kernel.resume()

    def record(self) -> Record:
        """Open the record beside the kernel that writes it."""
        return Record.open(self.home)

    def close_pages(self, *, but_one: bool = False) -> None:
        """Close them, and let the browser forget what they kept; or leave the tab for others to look at."""
        self.thaw()
        self._own.set_offline(False)
        first, *pages = self._own.pages
        for one in pages:
            if not (but_one and one is self._tab):
                one.close()
        if not but_one:
            everything = {"origin": self.origin, "storageTypes": "all"}  # but what was fetched and compiled
            self._own.new_cdp_session(first).send("Storage.clearDataForOrigin", everything)
        refused, self.refused = self.refused, []  # one test's, not that of those which share the kit
        assert refused == []

    def close(self) -> None:
        try:
            self.close_pages()
        finally:
            self.process.terminate()
            self.process.wait(PATIENCE)


@pytest.fixture(scope="session")
def asked_to_open(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the desktop of those that write, which is ours, says which file it was asked to open."""
    opened = tmp_path_factory.mktemp("desktop") / "opened"
    desktop = opened.with_name("xdg-open")
    desktop.write_text(f'#!/bin/sh\necho "$1" > "{opened}.part" && mv "{opened}.part" "{opened}"\n')
    desktop.chmod(0o755)
    return opened


@pytest.fixture(scope="session")
def _running(tmp_path_factory, chromium: Browser, asked_to_open: Path) -> Iterator[Lab]:
    folder = asked_to_open.parent
    settings = {"PATH": f"{folder}:/usr/bin:/bin", "XDG_DATA_HOME": str(folder / "data")}
    started = Lab(tmp_path_factory.mktemp("running") / "person", chromium, **settings)
    yield started
    started.close()


@pytest.fixture
def lab(_running: Lab) -> Iterator[Lab]:
    """One JupyterLab for all tests that write, each on an empty record."""
    _running.close_pages()
    _running.begin_anew()
    yield _running
    _running.close_pages()


@pytest.fixture
def lab_in_one_tab(_running: Lab, request: pytest.FixtureRequest) -> Iterator[Lab]:
    """The same, for tests that need no JupyterLab loaded anew: with `open_anew`, one tab does for them."""
    _running.leave_notebooks()
    _running.begin_anew()
    yield from looked_at(_running, request.session)


@pytest.fixture(scope="session")
def _sample(tmp_path_factory, chromium: Browser) -> Iterator[Lab]:
    started = Lab(tmp_path_factory.mktemp("sample") / "person", chromium, "--sample")
    yield started
    started.close()


def looked_at(lab: Lab, tests: pytest.Session) -> Iterator[Lab]:
    """Give it to one test after another; the tab in which one failed is not the next one's."""
    failed = tests.testsfailed
    yield lab
    lab.close_pages(but_one=tests.testsfailed == failed)


@pytest.fixture
def sample_to_look_at(_sample: Lab, request: pytest.FixtureRequest) -> Iterator[Lab]:
    """One JupyterLab on the sample person, for all tests that only look."""
    yield from looked_at(_sample, request.session)
