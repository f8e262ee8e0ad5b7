"""The catalogue as the other floors see it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from good_on_paper.catalogue.errors import CatalogueError, UnknownItemError, near
from good_on_paper.catalogue.model import GROUPS, Item

CORE_LINES = 12


@dataclass(frozen=True)
class Catalogue:
    """All items that can be asked, in order, with kin made mutual.

    Parameters
    ----------
    lines
        The items, keys unique, in the order they should be shown; hidden ones too.
    """

    lines: tuple[Item, ...]

    @cached_property
    def _by_key(self) -> Mapping[str, Item]:
        return {item.key: item for item in self.lines}

    def items(self, group: str | None = None, *, hidden: bool = False) -> tuple[Item, ...]:
        """Return the items of one group, or of all, in order.

        Parameters
        ----------
        group
            One of fact, circumstance, outcome, success, unsuccess, target, boredom, means, worry, minutes;
            None for all.
        hidden
            Whether hidden items come too.

        Returns
        -------
        tuple of Item
            The items, in the order in which they are asked.

        Raises
        ------
        CatalogueError
            When there is no such group.
        """
        if group is not None and group not in GROUPS:
            raise CatalogueError(
                f"there is no group {group!r}{near(group, GROUPS)}; expected {', '.join(GROUPS)}"
            )
        return tuple(
            item for item in self.lines if group in (None, item.group) and (hidden or not item.hidden)
        )

    def item(self, key: str) -> Item:
        """Return the item with this key, hidden or not.

        Returns
        -------
        Item
            As it stands in this catalogue, with the words the person gave it.

        Raises
        ------
        CatalogueError
            (also a KeyError) When no item has the key; the message offers the nearest.
        """
        try:
            return self._by_key[key]
        except KeyError:
            message = f"the catalogue has no item {key!r}{near(key, self._by_key)}"
            raise UnknownItemError(message) from None

    def __contains__(self, key: object) -> bool:
        return key in self._by_key

    @property
    def core(self) -> tuple[Item, ...]:
        """The first twelve circumstances to ask, in order of rank."""
        ranked = [(item.core, item) for item in self.items() if item.core is not None]
        return tuple(item for _, item in sorted(ranked, key=lambda pair: pair[0]))[:CORE_LINES]


def in_order(items: Iterable[Item]) -> tuple[Item, ...]:
    """Sort items by group, then by `order`; without one an item keeps its place there (1, 2, 3, ...)."""
    items = tuple(items)
    stands = placed(items)
    return tuple(sorted(items, key=lambda item: (GROUPS.index(item.group), stands[item.key])))


def placed(items: Iterable[Item]) -> dict[str, float]:
    """Return the number that orders each item in its group: its `order`, else the place it came in."""
    stands: dict[str, float] = {}
    counts = dict.fromkeys(GROUPS, 0)
    for item in items:
        counts[item.group] += 1
        stands[item.key] = counts[item.group] if item.order is None else item.order
    return stands


def with_mutual_kin(items: Iterable[Item], place: str) -> tuple[Item, ...]:
    """Make kin mutual: where one item names another, the other names it too.

    Raises
    ------
    CatalogueError
        When kin names a key that no item has; `place` stands in front of the message.
    """
    items = tuple(items)
    kin: dict[str, set[str]] = {item.key: set(item.kin) for item in items}
    for item in items:
        for other in item.kin:
            if other not in kin:
                raise CatalogueError(
                    f"{place}, [{item.group}.{item.key}], kin: found {other!r}; "
                    f"expected the key of another line{near(other, kin)}"
                )
            kin[other].add(item.key)
    order = {item.key: index for index, item in enumerate(items)}
    return tuple(
        item.model_copy(update={"kin": tuple(sorted(kin[item.key], key=order.__getitem__))}) for item in items
    )
