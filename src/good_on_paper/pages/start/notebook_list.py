"""The list of notebooks, and how far the person has come in each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from good_on_paper.forms import Places
from good_on_paper.pages import titles
from good_on_paper.pages.after_an_interview.progress import is_fresh
from good_on_paper.pages.before_an_interview.progress import in_the_last_step, is_soon
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.road import PAGES, ROAD
from good_on_paper.pages.session import me
from good_on_paper.study.own_order import own_order

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from good_on_paper.pages.progress import Progress
    from good_on_paper.pages.road import PageEntry
    from good_on_paper.study.person import Person


@in_words
def notebooks() -> Places:
    """Return the notebooks as links, each with how far the person has come: done, next, later."""
    person = me()
    return Places(person.record, person.catalogue, lambda: rows(person))


def rows(person: Person, *, below_the_steps: bool = True) -> list[dict[str, str]]:
    """Return a row per notebook, without the start page; name its steps only if they are above the list."""
    come = {page.title: page.progress(person) for page in PAGES if page.progress}
    own = [title for number in own_order(person) for title in come if title.startswith(number)]
    first = next_of(come, soon=is_soon(person), fresh=is_fresh(person), own=own)
    made = [
        _row(page, come.get(page.title), is_next=page.title == first)
        for page in PAGES
        if page.title != titles.START
    ]
    if below_the_steps:
        for row in made:
            row["words"] += in_the_last_step(person) if row["name"] == titles.BEFORE else ""
    return made


def next_of(come: Mapping[str, Progress], *, soon: bool, fresh: bool = False, own: Sequence[str] = ()) -> str:
    """Return the page to go to: after an interview, before one that is soon, two offers, the road.

    If there is enough everywhere, the questions that are ready come last, while an interview is soon. The
    person's own order comes before all of that: the first page on it where something waits.
    """
    if own:
        return next((title for title in own if _waits(come[title], title)), "")
    road = [*([titles.AFTER] if fresh else []), *([titles.BEFORE] if soon else []), titles.OFFERS, *ROAD]
    left = [title for title in road if come[title].ready and not come[title].done]
    return next((title for title in left if not come[title].enough), titles.BEFORE if soon else "")


def _waits(come: Progress, title: str) -> bool:
    return come.ready and not come.done and not (come.enough and title in ROAD)


def _row(page: PageEntry, come: Progress | None, *, is_next: bool) -> dict[str, str]:
    if come is None:
        return {"name": page.title, "words": page.said, "stands": "any time"}
    state = "next" if is_next else "done" if come.done else come.enough or "later"
    return {"name": page.title, "words": come.words, "stands": state}
