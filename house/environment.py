"""The environment beside ``run.py``: made once, mended when something about it has changed.

A stamp in it, written last, says for which folder and Python it was made and from which files. Whatever
breaks off half-way leaves no stamp, and without a stamp nothing counts as ready.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import sys
import time
from pathlib import Path
from typing import IO, TYPE_CHECKING

from house.progress import of_packages
from house.steps import StoppedError, do, install_debian, say

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).absolute().parents[1]
ENVIRONMENT = HERE / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
RUNTIME, DEVELOPMENT = "requirements.lock", "requirements-dev.lock"
DOCUMENTATION = "requirements-docs.lock"

_BROUGHT_BY_PYTHON = ("pip", "setuptools", "pkg_resources", "_distutils_hack", "distutils-precedence")
"""What Python itself puts into an environment: another lock may bring a newer one in its place."""

FROM_LOCK = ["--require-hashes", "--only-binary", ":all:", "-r"]
THE_KIT = ["--no-deps", "--no-build-isolation", "--no-index", "-e", str(HERE)]


def ready(*locks: str) -> None:
    """Make the environment hold the packages of these lock files, and the kit.

    Raises
    ------
    StoppedError
        When that cannot be done here; nothing half-made is left to be used.
    """
    with _one_at_a_time():
        broken = any(state(lock) == "none" and (lock == RUNTIME or _stamp(lock).exists()) for lock in locks)
        if broken and os.path.lexists(ENVIRONMENT):
            say("the environment in .venv is unfinished, moved or of another Python; making it anew.")
            _remove()
        for lock in locks:
            if state(lock) == "ready":
                continue
            stamp = _stamp(lock)
            stamp.unlink(missing_ok=True)
            _install(lock)
            made = {"place": _place(), "contents": _contents(lock), "packages": _packages()}
            stamp.write_text(json.dumps(made), encoding="utf-8")


def state(lock: str) -> str:
    """Say how the environment stands to a lock file.

    Returns
    -------
    str
        ``"ready"``; ``"stale"``: whole, but made from other files; ``"none"``: absent, unfinished, moved, of
        another Python, or with packages taken out.
    """
    try:
        stamp = json.loads(_stamp(lock).read_text(encoding="utf-8"))
        if stamp["place"] != _place() or not PYTHON.exists() or set(stamp["packages"]) - set(_packages()):
            return "none"
        return "ready" if stamp["contents"] == _contents(lock) else "stale"
    except (OSError, ValueError, KeyError, TypeError):
        return "none"


def _stamp(lock: str) -> Path:
    return ENVIRONMENT / f"{lock}.stamp"


def _place() -> list[str]:
    """Return what an environment cannot outlive: its folder and its Python."""
    return [str(HERE), sys.version]


def _contents(lock: str) -> str:
    """Return a digest of what the environment is made from; of the kit itself nothing is copied into it."""
    digest = hashlib.sha256()
    for path in [HERE / lock, HERE / "pyproject.toml"]:
        digest.update(path.relative_to(HERE).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _packages() -> list[str]:
    """Return the names in the environment's package folder, which a few clicks can empty."""
    return sorted(name for name in _installed() if not name.startswith(_BROUGHT_BY_PYTHON))


def _installed() -> set[str]:
    pattern = "Lib/site-packages/*" if os.name == "nt" else "lib/*/site-packages/*"
    return {path.name for path in ENVIRONMENT.glob(pattern)}


@contextlib.contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Hold a lock, so that two starts do not build one environment; the system lets go of it at a crash."""
    try:
        file = (HERE / ".venv.lock").open("a")
    except OSError as error:
        raise StoppedError(
            f"cannot write in {HERE} ({error}). Move the kit to a folder of your own."
        ) from error
    with file:
        if not _locked(file):
            say("another start is making things ready; waiting for it.")
            while not _locked(file):
                time.sleep(0.3)
        yield


def _locked(file: IO[str]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - only there

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - only elsewhere

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _remove() -> None:
    try:
        if ENVIRONMENT.is_symlink() or ENVIRONMENT.is_file():
            ENVIRONMENT.unlink()
        elif ENVIRONMENT.exists():
            shutil.rmtree(ENVIRONMENT)
    except OSError as error:
        raise StoppedError(
            f"cannot replace the folder {ENVIRONMENT} ({error}).\n"
            f"Close every window in which Good on Paper runs, delete that folder and start again."
        ) from error


def _install(lock: str) -> None:
    """Fill the environment from a lock and add the kit: by uv where present and able, else by pip."""
    if shutil.which("uv"):
        try:
            _install_with_uv(lock)
        except StoppedError as reason:
            say(f"uv could not; going on with pip. It said:\n{reason}")
        else:
            return
    _install_with_pip(lock)


def _fetching(lock: str) -> str:
    return "fetching the packages, once (half a gigabyte)" if lock == RUNTIME else f"fetching {lock}"


def _base_python() -> str:
    """Return this Python, or the one it was made from when it lives in an environment itself."""
    return str(getattr(sys, "_base_executable", sys.executable))


def _install_with_uv(lock: str) -> None:
    venv: list[str | Path] = ["uv", "venv", "--allow-existing", "--python", _base_python(), ENVIRONMENT]
    # as pip does it: else the first page waits while everything is compiled
    pip: list[str | Path] = ["uv", "pip", "install", "--compile-bytecode", "--python", PYTHON]
    do("making the environment with uv", venv)
    do(_fetching(lock), [*pip, *FROM_LOCK, HERE / lock])
    do("adding the kit", [*pip, *THE_KIT])


def _install_with_pip(lock: str) -> None:
    if not (PYTHON.exists() and "pip" in _installed()):  # to make it again over itself takes seconds
        _make_with_venv()
    pip: list[str | Path] = [PYTHON, "-m", "pip", "install", "--progress-bar", "off"]
    progress = of_packages((HERE / lock).read_text(encoding="utf-8"))
    try:
        do(_fetching(lock), [*pip, *FROM_LOCK, HERE / lock], progress)
    except StoppedError as reason:
        raise StoppedError(
            f"the packages could not be fetched:\n{reason}\n"
            f"Is this computer online, and may it reach the package index (a proxy, a firewall)?\n"
            f"Is this Python ({sys.version.split()[0]}) one of 3.11 to 3.14?\n"
            f"Nothing half-made will be used: just start again."
        ) from reason
    do("adding the kit", [*pip, *THE_KIT])


def _make_with_venv() -> None:
    venv: list[str | Path] = [_base_python(), "-m", "venv", ENVIRONMENT]
    try:
        do("making the environment", venv)
    except StoppedError as reason:  # Debian and Ubuntu sell Python and what makes environments apart
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        if not install_debian(package):
            raise StoppedError(
                f"this Python cannot make an environment of its own:\n{reason}\n"
                f"On Debian or Ubuntu type:  sudo apt install {package}\n"
                f"Elsewhere install Python from python.org/downloads. Then start again."
            ) from reason
        do("making the environment", [*venv, "--clear"])
