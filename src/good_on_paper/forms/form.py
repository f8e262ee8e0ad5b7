"""What all forms share: the kernel's half of the channel."""

from __future__ import annotations

import hashlib
import secrets
from collections import OrderedDict
from functools import cached_property
from threading import RLock
from typing import TYPE_CHECKING, Any, ClassVar, Final

import anywidget

from good_on_paper.catalogue import CatalogueError
from good_on_paper.forms.message import Message as Message  # noqa: PLC0414 - forms take them from here
from good_on_paper.forms.message import Refusal as Refusal  # noqa: PLC0414
from good_on_paper.forms.message import checked
from good_on_paper.record import Answer, Conflict, NotSaved, RecordError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from good_on_paper.catalogue import Catalogue, Item
    from good_on_paper.record import Record, Sitting

REPLIES_KEPT: Final = 512
"""How many replies are kept, so that a repeated undo is not done twice; the record guards answers."""

MOST_BUTTONS: Final = 11
"""Most steps of a scale with one button per step; a longer scale has a field for a number."""

UNEXPECTED: Final = "the kit could not store it"
UNSHOWN: Final = "What you gave is saved, but this form cannot show what comes of it. Run its cell again"
"""Both shown without the error's own words, which may contain what the person typed."""

_LOOKS: Final = frozenset({"ready", "refresh"})
"""Messages that store nothing: the page asks for what it shows."""


class Form(anywidget.AnyWidget):
    """A form on one record. It acknowledges answers only after the record has committed them.

    The widget's state never holds anything personal: the page asks for it and gets it as a message.

    Parameters
    ----------
    record : Record
        Where answers go.
    catalogue : Catalogue
        What can be asked.
    """

    name: ClassVar[str]
    """Name of the form's sittings, and of its channel in the browser."""
    variant: str = ""
    """Two forms of one name that show different things are different variants, each with its own channel."""
    unseen: ClassVar[str | None] = None
    """The form neither shows nor counts answers from sittings of this name."""

    def __init__(self, record: Record, catalogue: Catalogue) -> None:
        super().__init__()
        self._record = record
        self._catalogue = catalogue
        self._replies: OrderedDict[str, list[Message]] = OrderedDict()
        self._turn = RLock()
        self._steps = [0, 0]
        self.on_msg(self._on_page_message)

    # -- what a form adds

    def page_state(self) -> Message:
        """Return what the page shows: at least ``cells`` as `cell_rows` returns them."""
        raise NotImplementedError

    def item_for(self, unit: str, key: str) -> Item | None:
        """Return the catalogue item behind a cell of this form; None for a key of the record's own.

        Raises
        ------
        Refusal
            If the form has no such cell.
        """
        raise NotImplementedError

    def understood(self, item: Item | None, value: object) -> object:
        """Return the value as it is stored.

        Raises
        ------
        Refusal
            If it cannot be stored; the person reads the message.
        """
        return value if item is None else checked_rating(item, value)

    def before_answer(self) -> None:
        """Write what must be in the record before the answers of this sitting."""

    def write(self, unit: str, key: str, value: object, **given: Any) -> Answer:  # noqa: ANN401
        """Write an answer; `given` is the rest of what `good_on_paper.record.Record.answer` takes."""
        return self._record.answer(unit, key, value, sitting=self.sitting, **given)

    def take_step(self, *, redo: bool) -> Answer | None:
        """Undo the newest answer of this sitting, or redo what was undone last."""
        return (self._record.redo if redo else self._record.undo)(self.sitting, unseen=self.unseen)

    def changes_page(self, key: str) -> bool:
        """Return whether an answer to this item changes more of the page than its own cell."""
        del key
        return False

    def own_message(self, message: Message) -> list[Message] | None:
        """Reply to a message that only this form knows; return None for an unknown one."""
        del message
        return None

    def shown(self, answer: Answer) -> Message:
        """Return what the page shows beside or instead of a value."""
        del answer
        return {}

    # -- the channel

    @cached_property
    def sitting(self) -> Sitting:
        """The sitting of this form; it begins with the first answer, as showing a page writes nothing."""
        return self._record.sitting(self.name, seed=self.seed)

    @cached_property
    def seed(self) -> int:
        """The seed for anything random on this page; it is kept with the sitting."""
        return secrets.randbits(31)

    def refresh(self) -> None:
        """Show the current record, after it was changed elsewhere."""
        for reply in self.handle({"type": "refresh"}):
            self.send(reply)

    def handle(self, message: object) -> list[Message]:
        """Do what the page asks and return the replies.

        Parameters
        ----------
        message : object
            A dict as the page sends it: ``type`` and, for everything that writes, ``n`` and ``token``.

        Returns
        -------
        list of dict
            ``ack`` after the commit; ``refused`` if the answer is not valid or there is a newer one;
            ``failed`` if it could not be stored; ``state`` if the whole page changes.
        """
        try:
            message = checked(message)
        except (Refusal, RecordError) as error:
            tag = {name: message.get(name) for name in ("n", "token")} if isinstance(message, dict) else {}
            return [{"type": "refused", **tag, "message": str(error), "current": None}]
        tag = {"n": message.get("n"), "token": message.get("token")}
        with self._turn:
            if sent := self._replies.get(str(tag["token"])):
                return sent
            try:
                replies = self._dispatch(message)
            except Conflict as conflict:
                current = conflict.current and self.cell(conflict.current)
                replies = [{"type": "refused", **tag, "message": str(conflict), "current": current}]
            except NotSaved as error:
                return [{"type": "failed", **tag, "message": str(error)}]
            except (Refusal, RecordError, CatalogueError) as error:  # sending it again would not help
                replies = [{"type": "refused", **tag, "message": str(error)}]
            except Exception as error:  # noqa: BLE001 - a silent callback is a lost answer
                said = UNSHOWN if message.get("type") in _LOOKS else UNEXPECTED
                return [{"type": "failed", **tag, "message": f"{said} ({type(error).__name__})"}]
            self._remember(tag["token"], replies)
            return replies

    def _on_page_message(self, _widget: object, content: object, _buffers: object) -> None:
        for reply in self.handle(content):
            self.send(reply)

    def _dispatch(self, message: Message) -> list[Message]:
        kind = message.get("type")
        if kind in _LOOKS:
            return [self._state()]
        if kind == "answer":
            return self._answer(message)
        if kind in {"undo", "redo"}:
            return self._step(message, redo=kind == "redo")
        replies = self.own_message(message)
        if replies is None:
            raise Refusal(f"this form does not know the message {kind!r}; run its cell again.")
        return replies

    def _state(self) -> Message:
        newest = self._record.newest
        place = hashlib.sha256(str(self._record.path).encode()).hexdigest()[:16]
        channel = "/".join(filter(None, (place, self.name, self.variant)))
        state = {"type": "state", "key": channel, "upto": newest, "steps": self._steps[:]}
        return state | {"person": self._record.person.id} | self.page_state()

    def _answer(self, message: Message) -> list[Message]:
        unit, key, state = str(message["unit"]), str(message["item"]), message.get("state", "value")
        item = self.item_for(unit, key)
        value = self.understood(item, message.get("value")) if state == "value" else None
        self.before_answer()
        before = self._record.newest
        answer = self.write(
            unit,
            key,
            value,
            state=state,
            revision=1 if item is None else item.revision,
            memory=message.get("memory"),
            private=item is not None and item.private,
            position=message.get("position"),
            token=message.get("token"),
            unseen=self.unseen,
            **({"replaces": message["replaces"]} if "replaces" in message else {}),
        )
        self.wrote(answer, before)
        return [self.ack(message, answer), *([self._state()] if self.changes_page(key) else [])]

    def wrote(self, answer: Answer, before: int) -> None:
        """Count an answer as one that can be undone, if it is newer than the `before` newest."""
        if answer.seq > before and answer.sitting == self.sitting.id:
            self._steps = [self._steps[0] + 1, 0]

    def ack(self, message: Mapping[str, Any], answer: Answer | None, **more: object) -> Message:
        """Return the acknowledgement of a message whose answer is on the disk."""
        reply: Message = {"type": "ack", "n": message.get("n"), "token": message.get("token")}
        reply |= {"seq": answer and answer.seq, "steps": self._steps[:]}
        if answer is not None:
            reply["cell"] = self.cell(answer)
        return reply | more

    def _step(self, message: Message, *, redo: bool) -> list[Message]:
        answer = self.take_step(redo=redo)
        if answer is None:
            self._steps[redo] = 0
            status = f"There is nothing to {'redo' if redo else 'undo'} in this sitting."
            return [self.ack(message, None, said=status)]
        by = -1 if redo else 1
        self._steps = [max(0, self._steps[0] - by), max(0, self._steps[1] + by)]
        status = f"{'Done again' if redo else 'Taken back'}{self._called(answer.item)}."
        reply = self.ack(message, answer, said=status)
        del reply["cell"]
        return [reply, self._state()]

    def _called(self, item: str) -> str:
        """Return the name of what a step changed, for the end of a sentence; empty if it has none."""
        key, _, about = item.partition(":")
        if key == "question":
            return ": a question"
        known = next((one for one in (about, key) if one in self._catalogue), "")
        return f": {self._catalogue.item(known).worded().label}" if known else ""

    def _remember(self, token: str | None, replies: list[Message]) -> None:
        if token:
            self._replies[token] = replies
            while len(self._replies) > REPLIES_KEPT:
                self._replies.popitem(last=False)

    # -- answers as the page reads them

    def cell(self, answer: Answer) -> Message:
        """Return one answer as the page reads it."""
        given = {"state": answer.state, "value": answer.value, "memory": answer.memory}
        return {"seq": answer.seq} | given | self.shown(answer)

    def cell_rows(self, units: Iterable[str], keys: Iterable[str]) -> list[list[Any]]:
        """Return ``[unit, item, cell]`` for each answered cell of these units and items.

        An answer to an older revision of a line is not shown, as the line had another meaning.
        """
        wanted = list(keys)
        rows = self._record.current(items=wanted, units=list(units), unseen=self.unseen)
        return [
            [unit, key, self.cell(answer)]
            for (unit, key), answer in rows.items()
            if key not in self._catalogue or answer.revision == self._catalogue.item(key).revision
        ]


def has_buttons(item: Item) -> bool:
    """Return whether each step of the item's scale has its own button."""
    return item.scale.max - item.scale.min < MOST_BUTTONS


def checked_text(item: Item, value: object, longest: int) -> str:
    """Return a text as typed, or one of the item's options.

    Raises
    ------
    Refusal
        If it is not text, not one of the options, or longer than `longest` characters.
    """
    if not isinstance(value, str):
        raise Refusal(f"{item.label}: {type(value).__name__} is no text. Expected what was typed.")
    if item.options and value not in item.options:
        raise Refusal(f"{item.label}: expected one of {', '.join(item.options)}.")
    text = value.strip()
    if len(text) > longest:
        raise Refusal(f"{item.label}: {len(text):,} characters are too many. Expected at most {longest:,}.")
    return text


def checked_rating(item: Item, value: object) -> object:
    """Return a rating if it is on the item's scale; a scale with buttons takes only whole numbers.

    Raises
    ------
    Refusal
        If it is not on the scale.
    """
    low, high = item.scale.min, item.scale.max
    kinds = (int,) if has_buttons(item) else (int, float)
    if isinstance(value, bool) or not isinstance(value, kinds) or not low <= value <= high:
        expected = f"a {'whole ' if kinds == (int,) else ''}number from {low} to {high}"
        raise Refusal(f"{item.label}: {value!r} is not on the scale. Expected {expected}.")
    return value
