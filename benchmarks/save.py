"""A saved answer against a bare SQLite commit of the same row, turn by turn in one run.

Aim: under 1.5 times.
"""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
import time
import uuid
from pathlib import Path

from good_on_paper.record import Record

ROUNDS = 1000


def bare(path: Path) -> sqlite3.Connection:
    sql = sqlite3.connect(path, isolation_level=None)
    sql.execute("PRAGMA journal_mode = WAL")
    sql.execute("PRAGMA synchronous = FULL")
    sql.execute("CREATE TABLE answer (seq INTEGER PRIMARY KEY, given TEXT, unit TEXT, item TEXT, value TEXT)")
    return sql


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, Record.open(folder) as record:
        sql = bare(Path(folder) / "bare.sqlite3")
        sitting = record.sitting("lines")
        role = record.add_unit("role", sitting=sitting)
        ours, theirs = [], []
        for number in range(ROUNDS):
            begin = time.perf_counter()
            sql.execute("BEGIN IMMEDIATE")
            row = (None, "2026-11-22T20:00:00Z", role.id, "line", str(number % 7))
            sql.execute("INSERT INTO answer VALUES (?, ?, ?, ?, ?)", row)
            sql.execute("COMMIT")
            middle = time.perf_counter()
            record.answer(role, "line", number % 7, sitting=sitting, token=uuid.uuid4().hex)
            end = time.perf_counter()
            theirs.append(middle - begin)
            ours.append(end - middle)
        mine, peer = statistics.median(ours) * 1e3, statistics.median(theirs) * 1e3
        print(f"save: {mine:.2f} ms, a bare commit {peer:.2f} ms: {mine / peer:.2f} times (aim: under 1.5)")


if __name__ == "__main__":
    main()
