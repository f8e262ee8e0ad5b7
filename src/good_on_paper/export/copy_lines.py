"""A copy as it is shown before it is written: one line per answer, in words."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from good_on_paper.catalogue import keys
from good_on_paper.export.common_words import is_title_word
from good_on_paper.export.copy_choice import ORDER
from good_on_paper.export.copy_parts import TITLES
from good_on_paper.export.stand_ins import left_over
from good_on_paper.frames.names import role_names
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.record import UNIT_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.export.copy_redaction import Redaction
    from good_on_paper.record import Record

_CALLED: Final = {
    "guesses": "What you need",
    keys.KNOWS: "How well you know it",
    "helped": "How much it helped",
    "wanted": "How much you want",
    keys.PRIMARY_OUTCOME: "What you compare your jobs by first",
    keys.SECOND_OUTCOME: "What you compare your jobs by, too",
    keys.WENT_WELL: "A job that went well",
    keys.WOULD_NOT_REPEAT: "A job you would not do again",
}
"""Words for items about a line that have none in the catalogue."""
_OUTCOMES: Final = (keys.PRIMARY_OUTCOME, keys.SECOND_OUTCOME)
_ALONE: Final = {"question": "Your question", keys.NOTE_TEXT: "Note", keys.NOTE_BY: "Written by"}
"""Items for which the rest of the key means nothing to a person."""
_NAMED: Final = {
    keys.BY_SUCCESS: "what success means to you",
    keys.BY_GOING_WRONG: "what going wrong means to you",
}
"""Answers that name what no catalogue words."""
_BLANKS: Final = {"na": "does not apply", "cant_recall": "can’t remember", "skip": "skipped"}


@dataclass(frozen=True)
class CopyLine:
    """One answer as it would be in the copy.

    Parameters
    ----------
    about, asked, says : str
        The name of its subject, as the copy has it; the question; the answer.
    left : tuple of str
        Parts that could still show who or where.
    """

    about: str
    asked: str
    says: str
    left: tuple[str, ...] = ()


def copy_lines(
    record: Record, rows: Iterable[Mapping[str, Any]], units: Mapping[str, str], redaction: Redaction
) -> tuple[CopyLine, ...]:
    """Return the rows of a copy in words.

    Parameters
    ----------
    record : Record
        The person's record.
    rows : iterable of mapping
        The answers, as the copy has them.
    units : mapping
        The kind of each unit in it, by id.
    redaction : Redaction
        How they were changed.
    """
    rows, catalogue = list(rows), redaction.catalogue
    snapshot = Snapshot(record)
    names = {unit: name for kind in UNIT_KINDS[1:] for unit, name in role_names(snapshot, kind=kind).items()}
    values = {(row["unit"], row["item"]): row["value"] for row in rows}

    def about(unit: str) -> str:
        if titled := ", ".join(str(values[unit, item]) for item in TITLES if (unit, item) in values):
            return titled
        kind = "You" if units.get(unit) == "person" else (units.get(unit) or "").capitalize()
        return redaction.stand_ins.replaced(names.get(unit, kind)) if redaction.choice.text else kind

    lines = []
    for row in rows:
        if row["item"] in ORDER:
            continue
        known = catalogue.item(row["item"]) if row["item"] in catalogue else None
        others = {unit: about(unit) for unit in _units_in(row["value"], units)}
        says = _in_words(row, catalogue, others)
        typed = isinstance(row["value"], str | dict) and row["item"] != "employer" and not others
        left: list[str] = []
        if typed and (known is None or known.kind == "text"):
            over = [word for word in left_over(says) if row["item"] != "title" or not is_title_word(word)]
            left = list(dict.fromkeys([*over, *redaction.stand_ins.doubtful(says)]))
        lines.append(CopyLine(about(row["unit"]), _asked(row["item"], catalogue), says, tuple(left)))
    return tuple(lines)


def _asked(item: str, catalogue: Catalogue) -> str:
    key, _, about = item.partition(":")
    if key in _ALONE:
        on = (
            f" about {catalogue.item(about).worded().label}"
            if key == "question" and about in catalogue
            else ""
        )
        return _ALONE[key] + on
    if item in _CALLED:
        return _CALLED[item]
    parts = [
        catalogue.item(one).worded().label if one in catalogue else _CALLED.get(one, one.replace("_", " "))
        for one in (key, about)
        if one
    ]
    return ", ".join(parts)


def _units_in(value: object, units: Mapping[str, str]) -> list[str]:
    """Return the units that an answer names by their ids, which mean nothing to a person."""
    named = value if isinstance(value, list) else [value]
    return [one for one in named if isinstance(one, str) and one in units]


def _in_words(row: Mapping[str, Any], catalogue: Catalogue, names: Mapping[str, str]) -> str:
    value = row["value"]
    if row["state"] != "value":
        return _BLANKS.get(row["state"], "")
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict) and "lines" in value:
        return f"a look at {len(value['roles'])} jobs and {len(value['lines'])} questions"
    if row["item"].startswith("question:"):
        return _question_words(value)
    known = catalogue.item(row["item"]) if row["item"] in catalogue else None
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return ", ".join(_called(one, catalogue, names) for one in value)
    if isinstance(value, str) and (value in names or value in _NAMED or row["item"] in _OUTCOMES):
        value = _called(value, catalogue, names)
    elif isinstance(value, str) and known is not None and known.options:
        value = value.replace("_", " ")
    return " ".join(value.split()) if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _called(one: str, catalogue: Catalogue, names: Mapping[str, str]) -> str:
    if found := names.get(one) or _NAMED.get(one):
        return found
    return (catalogue.item(one).worded().label if one in catalogue else one).replace("_", " ")


def _question_words(value: object) -> str:
    """Return a question's answer in words: a wording, that it was left out, on paper, or its place."""
    if isinstance(value, dict):
        place = "put on paper" if "paper" in value else "in an order of mine"
        value = value.get("text", "left out" if "gone" in value else place)
    return " ".join(str(value).split())
