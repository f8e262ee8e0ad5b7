"""Many people at once, on real ones: what goes with liking somebody, within each of 551 speed daters.

    python benchmarks/speed_dating.py "Speed Dating Data.csv"

Each of them met 5 to 22 others for four minutes, rated six things from 0 to 10, and how much they liked them
over all. So a meeting stands where a job stands elsewhere.

The data: Fisman, R., Iyengar, S. S., Kamenica, E. & Simonson, I. (2006), Gender Differences in Mate
Selection: Evidence from a Speed Dating Experiment, Quarterly Journal of Economics 121, 673-697. Gelman and
Hill hand the file out with Data Analysis Using Regression and Multilevel/Hierarchical Models (2007): "Speed
Dating Data.csv", 8,378 meetings. It is about people and not ours to hand on, so it is not in this repository.

Aims, measured on 549 people who liked some more than others: median rank correlations with liking, within
each person, of .67 (attractive), .66 (fun), .63 (shared interests), .43 (sincere), .41 (intelligent) and .35
(ambitious).
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pandas as pd
from scipy.stats import false_discovery_control
from tables import heads, row

from good_on_paper.many import contrast_each, over_all
from good_on_paper.patterns import Contrast

if TYPE_CHECKING:
    from pathlib import Path

LINES = {
    "attr": "attractive",
    "fun": "fun",
    "shar": "shared interests",
    "sinc": "sincere",
    "intel": "intelligent",
    "amb": "ambitious",
}
AIMS = {
    "attractive": 0.67,
    "fun": 0.66,
    "shared interests": 0.63,
    "sincere": 0.43,
    "intelligent": 0.41,
    "ambitious": 0.35,
}


def speed_dating(path: str | Path) -> pd.DataFrame:
    """Read the file of the experiment as a long table: a row for each person, meeting and thing rated."""
    asked = {"like": "overall", **LINES}
    meetings = pd.read_csv(path, usecols=["iid", "partner", *asked], encoding="latin-1")
    meetings = meetings.rename(columns={"iid": "person", "partner": "role", **asked})
    return meetings.melt(["person", "role"], var_name="line")


def medians(path: str | Path) -> pd.Series:
    """Return the median rank correlation of each thing with liking, within people."""
    each = contrast_each(speed_dating(path))
    frames = [found.frame for _, found in each if isinstance(found, Contrast)]
    return pd.concat(frames).groupby("line")["rho"].median()


def main() -> None:
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    path = sys.argv[1]
    found = medians(path)
    heads("What goes with liking somebody, within each person", "rated", "median rho", "aim")
    for line, aim in AIMS.items():
        row(line, f"{found[line]:.2f}", f"{aim:.2f}")
    together = over_all(contrast_each(speed_dating(path), lean=True))
    told = together.frame["p"].dropna().to_numpy(dtype=float)
    print(f"\n{together.people:,} people; of {together.told:,} something can be told.")
    print(f"{together.found:,} show something; chance alone would give up to {together.by_chance:,.0f}.")
    print(f"{(false_discovery_control(told) <= 0.05).sum():,} do at a false discovery rate of .05.")


if __name__ == "__main__":
    main()
