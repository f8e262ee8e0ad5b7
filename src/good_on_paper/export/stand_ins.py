"""Stand-ins for names: *Employer A*, *Person 3*, the same everywhere in every copy of one record.

The record has each employer, place and person in a separate field, so nothing has to guess what is a name. A
random list says which stand-in belongs to which name. It stays in the person's own record, under keyed
digests, so that nobody who finds a stand-in can find the name by trying names.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Final

from good_on_paper.catalogue import keys
from good_on_paper.export.common_words import CALENDAR, NO_NAMES, is_common
from good_on_paper.record import NOTE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from good_on_paper.record import Answer, Record

EMPLOYER, PLACE, PERSON_NAMED = "Employer", "Place", "Person"
FIELDS: Final = {
    EMPLOYER: ("employer",),
    PLACE: ("place",),
    PERSON_NAMED: (
        *(keys.MET_NAME, keys.MEETS_NAME, keys.PROMISE_WHO, keys.DONE_SEEN_BY, keys.WORD_BY),
        *(keys.SKILL_WITNESS, keys.LEARNED_FROM, keys.TAUGHT_TO, keys.KNOWN_FROM, keys.PROMISED_FROM),
        *("seat_who", "stay_person", "stay_carrier"),
    ),
}
"""The items that have names, by kind of name."""

_NO_INITIALS: Final = frozenset("IT HR PR UK US USA EU TV CV QA OK AM PM CEO CTO CFO PhD MA BA".split())  # noqa: SIM905
"""Capital letters that are hardly ever somebody's initials."""
_UNMARKED: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "’": "'"}
)
ANYHOW, CAPITAL, EXACT = "anyhow", "capital", "exact"
"""How a name must be written to be found: in any case, with a capital inside a sentence, or exactly."""
_SHORTEST: Final = 3
_POSSESSIVE: Final = r"(?:'s|s')?"
_LETTERS: Final = 26
_SHORTENED: Final = re.compile(r"\b(?:[^\W\d_]|mrs?|ms|dr|prof|st|hr|fr)\.$|\w-$", re.IGNORECASE)
"""What can come before a name: a title or an initial with a dot, the first half of a double name."""


def folded(text: str) -> str:
    """Return a text without case, accents and the marks of foreign letters.

    Examples
    --------
    >>> folded("Søren Müller")
    'soren muller'
    """
    return _folded(text)[0]


def _folded(text: str) -> tuple[str, list[int]]:
    """Return the folded text, and for each of its signs its position in the original."""
    if text.isascii():  # a page with its pictures is a megabyte of such signs
        return text.lower(), list(range(len(text)))
    made = [_unmarked(sign) for sign in text]
    return "".join(made), [place for place, plain in enumerate(made) for _ in plain]


@cache
def _unmarked(sign: str) -> str:
    plain = unicodedata.normalize("NFKD", sign.casefold().translate(_UNMARKED))
    return "".join(each for each in plain if not unicodedata.combining(each))


def names_in(text: str) -> list[str]:
    """Return the names in a field for people: runs of words with a capital.

    Examples
    --------
    >>> names_in("Ms Okafor; two from the ward, and Søren B.")
    ['Okafor', 'Søren B.']
    """
    found = []
    for part in re.split(r"[,;/&\n()]|\b(?:and|und|et|y)\b", text):
        run: list[str] = []
        for word in [*part.split(), ""]:
            if word[:1].isupper():
                run.append(word.strip(".:") if len(word) > len("B.") else word)
            elif run:
                found.append(" ".join(run))
                run = []
    titles = r"^(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Frau|Herr)\b\.?\s*)+"
    return [name for each in found if len(name := re.sub(titles, "", each).strip()) > 1]


@dataclass(frozen=True)
class StandIns:
    """The stand-in of each name, and how to insert it.

    Parameters
    ----------
    of : mapping
        Stand-ins by folded name.
    kept : mapping
        What the person's record keeps, with names as digests.
    """

    of: Mapping[str, str]
    kept: Mapping[str, Any]

    @classmethod
    def made(cls, names: Iterable[tuple[str, str]], kept: Mapping[str, Any] | None = None) -> StandIns:
        """Return stand-ins for all names: the earlier one of each, or a new random one not used as a name.

        Parameters
        ----------
        names : iterable of tuple
            The kind of each name, and the name.
        kept : mapping, optional
            What the record keeps from earlier copies.
        """
        pairs = list(names)
        key = str((kept or {}).get("key") or secrets.token_hex(32))
        numbers = {kind: dict((kept or {}).get(kind, {})) for kind in FIELDS}
        real = {folded(name) for _, name in pairs}
        of: dict[str, str] = {}
        for kind, name in pairs:
            known = folded(" ".join(name.split()))
            if not known or known in of:
                continue
            digest = hmac.new(bytes.fromhex(key), known.encode(), hashlib.sha256).hexdigest()
            if digest not in numbers[kind]:
                taken = set(numbers[kind].values())
                most = len(taken) + len({folded(other) for each, other in pairs if each == kind} - of.keys())
                free = [
                    number
                    for number in range(1, most + len(real) + 1)
                    if number not in taken and folded(_called(kind, number)) not in real
                ]
                numbers[kind][digest] = secrets.choice(free[: max(1, most - len(taken))])
            of[known] = _called(kind, numbers[kind][digest])
        return cls(of, {"key": key, **numbers})

    def standing_for(self, name: str) -> str:
        """Return the stand-in of a whole name; the name itself if it has none."""
        return self.of.get(folded(" ".join(name.split())), name)

    def replaced(self, text: str) -> str:
        """Return a text with a stand-in for each name and its variants, the longest first."""
        spans: list[tuple[int, int, str]] = []
        for start, end, stand_in in self._found(text):
            if all(end <= begun or start >= over for begun, over, _ in spans):
                spans.append((start, end, stand_in))
        for start, end, stand_in in sorted(spans, reverse=True):
            text = text[:start] + stand_in + text[end:]
        return text

    def first_in(self, text: str) -> str | None:
        """Return the stand-in of the first name that is still in a text; None if there is none."""
        return next((stand_in for _, _, stand_in in self._found(text)), None)

    def _found(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield every name in a text, the longest first: its start, its end, and its stand-in."""
        plain, places = _folded(text)
        for variant, written, stand_in in self._variants:
            for found in variant.finditer(text if written == EXACT else plain):
                start, end = found.span()
                if start == end:
                    continue
                if written != EXACT:
                    start, end = places[start], places[end - 1] + 1
                if written != CAPITAL or (text[start].isupper() and not _begins_sentence(text, start)):
                    yield start, end, stand_in

    def doubtful(self, text: str) -> list[str]:
        """Return common words with a capital that may be the name they are part of, and so stay."""
        plain, places = _folded(text)
        found = []
        for word in self._doubted:
            for match in re.finditer(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", plain):
                written = text[places[match.start()] : places[match.end() - 1] + 1]
                if written[0].isupper():
                    found.append(written)
        return list(dict.fromkeys(found))

    @cached_property
    def _doubted(self) -> set[str]:
        return {
            word
            for name in self.of
            if len(words := re.findall(r"[^\W_]+", name)) > 1
            for word in words
            if is_common(word) and word not in NO_NAMES
        }

    @cached_property
    def _variants(self) -> list[tuple[re.Pattern[str], str, str]]:
        found: dict[tuple[str, str], str] = {}
        for name, stand_in in self.of.items():
            for variant in variants(name):
                found.setdefault(variant, stand_in)
        longest_first = sorted(found.items(), key=lambda pair: -len(pair[0][0]))
        return [(_pattern(*variant), variant[1], stand_in) for variant, stand_in in longest_first]


def variants(name: str) -> list[tuple[str, str]]:
    """Return the ways in which a text can have a folded name, each with how it must be written there.

    Examples
    --------
    >>> variants("anna berg")[:4]
    [('anna berg', 'anyhow'), ('anna', 'anyhow'), ('berg', 'anyhow'), ('a. berg', 'anyhow')]
    >>> variants("anna berg")[4:]
    [('AB', 'exact'), ('A.B.', 'exact')]
    >>> variants("quill press")[1:3]
    [('quill', 'anyhow'), ('press', 'capital')]
    """
    words = re.findall(r"[^\W_]+", name)
    found = [(name, ANYHOW)]
    long_words = [word for word in words if len(word) >= _SHORTEST and word not in NO_NAMES]
    long_words = [word for word in long_words if word != name and word not in CALENDAR]
    found += [(word, CAPITAL if is_common(word) else ANYHOW) for word in long_words]
    if len(words) > 1:
        found.append((f"{words[0][0]}. {words[-1]}", ANYHOW))
        initials = [word[0].upper() for word in words if word not in NO_NAMES]
        joined = "".join(initials)
        if len(initials) > 1 and joined not in _NO_INITIALS:
            found += [(joined, EXACT), (".".join(initials) + ".", EXACT)]
    return found


def _begins_sentence(text: str, at: int) -> bool:
    """Return whether a word begins a sentence, where any word has a capital."""
    before = text[:at]
    if not before.strip() or before.rstrip(" \t\"'\u201c\u2018(").endswith("\n"):
        return True
    before = before.rstrip(" \t\"'\u201c\u2018(")
    return before[-1:] in set(".!?:;\u2022*-") and not _SHORTENED.search(before)


def _pattern(variant: str, written: str) -> re.Pattern[str]:
    spaced = r"[\s\-]*".join(re.escape(part) for part in variant.split())
    after = "" if written == EXACT and variant.endswith(".") else r"(?![^\W_])"
    return re.compile(rf"(?<![^\W_]){spaced}{'' if written == EXACT else _POSSESSIVE}{after}")


def _called(kind: str, number: int) -> str:
    if kind != EMPLOYER:
        return f"{kind} {number}"
    letters = ""
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return f"{kind} {letters}"


def names_of(answers: Iterable[Answer]) -> list[tuple[str, str]]:
    """Return each name ever given in a field for names, with its kind."""
    found: dict[tuple[str, str], None] = {}
    kinds = {item: kind for kind, items in FIELDS.items() for item in items}
    for answer in answers:
        kind = kinds.get(answer.item.partition(":")[0])
        if kind is None or not isinstance(answer.value, str):
            continue
        text = " ".join(answer.value.split())
        for name in names_in(text) if kind == PERSON_NAMED else [text]:
            found[kind, name] = None
    return list(found)


_LEFT: Final = re.compile(r"\d{4,}|@|://|www\.|(?<=[^.!?:\s])\s+(\w*[^\W\d_a-z]\w*)")
_OWN: Final = re.compile(rf"\b(?:{EMPLOYER}|{PLACE}|{PERSON_NAMED}) (?:[A-Z]+|\d+)\b")


def left_over(text: str) -> list[str]:
    """Return parts of a text that could still show who or where: capitals, numbers, addresses.

    Examples
    --------
    >>> left_over("We met at Person 3 and the Guild, see www.guild.org, 0161 4960.")
    ['Guild', 'www.', '0161', '4960']
    """
    found = []
    for match in _LEFT.finditer(_OWN.sub("they", text)):
        word = match.group(1) or match.group().strip()
        if not match.group(1) or (word[:1].isupper() and word != "I"):
            found.append(word)
    return list(dict.fromkeys(found))


def stand_ins_of(record: Record, also: Iterable[str] = ()) -> StandIns:
    """Return the stand-ins for every name in a record: those of earlier copies, and new ones.

    Parameters
    ----------
    record : Record
        The person's record; nothing is written to it.
    also : iterable of str
        Further names.
    """
    cell = (record.person.id, keys.STAND_INS)
    kept = record.current(items=(keys.STAND_INS,), units=(record.person,)).get(cell)
    names = [*names_of(record.answers()), *names_of(record.answers(units=record.units(NOTE)))]
    names += [(PERSON_NAMED, name) for each in also for name in (names_in(each) or [each])]
    return StandIns.made(names, None if kept is None else kept.value)
