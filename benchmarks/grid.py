"""The rating grid against one ipywidgets slider a cell, 40 jobs by 20 lines, in one JupyterLab.

Aims: 5 times faster from running the form's cell to all drawn, 2 times faster from an input to its echo. The
grid's echo comes after the commit to disk; the sliders' echo after a callback that only sets a label.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from jupyter import bare_lab, chromium, notebook_address, open_notebook, run_all, server, write_notebook

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROLES, LINES, PAGES, INPUTS = 40, 20, 3, 15

SLIDERS = (
    "import ipywidgets as w",
    f"""
echo = w.Label("echo 0")
echo.add_class("echo")
count = 0
def heard(change):
    global count
    count += 1
    echo.value = f"echo {{count}}"
rows = []
for _ in range({ROLES}):
    cells = [w.IntSlider(value=4, min=1, max=7, layout=w.Layout(width="120px")) for _ in range({LINES})]
    for cell in cells:
        cell.observe(heard, "value")
    rows.append(w.HBox(cells))
w.VBox([echo, *rows])
""",
)

GRID = (
    f"""
import tempfile
from good_on_paper.catalogue import load
from good_on_paper.forms import RatingGrid
from good_on_paper.record import Record
record = Record.open(tempfile.mkdtemp())
sitting = record.sitting("roles")
for number in range({ROLES}):
    role = record.add_unit("role", sitting=sitting)
    record.answer(role, "title", f"Job {{number}}", sitting=sitting)
catalogue = load()
lines = [item.key for item in catalogue.items("circumstance")][:{LINES}]
""",
    f"""
RatingGrid(record, catalogue, lines=lines, per_page={LINES})
""",
)

OLD = "(selector) => document.querySelectorAll(selector).forEach((one) => (one.dataset.old = 1))"
DRAWN = "([selector, count]) => document.querySelectorAll(`${selector}:not([data-old])`).length >= count"


def measure(browser: Browser, address: str, control: str, echo: str, step: int) -> tuple[float, list[float]]:
    """Return the seconds until all controls are drawn, and each echo's milliseconds; on a page of its own."""
    page = open_notebook(browser, address)
    run_all(page)
    page.wait_for_function(DRAWN, arg=[control, ROLES * LINES])
    page.evaluate(OLD, control)
    page.locator(".jp-CodeCell .jp-InputPrompt").last.click()  # now only the last cell, all being imported
    begin = time.perf_counter()
    page.keyboard.press("Control+Enter")
    page.wait_for_function(DRAWN, arg=[control, ROLES * LINES])  # looks once a frame, in the page
    drawn = time.perf_counter() - begin
    page.wait_for_timeout(1500)
    echoes = [page.evaluate(echo, place * step) for place in range(INPUTS)]
    page.context.close()
    return drawn, echoes


ECHO_OF_SLIDER = """async (place) => {
  const handle = document.querySelectorAll('.noUi-handle')[place];
  const echo = document.querySelector('.echo');
  const before = echo.textContent;
  const begin = performance.now();
  handle.focus();
  handle.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
  while (echo.textContent === before) await new Promise(requestAnimationFrame);
  return performance.now() - begin;
}"""

ECHO_OF_GRID = """async (place) => {
  const row = document.querySelectorAll('.gop-rows > .gop-row')[place];
  const begin = performance.now();
  row.querySelectorAll('[role=radio]')[4].click();
  while (row.dataset.status !== 'saved') await new Promise(requestAnimationFrame);
  return performance.now() - begin;
}"""


def main() -> None:
    kinds = {
        "sliders": (SLIDERS, ".noUi-handle", ECHO_OF_SLIDER, 1),
        "grid": (GRID, ".gop-rows > .gop-row", ECHO_OF_GRID, 7),
    }
    drawn: dict[str, list[float]] = {kind: [] for kind in kinds}
    echoes: dict[str, list[float]] = {kind: [] for kind in kinds}
    with (
        tempfile.TemporaryDirectory() as folder,
        server(bare_lab(Path(folder))) as address,
        chromium() as browser,
    ):
        for number in range(PAGES):  # by turns, since a machine's speed changes
            for kind, (cells, control, echo, step) in kinds.items():
                name = f"{kind}-{number}.ipynb"
                write_notebook(Path(folder) / name, *cells)
                page = notebook_address(address, name)
                seconds, inputs = measure(browser, page, control, echo, step)
                drawn[kind].append(seconds)
                echoes[kind] += inputs
    fast, slow = ((median(drawn[kind]), median(echoes[kind])) for kind in ("grid", "sliders"))
    print(
        f"grid {ROLES} x {LINES}: drawn in {fast[0]:.2f} s, sliders {slow[0]:.2f} s: "
        f"{slow[0] / fast[0]:.1f} times faster (aim: 5)\n"
        f"  echo {fast[1]:.0f} ms with the commit, sliders {slow[1]:.0f} ms without: "
        f"{slow[1] / fast[1]:.1f} times faster (aim: 2)"
    )


if __name__ == "__main__":
    main()
