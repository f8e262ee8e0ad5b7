"""From the command to the first live widget: the kit against a bare JupyterLab with one slider.

Both are started new each time and opened in a new page, and in both the clock stops when the widget is there:
in the kit when the first step has had its answer from the kernel, in JupyterLab when the slider stands.
The kit runs its notebook by itself; in JupyterLab Run All Cells is chosen as soon as there is a kernel.

Aim: under 1.3 times.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from jupyter import bare_lab, chromium, notebook_address, run_all, server, write_notebook

if TYPE_CHECKING:
    from playwright.sync_api import Browser

TURNS = 3
SLIDER = "import ipywidgets\nipywidgets.IntSlider()"


def kit(browser: Browser) -> float:
    command = [sys.executable, "-m", "good_on_paper", "open", "--no-browser", "--port", "0"]
    with tempfile.TemporaryDirectory() as home:
        begin = time.perf_counter()
        with server(command, GOOD_ON_PAPER_HOME=home) as address:
            page = browser.new_context().new_page()
            page.goto(address)
            page.get_by_role("button", name="No date yet").wait_for()
            took = time.perf_counter() - begin
            page.context.close()
    return took


def bare(browser: Browser) -> float:
    with tempfile.TemporaryDirectory() as folder:
        write_notebook(Path(folder) / "slider.ipynb", SLIDER)
        begin = time.perf_counter()
        with server(bare_lab(Path(folder))) as address:
            page = browser.new_context().new_page()
            page.goto(notebook_address(address, "slider.ipynb"))
            run_all(page)
            page.locator(".noUi-handle").wait_for()
            took = time.perf_counter() - begin
            page.context.close()
    return took


def main() -> None:
    with chromium() as browser:
        turns = [(kit(browser), bare(browser)) for _ in range(TURNS)]
    ours, theirs = (statistics.median(times) for times in zip(*turns, strict=True))
    print(f"start: {ours:.1f} s, bare {theirs:.1f} s: {ours / theirs:.2f} times (aim: under 1.3)")


if __name__ == "__main__":
    main()
