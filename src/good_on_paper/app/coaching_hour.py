"""A coaching hour as a page: sixty minutes in eight steps, each with what to ask and where."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final, NamedTuple

from good_on_paper.app.people_html import HOMEWORK
from good_on_paper.app.plain_page import plain_page
from good_on_paper.pages import titles

if TYPE_CHECKING:
    from collections.abc import Callable

TITLE: Final = "A coaching hour"


class PartOfTheHour(NamedTuple):
    """One part of the hour.

    Attributes
    ----------
    until : int
        The minute at which it ends.
    ask : str
        Its question, as you would ask it.
    how : str
        What happens.
    where : tuple of str
        The titles of its pages.
    """

    until: int
    ask: str
    how: str
    where: tuple[str, ...]


PARTS: Final = (
    PartOfTheHour(
        5,
        "What do you need from a job? And from the second hour on: what is different since last time?",
        "The first hour begins with Start here: their jobs, and what they need. "
        "Later hours begin with then and now, side by side.",
        (titles.START, titles.WHOLE),
    ),
    PartOfTheHour(
        15,
        "Tell me about one job.",
        "The story before any number: an ordinary day, the best hour, the worst. A sentence each.",
        (titles.STORIES,),
    ),
    PartOfTheHour(
        25,
        "How did each job go, and how much of it was there?",
        "How it went, job by job. Then six circumstances, for all jobs: first those they say they need, then "
        "some drawn at random.",
        (titles.LIKE,),
    ),
    PartOfTheHour(
        30,
        "What does success mean to you?",
        "In their own words. Then what a job going wrong means.",
        (titles.LIKE,),
    ),
    PartOfTheHour(
        40,
        "Which of these would you bet on? Which could easily be chance?",
        "They say it first, then open the chart. What they said they need is counted against what it shows. "
        "Open it only once the ratings are done: a look has a date, and the first one tells most.",
        (titles.COMMON, titles.BAROMETER),
    ),
    PartOfTheHour(
        48,
        "When did it get dull? What could you put up with?",
        "One of the two, by turns from hour to hour. Only if they want to.",
        (titles.DULL, titles.LIVE),
    ),
    PartOfTheHour(
        55,
        "How did the last interview go?",
        "What they felt on the way home, what came, and what they took from it.",
        (titles.AFTER,),
    ),
    PartOfTheHour(
        60,
        "Which questions will you take along?",
        "They choose. You only ask: what would a bad answer sound like?",
        (titles.BEFORE,),
    ),
)
OPENING: Final = "They type, you ask. Skip anything. If something hurt, stop there; it can wait."
FOR_HOME: Final = "Five minutes for home: choose what goes on a sheet, print it, and type it in next time."
NOTES: Final = "This is not a test, and not for choosing people."


def coaching_hour(address: Callable[[str], str], back: str) -> str:
    """Return the page.

    Parameters
    ----------
    address : callable
        Takes the title of a notebook and returns where it is.
    back : str
        The address of the record's pages; empty while none is open.
    """
    begins = (0, *(step.until for step in PARTS))
    rows = "".join(_step(begun, step, address) for begun, step in zip(begins, PARTS, strict=False))
    below = f'<h2><a href="{HOMEWORK}">Homework</a></h2><p>{escape(FOR_HOME)}</p>'
    below += f"<p class=soft>{escape(NOTES)}</p>"
    above = f'<p><a href="{escape(back)}">Back to the pages</a></p>' if back else ""
    return plain_page(TITLE, f"{above}<p>{escape(OPENING)}</p><ol>{rows}</ol>{below}")


def _step(begun: int, step: PartOfTheHour, address: Callable[[str], str]) -> str:
    links = "".join(
        f'<a href="{escape(address(title))}" target="_blank">{escape(title[3:])}</a>' for title in step.where
    )
    return (
        f'<li><div class="line"><span class="soft">{begun} to {step.until} minutes</span>{links}</div>'
        f"<h2>{escape(step.ask)}</h2><p>{escape(step.how)}</p></li>"
    )
