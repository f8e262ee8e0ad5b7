"""The real run.py beside a kit that needs no packages, started where no package index answers."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TINY = Path(__file__).parent / "tiny_kit"


def lay_kit(world: Path) -> Path:
    """Lay the real run.py and house beside a kit that needs no packages, in a folder with a space."""
    folder = world / "My Kit"
    shutil.copytree(TINY, folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "house", folder / "house", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "run.py", folder)
    return folder


def alone(commands: Path) -> dict[str, str]:
    """Give variables under which nothing but `commands` is found and no package index answers."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "UV_"))}
    return kept | {
        "PATH": str(commands),
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
        "PIP_RETRIES": "0",
        "PIP_NO_CACHE_DIR": "1",
    }


def start_kit(
    kit: Path, *words: str, environ: dict[str, str], cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Start a kit's run.py, wait for its end, and give what it said."""
    return subprocess.run(
        [sys.executable, str(kit / "run.py"), *words],
        cwd=cwd,
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=300,
        check=False,
    )
