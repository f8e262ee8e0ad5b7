"""The kit started as a person starts it, in a world of its own, and its pages as a browser runs them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
import urllib.request
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

import websocket

from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Callable

KIT = Path(__file__).parents[2]
WITHOUT_SCIPY = str(KIT / "tests" / "without_scipy")
COST = '"n": 2**{}'


class Kit:
    """A copy of the kit in a world of its own: home, temporary folder and Jupyter's folders are all in it.

    To guess a passphrase costs half a second of a core each time; in the copy a thousandth will do.
    """

    def __init__(self, world: Path, home: Path) -> None:
        self.world, self.home = world, home
        self.kit = world / "kit"
        for part in ("src", "notebooks", "data"):
            shutil.copytree(
                KIT / part,
                self.kit / part,
                ignore=shutil.ignore_patterns(".ipynb_checkpoints"),
            )
        for name in ("encryption", "lock_keys"):
            module = self.kit / "src" / "good_on_paper" / "record" / f"{name}.py"
            dear = module.read_text(encoding="utf-8")
            assert COST.format(17) in dear
            module.write_text(dear.replace(COST.format(17), COST.format(6)), encoding="utf-8")
        (world / "tmp").mkdir()
        (world / "home").mkdir()
        elsewhere = ("XDG_", "JUPYTER", "IPYTHON", "GOOD_ON_PAPER", "PYTHON", "COVERAGE", "HOME", "TMP")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(elsewhere)}
        self.settings = kept | {
            "HOME": str(world / "home"),
            "TMPDIR": str(world / "tmp"),
            "PYTHONPATH": os.pathsep.join([str(self.kit / "src"), WITHOUT_SCIPY]),
            "JUPYTER_PLATFORM_DIRS": "0",
        }
        self.log = world / "launcher.log"
        self.sockets: list[websocket.WebSocket] = []

    def start(self) -> None:
        command = [sys.executable, "-P", "-m", "good_on_paper", "open", "--no-browser", "--port", "0"]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [*command, "--home", str(self.home)],
                env=self.settings,
                cwd=self.world,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        until = time.monotonic() + PATIENCE
        while not (found := re.search(r"(http://127\.0\.0\.1:\d+)/\S*token=(\w+)", self.log.read_text())):
            assert self.process.poll() is None, self.log.read_text()
            assert time.monotonic() < until
            time.sleep(0.1)
        self.base, self.token = found.groups()

    def get(self, path: str, method: str = "GET", data: object = None, form: dict[str, str] | None = None):
        """Ask the server; give its answer, open."""
        kind = "json" if form is None else "x-www-form-urlencoded"
        body = None if data is None else json.dumps(data).encode()
        request = urllib.request.Request(  # noqa: S310 - our own server
            self.base + path,
            method=method,
            headers={"Authorization": f"token {self.token}", "Content-Type": f"application/{kind}"},
            data=body if form is None else urlencode(form).encode(),
        )
        return urllib.request.urlopen(request, timeout=PATIENCE)  # noqa: S310 - as above

    def ask(self, method: str, path: str, data: object = None) -> object:
        with self.get(path, method, data) as answer:
            text = answer.read()
        return json.loads(text) if text else None

    def stop(self) -> None:
        for socket in self.sockets:
            socket.close()
        self.process.terminate()
        self.process.wait(PATIENCE)


class Page:
    """A notebook as the page runs it: its cells over the kernel's own socket, widgets by their messages."""

    def __init__(self, kit: Kit, name: str) -> None:
        self.kit, self.path = kit, f"notebooks/{name}"
        asked = {"path": self.path, "name": name, "type": "notebook", "kernel": {"name": "python3"}}
        self.kernel = kit.ask("POST", "/api/sessions", asked)["kernel"]["id"]
        self.session = uuid.uuid4().hex  # who speaks, as JupyterLab says it for each page
        address = kit.base.replace("http", "ws") + f"/api/kernels/{self.kernel}/channels?token={kit.token}"
        address += f"&session_id={self.session}"
        self.socket = websocket.create_connection(address, timeout=PATIENCE)
        kit.sockets.append(self.socket)
        self.widgets: list[str] = []
        self.told: list[object] = []

    def send(self, kind: str, content: dict[str, object], channel: str = "shell", **more: object) -> str:
        header = {"msg_id": uuid.uuid4().hex, "msg_type": kind, "session": self.session, "username": ""}
        header |= {"version": "5.3", "date": ""}
        message = {"header": header, "parent_header": {}, "metadata": {}, "content": content}
        self.socket.send(json.dumps(message | {"channel": channel, "buffers": [], **more}))
        return str(header["msg_id"])

    def until_idle(self, asked: str) -> list[dict[str, object]]:
        """Take all messages till the kernel has done what was asked; give those of it."""
        found = []
        while True:
            raw = self.socket.recv()
            message = json.loads(raw) if isinstance(raw, str) else {}
            if message.get("msg_type") == "comm_open" and "widget" in str(message["content"]["target_name"]):
                self.widgets.append(message["content"]["comm_id"])
            if message.get("parent_header", {}).get("msg_id") == asked:
                found.append(message)
                if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                    return found

    def until(self, is_it: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Take messages till one comes that is meant; give it."""
        while True:
            message = json.loads(self.socket.recv())
            if is_it(message):
                return message

    def run(self) -> dict[str, object]:
        """Run all cells; give the notebook with what it showed, as the page would save it."""
        notebook = self.kit.ask("GET", f"/api/contents/{quote(self.path)}")["content"]
        for cell in notebook["cells"]:
            if cell["cell_type"] != "code":
                continue
            said = self.until_idle(self.send("execute_request", {"code": cell["source"], "silent": False}))
            cell["outputs"] = [
                {"output_type": message["msg_type"], **message["content"]}
                for message in said
                if message["msg_type"] in ("execute_result", "display_data", "stream", "error")
            ]
            assert "error" not in {output["output_type"] for output in cell["outputs"]}, cell["outputs"]
            assert 'role=\\"alert' not in json.dumps(cell["outputs"]), cell["outputs"]
            for output in cell["outputs"]:
                output.pop("transient", None)
        return notebook

    def tell(self, widget: str, **message: object) -> list[dict[str, object]]:
        """Send a form a message as the page does, and give what it answers."""
        data = {"method": "custom", "content": {"n": 1, "token": str(uuid.uuid4()), **message}}
        said = self.until_idle(self.send("comm_msg", {"comm_id": widget, "data": data}))
        answers = [
            one["content"]["data"]["content"]
            for one in said
            if one["msg_type"] == "comm_msg" and one["content"]["data"].get("method") == "custom"
        ]
        self.told += answers
        return answers

    def form(self, kind: str) -> str:
        """Find the form whose state has that key."""
        for widget in self.widgets:
            for answer in self.tell(widget, type="ready"):
                if str(answer.get("key", "")).endswith(f"/{kind}"):
                    return widget
        raise AssertionError(f"no form {kind}")

    def save(self, notebook: dict[str, object]) -> None:
        body = {"type": "notebook", "format": "json", "content": notebook}
        self.kit.ask("PUT", f"/api/contents/{quote(self.path)}", body)
        self.kit.ask("POST", f"/api/contents/{quote(self.path)}/checkpoints", {})
        self.kit.ask("PUT", f"/api/contents/{quote(self.path)}", body)
