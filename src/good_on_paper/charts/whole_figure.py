"""The whole picture as one composed figure, in the shape of a sheet of paper."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from good_on_paper.charts.chart import NO_CAUSE
from good_on_paper.charts.sheet_axes import SheetAxes
from good_on_paper.charts.style import Theme, ThemeName, drawing, theme_named
from good_on_paper.charts.text import plain, shorten, width, wrap
from good_on_paper.language.counts import quoted
from good_on_paper.language.day_names import in_full

if TYPE_CHECKING:
    from good_on_paper.charts.chart import Body
    from good_on_paper.charts.whole_picture import WholePart, WholePicture, WholeRow

TITLE: Final = "The whole picture"
A4: Final = (8.27, 11.69)
"""Width and height in inches; an A3 sheet has the same shape."""
_WIDER: Final = (1.12, 1.25, 1.4, 1.6, 1.8, 2.1, 2.5)
"""If the sheet is too long, we draw it larger by so much; on paper, everything is then smaller."""
_AIRY: Final = (1.4, 1.25, 1.1, 1.0)
"""If there is room on the sheet, we draw charts higher by so much."""
_EDGE, _GUTTER, _APART = 0.55, 0.4, 0.32
_LEADING: Final = 1.42 / 72
"""Inches between two lines of one point."""
_QUOTE, _COUNT, _HEAD, _TEXT, _SMALL = 13.0, 14.0, 11.0, 8.5, 7.5
_LABEL: Final = 0.95
"""Inches for the word beside a text."""


def whole_figure(whole: WholePicture, theme: ThemeName = "light") -> Figure:
    """Draw the whole picture on one sheet: words, counts, then its parts, in two columns if one is too long.

    Parameters
    ----------
    whole : WholePicture
        What is drawn. We leave out empty parts, and charts that are shown only on request.
    theme : str
        "light" or "dark".

    Examples
    --------
    >>> import datetime as dt
    >>> from good_on_paper.charts.whole_picture import WholePicture, WholeRow
    >>> kept = WholePicture((WholeRow("Kept the list.", "Editor"),), ((1, "job"),), (), dt.date(2026, 11, 30))
    >>> [round(float(size), 2) for size in whole_figure(kept).get_size_inches()]
    [8.27, 11.69]
    """
    colours = theme_named(theme)
    with drawing(colours):
        # with little to draw, it has the whole width, and its rows have room between them
        sheets = [_Sheet(*A4, colours, columns=columns, airy=airy) for columns in (1, 2) for airy in _AIRY]
        sheets += [_Sheet(A4[0] * wider, A4[1] * wider, colours) for wider in _WIDER]
        sheet = next((one for one in sheets if one.fits(whole)), sheets[-1])
        sheet.figure = Figure(figsize=(sheet.wide, sheet.high), facecolor=colours.ground)
        sheet.put(whole)
        return sheet.figure


def in_words(whole: WholePicture) -> str:
    """Return the whole figure in words, to be read out in its place.

    Examples
    --------
    >>> import datetime as dt
    >>> from good_on_paper.charts.whole_picture import WholePicture, WholeRow
    >>> in_words(WholePicture((WholeRow("Kept it.", "Cook"),), ((1, "job"),), (), dt.date(2026, 11, 30)))
    'The whole picture, 30 November 2026. “Kept it.” Cook. 1 job.'
    """
    said = [f"{TITLE}, {in_full(whole.day)}."]
    said += [f"{quoted(row.text)}{f' {row.label}.' if row.label else ''}" for row in whole.proud]
    said += [", ".join(f"{number} {words}" for number, words in whole.counts) + "."] if whole.counts else []
    for part in whole.parts:
        if part.is_there:
            rows = "; ".join(f"{row.label}: {row.text}" if row.label else row.text for row in part.rows)
            drawn = part.chart.alt if part.chart and not part.fold else ""
            said += [f"{part.title}.", *filter(None, (part.finding, f"{rows}." if rows else "", drawn))]
            said += [part.because] if part.because else []
    return " ".join(plain(text) for text in said)


@dataclass
class _Sheet:
    """A sheet that fills from the top; all measures are inches from its upper left corner."""

    wide: float
    high: float
    theme: Theme
    figure: Figure | None = None
    """The figure to draw on; without one, we only measure."""
    columns: int = 2
    airy: float = 1.0
    """How much higher a chart is than it must be."""

    def fits(self, whole: WholePicture) -> bool:
        """Return whether everything has room."""
        return self.put(whole) <= self.high - 0.5

    def put(self, whole: WholePicture) -> float:
        """Draw everything, and return how far down it reaches."""
        room = self.wide - 2 * _EDGE
        down = self._head(whole, room)
        down = self._proud(whole, room, down)
        down = self._counts(whole, room, down)
        column = (room - _GUTTER * (self.columns - 1)) / self.columns
        filled = [down] * self.columns
        for part in whole.parts:
            if part.is_there:
                at = filled.index(min(filled))
                filled[at] = self._part(part, _EDGE + at * (column + _GUTTER), filled[at], column)
        foot = f"{NO_CAUSE} Made from my own answers on {in_full(whole.day)}."
        self._lines([foot], _EDGE, self.high - 0.42, _SMALL, colour=self.theme.soft)
        return max(filled)

    def _head(self, whole: WholePicture, room: float) -> float:
        self._lines([TITLE], _EDGE, 0.5, 19.0, bold=True)
        day = in_full(whole.day)
        across = _EDGE + room - width(day, _TEXT)
        self._lines([day], across, 0.64, _TEXT, colour=self.theme.soft)
        return 1.05

    def _proud(self, whole: WholePicture, room: float, down: float) -> float:
        if not whole.proud:
            return down
        down = self._rule(down, _EDGE, room) + 0.16
        for row in whole.proud:
            down = self._quote(row, room, down)
        return down + 0.08

    def _quote(self, row: WholeRow, room: float, down: float) -> float:
        lines = wrap(quoted(plain(row.text)), room, _QUOTE)
        end = self._lines(lines, _EDGE, down, _QUOTE)
        if row.label:
            label = shorten(plain(row.label), room, _TEXT)
            beside = width(lines[-1], _QUOTE) + 0.1
            fits = beside + width(label, _TEXT) <= room
            top = end - _QUOTE * _LEADING + 0.055 if fits else end - 0.02
            after = self._lines([label], _EDGE + (beside if fits else 0), top, _TEXT, colour=self.theme.soft)
            end = end if fits else after
        return end + 0.02

    def _counts(self, whole: WholePicture, room: float, down: float) -> float:
        if not whole.counts:
            return down
        down = self._rule(down, _EDGE, room) + 0.13
        across = 0.0
        for number, words in whole.counts:
            first = width(str(number), _COUNT, bold=True) + 0.06
            takes = first + width(words, _TEXT) + 0.26
            if across and across + takes - 0.26 > room:
                across, down = 0.0, down + _COUNT * _LEADING + 0.04
            self._lines([str(number)], _EDGE + across, down, _COUNT, bold=True)
            self._lines([words], _EDGE + across + first, down + 0.07, _TEXT, colour=self.theme.soft)
            across += takes
        return down + _COUNT * _LEADING + 0.16

    def _part(self, part: WholePart, left: float, down: float, room: float) -> float:
        down = self._rule(down, left, room) + 0.12
        down = self._lines(wrap(part.title, room, _HEAD, bold=True), left, down, _HEAD, bold=True) + 0.03
        if part.finding:
            found = wrap(plain(part.finding), room, _TEXT, bold=True)
            down = self._lines(found, left, down, _TEXT, bold=True) + 0.04
        for row in part.rows:
            down = self._row(row, left, down, room)
        if part.chart is not None and not part.fold:
            body = part.chart.body
            high = body.height * self.airy
            self._axes(replace(body, height=high), left, down + body.above, room)
            down += body.above + high + body.below
        if part.because:
            rests = wrap(plain(part.because), room, _SMALL)
            down = self._lines(rests, left, down + 0.03, _SMALL, colour=self.theme.soft)
        return down + _APART

    def _axes(self, body: Body, left: float, down: float, room: float) -> None:
        if self.figure is None:
            return
        across, up = left + body.left, self.high - down - body.height
        inches = room - body.left - body.right
        place = (across / self.wide, up / self.high, inches / self.wide, body.height / self.high)
        body.draw(self.figure.add_axes(place, axes_class=SheetAxes), self.theme)

    def _row(self, row: WholeRow, left: float, down: float, room: float) -> float:
        """Place a word with the text beside it; a row without a word has all the room."""
        beside = _LABEL + 0.12 if row.label else 0.0
        label = wrap(plain(row.label), _LABEL, _TEXT) if row.label else []
        ends = [
            self._lines(label, left, down, _TEXT, colour=self.theme.soft),
            self._lines(wrap(plain(row.text), room - beside, _TEXT), left + beside, down, _TEXT),
        ]
        return max(ends) + 0.04

    def _lines(
        self,
        lines: list[str],
        left: float,
        down: float,
        size: float,
        *,
        bold: bool = False,
        colour: str = "",
    ) -> float:
        """Place lines of text, and return where the next may go."""
        if self.figure is not None:
            for place, line in enumerate(lines):
                high = 1 - (down + place * size * _LEADING) / self.high
                text = self.figure.text(left / self.wide, high, line, size=size, va="top")
                text.set(color=colour or self.theme.ink, weight="bold" if bold else "normal")
        return down + len(lines) * size * _LEADING

    def _rule(self, down: float, left: float, room: float) -> float:
        ends, high = (left / self.wide, (left + room) / self.wide), 1 - down / self.high
        if self.figure is not None:
            self.figure.add_artist(Line2D(ends, (high, high), color=self.theme.faint, linewidth=0.8))
        return down
