"""One job that went well and one not to be repeated: a sentence on each, and how good it looked before."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final, get_args

from good_on_paper.catalogue import keys
from good_on_paper.charts.paper_against_lived import paper_of_two
from good_on_paper.charts.style import ThemeName
from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal, checked_rating, checked_text
from good_on_paper.forms.lines import line_row, role_rows
from good_on_paper.frames import asked_roles, role_names
from good_on_paper.frames.quiet import HURT
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.study.person import Person
from good_on_paper.study.steadiness import within_noise

if TYPE_CHECKING:
    from good_on_paper.catalogue import Item
    from good_on_paper.record import Record

WENT_WELL: Final = keys.WENT_WELL
NOT_REPEAT: Final = keys.WOULD_NOT_REPEAT
_BOTH: Final = (WENT_WELL, NOT_REPEAT)
IN_A_LINE: Final = keys.IN_A_LINE
ON_PAPER: Final = keys.ON_PAPER
LONGEST: Final = 500


class TwoJobs(Form):
    """Name a job that went well and one not to be repeated; ask a sentence on each, and how it looked.

    How good each looked before is an answer about that job. No test uses it, so it is not asked again. Once
    both have an answer, the two are drawn.

    Parameters
    ----------
    record : Record
        Where the answers go.
    catalogue : Catalogue
        What can be asked.
    """

    name: ClassVar[str] = "two_jobs"
    _esm = module("two_jobs", uses=("field", "scale"))
    _css = style("two_jobs", uses=("line_table", "field", "choice", "scale"))

    def page_state(self) -> Message:
        """Return the jobs, which two were named, and the sentence on each."""
        roles = role_rows(self._record, quiet=True)
        item, paper = self._catalogue.item(IN_A_LINE), self._catalogue.item(ON_PAPER)
        return {
            "roles": roles,
            "paper": line_row(paper, 1, ()),
            "drawn": self._drawn(),
            "hurt": self._catalogue.item(HURT).label,
            "line": {"key": item.key, "kind": item.kind, "hint": "", "revision": item.revision, "rows": 1},
            "cells": [
                *self.cell_rows([self._record.person.id], [WENT_WELL, NOT_REPEAT]),
                *self.cell_rows([role["unit"] for role in roles], [IN_A_LINE, HURT, ON_PAPER]),
            ],
        }

    def item_for(self, unit: str, key: str) -> Item | None:
        """Return the fact behind a job's cell; None for which job was named."""
        if unit == self._record.person.id and key in {WENT_WELL, NOT_REPEAT}:
            return None
        if unit != self._record.person.id and key in {IN_A_LINE, HURT, ON_PAPER}:
            return self._catalogue.item(key)
        raise Refusal(f"{key!r} is not asked in this form; run its cell again.")

    def understood(self, item: Item | None, value: object) -> object:
        """Return a sentence as typed, a rating on its scale, or the id of a job on the list."""
        if item is not None and item.key == ON_PAPER:
            return checked_rating(item, value)
        if item is not None:
            return checked_text(item, value, LONGEST)
        if all(role.id != value for role in self._record.units("role")):
            raise Refusal("This job is no longer on the list; choose another.")
        return value

    def changes_page(self, key: str) -> bool:
        """Return whether the picture of the two changes: which they are, or how they looked."""
        return key in {WENT_WELL, NOT_REPEAT, ON_PAPER, HURT}

    def _drawn(self) -> Message | None:
        """Return the picture of how good the two looked, for page and phone, once both are rated."""
        named = two_jobs(self._record)
        item = self._catalogue.item(ON_PAPER)
        given = self._record.current(items=(ON_PAPER,), units=named)
        looked = {
            unit: float(answer.value)
            for (unit, _), answer in given.items()
            if answer.state == "value" and answer.revision == item.revision
        }
        if len(named) < len(_BOTH) or looked.keys() != set(named):
            return None
        names = role_names(Snapshot(self._record))
        well, again = (names[unit] for unit in named)
        scale = (item.scale.min, item.scale.max)
        paper = {names[unit]: rating for unit, rating in looked.items()}
        draw = partial(
            paper_of_two,
            paper,
            went_well=well,
            not_again=again,
            scale=scale,
            words=item,
            within=within_noise(Person(self._record)),
        )
        sheets = {"wide": draw(), "narrow": draw(wide=False)}
        pictures = {
            f"{size} {theme}": sheet.svg(theme, bare=True)
            for size, sheet in sheets.items()
            for theme in get_args(ThemeName)
        }
        sheet = sheets["wide"]
        return {
            "title": sheet.title,
            "alt": sheet.alt,
            "small": " ".join(sheet.small_print),
            "pictures": pictures,
        }


def two_jobs(record: Record) -> list[str]:
    """Return the ids of the job that went well and the one not to be repeated, unless they are quiet."""
    listed = {role.id for role in asked_roles(Snapshot(record))}
    current = record.current(items=(WENT_WELL, NOT_REPEAT), units=(record.person,))
    named = (current.get((record.person.id, key)) for key in (WENT_WELL, NOT_REPEAT))
    return list(dict.fromkeys(one.value for one in named if one is not None and one.value in listed))
