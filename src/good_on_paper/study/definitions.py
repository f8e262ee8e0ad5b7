"""The person's own definitions of success and of a job going wrong, as outcomes.

Each criterion counts with the points it had before any job was rated by it: points given with the ratings in
sight could be chosen until some circumstance goes with them. A declared definition is frozen at the first
look with its criteria, weights and words, and with what says nearly the same as they do. Later changes make
pictures, but no words.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from good_on_paper import patterns
from good_on_paper.catalogue import keys
from good_on_paper.frames.definitions import definition, side_of
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.study.declared import LOOK, given, lost
from good_on_paper.study.first_word import by_then, first_word

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from good_on_paper.catalogue import Item

IN_LOOK: Final = "definitions"
"""Where a look keeps the definitions that were declared by then."""
_WORDED: Final = {
    keys.BY_SUCCESS: {
        "label": "Success, as I define it",
        "ask": "How much of a success was it, as you define it?",
        "said": "it was a success, as I define it",
        "low": "no success",
        "high": "a great success",
        "keyed": 1,
    },
    keys.BY_GOING_WRONG: {
        "label": "Going wrong, as I define it",
        "ask": "How much went wrong, as you define it?",
        "said": "it went wrong, as I define it",
        "low": "nothing went wrong",
        "high": "a lot went wrong",
        "keyed": -1,
    },
}


@dataclass(frozen=True)
class Definition:
    """What success means to a person, or what a job going wrong means.

    Attributes
    ----------
    weights : dict
        Criterion to its points, the heaviest first.
    words : dict
        Criterion to what it was called.
    sentence : str
        In the person's own words; may be empty.
    kin : tuple of str
        The criteria, and the lines that say nearly the same as one of them: they get no word.
    """

    weights: dict[str, int]
    words: dict[str, str]
    sentence: str
    kin: tuple[str, ...]

    @property
    def stored(self) -> dict[str, Any]:
        """The form in which a look keeps it."""
        return {**asdict(self), "kin": list(self.kin)}

    def by(self, ratings: pd.DataFrame, scales: Mapping[str, tuple[float, float]]) -> pd.Series | None:
        """Return the figure of each job under it, NaN for blanks; None while no job has one."""
        rated = ratings.reindex(columns=list(self.weights))
        if not self.weights:
            return None
        ends = {criterion: scales[criterion] for criterion in self.weights if criterion in scales}
        found = patterns.own_definition(rated, self.weights, scales=ends).frame["value"]
        return found if found.notna().any() else None


def standing(snapshot: Snapshot, outcome: str) -> Definition:
    """Return a definition as it stands at that moment."""
    told = definition(snapshot, outcome)
    weights = {str(key): int(points) for key, points in told["weight"].items()}
    items = [snapshot.catalogue.item(key) for key in weights]
    kin = dict.fromkeys([*weights, *(other for item in items for other in item.kin)])
    words = {str(key): str(label) for key, label in told["label"].items()}
    return Definition(weights, words, told.attrs["sentence"], tuple(kin))


def in_time(snapshot: Snapshot, outcome: str) -> Definition:
    """Return a definition with the points each criterion had before any job was rated by it.

    A criterion that no job is rated by counts as it stands. Lines that say nearly the same as a criterion of
    today get no word either.
    """
    side, now = side_of(outcome), standing(snapshot, outcome)
    if not now.weights:  # without a definition, or if it was taken back
        return now
    asked = () if side is None else snapshot.catalogue.items(side.group)
    items = {item.key: item for item in asked if item.kind == "rating"}
    points: dict[str, int] = {}
    for key in items:
        first = first_word(snapshot, (key,))
        if first is None:
            said = now.weights.get(key)
        else:
            last = by_then(snapshot, first)
            told = [one for one in snapshot.history(snapshot.unit, key) if one.seq <= last]
            said = told[-1].value if told and told[-1].state == "value" else None
        if isinstance(said, int):
            points[key] = said
    weights = dict(sorted(points.items(), key=lambda entry: -entry[1]))
    kin = dict.fromkeys([*weights, *now.kin, *(other for key in weights for other in items[key].kin)])
    return Definition(weights, {key: items[key].worded().label for key in weights}, now.sentence, tuple(kin))


def counted(snapshot: Snapshot, outcome: str) -> Definition:
    """Return a definition as it was frozen at the first look, or, if it was not, as it was in time."""
    if taken := given(snapshot, LOOK):
        kept = taken[0].value.get(IN_LOOK, {}).get(outcome)
        if kept is not None:
            return Definition(kept["weights"], kept["words"], kept["sentence"], tuple(kept["kin"]))
    elif gone := lost(snapshot, LOOK):
        return in_time(Snapshot(snapshot.record, gone[0].seq, snapshot.fixed), outcome)
    return in_time(snapshot, outcome)


def worded(overall: Item, outcome: str, kin: tuple[str, ...]) -> Item:
    """Return an outcome by the person's own definition as an item, like that of how it went."""
    return overall.model_copy(update={"key": outcome, "kin": kin, **_WORDED[outcome]})
