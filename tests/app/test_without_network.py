"""The kit on a computer that has no network at all but itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.patience import PATIENCE

pytestmark = pytest.mark.long

HERE = """
import errno, fcntl, socket, struct, sys
from pathlib import Path
from types import ModuleType

tests = sys.modules["tests"] = ModuleType("tests")
tests.__path__ = ["tests"]  # these, whatever another package has put beside them under that name
from tests.app.jupyter import Kit, Page

with socket.socket() as any_socket:  # raise the loopback interface, as `ip link set lo up` does
    fcntl.ioctl(any_socket, 0x8914, struct.pack("16sH14s", b"lo", 0x1 | 0x40, bytes(14)))
assert [name for _, name in socket.if_nameindex()] == ["lo"]
with socket.socket() as outwards:
    assert outwards.connect_ex(("192.0.2.1", 80)) == errno.ENETUNREACH

world = Path(sys.argv[1])
world.mkdir()
kit = Kit(world, world.parent / "record")
kit.start()
try:
    with kit.get("/lab") as page:
        assert "jupyter-config-data" in page.read().decode()
    notebook = Page(kit, "01 Your work so far.ipynb")
    shown = str(notebook.run())
    assert "This is not a test. Nothing is sent to anyone." in shown, shown
    [state] = notebook.tell(notebook.form("roles"), type="ready")
    assert state["roles"] == []
finally:
    kit.stop()
said = kit.log.read_text()
assert "Traceback" not in said, said
"""


def has_namespaces() -> bool:
    if not sys.platform.startswith("linux") or not shutil.which("unshare") or os.geteuid() != 0:
        return False
    return subprocess.run(["unshare", "-n", "true"], check=False, capture_output=True).returncode == 0


@pytest.mark.skipif(not has_namespaces(), reason="needs Linux and root to take the network away")
def test_it_opens_and_answers_without_any_network(tmp_path: Path) -> None:
    done = subprocess.run(
        ["unshare", "-n", sys.executable, "-c", HERE, str(tmp_path / "world")],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=4 * PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
