"""A plain JupyterLab, started where the kit is installed, is as it is without the kit."""

from __future__ import annotations

import json
import re
from importlib.metadata import files
from typing import TYPE_CHECKING

import nbformat
from nbformat.v4 import new_code_cell, new_notebook, new_output

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Server


def test_a_plain_jupyterlab_beside_the_kit_is_as_it_was(
    start_server: Callable[..., Server], tmp_path: Path
) -> None:
    root = tmp_path / "root"
    root.mkdir()
    options = [f"--ServerApp.root_dir={root}", "--ServerApp.ip=127.0.0.1", "--port=0", "--allow-root"]
    server = start_server("jupyterlab", "--no-browser", *options, JUPYTER_CONFIG_DIR=str(tmp_path / "config"))

    def ask(path: str, **more: object) -> object:
        status, answer = server.ask(path, token=server.token, **more)
        assert status in {200, 201}, (path, status)
        return answer

    shown = new_code_cell("1 + 1", execution_count=3, outputs=[new_output("stream", text="two")])
    notebook = new_notebook(cells=[shown], metadata={"widgets": {"of": "mine"}})
    ask(
        "/api/contents/one.ipynb",
        method="PUT",
        data={"type": "notebook", "format": "json", "content": notebook},
    )
    saved = nbformat.read(root / "one.ipynb", as_version=4)
    assert (saved.cells[0].execution_count, saved.cells[0].outputs) == (3, shown.outputs)
    assert ask("/api/contents/one.ipynb")["content"]["metadata"] == {"widgets": {"of": "mine"}}

    page = ask("/lab")
    config = json.loads(
        re.search(r'<script id="jupyter-config-data"[^>]*>(.*?)</script>', page, re.DOTALL)[1]
    )
    assert "good-on-paper" not in {one["name"] for one in config["federated_extensions"]}
    assert "goodOnPaper" not in config

    def setting(name: str, key: str) -> object:
        return ask(f"/lab/api/settings/@jupyterlab/{name}")["schema"]["properties"][key]["default"]

    assert setting("apputils-extension:kernels-settings", "commsOverSubshells") == "perCommTarget"
    assert setting("application-extension:shell", "startMode") == ""
    assert setting("notebook-extension:tracker", "scrollPastEnd") is True


def test_the_kit_lays_nothing_where_jupyter_and_ipython_look() -> None:
    laid = [str(file) for file in files("good-on-paper") if {"etc", "share"} & set(file.parts)]
    assert laid == []
