"""The kit from a wheel: built, installed in an environment of its own, opened where there is no clone."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from good_on_paper.app.kit_folder import LAID
from tests.app.jupyter import WITHOUT_SCIPY
from tests.patience import PATIENCE_MS

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser

    from conftest import Server

    Start = Callable[..., Server]

pytestmark = pytest.mark.long

ROOT = Path(__file__).parents[2]
START, CHANGED = "00 Start here.ipynb", "02 What it was like.ipynb"
GOES_INTO_A_WHEEL = ("src", "notebooks", "data", "pyproject.toml", "README.md", "LICENSE", ".gitignore")


def build(project: Path, into: Path, kind: str = "wheel") -> Path:
    """Build a wheel of a project, as every installer does, or its sources."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(into)]
    subprocess.run(command, cwd=project, check=True, capture_output=True)
    [built] = into.iterdir()
    return built


def another_clone(folder: Path) -> Path:
    folder.mkdir()
    for name in GOES_INTO_A_WHEEL:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, copy_function=shutil.copyfile)
        else:
            shutil.copyfile(ROOT / name, folder / name)
    return folder


def next_version(clone: Path) -> Path:
    """Change the code of two pages of a clone, as a new version does."""
    for name in (START, CHANGED):
        notebook = read(clone / "notebooks" / name)
        cell = next(cell for cell in notebook["cells"] if cell["cell_type"] == "code")
        cell["source"] = ["# new in this version\n", *cell["source"]]
        (clone / "notebooks" / name).write_text(json.dumps(notebook), encoding="utf-8")
    list_anew = [sys.executable, "-m", "good_on_paper.app.known"]
    subprocess.run(list_anew, env=os.environ | {"PYTHONPATH": str(clone / "src")}, check=True)
    project = clone / "pyproject.toml"
    version = 'version = "'
    project.write_text(project.read_text("utf-8").replace(version, f"{version}9.", 1), encoding="utf-8")
    return clone


def read(path: Path) -> dict[str, list[dict[str, object]]]:
    return json.loads(path.read_text(encoding="utf-8"))


class Environment:
    """An environment with pip and the packages that the kit needs, all lent, but without the kit."""

    def __init__(self, folder: Path) -> None:
        lent = ["--without-pip"] if find_spec("pip") else []  # unless it was uv that made the tests' own
        subprocess.run([sys.executable, "-m", "venv", *lent, str(folder)], check=True)
        self.bin = folder / "bin"
        [packages] = folder.glob("lib/*/site-packages")
        # lent from the tests' environment: a file named there that links the clone counts for nothing here
        (packages / "lent.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")

    def install(self, wheel: Path) -> None:
        words = ["install", "--quiet", "--no-deps", "--no-index", "--no-compile", str(wheel)]
        subprocess.run([str(self.bin / "python"), "-m", "pip", *words], check=True)

    def settings(self, home: Path) -> dict[str, str]:
        """Variables of a person's own world, and where the lent JupyterLab has its pages."""
        share = Path(sys.prefix, "share", "jupyter")
        return {
            **{name: str(home) for name in ("HOME", "XDG_DATA_HOME")},
            "PYTHONPATH": WITHOUT_SCIPY,
            "GOOD_ON_PAPER_HOME": "",
            "JUPYTER_PATH": str(share),
            "JUPYTERLAB_DIR": str(share / "lab"),
        }


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this clone."""
    return build(ROOT, tmp_path_factory.mktemp("one"))


def test_two_builds_are_equal_to_the_byte(one: Path, tmp_path: Path) -> None:
    """From two folders, with other times on the files."""
    other = build(another_clone(tmp_path / "clone"), tmp_path / "other")
    assert one.name == other.name
    assert one.read_bytes() == other.read_bytes()


def test_two_builds_of_the_sources_are_equal_and_give_the_same_wheel(one: Path, tmp_path: Path) -> None:
    here, there = (
        build(another_clone(tmp_path / name), tmp_path / f"{name} built", "sdist")
        for name in ("here", "there")
    )
    assert here.read_bytes() == there.read_bytes()
    shutil.unpack_archive(here, tmp_path / "unpacked", filter="data")
    [sources] = (tmp_path / "unpacked").iterdir()
    assert build(sources, tmp_path / "wheel").read_bytes() == one.read_bytes()


@pytest.mark.browser
@pytest.mark.skipif(sys.platform == "win32", reason="no variable moves the data folder there")
def test_a_package_opens_without_a_clone_and_is_renewed(
    start_server: Start, chromium: Browser, one: Path, tmp_path: Path
) -> None:
    environment, home, elsewhere = Environment(tmp_path / "env"), tmp_path / "home", tmp_path / "elsewhere"
    elsewhere.mkdir()
    program, settings = [str(environment.bin / "good-on-paper")], environment.settings(home)

    def start(*words: str) -> Server:
        return start_server(*words, "--no-browser", "--port", "0", program=program, cwd=elsewhere, **settings)

    environment.install(one)
    server = start("--sample")
    [laid] = home.rglob(LAID)
    shown = server.ask("/api/contents", token=server.token)[1]["content"]
    assert [entry["name"] for entry in shown] == ["notebooks"], "neither code nor a record is handed out"
    page = chromium.new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.goto(server.address)
    expect(page.locator(".gop-page .sample")).to_be_visible()
    expect(page.get_by_role("group", name="Start here", exact=True)).to_be_visible()  # a form
    page.close()
    assert "This is an invented person" in server.stop()
    assert {path.name for path in laid.glob("notebooks/*.ipynb")} == {
        path.name for path in ROOT.glob("notebooks/*.ipynb")
    }

    mine = read(laid / "notebooks" / CHANGED)
    mine["cells"][0]["source"] = "# My own words"
    (laid / "notebooks" / CHANGED).write_text(json.dumps(mine), encoding="utf-8")
    newer = next_version(another_clone(tmp_path / "clone"))
    environment.install(build(newer, tmp_path / "new"))
    told = start("open").stop()
    assert f"you changed “{CHANGED}”, so we left it as it is." in told
    assert read(laid / "notebooks" / CHANGED) == mine
    beside = CHANGED.replace(".ipynb", " (new).ipynb")
    for name, now in ((START, START), (CHANGED, beside)):
        assert (laid / "notebooks" / now).read_bytes() == (newer / "notebooks" / name).read_bytes()
