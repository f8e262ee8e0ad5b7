"""The barometer of a record: which interviews count, in which order, and what came of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from good_on_paper import patterns
from good_on_paper.frames.interview_guess import CAME
from good_on_paper.frames.interviews import ended
from good_on_paper.study.lean_declared import declared_lean

if TYPE_CHECKING:
    import datetime as dt

    from good_on_paper.record import Answer
    from good_on_paper.record.answers import Cell
    from good_on_paper.study.person import Person

COUNTED: Final = "counted"
ASKED: Final = "asked"
BEHIND: Final = "behind"
NOT_DUE: Final = "not due"
EARLIER: Final = "earlier"
WITHDREW: Final = "withdrew"


@dataclass(frozen=True)
class Reading:
    """What the barometer of a record reads.

    Attributes
    ----------
    result : good_on_paper.patterns.Barometer
        What the interviews that count give; its frame has them by name.
    told : pandas.DataFrame
        A row per interview with a number from the day, in the order in which they fall due, as
        `good_on_paper.frames.interviews` gives, and besides:

        - ``stands``: "counted"; "asked" (its day is over and nothing was said; those after it wait for it);
          "behind" (it waits for such a one); "not due"; "earlier" (followed by another at the same employer
          before anything had come: only the later one counts); "withdrew" (before its day);
        - ``late``: a yes came after its due day, so it counts as none by then;
        - ``recounted``: something noted later changed what it counted as.
    """

    result: patterns.Barometer
    told: pd.DataFrame = field(repr=False)

    def of(self, stands: str) -> pd.DataFrame:
        """Return the interviews that stand as named."""
        return self.told[self.told["stands"].eq(stands)]

    @property
    def silent(self) -> pd.DataFrame:
        """The interviews that count although nothing had come by their due day."""
        told = self.of(COUNTED)
        return told[told["yes"].eq(other=False) & ~(told["no_on"] <= told["due"])]

    def without_silent(self) -> patterns.Barometer:
        """Return what the barometer would read without them; no word hangs on it.

        Whoever leaves the silent ones out makes honest people look as if their numbers ran low: a yes is
        seldom left unsaid.
        """
        told = self.of(COUNTED).drop(index=self.silent.index)
        return patterns.barometer(told, declared=self.result.declared)


def reading(person: Person) -> Reading:
    """Return what the barometer reads now.

    Each interview with a number from the day counts once, on the day after its due day, ties in the order of
    ids. Those in which something hurt are left out, and those typed in later from memory have no number.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> found = reading(gop.sample())
    >>> found.result.word, found.result.counted, len(found.of(NOT_DUE))
    ('no sign', 12, 2)
    """
    return person.kept(("barometer", person.today), lambda: _reading(person), looks=False)


def _reading(person: Person) -> Reading:
    log = person.interviews()
    log = log[log["chance"].notna() & log["due"].notna() & ~log["remembered"]]
    log = log.sort_values("unit").sort_values("due", kind="stable")
    over = log["due"] < pd.Timestamp(person.today)
    stands = pd.Series(NOT_DUE, log.index, dtype="str")
    stands[over] = ASKED
    stands[log["yes"].notna()] = COUNTED
    stands[log["yes"].isna() & log["outcome"].eq("withdrew")] = WITHDREW
    stands[log["unit"].isin(_followed(log))] = EARLIER
    open_ones = stands.isin([ASKED, NOT_DUE])
    stands[open_ones.cummax() & stands.eq(COUNTED)] = BEHIND
    entering = log[stands.isin([COUNTED, ASKED, BEHIND, NOT_DUE])]
    result = patterns.barometer(entering.set_index("unit"), declared=declared_lean(person))
    names = pd.Series(log.index, index=log["unit"])
    by_name = result.frame.set_axis(pd.Index(names[result.frame.index], dtype="str", name="interview"))
    told = log.assign(
        stands=stands,
        late=log["yes_on"] > log["due"],
        recounted=log["unit"].isin(_recounted(person, log)),
    )
    return Reading(replace(result, frame=by_name), told)


def _followed(log: pd.DataFrame) -> set[str]:
    """Return the ids of those that were still open when another interview at the same employer was held."""
    places: dict[str, list[dict[Any, Any]]] = defaultdict(list)
    for row in log.sort_values(["day", "guessed", "unit"]).to_dict("records"):
        place = row["employer"] if isinstance(row["employer"], str) else row["process"]
        places[" ".join(str(place).casefold().split())].append(row)
    ends = ("yes_on", "no_on", "withdrew_on")
    return {
        str(one["unit"])
        for rows in places.values()
        for at, one in enumerate(rows)
        if any(
            later["day"] <= one["due"] and not any(one[end] <= later["day"] for end in ends)
            for later in rows[at + 1 :]
        )
    }


def _recounted(person: Person, log: pd.DataFrame) -> set[str]:
    """Return the ids of those that counted as something else before a later answer about them."""
    due: dict[str, dt.date] = {unit: day.date() for unit, day in zip(log["unit"], log["due"], strict=True)}
    given: dict[str, list[Answer]] = defaultdict(list)
    for answer in person.given(items=CAME, units=due):
        given[answer.unit].append(answer)
    return {unit for unit, answers in given.items() if len(_counted_as(unit, answers, due[unit])) > 1}


def _counted_as(unit: str, answers: list[Answer], due: dt.date) -> set[bool]:
    """Return all that an interview counted as, from when its day was over until now."""
    told: dict[Cell, Answer] = {}
    seen = set()
    until = [answer.given.astimezone().date() for answer in answers[1:]]
    for answer, day in zip(answers, [*until, None], strict=True):
        told[unit, answer.item] = answer
        if answer.state == "cleared":
            del told[unit, answer.item]
        yes = ended(unit, told, due).yes_in_time(due.max if day is None else day)
        seen |= set() if yes is None else {yes}
    return seen
