"""What can be asked: data, not code.

The items live in TOML files in this folder (`circumstances.toml`, `outcomes.toml`, `facts.toml`,
`targets.toml`, `boredom.toml`, `worries.toml`), ways of asking about them in `questions.toml`; a person's own
`catalogue.toml` is laid over the items. Keys are permanent; an old rating is never read under a new meaning.
"""

from good_on_paper.catalogue.bank import Asking, Bank, load_bank
from good_on_paper.catalogue.book import Catalogue
from good_on_paper.catalogue.errors import CatalogueError
from good_on_paper.catalogue.keys import RESERVED
from good_on_paper.catalogue.load import load, places
from good_on_paper.catalogue.model import COST, NO_LINES, Item, Scale
from good_on_paper.catalogue.write import add_items, change_item, remove_item

__all__ = [
    "COST",
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
    "places",
    "remove_item",
]
