"""Colours, fonts and the one way to draw: never through pyplot or the reader's own rcParams."""

from __future__ import annotations

import threading
import warnings
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

import matplotlib as mpl
from matplotlib.colors import LinearSegmentedColormap, to_hex, to_rgb
from matplotlib.font_manager import fontManager

from good_on_paper.charts.errors import ChartError
from good_on_paper.language.colours import COLOURS

if TYPE_CHECKING:
    from collections.abc import Iterator

ThemeName = Literal["light", "dark"]
HATCH: Final = "/////"
"""Hatching, so that colour is never the only difference."""


@dataclass(frozen=True)
class Theme:
    """Colours by their purpose, as #rrggbb; see `good_on_paper.language.colours`.

    On `ground`, text colours (ink, soft, best, worst) have a contrast of at least 4.5, and marks (middle and
    all others but `faint`, which carries nothing by itself) of at least 3.

    Attributes
    ----------
    ground, ink, soft, faint
        Paper; titles and names; small print and numbers; hairlines.
    best, middle, worst
        Marks by how a role went; shape and fill say the same.
    less, more
        Both ends of the ramp of the map, from the low end of a line to its high end.
    """

    ground: str
    ink: str
    soft: str
    faint: str
    best: str
    middle: str
    worst: str
    less: str
    more: str


THEMES: dict[ThemeName, Theme] = {
    name: Theme(**{field.name: getattr(COLOURS[field.name], name) for field in fields(Theme)})
    for name in get_args(ThemeName)
}

FONT = "DejaVu Sans"  # comes with matplotlib
_ELSEWHERE = (  # for scripts that it lacks, if the system has one of these
    "Noto Sans CJK SC",
    "Noto Sans CJK JP",
    "Source Han Sans SC",
    "PingFang SC",
    "Hiragino Sans",
    "Microsoft YaHei",
    "Yu Gothic",
    "Malgun Gothic",
    "Apple SD Gothic Neo",
    "WenQuanYi Zen Hei",
    "Noto Sans Devanagari",
    "Noto Sans Thai",
    "Nirmala UI",
    "Leelawadee UI",
)
_LOOKS = (  # families of rcParams that decide on looks
    *("axes.", "figure.", "font.", "grid.", "hatch.", "lines.", "markers.", "patch.", "path.", "pdf."),
    *("savefig.", "scatter.", "svg.", "text.", "xtick.", "ytick."),
)
_LEGIBLE = 4.5
_ONE_AT_A_TIME = threading.RLock()  # rcParams belong to the process; widgets call from several threads


@cache
def fonts() -> tuple[str, ...]:
    """Name the fonts to draw with, in the order in which we look for a missing sign."""
    installed = {font.name for font in fontManager.ttflist}
    return (FONT, *(name for name in _ELSEWHERE if name in installed))


def theme_named(name: str) -> Theme:
    """Return the theme of this name.

    Raises
    ------
    ChartError
        There is none.
    """
    for known, theme in THEMES.items():
        if name == known:
            return theme
    raise ChartError(f"theme {name!r}; expected 'light' or 'dark'")


def session_theme() -> tuple[Theme, dict[str, Any]]:
    """Return the colours and fonts that matplotlib's rcParams ask for, with our own marks on their ground.

    If a colour of theirs cannot be read on that ground, we use ours.
    """
    rc: Any = mpl.rcParams
    ground = to_hex(rc["figure.facecolor"])
    ours = max(THEMES.values(), key=lambda theme: contrast_ratio(theme.ink, ground))

    def read(name: str, instead: str) -> str:
        theirs = to_hex(rc[name]) if rc[name] not in {"inherit", "auto", "none"} else instead
        return theirs if contrast_ratio(theirs, ground) >= _LEGIBLE else instead

    faint = to_hex(rc["grid.color"])
    theme = replace(
        ours,
        ground=ground,
        ink=read("text.color", ours.ink),
        soft=read("axes.labelcolor", ours.soft),
        faint=faint if faint != ground else ours.faint,
    )
    named = [name for family in rc["font.family"] for name in rc.get(f"font.{family}", [family])]
    installed = {font.name for font in fontManager.ttflist}
    there = [name for name in named if name in installed]
    return theme, {"font_family": [*there[:1], *fonts()]}


@cache
def _plain() -> dict[Any, Any]:
    """Return the looks of matplotlib as it comes."""
    return {key: value for key, value in mpl.rcParamsDefault.items() if key.startswith(_LOOKS)}


def _other_than_now(looks: dict[Any, Any]) -> dict[Any, Any]:
    """Return the looks that the session does not have: matplotlib checks each one that is set."""
    now: dict[Any, Any] = mpl.rcParams
    return {key: value for key, value in looks.items() if now[key] != value}


@contextmanager
def drawing(theme: Theme, **more: object) -> Iterator[None]:
    """Draw in our own style whatever the session's rcParams say, and restore them afterwards.

    Parameters
    ----------
    theme
        The colours.
    more
        Further rcParams, dots written as underscores: ``svg_fonttype="none"``.
    """
    rc = _plain() | {
        "font.family": list(fonts()),
        "font.size": 10.5,
        "text.color": theme.ink,
        "text.parse_math": False,  # a $ that was typed is a dollar
        "axes.edgecolor": theme.faint,
        "axes.facecolor": "none",
        "axes.labelcolor": theme.soft,
        "xtick.color": theme.soft,
        "ytick.color": theme.ink,
        "figure.facecolor": theme.ground,
        "savefig.facecolor": theme.ground,
        "svg.hashsalt": "good on paper",  # the same chart is the same file
        "svg.fonttype": "path",
        "pdf.fonttype": 42,
    }
    rc |= {key.replace("_", ".", 1): value for key, value in more.items()}
    with _ONE_AT_A_TIME, mpl.rc_context(_other_than_now(rc)), warnings.catch_warnings():
        # a script no installed font has: boxes in PNG and PDF; an SVG holds the text itself
        warnings.filterwarnings("ignore", message="Glyph .* missing from", category=UserWarning)
        yield


def contrast_ratio(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def ramp(theme: Theme) -> tuple[str, ...]:
    """Return seven shades from less to more; ink or paper has a contrast of at least 4.5 on each."""
    blend = LinearSegmentedColormap.from_list("ramp", [theme.less, theme.more])
    return tuple(to_hex(blend(share)) for share in (0.0, 0.14, 0.28, 0.42, 0.62, 0.82, 1.0))


@cache
def legible(shade: str, theme: Theme) -> str:
    """Choose ink or paper for text on a shade, whichever has more contrast."""
    return max((theme.ink, theme.ground), key=lambda colour: contrast_ratio(colour, shade))


def _luminance(colour: str) -> float:
    linear = 0.04045  # below it sRGB is a straight line
    parts = [part / 12.92 if part <= linear else ((part + 0.055) / 1.055) ** 2.4 for part in to_rgb(colour)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
