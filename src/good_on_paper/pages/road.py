"""The pages in their order, each with what is said about it: one row per notebook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from good_on_paper.pages import titles
from good_on_paper.pages.after_an_interview.progress import progress as after_an_interview
from good_on_paper.pages.before_an_interview.progress import progress as before_an_interview
from good_on_paper.pages.got_dull.progress import progress as got_dull
from good_on_paper.pages.in_common.progress import progress as in_common
from good_on_paper.pages.live_with.progress import progress as live_with
from good_on_paper.pages.offers.progress import progress as offers
from good_on_paper.pages.what_it_was_like.progress import progress as what_it_was_like
from good_on_paper.pages.whole_picture.progress import progress as whole_picture
from good_on_paper.pages.work_so_far.progress import progress as work_so_far
from good_on_paper.pages.your_barometer.progress import progress as your_barometer
from good_on_paper.pages.your_stories.progress import progress as your_stories

if TYPE_CHECKING:
    from collections.abc import Callable

    from good_on_paper.pages.progress import Progress
    from good_on_paper.study.person import Person


@dataclass(frozen=True)
class PageEntry:
    """A page, and what the list of pages says about it.

    Attributes
    ----------
    title : str
        The name of its notebook, with the number in front.
    progress : callable, optional
        Takes a person; returns how far they have come. A page without it is always ready, and never done.
    said : str
        What such a page is for.
    """

    title: str
    progress: Callable[[Person], Progress] | None = None
    said: str = ""

    @property
    def number(self) -> str:
        """The two digits in front of its name."""
        return self.title[:2]


PAGES: Final = (
    PageEntry(titles.START),
    PageEntry(titles.WORK, work_so_far),
    PageEntry(titles.LIKE, what_it_was_like),
    PageEntry(titles.BEFORE, before_an_interview),
    PageEntry(titles.AFTER, after_an_interview),
    PageEntry(titles.COMMON, in_common),
    PageEntry(titles.DULL, got_dull),
    PageEntry(titles.LIVE, live_with),
    PageEntry(titles.BAROMETER, your_barometer),
    PageEntry(titles.STORIES, your_stories),
    PageEntry(titles.OFFERS, offers),
    PageEntry(titles.WHOLE, whole_picture),
    PageEntry(titles.HOOD, said="for those who know pandas"),
)
ROAD: Final = (titles.WORK, titles.COMMON, titles.LIKE, titles.BEFORE)
"""The order in which we send people on: what is ready to look at comes before more to answer."""
GROUPS: Final = {
    "Your jobs": (titles.WORK, titles.LIKE, titles.DULL),
    "An interview": (titles.BEFORE, titles.AFTER),
    "Look back": (titles.COMMON, titles.BAROMETER, titles.STORIES, titles.WHOLE),
    "Decide": (titles.LIVE, titles.OFFERS),
}
"""The pages as the bar shows them, by purpose; *Under the hood* is apart."""
