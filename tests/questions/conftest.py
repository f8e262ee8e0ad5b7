"""The scene of an interview: a person with three needs, and a job that they know nothing of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from good_on_paper.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NEEDS = ("pace", "clarity", "peers")


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """Give the record of somebody who named three needs and one job, and does not know how it is there."""
    with Record.open(tmp_path / "person") as opened:
        sitting = opened.sitting("said")
        opened.answer(opened.person, "guesses", list(NEEDS), sitting=sitting)
        target = opened.add_unit("target", sitting=sitting)
        opened.answer(target, "employer", "Brightwater", sitting=sitting)
        for line in NEEDS:
            opened.answer(target, f"knows:{line}", "unknown", sitting=sitting)
        yield opened
