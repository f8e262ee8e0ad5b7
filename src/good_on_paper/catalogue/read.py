"""From a TOML text to tables of known groups and valid keys, and from one table to an item."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from good_on_paper.catalogue.errors import CatalogueError, near, sentence, shown
from good_on_paper.catalogue.keys import RESERVED
from good_on_paper.catalogue.model import GROUPS, KEY_PATTERN, Item


@dataclass(frozen=True)
class Table:
    """One `[group.key]` of a file, not yet checked as an item."""

    file: str
    group: str
    key: str
    fields: Mapping[str, Any]

    @property
    def place(self) -> str:
        """File and table, as an error begins."""
        return f"{self.file}, [{self.group}.{self.key}]"


def text_of(data: bytes, file: str) -> str:
    """Decode a file's bytes, without the byte order mark that some editors write."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CatalogueError(
            f"{file} is not UTF-8 text (byte {error.start + 1}); save it again as UTF-8"
        ) from error


def tables(text: str, file: str) -> Iterator[Table]:
    """Yield the tables of a TOML text, in the order of the text.

    Raises
    ------
    CatalogueError
        When it is no TOML, or holds anything but tables named by a known group and a valid key.
    """
    try:
        content = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise CatalogueError(
            f"{file} cannot be read as TOML: {error}; expected tables such as [circumstance.my_line], "
            'each followed by lines such as label = "My line"'
        ) from error
    for group, entries in content.items():
        if group not in GROUPS:
            raise CatalogueError(
                f"{file}: there is no group {shown(group)}{near(group, GROUPS)}; "
                f"expected tables such as [circumstance.my_line], the group one of {', '.join(GROUPS)}"
            )
        if not isinstance(entries, dict):
            raise CatalogueError(
                f"{file}, {group}: found {shown(entries)}; expected tables such as [{group}.my_line]"
            )
        for key, fields in entries.items():
            yield _table(file, group, key, fields)


def _table(file: str, group: str, key: str, fields: object) -> Table:
    if not isinstance(fields, dict):
        raise CatalogueError(
            f"{file}, [{group}], {key}: found {shown(fields)}; expected a table [{group}.my_line] of its own"
        )
    if not re.fullmatch(KEY_PATTERN, key):
        raise CatalogueError(
            f"{file}, [{group}]: {shown(key)} is no key; expected {Item.model_fields['key'].description}"
        )
    if key in RESERVED:
        raise CatalogueError(
            f"{file}, [{group}.{key}]: the kit uses the key {key!r} itself; expected another one, "
            f"such as my_{key}"
        )
    return Table(file, group, key, fields)


def item_from(table: Table, base: Mapping[str, Any] | None = None) -> Item:
    """Check one table and make an item of it; `base` holds the fields of the item it is laid over."""
    for field in ("key", "group"):
        if field in table.fields:
            raise CatalogueError(
                f"{table.place}: there is no field {field!r}; key and group stand in the table's name"
            )
    try:
        return Item.model_validate({**(base or {}), **table.fields, "key": table.key, "group": table.group})
    except ValidationError as error:
        raise CatalogueError(sentence(error, table.place, Item)) from error
