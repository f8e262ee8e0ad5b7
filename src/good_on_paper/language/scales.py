"""Both ends of a scale, read from the name of a column or from a cell beside the number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_NUMBER: Final = r"[-\u2212+]?[0-9]{1,4}"
_DASH: Final = (
    r"(?:[-\u2010-\u2015\u2212~\u2192]|\.\.+|\u2026|to|bis|bis zu|\u00e0|a|at\u00e9|ate|tot|t/m|"
    r"through|until)"
)
_LEAD: Final = (
    r"(?:(?:scale|skala|\u00e9chelle|echelle|escala|scala|schaal|rated|rating|note|notes|punkte|points|score)"
    r"[ :]*)?(?:(?:of|from|von|de|da|dal|van|du)\s+)?"
)
_SPAN: Final = re.compile(
    rf"(?<![\w.,/-]){_LEAD}(?P<low>{_NUMBER})\s*{_DASH}\s*(?P<high>{_NUMBER})(?![\w%]|[.,/-][0-9])",
    re.IGNORECASE,
)
_MEANT: Final = re.compile(
    rf"(?<![\w.,/-])(?P<low>{_NUMBER})\s*[=:]\s*(?P<of_low>[^\W\d_][^0-9=:]{{0,60}}?)[\s,;/|.\u2026\u2013\u2014-]+"
    rf"(?:to |bis |\u00e0 |a |tot )?(?P<high>{_NUMBER})\s*[=:]\s*(?P<of_high>[^\W\d_][^0-9=:]{{0,60}})",
    re.IGNORECASE,
)
_OUT_OF: Final = re.compile(
    r"(?:(?<![0-9/])/\s?|\b(?:out of|von maximal|sur|sobre)\s+)(?P<high>5|7|10|20|100)(?![\w/.,-])",
    re.IGNORECASE,
)
_PERCENT: Final = re.compile(r"[(\[]\s*(?:in |en |em )?%\s*[)\]]|(?<!\w)%\s*$")
_EDGES: Final = " \t:;,.-\u2010\u2013\u2014/|"
_LOWEST, _HIGHEST = -100, 1_000
_WORSE_FIRST: Final = re.compile(
    r"\b(?:best|very good|excellent|sehr gut|beste[rns]?|meilleure?|excelente|mejor|"
    r"melhor|ottimo|migliore|zeer goed)\b",
    re.IGNORECASE,
)
_BEST_LOW: Final = re.compile(
    r"(?<![0-9])1\s*(?:[=:]|is|ist|est|es|\u00e9|\u00e8)\s*(?:the |am |le |la |el |o |il |de )?"
    r"(?:best|very good|excellent|sehr gut|beste[rns]?|besten|meilleur|excelente|mejor|melhor|ottimo|migliore"
    r"|zeer goed)|\bschulnoten?\b",
    re.IGNORECASE,
)
"""What a header says if the low end is the better one."""
_SCHOOL: Final = re.compile(r"\bschulnoten?\b", re.IGNORECASE)
_SCHOOL_ENDS: Final = (1, 6)
_ZERO_FROM: Final = 10
"""Marks out of 10 and more usually begin at 0; out of 5 or 7 at 1."""

_ON_NUMBER: Final = re.compile(r"[+-]?[0-9]{1,9}(?:[.,][0-9]{1,6})?")
_WITH_WORDS: Final = re.compile(
    rf"(?P<number>{_ON_NUMBER.pattern})\s*(?:[-\u2010-\u2015:=.)]+\s*|(?=[(\[]))[(\[]?\s*(?P<word>[^\W\d_].*?)[)\]]?"
)
_WORDS_FIRST: Final = re.compile(
    rf"(?P<word>[^\W\d_].*?)\s*(?:[(\[]\s*(?P<in>{_ON_NUMBER.pattern})\s*[)\]]|[-\u2013\u2014:=]\s*(?P<after>{_ON_NUMBER.pattern}))"
)
_OF: Final = re.compile(
    rf"(?P<number>{_ON_NUMBER.pattern})\s*(?:/|out of|von|sur|sobre|de|em|su|op|van)\s*(?P<high>[0-9]{{1,4}})"
    r"(?:\s*(?:points?|punkte|pts?|stars?|sterne)?\.?)",
    re.IGNORECASE,
)
_PERCENTS: Final = re.compile(rf"(?P<number>{_ON_NUMBER.pattern})\s?%")
_FULL, _HOLLOW = "\u2605\u2b50\U0001f31f*\u2733\u2739\u272d", "\u2606\u2729\u2730"
_STARS: Final = re.compile(
    rf"(?P<number>[0-9](?:[.,]5)?)\s?(?:stars?|sterne?|[\u00e9e]toiles?|estrellas?|estrelas?|stelle|sterren|[{re.escape(_FULL)}])",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Named:
    """The name of a column, without the scale written in it.

    Parameters
    ----------
    name : str
        Without the scale; the whole name if it holds no scale, or nothing else.
    low, high : int or None
        Both ends; None if the name does not say them.
    turned : bool
        Whether it says that the low end is the better one ("1 = best, 6 = worst").

    Examples
    --------
    >>> scale_in("mood (1 = best, 6 = worst)")
    Named(name='mood', low=1, high=6, turned=True)
    """

    name: str
    low: int | None = None
    high: int | None = None
    turned: bool = False

    @property
    def ends(self) -> tuple[int, int] | None:
        """Both ends, or None."""
        return None if self.low is None or self.high is None else (self.low, self.high)


@dataclass(frozen=True)
class Marked:
    """A cell with a mark and something beside it.

    Parameters
    ----------
    number : float
        The mark itself.
    word : str
        The text beside the number: "Strongly agree".
    high : int or None
        The best possible mark, if the cell says it ("8/10", "80%", four of five stars).

    Examples
    --------
    >>> marked("8/10")
    Marked(number=8.0, word='', high=10)
    """

    number: float
    word: str = ""
    high: int | None = None


def scale_in(header: str) -> Named:
    """Read both ends of a scale out of the name of a column.

    Parameters
    ----------
    header : str
        The name, as it stands above the column.

    Returns
    -------
    Named
        It has ends only if the name holds ends that a rating can have: the low one is 0, 1 or below zero.
        Years, hours of a day and numbers of questions are no scale.

    Examples
    --------
    >>> scale_in("autonomy (1-5)")
    Named(name='autonomy', low=1, high=5, turned=False)
    >>> scale_in("Satisfaction /10").ends
    (0, 10)
    >>> scale_in("Klima (Schulnote)")  # in Germany 1 is the best
    Named(name='Klima', low=1, high=6, turned=True)
    >>> scale_in("Years 2015-2018").ends is None
    True
    """
    for form in (_MEANT, _SPAN):
        for found in form.finditer(header):
            low, high = _whole(found["low"]), _whole(found["high"])
            if form is _MEANT and high < low:
                low, high = high, low
            if _can_be(low, high):
                words = found.groupdict()
                first = words.get("of_low") if _whole(found["low"]) == low else words.get("of_high")
                turned = bool(first and _WORSE_FIRST.search(first)) or (
                    low == 1 and _BEST_LOW.search(header) is not None
                )
                return Named(_without(header, found), low, high, turned)
    if school := _SCHOOL.search(header):
        return Named(_without(header, school), *_SCHOOL_ENDS, turned=True)
    if best := _OUT_OF.search(header):
        high = int(best["high"])
        return Named(_without(header, best), _least(high), high)
    if percent := _PERCENT.search(header):
        return Named(_without(header, percent), 0, 100)
    return Named(header)


def marked(text: str) -> Marked | None:  # noqa: PLR0911 - one way a cell is written after another
    """Read a cell in which a mark has something beside it: "7 - Strongly agree", "8/10", stars, "80%".

    Parameters
    ----------
    text : str
        What stands in the cell.

    Returns
    -------
    Marked or None
        None for a bare number too, and for anything else ("3 years", "2 people").

    Examples
    --------
    >>> marked("7 - Strongly agree")
    Marked(number=7.0, word='Strongly agree', high=None)
    >>> marked("80%").high
    100
    """
    tidy = " ".join(text.split())
    if tidy and all(sign in _FULL + _HOLLOW + "\ufe0f " for sign in tidy):
        full = sum(sign in _FULL for sign in tidy)
        hollow = sum(sign in _HOLLOW for sign in tidy)
        return Marked(float(full), high=full + hollow if hollow else None)
    if found := _STARS.fullmatch(tidy):
        return Marked(_float(found["number"]), high=5)
    if found := _PERCENTS.fullmatch(tidy):
        return Marked(_float(found["number"]), high=100)
    if found := _OF.fullmatch(tidy):
        number, high = _float(found["number"]), int(found["high"])
        return Marked(number, high=high) if 1 < high <= _HIGHEST and number <= high else None
    if found := _WITH_WORDS.fullmatch(tidy):
        return Marked(_float(found["number"]), found["word"].strip())
    if found := _WORDS_FIRST.fullmatch(tidy):
        return Marked(_float(found["in"] or found["after"]), found["word"].strip())
    return None


def lowest_for(high: int, seen: float = 1) -> int:
    """Return the low end for marks out of `high`: 0 from 10 on, or if some mark is 0; else 1."""
    return 0 if seen < 1 else _least(high)


def _least(high: int) -> int:
    return 0 if high >= _ZERO_FROM else 1


def _whole(text: str) -> int:
    return int(text.replace("\u2212", "-"))


def _float(text: str) -> float:
    return float(text.replace(",", "."))


def _can_be(low: int, high: int) -> bool:
    if low < 0:
        return low >= _LOWEST and 0 <= high <= -_LOWEST
    return low in (0, 1) and low + 1 <= high <= _HIGHEST and (high > low + 1 or low == 0)


def _without(header: str, found: re.Match[str]) -> str:
    """Remove the scale from a name, with the brackets around it and all that is in them."""
    start, end = found.span()
    opening = max(header.rfind("(", 0, start), header.rfind("[", 0, start))
    if opening > max(header.rfind(")", 0, start), header.rfind("]", 0, start)):
        closing = re.compile(r"[)\]]").search(header, end)
        start, end = opening, closing.end() if closing else len(header)
    name = " ".join(f"{header[:start]} {header[end:]}".split())
    return name.strip(_EDGES).strip("()[]?").strip(_EDGES) or header
