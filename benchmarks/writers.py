"""Several processes answering into one record at once, on a disk that is slow to confirm.

    python benchmarks/writers.py [WRITERS] [ANSWERS] [MILLISECONDS]

Where gcc and LD_PRELOAD are (Linux), every fsync is made to take that long; elsewhere the disk's own pace is
measured. Prints one line of figures; ends with 1 when anything was lost or doubled.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from good_on_paper.record import Record

SLOW = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <unistd.h>
static int slowly(const char *name, int file) {
    usleep(PAUSE);
    return ((int (*)(int))dlsym(RTLD_NEXT, name))(file);
}
int fsync(int file) { return slowly("fsync", file); }
int fdatasync(int file) { return slowly("fdatasync", file); }
"""
WRITER = """
import sys, time
from good_on_paper.record import Record
folder, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
longest = 0.0
with Record.open(folder) as record:
    sitting = record.sitting(name)
    for number in range(count):
        begun = time.perf_counter()
        record.answer(record.person, "line", [name, number], sitting=sitting, token=f"{name} {number}")
        longest = max(longest, time.perf_counter() - begun)
print(longest)
"""


def slow_disk(place: Path, milliseconds: int) -> dict[str, str]:
    """Give the environment in which every fsync takes its time; empty where that cannot be had."""
    if sys.platform != "linux" or not shutil.which("gcc"):
        return {}
    source, library = place / "slow.c", place / "slow.so"
    source.write_text(SLOW.replace("PAUSE", str(milliseconds * 1000)))
    subprocess.run(["gcc", "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
    return {"LD_PRELOAD": str(library)}


def main() -> None:
    writers, answers, milliseconds = [*map(int, sys.argv[1:]), *(4, 1000, 4)[len(sys.argv) - 1 :]]
    with tempfile.TemporaryDirectory() as place:
        slow = slow_disk(Path(place), milliseconds)
        folder = Path(place) / "person"
        begun = time.perf_counter()
        processes = [
            subprocess.Popen(
                [sys.executable, "-c", WRITER, folder, str(name), str(answers)],
                env=os.environ | slow,
                stdout=subprocess.PIPE,
                text=True,
            )
            for name in range(writers)
        ]
        longest = max(float(process.communicate()[0] or "nan") for process in processes)
        took = time.perf_counter() - begun
        with Record.open(folder) as record:
            there = [tuple(answer.value) for answer in record.answers()]
    wanted = {(str(name), number) for name in range(writers) for number in range(answers)}
    lost, doubled = len(wanted - set(there)), len(there) - len(set(there))
    in_order = all(
        [number for who, number in there if who == str(name)] == list(range(answers))
        for name in range(writers)
    )
    pace = f"made {milliseconds} ms" if slow else "as it is"
    order = "in order" if in_order else "OUT OF ORDER"
    print(
        f"{writers} x {answers} answers, fsync {pace}: {took:.1f} s, longest wait {longest:.1f} s, "
        f"{lost} lost, {doubled} doubled, {order}"
    )
    if lost or doubled or not in_order:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
