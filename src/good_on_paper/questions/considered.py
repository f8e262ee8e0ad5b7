"""The jobs a person considers, by what counts to them: how much they know, and how much is good."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from good_on_paper.catalogue import keys
from good_on_paper.frames import role_names
from good_on_paper.frames.standing import standing
from good_on_paper.frames.targets import KNOWS, in_sight
from good_on_paper.frames.there import there
from good_on_paper.questions.listed import that_count

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from good_on_paper.study.person import Person

_NEAR: Final = 1.0
"""Steps from a level wanted that still count as wanted."""


@dataclass(frozen=True)
class Wish:
    """A circumstance that counts to the person.

    Attributes
    ----------
    line, label : str
        Its key, and what it is called on their list.
    weight : float
        How much it counts.
    way : int
        Whether they want more of it (1) or less (-1); 0 where neither end is said to be better.
    level : float or None
        How much of it they want, if they said so.
    scale : tuple of float
        Both ends of its scale.
    """

    line: str
    label: str
    weight: float
    way: int
    level: float | None
    scale: tuple[float, float]

    def is_met(self, low: Any, high: Any) -> bool | None:  # noqa: ANN401 - a number or NA
        """Return whether what there is, from `low` to `high`, is what they want; None while it may be either.

        Examples
        --------
        >>> say = Wish("say", "Having a say", 5, 1, None, (1, 7))
        >>> say.is_met(6, 6), say.is_met(2, 3), say.is_met(3, 6), say.is_met(pd.NA, pd.NA)
        (True, False, None, None)
        """
        if pd.isna(low) or pd.isna(high) or (self.level is None and not self.way):
            return None
        ends = (float(low), float(high))
        if self.level is not None:
            met = [abs(end - self.level) <= _NEAR for end in ends]
            inside = ends[0] <= self.level <= ends[1]
            return True if all(met) else None if any(met) or inside else False
        middle = sum(self.scale) / 2
        met = [self.way * (end - middle) > 0 for end in ends]
        return True if all(met) else None if any(met) else False


def wishes(person: Person, things: pd.DataFrame) -> tuple[Wish, ...]:
    """Return the circumstances that are on a person's list, each once, in its order.

    Parameters
    ----------
    person : Person
    things : pandas.DataFrame
        Their list, as `good_on_paper.questions.listed.listed` gives it.
    """
    items = {item.key: item.worded() for item in person.catalogue.items("circumstance")}
    made: dict[str, Wish] = {}
    for line, thing in that_count(things, items).items():
        item = items[line]
        row: Any = things.loc[thing]
        says, end = str(row["stands"]), thing.partition(":")[2]
        way = {"high": 1, "low": -1}.get(end, item.keyed) * (-1 if says == "not" and end else 1)
        level = row["level"] if pd.notna(row["level"]) else person.wanted.get(line)
        scale = (float(item.scale.min), float(item.scale.max))
        made[line] = Wish(
            line, item.label, float(row["weighs"]), way, None if level is None or end else float(level), scale
        )
    return tuple(made.values())


def considered(person: Person, wanted: Sequence[Wish]) -> pd.DataFrame:
    """Return a row per job they consider: how it looks, and how much of what counts they know to be good.

    Parameters
    ----------
    person : Person
    wanted : sequence of Wish
        What counts to them.

    Returns
    -------
    pandas.DataFrame
        Index: the names of the jobs. Columns: ``unit``; ``looks`` and ``shine``: how good it looks and how
        well its firm's name is thought of, NA where not said; ``good`` and ``known``: for how many of the
        circumstances that count they *know* that it is as they want it, or how it is at all; ``of``: how many
        circumstances count.
    """
    units = [unit.id for unit in in_sight(person)]
    names = role_names(person, kind="target")
    looks = {key: person.catalogue.item(key) for key in (keys.ON_PAPER, keys.FIRM_SHINE)}
    rated = standing(person, looks, units)
    found = there(person, units)
    known = found[found[keys.KNOWS] == KNOWS[0]]
    by_line = {one.line: one for one in wanted}
    counts: dict[Hashable, list[int]] = {unit: [0, 0] for unit in units}
    for unit, line, low, high in zip(known["unit"], known["line"], known["low"], known["high"], strict=True):
        if line in by_line:
            counts[unit][1] += 1
            counts[unit][0] += by_line[line].is_met(low, high) is True
    rows = [[unit, *(rated.get((unit, key)) for key in looks), *counts[unit], len(by_line)] for unit in units]
    index = pd.Index([names.get(unit, "") for unit in units], dtype="str", name="job")
    frame = pd.DataFrame(rows, columns=["unit", "looks", "shine", "good", "known", "of"], index=index)
    whole = dict.fromkeys(("good", "known", "of"), "int64")
    return frame.astype({"unit": "str", "looks": "Float64", "shine": "Float64", **whole})
