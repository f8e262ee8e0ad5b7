"""What each picture of the start page still needs, in a few words; nothing once it can be drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import HOW_IT_WENT, keys
from good_on_paper.frames.boredom import means
from good_on_paper.frames.days import stretches
from good_on_paper.frames.gaps import gaps
from good_on_paper.frames.targets import to_decide_on
from good_on_paper.language.counts import count, uncapital
from good_on_paper.pages.tally import tally
from good_on_paper.pages.what_it_was_like.how_i_work_best import earned
from good_on_paper.study import looks
from good_on_paper.study.declare_offers import is_open

if TYPE_CHECKING:
    from good_on_paper.study.person import Person

THE_LOOK: Final = "your first look"
_TWO: Final = 2
_BOTH: Final = (keys.ON_PAPER, HOW_IT_WENT)


def both_ratings(person: Person) -> str:
    """Ask how two jobs looked and went."""
    jobs = person.ratings()
    both = [item for item in _BOTH if item in jobs]
    there = int(jobs[both].notna().all(axis=1).sum()) if len(both) == len(_BOTH) else 0
    return "" if there >= _TWO else f"how {_more(_TWO - there, 'job')} looked and went"


def jobs(person: Person) -> str:
    """Ask for a job."""
    return "" if tally(person).jobs else "your jobs"


def went(person: Person) -> str:
    """Ask for two jobs, rated, and how they went."""
    found = tally(person)
    if found.asked < _TWO:
        return _more(_TWO - found.asked, "job")
    if not found.rated:
        return "what they were like"
    return "" if found.went >= _TWO else f"how {_more(_TWO - found.went, 'job')} went"


def look(person: Person) -> str:
    """Ask for the look, and what it takes."""
    return went(person) or ("" if looks.seen(person) is not None else THE_LOOK)


def needs(person: Person) -> str:
    """Ask for the look, and for needs."""
    return look(person) or ("" if person.guesses else "a need you named before your first look")


def cost(person: Person) -> str:
    """Ask for the look, and for cost beside it."""
    return look(person) or ("" if person.second_outcomes else "your choice, before a first look")


def weighed(person: Person) -> str:
    """Ask for the look, and for what success means."""
    there = person.by_definition()[keys.BY_SUCCESS].notna().sum() >= _TWO
    return look(person) or ("" if there else "what success means to you")


def against_the_rest(person: Person, criterion: str) -> str:
    """Ask for one criterion of success and another, both with points and rated."""
    ratings, weights = person.ratings(), person.weights
    there = criterion in ratings and any(key in ratings for key in weights if key != criterion)
    label = uncapital(person.words()[criterion].label)
    return weighed(person) or ("" if criterion in weights and there else f"{label} among what success means")


def defined(person: Person) -> str:
    """Ask for both definitions."""
    both = person.by_definition().notna().all(axis=1).sum() >= _TWO
    return weighed(person) or ("" if both else "what a job going wrong means to you")


def dull(person: Person) -> str:
    """Ask when one job got dull."""
    jobs = person.boredom()
    return "" if jobs["said"].ne("").any() else "when one job got dull"


def dull_levels(person: Person) -> str:
    """Ask how dull it was."""
    levels = person.boredom()[[keys.DULL_WORST, keys.DULL_ORDINARY, keys.DULL_END]]
    return "" if levels.notna().to_numpy().any() else "how dull one job was"


def dull_and_went(person: Person) -> str:
    """Ask when it got dull, and for the look."""
    return dull(person) or look(person)


def margins(person: Person) -> str:
    """Ask what became of one wait or gap."""
    told = [*stretches(person)["margin"], *gaps(person)["margin"]]
    return "" if any(told) else "what became of one wait or gap"


def skills(person: Person) -> str:
    """Ask for one skill that was shown."""
    return "" if len(person.skills()) else "one thing you did, and what it took"


def shines(person: Person) -> str:
    """Ask how well the names of two jobs that are considered are thought of, and for a need."""
    rated = person.current(items=(keys.FIRM_SHINE,), units=person.units("target"))
    there = sum(answer.state == "value" for answer in rated.values())
    if there < _TWO:
        return f"the name of {_more(_TWO - there, 'job')} you consider"
    return "" if person.guesses else "what you said you need"


def works_best(person: Person) -> str:
    """Ask for the look, and for a pattern that it earned."""
    then = looks.seen(person)
    return look(person) or ("" if then is not None and earned(then) else "a pattern that stands out")


def helped(person: Person) -> str:
    """Ask what helped."""
    return "" if len(means(person, person.boredom())) else "what got you through a dull day"


def curve(person: Person) -> str:
    """Ask how long it took to get dull."""
    return "" if person.boredom()["weeks"].notna().any() else "how long until one job got dull"


def days(person: Person) -> str:
    """Ask for one day."""
    return "" if stretches(person)["minutes"].notna().any() else "one day, part by part"


def live(person: Person) -> str:
    """Ask for one tick."""
    return "" if person.bearing()["bears"].ne("").any() else "one tick"


def interviews(person: Person) -> str:
    """Ask for one interview."""
    return "" if len(person.interviews()) else "one interview"


def numbers(person: Person) -> str:
    """Ask for one chance and what came of it."""
    log = person.interviews()
    ended = len(log) and (log["chance"].notna() & log["yes"].notna()).any()
    return "" if ended else "one chance of a yes, and what came"


def episodes(person: Person) -> str:
    """Ask for two episodes in a job, and the look."""
    rated = person.ratings(kind="episode")
    per_job = rated.groupby("role")[HOW_IT_WENT].count() if HOW_IT_WENT in rated else None
    if per_job is None or per_job.max() < _TWO:
        return "two times in one job"
    return "" if looks.seen(person) is not None else THE_LOOK


def offers(person: Person) -> str:
    """Ask for two offers, and what one feels."""
    if (lacking := _TWO - len(to_decide_on(person))) > 0:
        return _more(lacking, "offer")
    return "" if is_open(person) else "what you feel first"


def _more(number: int, noun: str) -> str:
    return count(number, f"more {noun}")
