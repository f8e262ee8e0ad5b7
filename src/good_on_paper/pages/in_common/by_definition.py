"""The pictures of own definitions: the two-axis map, one criterion against the rest, other definitions.

We compare none with chance, and none gives a word of evidence.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from good_on_paper import charts, patterns
from good_on_paper.catalogue import HOW_IT_WENT, keys
from good_on_paper.charts import AxisWords
from good_on_paper.frames.definitions import SIDES, definition, side_of
from good_on_paper.frames.targets import of_person
from good_on_paper.language.counts import out_of, quoted
from good_on_paper.pages.in_common.drawn import current_jobs, employers

if TYPE_CHECKING:
    from good_on_paper.charts import Chart
    from good_on_paper.charts.names import Naming
    from good_on_paper.study.person import Person

HEADING: Final = "Success, and going wrong, as you define them"
PRIVATE: Final = (
    "Private: what can hurt, we keep private from the start. It counts, but is named on no chart, since a "
    "chart can be saved."
)
TODAY: Final = "With my points as they are today"
EQUAL: Final = "With the same points for each"
_SEVERAL: Final = 2
_EARLIER: Final = 2


def pictures(person: Person, names: Naming) -> list[Chart]:
    """Return what there is to draw of own definitions, in the order of the page."""
    every = (two_axes, stated, money, acclaim, under_definitions)
    return [chart for draw in every if (chart := draw(person, names)) is not None]


def two_axes(person: Person, names: Naming = "names") -> Chart | None:
    """Draw success against going wrong; None while fewer than two jobs have both figures."""
    found = patterns.two_axes(person.by_definition(), keys.BY_SUCCESS, keys.BY_GOING_WRONG)
    if len(found.frame) < _SEVERAL:
        return None
    went = person.ratings().get(HOW_IT_WENT)
    groups = {} if went is None else patterns.thirds(went.astype("float64")).dropna().to_dict()
    success, wrong = (_axis(person, side.outcome) for side in SIDES)
    chart = charts.two_axes(
        found,
        success=success,
        wrong=wrong,
        went=groups,
        current=current_jobs(person),
        details=employers(person) if names == "names" else None,
        names=names,
    )
    hidden = any(definition(person, side.outcome)["private"].any() for side in SIDES)
    return replace(chart, small_print=(*chart.small_print, PRIVATE)) if hidden else chart


def against_the_rest(person: Person, criterion: str, names: Naming = "names") -> Chart | None:
    """Draw one criterion of success against all others with points; None without ratings of both."""
    ratings, words = person.ratings(), person.words()
    rest = {key: points for key, points in person.weights.items() if key != criterion and key in ratings}
    if criterion not in ratings or not rest:
        return None
    label = words[criterion].label
    alone, others = f"{label} alone", "All else I count as success"
    found = patterns.under_definitions(
        ratings, {alone: {criterion: 1}, others: rest}, scales=person.scales(ratings)
    )
    both = found.frame.dropna()
    if len(both) < _SEVERAL:
        return None
    more, less = int((both[alone] > both[others]).sum()), int((both[alone] < both[others]).sum())
    higher = out_of(more, len(both), f"my {len(both)} jobs")
    whose = str(of_person(person, keys.ACCLAIM_WHOSE) or "") if criterion == keys.ACCLAIM else ""
    return charts.under_definitions(
        found,
        names=names,
        current=current_jobs(person),
        name=f"{label} against the rest",
        title=f"{quoted(label)} was higher than the rest in {higher}, lower in {less or 'none'}.",
        small_print=(f"Whose praise I mean: {whose}.",) if whose else (),
    )


def money(person: Person, names: Naming = "names") -> Chart | None:
    """Draw money against the rest."""
    return against_the_rest(person, keys.MONEY, names)


def acclaim(person: Person, names: Naming = "names") -> Chart | None:
    """Draw praise against the rest, and write whose."""
    return against_the_rest(person, keys.ACCLAIM, names)


def under_definitions(person: Person, names: Naming = "names") -> Chart | None:
    """Draw the jobs under other definitions of success; None while fewer than two criteria are rated."""
    ratings, words = person.ratings(), person.words()

    def rated(weights: dict[str, float]) -> dict[str, float]:
        return {key: points for key, points in weights.items() if key in ratings}

    today = rated(person.weights)
    if len(today) < _SEVERAL:
        return None
    others = {day: weights for day, weights in versions(person).items() if weights != person.weights}
    earlier = [(day, rated(weights)) for day, weights in others.items()]
    heaviest = next(iter(today))
    told = {
        TODAY: today,
        **{f"With my points of {day}": weights for day, weights in earlier[-_EARLIER:] if weights},
        EQUAL: dict.fromkeys(today, 1.0),
        f"{words[heaviest].label} alone": {heaviest: 1.0},
    }
    found = patterns.under_definitions(ratings, told, scales=person.scales(ratings))
    if found.frame.empty:
        return None
    return charts.under_definitions(found, names=names, current=current_jobs(person))


def stated(person: Person, names: Naming = "names") -> Chart | None:  # noqa: ARG001 - no job is named
    """Draw the points given to what success means beside what went with how it went."""
    ratings, outcome = person.ratings(), person.asked_outcome
    weights = {line: points for line, points in person.weights.items() if line in ratings}
    if len(weights) < _SEVERAL or outcome not in ratings:
        return None
    found = patterns.stated(ratings, weights, outcome)
    if found.frame["lived_rank"].isna().all():
        return None
    words = person.words()
    return charts.stated(found, {key: words[key].label for key in weights})


def versions(person: Person) -> dict[str, dict[str, float]]:
    """Return the weights of success as they stood after each sitting that changed them, by the day."""
    side = side_of(keys.BY_SUCCESS)
    criteria = {item.key for item in person.catalogue.items(side.group if side else None, hidden=True)}
    last = {answer.sitting: answer for answer in person.given(items=criteria, units=(person.unit,))}
    found: dict[str, dict[str, float]] = {}
    for answer in last.values():
        weights = person.as_of(answer.seq).weights
        if weights and weights not in found.values():
            day = f"{answer.given.day} {answer.given:%B %Y}"
            found[day if day not in found else f"{day}, later"] = weights
    return found


def _axis(person: Person, outcome: str) -> AxisWords:
    """Return the words of an axis: the criteria with their points, without private ones."""
    told = definition(person, outcome)
    shown = told[~told["private"]]
    parts = [f"{label} ({points})" for label, points in zip(shown["label"], shown["weight"], strict=True)]
    if hidden := len(told) - len(shown):
        parts.append(f"{hidden} more, private")
    return AxisWords(person.words()[outcome].label, tuple(parts))
