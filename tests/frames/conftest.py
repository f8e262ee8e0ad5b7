"""A record in a folder of its own, and a short way to fill it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from good_on_paper.catalogue import Catalogue, load
from good_on_paper.record import Record, Sitting, Unit


@pytest.fixture
def rec(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "person") as record:
        yield record


@pytest.fixture
def cat() -> Catalogue:
    return load()


@pytest.fixture
def sitting(rec: Record) -> Sitting:
    return rec.sitting("roles")


@pytest.fixture
def add(rec: Record, sitting: Sitting) -> Callable[..., Unit]:
    def add_role(kind: str = "role", parent: Unit | None = None, **answers: object) -> Unit:
        unit = rec.add_unit(kind, sitting=sitting, parent=parent)
        for item, value in answers.items():
            rec.answer(unit, item, value, sitting=sitting)
        return unit

    return add_role
