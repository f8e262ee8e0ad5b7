"""The person's own file, laid over what is shipped: a new key adds, a known one relabels, hides or moves."""

from collections.abc import Iterable

from good_on_paper.catalogue.errors import CatalogueError, shown
from good_on_paper.catalogue.model import Item
from good_on_paper.catalogue.read import Table, item_from

MEANING = ("low", "high", "scale")


def lay(base: Iterable[Item], over: Iterable[Table]) -> tuple[Item, ...]:
    """Lay tables over items.

    Raises
    ------
    CatalogueError
        When a table cannot be used; also when it changes what a number means (`low`, `high`, `scale`) without
        raising `revision`, since old ratings would then be read under a new meaning.
    """
    laid = {item.key: item for item in base}
    seen: dict[str, Table] = {}
    for table in over:
        if table.key in seen:
            raise CatalogueError(
                f"{table.place}: the key {table.key!r} is already taken by "
                f"[{seen[table.key].group}.{table.key}]; expected a key of its own"
            )
        seen[table.key] = table
        laid[table.key] = _changed(laid[table.key], table) if table.key in laid else item_from(table)
    return tuple(laid.values())


def _changed(item: Item, table: Table) -> Item:
    if table.group != item.group:
        raise CatalogueError(
            f"{table.place}: the key {item.key!r} is already taken by [{item.group}.{item.key}]; "
            "expected that table, to change it, or a key of its own"
        )
    changed = item_from(table, base=_own_fields(item))
    if changed.kind != item.kind:
        raise CatalogueError(
            f"{table.place}, kind: found {changed.kind!r}; expected {item.kind!r}, as shipped"
        )
    if changed.revision < item.revision:
        raise CatalogueError(
            f"{table.place}, revision: found {changed.revision}; expected {item.revision} or more"
        )
    for field in MEANING:
        if getattr(changed, field) != getattr(item, field) and changed.revision == item.revision:
            raise CatalogueError(
                f"{table.place}, {field}: found {shown(table.fields[field])}, which changes what the numbers "
                f"mean; expected revision = {item.revision + 1} beside it. Ratings given before then keep "
                "their old meaning and are asked again"
            )
    return changed.model_copy(update={"kin": tuple(dict.fromkeys((*item.kin, *changed.kin)))})


def _own_fields(item: Item) -> dict[str, object]:
    return item.model_dump(by_alias=True, exclude={"key", "group"})
