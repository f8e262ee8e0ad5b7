"""Make text fit: clean, measure, wrap, shorten and count it."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.ft2font import LoadFlags
from matplotlib.textpath import TextToPath

from good_on_paper.charts.style import fonts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matplotlib.ft2font import FT2Font

ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
NAME_LINES, _FEW = 7, 3
"""Lines of a name at most, and in type of the usual size: no job that people have had needs more."""
_POINTS = 72
_PARTS = 64  # of a point, in which fonts count
_NO_SIGN = {"Cc", "Cs"}
_NO_XML = {"\ufffe", "\uffff"}
_APART = re.compile(r"[ -\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u2190-\u2bff]*")
"""Letters of Latin, Greek and Cyrillic, and signs: their shape and place depend on no other word."""
_paths = TextToPath()


def plain(text: object) -> str:
    """Return text as one line that every file can hold: no control signs, no halves of surrogate pairs."""
    if str(text).isprintable():
        return " ".join(str(text).split())
    spaced = "".join(" " if char.isspace() else char for char in str(text))
    kept = (c for c in spaced if unicodedata.category(c) not in _NO_SIGN and c not in _NO_XML)
    return " ".join("".join(kept).split())


@lru_cache(maxsize=4096)
def width(text: str, size: float, *, bold: bool = False) -> float:
    """Measure a line of text of so many points, in inches."""
    if not text:
        return 0.0
    known = "".join(char if ord(char) in _signs() else _alike(char) for char in text)
    across, _, _ = measured(known, fonts(), "normal", "bold" if bold else "normal")
    return across * (size / _paths.FONT_SCALE) / _POINTS


@lru_cache(maxsize=4096)
def measured(text: str, family: tuple[str, ...], style: str, weight: str | int) -> tuple[float, float, float]:
    """Measure a line of text of a hundred points: its width, its height, and how far it reaches down.

    Other sizes are in proportion, so a text is measured once, whatever is drawn of it.
    """
    words = words_apart(text, family)
    if len(words) == 1:
        return _at_once(text, family, style, weight)
    each = [_at_once(word, family, style, weight) for word in (" ", *filter(None, words))]
    across = sum(wide for wide, _, _ in each) + each[0][0] * (len(words) - 2)
    above, below = max(high - deep for _, high, deep in each), max(deep for _, _, deep in each)
    return across, above + below, below


def words_apart(text: str, family: tuple[str, ...]) -> list[str]:
    """Return words that stand side by side as each would alone, one space between two; else the whole text.

    The same words come again on a page in one sentence after another, and a sentence takes as long to lay
    out as all its words. In other scripts a word can change its shape beside another; in fonts that are not
    ours a letter can move towards a space.
    """
    return text.split(" ") if family == fonts() and _APART.fullmatch(text) else [text]


@lru_cache(maxsize=4096)
def _at_once(text: str, family: tuple[str, ...], style: str, weight: str | int) -> tuple[float, float, float]:
    font = font_of(family, style, weight)
    font.set_text(text, 0.0, flags=LoadFlags.NO_HINTING)
    across, high = font.get_width_height()
    return across / _PARTS, high / _PARTS, font.get_descent() / _PARTS


def font_of(family: tuple[str, ...], style: str, weight: str | int) -> FT2Font:
    """Return the font of these names, a hundred points high."""
    font = get_font(_files(family, style, weight))
    font.set_size(_paths.FONT_SCALE, _paths.DPI)
    return font


@lru_cache(maxsize=64)
def _files(family: tuple[str, ...], style: str, weight: str | int) -> list[str]:
    """Find the file of each font of these names; the first that has a sign draws it."""
    kinds = (FontProperties(family=[name], style=style, weight=weight) for name in family)  # type: ignore[arg-type]
    return [str(findfont(kind)) for kind in kinds]


def shorten(text: str, inches: float, size: float, *, bold: bool = False, middle: bool = False) -> str:
    """Cut text that is too wide, at its end or in its `middle`.

    We cut names in the middle: two jobs often begin with the same words and differ at the end.
    """
    if width(text, size, bold=bold) <= inches:
        return text
    fits, over = 0, len(text)
    while over - fits > 1:
        half = (fits + over) // 2
        if width(_without(text, half, middle=middle), size, bold=bold) <= inches:
            fits = half
        else:
            over = half
    return _without(text, fits, middle=middle)


def _without(text: str, kept: int, *, middle: bool) -> str:
    """Keep so many characters, and put an ellipsis for the rest."""
    tail = kept // 3 if middle else 0
    return text[: kept - tail].rstrip() + ELLIPSIS + (text[-tail:].lstrip() if tail else "")


def wrap(
    text: str,
    inches: float,
    size: float,
    *,
    bold: bool = False,
    most: int | None = None,
    middle: bool = False,
) -> list[str]:
    """Break text into lines of a width, between words, inside a word (at a hyphen) only where it is wider.

    Parameters
    ----------
    text
        One line.
    inches, size, bold
        The width of a line, the size of the type in points, and its weight.
    most, middle
        At most so many lines; we shorten the last one to hold the rest, at its end or in its middle.
    """
    lines: list[str] = []
    words = text.split()
    while words:
        if most is not None and len(lines) == most - 1:
            return [*lines, shorten(" ".join(words), inches, size, bold=bold, middle=middle)]
        taken = 1
        while taken < len(words) and width(" ".join(words[: taken + 1]), size, bold=bold) <= inches:
            taken += 1
        line, words = " ".join(words[:taken]), words[taken:]
        if taken == 1 and width(line, size, bold=bold) > inches:  # one word, or a script without spaces
            head = max(1, len(shorten(line, inches, size, bold=bold)) - len(ELLIPSIS))
            head = line.rfind("-", 1, head) + 1 or head
            line, words = line[:head], [line[head:], *words]
        lines.append(line)
    return lines


def name_lines(name: str, inches: float, size: float, *, bold: bool = False) -> tuple[list[str], float]:
    """Break a name into lines, in smaller type (down to four fifths) where they would be more than a few.

    Only a name that needs too many lines even then is cut, in its middle: it stands whole in the table.

    Returns
    -------
    list of str, float
        The lines, and the size of their type in points.

    Examples
    --------
    >>> name_lines("Tutor, Hillcrest", 3.0, 9.0)
    (['Tutor, Hillcrest'], 9.0)
    """
    for small in (size, 0.9 * size, 0.8 * size):
        lines = wrap(name, inches, small, bold=bold)
        if len(lines) <= _FEW:
            return lines, small
    if len(lines) > NAME_LINES:
        lines = wrap(name, inches, small, bold=bold, most=NAME_LINES, middle=True)
    return lines, small


def lines_high(name: str, inches: float, size: float, *, bold: bool = False) -> float:
    """Return how high a name is, in lines of the usual type: five lines of small type take four."""
    lines, small = name_lines(name, inches, size, bold=bold)
    return len(lines) * small / size


def wrap_clauses(text: str, inches: float, size: float, *, bold: bool = False) -> list[str]:
    """Break a sentence after its semicolons first, so that a finding falls into its two halves."""
    if width(text, size, bold=bold) <= inches:
        return [text]
    clauses = text.replace("; ", ";\n").split("\n")
    return [line for clause in clauses for line in wrap(clause, inches, size, bold=bold)]


def drawable(texts: Iterable[str]) -> bool:
    """Return whether the fonts at hand have a sign for every character."""
    return all(char.isspace() or ord(char) in _signs() for text in texts for char in text)


def _alike(char: str) -> str:
    """Return text about as wide as a sign that no font here has, or as the box in its place."""
    return "\N{EM DASH}i" if unicodedata.east_asian_width(char) in "WF" else "n"


@cache
def _signs() -> frozenset[int]:
    paths = (findfont(FontProperties(family=[name])) for name in fonts())
    return frozenset().union(*(get_font(path).get_charmap() for path in paths))
