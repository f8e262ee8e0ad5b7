"""Kernel time of the pages that draw, at 8 and at 40 jobs: all findings, the first pictures.

What your better jobs had in common, over 33 lines; when it got dull, with every boredom answer, an ordinary
day of six stretches of each job, and all that goes with it; what you can live with, with every worry of every
job. Aim: each takes less than the imports of its libraries.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
from typing import TYPE_CHECKING

from good_on_paper.catalogue import load
from good_on_paper.frames.bearing import BEARS, SPANS, bears, bears_for, no_more
from good_on_paper.frames.boredom import helped_much
from good_on_paper.record import Record
from good_on_paper.record.days import OF_A_STRETCH, add_day

if TYPE_CHECKING:
    from good_on_paper.record import Sitting, Unit

WITHOUT = "import sys; sys.modules.update(scipy=None, hypothesis=None)"

PAGE = """
import sys, time
begin = time.process_time()
from good_on_paper import kit
imported = time.process_time()
for name, shown in zip(sys.argv[1::2], map(int, sys.argv[2::2])):
    panel = kit.years(how_it_went=True) if name == "years" else getattr(kit, name)()
    page = panel.handle({"type": "ready"})
    if not shown:
        continue  # a form
    assert page["type"] == "page"
    page |= panel.handle({"type": "reveal"})  # only some have something to reveal
    for chart in range(min(shown, page["total"])):
        reply = panel.handle({"type": "show", "names": "names", "chart": chart})
        assert reply["type"] == "chart", reply
print(f"{imported - begin:.2f} {time.process_time() - imported:.2f}")
"""
PAGES: dict[str, dict[str, int]] = {
    "05 What your better jobs had in common": {"line_ups": 6, "side_by_side": 1, "years": 1},
    "06 When it got dull": {
        "boredom": 0,
        "got_dull": 6,
        "minutes": 0,
        "days": 6,
        "goes_with_dull": 6,
        "step_curve": 4,
    },
    "07 What you can live with": {"bearing": 0, "can_bear": 6},
}
"""Each page's calls, and how many pictures of each it draws; 0 for a form."""


def fill(folder: str, roles: int, *, whole: bool) -> None:
    """Rate all jobs on all lines; where asked, fill in every other form too."""
    dice = random.Random(roles)  # noqa: S311 - the same record each time
    items = [*load().items("circumstance"), load().item("overall")]
    worries = load().items("worry") if whole else ()
    with Record.open(folder) as record, record.batch():
        sitting = record.sitting("roles")
        for number in range(roles):
            role = record.add_unit("role", sitting=sitting)
            record.answer(role, "title", f"Job {number}", sitting=sitting)
            record.answer(role, "started", str(1980 + number), sitting=sitting)
            record.answer(role, "ended", str(1984 + number), sitting=sitting)
            for item in (*items, *worries):
                record.answer(role, item.key, dice.randint(1, 7), revision=item.revision, sitting=sitting)
            if whole:
                dull(record, role, dice, sitting)
        for worry in worries:
            for span in SPANS:
                key = bears_for(worry.key, span)
                record.answer(record.person, key, dice.randint(1, 7), private=True, sitting=sitting)
            record.answer(
                record.person, bears(worry.key), dice.choice([*BEARS]), private=True, sitting=sitting
            )
            record.answer(
                record.person, no_more(worry.key), dice.random() < 0.5, private=True, sitting=sitting
            )


def dull(record: Record, role: Unit, dice: random.Random, sitting: Sitting) -> None:
    """Fill in the whole form of boredom, and an ordinary day in six stretches."""
    for item in [*load().items("boredom"), *load().items("means")]:
        value: object = dice.randint(1, 7)
        if item.kind == "duration":
            value = dice.choice([f"{dice.randint(1, 40)} mo", "not_before_i_left", "first_day"])
        elif item.kind == "choice":
            value = dice.choice(item.options) if item.group == "means" else [dice.choice(item.options)]
        record.answer(role, item.key, value, revision=item.revision, sitting=sitting)
        if value == "helped":
            much = dice.randint(1, 7)
            record.answer(role, helped_much(item.key), much, revision=item.revision, sitting=sitting)
    day = add_day(record, role.id, "ordinary", sitting=lambda: sitting)
    for number in range(6):
        stretch = record.add_unit("episode", parent=day, sitting=sitting)
        said = (f"Stretch {number}", "80 min", dice.randint(1, 7), dice.choice(["dull", "not_dull"]))
        for key, value in zip(OF_A_STRETCH, (*said, dice.choice(["spent", "wasted"])), strict=True):
            record.answer(stretch, key, value, sitting=sitting)


def main() -> None:
    for roles in (8, 40):
        for name, calls in PAGES.items():
            with tempfile.TemporaryDirectory() as folder:
                fill(folder, roles, whole="line_ups" not in calls)
                words = [str(word) for call in calls.items() for word in call]
                page = PAGE if "--with-tests" in sys.argv else f"{WITHOUT}\n{PAGE}"
                ran = subprocess.run(
                    [sys.executable, "-c", page, *words],
                    env={**os.environ, "GOOD_ON_PAPER_HOME": folder},
                    capture_output=True,
                    text=True,
                    check=True,
                )
            imported, drawn = ran.stdout.split()
            spent = f"{drawn} s of kernel time, {float(drawn) / float(imported):.2f} times its imports"
            print(f"page: {roles} jobs, {name}: {spent} ({imported} s; aim: under 1)")


if __name__ == "__main__":
    main()
