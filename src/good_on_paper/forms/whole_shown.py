"""The whole picture as it stands on its page: words first, then counts, then its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal

if TYPE_CHECKING:
    from collections.abc import Callable

    from good_on_paper.catalogue import Item
    from good_on_paper.charts.names import Naming
    from good_on_paper.charts.whole_picture import WholePicture
    from good_on_paper.study.person import Person


class WholeShown(Form):
    """Show the whole picture.

    Parameters
    ----------
    person : Person
        Whose it is.
    make : callable
        Composes it, with "names" or with "letters" for their jobs.
    begin : str
        The notebook where one begins, while nothing is there.
    """

    name: ClassVar[str] = "whole_picture"
    _esm = module("whole_shown", uses=("links",))
    _css = style("whole_shown")

    def __init__(self, person: Person, make: Callable[[Naming], WholePicture], *, begin: str) -> None:
        super().__init__(person.record, person.catalogue)
        self._make, self._begin = make, begin

    def page_state(self) -> Message:
        """Return what stands on the page."""
        whole = self._make("names")
        return {
            "proud": [[row.text, row.label] for row in whole.proud],
            "counts": [[number, words] for number, words in whole.counts],
            "begin": self._begin if whole.is_empty else "",
            "cells": [],
        }

    def item_for(self, unit: str, key: str) -> Item | None:
        """Refuse: nothing is answered here."""
        del unit, key
        raise Refusal("nothing is answered here; run the cell again.")
