"""Six lines for the two jobs just named, side by side; asked again later without showing these values."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from good_on_paper.catalogue import load
from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal
from good_on_paper.forms.lines import DEFAULT_LINES, in_random_order, line_row, role_rows
from good_on_paper.forms.needs import draw_lines, drawn_lines
from good_on_paper.forms.two_jobs import two_jobs
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.record import FIRST_SIGHT
from good_on_paper.study.declared import guesses

if TYPE_CHECKING:
    from pathlib import Path

    from good_on_paper.catalogue import Catalogue, Item
    from good_on_paper.record import Record


class FirstSight(Form):
    """Rate the two named jobs on the lines picked and drawn, or on the first six core lines.

    These ratings feed the questions. They do not count in frames and patterns: rated as the best and the
    worst, the two jobs would show whatever one is looking for.

    Parameters
    ----------
    record : Record
        Where the ratings go.
    catalogue : Catalogue
        What can be asked.
    overlay : Path
        The person's own catalogue file; it may have a new line since.
    """

    name: ClassVar[str] = FIRST_SIGHT
    _esm = module("first_sight", uses=("line_table", "line_table_keys"))
    _css = style("first_sight", uses=("line_table",))

    def __init__(self, record: Record, catalogue: Catalogue, overlay: Path) -> None:
        super().__init__(record, catalogue)
        self._overlay = overlay

    def page_state(self) -> Message:
        """Return the lines in the order first drawn, the two jobs, and the answers so far."""
        self._catalogue = load(self._overlay)
        named = two_jobs(self._record)
        rows = {row["unit"]: row for row in role_rows(self._record)}
        roles = [rows[unit] for unit in named]
        lines = in_random_order(first_lines(self._record, self._catalogue), self._seed())
        kit_drew = set(drawn_lines(self._record, self._catalogue))
        return {
            "lines": [
                line_row(line, place, roles) | {"drawn": line.key in kit_drew}
                for place, line in enumerate(lines, 1)
            ],
            "roles": roles,
            "cells": self.cell_rows(named, [line.key for line in lines]),
        }

    def _seed(self) -> int:
        """Return the seed of the first order, so that a reloaded page looks the same."""
        sittings = self._record.sittings(self.name)
        return sittings[0].seed if sittings else self.seed

    def before_answer(self) -> None:
        """Keep the drawn lines, separate from what undo removes."""
        draw_lines(self._record, self._catalogue)

    def item_for(self, unit: str, key: str) -> Item | None:
        """Return the line behind a cell of one of the two jobs."""
        if unit in two_jobs(self._record):
            for item in first_lines(self._record, self._catalogue):
                if item.key == key:
                    return item
        raise Refusal(f"{key!r} is not one of the questions of this form; run its cell again.")


def first_lines(record: Record, catalogue: Catalogue) -> list[Item]:
    """Return the lines picked and drawn, or the first six core lines if none was picked."""
    keys = [*guesses(Snapshot(record)), *drawn_lines(record, catalogue)]
    picked = [catalogue.item(key) for key in dict.fromkeys(keys) if key in catalogue]
    return picked or list(catalogue.core[:DEFAULT_LINES])
