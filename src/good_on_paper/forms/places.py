"""The notebooks as links, each with its state, which follows the answers above."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal

if TYPE_CHECKING:
    from collections.abc import Callable

    from good_on_paper.catalogue import Catalogue, Item
    from good_on_paper.record import Record


class Places(Form):
    """List notebooks as links, each with its content and whether it is done, next or later.

    Parameters
    ----------
    record : Record
        Whose notebooks these are.
    catalogue : Catalogue
        What can be asked.
    rows : callable
        Returns one mapping per notebook: ``name``, ``words``, ``stands``.
    """

    name: ClassVar[str] = "places"
    _esm = module("places", uses=("links",))
    _css = style("places", uses=("link_rows",))

    def __init__(
        self, record: Record, catalogue: Catalogue, rows: Callable[[], list[dict[str, str]]]
    ) -> None:
        super().__init__(record, catalogue)
        self._rows = rows

    def page_state(self) -> Message:
        """Return the current rows."""
        return {"rows": self._rows(), "cells": []}

    def item_for(self, unit: str, key: str) -> Item | None:
        """Refuse: this form takes no answers."""
        del unit, key
        raise Refusal("this list takes no answers; run its cell again.")
