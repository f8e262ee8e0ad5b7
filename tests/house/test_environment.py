"""When an environment is whole, and when it has to be made anew."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from house import environment

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The package folder of an environment that was made from the runtime lock."""
    monkeypatch.setattr(environment, "ENVIRONMENT", made := tmp_path / ".venv")
    folder = made / ("Lib/site-packages" if os.name == "nt" else "lib/python3/site-packages")

    def install(_lock: str) -> None:
        for name in ("pandas", "pip-24.0.dist-info", "setuptools-65.5.0.dist-info", "pkg_resources"):
            (folder / name).mkdir(parents=True)

    monkeypatch.setattr(environment, "_install", install)
    environment.ready(environment.RUNTIME)
    return folder


def test_a_newer_setuptools_of_another_lock_leaves_it_whole(packages: Path) -> None:
    (packages / "pkg_resources").rmdir()
    (packages / "setuptools-65.5.0.dist-info").rename(packages / "setuptools-82.0.0.dist-info")
    assert environment.state(environment.RUNTIME) == "ready"


def test_a_package_that_was_taken_out_breaks_it(packages: Path) -> None:
    (packages / "pandas").rmdir()
    assert environment.state(environment.RUNTIME) == "none"
