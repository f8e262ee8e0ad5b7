"""The table of colours: legible in both themes, and whole as the style sheets use it."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from good_on_paper import forms
from good_on_paper.charts.style import contrast_ratio
from good_on_paper.forms import RatingGrid
from good_on_paper.language.colours import COLOURS, custom_properties
from good_on_paper.panels import Panel

FORMS_JS = Path(forms.__file__).with_name("js")
TEXT, MARK = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_and_marks_stand_out_on_the_ground(theme: str) -> None:
    shade = {name: getattr(shades, theme) for name, shades in COLOURS.items()}
    contrast = {name: contrast_ratio(shade[name], shade["ground"]) for name in shade}
    text = ("ink", "soft", "accent", "best", "worst", "wrong")
    assert [name for name in text if contrast[name] < TEXT] == []
    assert [name for name in ("edge", "middle", "more", "caution") if contrast[name] < MARK] == []
    assert contrast_ratio(shade["accent"], shade["tint"]) >= TEXT  # a word on what is chosen


def test_every_shade_is_written_in_one_way() -> None:
    assert all(re.fullmatch("#[0-9a-f]{6}", shade) for shades in COLOURS.values() for shade in shades)


def test_style_sheets_use_only_what_is_declared() -> None:
    css = str(RatingGrid._css) + str(Panel._css)  # noqa: SLF001 - what the browser gets
    css += "".join(
        path.read_text(encoding="utf-8")
        for path in files("good_on_paper.forms").joinpath("css").iterdir()
        if path.is_file()
    )
    used = set(re.findall(r"var\(--(?!jp-|gop-)([\w-]+)", css))
    declared = set(re.findall(r"--([\w-]+):", custom_properties(".gop")))
    js = "".join(path.read_text(encoding="utf-8") for path in FORMS_JS.rglob("*.js"))
    lengths = set(re.findall(r"^\s+--([\w-]+): [\d.]+rem", css, re.MULTILINE))
    measured = lengths | set(re.findall(r"--([\w-]+)[:\"]", js))
    assert lengths
    assert not measured & COLOURS.keys(), "a colour stands in the table"
    assert used <= declared | measured
