"""The questions of a page, as a blank sheet to fill in by hand: one sheet of A4 or Letter per page."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROOM: Final = 150
"""Millimetres of a sheet that its rows share, without headings and hints."""
_LOW, _HIGH = 7.0, 11.0
"""The lowest row that still has room for handwriting, and the highest that is useful."""
_MANY: Final = 6
"""From this many columns on, the row names take less room."""
MOST_ROWS: Final = 18
"""Most rows that fit on a sheet."""
LATER: Final = "Skip any you like, and type it in later."
_STYLE: Final = """
@page { margin: 13mm 15mm; }
* { box-sizing: border-box; }
body { max-width: 44rem; margin: 1rem auto; color: #111; background: #fff; overflow-wrap: anywhere;
  font: 10pt/1.3 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif; }
h1 { margin: 0; font-size: 14pt; }
h2 { margin: 3.5mm 0 0.5mm; font-size: 11pt; }
p { margin: 0.5mm 0 1.5mm; color: #444; }
ol { margin: 0; padding-inline-start: 5mm; }
li { margin-block-end: 1mm; }
li span, th small { color: #444; font-weight: 400; }
table { inline-size: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { border: 1px solid #999; padding: 0.5mm 1.5mm; text-align: start; vertical-align: middle; }
thead th { font-size: 8.5pt; line-height: 1.2; vertical-align: bottom; }
tbody th { font-weight: 400; font-size: 8.5pt; line-height: 1.15; }
.ticks { display: grid; grid-template-columns: 1fr 1fr; gap: 1.2mm 6mm; }
.ticks div::before { content: ""; display: inline-block; inline-size: 3.2mm; block-size: 3.2mm;
  margin-inline-end: 2mm; border: 1px solid #111; vertical-align: -0.5mm; }
.line { display: flex; align-items: flex-end; gap: 2mm; block-size: 8mm; }
.line::after { content: ""; flex: 1; border-block-end: 1px solid #999; }
@media print { body { max-width: none; margin: 0; } }
"""


@dataclass(frozen=True)
class Scales:
    """Questions answered by a number, each with the meaning of its two ends.

    Attributes
    ----------
    asked : tuple
        Question, lowest number and its meaning, highest number and its meaning.
    """

    asked: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class FillIn:
    """Rows to fill in: each has a name, or an empty one to be written too.

    Attributes
    ----------
    columns : tuple of str
        Headings of the empty cells.
    rows : tuple of str
    wide : tuple of int
        Positions of columns that are three times as wide.
    """

    columns: tuple[str, ...]
    rows: tuple[str, ...]
    wide: tuple[int, ...] = ()


@dataclass(frozen=True)
class Ticks:
    """Things to tick."""

    options: tuple[str, ...]


@dataclass(frozen=True)
class Lines:
    """Labels of lines to write on."""

    labels: tuple[str, ...]


Part = Scales | FillIn | Ticks | Lines


@dataclass(frozen=True)
class Exercise:
    """A heading, the task in a sentence, and the parts below it."""

    heading: str
    hint: str
    parts: tuple[Part, ...]


def as_html(title: str, blocks: Sequence[Exercise], *, paper: str = "", later: str = LATER) -> str:
    """Return the sheet as a page to print. Everything typed is escaped.

    Parameters
    ----------
    title : str
        Its heading.
    blocks : sequence of Exercise
        The exercises.
    paper : str, optional
        "A4" or "Letter"; by default the printer's own size.
    later : str, optional
        The sentence below the title.

    Examples
    --------
    >>> sheet = as_html("Your jobs", [Exercise("Jobs", "As they come.", (FillIn(("Employer",), ("Cook",)),))])
    >>> "<th>Cook</th><td></td>" in sheet
    True
    """
    rows = sum(len(part.rows) for block in blocks for part in block.parts if isinstance(part, FillIn))
    size = f"@page {{ size: {paper}; }}" if paper else ""
    high = min(_HIGH, max(_LOW, _ROOM / max(rows, 1)))
    body = "".join(
        f"<section>{f'<h2>{escape(block.heading)}</h2>' if block.heading else ''}"
        f"{f'<p>{escape(block.hint)}</p>' if block.hint else ''}"
        f"{''.join(_part(part) for part in block.parts)}</section>"
        for block in blocks
    )
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{size}{_STYLE}tbody tr {{ height: {high:.1f}mm; }}</style></head>"
        f"<body><h1>{escape(title)}</h1>{f'<p>{escape(later)}</p>' if later else ''}{body}</body></html>\n"
    )


def _part(part: Part) -> str:
    if isinstance(part, Scales):
        asked = (
            f"<li>{escape(ask)} <span>{escape(f'{low} … {high}')}</span></li>"
            for ask, low, high in part.asked
        )
        return f"<ol>{''.join(asked)}</ol>"
    if isinstance(part, Ticks):
        return f'<div class="ticks">{"".join(f"<div>{escape(one)}</div>" for one in part.options)}</div>'
    if isinstance(part, Lines):
        return "".join(f'<div class="line">{escape(label)}</div>' for label in part.labels)
    named = any(part.rows)
    heads = ("<th></th>" if named else "") + "".join(f"<th>{escape(one)}</th>" for one in part.columns)
    empty = "<td></td>" * len(part.columns)
    body = "".join(f"<tr>{f'<th>{escape(name)}</th>' if named else ''}{empty}</tr>" for name in part.rows)
    return f"<table>{_widths(part, named=named)}<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"


def _widths(part: FillIn, *, named: bool) -> str:
    first = 4 if len(part.columns) < _MANY else 3
    shares = [first] * named + [3 if at in part.wide else 1 for at in range(len(part.columns))]
    return "".join(f'<col style="width: {100 * share / sum(shares):.1f}%">' for share in shares)
