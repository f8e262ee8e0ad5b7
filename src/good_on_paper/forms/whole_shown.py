"""The whole picture on its page: words first, then counts, then its parts."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar, Final, Protocol

from good_on_paper.brief.to_pdf import can_pdf
from good_on_paper.brief.whole_file import WHOLE_PAPERS, WHOLE_WRITERS, WholeSheet, whole_page
from good_on_paper.charts.whole_figure import TITLE
from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal
from good_on_paper.forms.leaf_out import LeafOut
from good_on_paper.study.search import Pending, waiting

if TYPE_CHECKING:
    from good_on_paper.catalogue import Item
    from good_on_paper.charts.names import Naming
    from good_on_paper.charts.whole_picture import WholePart, WholePicture
    from good_on_paper.study.person import Person


_KINDS: Final = {"pdf": "Save as PDF", "png": "Save as a picture"}


class Compose(Protocol):
    """A function that composes the whole picture, with or without what is private."""

    def __call__(self, names: Naming, *, private: bool) -> WholePicture:
        """Return the picture, with "names" or with "letters" for the jobs."""


class WholeShown(Form):
    """Show the whole picture: each part with its reason, a link to its page, and what it still needs.

    The page shows what is private; saved and printed copies leave it out, unless the person ticks it.

    Parameters
    ----------
    person : Person
        Whose picture it is.
    make : callable
        Composes the picture.
    begin : str
        The notebook to begin with, if there is nothing yet.
    """

    name: ClassVar[str] = "whole_picture"
    _esm = module("radios", "whole_shown", uses=("links", "choice", "printing"))
    _css = style("whole_shown", uses=("choice", "printing"))

    def __init__(self, person: Person, make: Compose, *, begin: str) -> None:
        self._out = LeafOut(self, person.exports, WHOLE_WRITERS, whole_page)
        super().__init__(person.record, person.catalogue)
        self._make, self._begin = make, begin
        self._names: Naming = "names"
        self._whole: WholePicture | None = None

    def page_state(self) -> Message:
        """Return the content of the page; empty while a search that it needs is running."""
        self._whole = None
        with suppress(Pending):
            self._whole = self._make(self._names, private=True)
        whole = self._whole
        if whole is None:
            return {"waiting": True, "cells": []}
        there = [part for part in whole.parts if part.is_there]
        return {
            "begin": self._begin if whole.is_empty else "",
            "day": f"{whole.day.day} {whole.day:%B %Y}",
            "names": self._names,
            "proud": [[row.text, row.label, row.private] for row in whole.proud],
            "counts": [[number, words] for number, words in whole.counts],
            "adding": whole.adding and vars(whole.adding),
            "parts": [_part(part) for part in there],
            "lacking": [
                [part.title, part.page, part.needs]
                for part in whole.parts
                if part.needs and not part.is_there
            ],
            "sizes": [[size, size] for size in WHOLE_PAPERS],
            "kinds": [[kind, text] for kind, text in _KINDS.items() if kind != "pdf" or can_pdf()],
            "cells": [],
        }

    def item_for(self, unit: str, key: str) -> Item | None:
        """Refuse: this form takes no answers."""
        del unit, key
        raise Refusal("nothing is answered here; run the cell again.")

    def own_message(self, message: Message) -> list[Message] | None:
        """Draw the chart of a part, or rename the jobs; print the picture, save it, or open the file."""
        kind = message.get("type")
        if kind == "draw":
            return self._drawn(message)
        if kind == "call":
            self._names = "letters" if message.get("names") == "letters" else "names"
            return [self._state()]
        return self._out.reply(message, lambda: self._sheet(message), lambda sheet: f"{TITLE} {sheet.paper}")

    def _sheet(self, message: Message) -> WholeSheet:
        size: Any = message.get("size")
        return WholeSheet(self._make(self._names, private=message.get("private") is True), size)

    def _drawn(self, message: Message) -> list[Message]:
        parts = {} if self._whole is None else {part.key: part for part in self._whole.parts}
        part, theme = parts.get(str(message.get("part"))), message.get("theme")
        if part is None or part.chart is None:
            raise Refusal("there is no such chart here now; run the cell again.")
        chart = part.chart.narrow() if part.chart.narrow else part.chart
        svg = chart.svg("dark" if theme == "dark" else "light", bare=True)
        return [{"type": "drawn", "part": part.key, "theme": theme, "svg": svg, "alt": chart.alt}]

    def _on_page_message(self, widget: object, content: object, buffers: object) -> None:
        with waiting(self.refresh_waiting):
            super()._on_page_message(widget, content, buffers)

    def refresh_waiting(self) -> None:
        """Show the page again, now that the search it waited for is done."""
        with waiting(self.refresh_waiting):
            self.refresh()


def _part(part: WholePart) -> Message:
    return {
        "key": part.key,
        "title": part.title,
        "page": part.page,
        "finding": part.finding,
        "rows": [[row.label, row.text] for row in part.rows],
        "chart": part.chart is not None,
        "fold": part.fold,
        "because": part.because,
        "needs": part.needs,
        "private": part.private,
    }
