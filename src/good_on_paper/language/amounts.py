"""Amounts of money a year: read as people type them, and said in words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_SIGNS: Final = {
    "£": "£", "gbp": "£", "€": "€", "eur": "€", "euro": "€", "euros": "€", "$": "$", "usd": "$", "chf": "CHF "
}  # fmt: skip
_NUMBER: Final = r"\d{1,3}(?:[ '’.,\u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?"
_SIGN: Final = r"£|€|\$|gbp|euros?|eur|usd|chf"


def _one(end: str) -> str:
    sign = rf"(?:(?P<{end}before>{_SIGN})\s*)?"
    return rf"{sign}(?P<{end}number>{_NUMBER})\s*(?P<{end}k>k\b)?\s*(?P<{end}after>{_SIGN})?"


_SPAN: Final = re.compile(
    rf"\s*{_one('low')}(?:\s*(?:to|and|[-\u2013\u2014])\s*{_one('high')})?\s*(?P<per>[a-z/. ]*)\s*",
    re.IGNORECASE,
)
_PER: Final = {
    **dict.fromkeys(("", "a year", "per year", "pa", "p.a.", "/year", "per annum", "yearly", "gross"), 1),
    **dict.fromkeys(("a month", "per month", "pm", "p.m.", "/month", "monthly"), 12),
}
_THOUSAND: Final = 1_000
_HIGHEST: Final = 1e12


class AmountError(ValueError):
    """The text is no amount of money a year."""


@dataclass(frozen=True)
class Amount:
    """An amount of money a year, or a band of it.

    Attributes
    ----------
    low, high : float
        At least and at most, in `currency`; the same where it is one amount.
    currency : str
        The sign before it: "£", "€", "$", "CHF "; empty if none was typed.
    """

    low: float
    high: float
    currency: str = ""

    def __str__(self) -> str:
        low = money(self.low, self.currency)
        return low if self.low == self.high else f"{low} to {money(self.high, self.currency)}"


def parse_amount(text: str) -> Amount:
    """Read an amount of money a year; a monthly amount counts twelve times.

    Before three digits, a dot or comma separates thousands; before one or two digits, it begins the pence.

    Raises
    ------
    AmountError
        It is no amount; the sentence says what was expected.

    Examples
    --------
    >>> print(parse_amount("33.4k"), parse_amount("£33,400"), parse_amount("2,800 € a month"))
    33,400 £33,400 €33,600
    >>> print(parse_amount("35k to 38k"), parse_amount("£35-38k"))
    35,000 to 38,000 £35,000 to £38,000
    """
    found = _SPAN.fullmatch(text)
    factor = None if found is None else _PER.get(found["per"].strip().lower())
    if found is None or factor is None:
        raise AmountError(
            f"we could not read “{text.strip()}” as money. Expected an amount a year, such as 33,400 or "
            "35k to 38k, or one a month, such as 2,800 a month."
        )
    signs = {
        _SIGNS[sign.lower()]
        for end in ("low", "high")
        for at in ("before", "after")
        if (sign := found[end + at])
    }
    if len(signs) > 1:
        raise AmountError(f"“{text.strip()}” is in two currencies. Expected one.")
    high = found["highnumber"]
    thousand = bool(found["lowk"]) or (
        high is not None and bool(found["highk"]) and _plain(found["lownumber"]) < _THOUSAND
    )
    low = _plain(found["lownumber"]) * (_THOUSAND if thousand else 1)
    top = low if high is None else _plain(high) * (_THOUSAND if found["highk"] else 1)
    if not low <= top <= _HIGHEST:
        raise AmountError(f"“{text.strip()}” ends below where it begins. Expected the lower amount first.")
    return Amount(low * factor, top * factor, next(iter(signs), ""))


def money(amount: float, currency: str = "") -> str:
    """Write an amount: from 100 on whole, below that with pence.

    Examples
    --------
    >>> money(33400.4, "£"), money(15.859, "£"), money(-1200, "€")
    ('£33,400', '£15.86', '-€1,200')
    """
    sign = "-" if amount < 0 else ""
    return f"{sign}{currency}{abs(amount):,.{0 if abs(amount) >= 100 else 2}f}"  # noqa: PLR2004 - pence matter below


def _plain(number: str) -> float:
    whole = re.sub(r"[ '’\u00a0\u202f]", "", number)
    tail = re.search(r"[.,](\d{1,2})$", whole)
    digits = re.sub(r"[.,]", "", whole[: tail.start()] if tail else whole)
    return float(f"{digits}.{tail[1]}" if tail else digits)
