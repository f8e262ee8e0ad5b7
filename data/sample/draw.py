"""Draw the picture of the README from the invented career: ``python data/sample/draw.py``."""

from __future__ import annotations

from pathlib import Path

import good_on_paper as gop
from good_on_paper import charts

PICTURES = Path(__file__).parent / "pictures"


def line_up() -> charts.Chart:
    """Return the neatest line-up of the invented career."""
    me = gop.sample()
    result = me.take_a_look()
    line = result.frame["line"].iloc[0]
    return charts.lineup(result, line, me.words()[line], reasons=me.ratings(blanks="reason"), went=me.went)


if __name__ == "__main__":
    PICTURES.mkdir(exist_ok=True)
    chart = line_up()
    for theme in ("light", "dark"):
        chart.save(PICTURES / f"line-up-{theme}.svg", theme=theme).chmod(0o644)
