"""A line or a criterion of the person's own, made from the few words they wrote."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import RESERVED, Item, phrase

if TYPE_CHECKING:
    from good_on_paper.catalogue import Catalogue

_LETTERS: Final = 40


def own_need(words: str, catalogue: Catalogue) -> tuple[Item, bool]:
    """Make a line from a need, or find the one with these words.

    Parameters
    ----------
    words : str
        The person's words; a single line.
    catalogue : Catalogue
        With the person's own lines.

    Returns
    -------
    item : Item
        How far it was so: any need can be rated like that, and more is better.
    new : bool
        Whether the catalogue does not have it yet.
    """
    for item in catalogue.items("circumstance"):
        if phrase(words).casefold() in (item.label.casefold(), item.need.casefold()):
            return item, False
    key = _own_key(words, catalogue)
    # a need may name what is absent ("a boss who does not shout"); it can still be so, more or less
    texts = {"ask": f"How often was this true: “{words}”?", "need": words, "said": f"“{words}” was true"}
    ends = {"low": "never", "high": "always"}
    made = {"key": key, "group": "circumstance", "label": words, "keyed": 1, "scope": "external"}
    return Item.model_validate({**made, **texts, **ends, "time": "day"}), True


def own_criterion(words: str, group: str, catalogue: Catalogue) -> tuple[Item, bool]:
    """Make a criterion of success or of a job going wrong, or find the one with these words.

    Parameters
    ----------
    words : str
        The person's words; a single line.
    group : str
        "success" or "unsuccess".
    catalogue : Catalogue
        With the person's own lines.

    Returns
    -------
    item : Item
        How true it was of a job.
    new : bool
        Whether the catalogue does not have it yet.
    """
    for item in catalogue.items(group):
        if phrase(words).casefold() == item.label.casefold():
            return item, False
    texts = {"ask": f"How true was this: “{words}”?", "said": f"“{words}” was true"}
    made = {"key": _own_key(words, catalogue), "group": group, "label": words, **texts}
    ends = {"low": "not at all", "high": "completely", "keyed": 1 if group == "success" else -1}
    return Item.model_validate({**made, **ends}), True


def _own_key(words: str, catalogue: Catalogue) -> str:
    base, number = f"my_{_plain(words)}", 1
    while (key := base if number == 1 else f"{base}_{number}") in catalogue or key in RESERVED:
        number += 1
    return key


def _plain(words: str) -> str:
    """Return the letters and digits of words that a key may contain."""
    folded = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", folded).strip("_")[:_LETTERS].strip("_") or "need"
