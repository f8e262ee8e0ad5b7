"""The log of interviews: a row per interview, with the guess that counts and how it ended."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from good_on_paper.catalogue import keys
from good_on_paper.frames.interview_guess import CAME, USUAL_WAIT, Guessed, guesses_about
from good_on_paper.frames.names import role_names, words
from good_on_paper.frames.roles import first_day
from good_on_paper.frames.schema import INTERVIEWS, OF_INTERVIEWS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from good_on_paper.frames.snapshot import Snapshot
    from good_on_paper.record import Answer, Unit
    from good_on_paper.record.answers import Cell

OUTCOMES: Final = {
    "yes": "yes",
    "no": "no",
    "no_answer": "no answer",
    "withdrew": "withdrew",
    "open": "open",
}
"""How an interview stands, in words."""
_READ: Final = (
    *("title", "employer", keys.TALK_ON, keys.MEETS_NAME, keys.STAGE, keys.CHANNEL, keys.TO_REMEMBER),
    *(*CAME, keys.REMEMBERED),
)
_AT_A_TIE: Final = (keys.CAME_YES, keys.CAME_NO, keys.WITHDREW)


@dataclass(frozen=True)
class Ended:
    """How something ended: each state with its own day.

    Attributes
    ----------
    days : mapping
        Item of `CAME` to its day; None for a day that nobody remembers.
    due : datetime.date or None
        The last day on which a yes was expected.
    """

    days: Mapping[str, dt.date | None]
    due: dt.date | None = None

    def state(self, today: dt.date) -> tuple[str, dt.date | None]:
        """Return how it stands on a day, one of `OUTCOMES`, and since when."""
        told = [
            (day or dt.date.min, place, item)
            for place, item in enumerate(_AT_A_TIE)
            if item in self.days and ((day := self.days[item]) is None or day <= today)
        ]
        if told:
            item = max(told)[2]
            word = {keys.CAME_YES: "yes", keys.CAME_NO: "no", keys.WITHDREW: "withdrew"}[item]
            return word, self.days[item]
        if self.is_due(today) or (self.due is None and keys.CAME_NOTHING in self.days):
            return "no_answer", self.due
        return "open", None

    def is_due(self, today: dt.date) -> bool:
        """Return whether the last day on which a yes was expected is over."""
        return self.due is not None and today > self.due

    def yes_in_time(self, today: dt.date) -> bool | None:
        """Return whether they had said yes by the due day; None before it is over, and where nobody can tell.

        Nobody can tell while there is no answer about it, or if the person withdrew before the day.
        """
        if self.due is None or not self.is_due(today):
            return None
        if keys.CAME_YES in self.days and self.days[keys.CAME_YES] is None:
            return None
        if self._by_then(keys.CAME_YES):
            return True
        if self._by_then(keys.WITHDREW) and keys.CAME_NO not in self.days:
            return None
        looked = keys.CAME_NOTHING in self.days and not self._by_then(keys.CAME_NOTHING)
        return False if looked or any(item in self.days for item in _AT_A_TIE) else None

    def _by_then(self, item: str) -> bool:
        """Return whether a state was reached on a known day, by the due day."""
        day = self.days.get(item)
        return day is not None and self.due is not None and day <= self.due


def interviews(snapshot: Snapshot) -> pd.DataFrame:
    """Return a row per interview, in the order of their days, those without a day last.

    Parameters
    ----------
    snapshot
        The person's record, as it stood at a moment.

    Returns
    -------
    pandas.DataFrame
        Index "interview": unique names. Columns:

        - ``unit`` and ``process`` (the ids of the interview and of the job it is for), ``employer``, ``job``;
        - ``stage``: "call", "first", "second", "later", "offer"; ``channel``: "phone", "screen", "in_person";
          ``day``; ``met``, the names as typed; ``remember``, the one thing to remember;
        - ``chance``: the guess that counts, 0 to 100, that they say yes within ``within`` days; ``guessed``,
          when it was given (UTC); ``locked``, when it was closed; ``take_it``: "yes", "no", "not_sure";
        - ``due``: the day plus ``within`` days; ``outcome``: "yes", "no", "no_answer", "withdrew", "open", as
          it stands on the day of looking, and ``came``, the day it has stood so since; ``yes_on``, ``no_on``,
          ``withdrew_on``: each day that was said, whatever came after it;
        - ``yes``: whether they had said yes by the due day; NA before that day is over, and after it while
          nothing was said, not even that there was no answer;
        - ``remembered``: typed in later from memory; such a row has no guess.

        Interviews in which something hurt are in it: `good_on_paper.study.person.Person.interviews` leaves
        them out.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> interviews(gop.sample())[["stage", "outcome"]].head(2).to_numpy().tolist()
    [['call', 'yes'], ['first', 'no']]
    """
    units = snapshot.units("interview")
    told = snapshot.current(items=_READ, units=[*units, *{unit.parent for unit in units if unit.parent}])
    now = _now(snapshot)
    guesses = guesses_about(snapshot, units, now=now)
    names = role_names(snapshot, kind="interview")
    wait = usual_wait(snapshot)
    rows = [_row(unit, told, guesses[unit.id], wait, snapshot.today) for unit in units]
    frame = pd.DataFrame(rows, columns=list(OF_INTERVIEWS))
    frame.index = pd.Index([names[unit.id] for unit in units], dtype="str", name="interview")
    frame = frame.astype(OF_INTERVIEWS)
    return INTERVIEWS.validate(frame.sort_values("day", kind="stable", na_position="last"))


def usual_wait(snapshot: Snapshot) -> int:
    """Return within how many days the person expects an answer, if a guess does not say."""
    said = snapshot.current(items=(keys.ANSWER_WITHIN,), units=(snapshot.unit,))
    answer = said.get((snapshot.unit.id, keys.ANSWER_WITHIN))
    return int(answer.value) if answer is not None and answer.state == "value" else USUAL_WAIT


def ended(unit: str, told: Mapping[Cell, Answer], due: dt.date | None) -> Ended:
    """Return how an interview or an application ended, from the answers about it."""
    days = {item: day_typed(told.get((unit, item))) for item in CAME if (unit, item) in told}
    return Ended(days, due)


def day_typed(answer: Answer | None) -> dt.date | None:
    """Return the first day that a typed date can mean; None without one that we can read."""
    return first_day(words(answer) or None)


def _row(
    unit: Unit, told: Mapping[Cell, Answer], guess: Guessed, wait: int, today: dt.date
) -> dict[str, Any]:
    def said(item: str, of: str = unit.id) -> str | None:
        return words(told.get((of, item))) or None

    day = day_typed(told.get((unit.id, keys.TALK_ON)))
    within = guess.counted.within if guess.counted else wait
    end = ended(unit.id, told, None if day is None else day + dt.timedelta(days=within))
    outcome, came = end.state(today)
    process = unit.parent or ""
    remembered = told.get((unit.id, keys.REMEMBERED))
    return {
        "unit": unit.id,
        "process": process,
        "employer": said("employer", process),
        "job": said("title", process),
        "stage": said(keys.STAGE),
        "channel": said(keys.CHANNEL),
        "day": day,
        "met": said(keys.MEETS_NAME),
        "remember": said(keys.TO_REMEMBER),
        "chance": guess.counted.chance if guess.counted else None,
        "within": within,
        "guessed": guess.counted.given if guess.counted else None,
        "locked": guess.locked,
        "take_it": guess.take_it or None,
        "due": end.due,
        "outcome": outcome,
        "came": came,
        "yes_on": end.days.get(keys.CAME_YES),
        "no_on": end.days.get(keys.CAME_NO),
        "withdrew_on": end.days.get(keys.WITHDREW),
        "yes": end.yes_in_time(today),
        "remembered": remembered is not None and remembered.value is True,
    }


def _now(snapshot: Snapshot) -> dt.datetime:
    return snapshot.moment if isinstance(snapshot.moment, dt.datetime) else dt.datetime.now(dt.UTC)
