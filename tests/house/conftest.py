from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
TINY = Path(__file__).parent / "tiny_kit"


@pytest.fixture(scope="session")
def root() -> Path:
    """The kit's own folder."""
    return ROOT


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    """The real run.py and house beside a kit that needs no packages, in a folder with a space."""
    folder = tmp_path / "My Kit"
    shutil.copytree(TINY, folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "house", folder / "house", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "run.py", folder)
    return folder


@pytest.fixture
def commands(tmp_path: Path) -> Path:
    """The only folder on PATH, empty at first: neither uv nor apt-get is found."""
    folder = tmp_path / "commands"
    folder.mkdir()
    return folder


@pytest.fixture
def environ(commands: Path) -> dict[str, str]:
    """Variables under which nothing but `commands` is found and no package index answers."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "UV_"))}
    return kept | {
        "PATH": str(commands),
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
        "PIP_RETRIES": "0",
        "PIP_NO_CACHE_DIR": "1",
    }


@pytest.fixture
def start(environ: dict[str, str]) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Start a kit's run.py, wait for its end, and give what it said."""

    def start(kit: Path, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, str(kit / "run.py"), *words],
            env=environ | settings,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=300,
            check=False,
        )

    return start
