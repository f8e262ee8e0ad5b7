"""A figure as SVG, each text laid out once: the charts of a page show the same names again and again."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import TYPE_CHECKING, Final, cast

import matplotlib as mpl
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.colors import to_hex
from matplotlib.path import Path
from matplotlib.textpath import TextToPath

from good_on_paper.charts.text import font_of, measured, words_apart

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from matplotlib.backend_bases import GraphicsContextBase
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties
    from matplotlib.text import Text

_POINTS: Final = 72
"""Of an inch; an SVG counts in points."""
_GRID: Final = 64
"""A font counts its curves in so many parts of a point, in whole numbers."""
_LETTERS: Final[Mapping[int, str]] = {
    int(code): letter
    for code, letter in zip(
        (Path.MOVETO, Path.LINETO, Path.CURVE3, Path.CURVE4, Path.CLOSEPOLY), "MLQCz", strict=True
    )
}
_paths = TextToPath()
_curves: dict[str, Any] = {}
"""The outline of each sign drawn so far, by its name."""


def svg_of(figure: Figure, told: Mapping[str, str | None], dpi: int) -> str:
    """Draw a figure as matplotlib's own SVG does, and return the file's text.

    Parameters
    ----------
    figure
        What is drawn.
    told
        Title and description, as for ``Figure.savefig``.
    dpi
        For what is no line, text or area.
    """
    file = io.StringIO()
    figure.dpi = _POINTS
    wide, high = figure.get_size_inches() * _POINTS
    renderer = _Renderer(wide, high, file, image_dpi=dpi, metadata=dict(told))
    figure.draw(renderer)
    renderer.finalize()  # type: ignore[no-untyped-call]
    return file.getvalue()


class _Renderer(RendererSVG):
    """Matplotlib's SVG, but for text without a clip: that is written from what was laid out before."""

    def __init__(self, width: float, height: float, file: io.StringIO, **more: Any) -> None:  # noqa: ANN401
        super().__init__(width, height, file, **more)  # type: ignore[no-untyped-call]
        self._put = file.write
        self._there: set[str] = set()
        self._as_paths = mpl.rcParams["svg.fonttype"] == "path"

    def get_text_width_height_descent(
        self, s: str, prop: FontProperties, ismath: bool | str
    ) -> tuple[float, float, float]:
        """Measure a line of text."""
        if ismath:
            whole = super().get_text_width_height_descent(s, prop, ismath)  # type: ignore[no-untyped-call]
            return cast("tuple[float, float, float]", whole)
        scale = prop.get_size_in_points() / _paths.FONT_SCALE
        across, high, below = measured(s, *_face(prop))
        return across * scale, high * scale, below * scale

    def draw_text(  # noqa: PLR0917 - as matplotlib calls it
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: bool | str = False,
        mtext: Text | None = None,
    ) -> None:
        """Draw a line of text."""
        clipped = gc.get_clip_rectangle() is not None or gc.get_clip_path()[0] is not None
        if ismath or clipped or not self._as_paths or gc.get_url() is not None:
            super().draw_text(gc, x, y, s, prop, angle, ismath, mtext)  # type: ignore[no-untyped-call]
            return
        signs, written = _line(s, *_face(prop))
        new = [sign for sign in signs if sign not in self._there]
        self._there.update(new)
        self.writer.comment(s)  # type: ignore[no-untyped-call]
        self._put(f"<g{_style(gc)}{_place(x, y, angle, prop.get_size_in_points() / _paths.FONT_SCALE)}>\n")
        if new:
            self._put(f"<defs>\n{''.join(map(_outline, new))}</defs>\n")
        self._put(f"{written}</g>\n")


def _face(prop: FontProperties) -> tuple[tuple[str, ...], str, str | int]:
    """Name what decides on the shape of text, but for its size."""
    return tuple(prop.get_family()), prop.get_style(), prop.get_weight()


def _style(gc: GraphicsContextBase) -> str:
    alpha = gc.get_alpha() if gc.get_forced_alpha() else gc.get_rgb()[3]
    parts = [f"fill: {to_hex(gc.get_rgb())}"] if any(gc.get_rgb()[:3]) else []  # black is what SVG fills with
    parts += [f"opacity: {_number(alpha)}"] if alpha != 1 else []
    return f' style="{"; ".join(parts)}"' if parts else ""


def _place(x: float, y: float, angle: float, scale: float) -> str:
    turned = f" rotate({_number(-angle)})" if angle else ""
    return (
        f' transform="translate({_number(x)} {_number(y)}){turned} scale({_number(scale)} {_number(-scale)})"'
    )


def _number(value: float) -> str:
    return f"{value:f}".rstrip("0").rstrip(".")


@lru_cache(maxsize=2048)
def _line(text: str, family: tuple[str, ...], style: str, weight: str | int) -> tuple[tuple[str, ...], str]:
    """Lay out a line of text; return the names of its signs, and each put in its place."""
    seen, start = [], 0.0
    for word in words_apart(text, family):
        seen += [(sign, start + x, y) for sign, x, y in _word(word, family, style, weight)]
        start += sum(measured(part, family, style, weight)[0] for part in (word, " ") if part)
    written = "".join(
        f'<use xlink:href="#{_id(sign)}" transform="translate({_number(x)} {_number(y)})"/>\n'
        for sign, x, y in seen
    )
    return tuple(dict.fromkeys(sign for sign, *_ in seen)), written


@lru_cache(maxsize=2048)
def _word(
    text: str, family: tuple[str, ...], style: str, weight: str | int
) -> tuple[tuple[str, float, float], ...]:
    """Return the name of each sign that is seen of a text, and where it stands."""
    font = font_of(family, style, weight)
    placed, new, _ = _paths.get_glyphs_with_font(font, text, _curves, return_new_glyphs_only=True)
    _curves.update(new)
    return tuple((sign, x, y) for sign, x, y, _ in placed if len(_curves[sign][1]))  # a space is not


@lru_cache(maxsize=2048)
def _outline(sign: str) -> str:
    vertices, codes = _curves[sign]
    path = Path(vertices * _GRID, codes)
    drawn = "".join(
        _LETTERS[int(code)] + ("" if code == Path.CLOSEPOLY else " ".join(map(_number, points)))
        for points, code in path.iter_segments(simplify=False)
    )
    return f'<path id="{_id(sign)}" transform="scale({_number(1 / _GRID)})" d="{drawn}"/>\n'


def _id(sign: str) -> str:
    return "laid-" + sign.replace("%", "_")  # apart from those of matplotlib in the same file
