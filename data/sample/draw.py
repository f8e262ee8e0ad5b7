"""Draw the picture of the README from the invented career: ``python data/sample/draw.py``."""

from __future__ import annotations

from pathlib import Path

import good_on_paper as gop
from good_on_paper import charts

PICTURES = Path(__file__).parent / "pictures"


def paper_against_lived() -> charts.Chart:
    """Return how the jobs of the invented career looked, against how they went."""
    return gop.sample().on_paper()


if __name__ == "__main__":
    PICTURES.mkdir(exist_ok=True)
    chart = paper_against_lived()
    for theme in ("light", "dark"):
        chart.save(PICTURES / f"paper-against-lived-{theme}.svg", theme=theme).chmod(0o644)
