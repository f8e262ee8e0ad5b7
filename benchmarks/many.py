"""Many careers at once: how long, how much memory, and whether it grows with the people and no faster.

    python benchmarks/many.py [PEOPLE...]

By default 100, 1,000 and 10,000 invented careers of 4 to 15 jobs with 30 circumstances each, from a CSV file,
with a process for each core. Each run is a process of its own: from the file on the disk to the last person,
the start of the workers and all imports within. Memory is the most that this process and its workers held at
once. On a machine that others use too, look at the time on the processors: over the cores, it is what a
machine at rest takes. Aims on 2 cores: 10,000 in under 120 s and 1 GB, growth from 100 on linear, and to the
last digit what one process alone gives.

Beside it, for some of the same people: a loop that picks each one's rows out and calls `contrast`; and a loop
over `scipy.stats.permutation_test`, line by line, which does not allow for how many lines there are.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import psutil
from tables import heads, row

from good_on_paper.many import contrast_each, seed_of
from good_on_paper.patterns import FOUND, contrast

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZES = (100, 1_000, 10_000)
FEWEST, MOST, LINES = 4, 15, 30
ALONE = 1_000  # people who are also worked on by one process
IN_A_LOOP, TESTED = 60, 4
RESAMPLES = 9_999
COLUMNS = ["overall", *(f"line {number:02}" for number in range(LINES))]


def write(path: Path, people: int) -> None:
    """Write a long table of invented careers in which nothing goes with anything."""
    dice = np.random.default_rng(people)
    with path.open("w", encoding="utf-8") as file:
        file.write("person,role,line,value\n")
        for person in range(people):
            for role in range(dice.integers(FEWEST, MOST + 1)):
                said = np.clip(np.round(4 + 1.5 * dice.standard_normal(len(COLUMNS))), 1, 7).astype(int)
                rows = zip(COLUMNS, said.tolist(), strict=True)
                file.writelines(f"p{person},job {role},{line},{value}\n" for line, value in rows)


def run(path: str, workers: str) -> None:
    """Look at everybody in a file; print what it took, and a digest of all that was found."""
    alone = partial(ThreadPoolExecutor, 1) if workers == "alone" else None
    digest, people, shown = blake2b(), 0, 0
    for person, found in contrast_each(path, lean=True, executor=alone):
        assert isinstance(found, pd.DataFrame)  # noqa: S101 - they are invented
        digest.update(repr([person, *(found[name].tolist() for name in found)]).encode())
        people += 1
        shown += found["word"].iloc[0] in FOUND
    ours, theirs = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    busy = sum(used.ru_utime + used.ru_stime for used in (ours, theirs))
    print(json.dumps({"busy": busy, "people": people, "shown": shown, "digest": digest.hexdigest()}))


def measured(path: Path, workers: str) -> dict[str, Any]:
    """Run it in a process of its own; its imports count too."""
    begin = time.perf_counter()
    command = [sys.executable, __file__, "--run", str(path), workers]
    with psutil.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        most = 0
        while running.poll() is None:
            with suppress(psutil.Error):  # one of them ended meanwhile
                most = max(most, sum(one.memory_info().rss for one in [running, *running.children()]))
            time.sleep(0.1)
        found: dict[str, Any] = json.loads(running.stdout.read())
    return {**found, "seconds": time.perf_counter() - begin, "mb": most / 2**20}


def wide_frames(path: Path) -> Iterator[tuple[str, pd.DataFrame]]:
    """Yield each person's rows as a wide frame, as everybody would write it."""
    for person, rows in pd.read_csv(path).groupby("person", sort=False):
        yield str(person), rows.pivot_table(values="value", index="role", columns="line")


def loop_of_contrast(path: Path) -> float:
    """Return the milliseconds for each person of a loop over `contrast`."""
    people = wide_frames(path)
    next(people)  # the file is read by now
    begin = time.perf_counter()
    for person, frame in islice(people, IN_A_LOOP):
        contrast(frame, seed=seed_of(person), scales=(1, 7))
    return (time.perf_counter() - begin) / IN_A_LOOP * 1e3


def loop_of_permutation_test(path: Path) -> float:
    """Return the milliseconds for each person of a loop over scipy's permutation test, line by line."""
    from scipy.stats import permutation_test, rankdata  # noqa: PLC0415 - no person's environment has it

    people = wide_frames(path)
    next(people)
    begin = time.perf_counter()
    for _, frame in islice(people, TESTED):
        went = rankdata(frame["overall"]) - (len(frame) + 1) / 2

        def together(line: np.ndarray, axis: int, went: np.ndarray = went) -> np.ndarray:
            return np.asarray((line * went).sum(axis=axis))

        for line in COLUMNS[1:]:
            permutation_test(
                (rankdata(frame[line]),),
                together,
                permutation_type="pairings",
                vectorized=True,
                n_resamples=RESAMPLES,
            )
    return (time.perf_counter() - begin) / TESTED * 1e3


def main() -> None:
    if sys.argv[1:2] == ["--run"]:
        run(*sys.argv[2:])
        return
    sizes = [int(word.replace(",", "")) for word in sys.argv[1:]] or list(SIZES)
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "careers.csv"
        heads(
            f"Many careers, on {os.cpu_count()} cores at a load of {load:.1f}",
            "people",
            "s",
            "s on the processors",
            "MB",
            "one process",
        )
        each = []
        for people in sizes:
            write(path, people)
            found = measured(path, "all")
            each.append(found["busy"] / people)
            alone = measured(path, "alone") if people <= ALONE or people == sizes[-1] else None
            same = "not asked" if alone is None else "differs"
            if alone and alone["digest"] == found["digest"]:
                same = f"the same, {alone['busy']:.1f} s"
            row(
                f"{people:,}",
                *(f"{found[name]:.1f}" for name in ("seconds", "busy")),
                f"{found['mb']:.0f}",
                same,
            )
        print(
            f"\nnothing goes with anything in them; {found['shown']:,} of the last {people:,} show something"
        )
        print(f"the last costs {each[-1] / each[0]:.2f} times as much a person as the first")
        heads("Beside it, one core", "for each person", "ms")
        row("a loop of contrast", f"{loop_of_contrast(path):.1f}")
        row(f"a loop of permutation_test, {RESAMPLES:,} orders", f"{loop_of_permutation_test(path):.1f}")


if __name__ == "__main__":
    main()
