"""Reading the shipped catalogue and the person's own file."""

from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from good_on_paper.catalogue.book import Catalogue, in_order, placed, with_mutual_kin
from good_on_paper.catalogue.errors import CatalogueError
from good_on_paper.catalogue.overlay import lay
from good_on_paper.catalogue.own_file import read_own
from good_on_paper.catalogue.read import tables, text_of

if TYPE_CHECKING:
    from good_on_paper.catalogue.model import Item

SHIPPED = (
    "facts.toml",
    "circumstances.toml",
    "outcomes.toml",
    "definitions.toml",
    "targets.toml",
    "interviews.toml",
    "take_home.toml",
    "offers.toml",
    "boredom.toml",
    "worries.toml",
    "minutes.toml",
    "episodes.toml",
    "stories.toml",
)


def load(overlay: Path | None = None) -> Catalogue:
    """Return the shipped catalogue with the person's own file laid over it.

    Parameters
    ----------
    overlay
        The person's own file; None, or a file that does not exist, means none.

    Returns
    -------
    Catalogue
        All items, hidden ones too.

    Raises
    ------
    CatalogueError
        When something in a file cannot be used; names file, table, field, the value and what was expected.
    """
    data = None if overlay is None else read_overlay(overlay)
    if overlay is None or data is None:
        return shipped()
    return with_overlay(text_of(data, str(overlay)), str(overlay))


@lru_cache(maxsize=8)  # a page asks for the catalogue a hundred times
def with_overlay(text: str, file: str) -> Catalogue:
    """Return the shipped catalogue with an own file's text laid over it; `file` names it in errors."""
    laid = [item.in_sentences() for item in lay(shipped().lines, tables(text, file))]
    return Catalogue(with_mutual_kin(in_order(laid), file))


def places(overlay: Path) -> dict[str, float]:
    """Return the number that orders each line in its group; a number between two puts a line between them.

    Returns
    -------
    dict of str to float
        Each key with its number; the lower stands first.
    """
    text = text_of(read_overlay(overlay) or b"", str(overlay))
    return placed(lay(shipped().lines, tables(text, str(overlay))))


@cache
def shipped() -> Catalogue:
    """Return the catalogue as shipped (read once per process)."""
    folder = files("good_on_paper.catalogue")
    items: tuple[Item, ...] = ()
    for name in SHIPPED:
        items = lay(items, tables(text_of(folder.joinpath(name).read_bytes(), name), name))
    return Catalogue(with_mutual_kin(in_order(items), ", ".join(SHIPPED)))


def read_overlay(overlay: Path) -> bytes | None:
    """Return the bytes of the person's own file, None where there is none.

    Raises
    ------
    CatalogueError
        When it is there and cannot be read.
    """
    try:
        return read_own(overlay)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CatalogueError(
            f"{overlay} cannot be read ({error.strerror}); expected a TOML file you may read"
        ) from error
