from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from tests.app.harm import plant
from tests.app.jupyter import Kit
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path


@dataclass(frozen=True)
class Server:
    """A running Jupyter server and what it has said so far."""

    process: subprocess.Popen[bytes]
    address: str
    log: Path

    @property
    def base(self) -> str:
        return re.sub(r"/lab.*|/tree.*|/\?.*", "", self.address)

    @property
    def token(self) -> str:
        return self.address.partition("token=")[2]

    def ask(
        self, path: str, *, token: str | None = None, method: str = "GET", data: object = None
    ) -> tuple[int, Any]:
        """Ask for a path; give the status and the decoded answer."""
        headers = {"Authorization": f"token {token}"} if token else {}
        body = None if data is None else json.dumps(data).encode()
        request = urllib.request.Request(self.base + path, headers=headers, method=method, data=body)  # noqa: S310
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310 - our own server
                text = answer.read().decode()
                is_json = "json" in answer.headers.get_content_type()
                return answer.status, json.loads(text) if is_json else text
        except urllib.error.HTTPError as error:
            return error.code, None
        except urllib.error.URLError as error:
            said = self.log.read_text(encoding="utf-8")
            pytest.fail(
                f"{path}: {error.reason}; the server ended with {self.process.poll()} and had said:\n{said}"
            )

    def stop(self) -> str:
        """Stop it in order and give all it said."""
        self.process.terminate()
        self.process.wait(PATIENCE)
        return self.log.read_text(encoding="utf-8")


def _listens(port: int) -> bool:
    with socket.socket() as caller:
        return caller.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def servers(folder: Path) -> Iterator[Callable[..., Server]]:
    """Start servers that write what they say into a folder, and end with all of them gone."""
    started = []

    def start(
        *words: str, program: Sequence[str] = (sys.executable, "-m"), cwd: Path | None = None, **settings: str
    ) -> Server:
        log = folder / f"server-{len(started)}.log"
        with log.open("wb") as output:
            process = subprocess.Popen(
                [*program, *words],
                cwd=cwd,
                stdout=output,
                stderr=subprocess.STDOUT,
                env=os.environ | settings,
            )
        started.append(process)
        until = time.monotonic() + 2 * PATIENCE
        while time.monotonic() < until and process.poll() is None:
            found = re.search(r"http://127\.0\.0\.1:(\d+)/\S*token=\w+", log.read_text(encoding="utf-8"))
            if found and _listens(int(found[1])):  # Jupyter says its address a moment earlier
                return Server(process, found.group(), log)
            time.sleep(0.1)
        pytest.fail(f"no address within {2 * PATIENCE} s:\n{log.read_text(encoding='utf-8')}")

    try:
        yield start
    finally:
        for process in started:
            if process.poll() is None:
                process.kill()
                process.wait()


@pytest.fixture
def start_server(tmp_path: Path) -> Iterator[Callable[..., Server]]:
    """Start ``python -m`` (or another program) with these words and wait until it has said its address."""
    with servers(tmp_path) as start:
        yield start


@pytest.fixture(scope="module")
def start_shared_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Server]]:
    """Start one for all tests of a file."""
    with servers(tmp_path_factory.mktemp("shared")) as start:
        yield start


@pytest.fixture(scope="session")
def kit_amid_harm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kit]:
    """A kit started in a world that means harm, for all tests that look at its kernels."""
    world = tmp_path_factory.mktemp("harm") / "world"
    kit = Kit(world, world.parent / "record")
    plant(world)
    kit.settings["PATH"] = os.pathsep.join([str(world / "bin"), kit.settings["PATH"]])
    kit.start()
    yield kit
    kit.stop()
