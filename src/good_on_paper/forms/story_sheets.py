"""Shared by the forms of *Your stories*: sheets to write on, one prompt at a time, all optional."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar, Final

from good_on_paper.catalogue import keys
from good_on_paper.forms.after_parts import texts
from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal, checked_rating, checked_text
from good_on_paper.frames.achievements import HOW
from good_on_paper.frames.names import role_names
from good_on_paper.frames.quiet import HURT, YES, asked_roles, quiet_roles
from good_on_paper.frames.roles import roles
from good_on_paper.frames.skills import SKILLS
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.language.day_names import as_named
from good_on_paper.record.stories import begin, unit_for

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from good_on_paper.catalogue import Item
    from good_on_paper.record import Answer, Unit
    from good_on_paper.study.person import Person

LONGEST: Final = 20_000
"""Most characters of a text; a page of writing has about 3,000."""
SEVERAL: Final = (keys.DONE_HOW, keys.SKILLS_SHOWN)
"""Choices that can have several options at once."""
LISTS: Final = (
    *(
        keys.DONE_HOW_OWN,
        keys.SKILLS_OWN,
        keys.WORD_MINE,
        keys.WORD_WANTED,
        keys.WORD_GUESSED,
        keys.WORD_SAID,
    ),
    "pm_known_as",
)
"""Texts kept as lists: typed with commas, or one per line."""
SHORT: Final = (
    *LISTS,
    *(keys.DONE_SEEN_BY, keys.WORD_BY, keys.WORD_WHEN, keys.SKILL_WITNESS, "stay_carrier"),
    *("seat_who", "seat_how_long", "seat_now", keys.LEARNED_WHAT, keys.LEARNED_FROM),
    *(keys.TAUGHT_WHAT, keys.TAUGHT_TO),
)
"""Texts of one line."""
OPTIONS: Final[Mapping[str, Mapping[str, str]]] = {
    keys.DONE_HOW: HOW,
    keys.SKILLS_SHOWN: SKILLS,
    keys.DONE_READ: {"read": "read", "not_yet": "not yet read"},
    keys.MAY_SHOW: {"yes": "yes", "no": "no"},
    keys.WRITING_DONE: {"done": "done", "not_yet": "not yet"},
    keys.WRITING_STATE: {"tired": "tired", "fine": "fine", "up": "up"},
    keys.KEPT_OR_LEFT: {"keep": "keep", "grow": "grow", "leave": "leave"},
    "stay_still": {"yes": "yes", "partly": "partly", "no": "no", "dont_know": "I don’t know"},
}
"""The options of a choice, in words."""
_SHOWN: Final = 90
_LATEST: Final = 2
"""How many jobs the list shows; the others are folded."""


@dataclass(frozen=True)
class Asks:
    """The questions of a sheet.

    Attributes
    ----------
    first : tuple of str
        Keys of the questions shown, one after another.
    more : tuple of str
        Keys of the folded questions, each under its own heading.
    words : str
        Name of the fold.
    apart : tuple of str
        Keys that the form asks in its own way.
    """

    first: tuple[str, ...]
    more: tuple[str, ...] = ()
    words: str = ""
    apart: tuple[str, ...] = ()

    @property
    def every(self) -> tuple[str, ...]:
        """All keys that are asked."""
        return (*self.first, *self.more, *self.apart)


@dataclass(frozen=True)
class StorySheet:
    """One sheet: a unit of the record, begun or not.

    Attributes
    ----------
    unit, parent : str
        Its id, and the id of the unit that contains it.
    asks : str
        The name of one of the form's `Asks`.
    name, about : str
        Its name in the list, and a few words beside it.
    folded : bool
        Whether it is in the fold below the list.
    hurts : str
        The id of the job or interview that can be marked as one that hurt; "" for none.
    facts : mapping
        Facts that the record keeps once it begins.
    told : bool
        Whether it has any answer.
    since : str
        The day it was begun, in words.
    """

    unit: str
    parent: str
    asks: str
    name: str
    about: str = ""
    folded: bool = False
    hurts: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    told: bool = False
    since: str = ""


class StorySheets(Form):
    """Sheets of one kind, opened only by the person; a sheet begins with its first answer.

    Parameters
    ----------
    person : Person
        Whose stories these are, and where the answers go.
    """

    kind: ClassVar[str] = "story"
    asks: ClassVar[Mapping[str, Asks]]
    may_add: ClassVar[bool] = False
    """Whether the person can add their own sheets to a job."""

    def __init__(self, person: Person) -> None:
        self._person = person
        self._grew = False
        super().__init__(person.record, person.catalogue)

    @property
    def now(self) -> Snapshot:
        """The person's answers up to now."""
        return Snapshot(self._record, fixed=self._catalogue)

    def sheets(self, now: Snapshot) -> list[StorySheet]:
        """Return the sheets, in the order of the list."""
        raise NotImplementedError

    def more_state(self, now: Snapshot) -> Message:
        """Return what a form's page shows besides the sheets."""
        del now
        return {}

    # -- what the page shows

    def page_state(self) -> Message:
        """Return the sheets, their questions, and the answers."""
        now = self.now
        sheets = self.sheets(now)
        every = {key for asks in self.asks.values() for key in asks.every}
        return {
            "sheets": [asdict(sheet) | {"facts": None} for sheet in sheets],
            "asks": {name: asdict(asks) for name, asks in self.asks.items()},
            "fields": {key: self.field(key) for key in every},
            "hurt": self._catalogue.item(HURT).label,
            "cells": self._rows(sheets),
            **self.more_state(now),
        }

    def _rows(self, sheets: list[StorySheet]) -> list[list[Any]]:
        units = [*(sheet.unit for sheet in sheets), *{sheet.hurts for sheet in sheets if sheet.hurts}]
        rows = self._record.current(units=units)
        return [[unit, key, self.cell(answer)] for (unit, key), answer in rows.items() if self._asked(key)]

    def field(self, key: str) -> dict[str, Any]:
        """Return a prompt as the page reads it."""
        item = self._catalogue.item(key)
        kind = {"text": "text" if key in SHORT else "long", "number": "rating"}.get(item.kind, item.kind)
        row: dict[str, Any] = {"key": key, "kind": kind, "label": item.ask, "hint": item.hint}
        row |= {"short": item.label, "options": list(OPTIONS.get(key, {}).items())}
        row |= {"several": key in SEVERAL, "revision": item.revision}
        if item.kind in ("rating", "number"):
            row |= {"low": item.low, "high": item.high, "min": item.scale.min, "max": item.scale.max}
        return row

    def shown(self, answer: Answer) -> Message:
        """Return a list as it was typed."""
        if answer.state == "value" and isinstance(answer.value, list) and answer.item in LISTS:
            return {"shown": ", ".join(map(str, answer.value))}
        return {}

    # -- answers

    def _asked(self, key: str) -> bool:
        return key == HURT or any(key in asks.every for asks in self.asks.values())

    def item_for(self, unit: str, key: str) -> Item | None:
        """Return the item behind a cell of a sheet, or behind the mark that something hurt."""
        sheets = self.sheets(self.now)
        on_sheet = key != HURT and any(sheet.unit == unit for sheet in sheets)
        hurt = key == HURT and (any(sheet.hurts == unit for sheet in sheets) or self._is_quiet(unit))
        if not self._asked(key) or not (on_sheet or hurt):
            raise Refusal(f"{key!r} is not asked here, or its sheet was removed; run the cell again.")
        return self._catalogue.item(key.partition(":")[0])

    def _is_quiet(self, unit: str) -> bool:
        answer = self._record.current(items=(HURT,), units=(unit,)).get((unit, HURT))
        return answer is not None and answer.value == YES

    def understood(self, item: Item | None, value: object) -> object:
        """Return a text, a list of short texts, one or several options, or a number on its scale."""
        if item is None:
            return value
        if item.kind in ("rating", "number"):
            return checked_rating(item, value)
        if item.key in SEVERAL:
            if not isinstance(value, list) or any(one not in item.options for one in value):
                raise Refusal(f"{item.label}: expected some of {', '.join(item.options)}.")
            return value
        text = checked_text(item, value, LONGEST)
        return texts(text) if item.key in LISTS else text

    def write(self, unit: str, key: str, value: object, **given: Any) -> Answer:  # noqa: ANN401
        """Write an answer; a sheet begins with its first one, on that day."""
        sheet = next((one for one in self.sheets(self.now) if one.unit == unit), None)
        if sheet is not None and not sheet.told:
            self.begin(sheet)
            self._grew = True
        return super().write(unit, key, value, **given)

    def begin(self, sheet: StorySheet) -> None:
        """Put a sheet on the list, unless it is there."""
        facts = {keys.STORY_ON: self.now.today.isoformat(), **sheet.facts}
        private = [key for key in facts if self._catalogue.item(key).private]
        begin(self._record, self.kind, sheet.unit, parent=sheet.parent, facts=facts, private=private)

    def changes_page(self, key: str) -> bool:
        """Return whether a sheet began, goes, or has a new name."""
        grew, self._grew = self._grew, False
        return grew or key in (HURT, keys.ACHIEVED)

    def own_message(self, message: Message) -> list[Message] | None:
        """Add a sheet to a job, or remove one from the list."""
        kind, before = message.get("type"), self._record.newest
        if kind == "add_sheet" and self.may_add:
            self.begin(self.new_sheet(str(message["unit"]), str(message["role"])))
            return [self.ack(message, None), self._state()]
        if kind == "remove_sheet":
            unit = str(message["unit"])
            if all(one.id != unit for one in self.now.units(self.kind)):
                raise Refusal("This is no longer on the list.")
            self.wrote(self._record.remove_unit(unit, sitting=self.sitting), before)
            return [self.ack(message, None, said="Removed. Undo brings it back."), self._state()]
        return None

    def new_sheet(self, unit: str, parent: str) -> StorySheet:
        """Return a sheet that the person adds to a job.

        Raises
        ------
        Refusal
            If there is no such job.
        """
        raise Refusal(f"Nothing can be added here ({unit}, {parent}); run the cell again.")


def sheet_per_job(now: Snapshot, kind: str, *, shown: Collection[str] | None = None) -> list[StorySheet]:
    """Return one sheet for each job that is not a quiet role.

    Jobs not `shown`, by default all but the latest two, are folded until they are begun.
    """
    there, quiet = begun(now), quiet_roles(now)
    asked = {role.id for role in asked_roles(now)}
    latest = [role for role in newest_first(now) if role in asked][:_LATEST]
    shown = latest if shown is None else shown
    sheets = []
    for role, name in role_names(now).items():
        unit = unit_for(role, kind)
        if role not in quiet:
            sheets.append(
                StorySheet(
                    *(unit, role, kind, name),
                    folded=role not in shown and unit not in there,
                    hurts=role,
                    facts={keys.STORY_KIND: kind},
                    told=unit in there,
                    since=since(there.get(unit)),
                )
            )
    return sheets


def newest_first(now: Snapshot) -> list[str]:
    """Return the ids of all jobs, the one begun last on top, those without a year at the foot."""
    dated = roles(now).sort_values("start", ascending=False, kind="stable", na_position="last")
    return dated["unit"].tolist()


def since(unit: Unit | None) -> str:
    """Return the day a sheet was begun, in words; "" if it was not begun."""
    return "" if unit is None else as_named(unit.created.astimezone().date())


def begun(now: Snapshot, kind: str = "story") -> dict[str, Unit]:
    """Return the sheets that were begun, by their ids."""
    return {unit.id: unit for unit in now.units(kind)}


def first_words(answer: Answer | None, otherwise: str = "") -> str:
    """Return the first words of a text, as a name for its sheet."""
    text = "" if answer is None or answer.state != "value" else " ".join(str(answer.value).split())
    text = re.sub(r"(?<!\.)\.$", "", text)
    if len(text) <= _SHOWN:
        return text or otherwise
    cut = text[:_SHOWN].rpartition(" ")[0] if " " in text[:_SHOWN] else text[:_SHOWN]
    return cut.rstrip(" ,;:") + "\N{HORIZONTAL ELLIPSIS}"


def sheets_module(own: str) -> str:
    """Return the module of a form of sheets."""
    return module(own, uses=("links", "field", "choice", "scale", "controls", "printing", "story_sheets"))


def sheets_style(*own: str) -> str:
    """Return the style sheet of a form of sheets."""
    return style(*own, uses=("line_table", "choice", "field", "scale", "printing", "story_sheets"))
