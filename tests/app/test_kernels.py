"""A kit started in a world that means harm: files beside its pages, settings that undo its own, a spy."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.error
import urllib.request
from typing import TYPE_CHECKING

import nbformat
import pytest
from jupyter_client.manager import start_new_kernel
from nbformat.v4 import new_code_cell, new_notebook

from tests.app.jupyter import Kit, Page
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RAN = 'import os; open(os.path.join({here!r}, "ran"), "a").write(__file__ + "\\n")'
START, MINE = "00 Start here.ipynb", "Mine.ipynb"


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


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kit]:
    world = tmp_path_factory.mktemp("harm") / "world"
    kit = Kit(world, world.parent / "record")
    plant(world)
    kit.settings["PATH"] = os.pathsep.join([str(world / "bin"), kit.settings["PATH"]])
    kit.start()
    yield kit
    kit.stop()


def printed(page: Page, code: str) -> str:
    said = page.until_idle(page.send("execute_request", {"code": code, "silent": False}))
    return "".join(one["content"].get("text", "") for one in said if one["msg_type"] == "stream")


@pytest.fixture(scope="module")
def page(kit: Kit) -> Page:
    page = Page(kit, START)
    page.run()
    return page


def test_nothing_runs_that_merely_lies_there(kit: Kit, page: Page) -> None:
    assert printed(page, "import pandas; print(pandas.DataFrame.__name__)") == "DataFrame\n"
    assert not (kit.world / "ran").exists(), (kit.world / "ran").read_text()
    kit.ask("GET", "/lab/api/extensions")  # as each page does
    assert not (kit.world / "node").exists(), "yarn was asked: it would obey a file in a folder above"


def test_ones_own_modules_can_be_imported_beside_ones_own_notebook(kit: Kit) -> None:
    (cell,) = Page(kit, MINE).run()["cells"]
    assert [output["text"] for output in cell["outputs"]] == ["beside my notebook 6\n"]
    assert not (kit.world / "ran").exists(), (kit.world / "ran").read_text()


def test_a_program_started_from_a_cell_is_a_persons_own(page: Page) -> None:
    code = "import os, sys; print([name for name in sys.argv[1:] if name in os.environ])"
    names = ("PYTHONSAFEPATH", "IPYTHONDIR", "JUPYTER_NO_CONFIG", "YARN_IGNORE_PATH", "GOOD_ON_PAPER_HOME")
    command = f"[sys.executable, '-c', {code!r}, *{names!r}]"
    said = printed(page, f"import subprocess, sys; print(subprocess.check_output({command}, text=True))")
    assert said.strip() == "['GOOD_ON_PAPER_HOME']"


def test_the_kits_settings_hold_whatever_the_person_has_set(kit: Kit, page: Page) -> None:
    assert printed(page, "print(get_ipython().history_manager.enabled)") == "False\n"
    assert printed(page, "import sys; print(sys.executable)").strip() == sys.executable
    schema = kit.ask("GET", "/lab/api/settings/@jupyterlab/apputils-extension:kernels-settings")["schema"]
    assert schema["properties"]["commsOverSubshells"]["default"] == "disabled"
    address = f"{kit.base}/api/status?token={kit.token}"
    as_another = urllib.request.Request(address, headers={"Host": "else.where"})  # noqa: S310 - as below
    with pytest.raises(urllib.error.HTTPError, match="403"):
        urllib.request.urlopen(as_another, timeout=PATIENCE)  # noqa: S310 - our own server
    assert (
        "perComm"
        in (kit.world / "home" / ".jupyter" / "labconfig")
        .joinpath("default_setting_overrides.json")
        .read_text()
    ), "theirs stays as it was"


@pytest.mark.skipif(sys.platform != "linux", reason="looks where settings lie on Linux")
def test_what_is_set_in_the_menus_is_kept_apart_from_another_jupyterlab(kit: Kit) -> None:
    home = kit.world / "home"
    before = set((home / ".jupyter").rglob("*"))
    dark = {"raw": '{"theme": "JupyterLab Dark"}'}
    kit.ask("PUT", "/lab/api/settings/@jupyterlab/apputils-extension:themes", dark)
    kept = home / ".config" / "good-on-paper" / ".jupyterlab"
    assert [path.read_text() for path in kept.rglob("*themes*")] == [dark["raw"]]
    assert set((home / ".jupyter").rglob("*")) == before


# loads what it needs, becomes another user, and writes what it hears
SPY = """
import os, pwd, select, sys
import zmq
from zmq.utils.monitor import recv_monitor_message

socket = zmq.Context().socket(zmq.SUB)
monitor = socket.get_monitor_socket(zmq.EVENT_HANDSHAKE_SUCCEEDED | zmq.EVENT_DISCONNECTED)
os.setgroups([])
nobody = pwd.getpwnam("nobody")
os.setgid(nobody.pw_gid)
os.setuid(nobody.pw_uid)
socket.subscribe(b"")
socket.connect(f"tcp://127.0.0.1:{sys.argv[1]}")
shaken = recv_monitor_message(monitor)["event"] == zmq.EVENT_HANDSHAKE_SUCCEEDED
print("connected" if shaken else "refused", flush=True)
heard = b""
while not select.select([sys.stdin], [], [], 0)[0]:
    while socket.poll(500):
        heard += b"".join(socket.recv_multipart())
print("all of it" if b"qzx-secret" in heard else "nothing" if not heard else "something", flush=True)
"""


def can_become_another() -> bool:
    try:
        import pwd  # noqa: PLC0415 - not on Windows

        pwd.getpwnam("nobody")
    except (ImportError, KeyError):
        return False
    return os.geteuid() == 0


def spied(port: int, say_secret: object) -> list[str]:
    """Give what another user of this computer gets at a port: on knocking, and of what is said then."""
    with subprocess.Popen(
        [sys.executable, "-c", SPY, str(port)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as spy:
        first = spy.stdout.readline()
        say_secret()
        return [first.strip(), spy.communicate("enough\n", timeout=PATIENCE)[0].strip()]


@pytest.mark.skipif(not can_become_another(), reason="needs root and a user called nobody to spy as another")
def test_another_user_of_the_computer_hears_nothing(kit: Kit, page: Page) -> None:
    code = "print('qzx-' + 'secret')"
    manager, client = start_new_kernel()
    try:
        plain = spied(manager.iopub_port, lambda: client.execute_interactive(code, output_hook=str))
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    assert plain == ["connected", "all of it"], "the spy is able to"
    runtime = kit.world / "home" / ".local" / "share" / "jupyter" / "runtime"
    for kernel in runtime.glob("kernel-*.json"):  # the pages' one, and that of a notebook of one's own
        port = json.loads(kernel.read_text())["iopub_port"]
        assert spied(port, lambda: printed(page, code)) == ["refused", "nothing"]
