"""Read lengths of time as people say them, "half a year", "90 min"; we refuse a length with two readings."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from good_on_paper.language.duration_words import WORDS
from good_on_paper.language.lengths import counted, of_months
from good_on_paper.language.months import plain

_LONGEST_TEXT: Final = 60
_LONGEST_YEARS: Final = 80
_MINUTES_AN_HOUR: Final = 60
_EXPECTED: Final = "a length such as 90 min, 3 weeks, half a year or 2 years"

_MINUTES: Final = {
    "minute": Fraction(1),
    "hour": Fraction(60),
    "day": Fraction(24 * 60),
    "week": Fraction(7 * 24 * 60),
    "month": Fraction(3652425, 120000) * 24 * 60,  # a twelfth of the mean year of the Gregorian calendar
    "year": Fraction(3652425, 10000) * 24 * 60,
}
_BASE: Final = {  # we keep each unit in the smallest unit that people count it in
    "minute": ("minute", 1),
    "hour": ("minute", 60),
    "day": ("day", 1),
    "week": ("day", 7),
    "month": ("month", 1),
    "year": ("month", 12),
}
_LETTER: Final = {"minute": "min", "day": "d", "month": "mo"}

_REFUSED: Final = {
    "unknown": "{!r} is not understood",
    "vague": "{!r} is no number",
    "range": "two lengths; write the one in the middle",
    "either": "{} may be minutes or months",
}
_GLUED: Final = re.compile(r"(?<=[0-9])(?=[\u00bc-\u00be\u2150-\u215e])")  # the 1 and the half of "1\u00bd"
_TOKENS: Final = re.compile(r"\d+ ?/ ?\d+|\d+(?:[.,]\d+)?|[^\W\d_]+|\S")


class DurationError(ValueError):
    """The text is not a length of time, or can mean more than one.

    Parameters
    ----------
    text : str
        What was written.
    problem : str
        What is wrong with it.

    Examples
    --------
    >>> parse_duration("2-3 months")
    Traceback (most recent call last):
        ...
    good_on_paper.language.durations.DurationError: '2-3 months': two lengths; write the one in ...
    """

    def __init__(self, text: str, problem: str) -> None:
        self.text = text if len(text) <= _LONGEST_TEXT else text[:_LONGEST_TEXT] + "\N{HORIZONTAL ELLIPSIS}"
        self.problem = problem
        self.expected = _EXPECTED
        super().__init__(f"{self.text!r}: {problem}; expected {_EXPECTED}")


@dataclass(frozen=True)
class Duration:
    """A length of time, in the unit that the person used.

    Parameters
    ----------
    amount : Fraction
        How many; not negative.
    unit : {"minute", "day", "month"}
        Hours are kept as minutes, weeks as days, years as months.

    Examples
    --------
    >>> spent = Duration(Fraction(3, 2), "day")
    >>> str(spent), spent.minutes
    ('3/2 d', 2160.0)
    >>> Duration.of(str(spent)) == spent
    True
    """

    amount: Fraction
    unit: str

    @classmethod
    def of(cls, kept: str) -> Duration:
        """Read what ``str()`` wrote: ``"90 min"``, ``"21 d"``, ``"6 mo"``.

        Raises
        ------
        DurationError
            For anything else.
        """
        number, _, letter = kept.partition(" ")
        units = {short: unit for unit, short in _LETTER.items()}
        if letter not in units or not re.fullmatch(r"\d+(?:/\d+)?", number):
            raise DurationError(kept, "not a stored length")
        return cls(Fraction(number), units[letter])

    @property
    def minutes(self) -> float:
        """The length in minutes."""
        return float(self.amount * _MINUTES[self.unit])

    @property
    def weeks(self) -> float:
        """The length in weeks of seven days; a month is a twelfth of 365.2425 days."""
        return float(self.amount * _MINUTES[self.unit] / _MINUTES["week"])

    def words(self) -> str:
        """Return the length as people say it: "90 minutes", "3 weeks", "1 year 4 months".

        Returns
        -------
        str
            A number and a unit; of more than a year, years and months.
        """
        if self.unit == "month":
            return of_months(self.amount)
        larger, size = {"minute": ("hour", 60), "day": ("week", 7)}[self.unit]
        if self.amount and not self.amount % size:
            return counted(self.amount / size, larger)
        return counted(self.amount, self.unit)

    def __str__(self) -> str:
        """Return the form that the record keeps."""
        return f"{self.amount} {_LETTER[self.unit]}"


def parse_duration(text: str, *, bare: str | None = None) -> Duration:
    """Read a length of time that a person wrote.

    Parameters
    ----------
    text : str
        ``90 min``, ``3 weeks``, ``half a year``, ``a year and a half``, ``2 years 3 months``, ``1h30``; units
        in English, German, French or Spanish.
    bare : {"minute", "hour", "day", "week", "month", "year"}, optional
        The unit of a number without one; by default such a number is refused.

    Returns
    -------
    Duration
        Of one unit; `minutes` and `weeks` give it in these.

    Raises
    ------
    DurationError
        If the text is no length, has two readings (``3m``, ``2-3 months``), or is zero or beyond 80 years.

    Examples
    --------
    >>> parse_duration("half a year").words()
    '6 months'
    >>> parse_duration("90 min").minutes
    90.0
    """
    if len(text) > _LONGEST_TEXT:
        raise DurationError(text, f"{len(text)} characters are no length of time")
    tokens = _TOKENS.findall(
        unicodedata.normalize("NFKC", _GLUED.sub(" ", text)).replace("\N{FRACTION SLASH}", "/")
    )
    if not tokens:
        raise DurationError(text, "nothing was written")
    reader = _Reader(text)
    for token in tokens:
        reader.take(token)
    parts = reader.finished(bare)
    units = {_BASE[unit][0] for _, unit in parts}
    if len(units) > 1:
        raise DurationError(text, "units too far apart; write the larger one")
    amount = sum((number * _BASE[unit][1] for number, unit in parts), Fraction(0))
    length = Duration(amount, units.pop())
    if not amount:
        raise DurationError(text, "nothing is no length")
    if length.minutes > _LONGEST_YEARS * _MINUTES["year"]:
        raise DurationError(text, f"longer than {_LONGEST_YEARS} years")
    return length


class _Reader:
    """Reads token by token: a quantity, then its unit, perhaps again, perhaps "and a half" after it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.parts: list[tuple[Fraction, str]] = []
        self.quantity: Fraction | None = None
        self.weak = False  # the quantity is an article only
        self.joined = False  # "and" came before it
        self.is_part = False  # it is a half or a quarter

    def take(self, token: str) -> None:
        if token[0].isdecimal():
            self.number(self._value(token))
            return
        word = plain(token)
        kind, value = WORDS.get(word, ("unknown", None))
        if word == "y" and self.parts and self.quantity is None:  # Spanish, where else a year
            kind = "join"
        elif word == "an" and self.weak:  # French: "un an"
            kind, value = "unit", ("year", 1)
        if kind in _REFUSED:
            raise DurationError(self.text, _REFUSED[kind].format(token))
        if kind == "join":
            self.joined = True
        elif kind != "filler":
            getattr(self, kind)(value)

    def finished(self, bare: str | None) -> list[tuple[Fraction, str]]:
        if self.quantity is not None and not self.parts:
            if bare is None or self.weak:
                raise DurationError(self.text, "a number without a unit")
            self.parts.append((self.quantity, bare))
        elif self.quantity is not None:
            number, unit = self.parts[-1]
            if self.joined and self.is_part:  # "a year and a half"
                self.parts[-1] = (number + self.quantity, unit)
            elif unit == "hour" and not self.joined and self.quantity < _MINUTES_AN_HOUR:  # "1h30"
                self.parts.append((self.quantity, "minute"))
            else:
                raise DurationError(self.text, "a number without a unit")
        if not self.parts:
            raise DurationError(self.text, "no length is in it")
        return self.parts

    def _value(self, token: str) -> Fraction:
        try:
            return Fraction(token.replace(",", ".").replace(" ", ""))
        except ZeroDivisionError:
            raise DurationError(self.text, f"{token!r} is no number") from None

    def number(self, number: Fraction) -> None:
        if self.quantity is None or self.weak:  # "a couple"
            self.quantity, self.weak = number, False
        elif number < 1:  # "1 1/2"
            self.quantity += number
        else:
            raise DurationError(self.text, "two numbers beside each other")

    def article(self, number: Fraction) -> None:
        if self.quantity is None:
            self.quantity, self.weak = number, True

    def part(self, part: Fraction) -> None:
        if self.quantity is None or self.weak:
            self.quantity, self.weak, self.is_part = part, False, True
        elif self.joined:  # "one and a half years"
            self.quantity += part
        else:  # "three quarters"
            self.quantity, self.is_part = self.quantity * part, True

    def unit(self, unit: tuple[str, int]) -> None:
        if self.quantity is None:
            raise DurationError(self.text, f"how many {unit[0]}s?")
        self.parts.append((self.quantity * unit[1], unit[0]))
        self.quantity, self.weak, self.joined, self.is_part = None, False, False, False
