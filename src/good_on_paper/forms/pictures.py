"""The pictures as links: three that are ready, the rest folded, each with what it still needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal

if TYPE_CHECKING:
    from collections.abc import Callable

    from good_on_paper.catalogue import Catalogue, Item
    from good_on_paper.record import Record

OPEN: Final = 3
"""How many stand open, where so many are ready."""


class Pictures(Form):
    """List the pictures the kit can draw, each as a link to where it stands.

    Parameters
    ----------
    record : Record
        Whose pictures these are.
    catalogue : Catalogue
        What can be asked.
    rows : callable
        Returns a mapping a picture, those that are ready first: ``name``, ``shows`` (in half a sentence),
        ``page`` (the name of its notebook), ``needs`` (empty where it is ready), ``call`` and ``heading``
        (which cell of the page shows it, and below which heading).
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
        """Return the rows as they stand now, and how many of them stand open."""
        rows = self._rows()
        ready = sum(not row["needs"] for row in rows)
        return {"rows": rows, "open": min(ready, OPEN), "cells": []}

    def item_for(self, unit: str, key: str) -> Item | None:
        """Refuse: nothing is answered here."""
        del unit, key
        raise Refusal("this list takes no answers; run its cell again.")
