"""A kit started in a world that means harm: files beside its pages, settings that undo its own, a spy."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.error
import urllib.request

import pytest
from jupyter_client.manager import start_new_kernel

from tests.app.harm import MINE
from tests.app.jupyter import Kit, Page
from tests.patience import PATIENCE

START = "00 Start here.ipynb"


@pytest.fixture(scope="module")
def kit(kit_amid_harm: Kit) -> Kit:
    return kit_amid_harm


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
