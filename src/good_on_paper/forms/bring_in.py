"""A file or pasted lines into the record: look first, then bring in or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from good_on_paper.catalogue import load
from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal
from good_on_paper.intake import IntakeError, bring_back, bring_in, read, read_text, take_back

if TYPE_CHECKING:
    from pathlib import Path

    from good_on_paper.catalogue import Catalogue, Item
    from good_on_paper.intake import Preview, TakenBack
    from good_on_paper.intake.preview import RoleFound
    from good_on_paper.record import Record

LARGEST: Final = 8_000_000
"""Bytes one message may carry: the notebook server closes a connection that sends 10 MB at once."""


class BringIn(Form):
    """Bring in a JSON Resume, a table, or jobs pasted one a line; nothing is written unseen.

    Parameters
    ----------
    record : Record
        Where roles and ratings go.
    catalogue : Catalogue
        What can be asked.
    overlay : Path
        The person's own catalogue file; lines that only the file has are added to it.
    """

    name: ClassVar[str] = "bring_in"
    _esm = module("bring_in.js", "bring_in_form.js")
    _css = style("bring_in.css")

    def __init__(self, record: Record, catalogue: Catalogue, overlay: Path) -> None:
        super().__init__(record, catalogue)
        self._overlay = overlay
        self._look: tuple[str, Preview] | None = None
        self._receipt: list[str] | None = None
        self._standing: list[str] = []
        self._undone: list[TakenBack] = []

    def page_state(self) -> Message:
        """Return where the person is: a file looked at, a receipt, or nothing yet."""
        look = None if self._look is None else shown_preview(*self._look)
        return {"cells": [], "look": look, "receipt": self._receipt, "largest": LARGEST}

    def item_for(self, unit: str, key: str) -> Item | None:
        """Refuse: this form has no cells."""
        del unit, key
        raise Refusal("this form takes files, no single answers; run its cell again.")

    def own_message(self, message: Message) -> list[Message] | None:
        """Look at a file, bring it in, or put it away."""
        kind = message.get("type")
        try:
            if kind == "look":
                return [self._looked(message)]
            if kind == "bring_in":
                return [self._brought_in(message)]
        except IntakeError as error:
            raise Refusal(str(error)) from error
        if kind == "put_away":
            self._look = self._receipt = None
            return [self.ack(message, None)]
        return None

    def _on_page_message(self, _widget: object, content: object, buffers: object) -> None:
        if isinstance(content, dict) and isinstance(buffers, list) and buffers:
            content = content | {"data": bytes(buffers[0])}
        super()._on_page_message(_widget, content, buffers)

    def _looked(self, message: Message) -> Message:
        self._look = self._receipt = None
        if "text" in message:
            preview = read_text(str(message["text"]), load(self._overlay))
        else:
            preview = read(bytes(message.get("data", b"")), str(message["file"]), load(self._overlay))
        self._look = str(message["token"]), preview
        return {"type": "looked", "n": message.get("n"), "token": message["token"]} | {
            "look": shown_preview(*self._look)
        }

    def _brought_in(self, message: Message) -> Message:
        if self._look is None or self._look[0] != message["look"]:
            raise Refusal("the file is no longer at hand; choose it again. Nothing was brought in.")
        preview = self._look[1].choose([str(place) for place in message["places"]])
        receipt = bring_in(preview, self._record, self._overlay)
        self._look, self._receipt = None, receipt.sentences()
        if receipt.sitting:
            self._standing.append(receipt.sitting)
            self._undone.clear()
            self._count()
        return self.ack(message, None, said=self._receipt[0], receipt=self._receipt)

    # -- taking back: a whole import at a time

    def _step(self, message: Message, *, redo: bool) -> list[Message]:
        if not (self._undone if redo else self._standing):
            return super()._step(message, redo=redo)
        try:
            self._receipt = self._done_again() if redo else self._taken_back()
        except IntakeError as error:
            raise Refusal(str(error)) from error
        self._count()
        return [self.ack(message, None, said=self._receipt[0]), self._state()]

    def _taken_back(self) -> list[str]:
        taken = take_back(self._record, self._overlay, self._standing[-1])
        self._standing.pop()
        self._undone.append(taken)
        return taken.sentences()

    def _done_again(self) -> list[str]:
        bring_back(self._record, self._overlay, self._undone[-1])
        self._standing.append(self._undone.pop().sitting)
        return ["Brought in again."]

    def _count(self) -> None:
        self._steps = [len(self._standing), len(self._undone)]


def shown_preview(token: str, preview: Preview) -> dict[str, Any]:
    """Return a preview as the page reads it."""
    outcome = preview.outcome
    labels = {line.item.key: line.item.label for line in preview.lines}
    places = {role.where for role in preview.roles}
    return {
        "token": token,
        "file": preview.file,
        "roles": [_shown_role(role, preview) for role in preview.roles],
        "lines": [
            {"where": line.where, "label": line.item.label, "why": line.why, "taken": line.taken}
            for line in preview.lines
        ],
        "received": [
            {
                "where": part.where,
                "label": part.label,
                "more": f"{len(part.entries)}, kept private",
                "taken": part.taken,
            }
            for part in preview.received
        ],
        "recognised": [{"where": part.where, "label": part.label} for part in preview.recognised],
        "skipped": [str(part) for part in preview.skipped if part.where not in places],
        "notes": [note for note in preview.notes if note.partition(": ")[0] not in places],
        "outcome": outcome and labels.get(outcome, outcome),
    }


def _shown_role(role: RoleFound, preview: Preview) -> dict[str, Any]:
    """Return a role as the page reads it: what was understood of its line, what was assumed, and what not."""
    place = role.facts.get("place", "")
    assumed = [
        text for where, _, text in (note.partition(": ") for note in preview.notes) if where == role.where
    ]
    left = [
        f"{part.what} is not taken: {part.why}" if part.what else part.why
        for part in preview.skipped
        if part.where == role.where
    ]
    return {
        "where": role.where,
        "name": role.name,
        "more": [f"in {place}" if place else "", role.span or "no years", role.by_the_minute],
        "doubts": [*assumed, *left],
        "taken": role.taken,
    }
