"""A job search on paper, for a job centre: which months, which parts, which paper; printed or saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from good_on_paper.brief.search_proof import PAPERS, PARTS, months_of, proof_as_html, search_steps
from good_on_paper.charts.chart import write_whole
from good_on_paper.export.desktop import open_file
from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal
from good_on_paper.record.exported import note_exported

if TYPE_CHECKING:
    from pathlib import Path

    from good_on_paper.brief.search_proof import SearchStep
    from good_on_paper.catalogue import Item
    from good_on_paper.study.person import Person


class SearchProof(Form):
    """Print the steps of a search, one month per page: dates, employers, stages, and chosen parts.

    It leaves out interviews in which something hurt, and everything private.

    Parameters
    ----------
    person : Person
        Whose search it is.
    """

    name: ClassVar[str] = "search_proof"
    _esm = module("search_proof", uses=("printing",))
    _css = style("search_proof", uses=("printing",))

    def __init__(self, person: Person) -> None:
        self._person = person
        self._saved: dict[str, Path] = {}
        super().__init__(person.record, person.catalogue)

    def _done(self) -> list[SearchStep]:
        today = self._person.today
        every = search_steps(self._person.processes(), self._person.interviews())
        return [step for step in every if step.day <= today]

    def page_state(self) -> Message:
        """Return the months with steps, and the parts to choose from."""
        steps = self._done()
        return {
            "months": list(months_of(steps).items()),
            "parts": list(PARTS.items()),
            "papers": [["a4", "A4"], ["letter", "US Letter"]],
            "cells": [],
        }

    def item_for(self, unit: str, key: str) -> Item | None:
        """Refuse: this form has no cells."""
        del unit, key
        raise Refusal("this form takes no answers; run its cell again.")

    def own_message(self, message: Message) -> list[Message] | None:
        """Return the page to print, write it to a file, or open that file."""
        kind = message.get("type")
        if kind == "sheet":
            return [self.ack(message, None, said="Ready to print.", html=self._html(message))]
        if kind == "save":
            path = self._save(self._html(message))
            return [self.ack(message, None, said=f"Saved: {path}", path=str(path))]
        if kind == "open":
            self._open(message)
            return [self.ack(message, None)]
        return None

    def _html(self, message: Message) -> str:
        steps, chosen = self._done(), list(message["places"])
        months = [month for month in months_of(steps) if month in chosen]
        if not months:
            raise Refusal("choose a month first; there is nothing to print yet.")
        if message["format"] not in PAPERS:
            raise Refusal(f"{message['format']!r} is no paper; expected one of {', '.join(PAPERS)}.")
        parts = [part for part in PARTS if part in chosen]
        return proof_as_html(steps, months=months, parts=parts, paper=str(message["format"]))

    def _save(self, html: str) -> Path:
        """Write a new file, readable only by its owner; older files stay."""
        folder = self._person.exports
        stem = f"job search {self._person.today}"
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            names = (f"{stem}{f' {again}' if again > 1 else ''}.html" for again in range(1, 1000))
            path = next(folder / name for name in names if not (folder / name).exists())
            write_whole(path, html.encode())
        except OSError as error:
            raise Refusal(f"{folder}: nothing could be written there ({error.strerror}).") from error
        note_exported(path)
        self._saved[str(path)] = path
        return path

    def _open(self, message: Message) -> None:
        path = self._saved.get(str(message["file"]))
        if path is None:  # a page opens only what it saved
            raise Refusal("this page has saved no such file; save it again.")
        open_file(path, in_folder=bool(message.get("folder")))
