"""The paper that is taken along, as a picture, for the tour."""

from __future__ import annotations

from typing import TYPE_CHECKING

import good_on_paper as gop
from good_on_paper.brief.to_pdf import to_svg

if TYPE_CHECKING:
    from pathlib import Path


def write(into: Path) -> None:
    """Write the pictures."""
    me = gop.sample()
    (into / "brief.svg").write_bytes(to_svg(me.brief()))
    (into / "card.svg").write_bytes(to_svg(me.brief(paper="card")))
