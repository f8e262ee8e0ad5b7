"""The paper one takes along: which parts stand on it, how large it is, printed or saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from good_on_paper.brief.blocks import PAPERS
from good_on_paper.brief.compose import LIVE_WITH, ON_REQUEST, PARTS, compose
from good_on_paper.brief.errors import BriefError
from good_on_paper.brief.save import WRITERS
from good_on_paper.brief.to_html import to_html
from good_on_paper.brief.to_pdf import can_pdf
from good_on_paper.export.desktop import open_file
from good_on_paper.export.saving import save_new
from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal

if TYPE_CHECKING:
    from pathlib import Path

    from good_on_paper.brief.blocks import Leaf
    from good_on_paper.catalogue import Item
    from good_on_paper.study.person import Person

LONGEST: Final = 60
"""Characters of who else it is for."""
SIZES: Final = {
    "A4": ("A4", "One page, for your eyes only. What you marked private is left out."),
    "Letter": ("Letter", "One page, for your eyes only. What you marked private is left out."),
    "card": (
        "Pocket card",
        "The questions and nothing about you; on the back, three blanks for the way home.",
    ),
}
_KINDS: Final = {
    "pdf": "Save as PDF",
    "docx": "Save for Word",
    "md": "Save as Markdown",
    "html": "Save as a page",
}


class TakeAlong(Form):
    """Print or save what one takes along to the interview that is meant.

    Nothing is answered here, and which parts are left out is said anew each time: so what one can live with
    is never on a paper because it once was.

    Parameters
    ----------
    person : Person
        Whose paper it is.
    """

    name: ClassVar[str] = "take_along"
    _esm = module("take_along", uses=("printing",))
    _css = style("take_along", uses=("choice", "field", "printing"))

    def __init__(self, person: Person) -> None:
        self._person = person
        self._saved: dict[str, Path] = {}
        super().__init__(person.record, person.catalogue)

    def page_state(self) -> Message:
        """Return what can be chosen; nothing of what was said."""
        return {
            "sizes": [[size, *SIZES[size]] for size in PAPERS],
            "parts": [*PARTS.items()],
            "more": [*ON_REQUEST.items()],
            "kinds": [[kind, text] for kind, text in _KINDS.items() if kind != "pdf" or can_pdf()],
            "cells": [],
        }

    def item_for(self, unit: str, key: str) -> Item | None:
        """Refuse: nothing is answered here."""
        del unit, key
        raise Refusal("nothing is answered here; run the cell again.")

    def own_message(self, message: Message) -> list[Message] | None:
        """Give the page to print, write the paper to a file, or open that."""
        kind, ending = message.get("type"), str(message.get("format"))
        if kind == "open":
            if (file := self._saved.get(str(message.get("file")))) is None:
                raise Refusal("this page has saved no such file; save it again.")
            open_file(file, in_folder=bool(message.get("folder")))
            return [self.ack(message, None, said="")]
        if kind not in {"print", "save"}:
            return None
        if kind == "save" and ending not in WRITERS:
            raise Refusal(f"{ending!r} cannot be written; expected one of {', '.join(WRITERS)}.")
        try:
            leaf = self._leaf(message)
            if kind == "print":
                return [self.ack(message, None, said="Ready to print.", html=to_html(leaf).decode())]
            data = WRITERS[ending](leaf)
        except BriefError as error:
            return [self.ack(message, None, said=str(error), told=str(error))]
        name = f"{'Card' if leaf.paper == 'card' else 'Brief'} for {leaf.title}"
        path = save_new(self._person.exports, name, ending, data)
        self._saved[str(path)] = path
        return [self.ack(message, None, said=f"Saved: {path}", path=str(path))]

    def _leaf(self, message: Message) -> Leaf:
        wanted = message.get("parts")
        parts = [str(part) for part in wanted] if isinstance(wanted, list) else []
        shown = [part for part in parts if part != LIVE_WITH]
        size: Any = message.get("size")
        reader = str(message.get("reader") or "")[:LONGEST]
        return compose(self._person, paper=size, parts=shown, live_with=LIVE_WITH in parts, reader=reader)
