"""Before a page of looks opens: what is missing for it, what a look is, and the button that takes one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from good_on_paper.frames.definitions import side_of
from good_on_paper.language.counts import count, joined, quoted
from good_on_paper.language.day_names import in_full
from good_on_paper.pages import titles
from good_on_paper.pages.in_common import about
from good_on_paper.pages.tally import tally
from good_on_paper.panels import Ask, Choices, Tick
from good_on_paper.study import declared, looks
from good_on_paper.study.own_choice import early_guesses

if TYPE_CHECKING:
    from collections.abc import Callable

    from good_on_paper.study.person import Person

# the page turns the file name of a notebook into a link
NO_JOBS = f"No jobs yet. Name them in {titles.WORK}; then come back."
NO_LINES = f"You have not rated your jobs side by side yet. Do it in {titles.LIKE}; then come back."
NO_OUTCOME = f"You have not said yet how it went. Say it at the end of {titles.LIKE}; then come back."
SHOW = "Show what they had in common"
SHOW_NEW = "Show it with my new answers"
ONE_MORE = "This is a new look, and it can tell you less than the first: each look leaves less for the next."


_UNSAID: Final = "You had not said what you need before you said how a job went, so we check nothing first."
_STILL: Final = (
    f" Until you look you can still say it in {titles.START}: it gets a chart of its own, but no first check."
)
_LOST: Final = f"You looked on {{}}; the older answers you brought back do not hold that. {ONE_MORE}"


@dataclass(frozen=True)
class Opening:
    """What a page behind a button looks at, what it waits for, and what it says before somebody presses it.

    Attributes
    ----------
    page : good_on_paper.study.looks.Page
        What the look is at.
    missing : tuple of callable
        Each takes a record and returns a sentence if an answer is still missing; the page says the first.
    first : callable
        Takes a record and what waits; returns what the page says before the first look.
    since : callable
        Takes what waits after a look; returns what is new, after "You last looked on 1 May 2026".
    show : str
        The label of the button before the first look.
    offer : callable, optional
        Takes a record; returns what can be chosen before the first look, or why nothing can.
    unsaid : callable, optional
        Takes a record; returns which answers are missing, though there is something to see without them.
    quiet : callable, optional
        Takes a record; returns whether there is nothing at all yet, in which case the page has said what to
        do.
    """

    page: looks.Page
    missing: tuple[Callable[[Person], str], ...]
    first: Callable[[Person, looks.Waiting], tuple[str, ...]]
    since: Callable[[looks.Waiting], str]
    show: str
    offer: Callable[[Person], Tick | Choices | str] = lambda _person: ""
    unsaid: Callable[[Person], str] = lambda _person: ""
    quiet: Callable[[Person], bool] = lambda _person: False


def no_line(person: Person) -> str:
    """Write that no line is rated, if none is."""
    rated = person.lines(include_private=True).drop(columns=person.primary_outcome, errors="ignore")
    return "" if rated.notna().to_numpy().any() else NO_LINES


def _no_outcome(person: Person) -> str:
    went = person.lines().get(person.primary_outcome)
    return "" if went is not None and went.notna().any() else NO_OUTCOME


def _first(person: Person, found: looks.Waiting) -> tuple[str, ...]:
    words = person.words()
    early = early_guesses(person)
    needs = {line: words[line].need or words[line].label for line in (*early, *person.guesses)}
    named = {line: need for line, need in needs.items() if not words[line].private}
    first = ". ".join(need for line, need in named.items() if line in early)
    late = [quoted(need) for line, need in named.items() if line not in early]
    guesses = (
        f"We check first what you said you need: {first}. "
        "Once you look, you can no longer change what you said you need."
        if first
        else f"{_UNSAID}{_STILL}"
    )
    it = "it" if len(late) == 1 else "them"
    after = f"You named {joined(late)} only after you said how a job went, so we don’t check {it} first."
    done = tally(person)
    some = "all" if done.begun == found.lines else f"{done.begun}"
    begun = f", {some} of them only begun" if 0 < done.begun <= found.lines else ""
    return (
        f"Rated so far: {count(found.roles, 'job')}, {count(found.lines, 'circumstance')}{begun}.",
        *((guesses,) if first or not late else ()),
        *((after,) if late else ()),
        _when(person),
    )


def _when(person: Person) -> str:
    """Write whether to look now: the same as the page on what jobs were like says of how many are plenty."""
    done = tally(person)
    if done.whole >= done.worth:
        return "Your first look tells you most, and you have answered plenty: look when you like."
    return (
        "You can look now. Your first look tells you most, and with "
        f"{done.worth} questions answered it tells you more than with {done.whole}: you choose. "
        "A question that we choose still counts after you said how your jobs went."
    )


def _since(found: looks.Waiting) -> str:
    more = [
        count(number, f"more {noun}")
        for number, noun in ((found.more_roles, "job"), (found.more_lines, "circumstance"))
        if number
    ]
    new = f"{' and '.join(more)} since then" if more else "blanks filled since then"
    return f": {new}, not shown below yet."


def _unsaid(person: Person) -> str:
    blank = int(person.lines()[person.primary_outcome].isna().sum())
    if not blank:
        return ""
    if side_of(person.primary_outcome):
        return f"We leave out {count(blank, 'job')}: too few of your own criteria are rated there."
    them = (
        "has no overall rating yet, so we leave it"
        if blank == 1
        else "have no overall rating yet, so we leave them"
    )
    return f"{count(blank, 'job')} {them} out."


WENT = Opening(looks.WENT, (no_line, _no_outcome), _first, _since, SHOW, about.offer, _unsaid)
"""The page on what goes with how it went."""


def lacking(person: Person, opening: Opening = WENT) -> str:
    """Write which answers are missing before there is anything to show; nothing if there is."""
    if not person.units("role"):
        return NO_JOBS
    return next((sentence for of in opening.missing if (sentence := of(person))), "")


def asked(person: Person, opening: Opening = WENT) -> Ask | None:
    """Return what a look would be now, with its button; nothing if everything was seen."""
    found = looks.waiting(person, opening.page)
    if found is None:
        return None
    taken, unsaid = looks.looks(person, opening.page.item), opening.unsaid(person)
    if taken:
        last = f"You last looked on {taken[-1].day}{opening.since(found)}"
        return Ask("You have new answers", _some(last, ONE_MORE, unsaid), SHOW_NEW)
    if gone := declared.lost(person, opening.page.item):
        return Ask(
            "Before you look again", _some(_LOST.format(in_full(gone[-1].given)), unsaid), opening.show
        )
    offered = opening.offer(person)
    why = offered if isinstance(offered, str) else about.FIRST if isinstance(offered, Choices) else ""
    return Ask(
        "Before you look",
        _some(*opening.first(person, found), unsaid, why),
        opening.show,
        offered if isinstance(offered, Tick) else None,
        offered if isinstance(offered, Choices) else None,
    )


def _some(*said: str) -> tuple[str, ...]:
    return tuple(text for text in said if text)
