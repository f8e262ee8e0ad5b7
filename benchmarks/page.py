"""Kernel time of the patterns page, 33 lines, at 8 and at 40 jobs: all findings, the first pictures.

Aim: under 3 seconds. Measured with what a person's own environment holds: scipy and hypothesis come with the
tests only, and where they are there seaborn and pandera import them for nothing. `python benchmarks/page.py
--with-tests` leaves them in.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile

from good_on_paper.catalogue import load
from good_on_paper.record import Record

WITHOUT = "import sys; sys.modules.update(scipy=None, hypothesis=None)"

PAGE = """
import time
begin = time.process_time()
from good_on_paper import kit
imported = time.process_time()
for make, shown in ((kit.line_ups, 6), (kit.side_by_side, 1), (lambda: kit.years(how_it_went=True), 1)):
    panel = make()
    assert panel.handle({"type": "ready"})["type"] == "page"
    panel.handle({"type": "reveal"})  # only the first has something to reveal
    for chart in range(shown):
        reply = panel.handle({"type": "show", "names": "names", "chart": chart})
        assert reply["type"] == "chart", reply
print(f"{imported - begin:.2f} {time.process_time() - imported:.2f}")
"""


def fill(folder: str, roles: int) -> None:
    dice = random.Random(roles)  # noqa: S311 - the same record each time
    items = [*load().items("circumstance"), load().item("overall")]
    with Record.open(folder) as record, record.batch():
        sitting = record.sitting("roles")
        for number in range(roles):
            role = record.add_unit("role", sitting=sitting)
            record.answer(role, "title", f"Job {number}", sitting=sitting)
            record.answer(role, "started", str(1980 + number), sitting=sitting)
            for item in items:
                record.answer(role, item.key, dice.randint(1, 7), revision=item.revision, sitting=sitting)


def main() -> None:
    for roles in (8, 40):
        with tempfile.TemporaryDirectory() as folder:
            fill(folder, roles)
            ran = subprocess.run(
                [sys.executable, "-c", PAGE if "--with-tests" in sys.argv else f"{WITHOUT}\n{PAGE}"],
                env={**os.environ, "GOOD_ON_PAPER_HOME": folder},
                capture_output=True,
                text=True,
                check=True,
            )
        imported, drawn = ran.stdout.split()
        print(f"page: {roles} jobs: {drawn} s of kernel time (aim: under 3), after {imported} s of imports")


if __name__ == "__main__":
    main()
