"""How far one has come with what the jobs were like and how they went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from good_on_paper.pages.progress import Progress
from good_on_paper.pages.tally import tally

if TYPE_CHECKING:
    from good_on_paper.study.person import Person


def progress(mine: Person) -> Progress:
    """Say how many lines are whole, and for how many jobs it was said how they went."""
    found = tally(mine)
    went = f"; how it went said for {found.went} of {found.asked}" if found.went else ""
    enough = found.whole >= found.worth
    lines = f"{found.whole} lines" if enough else f"{found.whole} of the {found.worth} lines that are enough"
    return Progress(
        lines + went if found.whole or found.went else "six questions, all jobs side by side",
        enough and found.all_judged,
        found.asked > 0,
    )
