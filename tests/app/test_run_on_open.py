"""The page runs the kit's own notebooks by itself, in JupyterLab and Chromium, and no others."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import nbformat
import psutil
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from playwright.sync_api import expect

from tests.app.jupyter import WITHOUT_SCIPY
from tests.patience import PATIENCE_MS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page, WebSocketRoute

    from conftest import Server


ROOT = Path(__file__).resolve().parents[2]
FETCH_ELSEWHERE = """new Promise((done) => {
  document.addEventListener("securitypolicyviolation", (refused) => done(refused.effectiveDirective));
  fetch("http://127.0.0.1:9/").catch(() => {});
})"""
OWN, FOREIGN, STRANGE = "00 Start here.ipynb", "sent by a friend.ipynb", "sent by a stranger.ipynb"


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    own = chromium.contexts[0]  # keeps what was fetched and compiled: the page loads three times
    page = own.new_page()
    page.set_viewport_size({"width": 1366, "height": 900})
    page.set_default_timeout(PATIENCE_MS)
    yield page
    page.close()
    own.clear_cookies()


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    """A copy of the package, beside one notebook of its own and one that came later."""
    kit = tmp_path / "My Kit"
    shutil.copytree(ROOT / "src" / "good_on_paper", kit / "src" / "good_on_paper")
    (kit / "notebooks").mkdir()
    write(
        kit / "notebooks" / OWN,
        'import os\nprint("the kit", "ran in", os.getpid())\nprint("é \N{SNOWMAN} \\n")',
    )
    list_anew = [sys.executable, "-m", "good_on_paper.app.known"]
    subprocess.run(list_anew, env=os.environ | {"PYTHONPATH": str(kit / "src")}, check=True)
    write(kit / "notebooks" / FOREIGN, 'print("the friend", "ran")')
    write(kit / "notebooks" / STRANGE, 'print("the stranger", "ran")')
    bring_a_script_along(kit / "notebooks" / STRANGE)
    return kit


def write(path: Path, code: str) -> None:
    cells = [new_markdown_cell("# Words"), new_code_cell(code)]
    spec = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    nbformat.write(new_notebook(cells=cells, metadata={"kernelspec": spec}), path)


def bring_a_script_along(path: Path) -> None:
    """Name a widget in a notebook's metadata whose script runs as soon as JupyterLab makes the widget."""
    module = {"_view_module": "anywidget", "_view_module_version": "~0.11.*", "_view_name": "AnyView"}
    script = {"_esm": "window.stolen = document.cookie; export default { render() {} }"}
    base = {"_model_module": "@jupyter-widgets/base", "_model_module_version": "2.0.0"}
    layout = {"model_name": "LayoutModel", "model_module": "@jupyter-widgets/base", "state": base}
    model = {"model_name": "AnyModel", "model_module": "anywidget", "model_module_version": "~0.11.*"}
    model["state"] = module | script | {"_anywidget_id": "theirs", "layout": "IPY_MODEL_b"}
    state = {"a": model, "b": layout | {"model_module_version": "2.0.0"}}
    notebook = nbformat.read(path, as_version=4)
    notebook.metadata["widgets"] = {
        "application/vnd.jupyter.widget-state+json": {"version_major": 2, "version_minor": 0, "state": state}
    }
    path.write_text(json.dumps(notebook), encoding="utf-8")


@pytest.mark.lab
def test_own_notebooks_run_on_opening_and_after_a_restart_and_no_others(
    kit: Path, tmp_path: Path, start_server: Callable[..., Server], page: Page
) -> None:
    words = ["good_on_paper", "open", "--no-browser", "--port", "0", "--home", str(tmp_path / "record")]
    server = start_server(*words, PYTHONPATH=os.pathsep.join([str(kit / "src"), WITHOUT_SCIPY]))
    unheard: list[bool] = []  # while this holds something, what a kernel says gets lost on the way

    def on_the_way(browser: WebSocketRoute) -> None:
        kernel = browser.connect_to_server()
        kernel.on_message(lambda said: None if unheard else browser.send(said))

    page.route_web_socket(re.compile("/channels"), on_the_way)
    page.goto(server.address)
    output = page.locator(".jp-OutputArea-output")
    expect(output).to_contain_text("the kit ran")
    assert page.evaluate("document.querySelector('.jp-WindowedPanel-outer').scrollTop") == 0
    page.wait_for_function("!document.querySelector('.jp-mod-dirty')")  # having run is no change of the page

    page.get_by_role("heading", name="Words").click()
    for key in ("a", "b", "m", "y", "Enter", "ArrowDown", "Enter", "b", "x"):  # shortcuts of JupyterLab
        page.keyboard.press(key)
    assert page.locator(".jp-Cell").count() == 2
    assert page.locator(".jp-Notebook.jp-mod-editMode").count() == 0

    def restart_from_the_menu() -> None:
        page.get_by_role("menuitem", name="View", exact=True).click()
        page.locator(".lm-Menu").get_by_text("Show All of JupyterLab").click()
        page.get_by_role("menuitem", name="Kernel").click()
        page.locator(".lm-Menu-item[data-command='kernelmenu:restart']").click()
        page.locator(".jp-Dialog button.jp-mod-accept").click()

    def restart_from_elsewhere() -> None:
        (session,) = server.ask("/api/sessions", token=server.token)[1]
        path = f"/api/kernels/{session['kernel']['id']}/restart"
        assert server.ask(path, token=server.token, method="POST", data={})[0] == 200

    def die() -> None:
        (kernel,) = psutil.Process(server.process.pid).children()
        kernel.kill()

    def restart_unheard() -> None:
        unheard.append(True)
        restart_from_elsewhere()
        page.wait_for_timeout(3_000)  # lets the page hear what there is to hear
        unheard.clear()

    for end in (restart_from_the_menu, restart_from_elsewhere, die, restart_unheard):
        before = output.inner_text()
        end()
        expect(output, end.__name__).not_to_contain_text(before)
        expect(output, end.__name__).to_contain_text("the kit ran in")

    with page.expect_response(lambda said: said.request.method == "PUT" and "/api/contents/" in said.url):
        page.keyboard.press("Control+s")  # the file is empty for a moment while it is written
    saved = json.loads((kit / "notebooks" / OWN).read_text(encoding="utf-8"))
    assert [cell.get("outputs", []) for cell in saved["cells"]] == [[], []]

    # the one is opened beside the kit's own page, as a file; the other by its address
    page.get_by_role("tab", name=re.compile("File Browser")).click()
    page.locator(".jp-DirListing-item", has_text=FOREIGN).dblclick()
    nothing_runs(page, "the friend")
    page.goto(f"{server.base}/lab/tree/notebooks/{quote(STRANGE)}?reset")
    nothing_runs(page, "the stranger")
    assert page.evaluate("window.stolen") is None
    assert page.evaluate(FETCH_ELSEWHERE) == "connect-src"


def nothing_runs(page: Page, words: str) -> None:
    """The notebook with these words is shown, its kernel waits, and so it stays."""
    notebook = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)", has_text=words)
    expect(notebook.locator(".jp-Notebook")).to_be_visible()
    expect(page.get_by_text("| Idle")).to_be_visible()
    page.wait_for_timeout(2_000)
    assert notebook.locator(".jp-OutputArea-output").count() == 0, words
