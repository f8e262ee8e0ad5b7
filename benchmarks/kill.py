"""Kill a writing process at random moments and look whether every acknowledged answer is there.

    python benchmarks/kill.py [KILLS] [--network]

Prints one line of figures; ends with 1 when anything was lost, doubled or damaged. ``--network`` has the
table of mounts call the folder a network drive, so that the journal of the other kind is tried. Backups,
restores and the like are killed by ``kill_steps.py``, at every file event.
"""

from __future__ import annotations

import os
import random
import select
import signal
import sqlite3
import sys
import tempfile
import time
import uuid
from contextlib import closing
from pathlib import Path

from good_on_paper.record import Record, surroundings

LONGEST = 0.1
"""Seconds a writer lives at most, from its first look at the file or from its first answer."""
WRITING = 0.75
"""Share of the writers that have given an answer before; the others are killed as they open the file."""


def write(folder: Path, pipe: int) -> None:
    with Record.open(folder) as record:
        sitting = record.sitting("lines")
        while True:
            token = uuid.uuid4().hex
            record.answer(record.person, "line", token, sitting=sitting, token=token)
            os.write(pipe, f"{token}\n".encode())


def one(folder: Path, chance: random.Random) -> list[str]:
    """Let a process write, kill it, and give what it had been told was saved."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            write(folder, writing)
        finally:
            os._exit(1)
    os.close(writing)
    said = b""
    if chance.random() < WRITING and select.select([reading], [], [], 30)[0]:
        said = os.read(reading, 65536)
    time.sleep(chance.random() * LONGEST)
    os.kill(child, signal.SIGKILL)
    while select.select([reading], [], [], 5)[0] and (part := os.read(reading, 65536)):
        said += part
    os.close(reading)
    status = os.waitpid(child, 0)[1]
    if not os.WIFSIGNALED(status):
        raise SystemExit(f"the writer ended by itself: {status}")
    return said.decode().split()


def main() -> None:
    kills = next((int(word) for word in sys.argv[1:] if word.isdigit()), 200)
    chance = random.Random(kills)  # noqa: S311 - moments, not secrets
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "person"
        if "--network" in sys.argv:
            table = Path(place) / "mounts"
            table.write_text(f"server:/ {place} nfs4 rw 0 0\n")
            surroundings.MOUNTS = table  # type: ignore[misc]  # final, but for this trial
        acknowledged, empty = [], 0
        for _ in range(kills):
            told = one(folder, chance)
            acknowledged += told
            empty += not told
        with Record.open(folder) as record:
            there = [answer.value for answer in record.answers()]
        with closing(sqlite3.connect(folder / "record.sqlite3")) as sql:
            sound = sql.execute("PRAGMA integrity_check").fetchone()[0]
    lost, doubled = len(set(acknowledged) - set(there)), len(there) - len(set(there))
    untold = len(set(there) - set(acknowledged))
    print(
        f"{kills} kills in {time.perf_counter() - begun:.0f} s: {len(acknowledged)} answers acknowledged, "
        f"{lost} lost, {doubled} doubled, {untold} saved but not yet told; "
        f"{empty} killed before their first answer; integrity {sound}"
    )
    if lost or doubled or sound != "ok":
        raise SystemExit(1)


if __name__ == "__main__":
    main()
