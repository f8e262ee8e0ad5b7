"""Every picture the kit can draw for this person: what it shows, what it still needs, and where it is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from good_on_paper.catalogue import keys
from good_on_paper.forms import Pictures
from good_on_paper.pages import titles
from good_on_paper.pages.before_an_interview.beside_mine import FOLD as BESIDE_YOURS
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.got_dull.between import WAITS_AND_GAPS
from good_on_paper.pages.got_dull.boredom import BESIDE_WENT, GOT_THROUGH, HOW_DULL
from good_on_paper.pages.in_common import by_definition
from good_on_paper.pages.in_common.at_a_glance import MIRROR, SHOW_ALL
from good_on_paper.pages.in_common.line_ups import NEEDED, SIDE_BY_SIDE
from good_on_paper.pages.offers.side_by_side import AS_A_PICTURE
from good_on_paper.pages.session import me
from good_on_paper.pages.start import needed
from good_on_paper.pages.what_it_was_like.how_i_work_best import HEADING as HOW_I_WORK_BEST
from good_on_paper.study.interviews import after_a_no

if TYPE_CHECKING:
    from collections.abc import Callable

    from good_on_paper.study.person import Person


class Picture(NamedTuple):
    """The name of a picture, what it shows in half a sentence, where it is, and what it still needs.

    Where means: the page, the call of its cell, and the heading above it; without a heading it is the first.
    """

    name: str
    shows: str
    page: str
    needs: Callable[[Person], str]
    call: str = ""
    heading: str = ""


PICTURES: Final = (
    Picture(
        "Good on paper",
        "how your jobs looked, and how they went",
        titles.START,
        needed.both_ratings,
        "good_on_paper",
    ),
    Picture(MIRROR, "what was high in which jobs", titles.COMMON, needed.look, "line_ups", MIRROR),
    Picture(
        "One circumstance at a time",
        "all your jobs by one thing, by name",
        titles.COMMON,
        needed.needs,
        "line_ups",
        NEEDED,
    ),
    Picture(
        "Everything at once",
        "all your ratings in one picture",
        titles.COMMON,
        needed.look,
        "line_ups",
        SHOW_ALL,
    ),
    Picture(
        SIDE_BY_SIDE,
        "six things over all your jobs",
        titles.COMMON,
        needed.look,
        "side_by_side",
        SIDE_BY_SIDE,
    ),
    Picture(
        "What it cost you", "the same, by what each job cost", titles.COMMON, needed.cost, "what_it_cost"
    ),
    Picture(
        "Success and going wrong",
        "where each job stands by your own two definitions",
        titles.COMMON,
        needed.defined,
        "further",
        by_definition.HEADING,
    ),
    Picture(
        "What counts, and what came with it",
        "your points beside how your jobs went",
        titles.COMMON,
        needed.weighed,
        "further",
        by_definition.HEADING,
    ),
    Picture(
        "Money against the rest",
        "the same jobs by money, and by all else you count",
        titles.COMMON,
        partial(needed.against_the_rest, criterion=keys.MONEY),
        "further",
        by_definition.HEADING,
    ),
    Picture(
        "Praise against the rest",
        "the same by praise, and whose",
        titles.COMMON,
        partial(needed.against_the_rest, criterion=keys.ACCLAIM),
        "further",
        by_definition.HEADING,
    ),
    Picture(
        "Under another definition",
        "the same jobs by other points, or by one thing alone",
        titles.COMMON,
        needed.weighed,
        "further",
        by_definition.HEADING,
    ),
    Picture("The years", "when each job was, and how it went", titles.WORK, needed.jobs, "years"),
    Picture("When it got dull", "how long each job stayed interesting", titles.DULL, needed.dull, "got_dull"),
    Picture(
        HOW_DULL,
        "at its worst, on an ordinary day, at the end",
        titles.DULL,
        needed.dull_levels,
        "got_dull",
        HOW_DULL,
    ),
    Picture(BESIDE_WENT, "each job by name", titles.DULL, needed.dull_and_went, "got_dull", BESIDE_WENT),
    Picture(
        "What got you through",
        "what helped, and what did not",
        titles.DULL,
        needed.helped,
        "got_dull",
        GOT_THROUGH,
    ),
    Picture(
        "How long it lasted, as a curve",
        "half of your jobs had got dull by then",
        titles.DULL,
        needed.curve,
        "step_curve",
    ),
    Picture(
        "Your days, by the minute",
        "what filled a day, and the time between",
        titles.DULL,
        needed.days,
        "days",
    ),
    Picture(
        WAITS_AND_GAPS,
        "in a day and between jobs, and what became of each",
        titles.DULL,
        needed.margins,
        "days",
        WAITS_AND_GAPS,
    ),
    Picture("What you can live with", "fine, for a while, no", titles.LIVE, needed.live, "can_bear"),
    Picture(
        "They wanted me, I wanted it", "how your interviews ended", titles.AFTER, needed.interviews, "search"
    ),
    Picture(
        "How far each one went",
        "from the application to the offer",
        titles.AFTER,
        needed.interviews,
        "search",
    ),
    Picture(
        "What you felt, and what came",
        "your chances of a yes",
        titles.BAROMETER,
        needed.numbers,
        "felt_and_came",
    ),
    Picture(
        "Inside your jobs", "what the better times in them had", titles.LIKE, needed.episodes, "within_jobs"
    ),
    Picture(
        HOW_I_WORK_BEST,
        "in a few sentences",
        titles.LIKE,
        needed.works_best,
        "how_i_work_best",
        HOW_I_WORK_BEST,
    ),
    Picture("What you have shown", "your skills, job by job", titles.STORIES, needed.skills, "skills_by_job"),
    Picture(
        "This job beside yours",
        "how its name shines, and what you know to be good there",
        titles.BEFORE,
        needed.shines,
        "beside_mine",
        BESIDE_YOURS,
    ),
    Picture(
        "Your offers",
        "what you know of each, and what not",
        titles.OFFERS,
        needed.offers,
        "offers_drawn",
        AS_A_PICTURE,
    ),
    Picture("Made-up noise", "what nothing looks like", titles.HOOD, needed.went, "on_noise"),
)
"""In the order in which we offer them."""


@in_words
def pictures() -> Pictures:
    """Return the pictures as links: three that are ready, the rest folded."""
    person = me()
    return Pictures(person.record, person.catalogue, lambda: rows(person))


def rows(person: Person) -> list[dict[str, str]]:
    """Return a row per picture, the ready ones first; none without a job, or for a day after a no."""
    if needed.jobs(person) or after_a_no(person):
        return []
    made = [_row(one, one.needs(person)) for one in PICTURES]
    return sorted(made, key=lambda row: bool(row["needs"]))


def _row(one: Picture, needs: str) -> dict[str, str]:
    """Return a picture as the list shows it; if it is not ready, its link leads to its future heading."""
    at = {"call": one.call, "heading": "" if needs else one.heading}
    return {"name": one.name, "shows": one.shows, "page": one.page, "needs": needs, **at}
