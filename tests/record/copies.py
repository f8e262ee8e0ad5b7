"""Copies of a record, and what stands in their tables."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from good_on_paper.record import RECORD_FILE

SHAPES = Path(__file__).parent / "shapes"


def older(folder: Path, shape: int) -> Path:
    """A record as the kit of an older shape left it."""
    folder.mkdir()
    with closing(sqlite3.connect(folder / RECORD_FILE)) as sql:
        sql.executescript((SHAPES / f"{shape}.sql").read_text(encoding="utf-8"))
    return folder


def copied(folder: Path, to: Path) -> Path:
    """A person's folder copied as a whole, as by a file manager."""
    return Path(shutil.copytree(folder, to))


def rows(folder: Path, table: str = "answer") -> list[dict[str, object]]:
    """A table's rows by column, ``after`` as a list."""
    with closing(sqlite3.connect(f"{(folder / RECORD_FILE).as_uri()}?mode=ro", uri=True)) as sql:
        sql.row_factory = sqlite3.Row
        found = [dict(row) for row in sql.execute(f"SELECT * FROM {table} ORDER BY 1")]  # noqa: S608 - our words
    for row in found:
        if "after" in row:
            row["after"] = json.loads(row["after"])
    return found


def forgotten(folder: Path) -> set[object]:
    return {row["id"] for row in rows(folder, "forgotten")}
