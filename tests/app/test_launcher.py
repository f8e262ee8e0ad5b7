"""JupyterLab, really started as the kit starts it."""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.request import urlopen

import psutil
import pytest
from typer.testing import CliRunner

from good_on_paper.app import kit_folder, launcher
from good_on_paper.app.command import cli
from good_on_paper.app.save_formats import FORMATS, formats
from good_on_paper.app.server import EXTENSIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Server

    Start = Callable[..., Server]

pytestmark = pytest.mark.long


def listens(server: Server) -> set[str]:
    """The addresses at which the server's process takes connections."""
    connections = psutil.Process(server.process.pid).net_connections()
    return {one.laddr.ip for one in connections if one.status == psutil.CONN_LISTEN}


def words(home: Path) -> list[str]:
    return ["good_on_paper", "open", "--no-browser", "--port", "0", "--home", str(home)]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home") / "my record"


@pytest.fixture(scope="module")
def server(start_shared_server: Start, home: Path) -> Server:
    """A kit for three tests; the last of them kills it."""
    return start_shared_server(*words(home))


def test_it_opens_on_this_computer_only_and_answers_none_but_its_token(server: Server) -> None:
    assert "/lab/tree/notebooks/00%20Start%20here.ipynb?token=" in server.address
    assert len(server.token) >= 40
    assert listens(server) == {"127.0.0.1"}

    for path in ("/api/contents", "/api/kernels", "/api/sessions", "/lab/api/settings"):
        assert server.ask(path)[0] == 403, path
        assert server.ask(path, token="guessed")[0] == 403, path
    status, listing = server.ask("/api/contents", token=server.token)
    assert status == 200
    assert "notebooks" in [entry["name"] for entry in listing["content"]]
    assert server.ask("/lab", token=server.token)[0] == 200

    command_line = " ".join(psutil.Process(server.process.pid).cmdline())
    assert server.token not in command_line


def test_jupyterlab_is_set_up_for_the_kit(server: Server) -> None:
    def setting(name: str) -> dict[str, object]:
        status, answer = server.ask(f"/lab/api/settings/@jupyterlab/{name}", token=server.token)
        assert status == 200
        return {key: value.get("default") for key, value in answer["schema"]["properties"].items()}

    assert setting("apputils-extension:kernels-settings")["commsOverSubshells"] == "disabled"
    assert setting("application-extension:shell")["startMode"] == "single"
    notification = setting("apputils-extension:notification")
    assert (notification["fetchNews"], notification["checkForUpdates"]) == ("false", False)
    assert server.ask(FORMATS)[0] == 403
    assert server.ask(FORMATS, token=server.token) == (200, formats())
    shortcuts = setting("shortcuts-extension:shortcuts")["shortcuts"]
    assert {s["command"] for s in shortcuts if s.get("disabled")} >= {
        "notebook:cut-cell",
        "notebook:delete-cell",
    }

    _, page = server.ask("/lab", token=server.token)
    config = json.loads(
        re.search(r'<script id="jupyter-config-data"[^>]*>(.*?)</script>', page, re.DOTALL)[1]
    )
    assert config["news"] == {"disabled": True}
    assert config["buildAvailable"] is False, "no page asks whether JupyterLab is to be built"
    assert "@jupyterlab/lsp-extension:plugin" in config["disabledExtensions"], "there is no language server"
    assert "@jupyterlab/debugger-extension" in config["disabledExtensions"], "it tends to every page"
    busy = "@jupyterlab/application-extension:faviconbusy"
    assert busy in config["disabledExtensions"], "no other picture for the tab at each answer"
    installed = {
        path.parent.name for path in Path(sys.prefix, "share/jupyter/labextensions").glob("*/package.json")
    }
    assert "ipyparallel-labextension" in installed, "one that the page must not run"
    assert {one["name"] for one in config["federated_extensions"]} == EXTENSIONS
    (ours,) = (one for one in config["federated_extensions"] if one["name"] == "good-on-paper")
    script = f"{server.base}/lab/extensions/good-on-paper/{ours['load']}?token={server.token}"
    with urlopen(script) as answer:  # noqa: S310 - our own server
        assert answer.headers["Cache-Control"] == "no-cache", "else it outlives the next version"
    _, manager = server.ask("/lab/api/extensions?refresh=0", token=server.token)
    assert manager == [] or all(one["installed"] for one in manager), "only what is there, no index asked"


def test_a_second_start_says_where_the_first_is(
    server: Server, home: Path, start_server: Start, tmp_path: Path
) -> None:
    said = start_server(*words(home)).stop()
    assert f"your answers are already open, at {server.base}" in said
    assert "One of the two is enough." in said
    assert server.token in said
    assert launcher.notes_on(tmp_path / "another") == (), "whose answers are elsewhere is told nothing"
    server.process.kill()  # leaves its word behind, which counts for nothing now
    server.process.wait()
    said = start_server(*words(home)).stop()
    assert "already open" not in said
    assert not (home / "record.open").exists()
    assert str(home) in said
    assert said.rstrip().endswith("Good on Paper has stopped.")
    assert len(said.splitlines()) <= 9, "a few lines, not Jupyter's log"


@pytest.mark.skipif(sys.platform == "win32", reason="looks at the environment of a process as Linux shows it")
def test_the_sample_is_a_copy_that_goes_away(start_server: Start, tmp_path: Path) -> None:
    server = start_server(
        "good_on_paper",
        "open",
        "--no-browser",
        "--port",
        "0",
        "--sample",
        GOOD_ON_PAPER_HOME=str(tmp_path / "own"),
    )
    name = "00 Start here.ipynb"  # its kernel is on its way already
    asked = {"path": f"notebooks/{name}", "name": name, "type": "notebook", "kernel": {"name": "python3"}}
    status, session = server.ask("/api/sessions", token=server.token, method="POST", data=asked)
    assert status == 201, session
    children = psutil.Process(server.process.pid).children(recursive=True)
    settings = next(child.environ() for child in children if "ipykernel_launcher" in child.cmdline())
    folder = settings["GOOD_ON_PAPER_HOME"]
    assert settings["GOOD_ON_PAPER_SAMPLE"] == "1"
    assert list(tmp_path.joinpath(folder).glob("*.sqlite3"))
    assert "throw away what you change at the end" in server.stop()
    assert not tmp_path.joinpath(folder).exists()
    assert not (tmp_path / "own").exists()


@pytest.fixture
def kit_of_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The notebooks of a kit in which a page can be given another name."""
    notebooks = shutil.copytree(kit_folder.shipped_notebooks(), tmp_path / "kit" / "notebooks")
    place = tmp_path / "kit" / "src" / "good_on_paper" / "app" / "kit_folder.py"
    monkeypatch.setattr(kit_folder, "__file__", str(place))
    return notebooks


def test_a_page_with_another_name_is_found_and_told(kit_of_ones_own: Path) -> None:
    assert launcher.start_page(kit_of_ones_own) == ("00 Start here.ipynb", ())
    (kit_of_ones_own / "00 Start here.ipynb").rename(kit_of_ones_own / "Job hunt.ipynb")
    (kit_of_ones_own / "03 Before an interview.ipynb").unlink()
    (kit_of_ones_own / "A list.ipynb").write_text("[]")
    (kit_of_ones_own / "Broken.ipynb").write_bytes(b"\xff{")
    name, (called, gone) = launcher.start_page(kit_of_ones_own)
    assert name == "Job hunt.ipynb"
    assert "“00 Start here.ipynb” is called “Job hunt.ipynb” now" in called
    assert "Give it its old name again" in called
    assert f"“03 Before an interview.ipynb” is not in {kit_of_ones_own}" in gone


def test_without_its_start_page_it_says_what_to_do(kit_of_ones_own: Path, tmp_path: Path) -> None:
    (kit_of_ones_own / "00 Start here.ipynb").unlink()
    done = CliRunner().invoke(cli, ["open", "--no-browser", "--home", str(tmp_path / "record")])
    assert done.exit_code == 1
    told = " ".join(done.output.split())
    assert "Good on Paper: the page “00 Start here.ipynb” is not in" in told
    assert "bring it back there under that name; otherwise download the kit again" in told
    assert "nothing is lost" in told
