"""run.py, really started: the environments are made by venv and pip, for a kit that needs no packages."""

from __future__ import annotations

import ast
import concurrent.futures
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from house import environment
from house.steps import StoppedError
from tests.house.tiny import alone, lay_kit, start_kit

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Start = Callable[..., subprocess.CompletedProcess[str]]

pytestmark = pytest.mark.long

MADE = "making the environment"
MENDED = "making it anew"


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a file that must never run would write."""
    return tmp_path_factory.mktemp("ran") / "ran"


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory, ran: Path) -> tuple[Path, list[str]]:
    """A kit that was started twice at once for the first time, where uv is broken; and what both said.

    What merely lies beside run.py, or where it is started from, must never run.
    """
    world = tmp_path_factory.mktemp("world")
    kit, elsewhere, commands = lay_kit(world), world / "downloads", world / "commands"
    for folder in (elsewhere, commands):
        folder.mkdir()
    for folder in (kit, elsewhere):
        for name in ("subprocess", "json", "hashlib", "secrets", "typer", "venv", "pip"):
            (folder / f"{name}.py").write_text(f"open({str(ran)!r}, 'a').write(__file__)\n", encoding="utf-8")
    if sys.platform != "win32":
        uv = commands / "uv"
        uv.write_text("#!/bin/sh\necho I am too old for that\nexit 2\n", encoding="utf-8")
        uv.chmod(0o755)
    with concurrent.futures.ThreadPoolExecutor() as pool:
        both = pool.map(
            lambda _: start_kit(kit, "--no-browser", environ=alone(commands), cwd=elsewhere), range(2)
        )
        ended = list(both)
    assert [done.returncode for done in ended] == [0, 0], ended
    return kit, [done.stdout for done in ended]


def test_the_first_start_makes_all_ready_and_the_second_goes_straight(
    begun: tuple[Path, list[str]], ran: Path, start: Start
) -> None:
    kit, said = begun
    assert sum(MADE in words for words in said) == 1
    assert sum("adding the kit" in words for words in said) == 1
    assert all("started: open --no-browser" in words for words in said), said
    assert all(f"in: {kit / '.venv'}" in words for words in said)

    second = start(kit, "where")
    assert second.stdout.splitlines() == ["started: where", f"in: {kit / '.venv'}"]
    assert start(kit, "--version").stdout.splitlines()[0] == "started: --version"
    assert not ran.exists(), ran.read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="makes a stand-in uv out of a shell script")
def test_two_starts_at_once_make_one_environment_and_a_broken_uv_gives_way_to_pip(
    begun: tuple[Path, list[str]],
) -> None:
    _, said = begun
    assert all("started: open" in words for words in said), said
    assert sum(MADE in words for words in said) == 1
    assert sum("another start is making things ready" in words for words in said) == 1
    fell_back = "uv could not; going on with pip. It said:\n  | I am too old for that"
    assert sum(fell_back in words for words in said) == 1


def test_a_package_that_is_not_the_locked_one_is_refused(
    begun: tuple[Path, list[str]], tmp_path: Path, start: Start
) -> None:
    kit, _ = begun
    lock, stamp = kit / "requirements.lock", kit / ".venv" / "requirements.lock.stamp"
    as_it_was = {path: path.read_bytes() for path in (lock, stamp)}
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    (wheels / "seaborn-0.13.2-py3-none-any.whl").write_bytes(b"another file under the same name")
    lock.write_text(f"seaborn==0.13.2 --hash=sha256:{'0' * 64}\n", encoding="utf-8")
    refused = start(kit, PIP_NO_INDEX="1", PIP_FIND_LINKS=str(wheels))
    assert refused.returncode == 1
    assert "started" not in refused.stdout
    assert not stamp.exists()
    for path, content in as_it_was.items():  # nothing was added to the environment: it is as good as before
        path.write_bytes(content)


def test_what_failed_or_is_broken_moved_or_changed_is_mended(
    begun: tuple[Path, list[str]], start: Start, commands: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One start makes anew what failed, broke and moved, since that takes seconds; each alone asks for it."""
    kit, _ = begun
    if uv := shutil.which("uv"):  # ten times faster than pip
        (commands / "uv").symlink_to(uv)
    with (kit / "pyproject.toml").open("a", encoding="utf-8") as project:
        project.write("# changed\n")
    updated = start(kit).stdout
    assert "adding the kit" in updated
    assert MENDED not in updated

    python = environment.PYTHON.relative_to(environment.HERE)

    def stands(at: Path) -> str:
        monkeypatch.setattr(environment, "HERE", at)
        monkeypatch.setattr(environment, "ENVIRONMENT", at / ".venv")
        monkeypatch.setattr(environment, "PYTHON", at / python)
        return environment.state("requirements.lock")

    assert stands(kit) == "ready"
    [link] = (kit / ".venv").glob("**/tiny.pth")
    aside = link.rename(kit / "tiny.pth")
    assert stands(kit) == "none"
    aside.rename(link)
    moved = kit.rename(kit.parent / "Moved Kit")
    assert stands(moved) == "none"
    moved.rename(kit)
    assert stands(kit) == "ready"

    lock = kit / "requirements.lock"
    needs = lock.read_text(encoding="utf-8")
    lock.write_text(f"seaborn==0.13.2 --hash=sha256:{'0' * 64}\n", encoding="utf-8")
    failed = start(kit)  # there is no network
    assert failed.returncode == 1
    assert "Is this computer online" in failed.stdout
    assert "Traceback" not in failed.stdout
    assert not list((kit / ".venv").glob("*.stamp"))
    lock.write_text(needs, encoding="utf-8")
    assert stands(kit) == "none"

    link.unlink()
    kit.rename(moved)
    again = start(moved).stdout
    assert MENDED in again
    assert ("making the environment with uv - done" in again) == bool(uv)
    assert "started: open" in again
    assert f"in: {moved / '.venv'}" in again


@pytest.mark.skipif(sys.platform == "win32", reason="makes a stand-in Python out of a shell script")
def test_a_python_that_cannot_make_environments_is_told_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    python = tmp_path / "python3"
    python.write_text("#!/bin/sh\necho ensurepip is not available\nexit 1\n", encoding="utf-8")
    python.chmod(0o755)
    monkeypatch.setattr(sys, "_base_executable", str(python))
    monkeypatch.setattr(environment, "ENVIRONMENT", tmp_path / ".venv")
    monkeypatch.setenv("PATH", str(tmp_path))  # neither uv nor apt-get
    with pytest.raises(
        StoppedError, match=r"ensurepip is not available(.|\n)*sudo apt install python3\.\d+-venv"
    ):
        environment._install("requirements.lock")  # noqa: SLF001 - the step, without the rest of a start


# --- old Pythons ------------------------------------------------------------------------------------------


def test_an_old_python_gets_a_sentence(kit: Path, environ: dict[str, str]) -> None:
    pretend = (
        "import runpy, sys; sys.version_info = (3, 8, 2); runpy.run_path(sys.argv[1], run_name='__main__')"
    )
    said = subprocess.run(
        [sys.executable, "-c", pretend, str(kit / "run.py")],
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 1
    assert "this is Python 3.8, which is too old" in said.stdout
    assert "Python 3.11 or newer is needed" in said.stdout
    assert said.stderr == ""


def test_old_pythons_can_read_run_py(root: Path) -> None:
    tree = ast.parse((root / "run.py").read_text(encoding="utf-8"))
    newer = (
        ast.JoinedStr,
        ast.AnnAssign,
        ast.NamedExpr,
        ast.AsyncFunctionDef,
        ast.Match,
        ast.Nonlocal,
        ast.Starred,
    )
    for node in ast.walk(tree):
        assert not isinstance(node, newer), f"line {node.lineno}: too new for an old Python"
        if isinstance(node, ast.arg):
            assert node.annotation is None, f"line {node.lineno}"
        if isinstance(node, ast.FunctionDef):
            assert node.returns is None, f"line {node.lineno}"
            assert not node.args.kwonlyargs, f"line {node.lineno}"


def test_an_older_interpreter_of_this_computer_agrees(kit: Path, environ: dict[str, str]) -> None:
    names = (f"python{version}" for version in ("2.7", "3.6", "3.8", "3.9", "3.10"))
    found = (path for name in names if (path := shutil.which(name)))
    old = next(
        (path for path in found if subprocess.run([path, "-V"], env=environ, check=False).returncode == 0),
        None,
    )
    if old is None:
        pytest.skip("no older Python here")
    said = subprocess.run(
        [old, str(kit / "run.py")], env=environ, capture_output=True, text=True, check=False
    )
    assert "which is too old" in said.stdout
    assert "SyntaxError" not in said.stderr
