"""A paper as a page for the browser: to read, and to print on a sheet or a card."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from good_on_paper.brief.blocks import BLANK

if TYPE_CHECKING:
    from jinja2 import Template

    from good_on_paper.brief.blocks import Leaf

SIZES: Final = {"A4": "A4", "Letter": "letter", "card": "74mm 105mm"}
_BLANKS: Final = re.compile(f"({BLANK}_*)")


def blanks(text: str) -> list[str]:
    """Split a text into words and room to write, which is only underscores."""
    return [part for part in _BLANKS.split(text) if part]


def to_html(leaf: Leaf) -> bytes:
    r"""Return the paper as one HTML page without a script; every text on it is escaped.

    Examples
    --------
    >>> from good_on_paper.brief.blocks import Leaf
    >>> b"<h1 dir=\"auto\">Fox &amp; Sons</h1>" in to_html(Leaf("A4", "Fox & Sons"))
    True
    """
    page = _template().render(leaf=leaf, size=SIZES[leaf.paper], card=leaf.paper == "card", blanks=blanks)
    return page.encode()


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - a while to load

    environment = Environment(
        loader=PackageLoader("good_on_paper.brief", ""), autoescape=True, undefined=StrictUndefined
    )
    return environment.get_template("leaf.html.j2")
