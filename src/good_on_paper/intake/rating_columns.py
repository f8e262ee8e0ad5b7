"""One column of ratings: its numbers, marks or words, their scale, and the line they belong to."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.no_rating import is_money, why_no_rating
from good_on_paper.intake.preview import OwnLine, Rated, Recognised, Scaled
from good_on_paper.intake.ratings import (
    Cell,
    fits,
    holding,
    own_because,
    own_line,
    read_cell,
    scale_for,
    shipped,
    too_large,
)
from good_on_paper.language import marked, word_order
from good_on_paper.language.scales import lowest_for

if TYPE_CHECKING:
    from collections.abc import Mapping

    from good_on_paper.catalogue import Item
    from good_on_paper.intake.columns import Column
    from good_on_paper.intake.sheet import Row
    from good_on_paper.intake.table_reading import TableReading
    from good_on_paper.language import Marked

_KINDS_OF_WORDS: Final = 20
"""Most different words of one column that can be steps of a scale."""
_UNSURE: Final = "?"
_HALVES: Final = re.compile(r"[0-9]{1,3},[0-9]{1,2}")
_POINT: Final = re.compile(r"[0-9]+\.[0-9]+")


@dataclass
class _Read:
    """The cells of a column as we read them, and what they say about its scale.

    Parameters
    ----------
    cells : list
        Row, text and cell.
    ends : tuple of int or None
        Both ends, if the cells show them.
    words : mapping
        Words beside or instead of numbers, and the number each means.
    """

    cells: list[tuple[Row, str, Cell]] = field(default_factory=list)
    ends: tuple[int, int] | None = None
    words: Mapping[str, float] = field(default_factory=dict)

    @cached_property
    def numbers(self) -> list[float]:
        return [cell.number for *_, cell in self.cells if cell.number is not None]

    @cached_property
    def texts(self) -> list[tuple[Row, str]]:
        return [(row, text) for row, text, cell in self.cells if cell.state == "text"]


def read_ratings(reading: TableReading, column: Column) -> None:
    """Read a column as ratings of a known line or of an own line, or report why it is left out."""
    where = reading.at(column)
    known = reading.catalogue.item(column.key) if column.key else None
    read = _cells(reading, column)
    if why := _unreadable(read, known) or _earned(column, read, known):
        reading.findings.skip(where, why[0], why[1])
        return
    ends = reading.given.scales.get(column.header) or column.ends or read.ends
    if ends and not all(ends[0] <= number <= ends[1] for number in read.numbers):
        beyond = next(number for number in read.numbers if not ends[0] <= number <= ends[1])
        reading.findings.notes.append(
            f"{where}: {beyond:g} lies outside {ends[0]} to {ends[1]}, so we do not take that as its scale."
        )
        ends = None
    item, new = _item(reading, column, read, known, ends)
    reading.taken.add(item.key)
    if column.verdict:
        reading.outcomes[column.header] = item.key
    if not new:
        reading.recognised.append(Recognised(where, item.key, item.worded().label))
    _tell_scale(reading, column, read, item, ends)
    turned = sum(ends) if column.turned and ends else None
    rated: dict[str, Rated] = {}
    for row, text, cell in read.cells:
        if cell.state == "text":
            expected = f"expected a number from {item.scale.min} to {item.scale.max}"
            reading.findings.skip(reading.at(column, row), text, f"{expected}, or na, can't recall, skip")
        elif cell.state != "empty":
            if text not in rated:
                number = cell.number if turned is None or cell.number is None else turned - cell.number
                rated[text] = Rated(item.key, number, cell.state)
            reading.answer(row, rated[text])
            if text.strip() == _UNSURE:
                reading.findings.notes.append(f"{reading.at(column, row)}: we keep '?' as can’t remember.")


def _unreadable(read: _Read, known: Item | None) -> tuple[object, str] | None:
    """Return why a column has no ratings: its content, and the reason; None if it can be read."""
    numbers, texts = read.numbers, read.texts
    if known is None and len(texts) >= max(1, len(numbers)):
        row, text = texts[0]
        return text, f"row {row.number} has this text, and the kit has nothing of that name"
    if not numbers and (texts or all(cell.state == "empty" for *_, cell in read.cells)):
        return (texts[0][1], "it has no numbers") if texts else ("", "there is nothing in it")
    if too_large(numbers):
        return max(numbers, key=abs), "no scale goes so far"
    if known is None and not numbers:
        return "", "it has only blanks, and the kit has nothing of that name"
    return None


def _earned(column: Column, read: _Read, known: Item | None) -> tuple[object, str] | None:
    """Return why a column holds money and no ratings; None if it may be rated."""
    if known or column.ends or read.words or not is_money(column.header, read.numbers):
        return None
    return read.numbers[0], "this looks like money, not like a rating"


def _cells(reading: TableReading, column: Column) -> _Read:
    """Return the cells: numbers, marks with a note beside them, words in an order, blanks."""
    comma = reading.sheet.decimal_comma or _has_commas([text for _, text in reading.cells(column)])
    found = {text: read_cell(text, decimal_comma=comma) for _, text in reading.cells(column)}
    cells = [(row, text, found[text]) for row, text in reading.cells(column)]
    words = {
        text.strip(): number
        for text, number in reading.given.steps.get(column.header, {}).items()
        if isinstance(number, int)
    }
    if words:
        return _Read([(row, text, _step(text, cell, words)) for row, text, cell in cells], words=words)
    marks = {text: mark for text, cell in found.items() if cell.state == "text" and (mark := marked(text))}
    high = _common_high([marks[text].high for _, text, _ in cells if text in marks])
    marks = {text: mark for text, mark in marks.items() if mark.high == high or mark.high is None}
    read = _Read([(row, text, _marked(text, cell, marks)) for row, text, cell in cells])
    read.words = {mark.word: mark.number for mark in marks.values() if mark.word}
    if high is not None:
        read.ends = (lowest_for(high, min(read.numbers, default=1)), high)
    if not read.numbers and read.texts:
        different = {text.strip() for _, text in read.texts}
        order = word_order(different) if len(different) <= _KINDS_OF_WORDS else None
        if order:
            steps = dict(order.steps)
            stepped = [(row, text, _step(text, cell, steps)) for row, text, cell in read.cells]
            return _Read(stepped, (order.low, order.high), steps)
    return read


def _has_commas(texts: list[str]) -> bool:
    """Return whether a column has decimal commas, in a file where commas do not separate cells."""
    halves = [text for text in texts if _HALVES.fullmatch(text.strip())]
    return bool(halves) and not any(_POINT.fullmatch(text.strip()) for text in texts)


def _common_high(highs: list[int | None]) -> int | None:
    """Return the best possible mark that most cells name; cells with another have another scale."""
    named = Counter(high for high in highs if high is not None)
    return min(named, key=lambda high: (-named[high], high), default=None)


def _marked(text: str, cell: Cell, marks: Mapping[str, Marked]) -> Cell:
    mark = marks.get(text) if cell.state == "text" else None
    return cell if mark is None else Cell("value", _whole(mark.number))


def _step(text: str, cell: Cell, steps: Mapping[str, float]) -> Cell:
    step = steps.get(text.strip())
    return cell if step is None else Cell("value", _whole(step))


def _whole(number: float) -> float:
    return int(number) if float(number).is_integer() else number


def _item(
    reading: TableReading, column: Column, read: _Read, known: Item | None, ends: tuple[int, int] | None
) -> tuple[Item, bool]:
    """Return the line of a column and whether it is new: the known one if its scale is the same."""
    numbers = read.numbers
    own = known is not None and known.key not in shipped()
    if known is not None and fits(known, numbers) and ends in (None, (known.scale.min, known.scale.max)):
        return known, False
    verdict = column.verdict or (known is not None and known.group == "outcome")
    scale = scale_for(numbers, ends)
    sure, there = ends is not None, known
    if known is not None and own:
        item = known.model_copy(update={"scale": holding(known.scale, scale, numbers, sure=sure)})
    else:
        item, there = own_line(
            reading.at(column),
            column.name or column.header,
            scale,
            reading.catalogue,
            reading.taken,
            group="outcome" if verdict else column.group or "circumstance",
            numbers=numbers,
            sure=sure,
        )
    where = reading.at(column)
    if there is not None and there.scale == item.scale:
        return item, False
    why = own_because(numbers, item, known=known, was=there)
    doubt = ""
    if known is None and there is None and not verdict and not column.group:
        doubt = why_no_rating(column.header, numbers, scaled=ends is not None or bool(read.words))
    if column.turned and ends:
        low, high = item.scale.min, item.scale.max
        values = f"values from {min(numbers):g} to {max(numbers):g}; " if numbers else ""
        why = f"{values}{low} is the best in the file, so we turn them round: {low} becomes {high}"
    reading.lines.append(
        OwnLine(
            where,
            item,
            f"{doubt}; tick it if they are" if doubt else why,
            taken=not doubt,
            was=None if there is None else there.scale,
        )
    )
    return item, True


def _tell_scale(
    reading: TableReading, column: Column, read: _Read, item: Item, ends: tuple[int, int] | None
) -> None:
    """Add the scale of the column, where it comes from, and whether to ask about it."""
    low, high = item.scale.min, item.scale.max
    if read.words and (ends or column.header in reading.given.steps):
        how = "your words, each on its step"
    elif column.header in reading.given.scales:
        how = "as you said"
    elif ends:
        how = "as the file says"
    elif reading.ours:
        how = "as this kit wrote it"
    elif item.key in reading.catalogue and item.key not in shipped():
        widened = any(line.item is item and line.was for line in reading.lines)
        how = "so that all numbers fit" if widened else "as your line has it"
    else:
        how = "assumed"
    reaches = not read.numbers or max(read.numbers) >= high
    asks = how == "assumed" and not reaches and all(line.taken for line in reading.lines if line.item is item)
    reading.scaled.append(
        Scaled(
            reading.at(column),
            column.header,
            item.key,
            item.worded().label,
            low,
            high,
            how,
            asks=asks,
            words=dict(read.words),
            highest=max(read.numbers, default=None),
        )
    )
