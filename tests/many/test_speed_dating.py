"""The worked example on real people reads their file as it is handed out; here a small one like it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pandas as pd

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "speed_dating.py"
RATED = ["attr", "sinc", "intel", "fun", "amb", "shar", "like"]


def test_the_medians_within_people_come_out(tmp_path) -> None:
    """A person is who rates, a role whom they met that night; other columns do not matter."""
    liked = [9, 7, 6.5, 4, 2, 1]
    rows = [
        {"iid": person, "partner": met, "pid": None, "undergra": "Universit\xe9"}
        | dict(zip(RATED, [like, 5, 10 - like, like, None, like if met else 4, like], strict=True))
        for person in (1, 2, 3)
        for met, like in enumerate(liked)
    ]
    file = tmp_path / "Speed Dating Data.csv"
    pd.DataFrame(rows).to_csv(file, index=False, encoding="latin-1")
    with_scipy = {**os.environ, "PYTHONPATH": ""}
    command = [sys.executable, str(SCRIPT), str(file)]
    ran = subprocess.run(command, env=with_scipy, capture_output=True, text=True, check=False)
    table = [line.strip("| ").split(" | ") for line in ran.stdout.splitlines() if " | " in line]
    told = {line: median for line, median, _ in table}
    assert told["attractive"] == "1.00", ran.stderr
    assert told["intelligent"] == "-1.00"
    assert told["sincere"] == "<NA>", "where nothing differs there is no correlation"
    assert "3 people; of 3 something can be told." in ran.stdout
