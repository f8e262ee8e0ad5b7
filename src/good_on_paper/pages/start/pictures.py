"""Every picture the kit can draw for this person: what it shows, what it still needs, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from good_on_paper.catalogue import HOW_IT_WENT, keys
from good_on_paper.forms import Pictures
from good_on_paper.frames.bearing import bearing
from good_on_paper.frames.boredom import means
from good_on_paper.frames.days import stretches
from good_on_paper.frames.targets import at_the_offer
from good_on_paper.language.counts import count
from good_on_paper.pages import titles
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.got_dull.boredom import GOT_THROUGH
from good_on_paper.pages.in_common import by_definition
from good_on_paper.pages.in_common.at_a_glance import MIRROR, SHOW_ALL
from good_on_paper.pages.in_common.line_ups import NEEDED, SIDE_BY_SIDE
from good_on_paper.pages.offers.side_by_side import AS_A_PICTURE
from good_on_paper.pages.session import me
from good_on_paper.pages.tally import tally
from good_on_paper.study import looks
from good_on_paper.study.declare_offers import is_open
from good_on_paper.study.interviews import after_a_no

if TYPE_CHECKING:
    from collections.abc import Callable

    from good_on_paper.study.person import Person

THE_LOOK: Final = "your first look"
_TWO: Final = 2
_BOTH: Final = (keys.ON_PAPER, HOW_IT_WENT)


class Picture(NamedTuple):
    """What a picture is called and shows, in half a sentence; where it stands, and what it still needs.

    Where: on which page, in the cell with which call, and below which heading; without one it is the first.
    """

    name: str
    shows: str
    page: str
    needs: Callable[[Person], str]
    call: str = ""
    heading: str = ""


def _both_ratings(person: Person) -> str:
    jobs = person.ratings()
    both = [item for item in _BOTH if item in jobs]
    there = int(jobs[both].notna().all(axis=1).sum()) if len(both) == len(_BOTH) else 0
    return "" if there >= _TWO else f"how {_more(_TWO - there, 'job')} looked and went"


def _jobs(person: Person) -> str:
    return "" if tally(person).jobs else "your jobs"


def _went(person: Person) -> str:
    found = tally(person)
    if found.asked < _TWO:
        return _more(_TWO - found.asked, "job")
    if not found.rated:
        return "what they were like"
    return "" if found.went >= _TWO else f"how {_more(_TWO - found.went, 'job')} went"


def _look(person: Person) -> str:
    return _went(person) or ("" if looks.seen(person) is not None else THE_LOOK)


def _needs(person: Person) -> str:
    return _look(person) or ("" if person.guesses else "what you said you need")


def _cost(person: Person) -> str:
    return _look(person) or ("" if person.second_outcomes else "your choice, before a first look")


def _weighed(person: Person) -> str:
    there = person.by_definition()[keys.BY_SUCCESS].notna().sum() >= _TWO
    return _look(person) or ("" if there else "what success means to you")


def _defined(person: Person) -> str:
    both = person.by_definition().notna().all(axis=1).sum() >= _TWO
    return _weighed(person) or ("" if both else "what a job going wrong means to you")


def _dull(person: Person) -> str:
    jobs = person.boredom()
    return "" if jobs["said"].ne("").any() else "when one job got dull"


def _helped(person: Person) -> str:
    return "" if len(means(person, person.boredom())) else "what got you through a dull day"


def _curve(person: Person) -> str:
    return "" if person.boredom()["weeks"].notna().any() else "how long until one job got dull"


def _days(person: Person) -> str:
    return "" if stretches(person)["minutes"].notna().any() else "one day, part by part"


def _live(person: Person) -> str:
    return "" if bearing(person)["bears"].ne("").any() else "one tick"


def _interviews(person: Person) -> str:
    return "" if len(person.interviews()) else "one interview"


def _numbers(person: Person) -> str:
    log = person.interviews()
    ended = len(log) and (log["chance"].notna() & log["yes"].notna()).any()
    return "" if ended else "one chance of a yes, and what came"


def _episodes(person: Person) -> str:
    rated = person.ratings(kind="episode")
    per_job = rated.groupby("role")[HOW_IT_WENT].count() if HOW_IT_WENT in rated else None
    if per_job is None or per_job.max() < _TWO:
        return "two times in one job"
    return "" if looks.seen(person) is not None else THE_LOOK


def _offers(person: Person) -> str:
    if (lacking := _TWO - len(at_the_offer(person))) > 0:
        return _more(lacking, "offer")
    return "" if is_open(person) else "what you feel first"


def _more(number: int, noun: str) -> str:
    return count(number, f"more {noun}")


PICTURES: Final = (
    Picture(
        "Good on paper",
        "how your jobs looked, and how they went",
        titles.START,
        _both_ratings,
        "good_on_paper",
    ),
    Picture(MIRROR, "what was high in which jobs", titles.COMMON, _look, "line_ups", MIRROR),
    Picture(
        "One circumstance at a time",
        "all your jobs by one thing, by name",
        titles.COMMON,
        _needs,
        "line_ups",
        NEEDED,
    ),
    Picture(
        "Everything at once", "all your ratings in one picture", titles.COMMON, _look, "line_ups", SHOW_ALL
    ),
    Picture(
        SIDE_BY_SIDE, "six things over all your jobs", titles.COMMON, _look, "side_by_side", SIDE_BY_SIDE
    ),
    Picture("What it cost you", "the same, by what each job cost", titles.COMMON, _cost, "what_it_cost"),
    Picture(
        "Success and going wrong",
        "where each job stands by your own two definitions",
        titles.COMMON,
        _defined,
        "further",
        by_definition.HEADING,
    ),
    Picture(
        "What counts, and what came with it",
        "your points beside how your jobs went",
        titles.COMMON,
        _weighed,
        "further",
        by_definition.HEADING,
    ),
    Picture(
        "Under another definition",
        "the same jobs by other points, or by one thing alone",
        titles.COMMON,
        _weighed,
        "further",
        by_definition.HEADING,
    ),
    Picture("The years", "when each job was, and how it went", titles.WORK, _jobs, "years"),
    Picture("When it got dull", "how long each job stayed interesting", titles.DULL, _dull, "got_dull"),
    Picture(
        "What got you through", "what helped, and what did not", titles.DULL, _helped, "got_dull", GOT_THROUGH
    ),
    Picture(
        "How long it lasted, as a curve",
        "half of your jobs had got dull by then",
        titles.DULL,
        _curve,
        "step_curve",
    ),
    Picture(
        "Your days, by the minute", "what filled a day, and the time between", titles.DULL, _days, "days"
    ),
    Picture("What you can live with", "fine, for a while, no", titles.LIVE, _live, "can_bear"),
    Picture("They wanted me, I wanted it", "how your interviews ended", titles.AFTER, _interviews, "search"),
    Picture(
        "How far each one went", "from the application to the offer", titles.AFTER, _interviews, "search"
    ),
    Picture(
        "What you felt, and what came", "your chances of a yes", titles.BAROMETER, _numbers, "felt_and_came"
    ),
    Picture("Inside your jobs", "what the better times in them had", titles.LIKE, _episodes, "within_jobs"),
    Picture(
        "Your offers",
        "what you know of each, and what not",
        titles.OFFERS,
        _offers,
        "offers_drawn",
        AS_A_PICTURE,
    ),
    Picture("Made-up noise", "what nothing looks like", titles.HOOD, _went, "on_noise"),
)
"""In the order in which they are offered."""


@in_words
def pictures() -> Pictures:
    """Return the pictures as links: three that are ready, the rest folded."""
    person = me()
    return Pictures(person.record, person.catalogue, lambda: rows(person))


def rows(person: Person) -> list[dict[str, str]]:
    """Return a row a picture, those that are ready first; none without a job, or for a day after a no."""
    if _jobs(person) or after_a_no(person):
        return []
    made = [_row(one, one.needs(person)) for one in PICTURES]
    return sorted(made, key=lambda row: bool(row["needs"]))


def _row(one: Picture, needs: str) -> dict[str, str]:
    """Return a picture as the list shows it; one that is not ready leads to where its heading will be."""
    at = {"call": one.call, "heading": "" if needs else one.heading}
    return {"name": one.name, "shows": one.shows, "page": one.page, "needs": needs, **at}
