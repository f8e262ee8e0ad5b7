"""The minimiser and the shuffles: random crisp tables, processor time; and a peer on the same tables.

For every table: all prime implicants, the fewest terms, the exact number of models, and in how many of them
each term and each condition stands. Aims: 16 conditions and 20 cases under 10 ms, 20 and 20 under 60 ms, 20
and 40 under 1 s, none failing; 1,000 shuffles of the pipeline at 12 roles and 5 conditions under 2 s; at
8 conditions 1,000 times faster than the peer.

The peer, setqca 0.2.0, needs an older pandas: it gets an environment of its own in a temporary folder, made
with uv or with venv and pip. Both are timed warm, on the same tables, table by table, each by the median of
its turns, and both are asked for the same: from the frame to the truth table, all prime implicants and the
smallest models. The peer lists up to 256 of those that name the fewest conditions; we count all. Its `fit`,
which minimises twice and measures the fit as well, is not timed; ours is timed once more with in how many
models each term and condition stands, which the peer does not say. `python benchmarks/recipes.py --no-peer`
leaves it out. Where Rscript and a QCA package are there, they are timed too.
"""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pandas as pd

from good_on_paper.patterns.minimise import Solution, minimise
from good_on_paper.patterns.recipes import chance

SEEDS = range(1, 6)
REPEATS = 51  # less than a millisecond is too short to be timed once
AIMS = {(16, 20): 0.010, (20, 20): 0.060, (20, 40): 1.0}
PEER_SIZES = [(6, 12), (8, 12)]
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWX"

PEER = """
import json, statistics, sys, time
import pandas as pd
from setqca.minimize import minimize
from setqca.truth_table import build_truth_table
frame = pd.DataFrame(json.load(open(sys.argv[1])))
names = [name for name in frame if name != "Y"]
def solve(names):
    table = build_truth_table(frame, outcome="Y", conditions=names, inclusion_cutoff=1.0)
    minimize(table.positive_minterms, dont_cares=table.remainder_minterms, width=len(names))
solve(names[:4])  # what is loaded at the first use
taken = []
for _ in range(3):
    begin = time.process_time()
    solve(names)
    taken.append(time.process_time() - begin)
print(statistics.median(taken))
"""

R = """
suppressMessages(library(QCA))
for (file in commandArgs(trailingOnly = TRUE)) {
  d <- read.csv(file)
  s <- system.time(minimize(truthTable(d, outcome = "Y", incl.cut = 1), include = "?"))
  cat(s[["elapsed"]], "\\n")
}
"""


def table(conditions: int, cases: int, seed: int) -> pd.DataFrame:
    """A random table without contradictions."""
    random = np.random.default_rng([seed, conditions, cases])
    rows = random.integers(0, 2, (cases, conditions))
    frame = pd.DataFrame(rows, columns=list(LETTERS[:conditions])).assign(Y=random.integers(0, 2, cases))
    outcome = frame.groupby(list(LETTERS[:conditions]))["Y"].transform("first").to_numpy(copy=True)
    if (outcome == outcome[0]).all():
        outcome[0] = 1 - outcome[0]
    return frame.assign(Y=outcome)


def everything(frame: pd.DataFrame) -> tuple[Solution, float]:
    """All figures of a table, and the processor seconds they took."""
    begin = time.process_time()
    solution = minimise(frame)
    _ = solution.prime_implicants, solution.n_models, solution.membership
    return solution, time.process_time() - begin


def as_asked_of_the_peer(frame: pd.DataFrame) -> float:
    """The processor seconds that the prime implicants, the fewest terms and the number of models took."""
    begin = time.process_time()
    solution = minimise(frame)
    _ = solution.prime_implicants, solution.size, solution.n_models
    return time.process_time() - begin


def grid() -> None:
    everything(table(5, 8, 0))  # imports
    print("conditions cases | median ms, largest ms | prime implicants, terms, models of the last | aim")
    for conditions in (8, 10, 12, 14, 16, 18, 20, 22, 24):
        for cases in (12, 20, 40):
            runs = [everything(table(conditions, cases, seed)) for seed in SEEDS]
            seconds = [run[1] for run in runs]
            last = runs[-1][0]
            counted = sum(run[0].exact for run in runs)
            aim = AIMS.get((conditions, cases))
            print(
                f"{conditions:4d} {cases:4d} | "
                f"{statistics.median(seconds) * 1e3:8.1f} {max(seconds) * 1e3:8.1f} | "
                f"{len(last.prime_implicants):6d} {last.count_text} | {counted} of {len(runs)} exact"
                + (f" | aim under {aim * 1e3:.0f} ms" if aim else ""),
                flush=True,
            )


def shuffles() -> None:
    for roles, conditions in ((8, 4), (12, 5), (20, 5)):
        seconds = []
        for seed in SEEDS:
            frame = table(conditions, roles, seed)
            begin = time.process_time()
            chance(frame, shuffles=1000)
            seconds.append(time.process_time() - begin)
        print(
            f"1,000 shuffles, {roles} roles, {conditions} conditions: "
            f"{statistics.median(seconds) * 1e3:.0f} ms, largest {max(seconds) * 1e3:.0f} ms"
            + (" (aim: under 2 s)" if roles == 12 else ""),
            flush=True,
        )


def peer_environment(folder: Path) -> Path | None:
    """Make an environment with setqca; None where it cannot be had."""
    home = folder / "peer"
    python = home / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    uv = shutil.which("uv") or shutil.which("uv", path=str(Path(sys.executable).parent))
    if uv is None:
        make = [
            [sys.executable, "-m", "venv", str(home)],
            [str(python), "-m", "pip", "-q", "install", "setqca==0.2.0"],
        ]
    else:
        make = [
            [uv, "venv", "-q", str(home)],
            [uv, "pip", "install", "-q", "--python", str(python), "setqca==0.2.0"],
        ]
    for command in make:
        if subprocess.run(command, check=False, stdin=subprocess.DEVNULL).returncode:
            return None
    return python


def beside_peer(folder: Path) -> None:
    """Time the peer on the same tables, turn by turn with ours."""
    python = peer_environment(folder)
    if python is None:
        print("peer: setqca 0.2.0 could not be installed; left out")
        return
    program = folder / "peer.py"
    program.write_text(PEER)
    for conditions, cases in PEER_SIZES:
        ours, more, theirs = [], [], []
        for seed in list(SEEDS)[:3]:
            frame = table(conditions, cases, seed)
            ours.append(statistics.median(as_asked_of_the_peer(frame) for _ in range(REPEATS)))
            more.append(statistics.median(everything(frame)[1] for _ in range(REPEATS)))
            data = folder / "table.json"
            data.write_text(json.dumps(frame.to_dict("list")))
            run = subprocess.run(
                [str(python), str(program), str(data)],
                capture_output=True,
                text=True,
                check=False,
                timeout=600,
            )
            if run.returncode:
                print(f"peer: failed on {conditions} conditions: {run.stderr.strip().splitlines()[-1]}")
                return
            theirs.append(float(run.stdout))
        print(
            f"{conditions} conditions, {cases} cases: setqca {statistics.median(theirs) * 1e3:.0f} ms; ours "
            f"{statistics.median(ours) * 1e3:.2f} ms for the same, {times(theirs, ours):,.0f} times"
            + (" (aim: at least 1,000)" if conditions == 8 else "")
            + f"; {statistics.median(more) * 1e3:.2f} ms with in how many models each term and condition "
            f"stands, {times(theirs, more):,.0f} times",
            flush=True,
        )


def times(theirs: list[float], ours: list[float]) -> float:
    """How many times faster, in the middle of the tables."""
    return statistics.median(one / other for one, other in zip(theirs, ours, strict=True))


def beside_r(folder: Path) -> None:
    """Time a QCA package of R, where there is one; it lists models, we count them."""
    rscript = shutil.which("Rscript")
    if rscript is None:
        print("R: not installed; left out")
        return
    files = []
    for conditions, cases in [(8, 12), (12, 12), (16, 12)]:
        file = folder / f"{conditions}_{cases}.csv"
        table(conditions, cases, 1).to_csv(file, index=False)
        files.append(str(file))
    run = subprocess.run([rscript, "-e", R, *files], capture_output=True, text=True, check=False, timeout=600)
    print("R:", run.stdout.split() if run.returncode == 0 else "no QCA package; left out")


def main() -> None:
    grid()
    shuffles()
    if "--no-peer" not in sys.argv:
        with tempfile.TemporaryDirectory() as folder:
            beside_peer(Path(folder))
            beside_r(Path(folder))


if __name__ == "__main__":
    main()
