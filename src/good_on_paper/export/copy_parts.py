"""The parts of a copy for somebody: an allow-list. What no part includes stays in the person's own record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import keys
from good_on_paper.frames.stories import POINTS

if TYPE_CHECKING:
    from good_on_paper.catalogue import Catalogue

_TITLE: Final = ("title", "employer", "started", "ended", keys.ROLE_KIND)
_TOLD: Final = ("summary", keys.IN_A_LINE, keys.BOSS_WORD)
_NERVES: Final = "nerves_felt"
_CHANCES: Final = (keys.YES_CHANCE, keys.TAKE_IT, keys.GUESS_LOCKED, keys.REMEMBERED, keys.ANSWER_WITHIN)


@dataclass(frozen=True)
class CopyPart:
    """A part of a copy.

    Parameters
    ----------
    key, label : str
        Its name, for a command and for the page.
    ticked : bool
        Whether it is included unless the person says otherwise.
    groups : tuple of str
        Groups of the catalogue whose ratings, choices, numbers, lengths and dates belong to it.
    items : tuple of str
        Further items, also as ``wanted:`` before a line's key.
    besides : tuple of str
        Items of these groups that belong to another part.
    """

    key: str
    label: str
    ticked: bool
    groups: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    besides: tuple[str, ...] = ()

    def holds(self, item: str, catalogue: Catalogue) -> bool:
        """Return whether an item belongs to this part."""
        if item in self.items or f"{item.partition(':')[0]}:" in self.items:
            return True
        if item not in catalogue or item in self.besides:
            return False
        return catalogue.item(item).group in self.groups


PARTS: Final = (
    CopyPart("jobs", "Your jobs: titles and dates", ticked=True, items=(*_TITLE, "place", *_TOLD)),
    CopyPart(
        "ratings",
        "How much of each thing there was, and how it went",
        ticked=True,
        groups=("paper", "circumstance", "outcome"),
    ),
    CopyPart(
        "success",
        "What success and a job going wrong mean to you",
        ticked=True,
        groups=("success", "unsuccess"),
    ),
    CopyPart(
        "needs",
        "What you said you need and want, and when you looked at your charts",
        ticked=True,
        groups=("take_home",),
        items=(
            *("guesses", "drawn", "look", "look:dull", "wanted:", keys.PRIMARY_OUTCOME, keys.SECOND_OUTCOME),
            *(
                keys.WENT_WELL,
                keys.WOULD_NOT_REPEAT,
                keys.LINES_OFFERED,
                keys.LINES_CHOSEN,
                keys.LINES_SET_ASIDE,
                keys.JOBS_COMPARED,
            ),
            *(f"{each}:" for each in (keys.TAKE_SAYS, keys.TAKE_COUNTS, keys.TAKE_COUNTS_AS)),
            *(f"{each}:" for each in (keys.TAKE_LEVEL, keys.TAKE_SERVES)),
        ),
    ),
    CopyPart(
        "boredom",
        "When it got dull, and what helped",
        ticked=True,
        groups=("boredom", "means", "minutes"),
        items=("helped:",),
    ),
    CopyPart("episodes", "Smaller things than a job, by title", ticked=True, groups=("episode",)),
    CopyPart(
        "search",
        "Applications and interviews: stages, dates, how they ended",
        ticked=True,
        groups=("target", "interview"),
        items=(*_TITLE, f"{keys.KNOWS}:", f"{keys.THERE_LEVEL}:", f"{keys.THERE_UP_TO}:"),
        besides=(*_CHANCES, _NERVES),
    ),
    CopyPart(
        "chances", "How likely you thought a yes was", ticked=False, items=(*_CHANCES, keys.BAROMETER_LEAN)
    ),
    CopyPart("nerves", "How nervous you were", ticked=False, items=(_NERVES,)),
    CopyPart(
        "apportioning",
        "What came from you and what did not",
        ticked=False,
        items=(*POINTS, keys.EFFICIENT_MINE, keys.EFFICIENT_THEIRS, keys.WASTE_HELPED),
    ),
    CopyPart("live_with", "What you can live with", ticked=False, groups=("worry",), items=("bears:",)),
    CopyPart(
        "offers",
        "Offers: hours, and what counts how much",
        ticked=False,
        groups=("offer",),
        items=(f"{keys.OFFER_HAS}:", f"{keys.PREDICTED}:", f"{keys.TURNED_OUT}:", keys.PREDICTION_LOCKED),
    ),
    CopyPart(
        "stories",
        "How you went about what you did",
        ticked=False,
        items=(keys.DONE_HOW, keys.SKILLS_SHOWN, f"{keys.DONE_PRESENT}:", keys.STORY_KIND, keys.STORY_ON),
    ),
    CopyPart("questions", "Your questions for an interview", ticked=False, items=("question:",)),
    CopyPart("notes", "Notes that others wrote", ticked=False, items=(keys.NOTE_TEXT, keys.NOTE_BY)),
)
"""In the order in which they are shown."""
OWN: Final = ("nerves", "apportioning", "live_with")
"""Parts that are only private answers: ticking one includes them all the same."""
TITLES: Final = ("title", "employer")


def ticked() -> frozenset[str]:
    """Return the keys of the parts that are included unless the person says otherwise."""
    return frozenset(part.key for part in PARTS if part.ticked)
