from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from good_on_paper.catalogue import Catalogue, load
from good_on_paper.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

REFERENCE = Path(__file__).parents[1] / "reference"


@pytest.fixture
def reference() -> Path:
    return REFERENCE


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load()


@pytest.fixture
def overlay(tmp_path: Path) -> Path:
    return tmp_path / "person" / "catalogue.toml"


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "person") as opened:
        yield opened
