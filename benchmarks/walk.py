"""From page to page: how long it takes, and what is left in memory after all of them.

The kit on the sample person, each page opened from the list of pages as a person would, one after another;
beside it a bare JupyterLab with as many notebooks, each with one slider of ipywidgets, opened in the same way
and run by Run All Cells. In the kit the clock runs from the click until all cells of the page have shown what
they make. Memory is what belongs to the server and all that it started (proportional set size on Linux, else
what each process has for itself), once the last page stands.

Aims: a page under 1 s, and under 450 MB after all of them.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
from jupyter import bare_lab, chromium, notebook_address, run_all, server, write_notebook

from good_on_paper.pages.road import PAGES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

SLIDER = "import ipywidgets\nipywidgets.IntSlider()"
OPEN = "path => window.jupyterapp.commands.execute('docmanager:open', { path })"
ALL_SHOWN = """() => {
  const page = document.querySelector(".jp-NotebookPanel:not(.lm-mod-hidden)");
  const cells = [...(page?.querySelectorAll(".jp-CodeCell") ?? [])];
  return cells.length > 0 && cells.every((cell) => cell.querySelector(".jp-OutputArea-output > *"));
}"""


def shown(page: Page) -> Locator:
    return page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")


def megabytes() -> tuple[float, int]:
    """Return the memory of what this process started, Chromium apart, and how many processes that is."""
    ours = [
        process
        for process in psutil.Process().children(recursive=True)
        if "python" in process.name().lower() and "playwright" not in " ".join(process.cmdline())
    ]
    return sum(_own(process) for process in ours) / 1e6, len(ours)


def _own(process: psutil.Process) -> int:
    memory = process.memory_full_info()
    return int(getattr(memory, "pss", memory.uss))


def kit(browser: Browser) -> tuple[list[float], float, int]:
    command = [sys.executable, "-m", "good_on_paper", "open", "--sample", "--no-browser", "--port", "0"]
    with server(command) as address:
        page = browser.new_context(viewport={"width": 1366, "height": 900}).new_page()
        page.set_default_timeout(60_000)
        page.goto(address)
        page.wait_for_function(ALL_SHOWN)

        def go(title: str) -> float:
            link = shown(page).locator(".gop-places a", has_text=title[3:])
            link.scroll_into_view_if_needed()
            begin = time.perf_counter()
            link.click()
            page.locator(f".lm-mod-current[title*='{title}']").first.wait_for(state="attached")
            page.wait_for_function(ALL_SHOWN)
            return time.perf_counter() - begin

        times = []
        for entry in PAGES[1:]:
            times.append(go(entry.title))
            page.go_back()
            shown(page).locator(".gop-places").wait_for()
        used = megabytes()
        page.context.close()
    return times, *used


def bare(browser: Browser, pages: int) -> tuple[list[float], float, int]:
    with tempfile.TemporaryDirectory() as folder:
        names = [f"slider-{place}.ipynb" for place in range(pages + 1)]
        for name in names:
            write_notebook(Path(folder) / name, SLIDER)
        with server(bare_lab(Path(folder))) as address:
            page = browser.new_context(viewport={"width": 1366, "height": 900}).new_page()
            page.set_default_timeout(60_000)
            page.goto(notebook_address(address, names[0]))
            run_all(page)
            page.wait_for_function(ALL_SHOWN)
            times = [_open_bare(page, name) for name in names[1:]]
            used = megabytes()
            page.context.close()
    return times, *used


def _open_bare(page: Page, name: str) -> float:
    begin = time.perf_counter()
    page.locator(".jp-DirListing-item", has_text=name).dblclick()
    shown(page).locator(".jp-CodeCell").wait_for()
    run_all(page)
    page.wait_for_function(ALL_SHOWN)
    return time.perf_counter() - begin


def main() -> None:
    with chromium() as browser:
        ours, our_memory, our_processes = kit(browser)
        theirs, their_memory, their_processes = bare(browser, len(ours))
    middle, peer = statistics.median(ours), statistics.median(theirs)
    print(f"walk: a page {middle:.2f} s, slowest {max(ours):.2f} (aim: under 1), bare {peer:.2f} s")
    print(
        f"walk: after {len(ours) + 1} pages {our_memory:.0f} MB, {our_processes} processes (aim: under 450)"
    )
    print(f"walk: bare {their_memory:.0f} MB, {their_processes} processes")
    print(f"walk: {middle / peer:.2f} times the time, {our_memory / their_memory:.2f} times the memory")


if __name__ == "__main__":
    main()
