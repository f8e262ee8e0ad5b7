"""Would you say the same today? Some ratings asked again, with the earlier answers hidden."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Final

from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal
from good_on_paper.forms.lines import line_row, role_rows
from good_on_paper.frames.asked_again import SITTING, changed_mind, said_in
from good_on_paper.frames.quiet import YES
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.language.counts import number
from good_on_paper.language.day_names import as_named
from good_on_paper.study import asked_again, steadiness
from good_on_paper.study.interviews import after_a_no

if TYPE_CHECKING:
    from good_on_paper.catalogue import Item
    from good_on_paper.record import Answer, Sitting
    from good_on_paper.study.asked_again import DrawnAgain
    from good_on_paper.study.person import Person

_SECONDS: Final = 10
"""Seconds that one rating takes."""


class SameToday(Form):
    """Rate some of one's jobs again: a fifth of the ratings, drawn at random once the person begins.

    Earlier answers are neither shown nor sent to the page. Today's answers count from now on, like any newer
    answer. After a large change we ask once whether the person changed their mind.

    Parameters
    ----------
    person : Person
        Whose ratings these are, and where the answers go.
    """

    name: ClassVar[str] = SITTING
    _esm = module("changed_minds", "same_today", uses=("scale", "choice", "pager"))
    _css = style("same_today", uses=("line_table", "choice", "scale"))

    def __init__(self, person: Person) -> None:
        self._person = person
        self._draw: DrawnAgain | None = None
        super().__init__(person.record, person.catalogue)

    @property
    def _now(self) -> Snapshot:
        return Snapshot(self._record, fixed=self._catalogue)

    @property
    def sitting(self) -> Sitting:  # an unfinished draw continues
        """The sitting of the current draw; else one for the answers about large changes."""
        draw = self._drawn()
        return self._of_changes if draw is None else draw.sitting

    @cached_property
    def _of_changes(self) -> Sitting:
        return self._record.sitting("changed minds")

    def _drawn(self) -> DrawnAgain | None:
        """Return the current draw; a finished one stays until the page is reloaded."""
        if self._draw is None:
            self._draw = asked_again.half_done(self._now)
        else:
            self._draw = replace(self._draw, said=said_in(self._now, self._draw.sitting))
        return self._draw

    def page_state(self) -> Message:
        """Return what is asked again, when that is possible, and the large changes to ask about."""
        now, draw = self._now, self._drawn()
        if after_a_no(now):
            return {"lines": [], "waits": False, "from": "", "few": False, "changes": [], "cells": []}
        due = asked_again.due_on(now) if draw is None else None
        waits = due is not None and due <= now.today
        changes = self._changes()
        return {
            "lines": [] if draw is None else self._lines(draw),
            "waits": waits,
            "minutes": -(-asked_again.how_many(now) * _SECONDS // 60) if waits else 0,
            "from": as_named(due) if due is not None and not waits else "",
            "few": draw is None and due is None and bool(role_rows(self._record)),
            "changes": changes,
            "cells": [[*cell, self.cell(answer)] for cell, answer in draw.said.items()] if draw else [],
        }

    def _lines(self, draw: DrawnAgain) -> list[Message]:
        """Return the lines in the order drawn, each with its jobs."""
        roles = {row["unit"]: row for row in role_rows(self._record)}
        of: dict[str, list[dict[str, str]]] = {}
        for unit, line in draw.cells:
            if unit in roles:
                of.setdefault(line, []).append(roles[unit])
        return [
            {**line_row(self._catalogue.item(line), place, jobs), "jobs": jobs}
            for place, (line, jobs) in enumerate(of.items(), 1)
        ]

    def _changes(self) -> list[Message]:
        """Return the large changes without an answer on whether the person changed their mind."""
        large = steadiness.to_ask_about(self._person)
        return [
            {
                "unit": row["unit"],
                "key": changed_mind(row["line"]),
                "label": row["label"],
                "said": f"{row['role']}: {number(row['first'])} before, {number(row['again'])} now",
            }
            for row in large.to_dict("records")
        ]

    def item_for(self, unit: str, key: str) -> Item | None:
        """Return the line behind a drawn cell; None for a changed mind."""
        draw = self._drawn()
        if draw is not None and (unit, key) in draw.cells:
            return self._catalogue.item(key)
        if _is_change(key) and any((unit, key) == (one["unit"], one["key"]) for one in self._changes()):
            return None
        raise Refusal(f"{key!r} is not asked here; run this cell again.")

    def understood(self, item: Item | None, value: object) -> object:
        """Return a rating on its scale, or yes or no."""
        if item is None and value not in _WORDS:
            raise Refusal(f"Did you change your mind? Expected {' or '.join(_WORDS)}.")
        return super().understood(item, value)

    def write(self, unit: str, key: str, value: object, **given: Any) -> Answer:  # noqa: ANN401
        """Write today's rating over an earlier one that the page has not seen.

        Raises
        ------
        Refusal
            If the value is missing or a blank, which would replace the earlier answer.
        """
        if given.get("state") != "value":
            raise Refusal("What you said before would be lost. Choose a number, leave it, or use Undo.")
        if given.get("replaces") is None:
            given.pop("replaces", None)
        return super().write(unit, key, value, **given)

    def changes_page(self, key: str) -> bool:
        """Return whether a question about a large change was answered, and so goes."""
        return _is_change(key)

    def own_message(self, message: Message) -> list[Message] | None:
        """Begin: fix what is asked."""
        if message.get("type") != "begin":
            return None
        if self._drawn() is None:
            due = asked_again.due_on(self._now)
            if due is None or due > self._now.today:
                raise Refusal("There is nothing to ask again yet.")
            self._draw = asked_again.drawn(self._now, self._record.sitting(self.name, seed=self.seed))
        return [self.ack(message, None), self._state()]


_WORDS: Final = (YES, "no")


def _is_change(key: str) -> bool:
    return key.startswith(changed_mind(""))
