"""One change of the person's own catalogue file, which can be undone and redone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from good_on_paper.catalogue import add_items, change_item, load, remove_item
from good_on_paper.forms.form import Refusal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from good_on_paper.catalogue import Item
    from good_on_paper.record import Record

ELSEWHERE = "This was changed somewhere else, so it stays as it is now."


@dataclass(frozen=True)
class Rewording:
    """A line that was added, or fields of one that were changed.

    Parameters
    ----------
    key : str
        The key of the line.
    fields, before : mapping
        The new and the earlier values of these fields in the file; None for no value.
    added : Item, optional
        The line, if all of it is new.
    """

    key: str
    fields: Mapping[str, object]
    before: Mapping[str, object]
    added: Item | None = None

    @classmethod
    def add(cls, overlay: Path, item: Item) -> Rewording:
        """Add a line."""
        add_items(overlay, [item])
        return cls(item.key, {}, {}, item)

    @classmethod
    def change(cls, overlay: Path, key: str, fields: Mapping[str, object]) -> Rewording:
        """Change fields of a line."""
        return cls(key, fields, change_item(overlay, key, fields))

    def take_back(self, overlay: Path, record: Record) -> None:
        """Restore the file as it was before.

        Raises
        ------
        Refusal
            If the same was changed since, or the line to remove has answers.
        """
        if self.added is None:
            self._write(overlay, self.before, expected=self.fields)
            return
        if record.current(items=(self.key,)):
            raise Refusal(
                f"“{self.added.label}” already has answers, so it stays. Hide it if you don’t want it."
            )
        remove_item(overlay, self.key)

    def do_again(self, overlay: Path) -> None:
        """Make the change again.

        Raises
        ------
        Refusal
            If the same was changed since.
        """
        if self.added is None:
            self._write(overlay, self.fields, expected=self.before)
        else:
            add_items(overlay, [self.added])

    def _write(self, overlay: Path, fields: Mapping[str, object], *, expected: Mapping[str, object]) -> None:
        """Change the fields, unless they no longer have the expected values."""
        item, shipped = load(overlay).item(self.key), load()
        plain: dict[str, Any] = shipped.item(self.key).model_dump() if self.key in shipped else {}
        for field, value in expected.items():
            if getattr(item, field) != (plain.get(field) if value is None else value):
                unset = value is None and field not in plain
                if not unset or getattr(item, field) != type(item).model_fields[field].default:
                    raise Refusal(ELSEWHERE)
        change_item(overlay, self.key, fields)
