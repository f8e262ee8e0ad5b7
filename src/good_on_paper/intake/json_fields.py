"""The fields of one job in a résumé as JSON; each is used once, and `read` holds those used."""

from __future__ import annotations

from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from good_on_paper.catalogue import keys
from good_on_paper.intake import limits
from good_on_paper.intake.column_names import WHERE, fact_named, weak_end
from good_on_paper.intake.facts import kind_of
from good_on_paper.intake.json_names import CURRENT, ENDS, HIGHLIGHTS, SPANS, STARTS, first_field
from good_on_paper.intake.json_stamps import date_of_stamp, stamped
from good_on_paper.intake.line_dates import dates_of, terms_of
from good_on_paper.intake.plain_text import norm_header
from good_on_paper.intake.spans import dates_in
from good_on_paper.intake.towns import is_known_place
from good_on_paper.language.counts import quoted
from good_on_paper.language.partial_date import NOW

if TYPE_CHECKING:
    from collections.abc import Mapping

    from good_on_paper.intake.facts import Findings

_INSIDE: Final = ("title", "label", "value", "employerName", "companyName", "jobTitle")
"""Fields that hold the text if it is an object of its own."""
_FIELDS: Final = 100
"""How many fields of a job are checked for names in other languages."""
_ADDRESSES: Final = ("address", "location")
_OF_A_PLACE: Final = ("city", "location", "place", "region", "country", "countryCode")
_OF_A_DATE: Final = ("year", "month", "day")


class EntryFields:
    """One entry of a list of jobs.

    Parameters
    ----------
    entry : mapping
    where : str
        Its position in the file: "work[0]".
    findings : Findings
        Receives what is left out.
    """

    def __init__(self, entry: Mapping[str, Any], where: str, findings: Findings) -> None:
        self.entry = entry
        self.where = where
        self.findings = findings
        self.read: set[str] = set()

    def first(self, names: tuple[str, ...], fact: str = "") -> str:
        """Return the first of some fields that has a value, else one whose name means this fact of a job."""
        there = {name: self.entry[name] for name in names if name in self.entry and name not in self.read}
        if found := first_field(there, names):
            return found
        others = (name for name, means in self._meant.items() if means == fact and name not in self.read)
        return next(others, "") if fact else ""

    @cached_property
    def _meant(self) -> dict[str, str]:
        """The fact of a job that the name of each field means, in seven languages."""
        names = islice(self.entry, _FIELDS)
        return {name: fact_named(norm_header(name)) or weak_end(name) for name in names}

    def text(self, field: str, *, lines: bool = False) -> str:
        """Return a field's text; empty if it is missing or of another type, which is named."""
        if not field or field not in self.entry:
            return ""
        self.read.add(field)
        value = self.entry[field]
        if isinstance(value, dict):  # {"company": {"name": "Acme"}}
            within = (value[name] for name in ("name", *_INSIDE) if isinstance(value.get(name), str))
            value = next(within, value)
        if not isinstance(value, str):
            self.findings.skip(f"{self.where}.{field}", value, "expected text")
            return ""
        return self.findings.text(f"{self.where}.{field}", value, lines=lines)

    def place(self, names: tuple[str, ...]) -> str:
        """Return the place, from a text or from its parts ("city", "region", "country")."""
        field = self.first(names, "place")
        value = self.entry.get(field)
        if not isinstance(value, dict):
            return self.text(field)
        self.read.add(field)
        return self._parts_of(field, value, (*_OF_A_PLACE, "name"))

    def place_within(self, field: str) -> str:
        """Return the place within another field: {"company": {"name": "Acme", "city": "Hull"}}."""
        value = self.entry.get(field)
        if not isinstance(value, dict):
            return ""
        within = [value, *(value[name] for name in _ADDRESSES if isinstance(value.get(name), dict))]
        return next(filter(None, (self._parts_of(field, part, _OF_A_PLACE) for part in within)), "")

    def where_it_was(self) -> str:
        """Return the field "where" if it names an employer: a name that is no town we know; note it."""
        for name in self.entry:
            value = self.entry[name]
            if (
                name.casefold() in WHERE
                and name not in self.read
                and isinstance(value, str)
                and value.strip()
            ):
                if is_known_place(value):
                    return ""
                self.findings.notes.append(f"{self.where}: {quoted(value)} is read as the employer.")
                return str(name)
        return ""

    def _parts_of(self, field: str, value: Mapping[str, object], names: tuple[str, ...]) -> str:
        parts = (value.get(part) for part in names)
        texts = (self.findings.text(f"{self.where}.{field}", part) for part in parts if isinstance(part, str))
        return ", ".join(filter(None, texts))

    def summary(self, names: tuple[str, ...]) -> list[str]:
        """Return the description of the job, from a text or a list of points; the first field counts."""
        field = self.first(names)
        if not isinstance(self.entry.get(field), list):
            return [self.text(field, lines=True)]
        return self._items(field)

    def listed(self) -> list[str]:
        """Return the description that is given in points."""
        field = self.first(HIGHLIGHTS)
        if isinstance(self.entry.get(field), str) and field != HIGHLIGHTS[0]:
            return [self.text(field, lines=True)]
        return self._items(field) if field else []

    def span(self, *, open_end: bool) -> dict[str, str]:
        """Return start and end, whatever their names, or both from one field."""
        start = self.first(STARTS, "started") or self._stamped("started")
        end = self.first(ENDS, "ended") or self._stamped("ended")
        whole = self.first(SPANS, "period")
        inner = self.entry.get(whole)
        if not start and not end and isinstance(inner, dict):
            self.read.add(whole)
            within = EntryFields(inner, f"{self.where}.{whole}", self.findings)
            return within.span(open_end=open_end)
        if not start and not end and isinstance(inner, str) and inner.strip():
            return self._in_one(whole)
        going = self._current()
        began, over = self._apart("started"), self._apart("ended")
        ended = NOW if going else over or self._date(end)
        return self.findings.span(
            (f"{self.where}.{start or STARTS[0]}", began or self._date(start)),
            (f"{self.where}.{end or ENDS[0]}", ended),
            open_end=open_end and going is not False,
        )

    def _stamped(self, fact: str) -> str:
        """Return a field that counts the time of a start or an end: "start_timestamp"."""
        names = (name for name in islice(self.entry, _FIELDS) if name not in self.read)
        return stamped((name for name in names if date_of_stamp(self.entry[name])), fact)

    def kind(self) -> dict[str, str]:
        """Return the kind of job if a field of that name has it."""
        field = self.first((), keys.ROLE_KIND)
        value = self.entry.get(field)
        kind = kind_of(value) if isinstance(value, str) else ""
        if kind:
            self.read.add(field)
        return {keys.ROLE_KIND: kind} if kind else {}

    def _in_one(self, field: str) -> dict[str, str]:
        place = f"{self.where}.{field}"
        text = self.text(field)
        dated = dates_in(text)
        if dated is None or dated.rest:
            self.findings.skip(place, text, "expected a start and an end: 2014-2017, Jan 2019 - Present")
            return {}
        found = dates_of(place, dated, self.findings)
        return found | terms_of(place, dated.asides, self.findings, found)

    def _current(self) -> bool | None:
        """Return whether the entry says that the job goes on; None if it does not say."""
        field = self.first(CURRENT)
        if isinstance(self.entry.get(field), bool):
            self.read.add(field)
            return bool(self.entry[field])
        return None

    def _date(self, field: str) -> str:
        value = self.entry.get(field)
        if not field or value is None:  # this means that the job goes on
            self.read.add(field)
            return ""
        if date := date_of_stamp(value):
            self.read.add(field)
            self.findings.notes.append(
                f"{self.where}: {field} {value} is read as {date}; check it, since a program counted it."
            )
            return date
        if isinstance(value, int | float) and not isinstance(value, bool):
            self.read.add(field)
            return str(value)
        if isinstance(value, dict):
            self.read.add(field)
            return self._of_parts(field, value)
        return self.text(field)

    def _apart(self, fact: str) -> str:
        """Return a date whose parts are fields of their own: {"startMonth": 2, "startYear": 2021}."""
        named = {means: name for name, means in self._meant.items() if means.startswith(f"{fact} ")}
        fields = {part: named.get(f"{fact} {part}", "") for part in _OF_A_DATE}
        if not (fields["year"] and fields["month"]):
            return ""
        self.read |= set(filter(None, fields.values()))
        parts = {part: self.entry[name] for part, name in fields.items() if name}
        return self._of_parts(fields["year"], parts) if parts["year"] else ""

    def _of_parts(self, field: str, parts: Mapping[str, object]) -> str:
        """Return a date that is given in parts: {"year": 2019, "month": 3}."""
        numbers = [
            str(parts[part]) for part in _OF_A_DATE if isinstance(parts.get(part), int | str) and parts[part]
        ]
        if not numbers or not numbers[0].isdecimal():
            self.findings.skip(f"{self.where}.{field}", dict(parts), "expected a year, or a year and a month")
            return ""
        if all(part.isdecimal() for part in numbers):
            return "-".join(f"{int(part):02d}" for part in numbers)
        return " ".join(reversed(numbers))

    def _items(self, field: str) -> list[str]:
        items = self.entry.get(field, [])
        self.read.add(field)
        place = f"{self.where}.{field}"
        if not isinstance(items, list):
            self.findings.skip(place, items, "expected a list of texts")
            return []
        bullets = []
        for number, item in enumerate(items[: limits.ROWS]):
            if not isinstance(item, str):
                self.findings.skip(f"{place}[{number}]", item, "expected text")
            elif tidy := self.findings.text(f"{place}[{number}]", item):
                bullets.append(f"- {tidy}")
        return bullets
