"""A column of ratings: numbers, three kinds of blank, and their scale."""

from __future__ import annotations

import functools
import math
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import RESERVED, Item, Scale, load
from good_on_paper.intake import limits
from good_on_paper.intake.definitions import MEANS, keyed
from good_on_paper.intake.plain_text import norm, same, slug
from good_on_paper.intake.preview import Rated
from good_on_paper.language.counts import capital
from good_on_paper.language.dates import parse_date
from good_on_paper.language.durations import Duration, DurationError, parse_duration
from good_on_paper.language.partial_date import DateError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from good_on_paper.catalogue import Catalogue

_BLANKS: Final = {
    "na": (
        *("na", "n a", "not applicable", "does not apply", "doesn t apply", "none of that"),
        *(
            "entf\u00e4llt",
            "nicht zutreffend",
            "nicht anwendbar",
            "sans objet",
            "non applicable",
            "no aplica",
        ),
        *("no procede", "n\u00e3o se aplica", "non applicabile", "n v t", "nvt", "niet van toepassing"),
    ),
    "cant_recall": (
        "cant recall",
        "can t recall",
        "cannot recall",
        "don t remember",
        "dont remember",
        "forgot",
        *("don t know", "dont know", "do not know", "unknown", "not sure", "unsure", "no idea"),
        *("wei\u00df nicht", "weiss nicht", "ne sait pas", "je ne sais pas", "nsp", "no s\u00e9", "ns nc"),
        *(
            "no recuerdo",
            "n\u00e3o sei",
            "n\u00e3o lembro",
            "non so",
            "non ricordo",
            "weet niet",
            "weet ik niet",
        ),
    ),
    "skip": (
        *("skip", "skipped", "rather not say", "no answer", "prefer not to say", "prefer not to answer"),
        *("k a", "keine angabe", "sans r\u00e9ponse", "sin respuesta", "sem resposta", "nessuna risposta"),
        "geen antwoord",
    ),
}
_BLANK_WORDS: Final = {word: state for state, words in _BLANKS.items() for word in words}
_EMPTY: Final = frozenset({"", "-", "\N{EN DASH}", "\N{EM DASH}", ".", "nan", "null", "none"})
_UNSURE: Final = "?"
_NUMBER: Final = re.compile(r"[+-]?[0-9]{1,12}(?:[.][0-9]{1,12})?")
_COMMA_NUMBER: Final = re.compile(r"[+-]?[0-9]{1,12}(?:[.,][0-9]{1,12})?")
_SCALES: Final = ((1, 7), (0, 1), (0, 10), (0, 100))
_STEPS: Final = _SCALES[0]
_LARGEST: Final = 10**9


@dataclass(frozen=True)
class Cell:
    """One cell of a column as we read it.

    Parameters
    ----------
    state : str
        "value", "na", "cant_recall", "skip"; "empty" for no answer; "text" for anything else.
    number : int, float or None
        For "value".
    """

    state: str
    number: float | None = None


def read_cell(text: str, *, decimal_comma: bool = False) -> Cell:
    """Return a rating's cell as a number, a blank, nothing, or another text."""
    tidy = text.strip()
    if tidy.casefold() in _EMPTY:
        return Cell("empty")
    if tidy == _UNSURE:
        return Cell("cant_recall")
    if (_COMMA_NUMBER if decimal_comma else _NUMBER).fullmatch(tidy):
        number = float(tidy.replace(",", "."))
        return Cell("value", int(number) if number.is_integer() else number)
    return Cell(_BLANK_WORDS.get(norm(tidy), "text"))


def fits(item: Item, numbers: Iterable[float]) -> bool:
    """Return whether all numbers are on an item's scale.

    The kit's seven steps take only whole numbers; the scale of an own line takes values between.
    """
    steps = item.scale == Scale()
    return all(number in item.scale and (isinstance(number, int) or not steps) for number in numbers)


def scale_for(numbers: Iterable[float], ends: tuple[int, int] | None = None) -> Scale:
    """Return the scale with known ends, else the first usual one that holds all numbers, else a round one."""
    if ends is not None:
        return Scale(min=ends[0], max=ends[1])
    listed = list(numbers)
    low, high = min(listed), max(listed)
    whole = all(isinstance(number, int) for number in listed)
    for least, most in _SCALES:
        if least <= low and high <= most and (whole or (least, most) != _STEPS):
            return Scale(min=least, max=most)
    return Scale(min=0 if low >= 0 else -_round_up(-low), max=_round_up(high) if high > 0 else 0)


def _round_up(number: float) -> int:
    """Return the next of 1, 2, 5, 10, 20, 50, 100 ..."""
    power = 10 ** max(0, math.ceil(math.log10(number)) - 1)
    return int(next(step * power for step in (1, 2, 5, 10) if step * power >= number))


def too_large(numbers: Iterable[float]) -> bool:
    """Return whether a number is beyond any scale a person would use."""
    return any(abs(number) > _LARGEST for number in numbers)


def own_line(
    column: str,
    header: str,
    scale: Scale,
    catalogue: Catalogue,
    taken: set[str],
    *,
    group: str,
    numbers: list[float],
    sure: bool,
) -> tuple[Item, Item | None]:
    """Make the person's own line for a column, or find it if it exists.

    Parameters
    ----------
    column : str
        The column as named in messages; replaces a missing header.
    header : str
        The header without a scale that it may contain.
    scale : Scale
        The scale of the column.
    catalogue : Catalogue
        With the person's own lines, among them one that an earlier import made from this column.
    taken : set of str
        Keys of other columns of the same table.
    group : str
        Whether it is a circumstance, a verdict or a criterion.
    numbers : list of float
        All values of the column.
    sure : bool
        Whether the ends of the scale are known, and not assumed.

    Returns
    -------
    item : Item
        An existing line keeps its scale if that holds all numbers and no other scale is known; else it gets
        one that holds them and its earlier scale.
    there : Item or None
        The existing line, as it is; None for a new one.
    """
    seen = "".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in header[: limits.LABEL])
    label = " ".join(seen.split()) or column
    base = slug(header or column)
    for number in range(1, limits.COLUMNS * 2):
        key = base if number == 1 else f"{base}_{number}"
        if key in RESERVED or key in taken:
            continue
        if key not in catalogue:
            made = {"key": key, "group": group, "label": label, "scale": scale}
            if group in MEANS:
                words = label.removeprefix("my_").replace("_", " ")
                made |= {"label": capital(words), "keyed": keyed(group)}
            return Item.model_validate(made), None
        there = catalogue.item(key)
        called = group in MEANS or same(there.label) == same(label)  # a criterion is identified by its key
        alike = called and (there.group, there.kind) == (group, "rating")
        if alike and key not in shipped():
            return there.model_copy(update={"scale": holding(there.scale, scale, numbers, sure=sure)}), there
    raise AssertionError(
        "more own lines than columns"
    )  # pragma: no cover - there are fewer columns than keys


@functools.cache
def shipped() -> frozenset[str]:
    """Return the keys of the lines that come with the kit; all others are the person's own."""
    return frozenset(item.key for item in load().items(hidden=True))


def holding(stood: Scale, scale: Scale, numbers: list[float], *, sure: bool) -> Scale:
    """Return the scale of an existing line: the old one if it fits, else the known one, else a wider one."""
    if sure:
        return scale
    whole = all(isinstance(number, int) for number in numbers) or stood != Scale()
    if whole and all(number in stood for number in numbers):
        return stood
    return scale_for([*numbers, stood.min, stood.max])


def own_because(numbers: list[float], item: Item, *, known: Item | None, was: Item | None = None) -> str:
    """Return why a column became an own line, with its values and its scale."""
    scale = f"{item.scale.min} to {item.scale.max}"
    if was is not None:
        return f"your {item.label!r} now goes from {scale}; before: {was.scale.min} to {was.scale.max}"
    found = f"values {min(numbers):g} to {max(numbers):g}, " if numbers else ""
    kept = f"{found}kept on {scale}"
    if known is None:
        return f"says how it went; {kept}" if item.group == "outcome" else kept
    inside = numbers and known.scale.min <= min(numbers) and max(numbers) <= known.scale.max
    whole = " in whole steps" if inside and known.scale == Scale() else ""
    return f"not {known.label!r}, which goes from {known.scale.min} to {known.scale.max}{whole}; {kept}"


def other_answer(item: Item, text: str) -> Rated | str:
    """Return a cell of a line that is not a rating; a plain text says what was expected instead."""
    if item.kind == "text":
        return Rated(item.key, text)
    if item.kind == "choice":
        options = {norm(option): option for option in item.options}
        found = options.get(norm(text))
        return Rated(item.key, found) if found else f"expected one of {', '.join(item.options)}"
    if item.kind == "date":
        try:
            return Rated(item.key, str(parse_date(text, end=True)))
        except DateError as error:
            return f"{error.problem}; expected {error.expected}"
    if item.kind == "duration":
        return Rated(item.key, _length(item, text))
    cell = read_cell(text)
    return Rated(item.key, cell.number) if cell.state == "value" else "expected a number"


def _length(item: Item, text: str) -> str:
    """Return a length as a record keeps it; any other text stays as written, as in the form."""
    if text in item.options:
        return text
    for read in (Duration.of, parse_duration):
        try:
            return str(read(text))
        except DurationError:
            continue
    return text
