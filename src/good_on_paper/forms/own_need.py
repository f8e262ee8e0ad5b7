"""A line of the person's own, made of the few words they wrote on a card."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import RESERVED, Item

if TYPE_CHECKING:
    from good_on_paper.catalogue import Catalogue

_LETTERS: Final = 40


def own_need(words: str, catalogue: Catalogue) -> tuple[Item, bool]:
    """Make a line of a need, or find the one that says it already.

    Parameters
    ----------
    words : str
        As the person put it; a single line.
    catalogue : Catalogue
        With their own lines.

    Returns
    -------
    item : Item
        How far it held: that can be said of any need, and more of it is nicer.
    new : bool
        Whether the catalogue does not have it yet.
    """
    for item in catalogue.items("circumstance"):
        if words.casefold() in (item.label.casefold(), item.need.casefold()):
            return item, False
    base, number = f"my_{_plain(words)}", 1
    while (key := base if number == 1 else f"{base}_{number}") in catalogue or key in RESERVED:
        number += 1
    # a need may be worded as what is not there ("a boss who does not shout"): it holds, more or less
    texts = {"ask": f"How true was this: “{words}”?", "need": words, "said": f"“{words}” was true"}
    ends = {"low": "never true", "high": "always true"}
    made = {"key": key, "group": "circumstance", "label": words, "keyed": 1, "scope": "external"}
    return Item.model_validate({**made, **texts, **ends, "time": "day"}), True


def _plain(words: str) -> str:
    """Return the letters and digits of words that a key may hold."""
    folded = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", folded).strip("_")[:_LETTERS].strip("_") or "need"
