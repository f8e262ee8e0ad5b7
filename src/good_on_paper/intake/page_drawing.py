"""What is drawn on a page of a PDF: pieces of text and rules, with their places in points."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from good_on_paper.intake.page_parts import BREAK, plain_letters
from good_on_paper.intake.towns import is_known_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pypdf import PageObject

NEAR: Final = 2.5
"""Points by which two rules may differ that are drawn as one."""
_THIN: Final = 3.0
"""Most points that a rule is wide; it may be drawn as a box."""
_SHORT: Final = 6.0
"""Fewest points that a rule is long."""
RULES: Final = 1_500
_WORDS: Final = 20_000
"""Most rules and pieces of text of a page; with more, nobody can check a table."""
LETTER: Final = 0.5
"""Average width of a letter, by its height."""
_ROOM: Final = 0.75
"""A line continues below unless the next word clearly had room: it would end within this part of its cell."""


class Word(NamedTuple):
    """A piece of text: its place among all, where it begins, its height, and what it says."""

    number: int
    x: float
    y: float
    height: float
    text: str


@dataclass
class Drawn:
    """What is drawn on a page: pieces of text, and rules."""

    words: list[Word] = field(default_factory=list)
    across: list[Rule] = field(default_factory=list)
    """Each with its height on the page, its left end and its right end."""
    down: list[Rule] = field(default_factory=list)
    """Each with its place on the line, its lower end and its upper end."""

    def add(self, one: tuple[float, float], other: tuple[float, float]) -> None:
        """Add a rule from one point to another, if it goes straight and is long enough."""
        (left, right), (low, high) = sorted((one[0], other[0])), sorted((one[1], other[1]))
        if len(self.across) + len(self.down) > RULES:
            return
        if high - low <= _THIN and right - left >= _SHORT:
            self.across.append(((low + high) / 2, left, right))
        elif right - left <= _THIN and high - low >= _SHORT:
            self.down.append(((left + right) / 2, low, high))


Rule = tuple[float, float, float]
"""Its height on the page (or its place on the line), and its two ends."""


class PageTable(NamedTuple):
    """The text of each cell, row by row, and the letters of all as drawn."""

    rows: list[list[str]]
    letters: str


def drawn_on(page: PageObject) -> Drawn:
    """Return the rules of a page and its pieces of text, with their places in points."""
    drawn = Drawn()
    at = (0.0, 0.0)

    def operation(name: bytes, operands: list[float], matrix: Sequence[float], _: object) -> None:
        nonlocal at
        if name not in (b"re", b"m", b"l"):
            return
        numbers = [float(number) for number in operands]
        point = _moved(numbers[0], numbers[1], matrix)
        if name == b"re":
            other = _moved(numbers[0] + numbers[2], numbers[1] + numbers[3], matrix)
            if min(abs(point[0] - other[0]), abs(point[1] - other[1])) <= _THIN:
                drawn.add(point, other)
            else:
                corners = (point, (other[0], point[1]), other, (point[0], other[1]))
                for one, two in pairwise((*corners, point)):
                    drawn.add(one, two)
        elif name == b"l":
            drawn.add(at, point)
        at = point

    def words(text: str, matrix: Sequence[float], own: Sequence[float], _: object, size: float) -> None:
        if text.strip() and len(drawn.words) < _WORDS:
            x, y = _moved(float(own[4]), float(own[5]), matrix)
            height = abs(float(size) * float(own[3] or 1) * float(matrix[3] or 1))
            drawn.words.append(Word(len(drawn.words), x, y, height, plain_letters(text)))

    page.extract_text(visitor_operand_before=operation, visitor_text=words)
    return drawn


def _moved(x: float, y: float, matrix: Sequence[float]) -> tuple[float, float]:
    a, b, c, d, e, f = (float(number) for number in matrix)
    return a * x + c * y + e, b * x + d * y + f


def cell_text(words: Sequence[Word], width: float) -> str:
    """Return the text of a cell, lines that continue each other as one."""
    lines: list[str] = []
    heights: list[float] = []
    last: Word | None = None
    for word in sorted(words, key=lambda word: (-round(word.y), word.x)):
        if last and round(last.y) == round(word.y):
            lines[-1] += word.text if word.number == last.number + 1 else f" {word.text}"
        else:
            lines.append(word.text)
            heights.append(word.height)
        last = word
    made = ""
    above = ""
    for line, height in zip(lines, heights, strict=True):
        text = " ".join(line.split())
        if made:
            together = len(f"{above.strip()} {text.partition(' ')[0]}") * height * LETTER
            goes_on = above.endswith(" ") or (together > width * _ROOM and not is_known_place(text))
            made += " " if goes_on else BREAK
        made += text
        above = line
    return made


def rules_at(rules: Sequence[Rule]) -> dict[float, list[Rule]]:
    """Return rules by their places, those that are almost at the same place together, in order."""
    made: dict[float, list[Rule]] = {}
    place = None
    for rule in sorted(rules):
        if place is None or rule[0] - place > NEAR:
            place = rule[0]
            made[place] = []
        made[place].append(rule)
    return made


def letters_in(text: str) -> str:
    """Return a text without its spaces."""
    return "".join(text.split())
