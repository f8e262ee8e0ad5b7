from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.house.tiny import alone, lay_kit, start_kit

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def root() -> Path:
    """The kit's own folder."""
    return ROOT


@pytest.fixture
def beside_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, and no record anywhere."""
    monkeypatch.setenv("GOOD_ON_PAPER_HOME", str(tmp_path / "nobody"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    return lay_kit(tmp_path)


@pytest.fixture
def commands(tmp_path: Path) -> Path:
    """The only folder on PATH, empty at first: neither uv nor apt-get is found."""
    folder = tmp_path / "commands"
    folder.mkdir()
    return folder


@pytest.fixture
def environ(commands: Path) -> dict[str, str]:
    return alone(commands)


@pytest.fixture
def start(environ: dict[str, str]) -> Callable[..., subprocess.CompletedProcess[str]]:
    def start(kit: Path, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
        return start_kit(kit, *words, environ=environ | settings)

    return start
