"""Write `lifelines.json` anew: Kaplan-Meier figures of lifelines for random and published tables.

Needs an environment of its own with lifelines 0.30.3, which wants pandas before 3:

    uv run --no-project --with lifelines==0.30.3 --with "pandas<3" python freeze.py
"""

import json
from pathlib import Path

import numpy as np
from lifelines import KaplanMeierFitter

REMISSION = {  # weeks in remission under 6-mercaptopurine; see README.md
    "time": [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35],
    "observed": [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0],
}


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


if __name__ == "__main__":
    frozen = {name: figures(table) for name, table in tables().items()}
    Path(__file__).with_name("lifelines.json").write_text(
        json.dumps(frozen, indent=1) + "\n", encoding="utf-8"
    )
