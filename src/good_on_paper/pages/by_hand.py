"""What each page asks, as a blank sheet to fill in by hand: homework, away from the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from IPython.display import JSON

from good_on_paper import frames
from good_on_paper.brief.by_hand import MOST_ROWS, Exercise, FillIn, Lines, Scales, Ticks, as_html
from good_on_paper.brief.compose import WAY_HOME
from good_on_paper.catalogue import keys
from good_on_paper.frames.bearing import BEARS
from good_on_paper.frames.boredom import CAUSES
from good_on_paper.pages import titles
from good_on_paper.pages.session import me
from good_on_paper.questions.lines_to_know import lines_to_know
from good_on_paper.study.next_lines import next_lines, whole_lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from good_on_paper.catalogue import Item
    from good_on_paper.study.person import Person

_AT_ONCE: Final = 6
_NO_JOBS: Final = 10
_INTERVIEWS: Final = 4
_BLANK: Final = 16


def sheet(number: str) -> JSON:
    """Return the sheet of a page to print, as HTML; nothing if the page asks nothing."""
    made = _SHEETS.get(number)
    html = as_html(f"{made[0][3:]}, to fill in by hand", made[1](me())) if made else ""
    return JSON({"html": html})  # type: ignore[no-untyped-call]


def _by_job(person: Person, columns: tuple[str, ...], wide: tuple[int, ...] = ()) -> FillIn:
    """Return a row for each job, as many as fit; without any, rows with room for the job's name."""
    names = frames.role_names(person)
    listed = [names[unit.id] for unit in frames.asked_roles(person)]
    if listed:
        return FillIn(columns, tuple(listed[:MOST_ROWS]), wide)
    return FillIn(("Job", *columns), ("",) * _NO_JOBS, (0, *(at + 1 for at in wide)))


def _ends(item: Item) -> tuple[str, str]:
    return f"{item.scale.min} = {item.low}", f"{item.scale.max} = {item.high}"


def _start(person: Person) -> list[Exercise]:
    needs = tuple(item.worded().need for item in person.catalogue.core)
    return [
        Exercise(
            "Your next interview",
            "Leave blank what you don’t know yet.",
            (Lines(("The job:", "When, and who you will meet:")),),
        ),
        Exercise(
            "What do you need to do good work?",
            "Tick up to four, or write your own.",
            (Ticks(needs), Lines(("My own:",))),
        ),
        Exercise(
            "Two of your jobs",
            "The first that come to mind.",
            (
                Lines(
                    (
                        "One that went well:",
                        "What made it good:",
                        "One I would not do again:",
                        "What I won’t have again:",
                    )
                ),
            ),
        ),
        Exercise("The job you are considering", "What would you most like to know?", (Lines(("", "", "")),)),
    ]


def _work(person: Person) -> list[Exercise]:
    del person
    columns = ("Job title", "Employer", "Start", "End")
    hint = "Write dates as you would say them: March 2014, 2014, now."
    return [Exercise("Your jobs", hint, (FillIn(columns, ("",) * _BLANK, wide=(0, 1)),))]


def _like(person: Person) -> list[Exercise]:
    items = {item.key: item for item in person.catalogue.items("circumstance")}
    done = set(whole_lines(person))
    open_ones = [
        key for key in (*next_lines(person), *(item.key for item in person.catalogue.core)) if key not in done
    ]
    asked = [items[key].worded() for key in dict.fromkeys(open_ones) if key in items][:_AT_ONCE] or [
        item.worded() for item in person.catalogue.core[:_AT_ONCE]
    ]
    went = person.catalogue.item(person.asked_outcome).worded()
    columns = (*map(str, range(1, len(asked) + 1)), "How it went")
    last = f"Last of all, how it went: {' … '.join(_ends(went))}."
    return [
        Exercise(
            "How much of it was there?",
            "Write a number in each box. Skip any you like.",
            (Scales(tuple((one.ask, *_ends(one)) for one in asked)),),
        ),
        Exercise("Your jobs", last, (_by_job(person, columns),)),
    ]


def _before(person: Person) -> list[Exercise]:
    rows = tuple(item.worded().need for item in lines_to_know(person))
    columns = ("I know", "I guess", "I don’t know", "What I know, and who told me")
    hint = "Tick one. “I know” means that someone who works there told you."
    return [
        Exercise(
            "The interview",
            "Leave blank what you don’t know yet.",
            (Lines(("The job:", "When, and who I will meet:")),),
        ),
        Exercise("What do you already know about the job?", hint, (FillIn(columns, rows, wide=(3,)),)),
        Exercise("My own questions", "As many as you like.", (Lines(("", "", "")),)),
    ]


def _after(person: Person) -> list[Exercise]:
    del person
    labels = (
        "Which job, and when:",
        *(text.rstrip() for text in WAY_HOME),
        "What they promised, and by when:",
    )
    hint = "On the way home, before you hear anything."
    return [Exercise("After an interview", hint, (Lines(labels),))] * _INTERVIEWS


def _levels(person: Person) -> list[Exercise]:
    needed = [person.catalogue.item(key).worded() for key in person.guesses if key in person.catalogue]
    asked = needed or [item.worded() for item in person.catalogue.core]
    hint = "Write the number that suits you best, where neither end does."
    rows = tuple(f"{item.need} ({' … '.join(_ends(item))})" for item in asked)
    return [Exercise("How much do you want?", hint, (FillIn(("My number",), rows),))]


def _dull(person: Person) -> list[Exercise]:
    worst = " … ".join(_ends(person.catalogue.item(keys.DULL_WORST).worded()))
    columns = ("Dull after how long", "At its worst", "Why", "What got me through the day")
    hint = f"At its worst: {worst}. Why: {', '.join(CAUSES.values())}."
    return [Exercise("When it got dull", hint, (_by_job(person, columns, wide=(2, 3)),))]


def _live(person: Person) -> list[Exercise]:
    columns = (*BEARS.values(), "won’t have again")
    rows = tuple(item.worded().label for item in person.catalogue.items("worry"))
    hint = "Could you put up with it? Tick one, and skip what you would rather not think about."
    return [Exercise("What you can live with", hint, (FillIn(columns, rows),))]


_SHEETS: Final[dict[str, tuple[str, Callable[[Person], list[Exercise]]]]] = {
    title[:2]: (title, made)
    for title, made in {
        titles.START: _start,
        titles.WORK: _work,
        titles.LIKE: _like,
        titles.BEFORE: _before,
        titles.AFTER: _after,
        titles.COMMON: _levels,
        titles.DULL: _dull,
        titles.LIVE: _live,
    }.items()
}
