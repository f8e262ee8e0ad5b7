from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from good_on_paper.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

DISK: Final = Path("/var/tmp")  # noqa: S108 - each test has a folder of its own there, for its owner alone
"""Where files outlive a restart: what a record does with a disk is tested on one."""


@pytest.fixture
def tmp_path(tmp_path: Path) -> Iterator[Path]:
    if not (Path(tempfile.gettempdir()) == Path("/dev/shm") and DISK.is_dir()):  # noqa: S108 - as tests/conftest.py
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(prefix="gop-", dir=DISK) as folder:
        yield Path(folder)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "person") as opened:
        yield opened
