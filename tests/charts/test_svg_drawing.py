"""SVG written from text laid out once: the same picture as matplotlib's own."""

from __future__ import annotations

import io
import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextToPath

from good_on_paper.charts.style import drawing, fonts, theme_named
from good_on_paper.charts.svg_drawing import svg_of
from good_on_paper.charts.text import measured

USE, PATH = "{http://www.w3.org/2000/svg}use", "{http://www.w3.org/2000/svg}path"
HREF = "{http://www.w3.org/1999/xlink}href"
TOLD: dict[str, str | None] = {"Title": "Two jobs", "Date": None, "Creator": None}


def seen(svg: str) -> list[tuple[object, ...]]:
    """Return what an SVG draws, in order: numbers as numbers, without signs that leave no mark."""
    root = ET.fromstring(svg.replace("laid-", ""))  # noqa: S314 - drawn here
    blank = {f"#{path.get('id')}" for path in root.iter(PATH) if not (path.get("d") or "").strip()}
    found: list[tuple[object, ...]] = []
    for element in root.iter():
        if element.tag.endswith("defs") or (element.tag == USE and element.get(HREF) in blank):
            continue
        said = {key: re.findall(r"[a-zA-Z#][\w#-]*|-?[\d.]+", value) for key, value in element.items()}
        if said.get("transform") == ["translate", "0", "0"]:
            del said["transform"]
        if element.tag == PATH:
            said["d"] = re.findall(r"[a-zA-Z]|-?[\d.]+", element.get("d") or "")
            if not said["d"]:
                continue
        found.append((element.tag, said, (element.text or "").strip()))
    return found


def figure(*texts: str) -> Figure:
    drawn = Figure(figsize=(4, 3))
    ax = drawn.add_axes((0.1, 0.1, 0.8, 0.8))
    for place, text in enumerate(texts):
        ax.text(0.1, place / 4, text, size=9 + place, weight="bold" if place % 2 else "normal")
    ax.text(0.5, 0.5, texts[0], rotation=30, style="italic", alpha=0.4, color="black", va="top", ha="right")
    ax.plot([0, 1], [0, 1], marker="o")
    return drawn


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(("Editor, Acme",), id="one line"),
        pytest.param(("Two\nlines, AVAVA", "fi & <b> -- ffl", "Żółć é 7½"), id="kerning, marks and markup"),
        pytest.param(
            ("AVA To Te. WAVE", "a  word   \u2013 “apart”; 10 % Ж ω ▲", " 1 of 2 ffi "), id="sentences"
        ),
        pytest.param(("abc كاتب ครู “A”", "x\u200by e \u0301"), id="sentences of other scripts"),
        pytest.param(("كاتب", "ครู"), id="signs that no font here has"),
    ],
)
@pytest.mark.parametrize("fonttype", ["path", "none"])
def test_drawn_as_matplotlib_draws_it(texts: tuple[str, ...], fonttype: str) -> None:
    with drawing(theme_named("light"), svg_fonttype=fonttype):
        for _ in range(2):  # laid out anew, and from what was laid out
            own, file = svg_of(figure(*texts), TOLD, 200), io.StringIO()
            figure(*texts).savefig(file, format="svg", dpi=200, facecolor="auto", metadata=TOLD)
            assert seen(own) == seen(file.getvalue())


def test_each_sign_is_in_the_file_once() -> None:
    with drawing(theme_named("dark")):
        drawn = figure("Acme", "Acme mace", "emAc")
        drawn.axes[0].text(0.9, 0.9, "clipped: Acme", clip_on=True)
        svg = svg_of(drawn, TOLD, 200)
    ids = [path.get("id") for path in ET.fromstring(svg).iter(PATH) if path.get("id")]  # noqa: S314
    assert len(ids) == len(set(ids)) > 0
    assert "<!-- clipped: Acme -->" in svg


@given(st.text(st.sampled_from("AVTWao. ,fi1\u2013“éЖω▲\u0301\u200b日\u0643\u0627"), max_size=30))
@pytest.mark.filterwarnings("ignore:Glyph")
def test_a_text_is_as_wide_as_matplotlib_finds_it(text: str) -> None:
    own = FontProperties(family=list(fonts()), style="normal", weight="bold", size=100)
    assert measured(text, fonts(), "normal", "bold") == TextToPath().get_text_width_height_descent(
        text, own, ismath=False
    )
