"""Earlier answers: the history of any answer, and a way back to an earlier one."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Any, ClassVar, Final

from good_on_paper.catalogue import keys
from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal
from good_on_paper.frames import quiet_roles
from good_on_paper.frames.achievements import HOW
from good_on_paper.frames.boredom import CAUSES, ENDED, RENEWED
from good_on_paper.frames.names import STAGES, role_names
from good_on_paper.frames.targets import ROUND, WHO
from good_on_paper.language.counts import count, number
from good_on_paper.language.day_names import in_full
from good_on_paper.record import FIRST_SIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from good_on_paper.catalogue import Item
    from good_on_paper.record import Answer
    from good_on_paper.record.answers import Cell
    from good_on_paper.study.person import Person

MOST: Final = 20
"""Most answers listed at once."""
LONGEST: Final = 160
"""Most characters shown of an answer."""
_NAMED: Final = ("role", "episode", "interview", "target", "achievement", "event", "story")
_HERE: Final = ("role", "episode", "achievement")
"""Kinds whose answers can be given again here; the others lock some day, or have a page of their own."""
_BLANK: Final = {
    "na": "does not apply",
    "cant_recall": "can’t remember",
    "skip": "skipped",
    "cleared": "nothing",
}
_CALLED: Final = {
    "meets": WHO,
    keys.TALK_ROUND: ROUND,
    keys.STAGE: STAGES,
    keys.DONE_HOW: HOW,
    keys.DULL_BECAUSE: CAUSES,
    keys.RENEWED_BY: RENEWED,
    keys.ENDED_HOW: ENDED,
}
"""What is chosen from a list, in the words of its page."""


class Changes(Form):
    """Find an answer, see its whole history, and give an earlier one again.

    Nothing is removed: giving an answer again adds a new one. Quiet roles are left out, and so are the
    first-sight answers about two jobs, which are asked again without showing them.

    Parameters
    ----------
    person : Person
        Whose answers these are.
    """

    name: ClassVar[str] = "changes"
    _esm = module("changes")
    _css = style("changes", uses=("field",))

    def __init__(self, person: Person) -> None:
        super().__init__(person.record, person.catalogue)
        self._person = person

    def page_state(self) -> Message:
        """Return an empty state: the page asks for its lists."""
        return {"cells": []}

    def item_for(self, unit: str, key: str) -> Item | None:
        """Return the item of an answer that can be given again here."""
        name = key.partition(":")[0]
        if unit not in self._units(_HERE) or name not in self._catalogue or name != key:
            raise Refusal("this answer is changed on its own page, not here.")
        return self._catalogue.item(key)

    def understood(self, item: Item | None, value: object) -> object:
        """Refuse: only earlier answers can be given again."""
        del item, value
        raise Refusal("here only what you said before can be given again.")

    def own_message(self, message: Message) -> list[Message] | None:
        """List answers, list the history of one cell, or give one of its answers again."""
        kind = message.get("type")
        if kind == "find":
            found = self._found(str(message.get("words") or ""))
            return [self.ack(message, None, said=f"{count(len(found), 'answer')} listed.", found=found)]
        if kind in {"history", "again"}:
            return self._in_one_place(message, again=kind == "again")
        return None

    def _in_one_place(self, message: Message, *, again: bool) -> list[Message]:
        unit, key = str(message.get("unit")), str(message.get("item"))
        if unit not in self._units(_NAMED) | {self._record.person.id: ""}:
            raise Refusal("this answer is no longer on a list; search again.")
        if again:
            self._give_again(unit, key, message)
        given = self._record.history(unit, key, unseen=FIRST_SIGHT)
        history = [self._entry(answer) for answer in _at_rest(given)]
        status = "Said again. Undo takes it away." if again else f"Said {count(len(history), 'time')}."
        return [self.ack(message, None, said=status, history=history[::-1], unit=unit, item=key)]

    def _give_again(self, unit: str, key: str, message: Message) -> None:
        item = self.item_for(unit, key)
        before = {answer.seq: answer for answer in self._record.history(unit, key, unseen=FIRST_SIGHT)}
        answer = before.get(int(message.get("seq") or 0))
        if answer is None or item is None or answer.revision != item.revision:
            raise Refusal("this was asked in other words then, so it cannot be given again.")
        newest = self._record.newest
        given = self.write(
            *(unit, key, answer.value),
            state=answer.state,
            revision=item.revision,
            token=message.get("token"),
            memory=answer.memory,
            private=answer.private,
        )
        self.wrote(given, newest)

    def _found(self, words: str) -> list[list[Any]]:
        """Return unit, item, place, label, current words, number of answers, and whether it can change here.

        Without search words, the changed answers, the latest first; with words, the answers that contain them
        all.
        """
        units, here = self._units(_NAMED) | {self._record.person.id: "You"}, self._units(_HERE)
        labels = {item.key: item.worded().label for item in self._catalogue.items(hidden=True)}
        by: dict[Cell, list[Answer]] = {}
        first = {sitting.id for sitting in self._record.sittings(FIRST_SIGHT)}
        for answer in self._person.given():
            if (
                answer.sitting not in first
                and answer.unit in units
                and answer.item.partition(":")[0] in labels
            ):
                by.setdefault((answer.unit, answer.item), []).append(answer)
        looked = words.casefold().split()
        rows = []
        for (unit, key), given in sorted(by.items(), key=lambda cell: -cell[1][-1].seq):
            history = _at_rest(given)
            name, _, about = key.partition(":")
            what = " ".join(filter(None, (labels[name], labels.get(about, ""))))
            where, stands = units[unit], self._entry(history[-1])[2]
            hay = f"{where} {what} {stands}".casefold()
            if all(word in hay for word in looked) if looked else len(history) > 1:
                rows.append([unit, key, where, what, stands, len(history), unit in here and not about])
            if len(rows) == MOST:
                break
        return rows

    def _units(self, kinds: tuple[str, ...]) -> dict[str, str]:
        """Return each unit of these kinds with its name, without quiet roles and what lies in them."""
        parents = {unit.id: unit.parent for unit in self._person.units()}
        quiet = quiet_roles(self._person)
        names: dict[str, str] = {}
        for kind in kinds:
            called = role_names(self._person, kind=kind) if self._person.units(kind) else {}
            names |= {unit: name for unit, name in called.items() if not quiet & {*_above(unit, parents)}}
        return names

    def _entry(self, answer: Answer) -> list[Any]:
        """Return the number, the day and the words of an answer."""
        day = in_full(answer.given)
        if answer.state != "value":
            return [answer.seq, day, _BLANK.get(answer.state, answer.state)]
        value = answer.value
        each, called = value if isinstance(value, list) else [value], _CALLED.get(answer.item, {})
        text = ", ".join(called.get(str(one)) or _words(one) for one in each)
        return [answer.seq, day, text[:LONGEST]]


def _at_rest(history: Sequence[Answer]) -> list[Answer]:
    """Return the answers to one question without the steps to a list: each tick is an answer of its own."""
    return [
        answer
        for answer, after in zip_longest(history, history[1:])
        if after is None
        or after.sitting != answer.sitting
        or not (isinstance(answer.value, list) and isinstance(after.value, list))
    ]


def _above(unit: str, parents: Mapping[str, str | None]) -> Iterator[str]:
    """Yield a unit, and every unit that contains it."""
    at: str | None = unit
    while at is not None:
        yield at
        at = parents.get(at)


def _words(value: object) -> str:
    if isinstance(value, float | int):
        return number(value)
    if isinstance(value, dict):
        return ", ".join(_words(one) for one in value.values())
    text = str(value)
    return text if " " in text else text.replace("_", " ")
