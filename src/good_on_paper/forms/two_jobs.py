"""One job that went well and one not to be repeated, with a line on each: asked again later, unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from good_on_paper.catalogue import keys
from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal, checked_text
from good_on_paper.forms.lines import role_rows
from good_on_paper.frames import asked_roles
from good_on_paper.frames.quiet import HURT
from good_on_paper.frames.snapshot import Snapshot

if TYPE_CHECKING:
    from good_on_paper.catalogue import Item
    from good_on_paper.record import Record

WENT_WELL: Final = keys.WENT_WELL
NOT_REPEAT: Final = keys.WOULD_NOT_REPEAT
IN_A_LINE: Final = keys.IN_A_LINE
LONGEST: Final = 500


class TwoJobs(Form):
    """Name one job that went well and one that one would not repeat; say a line on each.

    Parameters
    ----------
    record : Record
        Where the answers go.
    catalogue : Catalogue
        What can be asked.
    """

    name: ClassVar[str] = "two_jobs"
    _esm = module("two_jobs", uses=("field",))
    _css = style("two_jobs", uses=("field",))

    def page_state(self) -> Message:
        """Return the jobs, which two were named, and the line on each."""
        roles = role_rows(self._record, quiet=True)
        item = self._catalogue.item(IN_A_LINE)
        return {
            "roles": roles,
            "hurt": self._catalogue.item(HURT).label,
            "line": {"key": item.key, "kind": item.kind, "hint": "", "revision": item.revision},
            "cells": [
                *self.cell_rows([self._record.person.id], [WENT_WELL, NOT_REPEAT]),
                *self.cell_rows([role["unit"] for role in roles], [IN_A_LINE, HURT]),
            ],
        }

    def item_for(self, unit: str, key: str) -> Item | None:
        """Return the fact behind a job's line, None for which job was named."""
        if unit == self._record.person.id and key in {WENT_WELL, NOT_REPEAT}:
            return None
        if unit != self._record.person.id and key in {IN_A_LINE, HURT}:
            return self._catalogue.item(key)
        raise Refusal(f"{key!r} is not asked in this form; run its cell again.")

    def understood(self, item: Item | None, value: object) -> object:
        """Return a line as typed, or the id of a job on the list."""
        if item is not None:
            return checked_text(item, value, LONGEST)
        if all(role.id != value for role in self._record.units("role")):
            raise Refusal("This job is no longer on the list; choose another.")
        return value


def two_jobs(record: Record) -> list[str]:
    """Return the ids of the job that went well and the one not to be repeated, if they can be asked about."""
    listed = {role.id for role in asked_roles(Snapshot(record))}
    said = record.current(items=(WENT_WELL, NOT_REPEAT), units=(record.person,))
    named = (said.get((record.person.id, key)) for key in (WENT_WELL, NOT_REPEAT))
    return list(dict.fromkeys(one.value for one in named if one is not None and one.value in listed))
