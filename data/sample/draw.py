"""Draw the pictures of the README from the invented career: ``python data/sample/draw.py``."""

from __future__ import annotations

from pathlib import Path

import good_on_paper as gop
from good_on_paper import charts
from good_on_paper.brief.to_pdf import to_svg

PICTURES = Path(__file__).parent / "pictures"


def paper_against_lived() -> charts.Chart:
    """Return how the jobs of the invented career looked, against how they went."""
    return gop.sample().on_paper()


def questions() -> bytes:
    """Return the paper for the next interview with its questions and why each is there, as SVG."""
    return to_svg(gop.sample().brief(parts=["questions", "way_home"]))


if __name__ == "__main__":
    PICTURES.mkdir(exist_ok=True)
    chart = paper_against_lived()
    for theme in ("light", "dark"):
        chart.save(PICTURES / f"paper-against-lived-{theme}.svg", theme=theme).chmod(0o644)
    paper = PICTURES / "questions.svg"
    paper.write_bytes(questions())
    paper.chmod(0o644)
