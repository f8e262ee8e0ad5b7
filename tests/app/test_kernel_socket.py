"""Between the kernel and the page nothing waits for anything else."""

from __future__ import annotations

import json
import os
import socket
import struct
import uuid
from typing import TYPE_CHECKING

import websocket

from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Server

# the option can be read in the server's process only, so a kit is started that tells it
TELL = """
import json
from socket import IPPROTO_TCP, TCP_NODELAY

from good_on_paper.app import launcher
from good_on_paper.app.command import main
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from tornado.web import RequestHandler

class Told(RequestHandler):
    def get(self):
        opened = ZMQChannelsWebsocketConnection._open_sockets
        sockets = [one.websocket_handler.ws_connection.stream.socket for one in opened]
        self.finish(json.dumps([bool(one.getsockopt(IPPROTO_TCP, TCP_NODELAY)) for one in sockets]))

def furnish(server, notebooks, furnish=launcher.furnish):
    furnish(server, notebooks)
    server.web_app.add_handlers(".*", [("/nodelay", Told)])

launcher.furnish = furnish
main()
"""


def test_a_message_goes_out_at_once_and_one_to_a_page_that_has_gone_is_no_news(
    start_server: Callable[..., Server], tmp_path: Path
) -> None:
    (tmp_path / "a_kit_that_tells.py").write_text(TELL)
    server = start_server(
        "a_kit_that_tells",
        *("open", "--no-browser", "--port=0", "--home", str(tmp_path / "record")),
        PYTHONPATH=os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")]),
    )
    _, kernel = server.ask("/api/kernels", token=server.token, method="POST", data={"name": "python3"})
    address = f"{server.base.replace('http', 'ws')}/api/kernels/{kernel['id']}/channels?token={server.token}"
    page = websocket.create_connection(address, timeout=PATIENCE)
    page.recv()  # the kernel's first status: both ends are open
    assert server.ask("/nodelay", token=server.token) == (200, "[true]")
    page.close()
    # a browser that is closed hard, while much is on its way to it
    page = websocket.create_connection(address, timeout=PATIENCE)
    code = "for _ in range(40): print('x' * 1_000_000, flush=True)"
    header = {"msg_id": uuid.uuid4().hex, "msg_type": "execute_request", "session": "", "username": ""}
    header |= {"version": "5.3", "date": ""}
    asked = {"header": header, "parent_header": {}, "metadata": {}, "content": {"code": code}}
    page.send(json.dumps(asked | {"channel": "shell", "buffers": []}))
    while "xxx" not in str(page.recv()):
        pass
    page.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    page.sock.close()
    for _ in range(3):  # the loop has gone round, and what is left of the page with it
        server.ask("/api/kernels", token=server.token)
    assert "Traceback" not in server.stop()
