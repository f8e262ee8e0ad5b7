"""A world that means harm: files beside the kit's pages and in the home folder that must never run."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

if TYPE_CHECKING:
    from pathlib import Path

RAN = 'import os; open(os.path.join({here!r}, "ran"), "a").write(__file__ + "\\n")'
MINE = "Mine.ipynb"


def plant(world: Path) -> None:
    """Lay files that leave word when they run, wherever Python, Jupyter, IPython or yarn may look."""
    ran = RAN.format(here=str(world))
    home, notebooks = world / "home", world / "kit" / "notebooks"
    for name in (
        "good_on_paper",
        "pandas",
        "anywidget",
        "matplotlib",
        "secrets",
        "traitlets",
        "ipykernel",
        "multiprocessing",
    ):
        (notebooks / f"{name}.py").write_text(ran)
    for name in ("secrets", "typer", "jupyter_server_config"):
        (world / f"{name}.py").write_text(ran)
    (home / ".jupyter" / "labconfig").mkdir(parents=True)
    (home / ".jupyter" / "jupyter_server_config.py").write_text(ran)
    loose = {"ServerApp": {"allow_remote_access": True, "disable_check_xsrf": True}}
    (home / ".jupyter" / "jupyter_server_config.json").write_text(json.dumps(loose))
    undone = {"@jupyterlab/apputils-extension:kernels-settings": {"commsOverSubshells": "perComm"}}
    (home / ".jupyter" / "labconfig" / "default_setting_overrides.json").write_text(json.dumps(undone))
    (home / ".ipython" / "profile_default" / "startup").mkdir(parents=True)
    (home / ".ipython" / "profile_default" / "startup" / "00.py").write_text(ran)
    history = json.dumps({"HistoryManager": {"enabled": True}})
    (home / ".ipython" / "profile_default" / "ipython_config.json").write_text(history)
    spec = {"argv": ["false", "{connection_file}"], "display_name": "Old", "language": "python"}
    kernel = home / ".local" / "share" / "jupyter" / "kernels" / "python3"
    kernel.mkdir(parents=True)
    (kernel / "kernel.json").write_text(json.dumps(spec))
    (world / "bin").mkdir()
    (world / "bin" / "node").write_text(f'#!/bin/sh\ntouch "{world}/node"\n')
    (world / "bin" / "node").chmod(0o755)
    (notebooks / "my_module.py").write_text("where = 'beside my notebook'")
    mine = "import my_module, pandas, secrets; print(my_module.where, len(secrets.token_hex(3)))"
    nbformat.write(new_notebook(cells=[new_code_cell(mine)]), notebooks / MINE)
