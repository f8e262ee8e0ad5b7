"""Shared by forms that take a file: nothing is written unseen, and an import is undone as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper.forms.form import Form, Message, Refusal
from good_on_paper.intake import IntakeError, bring_back, take_back

if TYPE_CHECKING:
    from pathlib import Path

    from good_on_paper.catalogue import Catalogue, Item
    from good_on_paper.intake import Receipt, TakenBack
    from good_on_paper.record import Record
    from good_on_paper.study.bring_log import LogReceipt

LARGEST: Final = 8_000_000
"""Most bytes of one message: the notebook server closes a connection that sends 10 MB at once."""


class FileForm(Form):
    """A form that takes files, and keeps their results until the page is closed.

    Parameters
    ----------
    record : Record
        Where the imported answers go.
    catalogue : Catalogue
        What can be asked.
    overlay : Path
        The person's own catalogue file; undoing an import removes the lines that only the import brought.
    """

    def __init__(self, record: Record, catalogue: Catalogue, overlay: Path) -> None:
        super().__init__(record, catalogue)
        self._overlay = overlay
        self._receipt: list[str] | None = None
        self._standing: list[str] = []
        self._undone: list[TakenBack] = []

    def item_for(self, unit: str, key: str) -> Item | None:
        """Refuse: this form has no cells."""
        del unit, key
        raise Refusal("this form takes files, no single answers; run its cell again.")

    def received(self, message: Message, receipt: Receipt | LogReceipt) -> Message:
        """Keep the result of an import, so that it can be undone, and return it for the page."""
        self._receipt = receipt.sentences()
        if receipt.sitting:
            self._standing.append(receipt.sitting)
            self._undone.clear()
            self._count()
        return self.ack(message, None, said=self._receipt[0], receipt=self._receipt)

    def _on_page_message(self, _widget: object, content: object, buffers: object) -> None:
        if isinstance(content, dict) and isinstance(buffers, list) and buffers:
            content = content | {"data": bytes(buffers[0])}
        super()._on_page_message(_widget, content, buffers)

    # -- undo and redo: a whole import at a time

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
