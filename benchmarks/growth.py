"""How the record grows: what a person waits for, in milliseconds, at a thousand answers and at many more.

    python benchmarks/growth.py [ANSWERS...]

By default 1,000, 10,000 and 100,000 answers: 12 jobs and 33 lines, answered anew again and again in one long
sitting. Prints a table; the last column is how many times the largest costs the smallest. Aims at 100,000:
undo under 50 ms, the grid's state under 100, the first call of page 02 under 400, and no more for the first
answer of a day, while its backup is made, than for any other.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from good_on_paper.catalogue import load
from good_on_paper.forms import RatingGrid
from good_on_paper.record import Record, rows
from good_on_paper.record.folder import BACKUPS
from good_on_paper.record.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Callable

SIZES = (1_000, 10_000, 100_000)
JOBS, LINES = 12, 33
FIRST_CALL = """
import sys, time
from good_on_paper import kit
begin = time.perf_counter()
kit.page("02")
print((time.perf_counter() - begin) * 1e3)
"""


def fill(folder: Path, answers: int) -> None:
    """Answer the same lines of the same jobs until there are so many answers, all in one sitting."""
    dice = random.Random(answers)  # noqa: S311 - the same record each time
    items = load().items("circumstance")[:LINES]
    with Record.open(folder) as record, record.batch():
        roles = [record.add_unit("role", sitting=record.sitting("roles")) for _ in range(JOBS)]
        sitting = record.sitting("lines")
        for role in roles:
            record.answer(role, "title", "Editor", sitting=sitting)
        file = record._file  # noqa: SLF001

        def row(turn: int) -> tuple[object, ...]:
            role, item = roles[turn % JOBS], items[turn // JOBS % len(items)]
            said = (item.key, item.revision, "value", str(dice.randint(1, 7)))
            return (rows.now(), role.id, *said, None, 0, sitting.id, None, None, None, new_id(), file)

        values = [row(turn) for turn in range(answers - record.newest)]
        with record._connection.writing() as sql:  # noqa: SLF001 - a million one by one take minutes
            sql.executemany(rows.INSERT, values)


def milliseconds(act: Callable[[], object], times: int = 1) -> float:
    took = []
    for _ in range(times):
        begin = time.perf_counter()
        act()
        took.append(time.perf_counter() - begin)
    return median(took) * 1e3


def measure(folder: Path) -> dict[str, float]:
    figures = {}
    ran = [sys.executable, "-c", FIRST_CALL]
    home = {**os.environ, "GOOD_ON_PAPER_HOME": str(folder)}
    first = subprocess.run(ran, env=home, capture_output=True, text=True, check=True)
    figures["page 02, first call"] = float(first.stdout)
    with Record.open(folder) as record:
        catalogue = load()
        lines = [item.key for item in catalogue.items("circumstance")[:LINES]]
        sitting = record.sittings("lines")[0]
        role = record.units("role")[0]
        figures["current view"] = milliseconds(record.current, 5)
        figures["rating grid's state"] = milliseconds(
            RatingGrid(record, catalogue, lines=lines).page_state, 5
        )
        figures["undo in one long sitting"] = milliseconds(lambda: record.undo(sitting), 5)
        figures["an answer"] = milliseconds(lambda: record.answer(role, lines[0], 1, sitting=sitting), 9)
    shutil.rmtree(folder / BACKUPS, ignore_errors=True)
    begin = time.perf_counter()
    with Record.open(folder) as record:
        figures["opening, a day's first"] = (time.perf_counter() - begin) * 1e3
        beside = milliseconds(lambda: record.answer(role, lines[0], 1, sitting=sitting), 9)
        figures["an answer beside the backup"] = beside
    figures["all of it, until closed"] = (time.perf_counter() - begin) * 1e3
    return figures


def main() -> None:
    sizes = [int(word.replace(",", "")) for word in sys.argv[1:]] or list(SIZES)
    table = []
    for answers in sizes:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "person"
            fill(folder, answers)
            table.append(measure(folder))
    print(f"{'growth, in ms':30}" + "".join(f"{size:>12,}" for size in sizes) + f"{'times':>9}")
    for name, least in table[0].items():
        found = [figures[name] for figures in table]
        print(f"{name:30}" + "".join(f"{each:12.1f}" for each in found) + f"{found[-1] / least:9.1f}")


if __name__ == "__main__":
    main()
