from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from good_on_paper.kit.me import Me, sample
from good_on_paper.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SAID = {
    "in_one_year": "A season of my own, from the first walk to the final report.",
    "in_five_years": "The person people ask about this river.",
    "in_ten_years": "Teaching others to read one.",
    "take_price:decision_freedom": "£4,000 a year",
    "take_says:hours": "want",
}


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "person") as opened:
        yield opened


@pytest.fixture(scope="module")
def me() -> Iterator[Me]:
    """The sample, after a first look and with a list of their own."""
    mine = sample()
    mine.take_a_look()
    for item, value in SAID.items():
        mine.record.answer(mine.unit, item, value, sitting=mine.record.sitting("take_home"))
    yield mine
    mine.record.close()
