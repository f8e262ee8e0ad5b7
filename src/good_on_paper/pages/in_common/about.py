"""What the patterns are about: chosen before the first look, one outcome and perhaps one more."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from good_on_paper import patterns
from good_on_paper.catalogue import COST, HOW_IT_WENT, CatalogueError, load
from good_on_paper.charts.errors import ChartError
from good_on_paper.frames.definitions import FEWEST, SIDES, side_of
from good_on_paper.language.counts import quoted, uncapital
from good_on_paper.pages.in_common import cost
from good_on_paper.panels import Choice, Choices
from good_on_paper.record import RecordError
from good_on_paper.study import definitions
from good_on_paper.study.declare import declare_main, declare_second

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from good_on_paper.charts.names import Naming
    from good_on_paper.panels import Tick
    from good_on_paper.study.person import Person

FOLD: Final = "What the patterns are about"
FIRST: Final = "Choose below what the patterns go by: once you look, you can no longer change it."
NO_OTHER: Final = "nothing else"
ONE_ALLOWANCE: Final = (
    "With two, a pattern has to be clearer to count. Once you look, you can no longer change this."
)
CHANGED: Final = " You have changed it since you rated your jobs; that makes pictures, but no patterns."
OWN_WORDS: Final = "We cannot tell which circumstances say nearly the same as your own words: {}."
ITSELF: Final = "These say nearly the same as what you chose, so they cannot count as a pattern: {}."


def offer(person: Person) -> Tick | Choices | str:
    """Return the choice of what the patterns are about; cost alone, while no definition is rated."""
    if not any(map(side_of, (*_ready(person), *person.outcomes))):
        return cost.offer(person)
    mains, seconds = can_be(person)
    main, *rest = person.outcomes
    second = rest[0] if rest else None
    words = person.words()
    called = {key: uncapital(words[key].label) for key in dict.fromkeys([*mains, *seconds])}
    now = "; also ".join(called[key] for key in (main, *rest))
    return Choices(
        f"{FOLD}: {now}",
        " ".join(part for part in (ONE_ALLOWANCE, _itself(person)) if part),
        (
            Choice(
                "Mainly",
                tuple(called[key] for key in mains),
                mains.index(main),
                partial(_choose, person, declare_main, mains),
            ),
            Choice(
                "And also",
                (NO_OTHER, *(called[key] for key in seconds)),
                0 if second is None else 1 + seconds.index(second),
                partial(_choose, person, declare_second, [None, *seconds]),
            ),
        ),
    )


def can_be(person: Person) -> tuple[list[str], list[str]]:
    """Return what the patterns can be about, and what beside it; the present choices are among them."""
    ready = _ready(person)
    main, *rest = person.outcomes
    mains = list(dict.fromkeys([main, *ready])) if main not in ready else ready
    seconds = [one for one in ready if one != main and (one in rest or cost.able(person, main, one))]
    return mains, list(dict.fromkeys([*seconds, *rest]))


def defined(person: Person, names: Naming = "names") -> tuple[str, ...]:
    """Write the definitions that the patterns use, with their points and nothing private.

    Where jobs are named, each comes with the person's own sentence; it can name one.
    """
    words, said = person.words(), []
    for outcome in filter(side_of, person.outcomes):
        told = person.definition(outcome)
        parts = [
            f"{told.words[key]} ({points})" for key, points in told.weights.items() if not words[key].private
        ]
        if hidden := len(told.weights) - len(parts):
            parts.append(f"{hidden} more, private: counted, not shown here")
        own = f" In your words: {quoted(told.sentence)}" * bool(told.sentence.strip() and names == "names")
        since = "" if definitions.standing(person, outcome).weights == told.weights else CHANGED
        said.append(f"{words[outcome].label}, as it counts: {'; '.join(parts)}.{own}{since}")
    return tuple(said)


def _choose(
    person: Person,
    declare: Callable[[Person, str | None], object],
    keys: Sequence[str | None],
    place: int,
) -> None:
    try:
        declare(person, keys[place])
    except (RecordError, CatalogueError) as error:
        raise ChartError(str(error)) from error


def _ready(person: Person) -> list[str]:
    """Return how it went, and the other outcomes that tell enough jobs apart."""
    own = [side.outcome for side in SIDES if _is_ready(person, side.outcome)]
    return [HOW_IT_WENT, *own, *([COST] if _is_ready(person, COST) else [])]


def _is_ready(person: Person, outcome: str) -> bool:
    """Return whether enough jobs have a figure for an outcome, and not all the same."""
    if side_of(outcome) and len(person.definition(outcome).weights) < FEWEST:
        return False
    went = person.went_by(outcome)
    said = [] if went is None else went.dropna().tolist()
    return len(said) >= patterns.FEWEST_ROLES and min(said) < max(said)


def _itself(person: Person) -> str:
    """Name the circumstances that get no word under the definitions chosen now."""
    kin = [key for outcome in person.outcomes if side_of(outcome) for key in person.item(outcome).kin]
    words, lines = person.words(), {item.key for item in person.catalogue.items("circumstance")}
    named = [
        quoted(words[key].label) for key in dict.fromkeys(kin) if key in lines and not words[key].private
    ]
    shipped = load()
    mine = [
        quoted(words[key].label)
        for outcome in filter(side_of, person.outcomes)
        for key in person.definition(outcome).weights
        if key not in shipped and not words[key].private
    ]
    said = [ITSELF.format("; ".join(named))] if named else []
    said += [OWN_WORDS.format("; ".join(mine))] if mine else []
    return " ".join(said)
