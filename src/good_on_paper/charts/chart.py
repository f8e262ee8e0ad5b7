"""A chart: to show, to read out and to take along."""

from __future__ import annotations

import io
import os
import re
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from matplotlib.figure import Figure

from good_on_paper.charts.errors import ChartError
from good_on_paper.charts.job_rows import EDGE
from good_on_paper.charts.sheet_axes import SheetAxes
from good_on_paper.charts.style import ThemeName, drawing, session_theme, theme_named
from good_on_paper.charts.svg_drawing import svg_of
from good_on_paper.charts.text import drawable, wrap, wrap_clauses

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd
    from matplotlib.axes import Axes

    from good_on_paper.charts.style import Theme

Format = Literal["svg", "png", "pdf"]
FORMATS: tuple[Format, ...] = ("svg", "png", "pdf")

NO_CAUSE = "A pattern is not proof of a cause."
"""This goes on every sheet that somebody takes along; a page says it once, at its head."""
_TITLE, _RATED, _SMALL = 15.0, 10.0, 9.0
_LEADING = 1.42 / 72  # inches between two lines of one point
_DPI = 200
_BARE_EDGE = 0.05


@dataclass(frozen=True)
class Body:
    """The middle of a sheet: what is drawn and the room it takes, in inches.

    Attributes
    ----------
    draw
        Draws on Axes in the colours of a theme.
    height
        Of the axes.
    left, right, above, below
        Room around them for names, labels and ticks.
    """

    draw: Callable[[Axes, Theme], None]
    height: float
    left: float
    right: float
    above: float = 0.15
    below: float = 0.3


@dataclass(frozen=True)
class Chart:
    """One finding: drawn when asked for, in a light or a dark theme, with its words and its table.

    Attributes
    ----------
    name : str
        The name of its file, without the ending.
    title : str
        The finding in counts, in the first person.
    alt : str
        The picture in words.
    table : pandas.DataFrame
        The figures in it.
    small_print : tuple of str
        How few jobs it rests on: paragraphs below the picture. There, what it is not follows.
    body : Body
        What is drawn.
    width : float
        Width of the whole sheet, in inches.
    figures : tuple of str
        Figures by the names of their methods, for a fold-out; not drawn.
    detail : callable, optional
        Makes a second picture, for the fold-out; drawn when that is opened.
    rated : str
        One soft line below the title: what was rated.
    narrow : callable, optional
        Makes the same for a phone.
    share : Chart, optional
        The same to show a friend: letters for names, and made to be pasted somewhere.
    code : str
        Python that draws the same, for a page to show below it.

    Examples
    --------
    >>> import pandas as pd
    >>> from good_on_paper import charts, patterns
    >>> jobs = pd.DataFrame({"overall": [7, 1], "pace": [2, 6]}, index=["Editor", "Cook"])
    >>> chart = charts.lineup(patterns.contrast(jobs, scales=(1, 7)), "pace")
    >>> chart.table.index.tolist(), chart.svg("dark").startswith("<?xml")
    (['Editor', 'Cook'], True)
    """

    name: str
    title: str
    alt: str
    table: pd.DataFrame = field(repr=False)
    small_print: tuple[str, ...] = field(repr=False)
    body: Body = field(repr=False)
    width: float = field(default=8.6, repr=False)
    figures: tuple[str, ...] = field(default=(), repr=False)
    detail: Callable[[], Chart | None] | None = field(default=None, repr=False)
    rated: str = field(default="", repr=False)
    narrow: Callable[[], Chart] | None = field(default=None, repr=False)
    share: Chart | None = field(default=None, repr=False)
    code: str = field(default="", repr=False)

    fold = "The figures"

    @property
    def tables(self) -> tuple[pd.DataFrame, ...]:
        """The figures in it, as a fold-out shows them."""
        return (self.table,)

    def figure(self, theme: ThemeName = "light", *, bare: bool = False) -> Figure:
        """Draw the whole sheet: title, picture, small print.

        Parameters
        ----------
        theme
            "light" or "dark".
        bare
            Leave out title, small print and paper, for a page that has them as text.

        Returns
        -------
        matplotlib.figure.Figure
            A new figure, ``width`` inches wide; pyplot does not know of it.
        """
        colours = theme_named(theme)
        with drawing(colours):
            room = self.width - 2 * EDGE
            title = [] if bare else wrap_clauses(self.title, room, _TITLE, bold=True)
            below = () if bare else (*self.small_print, NO_CAUSE)
            small = [line for text in below for line in wrap(text, room, _SMALL)]
            soft = [] if bare else wrap(self.rated, room, _RATED)
            edge = _BARE_EDGE if bare else EDGE
            heading_high = len(title) * _TITLE * _LEADING
            top = edge + heading_high + (0.1 if soft else 0) + len(soft) * _RATED * _LEADING + self.body.above
            bottom = edge + len(small) * _SMALL * _LEADING + self.body.below
            height = top + self.body.height + bottom
            figure = Figure(figsize=(self.width, height))
            figure.patch.set_alpha(0.0 if bare else 1.0)
            left = EDGE / self.width
            if not bare:
                heading = figure.text(left, 1 - EDGE / height, "\n".join(title), va="top", size=_TITLE)
                heading.set(weight="bold", linespacing=1.25)
                said = figure.text(left, 1 - (EDGE + heading_high + 0.1) / height, "\n".join(soft), va="top")
                said.set(color=colours.soft, linespacing=1.25, size=_RATED)
                print_ = figure.text(left, EDGE / height, "\n".join(small), va="bottom", size=_SMALL)
                print_.set(color=colours.soft, linespacing=1.25)
            axes = figure.add_axes(
                (
                    self.body.left / self.width,
                    bottom / height,
                    (self.width - self.body.left - self.body.right) / self.width,
                    self.body.height / height,
                ),
                axes_class=SheetAxes,
            )
            self.body.draw(axes, colours)
            return figure

    def plot(self, ax: Axes | None = None, *, theme: ThemeName | Literal["session"] = "light") -> Axes:
        """Draw only the picture, on your own Axes or on those of a new figure, and return them.

        Parameters
        ----------
        ax
            Any Axes of matplotlib; names and labels stand beside them, so leave room.
        theme
            "light" or "dark"; or "session": on your own Axes in the text colour, ground and font of
            matplotlib's rcParams, as ``seaborn.set_theme`` sets them.

        Returns
        -------
        matplotlib.axes.Axes
            Those that were handed in, or those of the new figure.

        Raises
        ------
        ChartError
            There is no such theme, or "session" without Axes.

        Examples
        --------
        >>> import pandas as pd
        >>> from matplotlib.figure import Figure
        >>> from good_on_paper import charts, patterns
        >>> jobs = pd.DataFrame({"overall": [7, 1], "pace": [2, 6]}, index=["Editor", "Cook"])
        >>> mine, other = Figure(figsize=(10, 3)).subplots(1, 2)
        >>> charts.lineup(patterns.contrast(jobs, scales=(1, 7)), "pace").plot(mine, theme="session") is mine
        True
        """
        if ax is None:
            if theme == "session":
                raise ChartError('theme "session" needs Axes of your own: plot(ax, theme="session")')
            return self.figure(theme).axes[0]
        colours, more = session_theme() if theme == "session" else (theme_named(theme), {})
        with drawing(colours, **more):
            self.body.draw(ax, colours)
        return ax

    def svg(self, theme: ThemeName = "light", *, bare: bool = False) -> str:
        """Return the chart as SVG text, always the same for the same chart; `bare` as for :meth:`figure`.

        Returns
        -------
        str
            An SVG document.
        """
        return self.data("svg", theme, bare=bare).decode()

    def data(self, format: Format, theme: ThemeName = "light", *, bare: bool = False) -> bytes:  # noqa: A002
        """Return the chart as the bytes of a file: SVG, PNG or PDF, without date or program in it.

        Returns
        -------
        bytes
            A whole file, the same for the same chart; PNG in 200 dots per inch.
        """
        figure = self.figure(theme, bare=bare)
        texts = [text.get_text() for text in (*figure.texts, *(t for ax in figure.axes for t in ax.texts))]
        # if no font here has the script, the reader's own fonts draw the letters
        fonttype = "path" if drawable(texts) else "none"
        told = self._metadata(format)
        with drawing(theme_named(theme), svg_fonttype=fonttype):
            if format == "svg":
                return svg_of(figure, told, _DPI).encode()
            file = io.BytesIO()
            figure.savefig(file, format=format, dpi=_DPI, facecolor="auto", metadata=told)
            return file.getvalue()

    def _repr_svg_(self) -> str:
        return self.svg()

    def save(self, path: str | Path, *, theme: ThemeName = "light") -> Path:
        """Write the chart to a file.

        Parameters
        ----------
        path
            Ends in .svg, .png or .pdf; its folder is there. A file of that name is replaced.
        theme
            "light" or "dark".

        Returns
        -------
        pathlib.Path
            Where the file is, with ``~`` written out.

        Raises
        ------
        ChartError
            Another ending, or a place that cannot be written to.
        """
        path = Path(path).expanduser()
        ending = path.suffix.lower().removeprefix(".")
        chosen = next((known for known in FORMATS if known == ending), None)
        if chosen is None:
            raise ChartError(
                f"{path}: cannot write a chart as {path.suffix or 'a file without an ending'!r}; "
                "expected a name that ends in .svg, .png or .pdf"
            )
        data = self.data(chosen, theme)
        try:
            write_whole(path, data)
        except OSError as error:
            raise ChartError(
                f"{path}: not written ({error.strerror}); choose a folder that is there and yours"
            ) from error
        return path

    def save_new(self, folder: Path, format: Format, theme: ThemeName = "light") -> Path:  # noqa: A002
        """Write the chart to a folder under its own name, without replacing another file of that name.

        Returns
        -------
        pathlib.Path
            Where the file is: the name of the chart, with a number where another file has that
            name.
        """
        return write_new(folder, self.name, format, self.data(format, theme))

    def _metadata(self, format: Format) -> dict[str, str | None]:  # noqa: A002
        if format == "svg":
            return {"Title": self.title, "Description": self.alt, "Date": None, "Creator": None}
        if format == "png":
            return {"Title": self.title, "Description": self.alt, "Software": None}
        return {"Title": self.title, "CreationDate": None, "Creator": None, "Producer": None}


def slug(name: str) -> str:
    """Turn a chart's name into a file name: letters and digits of any script, and hyphens, 80 at most."""
    return re.sub(r"[\W_]+", "-", name.lower()).strip("-")[:80].rstrip("-") or "chart"


def write_new(folder: Path, name: str, ending: str, data: bytes) -> Path:
    """Write a file under its name, with a number if another file has that name; make the folder if needed."""
    stem = slug(name)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path, again = folder / f"{stem}.{ending}", 1
    while path.exists() and (not path.is_file() or path.read_bytes() != data):
        again += 1
        path = folder / f"{stem} {again}.{ending}"
    if not path.exists():
        write_whole(path, data)
    return path


def write_whole(path: Path, data: bytes) -> None:
    """Write a file in one step: readers see the old or the new file, and only the owner can read it."""
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=path.suffix)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
