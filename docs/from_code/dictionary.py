"""The data dictionary: every item that can be answered, from the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from from_code.tables import code, table
from good_on_paper.catalogue import load

if TYPE_CHECKING:
    from pathlib import Path

    from good_on_paper.catalogue import Item

OPENING = """\
# The data dictionary

Everything that can be answered, by its permanent key. The key is the name of the column in every frame and
every table that the kit writes. The texts, keys and sources come from `src/good_on_paper/catalogue/*.toml`.

A rating has its scale, from what its lowest step means to what its highest means. *From* says where the
idea behind it is described; the words are the kit's own.
"""
KINDS_OF_ITEM = {"text": "words", "date": "a date", "number": "a number", "duration": "a length of time"}


def answer(item: Item) -> str:
    """Say what an answer can be."""
    if item.kind == "rating":
        return f"{item.scale.min}: {item.low}<br>{item.scale.max}: {item.high}"
    return " / ".join(item.options) if item.kind == "choice" else KINDS_OF_ITEM[item.kind]


def origin(item: Item) -> str:
    """Say which idea an item is about, and where that comes from."""
    return ": ".join(part for part in (item.construct_, item.source) if part)


def write(into: Path) -> None:
    """Write the page."""
    groups: dict[str, list[Item]] = {}
    for item in load().items(hidden=True):
        groups.setdefault(item.group, []).append(item.worded())
    parts = [OPENING]
    for group, items in groups.items():
        rows = [[code(item.key), item.ask or item.label, answer(item), origin(item)] for item in items]
        parts.append(f"## {group}\n\n{table(('key', 'what is asked', 'answer', 'from'), rows)}")
    (into / "reference" / "data-dictionary.md").write_text("\n".join(parts), encoding="utf-8")
