"""The kernel's half of a list that the person makes: add rows, remove them, put them in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from good_on_paper.forms.form import Form, Message
from good_on_paper.forms.ordering import order_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from good_on_paper.record import Unit


class ListForm(Form):
    """A form with a list of units; the page's half is `js/shared/own_list.js`."""

    row: ClassVar[str]
    """The name of a row in messages: "role" in ``add_role``."""
    noun: ClassVar[str]
    """The name of a row in a sentence."""

    def add(self, unit: str, message: Message) -> Unit:
        """Add a row under this id where the message says.

        Raises
        ------
        Refusal
            If there is no such place.
        """
        raise NotImplementedError

    def siblings(self, unit: str) -> Sequence[Unit]:
        """Return all rows of the list that contains a row, in order.

        Raises
        ------
        Refusal
            If no list of this form has it.
        """
        raise NotImplementedError

    def own_message(self, message: Message) -> list[Message] | None:
        """Add a row, remove one, or move one."""
        step, _, row = str(message.get("type")).partition("_")
        if row != self.row or step not in {"add", "remove", "move"}:
            return None
        unit, before = str(message["unit"]), self._record.newest
        if step == "add":
            added = self.add(unit, message)
            self.wrote(self._record.history(added, "listed")[-1], before)
            return [self.ack(message, None), self._state()]
        rows = self.siblings(unit)
        if step == "remove":
            self.wrote(self._record.remove_unit(unit, sitting=self.sitting), before)
            return [self.ack(message, None, said="Removed. Undo brings it back."), self._state()]
        order = order_at(rows, unit, int(message["to"]), self.noun)
        if order is not None:
            self.wrote(self._record.answer(unit, "order", order, sitting=self.sitting), before)
        return [self.ack(message, None, said=f"Moved to place {int(message['to']) + 1}."), self._state()]
