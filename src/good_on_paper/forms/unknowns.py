"""What is known about the next job: know, guess or don't know for a few lines; and what not to have again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from good_on_paper.catalogue import keys, load
from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal, checked_rating, checked_text, has_buttons
from good_on_paper.forms.heard_there import with_heard
from good_on_paper.forms.next_interview import LONGEST
from good_on_paper.frames import role_names
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.frames.targets import KNOWS, NOT_AGAIN, chosen_or_next, knows, of_person
from good_on_paper.frames.there import LEVELS, PROMISED, SAID_OF, TOLD, WRITTEN
from good_on_paper.language.counts import uncapital
from good_on_paper.questions.lines_to_know import CORE_UNKNOWNS, lines_to_know
from good_on_paper.questions.refused import refused
from good_on_paper.record.targets import begin
from good_on_paper.study.declared import drawn, guesses

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from good_on_paper.catalogue import Catalogue, Item
    from good_on_paper.record import Record

MOST_NOT_AGAIN: Final = 3
_OF_ALL: Final = "we ask everybody about this"
SHOWN: Final = (keys.KNOWS, *TOLD)
_SENTENCES: Final = (keys.KNOWN_WHAT, keys.PROMISED_THERE, keys.WRITTEN_THERE)
BEYOND: Final = (*LEVELS, *PROMISED, *WRITTEN)
"""Items asked of a line only if the form has room for them."""


class Unknowns(Form):
    """Ask of up to eight lines whether the person knows, guesses or does not know the next job's level.

    Each is the target's answer to ``knows:<line>``: ``know``, ``guess`` or ``unknown``; for what they know,
    also what, from whom and when. A fold of the line has how much there is, what is promised and what is in
    writing, as `good_on_paper.frames.there` reads them. A fold below has what they will not have again: the
    person's answer ``not_again``, ends of lines.

    Parameters
    ----------
    record : Record
        Where the answers go; the chosen target begins with the first of them.
    catalogue : Catalogue
        What can be asked.
    lines : sequence of str, optional
        The lines to ask about; by default those of `good_on_paper.frames.targets.lines_to_know`.
    fold : bool
        Whether to offer more than a first pass: levels, promises, what not to have again.
    overlay : Path, optional
        The person's own catalogue file, read again with the page, as it may have a new line.
    """

    name: ClassVar[str] = "unknowns"
    _esm = module("unknowns", uses=("field", "date_field", "choice", "scale", "row_choice"))
    _css = style("unknowns", uses=("field", "choice", "scale"))

    def __init__(
        self,
        record: Record,
        catalogue: Catalogue,
        *,
        lines: Sequence[str] | None = None,
        fold: bool = True,
        overlay: Path | None = None,
    ) -> None:
        self._overlay = overlay
        self._asked = None if lines is None else [catalogue.item(key) for key in dict.fromkeys(lines)]
        self._fold = fold
        super().__init__(record, catalogue)

    @property
    def _lines(self) -> list[Item]:
        return (
            lines_to_know(Snapshot(self._record, fixed=self._catalogue))
            if self._asked is None
            else self._asked
        )

    @property
    def _drawn(self) -> list[str]:
        """The lines that the page marks as drawn by the kit."""
        return drawn(Snapshot(self._record))

    def page_state(self) -> Message:
        """Return the lines, the target they are about, and the answers about each."""
        if self._overlay is not None:
            self._catalogue = load(self._overlay)
        target, person = chosen_or_next(Snapshot(self._record)), self._record.person.id
        needed = guesses(Snapshot(self._record))
        not_again = of_person(Snapshot(self._record), NOT_AGAIN) or ()
        unwanted, private = self._unwanted(not_again)
        core = {item.key for item in self._catalogue.core[:CORE_UNKNOWNS]}
        lines = []
        for item in (line.worded() for line in self._lines):
            because = "you need it" if item.key in needed else ""
            if item.key in self._drawn:
                because = "added at random"
            own = not because and item.key in private
            if not because and item.key in unwanted:
                because = f"you won’t have this again: {unwanted[item.key]}"
            if not because and item.key in core:
                because = _OF_ALL
            row = {"key": item.key, "label": item.need, "because": because}
            lines.append(row | {"off": item.private, "private": own} | self._beyond(item))
        shown, kinds = [line["key"] for line in lines], (*SHOWN, *(BEYOND if self._fold else ()))
        rows = self.cell_rows([target], [f"{kind}:{one}" for kind in kinds for one in shown])
        name = role_names(Snapshot(self._record), kind="target").get(target, "")
        return {
            "target": target,
            "name": name,
            "lines": lines,
            "ends": self._ends(not_again) if self._fold else [],
            "most": MOST_NOT_AGAIN,
            "folds": self._fold,
            "told": [self._told(key) for key in TOLD],
            "promised": [self._told(key) for key in PROMISED],
            "written": [self._told(key) for key in WRITTEN],
            "cells": with_heard(Snapshot(self._record, fixed=self._catalogue), target, rows, shown)
            + self.cell_rows([person], [NOT_AGAIN]),
        }

    def _unwanted(self, not_again: Sequence[str]) -> tuple[dict[str, str], set[str]]:
        """Return, for lines they will not have again, what they refused: the end, or a worry about it.

        Also which of them rest on something private.
        """
        worries = refused(Snapshot(self._record, fixed=self._catalogue))
        named = {one.end.rpartition(":")[0]: uncapital(one.label) for one in worries if one.end}
        private = {one.end.rpartition(":")[0] for one in worries if one.private}
        for line, _, end in (one.rpartition(":") for one in not_again):
            if line in self._catalogue:
                item = self._catalogue.item(line).worded()
                named[line] = item.low if end == "low" else item.high
                private.discard(line)
        return named, private

    def _beyond(self, item: Item) -> dict[str, Any]:
        """Return the two scales for a line's level there, each with its ends; empty on a first pass."""
        if not self._fold or not has_buttons(item):
            return {}
        ends = {"low": item.low, "high": item.high, "min": item.scale.min, "max": item.scale.max}
        label, up_to = (self._catalogue.item(key).label for key in LEVELS)
        return {"level": {"label": label, "upTo": up_to, "revision": item.revision, **ends}}

    def _told(self, key: str) -> dict[str, Any]:
        item = self._catalogue.item(key)
        more = {"hint": item.hint, "options": [], "revision": item.revision, "rows": int(key in _SENTENCES)}
        return {"key": key, "kind": item.kind, "label": item.label, **more}

    def _ends(self, taken: Sequence[str]) -> list[list[Any]]:
        """Return each end that can be unwanted: name, line, meaning, whether it is shown at once."""
        core = {item.key for item in self._catalogue.core} | {end.rpartition(":")[0] for end in taken}
        rows = []
        for item in self._catalogue.items("circumstance"):
            worded = item.worded()
            ends = {1: ("low",), -1: ("high",), 0: ("low", "high")}[item.keyed]
            rows += [
                [f"{item.key}:{end}", worded.label, getattr(worded, end), item.key in core] for end in ends
            ]
        return sorted(rows, key=lambda row: not row[3])

    def item_for(self, unit: str, key: str) -> Item | None:
        """Return None for the record's own keys; the line for a level; else an item of the catalogue.

        Raises
        ------
        Refusal
            For any other cell.
        """
        of_person = unit == self._record.person.id
        lines = self._catalogue.items("circumstance", hidden=True)
        allowed = {NOT_AGAIN} if of_person else {knows(item.key) for item in lines}
        kind, _, line = key.partition(":")
        if not of_person and kind != SHOWN[0] and kind in SAID_OF and knows(line) in allowed:
            return self._catalogue.item(line if kind in LEVELS else kind)
        if key not in allowed:
            raise Refusal(f"{key!r} is not asked in this form; run its cell again.")
        return None

    def understood(self, item: Item | None, value: object) -> object:
        """Return one of the three words, the ends of lines, or what the person knows, as typed."""
        if item is not None:
            rated = item.kind == "rating"
            return checked_rating(item, value) if rated else checked_text(item, value, LONGEST)
        if isinstance(value, list):
            known = {row[0] for row in self._ends(())}
            if len(value) > MOST_NOT_AGAIN or not set(value) <= known:
                raise Refusal(f"expected at most {MOST_NOT_AGAIN} of the ends shown.")
            return list(dict.fromkeys(value))
        if value not in KNOWS:
            raise Refusal(f"{value!r} was not understood. Expected one of {', '.join(KNOWS)}.")
        return value

    def before_answer(self) -> None:
        """Begin the target, if nothing was said about one yet."""
        begin(self._record, chosen_or_next(Snapshot(self._record)))

    def changes_page(self, key: str) -> bool:
        """Return whether another line may have come in."""
        return key == NOT_AGAIN
