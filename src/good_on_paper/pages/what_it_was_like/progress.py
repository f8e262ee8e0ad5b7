"""How far one has come with what the jobs were like and how they went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from good_on_paper.pages.progress import Progress
from good_on_paper.pages.tally import tally
from good_on_paper.study.portion import WORTH

if TYPE_CHECKING:
    from good_on_paper.study.person import Person


def progress(mine: Person) -> Progress:
    """Say how many lines are whole, and for how many jobs it was said how they went."""
    found = tally(mine)
    went = f"; how it went said for {found.went} of {found.jobs}" if found.went else ""
    lines = (
        f"{found.whole} of the {WORTH} lines that are enough"
        if found.whole < WORTH
        else f"{found.whole} lines"
    )
    return Progress(
        lines + went if found.whole or found.went else "six questions, all jobs side by side",
        found.whole >= WORTH and found.went == found.jobs > 0,
        found.jobs > 0,
    )
