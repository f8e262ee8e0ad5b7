"""The README's picture is what the kit draws, and says so to those who cannot see it."""

from __future__ import annotations

import re
import runpy
from html import unescape
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_picture_is_paper_against_lived_of_the_sample() -> None:
    chart = runpy.run_path(str(ROOT / "data" / "sample" / "draw.py"))["paper_against_lived"]()
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.findall(r'(?:src|srcset)="(data/sample/pictures/paper[^"]+)"', readme)
    assert len(shown) == 2
    for name in shown:
        svg = unescape((ROOT / name).read_text(encoding="utf-8"))
        assert chart.title in svg, f"{name}: drawn anew by data/sample/draw.py?"
        assert chart.alt in svg
    alt, _ = re.findall(r'alt="([^"]+)"', readme)
    assert chart.title in " ".join(alt.split())


def test_the_other_picture_is_the_paper_with_the_questions() -> None:
    """Its letters are shapes, and the day of the interview stands on it; so only its kind can be compared."""
    drawn = runpy.run_path(str(ROOT / "data" / "sample" / "draw.py"))["questions"]()
    kept = (ROOT / "data" / "sample" / "pictures" / "questions.svg").read_bytes()
    assert drawn.split(b">")[0] == kept.split(b">")[0], "drawn anew by data/sample/draw.py?"
