"""What another copy would bring, in words: one line per answer, named as on the pages."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from good_on_paper.catalogue import keys
from good_on_paper.frames.names import role_names
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.record import NOTE, UNIT_KINDS
from good_on_paper.study.from_copy import KEPT_IN_ORDER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from good_on_paper.record import Record
    from good_on_paper.record.merging import ForkHead, Merge

_LONGEST: Final = 80
_BLANKS: Final = {
    "na": "does not apply",
    "cant_recall": "can’t remember",
    "skip": "skipped",
    "cleared": "empty",
}
_UNNAMED: Final = {
    "role": "a new job",
    "target": "a new job to consider",
    "interview": "a new interview",
    "episode": "a new episode",
    "achievement": "a new achievement",
    "event": "a new event",
    "story": "a new story",
    NOTE: "a note",
}
_LABELS: Final = {keys.NOTE_TEXT: "what it says", keys.NOTE_BY: "written by"}
"""For items that no catalogue names."""


@dataclass(frozen=True)
class CopyWords:
    """The words for a merge.

    Parameters
    ----------
    units : mapping
        Id to name.
    labels : mapping
        Item key to its short name.
    options : mapping
        Item key to the words of what can be chosen, by their keys.
    lines : tuple of str
        What is new, one line per answer; if an answer changed several times, the last.
    """

    units: Mapping[str, str]
    labels: Mapping[str, str]
    lines: tuple[str, ...] = ()

    @classmethod
    def of(cls, record: Record, found: Merge) -> CopyWords:
        """Put into words what `found` would bring into a record."""
        now = Snapshot(record)
        units = {unit: name for kind in UNIT_KINDS[1:] for unit, name in role_names(now, kind=kind).items()}
        titles = {
            row["unit"]: text
            for row in found.new
            if row["item"] == "title" and isinstance(text := _value(row), str)
        }
        for unit, kind in found.units:
            units[unit] = (
                f"{_UNNAMED.get(kind, 'you')}: {titles[unit]}"
                if unit in titles
                else _UNNAMED.get(kind, "you")
            )
        labels = _LABELS | {item.key: item.worded().label for item in now.catalogue.items(hidden=True)}
        told = cls(units, labels)
        last = {(row["unit"], row["item"]): row for row in found.new}
        every = Counter((row["unit"], row["item"]) for row in found.new)
        by = {unit: row for (unit, item), row in last.items() if item == keys.NOTE_BY}
        by = {unit: row for unit, row in by.items() if (unit, keys.NOTE_TEXT) in last}

        def writer(unit: str, item: str) -> str:
            written = item == keys.NOTE_TEXT and unit in by
            return f", written by {told.value(by[unit]['state'], _value(by[unit]))}" if written else ""

        lines = [
            f"{told.cell(*cell)}: {told.value(row['state'], _value(row))}"
            + writer(*cell)
            + (f" (changed {every[cell]} times)" if every[cell] > 1 else "")
            for cell, row in last.items()
            if row["item"] != "listed" and row["item"] not in KEPT_IN_ORDER
            if row["item"] != keys.NOTE_BY or row["unit"] not in by  # it stands with what it is of
        ]
        return cls(units, labels, tuple(lines))

    def cell(self, unit: str, item: str) -> str:
        """Name what an answer is about."""
        key, _, about = item.partition(":")
        if key == "question":
            return f"{self.units.get(unit, 'you')}, a question"
        label = self.labels.get(item) or self.labels.get(key) or key.replace("_", " ")
        more = f" ({self.labels.get(about, about)})" if about else ""
        return f"{self.units.get(unit, 'you')}, {label}{more}"

    def said(self, head: ForkHead) -> str:
        """Put into words what one of two answers says, and where it was given."""
        where = "here" if head.here else "in the other copy"
        return f"{self.value(head.state, head.value)} ({where}, {head.given.astimezone():%d %B %Y})"

    def value(self, state: str, value: Any) -> str:  # noqa: ANN401 - any JSON value
        """Write what an answer says in one line."""
        if state != "value":
            return _BLANKS[state]
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, dict):
            done = {"gone": "left out", "paper": "put on paper", "order": "in another order"}
            value = value.get("text", next((said for key, said in done.items() if key in value), value))
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        line = " ".join(text.split())
        return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _value(row: Mapping[str, Any]) -> Any:  # noqa: ANN401 - any JSON value
    return None if row["value"] is None else json.loads(row["value"])
