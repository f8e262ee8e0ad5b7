"""What can be asked: data, not code.

The items live in TOML files in this folder (`circumstances.toml`, `outcomes.toml`, `facts.toml`,
`targets.toml`, `boredom.toml`, `worries.toml`), ways of asking about them in `questions.toml`; a person's own
`catalogue.toml` is laid over the items. Keys are permanent; an old rating is never read under a new meaning.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from good_on_paper.catalogue.bank import Asking, Bank, load_bank
    from good_on_paper.catalogue.book import Catalogue
    from good_on_paper.catalogue.errors import CatalogueError
    from good_on_paper.catalogue.keys import RESERVED
    from good_on_paper.catalogue.loading import load, places
    from good_on_paper.catalogue.model import COST, HOW_IT_WENT, NO_LINES, Item, Scale
    from good_on_paper.catalogue.typed_words import phrase
    from good_on_paper.catalogue.write import add_items, change_item, remove_item

__all__ = [
    "COST",
    "HOW_IT_WENT",
    "NO_LINES",
    "RESERVED",
    "Asking",
    "Bank",
    "Catalogue",
    "CatalogueError",
    "Item",
    "Scale",
    "add_items",
    "change_item",
    "load",
    "load_bank",
    "phrase",
    "places",
    "remove_item",
]

_HOMES = {
    "Asking": "bank",
    "Bank": "bank",
    "COST": "model",
    "Catalogue": "book",
    "CatalogueError": "errors",
    "HOW_IT_WENT": "model",
    "Item": "model",
    "NO_LINES": "model",
    "RESERVED": "keys",
    "Scale": "model",
    "add_items": "write",
    "change_item": "write",
    "load": "loading",
    "load_bank": "bank",
    "phrase": "typed_words",
    "places": "loading",
    "remove_item": "write",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever that name holds
    """Import on first use: code that needs only the keys must not wait for pydantic."""
    if name in _HOMES:
        return getattr(import_module(f"good_on_paper.catalogue.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'good_on_paper.catalogue' has no attribute {name!r}")
