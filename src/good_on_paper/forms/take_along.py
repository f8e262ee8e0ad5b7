"""The paper to take along: its parts, its size, printed or saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from good_on_paper.brief.blocks import PAPERS
from good_on_paper.brief.compose import JUST_QUESTIONS, ON_REQUEST, PARTS, QUESTIONS, compose
from good_on_paper.brief.employers_named import cautions
from good_on_paper.brief.save import WRITERS
from good_on_paper.brief.to_html import to_html
from good_on_paper.brief.to_pdf import can_pdf
from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal
from good_on_paper.forms.leaf_out import LeafOut
from good_on_paper.forms.on_paper import keep_in_mind

if TYPE_CHECKING:
    from good_on_paper.brief.blocks import Leaf
    from good_on_paper.catalogue import Item
    from good_on_paper.study.person import Person

LONGEST: Final = 60
"""Most characters for the other reader."""
SIZES: Final = {"A4": "A4", "Letter": "Letter", "card": "Pocket card"}
WHATS: Final = {
    "all": ("The whole page", "For your eyes only. What you marked private is left out."),
    QUESTIONS: ("Just the questions", "Nothing about you, and more room for notes."),
}
_OF_A_CARD: Final = "The questions and nothing about you; on the back, three blanks for the way home."
_KINDS: Final = {
    "pdf": "Save as PDF",
    "docx": "Save for Word",
    "md": "Save as Markdown",
    "html": "Save as a page",
}


class TakeAlong(Form):
    """Print or save the paper to take to the chosen interview.

    This form takes no answers, and the parts are chosen anew each time. So what one can live with is never on
    a paper just because it once was.

    Parameters
    ----------
    person : Person
        Whose paper it is.
    """

    name: ClassVar[str] = "take_along"
    _esm = module("radios", "take_along", uses=("printing",))
    _css = style("take_along", uses=("choice", "field", "printing"))

    def __init__(self, person: Person) -> None:
        self._person = person
        self._out = LeafOut(self, person.exports, WRITERS, to_html)
        super().__init__(person.record, person.catalogue)

    def page_state(self) -> Message:
        """Return what can be chosen, and which parts name whom the person worked for."""
        return {
            "whats": [[what, *words] for what, words in WHATS.items()],
            "sizes": [[size, SIZES[size]] for size in PAPERS],
            "card": _OF_A_CARD,
            "parts": [*PARTS.items()],
            "more": [*ON_REQUEST.items()],
            "named": cautions(self._person),
            "kinds": [[kind, text] for kind, text in _KINDS.items() if kind != "pdf" or can_pdf()],
            "cells": [],
        }

    def item_for(self, unit: str, key: str) -> Item | None:
        """Refuse: this form takes no answers."""
        del unit, key
        raise Refusal("nothing is answered here; run the cell again.")

    def own_message(self, message: Message) -> list[Message] | None:
        """Return the page to print, write the paper to a file, or open that file."""
        return self._out.reply(
            message,
            lambda: self._leaf(message),
            lambda leaf: self._named(message, leaf),
            lambda leaf: keep_in_mind(self._person, leaf),
        )

    def _leaf(self, message: Message) -> Leaf:
        wanted = message.get("parts")
        parts = [str(part) for part in wanted] if isinstance(wanted, list) else []
        size: Any = message.get("size")
        if message.get("what") == QUESTIONS:
            return compose(self._person, paper=size, parts=JUST_QUESTIONS, why=False)
        reader = str(message.get("reader") or "")[:LONGEST]
        return compose(self._person, paper=size, parts=parts, reader=reader)

    def _named(self, message: Message, leaf: Leaf) -> str:
        kind = "Questions" if message.get("what") == QUESTIONS else "Brief"
        return f"{'Card' if leaf.paper == 'card' else kind} for {leaf.title}"
