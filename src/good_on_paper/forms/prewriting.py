"""Writing before the writing: prompts to write to, one at a time; kept with their dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from good_on_paper.brief.blocks import Leaf, LeafBlock, LeafRow
from good_on_paper.brief.save import WRITERS
from good_on_paper.catalogue import keys
from good_on_paper.export.desktop import open_file
from good_on_paper.export.saving import save_new
from good_on_paper.forms.form import Message, Refusal
from good_on_paper.forms.story_sheets import (
    Asks,
    StorySheet,
    StorySheets,
    begun,
    sheets_module,
    sheets_style,
    since,
)
from good_on_paper.frames.stories import WRITING
from good_on_paper.language.day_names import in_full
from good_on_paper.record.stories import unit_for

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from good_on_paper.catalogue import Item
    from good_on_paper.frames.snapshot import Snapshot
    from good_on_paper.study.person import Person

PROMPTS: Final = {
    "circumstances": "What keeps coming back in your best and your worst experiences at work?",
    "success": "What do you mean when you say a job went well? Is it money? Praise? Something else?",
    "boredom": "When does work get dull for you, and what makes that bearable?",
    "minutes": "Think of one ordinary day. Where did the minutes go?",
    "weather": "What can you live with at work, and what can’t you?",
    "known": "Who do you want to be known as?",
    "just_left": "What is the person who just left all about?",
    "legacy": "What do you want to leave behind?",
    "inventory": "What would you gladly do again, exactly as it was?",
    "drive": "What do you want to find out in your next interview?",
}
"""The prompts, by the name under which the record keeps each text."""
_TITLE: Final = "What I wrote"
_KINDS: Final = ("md", "docx")


class Prewriting(StorySheets):
    """Write to a prompt; minutes, a done mark and how one felt are optional.

    Parameters
    ----------
    person : Person
        Who writes, and where the texts go.
    """

    name: ClassVar[str] = "prewriting"
    asks: ClassVar[Mapping[str, Asks]] = {
        WRITING: Asks(
            (keys.STORY_TEXT,),
            (keys.WRITING_STATE, keys.WRITING_DONE, keys.MINUTES_WRITTEN),
            "The state I write in, done, minutes",
        )
    }
    _esm = sheets_module("prewriting")
    _css = sheets_style()

    def __init__(self, person: Person) -> None:
        super().__init__(person)
        self._saved: dict[str, Path] = {}

    def sheets(self, now: Snapshot) -> list[StorySheet]:
        """Return one sheet per prompt: those begun and the next one shown, the others folded."""
        there, me = begun(now), now.unit.id
        units = {unit_for(me, f"{WRITING}:{name}"): name for name in PROMPTS}
        done = now.current(items=(keys.WRITING_DONE,), units=list(units))
        waiting = [unit for unit in units if unit not in there][:1]
        return [
            StorySheet(
                *(unit, me, WRITING, PROMPTS[name]),
                folded=unit not in there and unit not in waiting,
                about="done" if _is_done(done, unit) else "",
                facts={keys.STORY_KIND: WRITING},
                told=unit in there,
                since=since(there.get(unit)),
            )
            for unit, name in units.items()
        ]

    def field(self, key: str) -> dict[str, Any]:
        """Return a prompt as the page reads it; minutes are typed."""
        row = super().field(key)
        return row | {"kind": "text"} if key == keys.MINUTES_WRITTEN else row

    def understood(self, item: Item | None, value: object) -> object:
        """Return minutes as a number, anything else as `StorySheets` does."""
        if item is not None and item.key == keys.MINUTES_WRITTEN and isinstance(value, str):
            text = value.strip().removesuffix("min").strip()
            if not text.isdecimal() or int(text) > item.scale.max:
                raise Refusal(f"Minutes: {value!r} was not understood. Expected a number such as 10.")
            return int(text)
        return super().understood(item, value)

    def changes_page(self, key: str) -> bool:
        """Return whether the done mark was set or removed, among other things."""
        return super().changes_page(key) or key == keys.WRITING_DONE

    def more_state(self, now: Snapshot) -> Message:
        """Return whether there is a text to save, with the words and minutes so far."""
        texts = [text for _, _, text in self._written(now)]
        minutes = now.current(items=(keys.MINUTES_WRITTEN,), units=[sheet.unit for sheet in self.sheets(now)])
        spent = sum(answer.value for answer in minutes.values() if isinstance(answer.value, int))
        return {"written": bool(texts), "words": sum(len(text.split()) for text in texts), "minutes": spent}

    def _written(self, now: Snapshot) -> list[tuple[StorySheet, str, str]]:
        """Return each sheet that has a text, with its day and the text."""
        found = []
        for sheet in self.sheets(now):
            text = now.current(items=(keys.STORY_TEXT,), units=(sheet.unit,)).get(
                (sheet.unit, keys.STORY_TEXT)
            )
            if text is not None and text.state == "value":
                found.append((sheet, in_full(text.given), str(text.value)))
        return found

    def own_message(self, message: Message) -> list[Message] | None:
        """Write all texts to a file for the person, including private ones, or open that file."""
        kind = message.get("type")
        if kind == "open":
            if (file := self._saved.get(str(message.get("file")))) is None:
                raise Refusal("this page has saved no such file; save it again.")
            open_file(file, in_folder=bool(message.get("folder")))
            return [self.ack(message, None, said="")]
        if kind != "save":
            return super().own_message(message)
        ending, written = str(message.get("format")), self._written(self.now)
        if ending not in _KINDS:
            raise Refusal(f"{ending!r} cannot be written; expected one of {', '.join(_KINDS)}.")
        if not written:
            raise Refusal("Nothing is written yet.")
        path = save_new(self._person.exports, _TITLE, ending, WRITERS[ending](_leaf(written)))
        self._saved[str(path)] = path
        return [self.ack(message, None, said=f"Saved: {path}", path=str(path))]


def _is_done(done: Mapping[tuple[str, str], Any], unit: str) -> bool:
    answer = done.get((unit, keys.WRITING_DONE))
    return answer is not None and answer.value == "done"


def _leaf(written: list[tuple[StorySheet, str, str]]) -> Leaf:
    blocks = tuple(
        LeafBlock(
            part="writing",
            look="lines",
            place="main",
            title=sheet.name,
            under=day,
            rows=tuple(LeafRow(line) for line in filter(None, map(str.strip, text.splitlines()))),
        )
        for sheet, day, text in written
    )
    return Leaf("A4", _TITLE, blocks=blocks)
