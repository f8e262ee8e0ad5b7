"""What this kit writes into a JSON Resume under its own key, read back: own lines, facts, answers.

Anyone may have changed the file in between: what does not fit is left out and named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from good_on_paper.catalogue import NO_LINES, RESERVED, Item
from good_on_paper.frames.definitions import OF_DEFINITIONS
from good_on_paper.intake.definitions import received, worth
from good_on_paper.intake.preview import OwnLine, Rated, Recognised
from good_on_paper.intake.ratings import fits, other_answer
from good_on_paper.language.partial_date import NOW, DateError, PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.intake.facts import Findings

BLOCK: Final = "x-good-on-paper"
VERSION: Final = 1
_STATES: Final = ("na", "cant_recall", "skip")
_MEMORY: Final = (None, 1, 2, 3)
_MOST: Final = 1_000
"""Most own lines, and most answers of one job; nobody has more."""


class OwnBlock:
    """The blocks of one document.

    Parameters
    ----------
    document : mapping
        The whole résumé.
    catalogue : Catalogue
        With the person's own lines.
    findings : Findings
        Receives what is left out.
    """

    def __init__(self, document: Mapping[str, Any], catalogue: Catalogue, findings: Findings) -> None:
        self._catalogue = catalogue
        self._findings = findings
        self._new: dict[str, Item] = {}
        block = self._object(document.get(BLOCK, {}), BLOCK)
        if block and block.get("version") != VERSION:
            findings.skip(f"{BLOCK}.version", block.get("version"), f"expected {VERSION}; update the kit")
            block = {}
        self.readable = bool(block)
        for number, given in enumerate(self._list(block.get("lines", []), f"{BLOCK}.lines")):
            self._line(given, f"{BLOCK}.lines[{number}]")
        for key, item in self._new.items():  # the others it names are among these
            there = tuple(other for other in item.kin if self._item(other))
            self._new[key] = item.model_copy(update={"kin": there})
        self.received = received(dict(self._definitions(block)))
        named = block.get("main_outcome")
        self.outcome = named if isinstance(named, str) and self._item(named) else None

    @property
    def lines(self) -> tuple[OwnLine, ...]:
        """The own lines that the catalogue does not have."""
        return tuple(
            OwnLine(f"{BLOCK}.lines: {key}", item, "a line of your own in this file")
            for key, item in self._new.items()
        )

    @property
    def recognised(self) -> tuple[Recognised, ...]:
        """The main outcome, if it is a line that the catalogue has."""
        if self.outcome is None or self.outcome in self._new:
            return ()
        label = self._catalogue.item(self.outcome).label
        return (Recognised(f"{BLOCK}.main_outcome", self.outcome, label),)

    def _definitions(self, block: Mapping[str, Any]) -> Iterator[tuple[str, int | str]]:
        """Yield what success and a job going wrong mean: points for criteria, and sentences."""
        given = self._object(block.get("definitions", {}), f"{BLOCK}.definitions")
        for key, value in list(given.items())[:_MOST]:
            item, place = self._item(key), f"{BLOCK}.definitions.{key}"
            if item is None or item.group not in OF_DEFINITIONS:
                self._findings.skip(place, value, "there is no such criterion")
            elif (worded := worth(item, value, self._findings, place)) is not None:
                yield key, worded

    def facts(self, entry: Mapping[str, Any], where: str, facts: dict[str, str]) -> dict[str, str]:
        """Correct the facts that a résumé cannot state exactly; None removes one."""
        given = self._object(self._of(entry, where).get("facts", {}), f"{where}.{BLOCK}.facts")
        for key, value in given.items():
            place = f"{where}.{BLOCK}.facts.{key}"
            if key not in self._catalogue or self._catalogue.item(key).group != "fact":
                self._findings.skip(place, value, "there is no such fact of a job")
            elif value is None:
                facts.pop(key, None)
            elif not isinstance(value, str):
                self._findings.skip(place, value, "expected text")
            elif text := self._fact(key, value, place):
                facts[key] = text
        return facts

    def ratings(self, entry: Mapping[str, Any], where: str) -> tuple[Rated, ...]:
        """Return the answers about one job."""
        place = f"{where}.{BLOCK}.answers"
        found: dict[str, Rated] = {}
        for number, given in enumerate(self._list(self._of(entry, where).get("answers", []), place)):
            rated = self._rated(given, f"{place}[{number}]")
            if rated is not None:
                found.setdefault(rated.item, rated)
        return tuple(found.values())

    def _of(self, entry: Mapping[str, Any], where: str) -> Mapping[str, Any]:
        return self._object(entry.get(BLOCK, {}), f"{where}.{BLOCK}") if self.readable else {}

    def _object(self, value: object, place: str) -> Mapping[str, Any]:
        if isinstance(value, dict):
            return value
        self._findings.skip(place, value, "expected an object")
        return {}

    def _list(self, value: object, place: str) -> list[Any]:
        if isinstance(value, list) and len(value) <= _MOST:
            return value
        self._findings.skip(place, value, f"expected a list of at most {_MOST:,}")
        return []

    def _item(self, key: str) -> Item | None:
        if key in self._catalogue:
            return self._catalogue.item(key)
        return self._new.get(key)

    def _line(self, given: object, place: str) -> None:
        try:
            item = Item.model_validate(given)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            field = ".".join(str(part) for part in first["loc"])
            self._findings.skip(place, "", f"{field or 'the whole'}: {first['msg']}")
            return
        if item.key in RESERVED or item.group in NO_LINES:
            self._findings.skip(place, item.key, "that is no name for a line")
        elif item.key not in self._catalogue:
            self._new[item.key] = item
        elif self._catalogue.item(item.key).scale != item.scale:
            self._findings.skip(place, item.key, "yours of that name has another scale")

    def _fact(self, key: str, value: str, place: str) -> str:
        text = self._findings.text(place, value, lines=key == "summary")
        if key in ("started", "ended") and not (text == NOW and key == "ended"):
            try:
                PartialDate.of(text)
            except DateError as error:
                self._findings.skip(place, value, f"{error.problem}; expected {error.expected}")
                return ""
        options = self._catalogue.item(key).options
        if options and text not in options:
            self._findings.skip(place, value, f"expected one of {', '.join(options)}")
            return ""
        return text

    def _rated(self, given: object, place: str) -> Rated | None:
        answer = self._object(given, place)
        key = answer.get("item")
        item = self._item(key) if isinstance(key, str) else None
        problem = ""
        if item is None or item.group in NO_LINES:
            problem = "there is no such line"
        elif answer.get("revision") != item.revision:
            problem = f"it was asked in another meaning then (revision {item.revision} is now)"
        elif answer.get("memory") not in _MEMORY or isinstance(answer.get("memory"), bool | float):
            problem = "memory is 1, 2 or 3"
        if problem or item is None:
            self._findings.skip(place, key, problem)
            return None
        memory, private = answer.get("memory"), answer.get("private") is True
        if answer.get("state", "value") in _STATES:
            return Rated(item.key, None, str(answer["state"]), memory, private)
        value = self._value(item, answer.get("value"), place)
        return None if value is None else Rated(item.key, value, "value", memory, private)

    def _value(self, item: Item, value: object, place: str) -> float | str | list[str] | None:
        if isinstance(value, int | float) and not isinstance(value, bool):
            if item.kind == "number" or (item.kind == "rating" and fits(item, [value])):
                return value
        elif isinstance(value, str) and item.kind not in ("rating", "number"):
            text = self._findings.text(place, value, lines=True)
            found = other_answer(item, text) if text else "there is no text"
            if not isinstance(found, str):
                return found.value
        elif isinstance(value, list) and item.kind == "choice":
            several = [option for option in item.options if option in value]
            if several and len(several) == len(value):
                return several
        scale = f"a number from {item.scale.min} to {item.scale.max}" if item.kind == "rating" else item.kind
        self._findings.skip(place, value, f"expected {scale}")
        return None
