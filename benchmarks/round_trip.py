"""From an input to "saved" on the page, after the commit: typing and pressing a rating, at 40 jobs.

A real JupyterLab and Chromium, and two forms, each on a page of its own as in the kit: the list of jobs,
where a word is typed and the field left (its pause of 400 ms only waits for more typing, and is not
waited for), and the rating grid. Each input is an event of the browser's own; the clock runs in the page,
from the event to the mark that the answer is saved. Beside them, in the same run, a bare button of
ipywidgets that counts on a label: what the way to the kernel and back takes on this machine without a
form and without a commit.

Aim: 95 of 100 inputs under 100 ms, of each kind.
"""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from jupyter import bare_lab, chromium, notebook_address, open_notebook, run_all, server, write_notebook

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

ROLES, LINES, INPUTS, WARM = 40, 6, 200, 10
AIM = 100

RECORD = f"""
import tempfile
from good_on_paper.catalogue import load
from good_on_paper.forms import RatingGrid, RoleList
from good_on_paper.record import Record
record = Record.open(tempfile.mkdtemp())
sitting = record.sitting("roles")
for number in range({ROLES}):
    role = record.add_unit("role", sitting=sitting)
    record.answer(role, "title", f"Job {{number}}", sitting=sitting)
"""
BARE = """
import ipywidgets as w
label, button = w.Label("0"), w.Button(description="count")
label.add_class("count")
button.on_click(lambda _: setattr(label, "value", str(int(label.value) + 1)))
w.VBox([button, label])
"""

PRESS = """async () => {
  const label = document.querySelector(".count");
  const before = label.textContent;
  const begin = performance.now();
  document.querySelector(".jupyter-button").click();
  return new Promise((done) => {
    const look = () => label.textContent !== before && (watch.disconnect(), done(performance.now() - begin));
    const watch = new MutationObserver(look);
    watch.observe(label, { childList: true, characterData: true, subtree: true });
  });
}"""

# Begins with the browser's event; ends when what is watched has the mark of a saved answer.
WATCH = """([place, kind]) => {
  const rows = kind === "change" ? ".gop-role > [data-key=employer]" : ".gop-rows > .gop-row";
  const row = document.querySelectorAll(rows)[place];
  window.took = new Promise((done) => row.addEventListener(kind, () => {
    const begin = performance.now();
    const end = () => (watch.disconnect(), done(performance.now() - begin));
    const watch = new MutationObserver(() => row.dataset.status === "saved" && end());
    watch.observe(row, { attributes: true, attributeFilter: ["data-status"] });
  }, { capture: true, once: true }));
}"""


def ratings(page: Page) -> list[float]:
    """Press a step in one row after another."""
    rows = page.locator(".gop-rows > .gop-row")
    rows.nth(ROLES * LINES - 1).wait_for(state="attached")
    return [one(page, place, "click", rows.nth(place)) for place in range(INPUTS + WARM)][WARM:]


def texts(page: Page) -> list[float]:
    """Type a word in one field after another, and again."""
    fields = page.locator(".gop-role > [data-key=employer]")
    fields.nth(ROLES - 1).wait_for(state="attached")
    return [one(page, place % ROLES, "change", fields.nth(place % ROLES)) for place in range(INPUTS + WARM)][
        WARM:
    ]


def counts(page: Page) -> list[float]:
    """Press the bare button."""
    page.locator(".count").wait_for()
    return [page.evaluate(PRESS) for _ in range(INPUTS + WARM)][WARM:]


def one(page: Page, place: int, kind: str, where: Locator) -> float:
    """Give one input; return how many milliseconds it took."""
    where.scroll_into_view_if_needed()
    if kind == "click":
        page.evaluate(WATCH, [place, kind])
        where.get_by_role("radio").nth(place % 7).click()
    else:
        where.get_by_role("textbox").focus()
        page.keyboard.press("End")
        page.keyboard.insert_text("word ")  # at once: no pause of a slow machine falls into it
        page.evaluate(WATCH, [place, kind])
        page.keyboard.press("Enter")  # which leaves the field
    return float(page.evaluate("window.took"))


def told(name: str, took: list[float], aim: str = "") -> str:
    most = statistics.quantiles(took, n=20)[-1]
    return (
        f"round trip, {ROLES} jobs, {name}: 95 of 100 within {most:.0f} ms{aim}, "
        f"median {statistics.median(took):.0f} ms, longest {max(took):.0f} ms, {len(took)} inputs"
    )


def main() -> None:
    parts: dict[str, tuple[Callable[[Page], list[float]], list[str]]] = {
        "grid": (ratings, [RECORD, f"RatingGrid(record, load(), per_page={LINES})"]),
        "list": (texts, [RECORD, "RoleList(record, load())"]),
        "bare": (counts, [BARE]),
    }
    took = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, (_, cells) in parts.items():
            write_notebook(Path(folder) / f"{name}.ipynb", *cells)
        with server(bare_lab(Path(folder))) as address, chromium() as browser:
            for name, (measure, _) in parts.items():
                page = open_notebook(browser, notebook_address(address, f"{name}.ipynb"))
                run_all(page)
                took[name] = measure(page)
                page.context.close()
    print(told("a rating", took["grid"], f" (aim: {AIM})"))
    print(told("a word typed", took["list"], f" (aim: {AIM})"))
    print(told("a bare button, nothing saved", took["bare"]))


if __name__ == "__main__":
    main()
