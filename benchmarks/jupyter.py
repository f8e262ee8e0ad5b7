"""What the browser benchmarks share: a JupyterLab, a Chromium, a notebook that is run."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

    from playwright.sync_api import Browser, Page

CHROMIUM = os.environ.get("GOOD_ON_PAPER_CHROMIUM", "/usr/bin/chromium")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


def write_notebook(path: Path, *cells: str) -> None:
    code: dict[str, object] = {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None}
    made = [{**code, "id": f"cell-{place}", "source": text} for place, text in enumerate(cells)]
    kernel = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
    content = {"cells": made, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    path.write_text(json.dumps(content), encoding="utf-8")


@contextmanager
def server(command: list[str], **environment: str) -> Iterator[str]:
    """Start a command that serves JupyterLab and yield the address it prints."""
    with tempfile.TemporaryFile("w+b") as said:  # a pipe that nobody empties would stop the server
        process = subprocess.Popen(
            command, env={**os.environ, **environment}, stdout=said, stderr=subprocess.STDOUT
        )
        try:
            yield _address(process, said)
        finally:
            process.terminate()
            process.wait(20)


def _address(process: subprocess.Popen[bytes], said: BinaryIO) -> str:
    while process.poll() is None:
        text = os.pread(said.fileno(), 1_000_000, 0).decode()
        if found := re.search(r"http://(127\.0\.0\.1|localhost):\d+/\S*token=\w+", text):
            return found.group()
        time.sleep(0.02)
    raise RuntimeError("the server did not start")


def bare_lab(root: Path) -> list[str]:
    options = ["--ServerApp.ip=127.0.0.1", "--no-browser", "--port=0", "--allow-root"]
    return [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={root}", *options]


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


def notebook_address(address: str, notebook: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}/lab/tree/{quote(notebook)}?{parts.query}&reset"


def open_notebook(browser: Browser, address: str) -> Page:
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.set_default_timeout(30_000)
    page.goto(address)
    page.locator(".jp-Notebook .jp-Cell").first.wait_for()
    return page


def idle(page: Page) -> None:
    # the toolbar says idle before there is a kernel, the status bar does not
    page.get_by_text("| Idle").first.wait_for(state="attached")


def run_all(page: Page) -> float:
    """Choose Run, Run All Cells; return the moment of the click."""
    idle(page)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    entry = page.get_by_role("menuitem", name="Run All Cells", exact=True)
    begin = time.perf_counter()
    entry.click()
    return begin
