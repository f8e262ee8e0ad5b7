"""Write `lifelines.json` and `gehan.json` anew: figures of lifelines for random and published tables.

Needs an environment of its own with lifelines 0.30.3, which wants pandas before 3:

    uv run --no-project --with lifelines==0.30.3 --with "pandas<3" python freeze.py
"""

import json
from pathlib import Path

import numpy as np
from lifelines import KaplanMeierFitter
from lifelines.statistics import logrank_test

REMISSION = {  # weeks in remission under 6-mercaptopurine; see README.md
    "time": [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35],
    "observed": [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0],
}
PLACEBO = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]


def tables() -> dict[str, dict[str, list[int]]]:
    rng = np.random.default_rng(13)
    found = {"remission": REMISSION}
    for number in range(24):
        size = int(rng.integers(1, 41))
        time = rng.integers(0, 60, size) if number % 2 else rng.integers(1, 8, size)
        observed = rng.random(size) < rng.choice([0.2, 0.6, 1.0])
        found[f"random {number}"] = {"time": time.tolist(), "observed": observed.astype(int).tolist()}
    return found


def figures(table: dict[str, list[int]]) -> dict[str, object]:
    fitted = KaplanMeierFitter().fit(table["time"], table["observed"])
    curve = fitted.survival_function_["KM_estimate"]
    median = float(fitted.median_survival_time_)
    return {
        **table,
        "at": curve.index.tolist(),
        "share": curve.tolist(),
        "median": median if np.isfinite(median) else None,
    }


def two_parts() -> dict[str, dict[str, list[int]]]:
    rng = np.random.default_rng(14)
    drug = len(REMISSION["time"])
    found = {
        "remission": {
            "time": REMISSION["time"] + PLACEBO,
            "observed": REMISSION["observed"] + [1] * len(PLACEBO),
            "part": [1] * drug + [0] * len(PLACEBO),
        }
    }
    for number in range(12):
        size = int(rng.integers(6, 31))
        time = rng.integers(0, 60, size) if number % 2 else rng.integers(1, 8, size)
        observed = rng.random(size) < rng.choice([0.4, 0.7, 1.0])
        part = rng.permutation(np.arange(size) % 2)
        found[f"random {number}"] = {
            "time": time.tolist(),
            "observed": observed.astype(int).tolist(),
            "part": part.tolist(),
        }
    return found


def compared(table: dict[str, list[int]]) -> dict[str, object]:
    time, observed, part = (np.array(table[name]) for name in ("time", "observed", "part"))
    one, other = part == 1, part == 0
    tested = logrank_test(time[one], time[other], observed[one], observed[other], weightings="wilcoxon")
    return {**table, "chi_squared": float(tested.test_statistic)}


def write(name: str, frozen: dict[str, dict[str, object]]) -> None:
    Path(__file__).with_name(name).write_text(json.dumps(frozen, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write("lifelines.json", {name: figures(table) for name, table in tables().items()})
    write("gehan.json", {name: compared(table) for name, table in two_parts().items()})
