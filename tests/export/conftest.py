from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from good_on_paper.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def record(tmp_path) -> Iterator[Record]:
    with Record.open(tmp_path / "person") as opened:
        yield opened
