"""The content of a paper: one tree of blocks, which each writer turns into its kind of file."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from good_on_paper.record.answers import Cell

Paper = Literal["A4", "Letter", "card"]
PAPERS: Final[tuple[Paper, ...]] = ("A4", "Letter", "card")
"""Sizes: a sheet, or a pocket card of 74 x 105 mm."""
Look = Literal["three", "terms", "lines", "boxes", "questions", "blanks"]
"""How rows look: side by side; with a word in front; with a reason below; with a box to tick; numbered, with
room to write; as blanks to fill in."""
Place = Literal["top", "side", "main", "foot"]
BLANK: Final = "____"
"""The unit of room to write in a block of blanks; several in a row give more room."""
_LINES, _LINES_ALONE = 10, 20
"""Lines to write on that all questions of a sheet share: beside other parts, and alone."""
_TURNS: Final = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that change the direction of the text after them: a text has its own direction without them."""


@dataclass(frozen=True)
class LeafRow:
    """One row: a text with its answers.

    Attributes
    ----------
    text : str
        The text of the row.
    label : str
        The words before it: "must", "In one year".
    more : str
        The softer text below it: why, or at what price.
    cells : tuple
        The answers that it rests on; empty only for blanks to fill in.
    """

    text: str
    label: str = ""
    more: str = ""
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True)
class LeafBlock:
    """Rows under one heading.

    Attributes
    ----------
    part : str
        The part of the paper it belongs to; a part can be left out.
    look, place : str
        How its rows look, and its place on a sheet.
    rows : tuple of LeafRow
        Never empty.
    title, under : str
        The heading, and a smaller one below it; either may be empty.
    first : int
        The number of the first row, if rows are numbered.
    """

    part: str
    look: Look
    place: Place
    rows: tuple[LeafRow, ...]
    title: str = ""
    under: str = ""
    first: int = 1


@dataclass(frozen=True)
class Leaf:
    """A paper, ready to be written: its head, its blocks, its foot.

    Attributes
    ----------
    paper : str
        One of `PAPERS`.
    title, subtitle : str
        The employer of the interview, and the job.
    aside : tuple of str
        When it is and who the person meets.
    blocks : tuple of LeafBlock
        In reading order.
    foot : str
        What it is made from, and when; may be empty.
    """

    paper: Paper
    title: str
    subtitle: str = ""
    aside: tuple[str, ...] = ()
    blocks: tuple[LeafBlock, ...] = ()
    foot: str = ""

    def at(self, place: Place) -> tuple[LeafBlock, ...]:
        """Return the blocks of one place, in order."""
        return tuple(block for block in self.blocks if block.place == place)

    @property
    def lines(self) -> int:
        """How many lines to write on are below each question: the fewer questions, the more lines."""
        asked = [row for block in self.blocks if block.look == "questions" for row in block.rows]
        alone = not self.at("side") and not any(row.more for row in asked)
        share = (_LINES_ALONE if alone else _LINES) // max(len(asked), 1)
        return 0 if self.paper == "card" else max(2, min(6 if alone else 5, share))

    def texts(self) -> list[str]:
        """Return every text on the paper in reading order, without empty ones."""
        found = [self.title, self.subtitle, *self.aside]
        for block in self.blocks:
            found += [block.title, block.under]
            for row in block.rows:
                found += [row.label, row.text, row.more]
        return [text for text in (*found, self.foot) if text]


def harmless(leaf: Leaf) -> Leaf:
    r"""Return the paper with one-line texts, without characters that no font has or that turn text.

    Examples
    --------
    >>> harmless(Leaf("A4", "Mill\x07\u202e Lane")).title
    'Mill Lane'
    """
    return replace(
        leaf,
        title=_plain(leaf.title),
        subtitle=_plain(leaf.subtitle),
        aside=tuple(_plain(text) for text in leaf.aside),
        foot=_plain(leaf.foot),
        blocks=tuple(
            replace(
                block,
                title=_plain(block.title),
                under=_plain(block.under),
                rows=tuple(
                    replace(row, text=_plain(row.text), label=_plain(row.label), more=_plain(row.more))
                    for row in block.rows
                ),
            )
            for block in leaf.blocks
        ),
    )


def runs_left(text: str) -> bool:
    """Return whether a text is in a right-to-left script, by its first letter."""
    strong = (unicodedata.bidirectional(char) for char in text)
    return next((kind in ("R", "AL") for kind in strong if kind in ("L", "R", "AL")), False)


def _plain(text: str) -> str:
    kept = (
        " " if char.isspace() else char
        for char in text
        if char.isspace() or (unicodedata.category(char) not in ("Cc", "Cs", "Cn") and char not in _TURNS)
    )
    return " ".join("".join(kept).split())
