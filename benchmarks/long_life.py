"""Kernel time and memory of every page of a long working life.

40 jobs rated on every line, six episodes each; 100 interviews, 10 offers, 60 things done; all of what can be
said of boredom and worries. Aim: each page takes less than the imports of its libraries, and under 300 MB.
``long_life.py 11`` takes one page, by its number.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from page import WITHOUT, fill

from good_on_paper.catalogue import keys, load
from good_on_paper.record import Record
from good_on_paper.record.rows import told_at
from good_on_paper.study import looks
from good_on_paper.study.person import Person

if TYPE_CHECKING:
    from good_on_paper.record import Sitting

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"
JOBS, EPISODES, INTERVIEWS, OFFERS, DONE = 40, 6, 100, 10, 60
MOST_MB = 300
FIRST = 6
"""Pictures of a panel that its page draws at once."""
PAGE = """
import builtins, resource, sys, time
begin, plainly, late = time.process_time(), builtins.__import__, 0.0

def timed(name, *more, **named):
    # a library that only some pictures need is loaded with the first of them; it is an import all the same
    global late
    at, new = time.process_time(), name == "seaborn" and name not in sys.modules
    try:
        return plainly(name, *more, **named)
    finally:
        late += (time.process_time() - at) * new

builtins.__import__ = timed
from good_on_paper import kit
imported = time.process_time()
for call in sys.argv[1:]:
    shown = eval(call)
    if not hasattr(shown, "handle"):
        continue
    said = shown.handle({"type": "ready"})
    if isinstance(said, dict) and said.get("type") == "page":
        if said["ask"]:
            said = shown.handle({"type": "reveal"})
            assert said["type"] == "page", said
        for chart in range(min(6, said["total"])):
            drawn = shown.handle({"type": "show", "names": "names", "chart": chart})
            assert drawn["type"] == "chart", drawn
    elif isinstance(said, list):
        for state in said:
            assert state["type"] != "failed", state
        for part in said[0].get("parts", ()):
            if isinstance(part, dict) and part.get("chart") and not part["fold"]:
                drawn = shown.handle({"type": "draw", "part": part["key"], "theme": "light"})
                assert drawn[0]["type"] == "drawn", drawn
spent = time.process_time() - imported - late
held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(f"{imported - begin + late:.2f} {spent:.2f} {held}")
"""


def calls(path: Path) -> list[str]:
    """Return what the cells of a notebook call."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    lines = (line.strip() for cell in cells if cell["cell_type"] == "code" for line in cell["source"])
    return [line for line in lines if line.startswith("kit.")]


def live(folder: str) -> None:
    """Fill in a long working life."""
    fill(folder, JOBS, whole=True)
    dice = random.Random(JOBS)  # noqa: S311 - the same record each time
    with Record.open(folder) as record, record.batch():
        sitting = record.sitting("life")
        for role in record.units("role"):
            looked = load().item(keys.ON_PAPER)
            record.answer(role, looked.key, dice.randint(1, 7), revision=looked.revision, sitting=sitting)
            for number in range(EPISODES):
                episode = record.add_unit("episode", parent=role.id, sitting=sitting)
                record.answer(episode, "title", f"Time {number}", sitting=sitting)
                for item in (*load().core[:3], load().item("overall")):
                    value = dice.randint(1, 7)
                    record.answer(episode, item.key, value, revision=item.revision, sitting=sitting)
        search(record, dice, sitting)
        deeds(record, dice, sitting)
        lines = [item.key for item in load().items("circumstance")[:3]]
        record.answer(record.person, "guesses", lines, sitting=sitting)
    with Record.open(folder) as record:
        looks.take(Person(record))


def search(record: Record, dice: random.Random, sitting: Sitting) -> None:
    """Hold the interviews, and get the offers."""
    today = dt.datetime.now(dt.UTC).date()
    for number in range(INTERVIEWS):
        target = record.add_unit("target", sitting=sitting)
        day = today - dt.timedelta(days=2 * (INTERVIEWS - number) + 40)
        record.answer(target, "employer", f"Place {number}", sitting=sitting)
        if number >= INTERVIEWS - OFFERS:
            record.answer(target, keys.OFFERED_ON, today.isoformat(), sitting=sitting)
            record.answer(target, keys.OFFER_PAY, "£30,000", sitting=sitting)
        unit = record.add_unit("interview", parent=target.id, sitting=sitting)
        said = {
            keys.TALK_ON: day.isoformat(),
            keys.STAGE: "first",
            keys.YES_CHANCE: {"of": dice.randint(0, 100), "within": 30},
            keys.GUESS_LOCKED: True,
            f"{keys.MET_NAME}:1": f"Somebody {number}",
        }
        evening = dt.datetime.combine(day, dt.time(18), dt.UTC)
        with told_at(evening):
            for item, value in said.items():
                record.answer(unit, item, value, sitting=sitting)
        came = keys.CAME_YES if number % 3 == 0 else keys.CAME_NO
        with told_at(evening + dt.timedelta(days=9)):
            record.answer(unit, came, (day + dt.timedelta(days=9)).isoformat(), sitting=sitting)


def deeds(record: Record, dice: random.Random, sitting: Sitting) -> None:
    """Write down what was done, and three words."""
    roles = record.units("role")
    for number in range(DONE):
        unit = record.add_unit("achievement", parent=dice.choice(roles).id, sitting=sitting)
        for item, value in (
            (keys.ACHIEVED, f"Did the thing of number {number}"),
            (keys.DONE_STAYED, f"A thing of number {number}"),
            (keys.DONE_HOW, ["map_first", "stay_longer"]),
            (keys.SKILLS_SHOWN, ["thinking", "alone"]),
            (keys.MAY_SHOW, "yes"),
        ):
            record.answer(unit, item, value, sitting=sitting)


def main() -> None:
    wanted = [word for word in sys.argv[1:] if word.isdigit()]
    with tempfile.TemporaryDirectory() as folder:
        live(folder)
        for path in sorted(NOTEBOOKS.glob("*.ipynb")):
            if wanted and path.name[:2] not in wanted:
                continue
            with tempfile.TemporaryDirectory() as home:
                subprocess.run(["cp", "-r", f"{folder}/.", home], check=True)
                ran = subprocess.run(
                    [sys.executable, "-c", f"{WITHOUT}\n{PAGE}", *calls(path)],
                    env={**os.environ, "GOOD_ON_PAPER_HOME": home},
                    capture_output=True,
                    text=True,
                    check=False,
                )
            if ran.returncode:
                sys.exit(f"{path.stem}: {ran.stderr[-1500:]}")
            imported, spent, memory = ran.stdout.split()
            times = float(spent) / float(imported)
            print(
                f"long_life: {path.stem}: {spent} s of kernel time, {times:.2f} times its imports "
                f"({imported} s; aim: under 1), {memory} MB (aim: under {MOST_MB})"
            )


if __name__ == "__main__":
    main()
