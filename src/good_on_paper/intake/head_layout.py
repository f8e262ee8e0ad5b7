"""Where job title and employer are in the lines of a CV, judged by the words of all similar lines."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.job_words import title_score
from good_on_paper.language.months import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

PARTS: Final = re.compile(r"\s*[,;:]\s+|\s+[-\u2013\u2014@]\s+")
SIDES: Final = ("-",)
"""The signs of a line with one dash, of any form, between job title and employer."""
_DASHES: Final = re.compile(r"\s[-\u2013\u2014]\s")
_BARS: Final = re.compile(r" \| ")
_RANKED: Final = "\u2014\u2013-"
"""Dashes, the one that parts names first: "Analyst \u2014 CSC \u2013 IT Center"."""
_IN_BRACKETS: Final = re.compile(r"\([^()]*\)")
_MASKED: Final = dict(zip(map(ord, ",;:-\u2013\u2014"), "\x01\x02\x03\x04\x05\x06", strict=True))
_UNMASKED: Final = {ord(sign): chr(code) for code, sign in _MASKED.items()}
_LEGAL_FORMS: Final = (
    "inc ltd limited llc llp plc gmbh ag kg sa sas sarl srl spa bv nv co corp lda ltda sl slu "
    "as oo sro doo kft se sau sasu eurl oy ab aps pty ev eg cic"
)
_LEGAL: Final = frozenset(
    (*_LEGAL_FORMS.split(), "sa de cv", "sapi de cv", "s de rl de cv", "gmbh & co kg", "pty ltd")
)
_TWO: Final = 2
SHORT: Final = (
    r"(?<!\b(?:corp|bros|hnos|univ|dept|assn|prof|gebr|dipl|inst|ausb|tech|asst|govt|intl|natl"
    r"|dott|sras|capt|supt|engr|geom|arch|blvd)\.)"
)
"""After a full stop that ends no sentence: "Hnos. Pardo"."""
_STOPS: Final = re.compile(rf"(?<=[^\W\d_]{{4}})\.(?i:{SHORT})\s+(?=[A-Z\u00c0-\u00de])")
_MOST: Final = 4
_LONG: Final = 50
"""Most characters of a name between full stops."""


def layouts_of(lines: Iterable[str]) -> dict[tuple[str, ...], tuple[int, int]]:
    """Return, for each set of lines with the same separators, which name is the title and which the employer.

    At least two lines must be alike. In one of them a word must show the title, and no other name may show it
    as often.

    Parameters
    ----------
    lines : iterable of str
        One per job, without dates.

    Examples
    --------
    >>> layouts_of(["Acme, Hull: Manager", "Bell & Sons, York: Stooge"])
    {(',', ':'): (2, 0)}
    >>> layouts_of(["Acme, Hull - Manager", "Bell & Sons - Stooge"])
    {('-',): (1, 0)}
    """
    alike: dict[tuple[str, ...], list[list[int]]] = defaultdict(list)
    for line in lines:
        for names, signs in (parted(line), (sides_of(line), SIDES)):
            if len(names) > 1:
                alike[signs].append(list(map(title_score, names)))
    return {signs: found for signs, rows in alike.items() if len(rows) > 1 and (found := _layout(rows))}


def _layout(rows: Sequence[Sequence[int]]) -> tuple[int, int] | None:
    titled = [sum(score > 0 for score in column) for column in zip(*rows, strict=True)]
    weights = [sum(column) for column in zip(*rows, strict=True)]
    title = max(range(len(titled)), key=lambda at: titled[at])
    if not titled[title] or titled.count(titled[title]) > 1:
        return None
    employer = min((at for at in range(len(titled)) if at != title), key=lambda at: weights[at])
    return title, employer


def at_odds(rows: Sequence[tuple[str, str, str]], unsure: Sequence[bool] | None = None) -> list[bool]:
    """Return for each line, title and employer whether the other lines speak against this order.

    They do if most have the other order, or if most are `unsure` and no word shows that this is a title.
    Where words show which is which, the other lines do not matter.

    Examples
    --------
    >>> tills = [(f"{house}, Till", "Till", house) for house in ("Tesco", "Asda")]
    >>> at_odds([*tills, ("Boots, Lab", "Boots", "Lab")])
    [False, False, True]
    """
    first = [_title_first(*row) for row in rows]
    usual = sum(at is True for at in first) - sum(at is False for at in first)
    both = len({at for at in first if at is not None}) == _TWO
    shown = len(rows) <= _TWO or 2 * sum(unsure or ()) <= len(rows)
    return [
        at is not None
        and not title_score(title) > 0 > title_score(employer)
        and (
            (both and (at is False or usual <= 0) and (at is True or usual >= 0))
            or not (shown or title_score(title) > 0)
        )
        for at, (_, title, employer) in zip(first, rows, strict=True)
    ]


def _title_first(line: str, title: str, employer: str) -> bool | None:
    """Return whether the title stands before the employer in a line; None if one of them does not."""
    at, other = (line.find(name) if name else -1 for name in (title, employer))
    return None if at < 0 or other < 0 else at < other


def sides_of(line: str) -> list[str]:
    """Return the two sides of a line with one dash, whatever commas they contain; else the whole line."""
    sides = [shown(side.strip()) for side in _DASHES.split(masked_brackets(line))]
    return sides if len(sides) == _TWO and " | " not in line else [line]


def parted(line: str) -> tuple[list[str], tuple[str, ...]]:
    """Split a line at its bars, else at its commas, dashes and colons, but never inside brackets."""
    masked = masked_brackets(line)
    apart = _BARS if " | " in line else PARTS
    found = [found[0].strip() for found in apart.finditer(masked)]
    names: list[str] = []
    signs: list[str] = []
    for name, sign in zip(apart.split(masked), ["", *found], strict=True):
        if not (tidy := name.strip(" ,;")):
            continue
        if names and is_legal_form(tidy):
            names[-1] += f", {tidy}"
            continue
        signs += [sign] if names else []
        names.append(tidy)
    return [name.translate(_UNMASKED) for name in names] or [""], tuple(signs)


def masked_brackets(line: str) -> str:
    """Hide the separators inside brackets, and dashes within a name; `shown` restores them."""
    masked = _IN_BRACKETS.sub(lambda found: found[0].translate(_MASKED), line)
    signs = {found[0].strip() for found in _DASHES.finditer(masked)}
    if len(signs) < _TWO or " | " in line:
        return masked
    outer = min(signs, key=_RANKED.index)
    if masked.count(f" {outer} ") > 1:
        return masked
    return _DASHES.sub(lambda found: found[0] if outer in found[0] else found[0].translate(_MASKED), masked)


def kept_whole(name: str) -> str:
    """Hide the signs within a name, so that it is not parted there; `shown` restores them."""
    return name.translate(_MASKED)


def shown(text: str) -> str:
    """Restore the signs that `masked_brackets` hid."""
    return text.translate(_UNMASKED)


def by_full_stops(text: str) -> str:
    """Replace full stops between names by bars: "Cook. Harbour Bar, Hull" is "Cook | Harbour Bar, Hull"."""
    names = _STOPS.split(text)
    return " | ".join(names) if len(names) <= _MOST and max(map(len, names)) < _LONG else text


def is_legal_form(word: str) -> bool:
    """Return whether a word is the legal form of a firm: "Ltd."."""
    return plain(word.replace(".", "")) in _LEGAL
