"""The pictures as links: three ready ones shown, the rest folded, each with what it still needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal

if TYPE_CHECKING:
    from collections.abc import Callable

    from good_on_paper.catalogue import Catalogue, Item
    from good_on_paper.record import Record

OPEN: Final = 3
"""How many are shown unfolded, if as many are ready."""


class Pictures(Form):
    """List the pictures that the kit can draw, each as a link to its place.

    Parameters
    ----------
    record : Record
        Whose pictures these are.
    catalogue : Catalogue
        What can be asked.
    rows : callable
        Returns one mapping per picture, ready ones first: ``name``, ``shows`` (in half a sentence), ``page``
        (the name of its notebook), ``needs`` (empty if it is ready), ``call`` and ``heading`` (the cell of
        the page that shows it, and the heading above).
    """

    name: ClassVar[str] = "pictures"
    _esm = module("pictures", uses=("links",))
    _css = style("pictures", uses=("link_rows",))

    def __init__(
        self, record: Record, catalogue: Catalogue, rows: Callable[[], list[dict[str, str]]]
    ) -> None:
        super().__init__(record, catalogue)
        self._rows = rows

    def page_state(self) -> Message:
        """Return the current rows, and how many of them are unfolded."""
        rows = self._rows()
        ready = sum(not row["needs"] for row in rows)
        return {"rows": rows, "open": min(ready, OPEN), "cells": []}

    def item_for(self, unit: str, key: str) -> Item | None:
        """Refuse: this form takes no answers."""
        del unit, key
        raise Refusal("this list takes no answers; run its cell again.")
