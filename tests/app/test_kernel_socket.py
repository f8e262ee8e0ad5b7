"""Between the kernel and the page nothing waits for anything else."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest
import websocket

from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Server

# the option can be read in the server's process only, so the test's server tells it
TELL = """
import json
from socket import IPPROTO_TCP, TCP_NODELAY

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from tornado.web import RequestHandler

class Told(RequestHandler):
    def get(self):
        opened = ZMQChannelsWebsocketConnection._open_sockets
        sockets = [one.websocket_handler.ws_connection.stream.socket for one in opened]
        self.finish(json.dumps([bool(one.getsockopt(IPPROTO_TCP, TCP_NODELAY)) for one in sockets]))

def _jupyter_server_extension_points():
    return [{"module": "told_by_the_server"}]

def _load_jupyter_server_extension(server):
    server.web_app.add_handlers(".*", [("/nodelay", Told)])
"""


@pytest.mark.parametrize("command", [["good_on_paper", "open", "--home"], ["jupyterlab", "--allow-root"]])
def test_a_message_from_the_kernel_goes_out_at_once(
    start_server: Callable[..., Server], tmp_path: Path, command: list[str]
) -> None:
    (tmp_path / "told_by_the_server.py").write_text(TELL)
    switched_on = {"ServerApp": {"jpserver_extensions": {"told_by_the_server": True}}}
    (tmp_path / "jupyter_server_config.json").write_text(json.dumps(switched_on))
    where = [str(tmp_path)] if command[-1] == "--home" else [f"--ServerApp.root_dir={tmp_path}"]
    server = start_server(
        *command,
        *where,
        "--no-browser",
        "--port=0",
        JUPYTER_CONFIG_PATH=str(tmp_path),
        PYTHONPATH=os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")]),
    )
    _, kernel = server.ask("/api/kernels", token=server.token, method="POST", data={"name": "python3"})
    address = f"{server.base.replace('http', 'ws')}/api/kernels/{kernel['id']}/channels?token={server.token}"
    page = websocket.create_connection(address, timeout=PATIENCE)
    page.recv()  # the kernel's first status: both ends are open
    assert server.ask("/nodelay", token=server.token) == (200, "[true]")
    page.close()
